/** What the judge promises, on facts made by hand and by chance. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listVariants, loadPack } from '../../src/cli/packs-node.ts';
import { beginJudging, closeJudging, type Judged, type Judging, judge, verdict } from '../../src/script/engine.ts';
import { between } from '../../src/script/grade.ts';
import { type Variant, VariantShape } from '../../src/script/schema.ts';
import { FACTS } from '../../src/sim/facts.ts';
import type { Fact } from '../../src/sim/world.ts';

const SMALL: Variant = VariantShape.parse({
  variant: 'small',
  code: 'FF-V0',
  version: 1,
  audience: 'resident',
  level: 1,
  minutes: 1,
  limit_s: 100,
  title: 't',
  intro: 't',
  stages: [
    { id: 'one', decision: true, next: [{ when: { fact: 'said' }, to: 'two' }] },
    { id: 'two', quiet: true },
  ],
  marks: [
    {
      rule: 'FF-M1',
      points: 20,
      title: 't',
      reason: 't',
      stage: 'one',
      ways: [{ when: { fact: 'said' }, grade: [{ measure: 'at_s', full: 10, zero: 30 }] }],
    },
    {
      rule: 'FF-M8',
      points: 30,
      title: 't',
      reason: 't',
      stage: 'two',
      leaving: true,
      ways: [{ when: { fact: 'out' }, grade: [{ measure: 'onTarget_frac', full: 0.8, zero: 0.3 }] }],
    },
    {
      rule: 'FF-M4',
      points: 50,
      title: 't',
      reason: 't',
      stage: 'two',
      leaving: true,
      ways: [{ when: { fact: 'covered' } }, { when: { fact: 'spray-started' }, share: 0.5 }],
      unless: { fact: 'dust-flashed' },
    },
  ],
  errors: [
    { rule: 'FF-E1', minus: 7, title: 't', reason: 't', when: { fact: 'lever-locked' } },
    {
      rule: 'FF-E7',
      minus: 3,
      title: 't',
      reason: 't',
      at_end: true,
      when: { all: [{ fact: 'spray-started' }, { not: { fact: 'tagged' } }] },
    },
  ],
  critical: [{ rule: 'FF-X1', title: 't', reason: 't', consequence: 't', shows_s: 4, when: { fact: 'oil-flashed' } }],
  endings: [
    { word: 'over', title: 't', ended: 'finished', when: { fact: 'watched' } },
    { word: 'left', title: 't', ended: 'finished', leaving_credit: 1, when: { fact: 'left' } },
  ],
});

type Short = [at_s: number, fact: string, values?: Record<string, number>];
function facts(...list: Short[]): Fact[] {
  return list.map(([at_s, fact, values]) => ({ at_s, fact, thing: 'wok', ...(values && { values }) }));
}
function run(
  list: Fact[],
  options: { pace_frac?: number; script?: Variant; till_s?: number } = {},
): { judging: Judging; events: Judged[] } {
  const script = options.script ?? SMALL;
  const { judging, events } = beginJudging(script);
  for (const fact of list) events.push(...judge(script, judging, [fact], fact.at_s, options.pace_frac ?? 1));
  if (options.till_s !== undefined) events.push(...judge(script, judging, [], options.till_s, options.pace_frac ?? 1));
  return { judging, events };
}
const points = (list: Fact[], rule: string, pace_frac = 1) =>
  verdict(SMALL, run(list, { pace_frac }).judging).rows.find((row) => row.rule === rule)?.points;

describe('marks', () => {
  test.each([
    [5, 20],
    [10, 20],
    [20, 10],
    [29, 1],
    [30, 0],
    [99, 0],
  ])('[JU3] said at %i s earns %i of 20', (at_s, worth) => {
    expect(points(facts([at_s, 'said']), 'FF-M1')).toBe(worth);
  });

  test('[JU3] a limit that must be high and one that must be low both grade', () => {
    expect(between(0.55, 0.8, 0.3)).toBeCloseTo(0.5);
    expect(between(0.2, 0.8, 0.3)).toBe(0);
    expect(between(50, 30, 90)).toBeCloseTo(2 / 3);
  });

  test('[JU4] at a desktop 10 and 30 seconds are 8 and 24, and a share is the same', () => {
    expect(points(facts([16, 'said']), 'FF-M1', 0.8)).toBe(10);
    expect(points(facts([8, 'said']), 'FF-M1', 0.8)).toBe(20);
    expect(points(facts([9, 'out', { onTarget_frac: 0.55 }]), 'FF-M8', 0.8)).toBe(15);
  });

  test('[JU5] the better of two ways counts, whichever came first', () => {
    expect(points(facts([5, 'spray-started']), 'FF-M4')).toBe(25);
    expect(points(facts([5, 'spray-started'], [9, 'covered']), 'FF-M4')).toBe(50);
    expect(points(facts([5, 'covered'], [9, 'spray-started']), 'FF-M4')).toBe(50);
    expect(points(facts([5, 'covered'], [9, 'dust-flashed']), 'FF-M4')).toBe(0);
  });

  test('[JU6] leaving gives the marks of fighting, not the others, and errors still cost', () => {
    const { judging } = run(facts([4, 'lever-locked'], [9, 'left']));
    expect(verdict(SMALL, judging)).toMatchObject({ sumPoints: 73, score: 73, passed: true, grade: 'practise' });
  });

  test('[JU8] an error costs once; what is judged at the end waits for it', () => {
    const list = facts([4, 'lever-locked'], [5, 'spray-started'], [6, 'lever-locked']);
    expect(run(list).judging.errors.map((one) => one.rule)).toEqual(['FF-E1']);
    const { judging } = run([...list, ...facts([9, 'watched'])]);
    expect(judging.errors.map((one) => one.rule)).toEqual(['FF-E1', 'FF-E7']);
  });

  test.each([
    [100, 'excellent'],
    [90, 'excellent'],
    [85, 'pass'],
    [70, 'practise'],
    [50, 'not-passed'],
  ])('[JU12] %i is %s', (score, grade) => {
    const { judging } = run(facts([1, 'said'], [2, 'out', { onTarget_frac: 0.8 }], [3, 'covered'], [4, 'watched']));
    judging.earned['FF-M4'] = { share_frac: Math.max(0, score - 50) / 50, at_s: 3 };
    expect(verdict(SMALL, judging)).toMatchObject({ score, grade });
  });
});

describe('stages and endings', () => {
  test('[JU2] a critical failure caps a full run at 49 and fails it', () => {
    const { judging } = run(
      facts([1, 'said'], [2, 'out', { onTarget_frac: 0.9 }], [3, 'covered'], [4, 'oil-flashed'], [5, 'watched']),
    );
    expect(verdict(SMALL, judging)).toMatchObject({ sumPoints: 100, score: 49, passed: false, grade: 'not-passed' });
  });

  test('[JU10] one reminder after 15 s without an act, none where waiting is right', () => {
    const reminders = (events: Judged[]) => events.filter((event) => event.kind === 'reminder').length;
    const { judging } = beginJudging(SMALL);
    expect(reminders(judge(SMALL, judging, [], 14.9, 1))).toBe(0);
    expect(reminders(judge(SMALL, judging, [], 15, 1))).toBe(1);
    expect(reminders(judge(SMALL, judging, [], 60, 1))).toBe(0);
    const acting = beginJudging(SMALL).judging;
    judge(SMALL, acting, facts([10, 'grabbed']), 10, 1);
    expect(reminders(judge(SMALL, acting, facts([20, 'smoke-low']), 24, 1))).toBe(0);
    expect(reminders(judge(SMALL, acting, [], 25, 1))).toBe(1);
    const quiet = beginJudging(SMALL).judging;
    judge(SMALL, quiet, facts([1, 'said']), 1, 1);
    expect(reminders(judge(SMALL, quiet, [], 90, 1))).toBe(0);
  });

  test('[JU11] past its limit a run is timed-out and failed', () => {
    const { judging, events } = run(facts([1, 'said'], [3, 'covered']), { till_s: 100 });
    expect(events.at(-1)).toEqual({ kind: 'ending', word: 'timed-out', ended: 'failed' });
    expect(verdict(SMALL, judging).passed).toBe(false);
  });
});

const KINDS = Object.keys(FACTS);
describe.each(listVariants())('any facts at all in %s', (name) => {
  const { script, room } = loadPack(name);
  const things = Object.keys(room.things);
  const labels = [
    'fire',
    'call-119',
    'smoke',
    'exit',
    'duty',
    'unknown',
    'lid',
    'abc-powder',
    'good',
    'used',
    'expired',
  ];
  const measures = ['onTarget_frac', 'sweep_m', 'spray_s', 'distance_m', 'exitBehind_frac', 'sinceStart_s'];
  const factOf = fc.record({
    gap_s: fc.double({ min: 0, max: 20, noNaN: true }),
    fact: fc.constantFrom(...KINDS),
    thing: fc.constantFrom(...things),
    with: fc.constantFrom(...labels),
    values: fc.record(Object.fromEntries(measures.map((m) => [m, fc.double({ min: 0, max: 20, noNaN: true })]))),
  });
  const story = fc.array(factOf, { maxLength: 60 }).map((list) => {
    let now_s = 0;
    return list.map(({ gap_s, ...fact }): Fact => {
      now_s = Math.round((now_s + gap_s) * 1000) / 1000;
      return { at_s: now_s, ...fact };
    });
  });

  test('[JU1] the score lies between 0 and 100, and its rows sum to it', () => {
    fc.assert(
      fc.property(story, fc.constantFrom(0.8, 1), (list, pace_frac) => {
        const { judging } = run(list, { script, pace_frac });
        closeJudging(script, judging, 300, pace_frac, judging.ending);
        const { score, sumPoints, rows } = verdict(script, judging);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
        expect(rows.reduce((sum, row) => sum + row.points, 0)).toBeCloseTo(sumPoints, 5);
        for (const row of rows) expect(row.points).toBeLessThanOrEqual(row.max);
      }),
      { numRuns: 150 },
    );
  });

  test('[JU2] whatever else happened, a critical failure caps at 49 and does not pass', () => {
    fc.assert(
      fc.property(story, fc.nat(), (list, where) => {
        const rule = script.critical[0]!;
        const bad: Fact = { at_s: 0, fact: name.includes('kitchen') ? 'oil-flashed' : 'collapsed', thing: 'wok' };
        const place = list.length === 0 ? 0 : where % list.length;
        const { judging } = run(
          [...list.slice(0, place), { ...bad, at_s: list[place]?.at_s ?? 0 }, ...list.slice(place)],
          { script },
        );
        if (!judging.critical.some((one) => one.rule === rule.rule)) return;
        expect(verdict(script, judging).score).toBeLessThanOrEqual(49);
        expect(verdict(script, judging).passed).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  test('[JU9] the same facts give the same verdict again', () => {
    fc.assert(
      fc.property(story, (list) => {
        expect(verdict(script, run(list, { script }).judging)).toEqual(verdict(script, run(list, { script }).judging));
      }),
      { numRuns: 60 },
    );
  });
});

test('[JU9] facts of one instant judged together or one by one earn the same', () => {
  const list = facts([5, 'said'], [5, 'covered'], [5, 'lever-locked']);
  const together = beginJudging(SMALL).judging;
  judge(SMALL, together, list, 5, 1);
  const earned = (judging: Judging) => verdict(SMALL, judging).rows.map((row) => [row.rule, row.points, row.at_s]);
  expect(earned(together)).toEqual(earned(run(list).judging));
});
