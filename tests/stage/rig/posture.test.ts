/** Old knees duck as low as a drill asks, and nobody's nod is a crouch. */
import { describe, expect, test } from 'vitest';
import {
  calibrate_m,
  DEFAULT_STANDING_m,
  DUCK_m,
  ease_m,
  lift_m,
  virtualHead_m,
} from '../../../src/stage/rig/posture.ts';

describe('the posture gain of procedures 1', () => {
  test('a head at 0.70 of the standing height counts as 0.62 m', () => {
    for (const standing_m of [1.3, 1.55, 1.8]) expect(virtualHead_m(0.7 * standing_m, standing_m)).toBeCloseTo(DUCK_m);
  });

  test('from 0.90 of the standing height up nothing is changed', () => {
    expect(virtualHead_m(1.6, 1.6)).toBe(1.6);
    expect(virtualHead_m(1.46, 1.6)).toBe(1.46);
    expect(virtualHead_m(1.7, 1.6)).toBe(1.7);
  });

  test('falls steadily: lower is always lower, without a jump', () => {
    let last_m = virtualHead_m(1.7, 1.6);
    for (let y_m = 1.699; y_m > 0; y_m -= 0.001) {
      const now_m = virtualHead_m(y_m, 1.6);
      expect(now_m).toBeLessThanOrEqual(last_m);
      expect(last_m - now_m).toBeLessThan(0.003);
      last_m = now_m;
    }
    expect(last_m).toBeGreaterThanOrEqual(0);
  });
});

describe('height', () => {
  test('a seated head is lifted to standing height, and a button crouches it to 0.62 m', () => {
    const height = { seated: true, measured_m: 1.15, crouching: false, low: false };
    expect(1.15 + lift_m(height, 1.15)).toBeCloseTo(DEFAULT_STANDING_m);
    expect(1.15 + lift_m({ ...height, crouching: true, low: false }, 1.15)).toBeCloseTo(DUCK_m);
    // leaning forward still lowers a seated head by as much
    expect(1.05 + lift_m(height, 1.05)).toBeCloseTo(DEFAULT_STANDING_m - 0.1);
  });

  test('is the median of the last second, deaf to a nod', () => {
    expect(calibrate_m([1.58, 1.57, 1.58, 1.2, 1.59, 1.58, 1.57])).toBe(1.58);
    expect(calibrate_m([1.6, 1.6])).toBeNull();
    expect(calibrate_m(new Array(20).fill(0))).toBeNull();
    expect(calibrate_m(new Array(20).fill(3))).toBeNull();
  });

  test('eyes sink at 2 m/s at most and arrive', () => {
    expect(ease_m(0, -1, 0.1)).toBeCloseTo(-0.2);
    expect(ease_m(-0.95, -1, 0.1)).toBe(-1);
    expect(ease_m(-1, 0, 10)).toBe(0);
  });
});
