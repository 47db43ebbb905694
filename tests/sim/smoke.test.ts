/** The smoke layer: energy kept, filling in time, and out by an open door. */
import { expect, test } from 'vitest';
import { AIR_cp_kJpkgK, AMBIENT_K } from '../../src/sim/materials.ts';
import { floorArea_m2 } from '../../src/sim/setup.ts';
import type { World } from '../../src/sim/world.ts';
import { type Actor, actor, burningWok, fireIn } from './rooms.ts';

function held_kJ(world: World): number {
  return world.working.smoke.excess_kJ;
}

const FIRES: [string, () => Actor][] = [
  ['kitchen-wok', () => burningWok()],
  ['living-room-basket', () => fireIn('living-room-basket', 'basket', 1)],
  ['shop-inspection-carton', () => fireIn('shop-inspection-carton', 'carton', 1)],
];

test.each(FIRES)('[S1] in %s heat given = heat in the layer + into the walls + let out', (_, begin) => {
  const run = begin();
  for (let s = 0; s < 240; s += 20) {
    run.run(20);
    const { given_kJ, walls_kJ, vented_kJ } = run.world.working.smoke;
    expect(held_kJ(run.world) + walls_kJ + vented_kJ).toBeCloseTo(given_kJ, 5);
  }
  expect(run.world.working.smoke.given_kJ).toBeGreaterThan(1000);
});

test.each(FIRES)('[S2] in %s the layer has the volume that its mass and temperature fill', (_, begin) => {
  const run = begin();
  run.run(90);
  const { room, smoke, working } = run.world;
  const volume_m3 = (room.ceiling_m - smoke.layerHeight_m) * floorArea_m2(room.floor_m);
  expect(working.smoke.upper_kg * smoke.upper_K).toBeCloseTo(1.2 * AMBIENT_K * volume_m3, 3);
  expect(working.smoke.upper_kg * AIR_cp_kJpkgK * (smoke.upper_K - AMBIENT_K)).toBeCloseTo(held_kJ(run.world), 3);
});

test.each(FIRES)('[S3] in %s doing nothing brings smoke below 1.8 m within one to four minutes', (name, begin) => {
  const run = begin();
  run.run(240);
  const lit_s = name === 'kitchen-wok' ? run.has('ignited', 'wok')!.at_s : 0;
  const low_s = run.has('smoke-low')!.at_s - lit_s;
  expect(low_s).toBeGreaterThan(55);
  expect(low_s).toBeLessThan(240);
  expect(run.has('gate-shut') !== undefined && run.world.gatesShut.includes('smoke')).toBe(true);
});

test('[S4] an open way out keeps the layer higher than a shut one', () => {
  const shut = fireIn('shop-inspection-carton', 'carton', 200);
  const open = actor('shop-inspection-carton', 1, (setup) => {
    setup.lit = { carton: { at_s: 0 } };
    for (const thing of setup.things) if (thing.kind === 'door') thing.open_frac = 1;
  });
  open.run(200);
  expect(open.world.smoke.layerHeight_m).toBeGreaterThan(shut.world.smoke.layerHeight_m + 0.2);
});

test('[S5] a fire drowned in its own smoke starves: no more heat than oxygen allows', () => {
  const run = fireIn('living-room-basket', 'basket', 1);
  let worst_kW = 0;
  for (let s = 0; s < 1200; s++) {
    run.run(1);
    if (run.world.tick > 60 * 900)
      worst_kW = Math.max(
        worst_kW,
        ...Object.values(run.world.things).map((t) => ('heatRelease_kW' in t ? t.heatRelease_kW : 0)),
      );
  }
  expect(run.world.working.smoke.o2_kg).toBeGreaterThan(0);
  expect(worst_kW).toBeLessThan(250);
});

test('[S6] more soot is less sight: visibility = 3 / (8700 x soot / volume)', () => {
  const run = burningWok();
  run.run(120);
  const { room, smoke } = run.world;
  const volume_m3 = (room.ceiling_m - smoke.layerHeight_m) * floorArea_m2(room.floor_m);
  expect(smoke.visibility_m).toBeCloseTo(3 / ((8700 * smoke.soot_kg) / volume_m3), 6);
  expect(smoke.visibility_m).toBeLessThan(5);
});
