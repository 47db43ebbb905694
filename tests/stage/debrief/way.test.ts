/** The way through a house is told as it was: every stay once, in order, none lost between two rooms. */
import { describe, expect, test } from 'vitest';
import type { Fact } from '../../../src/sim/world.ts';
import { curveOf, wayOf } from '../../../src/stage/debrief/way.ts';

const entered = (at_s: number, thing: string): Fact => ({ at_s, fact: 'entered', thing });

describe('the way', () => {
  test('is the spaces entered, without those only brushed on the way', () => {
    const facts = [entered(5, 'corridor'), entered(20, 'stair-a'), entered(20.2, 'corridor'), entered(30, 'outside')];
    expect(wayOf(facts, 'living', 40)).toEqual([
      { space: 'living', from_s: 0, to_s: 5 },
      { space: 'corridor', from_s: 5, to_s: 30 },
      { space: 'outside', from_s: 30, to_s: 40 },
    ]);
  });

  test('covers the whole run without gaps, whatever was entered', () => {
    const facts = [1, 2, 2.1, 2.2, 9, 9.5, 15].map((at_s, k) => entered(at_s, ['a', 'b', 'c'][k % 3]!));
    const stays = wayOf(facts, 'start', 16);
    expect(stays[0]!.from_s).toBe(0);
    expect(stays.at(-1)!.to_s).toBe(16);
    stays.slice(1).forEach((stay, k) => {
      expect(stay.from_s).toBe(stays[k]!.to_s);
      expect(stay.space).not.toBe(stays[k]!.space);
    });
  });

  test('draws no curve for clean air, and never above the top for smoke that fells', () => {
    expect(curveOf([{ at_s: 3, dose_frac: 0.002 }], 10)).toBeNull();
    const heights = curveOf(
      [
        { at_s: 0, dose_frac: 0 },
        { at_s: 10, dose_frac: 7 },
      ],
      10,
    )!.match(/,([\d.]+)/g)!;
    for (const height of heights) expect(Number(height.slice(1))).toBeGreaterThanOrEqual(0);
  });
});
