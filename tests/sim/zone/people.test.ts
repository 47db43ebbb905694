/** What smoke does to people and detectors: doses, sight, speed, links. */
import { describe, expect, test } from 'vitest';
import { type Link, SPRINKLER_68, smokeAlarm, sprayed_kW, stepLink } from '../../../src/sim/zone/detect.ts';
import {
  gasDose_fracpmin,
  hotAirDose_fracpmin,
  hypoxia_fracpmin,
  irritation_frac,
  purserDose_fracpmin,
  radiantDose_fracpmin,
} from '../../../src/sim/zone/dose.ts';
import { extinction_1pm, obscuration_pctpm, transmitted_frac, visibility_m } from '../../../src/sim/zone/optics.ts';
import { walkByVisibility_mps, walkInIrritant_mps, walkInSmoke_mps } from '../../../src/sim/zone/walk.ts';

const clean = { co_ppm: 0, hcn_ppm: 0, co2_pct: 0.04, o2_pct: 20.9 };

describe('doses', () => {
  test('[S36] 1000 ppm of CO takes 35 minutes, and CO2 from 2 % up makes it quicker', () => {
    expect(gasDose_fracpmin({ ...clean, co_ppm: 1000 }) * 35).toBeCloseTo(1, 9);
    expect(gasDose_fracpmin({ ...clean, co_ppm: 2000, co2_pct: 5 }) * 10).toBeCloseTo(1.553, 3);
    expect(gasDose_fracpmin({ ...clean, hcn_ppm: 150 }) * 5).toBeCloseTo(0.5693, 3);
  });

  test('[S36] Purser counts want of oxygen; clean air does almost nothing', () => {
    expect(purserDose_fracpmin({ ...clean, o2_pct: 10 }) * 3).toBeCloseTo(0.3182, 3);
    expect(hypoxia_fracpmin(20.9)).toBeLessThan(4e-4);
    expect(gasDose_fracpmin(clean)).toBe(0);
  });

  test('[S36] hot air and radiation', () => {
    expect(hotAirDose_fracpmin(373.15, true) * 10).toBeCloseTo(0.4048, 3);
    expect(hotAirDose_fracpmin(373.15, false) * 10).toBeCloseTo(1.262, 2);
    expect(radiantDose_fracpmin(2.4, 'pain')).toBe(0);
    expect(radiantDose_fracpmin(5, 'pain')).toBeCloseTo(5.067, 2);
    expect(radiantDose_fracpmin(5, 'burn')).toBeCloseTo(1.785, 2);
    expect(irritation_frac({ hcl_ppm: 500, acrolein_ppm: 15 })).toBeCloseTo(1, 9);
  });
});

describe('sight and speed', () => {
  test('[S37] a lit sign is seen eight thirds as far as a painted one', () => {
    const k = extinction_1pm(1e-4);
    expect(k).toBeCloseTo(0.87, 9);
    expect(visibility_m(k, true) / visibility_m(k, false)).toBeCloseTo(8 / 3, 9);
    expect(visibility_m(0, false)).toBe(1000);
    expect(transmitted_frac(k, 2)).toBeCloseTo(Math.exp(-1.74), 9);
    expect(obscuration_pctpm(k)).toBeCloseTo(58.1, 1);
  });

  test('[S38] speed falls with smoke and never rises above that in clear air', () => {
    let before = 1.2;
    for (let k = 0; k < 20; k += 0.25) {
      const now = walkInSmoke_mps(1.2, k);
      expect(now).toBeLessThanOrEqual(before);
      before = now;
    }
    expect(before).toBeCloseTo(0.12, 9);
    expect(walkByVisibility_mps(1.2, 2)).toBeCloseTo(0.66, 9);
    expect(walkByVisibility_mps(0.5, 2.9)).toBe(0.5);
    expect(walkInIrritant_mps(1.2, 0.5)).toBeCloseTo(0.3, 9);
    expect(walkInIrritant_mps(0.2, 1)).toBe(0.2);
  });
});

describe('detectors', () => {
  const fresh = (): Link => ({ temp_K: 293.15, activatedAt_s: null });

  test('[S39] a link follows its gas with time constant RTI / sqrt(u), whatever the step', () => {
    for (const dt of [0.05, 0.25, 1]) {
      const link = fresh();
      for (let t = dt; t <= 50 + 1e-9; t += dt)
        stepLink(link, { rti_sqrtms_1: 50, acts_K: 1e4, conduction_1: 0 }, 393.15, 1, 293.15, t, dt);
      expect(link.temp_K - 293.15).toBeCloseTo(100 * (1 - Math.exp(-1)), 6);
    }
  });

  test('[S39] a sprinkler acts once, and a pipe that cools it makes it later', () => {
    const times = [0, 0.65].map((conduction_1) => {
      const link = fresh();
      for (let t = 0.25; t < 300; t += 0.25)
        stepLink(link, { ...SPRINKLER_68, conduction_1 }, 393.15, 2, 293.15, t, 0.25);
      return link.activatedAt_s!;
    });
    expect(times[0]).toBeGreaterThan(10);
    expect(times[1]).toBeGreaterThan(times[0]!);
  });

  test('[S39] a smoke alarm acts 5 K above its room; a spray halves a fire as its density says', () => {
    expect(smokeAlarm(300).acts_K).toBe(305);
    const link = fresh();
    stepLink(link, smokeAlarm(293.15), 303.15, 1, 293.15, 4, 4);
    expect(link.activatedAt_s).toBe(4);
    stepLink(link, smokeAlarm(293.15), 303.15, 1, 293.15, 8, 4);
    expect(link.activatedAt_s).toBe(4);
    expect(sprayed_kW(100, 3 * 0.1 ** -1.8, 0.1)).toBeCloseTo(100 / Math.E, 9);
    expect(sprayed_kW(100, 60, 0)).toBe(100);
  });
});
