/** Keeps the books of a drill's air while it runs: heat given and found, mass in and out. For tests only. */
import { isFlaming } from '../../src/sim/air.ts';
import { STEP_air_count, STEP_air_s } from '../../src/sim/materials.ts';
import { OUTSIDE_index } from '../../src/sim/zone/building.ts';
import { CP_JpkgK } from '../../src/sim/zone/constants.ts';
import type { Actor } from './rooms.ts';

export interface AirBook {
  given_kJ: number;
  asked_kJ: number;
  burned_kJ: number;
  walls_kJ: number;
  out_kJ: number;
  through_kg: number;
  fuel_kg: number;
  gas_kJ: () => number;
  run: (for_s: number) => void;
}

function heat_kW(run: Actor): number {
  let sum_kW = 0;
  for (const thing of Object.values(run.world.things)) if (isFlaming(thing)) sum_kW += thing.heatRelease_kW;
  return sum_kW;
}

/** Heat of the gas above the air outside. */
function gas_kJ(run: Actor): number {
  const { air } = run.world;
  let sum_J = 0;
  for (const room of air.rooms)
    for (const layer of [room.upper, room.lower]) sum_J += layer.mass_kg * CP_JpkgK * (layer.temp_K - air.outside_K);
  return sum_J / 1000;
}

export function bookOf(run: Actor): AirBook {
  // starts right after a step of the air
  while (run.world.tick % STEP_air_count !== 0) run.run(1 / 60);
  const start_kJ = gas_kJ(run);
  const book: AirBook = {
    given_kJ: 0,
    asked_kJ: 0,
    burned_kJ: 0,
    walls_kJ: 0,
    out_kJ: 0,
    through_kg: 0,
    fuel_kg: 0,
    gas_kJ: () => gas_kJ(run) - start_kJ,
    run(for_s) {
      for (let i = 0; i < Math.round(for_s / STEP_air_s); i++) step();
    },
  };
  function step(): void {
    for (let k = 0; k < STEP_air_count; k++) {
      run.run(1 / 60);
      book.given_kJ += heat_kW(run) / 60;
    }
    const { air } = run.world;
    for (const fire of air.fires) {
      book.asked_kJ += fire.asked_kW * STEP_air_s;
      book.burned_kJ += fire.burned_kW * STEP_air_s;
      book.fuel_kg += (fire.asked_kW / fire.fuel.heat_kJpkg) * STEP_air_s;
    }
    for (const room of air.rooms) book.walls_kJ += (room.toWalls_W / 1000) * STEP_air_s;
    for (const vent of air.vents) {
      if (vent.to !== OUTSIDE_index && vent.from !== OUTSIDE_index) continue;
      const sign = vent.to === OUTSIDE_index ? 1 : -1;
      book.out_kJ += sign * (vent.out_kW - vent.in_kW) * STEP_air_s;
      book.through_kg -= sign * (vent.out_kgps - vent.in_kgps) * STEP_air_s;
    }
  }
  return book;
}
