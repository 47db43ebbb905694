/** The score separates people by what matters: aim and sweep, the right tool, leaving in time; not by pulling the pin. */
import { expect, test } from 'vitest';
import { playJob } from '../../src/cli/bench/crowd.ts';
import { ROBOTS } from '../../src/cli/bench/robot-kinds.ts';
import { auc, cohenD, separation, spread } from '../../src/cli/bench/scores.ts';
import { listVariants } from '../../src/cli/packs-node.ts';

test("AUC and Cohen's d are what they are called", () => {
  expect(auc([3, 4], [1, 2])).toBe(1);
  expect(auc([1, 2], [1, 2])).toBe(0.5);
  expect(spread([1, 2, 3, 4])).toEqual({ mean: 2.5, sd: expect.closeTo(1.29099, 4) });
  expect(cohenD([2, 3, 4], [1, 2, 3])).toBeCloseTo(1);
});

// the houses' robots take minutes: `npm run bench -- scores` plays them
const ROOMS = listVariants().filter((variant) => variant.startsWith('firefighting'));

test.each(ROOMS)('%s tells experts, novices, the panicked and the idle apart', (variant) => {
  const outcomes = ROBOTS.flatMap((robot) =>
    playJob({ variant, robot, firstSeed: 1, count: robot === 'idle' ? 2 : 16 }),
  );
  const { pairs, total, marks } = separation(variant, outcomes);
  for (const pair of pairs) expect(pair.auc, `${pair.better} against ${pair.worse}`).toBeGreaterThan(0.65);
  expect(pairs[0]!.cohenD).toBeGreaterThan(1);
  expect(total.expert.passed_frac).toBeGreaterThan(0.85);
  expect(total.idle.passed_frac).toBe(0);
  const gap = (rule: string) => marks.find((mark) => mark.rule === rule)?.gap_frac ?? 0;
  expect(gap('FF-M7')).toBeLessThan(0.06);
  const technique = variant.includes('kitchen')
    ? gap('FF-M12') + gap('FF-M4') + gap('FF-M3')
    : gap('FF-M8') + gap('FF-M4');
  expect(technique).toBeGreaterThan(4 * gap('FF-M7'));
  expect(technique).toBeGreaterThan(0.2);
});
