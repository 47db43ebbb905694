/** Breathing smoke: dense air, doses, crouching, and the mask. */
import { expect, test } from 'vitest';
import { spaceFrom } from '../../src/sim/body.ts';
import { breathDose_fracpmin } from '../../src/sim/breath.ts';
import { airAtPoint, smokeIn } from '../../src/sim/smoke.ts';
import type { Layer } from '../../src/sim/zone/building.ts';
import { gasDose_fracpmin } from '../../src/sim/zone/dose.ts';
import { CO, SOOT } from '../../src/sim/zone/species.ts';
import { door, light, SOFA, tower } from './house.ts';
import type { Actor } from './rooms.ts';

/** A body that can crouch: its head is where one says. */
function headAt(house: Actor, high_m: number): void {
  const plain = house.intent.bind(house);
  house.intent = (deeds) => {
    const intent = plain(deeds);
    intent.head.position_m[1] = house.at[1] + high_m;
    return intent;
  };
}

/** Puts soot and CO into a layer, as if a fire had. */
function foul(layer: Layer, soot_kgpm3: number, co_frac: number): void {
  layer.species_kg[SOOT] = soot_kgpm3 * layer.volume_m3;
  layer.species_kg[CO] = co_frac * layer.mass_kg;
}

/** A corridor filled from its flat: the flat's door stands open on a burning sofa. */
function smokyCorridor(): Actor {
  const house = tower('corridor-b', { sofa: { ...SOFA, peak_kW: 250 } });
  door(house, 'door-flat').open_frac = 1;
  light(house, 'sofa', 80);
  return house;
}

test('[B6] four seconds of dense smoke in all are told, and a breath later one falls', () => {
  const house = tower('living-middle');
  const { upper, lower } = house.world.air.rooms[0]!;
  const thick = () => {
    foul(upper, 0.001, 0);
    foul(lower, 0.001, 0);
  };
  thick();
  house.run(3, [], thick);
  foul(upper, 0, 0);
  foul(lower, 0, 0);
  house.run(20);
  expect(house.has('dense-smoke')).toBeUndefined();
  house.run(1.1, [], thick);
  const told = house.has('dense-smoke')!;
  expect(told.values!.dose_frac).toBeLessThan(0.01);
  expect(house.has('collapsed')).toBeUndefined();
  house.run(1.2, [], thick);
  expect(house.has('collapsed')!.with).toBe('smoke');
  expect(house.facts.filter((fact) => fact.fact === 'dense-smoke').length).toBe(1);
});

test('[B6] thin smoke is told as smoke and brings nobody down at once', () => {
  const house = tower('living-middle');
  const { upper, lower } = house.world.air.rooms[0]!;
  house.run(30, [], () => {
    foul(upper, 0.00006, 0);
    foul(lower, 0.00006, 0);
  });
  expect(airAtPoint(house.world, house.world.body.head.position_m).visibility_m).toBeCloseTo(5.75, 1);
  expect(house.has('dense-smoke')).toBeUndefined();
  expect(house.world.body.alive).toBe(true);
});

test('[B7] who crouches in a smoky corridor gets a small part of the dose of who stands, and is told as low', () => {
  const [stands, crouches] = [1.6, 0.9].map((high_m) => {
    const house = smokyCorridor();
    headAt(house, high_m);
    // dense smoke would end the upright walk after a few seconds: only the gas is compared here
    house.run(40, [], () => {
      house.world.working.breath.dense_s = 0;
    });
    const layer_m = smokeIn(house.world, 'corridor').layerHeight_m;
    expect(layer_m).toBeGreaterThan(0.9);
    expect(layer_m).toBeLessThan(1.6);
    const dose = house.world.body.smokeDose_frac;
    house.stand('landing-b').run(3);
    return { house, dose };
  });
  expect(stands!.dose).toBeGreaterThan(0.0005);
  expect(crouches!.dose).toBeLessThan(0.3 * stands!.dose);
  expect(stands!.house.has('head-in-smoke')).toBeDefined();
  expect(crouches!.house.has('head-in-smoke')).toBeUndefined();
  expect(stands!.house.has('stayed-low')!.values!.low_frac).toBeLessThan(0.6);
  expect(crouches!.house.has('stayed-low')!.values!.low_frac).toBe(1);
  expect(crouches!.house.has('stayed-low')!.values!.inSmoke_s).toBeGreaterThan(25);
});

test('[B8] a mask spares gas and dense smoke while it is worn and lasts', () => {
  const house = tower('living-middle', { mask: { kind: 'escape-mask', at_m: [0, 1, 0], half_m: [0.1, 0.1, 0.1] } });
  const mask = house.world.things.mask!;
  if (mask.kind !== 'escape-mask') throw new Error('no mask');
  mask.worn = true;
  mask.left_s = 30;
  const { upper, lower } = house.world.air.rooms[0]!;
  const thick = () => {
    foul(upper, 0.002, 0.01);
    foul(lower, 0.002, 0.01);
  };
  house.run(29, [], thick);
  expect(house.world.body.smokeDose_frac).toBe(0);
  expect(house.has('dense-smoke')).toBeUndefined();
  expect(mask.left_s).toBeCloseTo(1, 1);
  house.run(7, [], thick);
  expect(house.has('dense-smoke')).toBeDefined();
  expect(house.world.body.smokeDose_frac).toBeGreaterThan(0.01);
});

test('[B9] the dose is the integral of ISO 13571 with want of oxygen over the air at the head', () => {
  const house = smokyCorridor();
  let wanted_frac = 0;
  for (let i = 0; i < 180; i++) {
    house.run(1 / 60);
    house.world.working.breath.dense_s = 0;
    wanted_frac += breathDose_fracpmin(airAtPoint(house.world, house.world.body.head.position_m)) / 3600;
  }
  expect(wanted_frac).toBeGreaterThan(0);
  expect(house.world.body.smokeDose_frac).toBeCloseTo(wanted_frac, 9);
  const air = { ...smokeIn(house.world, 'corridor').upper, o2_pct: 12 };
  expect(breathDose_fracpmin(air)).toBeGreaterThan(gasDose_fracpmin(air) + 0.03);
  const clean = smokeIn(house.world, 'outside').upper;
  expect(breathDose_fracpmin(clean)).toBeLessThan(1e-4);
});

test('[S7] in a doorway one is still where one came from', () => {
  const { world } = tower('living-middle');
  expect(spaceFrom(world, 'living', [0.2, 1.6, 3.9])).toBe('living');
  expect(spaceFrom(world, 'corridor', [0.2, 1.6, 3.9])).toBe('corridor');
  expect(spaceFrom(world, 'corridor', [-3, 1.6, -8])).toBe('outside');
});
