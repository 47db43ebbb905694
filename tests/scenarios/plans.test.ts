/** Every plan of every variant earns what it says, in the sim and without a screen. */
import { describe, expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { listVariants, loadPack } from '../../src/cli/packs-node.ts';
import { unmet } from '../../src/drill/expect.ts';
import { playPlan } from '../../src/drill/play.ts';

/** Critical failures of procedures 4.c and 5.c that each variant's room can produce. */
const CRITICAL: Record<string, string[]> = {
  'fire-escape/ebike-stairwell': ['FE-X1', 'FE-X2', 'FE-X3', 'FE-X4'],
  'fire-escape/fire-above': ['FE-X2', 'FE-X3', 'FE-X4', 'FE-X5'],
  'fire-escape/own-flat-night': ['FE-X1', 'FE-X2', 'FE-X4', 'FE-X5'],
  'fire-escape/restaurant-guests': ['FE-X1', 'FE-X5', 'FE-X6'],
  'fire-escape/school-corridor': ['FE-X1', 'FE-X4', 'FE-X5'],
  'fire-escape/stair-smoky-stay': ['FE-X1', 'FE-X2', 'FE-X4'],
  'firefighting/kitchen-wok': ['FF-X1', 'FF-X2', 'FF-X5'],
  'firefighting/living-room-basket': ['FF-X2', 'FF-X3'],
  'firefighting/shop-inspection-carton': ['FF-X2', 'FF-X3'],
};

describe.each(listVariants())('%s', (name) => {
  const pack = loadPack(name);
  const played = new Map(
    pack.plans.map((plan) => [plan.run, playPlan({ pack, plan, mode: 'assess', hall: NO_HALL }).attempt]),
  );

  test.each(pack.plans.map((plan) => plan.run))('%s earns what its plan says', (run) => {
    const plan = pack.plans.find((one) => one.run === run)!;
    expect(plan.expect).toBeDefined();
    expect(unmet(plan, played.get(run)!)).toEqual([]);
  });

  test('every critical failure it knows is made by a plan, caps it at 49 and fails it', () => {
    expect(pack.script.critical.map((one) => one.rule).sort()).toEqual(CRITICAL[name]);
    for (const { rule } of pack.script.critical) {
      const made = [...played.values()].filter((attempt) => attempt.critical.includes(rule));
      expect(made.length, rule).toBeGreaterThan(0);
      for (const attempt of made) {
        expect(attempt.score).toBeLessThanOrEqual(49);
        expect(attempt.passed).toBe(false);
      }
    }
  });

  test('every error it knows is made by a plan', () => {
    const made = new Set(
      [...played.values()].flatMap((one) => one.marks.filter((m) => m.points < 0).map((m) => m.rule)),
    );
    const never = pack.script.errors.map((one) => one.rule).filter((rule) => !made.has(rule));
    expect(never.filter((rule) => !NEVER_HERE[name]?.includes(rule))).toEqual([]);
  });

  test('the good run scores at least 95, leaving a fire one may leave as well, and doing nothing does not pass', () => {
    const good = pack.plans.filter((plan) => plan.run.startsWith('good') && !plan.run.includes('blanket'));
    for (const plan of good) expect(played.get(plan.run)!.score, plan.run).toBeGreaterThanOrEqual(95);
    if (pack.scenario === 'firefighting') {
      expect(played.get('leave-early')).toMatchObject({ ending: 'left-in-time', passed: true });
      expect(played.get('leave-early')!.score).toBeGreaterThanOrEqual(95);
    }
    expect(played.get('idle')).toMatchObject({ passed: false });
  });

  test('plans run in learn mode too, with the same ending and no score', () => {
    // a house full of smoke and people takes its time: there the good run and one mistake stand for all
    for (const plan of pack.scenario === 'fire-escape' ? pack.plans.slice(1, 4) : pack.plans) {
      const { attempt } = playPlan({ pack, plan, mode: 'learn', hall: NO_HALL });
      expect(attempt).toMatchObject({ score: null, grade: null, ending: played.get(plan.run)!.ending });
    }
  });

  test.each(pack.scenario === 'fire-escape' ? [2, 5] : [2, 3, 5, 8, 13])(
    'the first good run still scores at least 95 with seed %i',
    (seed) => {
      const plan = { ...pack.plans[0]!, seed };
      expect(playPlan({ pack, plan, mode: 'assess', hall: NO_HALL }).attempt.score).toBeGreaterThanOrEqual(95);
    },
  );
});

/** Errors a variant subtracts for, that its own plans show in another variant. */
const NEVER_HERE: Record<string, string[]> = {
  'firefighting/kitchen-wok': ['FF-E2', 'FF-E4'],
  'firefighting/shop-inspection-carton': ['FF-E6'],
};
