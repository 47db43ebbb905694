/** A lithium pack in runaway: its heat, its jets, and why powder does not end it. */
import { describe, expect, test } from 'vitest';
import {
  abuse,
  createPack,
  E_BIKE,
  LMO_PACK,
  NMC_PACK,
  type Pack,
  type PackKind,
  stepPack,
} from '../../../src/sim/zone/pack.ts';

const DT = 0.25;
function play(pack: Pack, for_s: number, water_kgps = 0, smothered = false) {
  const heat: number[] = [];
  let reach_m = 0;
  for (let i = 0; i < for_s / DT; i++) {
    const out = stepPack(pack, water_kgps, smothered, DT);
    heat.push(out.heat_kW);
    reach_m = Math.max(reach_m, out.jet_m);
  }
  return { heat, peak_kW: Math.max(...heat), total_kJ: heat.reduce((sum, q) => sum + q * DT, 0), reach_m };
}
function lit(kind: PackKind, seed: number): Pack {
  const pack = createPack(kind, seed);
  abuse(pack);
  while (pack.state === 'venting') stepPack(pack, 0, false, DT);
  return pack;
}

describe('a lithium pack', () => {
  test.each([1, 2, 3, 4, 5])('[S43] gives all the heat it holds and no more (seed %i)', (seed) => {
    const bare = play(lit(NMC_PACK, seed), 1200);
    expect(bare.total_kJ).toBeCloseTo(12_000, 3);
    expect(bare.peak_kW).toBeGreaterThan(100);
    expect(bare.peak_kW).toBeLessThanOrEqual(400);
    expect(bare.reach_m).toBeLessThanOrEqual(2.5);
    const bike = play(lit(E_BIKE, seed), 1200);
    expect(bike.total_kJ).toBeCloseTo(60_000, 1);
    expect(bike.heat.findIndex((q) => q > 500) * DT).toBeLessThan(120);
    expect(bike.peak_kW).toBeLessThan(1500);
    expect(play(lit(LMO_PACK, seed), 600).peak_kW).toBeLessThanOrEqual(40);
  });

  test('[S43] vents white vapour for 10 to 60 s before it burns, and nothing unless abused', () => {
    expect(play(createPack(NMC_PACK, 1), 60).total_kJ).toBe(0);
    for (let seed = 1; seed <= 20; seed++) {
      const pack = createPack(NMC_PACK, seed);
      abuse(pack);
      let vapour_kg = 0;
      let t = 0;
      while (pack.state === 'venting') {
        const out = stepPack(pack, 0, false, DT);
        vapour_kg += out.vapour_kgps * DT;
        t += DT;
      }
      expect(t).toBeGreaterThanOrEqual(10);
      expect(t).toBeLessThanOrEqual(60.25);
      expect(vapour_kg).toBeGreaterThan(0.03);
    }
  });

  test('[S43] powder makes it dark, and it comes back; ten litres of water end it', () => {
    for (let seed = 1; seed <= 10; seed++) {
      const pack = lit(NMC_PACK, seed);
      play(pack, 5);
      expect(play(pack, 8, 0, true).total_kJ).toBe(0);
      expect(pack.state).toBe('dark');
      expect(play(pack, 300).total_kJ).toBeGreaterThan(0);
      expect(pack.reignited_count).toBe(1);
    }
    const wet = lit(NMC_PACK, 3);
    play(wet, 101, 0.1);
    expect(wet.state).toBe('cold');
    expect(play(wet, 600).total_kJ).toBe(0);
    const damp = lit(NMC_PACK, 3);
    play(damp, 8, 0.5, true);
    expect(damp.state).toBe('dark');
    expect(play(damp, 300).total_kJ).toBeGreaterThan(0);
  });

  test('[S43] the same seed burns the same', () => {
    expect(play(lit(E_BIKE, 9), 300).heat).toEqual(play(lit(E_BIKE, 9), 300).heat);
    expect(play(lit(E_BIKE, 9), 300).heat).not.toEqual(play(lit(E_BIKE, 10), 300).heat);
  });
});
