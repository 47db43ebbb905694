/** What smoke does to eyes, breath and heart grows with the dose, starts late, and never flashes. */
import { describe, expect, test } from 'vitest';
import {
  breathGain,
  clear_rad,
  coughEvery_s,
  dose_frac,
  GREY_MOST_frac,
  GREY_s,
  heartGain,
  smokeAtHead_pm,
  tunnel_frac,
} from '../../../src/stage/rig/suffering.ts';
import { STOREYS } from '../hazards/storey.ts';

const DOSES = [0, 0.1, 0.25, 0.4, 0.6, 0.8, 0.95, 1, 1.4];

describe('the field of view', () => {
  test('is whole up to a quarter of what fells, and closes from there on', () => {
    expect(tunnel_frac(0.25)).toBe(0);
    for (let k = 1; k < DOSES.length; k++)
      expect(tunnel_frac(DOSES[k]!)).toBeGreaterThanOrEqual(tunnel_frac(DOSES[k - 1]!));
    expect(tunnel_frac(1)).toBe(1);
  });
  test('never closes altogether while one is awake', () => {
    for (const dose of DOSES) expect(clear_rad(tunnel_frac(dose))).toBeGreaterThan(0.1);
    // whole: wider than a headset shows, half of 110 degrees
    expect(clear_rad(0)).toBeGreaterThan((55 * Math.PI) / 180);
  });
  test('a collapse greys slower than three times a second, and leaves the room guessed', () => {
    expect(GREY_s).toBeGreaterThan(1 / 3);
    expect(GREY_MOST_frac).toBeLessThan(1);
  });
});

describe('breath, cough and heart', () => {
  test('nothing in clean air, more in more smoke', () => {
    expect(coughEvery_s(0, 0)).toBe(Number.POSITIVE_INFINITY);
    expect(breathGain(0, 0)).toBe(0);
    expect(heartGain(0)).toBe(0);
    expect(coughEvery_s(2, 0)).toBe(2);
    expect(coughEvery_s(0.3, 0)).toBeGreaterThan(coughEvery_s(1, 0));
    expect(breathGain(1, 0)).toBeGreaterThan(breathGain(0.2, 0));
    expect(heartGain(0.6)).toBeGreaterThan(heartGain(0.3));
  });
  test('a dose is felt on in clean air', () => {
    expect(coughEvery_s(0, 0.7)).toBeLessThan(10);
    expect(breathGain(0, 0.5)).toBeGreaterThan(0.3);
  });
  test('the head breathes the layer it is in', () => {
    expect(smokeAtHead_pm(STOREYS['deep-standing']!())).toBeCloseTo(2.5, 6);
    expect(smokeAtHead_pm(STOREYS['deep-crouching']!())).toBeCloseTo(0.06, 6);
  });
  test('the worse of smoke and heat counts', () => {
    const world = STOREYS.clear!();
    world.body.heatDose_frac = 0.4;
    world.body.smokeDose_frac = 0.2;
    expect(dose_frac(world)).toBe(0.4);
  });
});
