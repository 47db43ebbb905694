/** Renews the word tables of scenarios/README.md; with --check only says whether they are current. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { withTables } from '../script/words.ts';
import { SCENARIOS } from './packs-node.ts';

const README = join(SCENARIOS, 'README.md');

/** @returns the README as it should be, and as it is. */
export function readmes(): { should: string; is: string } {
  const is = readFileSync(README, 'utf8');
  const verbsZh = parse(readFileSync(join(SCENARIOS, 'verbs.yaml'), 'utf8')) as Record<string, string>;
  return { should: withTables(is, verbsZh), is };
}

if (process.argv[1] === import.meta.filename) {
  const { should, is } = readmes();
  if (process.argv.includes('--check')) {
    console.log(
      should === is ? 'The word tables are current.' : 'The word tables are out of date: node src/cli/words.ts.',
    );
    process.exit(should === is ? 0 : 1);
  }
  writeFileSync(README, should);
  console.log(should === is ? 'The word tables were current.' : 'The word tables have been renewed.');
}
