/** Heat between a room's gas, its walls and the flame: convection, radiation through grey smoke, conduction behind. */
import type { Building, Room, RoomSlab } from './building.ts';
import { COLDEST_K, CP_JpkgK, STEFAN_Wpm2K4, STIRRED_Wpm2K } from './constants.ts';
import { SOOT } from './species.ts';
import { stepSlab } from './wall.ts';

/** Absorption of hot gas: 0.5 1/m for CO2 and water, 1300 m2/kg for soot (models.md 1.3). */
const GAS_1pm = 0.5;
const SOOT_m2pkg = 1300;

/** Heat the gas layers gain from walls and flame (usually negative). */
export interface GasHeat {
  upper_W: number;
  lower_W: number;
  /** gas that cools at the walls of the upper layer and slides below the interface */
  sink_kgps: number;
}

/**
 * Boundary layers on walls: flow over heat, from the turbulent profiles of Eckert and Jackson (1950), whose mean deficit
 * is a quarter of the wall's: m = 4 h A / cp.
 */
const DEFICIT_frac = 0.25;

function emissivity_frac(room: Room, upper: boolean): number {
  const layer = upper ? room.upper : room.lower;
  const smoke = (layer.species_kg[SOOT] as number) / layer.volume_m3;
  const gas = upper ? GAS_1pm : 0;
  return (
    1 - Math.exp(-(gas + SOOT_m2pkg * smoke) * room.beam_m * Math.min(1, layer.volume_m3 / (0.5 * room.volume_m3)))
  );
}

/** Linear radiative coefficient between two temperatures. */
function radiative_Wpm2K(a_K: number, b_K: number): number {
  return STEFAN_Wpm2K4 * (a_K * a_K + b_K * b_K) * (a_K + b_K);
}

/** Natural convection, turbulent, by orientation (models.md 1.3); a moving hot layer stirs at least 5 W/m2K. */
function convective_Wpm2K(kind: RoomSlab['kind'], gas_K: number, wall_K: number, upper: boolean): number {
  const natural = (kind === 'wall' ? 1.31 : 1.52) * Math.cbrt(Math.abs(gas_K - wall_K));
  return upper ? Math.max(STIRRED_Wpm2K, natural) : natural;
}

/** Share of a surface that the upper layer touches. */
function upperShare_frac(room: Room, one: RoomSlab): number {
  if (one.kind === 'ceiling') return 1;
  if (one.kind === 'floor') return 0;
  return Math.min(1, Math.max(0, (one.top_m - room.layer_m) / (one.top_m - one.bottom_m)));
}

/**
 * One step of every wall of a room. Surfaces, interface and openings meet at one mean radiation (a star network), so
 * what one loses others gain; the little the linear step leaves over is owed to the next.
 * @param flame_W radiated by fires in the room, openings_m2 open to darkness at the outside temperature
 */
export function stepRoomHeat(
  building: Building,
  room: Room,
  flame_W: number,
  openings_m2: number,
  dt_s: number,
  out: GasHeat,
): void {
  const { upper, lower } = room;
  out.upper_W = 0;
  out.lower_W = 0;
  out.sink_kgps = 0;
  room.toWalls_W = 0;
  if (room.slabs.length === 0) {
    out.upper_W = flame_W;
    return;
  }
  const eu = emissivity_frac(room, true);
  const el = emissivity_frac(room, false);
  let weights = eu * room.area_m2 + openings_m2;
  let sum =
    STEFAN_Wpm2K4 * (eu * room.area_m2 * upper.temp_K ** 4 + openings_m2 * building.outside_K ** 4) +
    flame_W +
    room.owed_W;
  let lossU = 4 * eu * room.area_m2 * STEFAN_Wpm2K4 * upper.temp_K ** 3;
  let lossL = 0;
  for (const one of room.slabs) {
    const u = upperShare_frac(room, one);
    const e = one.slab.emissivity_frac;
    const w = e * one.area_m2 * (u * (1 - eu) + (1 - u) * (1 - el));
    const surface = one.slab.surface_K;
    weights += w;
    sum += w * STEFAN_Wpm2K4 * surface ** 4;
    lossU +=
      u *
      one.area_m2 *
      (convective_Wpm2K(one.kind, upper.temp_K, surface, true) + e * eu * radiative_Wpm2K(upper.temp_K, surface));
    lossL +=
      (1 - u) *
      one.area_m2 *
      (convective_Wpm2K(one.kind, lower.temp_K, surface, false) + e * el * radiative_Wpm2K(lower.temp_K, surface));
  }
  const star = Math.max(COLDEST_K ** 4, sum / (weights * STEFAN_Wpm2K4));
  const star_K = star ** 0.25;
  const damp = 1 / (1 + (lossU * dt_s) / (upper.mass_kg * CP_JpkgK));
  const dampL = 1 / (1 + (lossL * dt_s) / (lower.mass_kg * CP_JpkgK));
  const mean = damp * eu * room.area_m2 * STEFAN_Wpm2K4 * (star - upper.temp_K ** 4);
  out.upper_W += mean;
  let slide_W = 0;
  let slide_WpK = 0;
  let left = flame_W + room.owed_W - mean - openings_m2 * STEFAN_Wpm2K4 * (star - building.outside_K ** 4);
  for (const one of room.slabs) {
    const u = upperShare_frac(room, one);
    const e = one.slab.emissivity_frac;
    const surface = one.slab.surface_K;
    const hu =
      u *
      damp *
      (convective_Wpm2K(one.kind, upper.temp_K, surface, true) + e * eu * radiative_Wpm2K(upper.temp_K, surface));
    const hl =
      (1 - u) *
      dampL *
      (convective_Wpm2K(one.kind, lower.temp_K, surface, false) + e * el * radiative_Wpm2K(lower.temp_K, surface));
    const hs = e * (u * (1 - eu) + (1 - u) * (1 - el)) * radiative_Wpm2K(star_K, surface);
    const flux = stepSlab(one.slab, hu * upper.temp_K + hl * lower.temp_K + hs * star_K, hu + hl + hs, dt_s);
    const now = one.slab.surface_K;
    if (one.kind === 'wall' && u > 0) {
      const h = u * damp * convective_Wpm2K(one.kind, upper.temp_K, surface, true) * one.area_m2;
      slide_WpK += h;
      slide_W += h * (upper.temp_K - now);
    }
    out.upper_W -= hu * (upper.temp_K - now) * one.area_m2;
    out.lower_W -= hl * (lower.temp_K - now) * one.area_m2;
    left -= hs * (star_K - now) * one.area_m2;
    room.toWalls_W += flux * one.area_m2;
  }
  room.owed_W = left;
  slide(room, slide_W, slide_WpK, out);
}

/**
 * Gas cooled at the upper walls slides down them. Unmixed, it is so much gas as cold as the lower layer and the rest as
 * warm as the upper one: the cold part goes below, and the heat its cooling took is charged to it and not to the layer it
 * left. Without this a closed room fills to the floor in minutes, which no experiment shows (NBS MV100O, NIST/NRC 1, 2).
 */
function slide(room: Room, slide_W: number, slide_WpK: number, out: GasHeat): void {
  const warmer = room.upper.temp_K - room.lower.temp_K;
  if (slide_W <= 0 || warmer <= 0) return;
  const most = slide_WpK / (DEFICIT_frac * CP_JpkgK);
  out.sink_kgps = Math.min(most, slide_W / (CP_JpkgK * warmer));
  const heat = out.sink_kgps * CP_JpkgK * warmer;
  out.upper_W += heat;
  out.lower_W -= heat;
}
