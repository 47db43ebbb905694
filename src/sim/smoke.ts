/** Hot smoke under one room's ceiling: one layer filling from above, cooled by the walls, let out by an open way out. */

import type { Fuel } from './fire-book.ts';
import { isFuel } from './fire-book.ts';
import * as M from './materials.ts';
import { mccaffreyEntrainment_kgps } from './plume.ts';
import { floorArea_m2 } from './setup.ts';
import { fuelRow } from './solid.ts';
import type { World } from './world.ts';

/** What the layer is fed with in one step. */
export interface Feed {
  convective_kW: number;
  entrained_kgps: number;
  soot_kgps: number;
  co_kgps: number;
  oxygen_kgps: number;
}

function yields(fuel: Fuel): { soot_frac: number; co_frac: number; heat_kJpkg: number } {
  if (fuel.kind === 'solid-fuel') return fuelRow(fuel);
  const soot_frac = fuel.kind === 'oil-pan' ? M.OIL_soot_frac : 0.06; // plastics: PP 0.059, models.md 1.1
  const co_frac = fuel.kind === 'oil-pan' ? M.OIL_co_frac : 0.024;
  return { soot_frac, co_frac, heat_kJpkg: M.OIL_heat_kJpkg };
}

function foot_m(fuel: Fuel): number {
  return fuel.pose.position_m[1] + (fuel.kind === 'oil-pan' ? fuel.half_m[1] : 0);
}

const feed: Feed = { convective_kW: 0, entrained_kgps: 0, soot_kgps: 0, co_kgps: 0, oxygen_kgps: 0 };
function gather(world: World): Feed {
  feed.convective_kW = feed.entrained_kgps = feed.soot_kgps = feed.co_kgps = feed.oxygen_kgps = 0;
  for (const id in world.things) {
    const fuel = world.things[id]!;
    if (!isFuel(fuel) || fuel.heatRelease_kW <= 0) continue;
    const q_kW = fuel.heatRelease_kW;
    const { soot_frac, co_frac, heat_kJpkg } = yields(fuel);
    feed.convective_kW += q_kW * (1 - M.CHI_radiative_frac);
    feed.entrained_kgps += mccaffreyEntrainment_kgps(q_kW, world.smoke.layerHeight_m - foot_m(fuel));
    feed.soot_kgps += (q_kW / heat_kJpkg) * soot_frac;
    feed.co_kgps += (q_kW / heat_kJpkg) * co_frac;
    feed.oxygen_kgps += q_kW / M.O2_heat_kJpkg;
  }
  return feed;
}

/** Smoke leaves by the upper part of an open way out, driven by its own lightness: (2/3) C w sqrt(2 g dT/Tu) h^1.5. */
function vented_m3ps(world: World): number {
  const door = world.things[world.room.exit.door];
  if (door?.kind !== 'door' || door.open_frac < 0.05) return 0;
  const wide_m = 2 * Math.max(door.half_m[0], door.half_m[2]) * door.open_frac;
  const soffit_m = door.pose.position_m[1] + door.half_m[1];
  const deep_m = soffit_m - world.smoke.layerHeight_m;
  if (deep_m <= 0) return 0;
  const light = Math.max(0, 1 - M.AMBIENT_K / world.smoke.upper_K);
  return (2 / 3) * M.VENT_coefficient_1 * wide_m * Math.sqrt(2 * M.GRAVITY_mps2 * light) * deep_m ** 1.5;
}

/** Share of its fire a flame at this height can keep: plenty in clear air, what the layer's oxygen allows inside it. */
export function oxygenFor_frac(world: World, foot_at_m: number): number {
  if (world.smoke.layerHeight_m > foot_at_m + 0.1) return 1;
  const book = world.working.smoke;
  const y_frac = book.o2_kg / Math.max(1e-6, book.upper_kg);
  const span = (y_frac - M.O2_limit_frac) / (0.18 - M.O2_limit_frac); // smooth cut-off [D]
  return Math.min(1, Math.max(0, span));
}

/** What the layer needs of a world. */
export type Air = Pick<World, 'room' | 'smoke' | 'working'>;

function take(world: Air, out_kg: number): void {
  const book = world.working.smoke;
  const gone = Math.min(1, out_kg / book.upper_kg);
  book.vented_kJ += book.excess_kJ * gone;
  book.excess_kJ *= 1 - gone;
  book.co_kg *= 1 - gone;
  book.o2_kg *= 1 - gone;
  world.smoke.soot_kg *= 1 - gone;
  book.upper_kg -= book.upper_kg * gone;
}

/** Heat into ceiling and the walls the layer touches, never more than the layer has. */
function coolByWalls(world: Air, area_m2: number, wall_kWpm2K: number, step_s: number): void {
  const { room, smoke } = world;
  const book = world.working.smoke;
  const touched_m2 = area_m2 + 2 * (room.width_m + room.depth_m) * (room.ceiling_m - smoke.layerHeight_m);
  const heat_kJpK = book.upper_kg * M.AIR_cp_kJpkgK;
  const lost_kJ = book.excess_kJ * (1 - Math.exp((-wall_kWpm2K * touched_m2 * step_s) / heat_kJpK));
  book.excess_kJ -= lost_kJ;
  book.walls_kJ += lost_kJ;
}

/**
 * Mass, heat, soot and oxygen into the layer, heat out to the walls, and the height that follows from them at constant
 * pressure over a leak at the floor: rho T is the same above and below, so V = (m + E/(cp T0))/rho0.
 */
export function fillLayer(world: Air, got: Feed, step_s: number, walls_kWpm2K: number, lowest_m: number): void {
  const { room, smoke } = world;
  const book = world.working.smoke;
  const area_m2 = floorArea_m2(room.floor_m);
  const in_kg = got.entrained_kgps * step_s;
  book.upper_kg += in_kg;
  book.o2_kg = Math.max(0, book.o2_kg + in_kg * M.AIR_O2_frac - got.oxygen_kgps * step_s);
  book.excess_kJ += got.convective_kW * step_s;
  book.given_kJ += got.convective_kW * step_s;
  smoke.soot_kg += got.soot_kgps * step_s;
  book.co_kg += got.co_kgps * step_s;
  coolByWalls(world, area_m2, walls_kWpm2K, step_s);
  let volume_m3 = (book.upper_kg + book.excess_kJ / (M.AIR_cp_kJpkgK * M.AMBIENT_K)) / M.AIR_kgpm3;
  const most_m3 = area_m2 * (room.ceiling_m - lowest_m);
  if (volume_m3 > most_m3) {
    take(world, book.upper_kg * (1 - most_m3 / volume_m3));
    volume_m3 = most_m3;
  }
  smoke.layerHeight_m = room.ceiling_m - volume_m3 / area_m2;
  smoke.upper_K = M.AMBIENT_K + book.excess_kJ / (book.upper_kg * M.AIR_cp_kJpkgK);
  smoke.co_ppm = (book.co_kg / book.upper_kg) * M.AIR_OVER_CO_molar * 1e6;
  const k_1pm = (M.SOOT_extinction_m2pkg * smoke.soot_kg) / volume_m3;
  smoke.visibility_m = Math.min(M.VISIBILITY_max_m, M.VISIBILITY_reflecting_1 / Math.max(1e-6, k_1pm));
}

/** One step of the layer; a multi-room version can take this place, world.smoke being all that others read. */
export function stepSmoke(world: World, step_s: number): void {
  const leaving_m3ps = vented_m3ps(world);
  if (leaving_m3ps > 0) take(world, ((leaving_m3ps * M.AIR_kgpm3 * M.AMBIENT_K) / world.smoke.upper_K) * step_s);
  fillLayer(world, gather(world), step_s, M.WALL_h_kWpm2K, M.FLOOR_gap_m);
}
