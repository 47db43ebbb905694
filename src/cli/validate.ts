/** Compares the sim with every reference table of a folder: per file cases, bias, sigma or worst error, what is accepted, verdict. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { COMPARERS } from './validate/all.ts';
import type { Verdict } from './validate/comparer.ts';
import { readTable } from './validate/table.ts';

const HELP = `npm run validate -- [FOLDER]

Compares the simulation with every reference table in FOLDER (default tests/reference):
published experiments, standards and solved equations, in .csv and .json files.
Per file: cases, what was measured (bias and sigma, or the worst error), what is accepted, and the verdict.
A table without a model yet is told as such and fails nothing. A point beyond what a two-layer smoke model can tell
is listed as a limit with its reason, never counted as agreeing. Ends with exit code 1 where one falls short.`;

export interface Line {
  file: string;
  verdict: Verdict | null;
  /** why the file could not be read or compared */
  fault: string | null;
}

/** Judges every table of a folder. @throws an Error in one line when there is no such folder or nothing in it. */
export function validateFolder(folder: string): Line[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`There is no folder ${folder}.`);
  const names = readdirSync(folder)
    .filter((name) => /\.(csv|json)$/.test(name) && name !== 'index.json')
    .sort();
  if (names.length === 0) throw new Error(`${folder} holds no table: .csv or .json files are wanted.`);
  return names.map((file) => {
    const comparer = COMPARERS.find((each) => each.files.test(file));
    if (!comparer) return { file, verdict: null, fault: null };
    try {
      const verdict = comparer.compare(readTable(file, readFileSync(join(folder, file), 'utf8')));
      return { file, verdict, fault: null };
    } catch (error) {
      return { file, verdict: null, fault: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** @returns whether a line counts as falling short. */
export function fallsShort(line: Line): boolean {
  return line.fault !== null || (line.verdict !== null && !line.verdict.ok);
}

function printed(line: Line): string[] {
  const name = line.file.padEnd(34);
  if (line.fault) return [`${name} cannot be read: ${line.fault}`];
  if (!line.verdict) return [`${name} no model yet`];
  const { cases, measured, accepted, ok, short, unmodelled, limits } = line.verdict;
  const beyond = limits?.length ? ` but for ${limits.length} beyond a known limit` : '';
  const word = ok ? (cases === 0 ? 'no model yet' : `agrees${beyond}`) : 'FALLS SHORT';
  const lines = [`${name} ${String(cases).padStart(4)} cases  ${measured}  (accepted: ${accepted})  ${word}`];
  for (const each of short.slice(0, 12)) lines.push(`    ${each}`);
  if (short.length > 12) lines.push(`    and ${short.length - 12} more`);
  for (const each of limits ?? []) lines.push(`    limit: ${each}`);
  if (unmodelled?.length) lines.push(`    no model yet: ${unmodelled.join('; ')}`);
  return lines;
}

function main(args: string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const unknown = args.find((arg) => arg.startsWith('-'));
  if (unknown || args.length > 1) {
    console.error(`One folder is wanted, not "${unknown ?? args.join(' ')}"; npm run validate -- --help tells more.`);
    return 2;
  }
  let lines: Line[];
  try {
    lines = validateFolder(args[0] ?? join(import.meta.dirname, '../../tests/reference'));
  } catch (error) {
    console.error((error as Error).message);
    return 2;
  }
  for (const line of lines) for (const text of printed(line)) console.log(text);
  const compared = lines.filter((line) => line.verdict && line.verdict.cases > 0);
  const shorts = lines.filter(fallsShort);
  const without = lines.length - compared.length - lines.filter((line) => line.fault).length;
  const rest = without > 0 ? `, ${without} have no model yet` : '';
  const limited = compared.filter((line) => line.verdict?.limits?.length).length;
  const limits = limited > 0 ? `, ${limited} of them but for points beyond a known limit` : '';
  if (shorts.length === 0) console.log(`All ${compared.length} tables with a model agree with it${limits}${rest}.`);
  else
    console.log(
      `${shorts.length} of ${lines.length} tables fall short: ${shorts.map((line) => line.file).join(', ')}${rest}.`,
    );
  return shorts.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2));
