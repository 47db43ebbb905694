/** The smoke of the drill's rooms: nothing lost between flame and air, filling in time, out by an open door. */
import { expect, test } from 'vitest';
import { floorArea_m2 } from '../../src/sim/setup.ts';
import { smokeIn } from '../../src/sim/smoke.ts';
import { OUTSIDE_index } from '../../src/sim/zone/building.ts';
import { CO, CO2 } from '../../src/sim/zone/species.ts';
import { totalMass_kg } from '../../src/sim/zone/step.ts';
import { bookOf } from './air-book.ts';
import { type Actor, actor, burningWok, fireIn } from './rooms.ts';

const FIRES: [string, () => Actor][] = [
  ['kitchen-wok', () => burningWok()],
  ['living-room-basket', () => fireIn('living-room-basket', 'basket', 1)],
  ['shop-inspection-carton', () => fireIn('shop-inspection-carton', 'carton', 1)],
];

test.each(FIRES)('[S1] in %s the heat of the flames is found in gas, walls and what went out', (_, begin) => {
  const run = begin();
  const book = bookOf(run);
  book.run(240);
  expect(book.given_kJ).toBeGreaterThan(1000);
  expect(book.asked_kJ / book.given_kJ).toBeCloseTo(1, 3);
  expect((book.gas_kJ() + book.walls_kJ + book.out_kJ) / book.burned_kJ).toBeGreaterThan(0.97);
  expect((book.gas_kJ() + book.walls_kJ + book.out_kJ) / book.burned_kJ).toBeLessThan(1.03);
});

test.each(FIRES)('[S1] in %s the air gains what flowed in and what burned, and nothing else', (_, begin) => {
  const run = begin();
  const before_kg = totalMass_kg(run.world.air);
  const book = bookOf(run);
  book.run(120);
  expect(Math.abs(book.through_kg)).toBeGreaterThan(0.05);
  expect(totalMass_kg(run.world.air) - before_kg).toBeCloseTo(book.through_kg + book.fuel_kg, 4);
});

test.each(FIRES)('[S2] in %s the layer told is the space the gas under the ceiling fills', (_, begin) => {
  const run = begin();
  run.run(90);
  const { room, smoke, air } = run.world;
  const { upper } = air.rooms[0]!;
  const volume_m3 = (room.ceiling_m - smoke.layerHeight_m) * floorArea_m2(room.floor_m);
  expect(volume_m3).toBeGreaterThan(5);
  expect(upper.volume_m3).toBeCloseTo(volume_m3, 6);
  expect(upper.mass_kg * 289.143 * smoke.upper_K).toBeCloseTo(101325 * volume_m3, -4);
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

test('[S4] an open way out keeps the layer higher than a shut one, and smoke leaves by it', () => {
  const shut = fireIn('shop-inspection-carton', 'carton', 200);
  const open = actor('shop-inspection-carton', 1, (setup) => {
    setup.lit = { carton: { at_s: 0 } };
    for (const thing of setup.things) if (thing.kind === 'door') thing.open_frac = 1;
  });
  open.run(200);
  expect(open.world.smoke.layerHeight_m).toBeGreaterThan(shut.world.smoke.layerHeight_m + 0.2);
  const door = open.world.air.vents.find((vent) => vent.id === 'door')!;
  expect(door.to).toBe(OUTSIDE_index);
  expect(door.out_kW).toBeGreaterThan(10);
  expect(door.in_kgps).toBeGreaterThan(0.1);
});

test('[S5] a fire drowned in its own smoke starves, burns no oxygen that is not there, and makes more CO', () => {
  const run = fireIn('shop-inspection-carton', 'carton', 1);
  let most_kW = 0;
  let least_frac = 1;
  for (let s = 0; s < 600; s++) {
    run.run(1);
    const { carton } = run.world.working.fires;
    least_frac = Math.min(least_frac, carton!.air_frac);
    most_kW = Math.max(most_kW, ...run.world.air.fires.map((one) => one.burned_kW));
  }
  const [room] = run.world.air.rooms;
  const fire = run.world.air.fires.find((one) => one.id === 'carton')!;
  expect(most_kW).toBeGreaterThan(300);
  expect(fire.shortAt_s).not.toBeNull();
  expect(fire.leanest_frac).toBeLessThan(0.9);
  expect(least_frac).toBeLessThan(0.9);
  expect(room!.upper.species_kg[0]!).toBeGreaterThan(0);
  const fresh = fire.products_kgpkg[CO]! / 28.01 / (fire.products_kgpkg[CO2]! / 44.01);
  const made = smokeIn(run.world, 'room').upper;
  expect(made.co_ppm / (1e4 * made.co2_pct)).toBeGreaterThan(1.5 * fresh);
});

test('[S6] more soot is less sight: visibility = 3 / (8700 x soot / volume)', () => {
  const run = burningWok();
  run.run(120);
  const { room, smoke } = run.world;
  const volume_m3 = (room.ceiling_m - smoke.layerHeight_m) * floorArea_m2(room.floor_m);
  expect(smoke.visibility_m).toBeCloseTo(3 / ((8700 * smoke.soot_kg) / volume_m3), 6);
  expect(smoke.visibility_m).toBeLessThan(5);
});
