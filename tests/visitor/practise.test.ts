/** What a slip tells of the runs of a visit. */
import { describe, expect, test } from 'vitest';
import { lastRuns, type SlipRun, stepToPractise, wentWell } from '../../src/visitor/practise.ts';

type Mark = [rule: string, points: number, max: number];

function run(marks: Mark[], more: Partial<SlipRun> = {}, first: Partial<SlipRun['first']> = {}): SlipRun {
  return {
    scenario: 'firefighting',
    variant: 'kitchen-wok',
    version: 1,
    mode: 'assess',
    how: 'headset',
    role: 'performed',
    ...more,
    first: {
      ended: 'finished',
      ending: 'fire-out',
      passed: true,
      score: 80,
      grade: 'pass',
      duration_s: 90,
      critical: [],
      marks: marks.map(([rule, points, max]) => ({ rule, points, max, at_s: 1, stage: 'notice' })),
      ...first,
    },
  };
}

describe('the one step to practise', () => {
  test('is the one that fell short most', () => {
    const step = stepToPractise([
      run([
        ['FF-M1', 0, 5],
        ['FF-M8', 2, 20],
        ['FF-M5', 5, 5],
      ]),
    ]);
    expect(step).toMatchObject({ rule: 'FF-M8', critical: false });
  });

  test('may be an error that took points', () => {
    expect(
      stepToPractise([
        run([
          ['FF-M1', 3, 5],
          ['FF-E2', -8, 0],
        ]),
      ]),
    ).toMatchObject({ rule: 'FF-E2' });
  });

  test('is a critical failure before anything else', () => {
    const failed = run([['FF-M8', 0, 20]], {}, { ended: 'failed', critical: ['FF-X2'] });
    expect(stepToPractise([failed])).toMatchObject({ rule: 'FF-X2', critical: true });
  });

  test('is not what was mended when the same drill was run again', () => {
    const failed = run([['FF-M8', 0, 20]], {}, { ended: 'failed', critical: ['FF-X2'] });
    expect(
      stepToPractise([
        failed,
        run([
          ['FF-M8', 20, 20],
          ['FF-M5', 0, 5],
        ]),
      ]),
    ).toMatchObject({ rule: 'FF-M5' });
  });

  test('names the drill it belongs to, so that its reason is read there', () => {
    const other = run([['FE-M3', 0, 15]], { scenario: 'fire-escape', variant: 'own-flat-night' });
    expect(stepToPractise([run([['FF-M1', 0, 5]]), other])).toMatchObject({
      scenario: 'fire-escape',
      variant: 'own-flat-night',
      rule: 'FE-M3',
    });
  });

  test('is none where every step was done, where nothing ended, and for those who watched', () => {
    expect(stepToPractise([run([['FF-M1', 5, 5]])])).toBeNull();
    for (const ended of ['abandoned', 'technical-fault'] as const)
      expect(stepToPractise([run([['FF-M1', 0, 5]], {}, { ended, ending: null })])).toBeNull();
    expect(stepToPractise([run([['FF-M1', 0, 5]], { role: 'observed' })])).toBeNull();
    expect(lastRuns([])).toEqual([]);
  });
});

describe('what went well', () => {
  test('is what was earned in full, the weightiest first, at most four', () => {
    const good = run([
      ['FF-M1', 5, 5],
      ['FF-M2', 10, 10],
      ['FF-M4', 9, 10],
      ['FF-M5', 4, 4],
      ['FF-M8', 20, 20],
      ['FF-M6', 3, 3],
      ['FF-E2', 0, 0],
    ]);
    expect(wentWell(good)).toEqual(['FF-M8', 'FF-M2', 'FF-M1', 'FF-M5']);
  });
});
