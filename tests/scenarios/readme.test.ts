/** A safety officer who has read only scenarios/README.md can write a plan, and its tables tell the truth. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { loadPack, SCENARIOS } from '../../src/cli/packs-node.ts';
import { readmes } from '../../src/cli/words.ts';
import { playPlan } from '../../src/drill/play.ts';
import { checkPlans } from '../../src/script/check.ts';
import { readPlans } from '../../src/script/pack.ts';
import { readStep } from '../../src/script/plan.ts';
import { VERBS } from '../../src/script/verb-words.ts';

const readme = readFileSync(join(SCENARIOS, 'README.md'), 'utf8');

test('[PK8] the word tables are current', () => {
  const { should, is } = readmes();
  expect(is).toBe(should);
});

test('[PK8] every verb has its Chinese, and no Chinese is without a verb', () => {
  const verbs = parse(readFileSync(join(SCENARIOS, 'verbs.yaml'), 'utf8')) as Record<string, string>;
  expect(Object.keys(verbs).sort()).toEqual(Object.keys(VERBS).sort());
});

test('[PK8] the plan in the README runs and earns what it expects of the lid', () => {
  const block = /^ {4}plans:\n(?: {4}.*\n)+/m.exec(readme)![0].replaceAll(/^ {4}/gm, '');
  const { plans, located } = readPlans('README.md', block);
  const pack = loadPack('firefighting/kitchen-wok');
  expect(checkPlans(pack, plans, located)).toEqual([]);
  const { attempt } = playPlan({ pack, plan: plans[0]!, mode: 'assess', hall: NO_HALL });
  expect(attempt).toMatchObject({ ended: 'finished', ending: 'fire-out', passed: true });
  expect(attempt.marks.find((mark) => mark.rule === 'FF-M12')?.points).toBe(40);
});

test.each(Object.entries(VERBS))('[HD4] the example of "%s" can be read', (verb, word) => {
  const [raw] = parse(word.example) as unknown[];
  expect(readStep(raw).verb).toBe(verb);
});
