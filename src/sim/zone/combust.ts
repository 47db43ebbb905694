/** Fires: what the fuel asks, what the air allows, where heat, gases and soot go. */
import { type Book, note } from './book.ts';
import type { Building, Fire, Layer, Room } from './building.ts';
import { CP_JpkgK } from './constants.ts';
import { entrainment_kgps, flameHeight_m } from './plume.ts';
import { FUEL, O2, SPECIES_COUNT, volumeShare_frac } from './species.ts';

/** Oxygen limit of a flame at 20 C, falling to none at the free-burn temperature: FDS User's Guide, extinction model 1. */
const LOWER_OXYGEN_frac = 0.135;
const FREE_BURN_K = 873.15;
/** Oxygen between nothing and full burning: keeps the limit from flickering. [D] */
const SMOOTH_OXYGEN_frac = 0.02;
/** Of the gas in reach, what a flame may use up in one step. [D] */
const REACH_frac = 0.5;
/** CO climbs to its starved yield as fuel asked over air grows from 1 to 1.5 (Gottuk, SFPE Handbook). */
const STARVED_OVER_frac = 0.5;
/** Unburned fuel leaves the surface at pyrolysis temperature. [D] 330 C */
const PYROLYSIS_K = 600;
/** Unburned fuel in a layer hot enough to burn freely burns within about a second. [D] */
const AFTERBURN_s = 1;

/** What fires put into layers this step; layers numbered as in book.ts. */
export interface Sources {
  heat_W: Float64Array;
  mass_kgps: Float64Array;
  /** SPECIES_COUNT numbers a layer */
  species_kgps: Float64Array;
  /** radiated by flames, per room */
  flame_W: Float64Array;
}

export function createSources(n: number): Sources {
  return {
    heat_W: new Float64Array(2 * n),
    mass_kgps: new Float64Array(2 * n),
    species_kgps: new Float64Array(2 * n * SPECIES_COUNT),
    flame_W: new Float64Array(n),
  };
}

/** What the fuel would release in free air at a time. */
export function askedHeat_kW(fire: Pick<Fire, 'set_kW' | 'curve' | 'growth'>, at_s: number): number {
  if (fire.set_kW !== null) return fire.set_kW;
  if (fire.growth) {
    const since = at_s - fire.growth.from_s;
    return since <= 0 ? 0 : Math.min(fire.growth.peak_kW, fire.growth.alpha_kWps2 * since * since);
  }
  return fire.curve ? along(fire.curve, at_s) : 0;
}

/** Straight lines between points; nothing before the first, the last value after the last. */
function along(curve: readonly [number, number][], at_s: number): number {
  const last = curve[curve.length - 1] as [number, number];
  if (at_s >= last[0]) return last[1];
  for (let i = 1; i < curve.length; i++) {
    const [t2, q2] = curve[i] as [number, number];
    if (at_s > t2) continue;
    const [t1, q1] = curve[i - 1] as [number, number];
    return at_s < t1 ? 0 : q1 + ((q2 - q1) * (at_s - t1)) / (t2 - t1);
  }
  return 0;
}

/** Share of the oxygen in a gas that a flame can use: none below its limit, all a little above it. */
export function usableOxygen_frac(oxygen_frac: number, temp_K: number): number {
  const limit = LOWER_OXYGEN_frac * Math.min(1, Math.max(0, (FREE_BURN_K - temp_K) / (FREE_BURN_K - 293.15)));
  return Math.min(1, Math.max(0, (oxygen_frac - limit) / SMOOTH_OXYGEN_frac));
}

function usable_kgpkg(layer: Layer): number {
  const oxygen = volumeShare_frac(layer.species_kg, layer.mass_kg, O2);
  return ((layer.species_kg[O2] as number) / layer.mass_kg) * usableOxygen_frac(oxygen, layer.temp_K);
}

/** Burns one fire for a step: limits it by its air, books the plume, adds heat, gases and soot to the upper layer. */
export function burn(building: Building, fire: Fire, sources: Sources, book: Book, dt_s: number): void {
  const room = building.rooms[fire.room_index] as Room;
  const asked = askedHeat_kW(fire, building.time_s);
  fire.asked_kW = asked;
  fire.burned_kW = 0;
  if (asked <= 0) return;
  const radiative = fire.fuel.radiative_frac;
  const rise_m = room.layer_m - fire.base_m;
  const most_kgps = (REACH_frac * room.lower.mass_kg) / dt_s;
  const plume = (heat: number) =>
    Math.min(most_kgps, entrainment_kgps(building.plume, heat, heat * (1 - radiative), rise_m, fire.place));
  const air = plume(asked);
  const tip_m = flameHeight_m(asked, Math.sqrt((4 * fire.area_m2) / Math.PI));
  const inSmoke = Math.max(
    0,
    entrainment_kgps(building.plume, asked, asked * (1 - radiative), Math.max(tip_m, 0.1), fire.place) - air,
  );
  const smoke = tip_m > rise_m ? Math.min(inSmoke, (REACH_frac * room.upper.mass_kg) / dt_s) : 0;
  const oxygen = air * usable_kgpkg(room.lower) + smoke * usable_kgpkg(room.upper);
  const allowed = (oxygen * fire.fuel.heat_kJpkg) / -(fire.products_kgpkg[O2] as number);
  const burned = Math.min(asked, allowed);
  record(building, fire, asked, burned, dt_s);
  const upper = 2 * fire.room_index + 1;
  const starved = burned < asked ? Math.min(1, (asked / Math.max(allowed, 1e-9) - 1) / STARVED_OVER_frac) : 0;
  addProducts(fire, sources, upper, burned / fire.fuel.heat_kJpkg, starved);
  addUnburned(sources, upper, (asked - burned) / fire.fuel.heat_kJpkg);
  sources.heat_W[upper] = (sources.heat_W[upper] as number) + burned * 1000 * (1 - radiative);
  sources.flame_W[fire.room_index] = (sources.flame_W[fire.room_index] as number) + burned * 1000 * radiative;
  const weak = room.upper.temp_K - room.lower.temp_K;
  const strong_kgps = weak > 0 ? (burned * 1000 * (1 - radiative)) / (CP_JpkgK * weak) : most_kgps;
  note(book, upper - 1, upper, Math.min(burned < asked ? plume(burned) : air, strong_kgps));
}

function record(building: Building, fire: Fire, asked: number, burned: number, dt_s: number): void {
  fire.burned_kW = burned;
  fire.burned_kJ += burned * dt_s;
  if (burned > 0.99 * asked) return;
  fire.leanest_frac = Math.min(fire.leanest_frac, burned / asked);
  fire.shortAt_s ??= building.time_s;
}

function addProducts(fire: Fire, sources: Sources, layer: number, fuel_kgps: number, starved_frac: number): void {
  for (let s = 0; s < SPECIES_COUNT; s++) {
    const fresh = fire.products_kgpkg[s] as number;
    const made = fresh + starved_frac * ((fire.starved_kgpkg[s] as number) - fresh);
    const at = layer * SPECIES_COUNT + s;
    sources.species_kgps[at] = (sources.species_kgps[at] as number) + made * fuel_kgps;
  }
  sources.mass_kgps[layer] = (sources.mass_kgps[layer] as number) + fuel_kgps;
}

function addUnburned(sources: Sources, layer: number, fuel_kgps: number): void {
  const at = layer * SPECIES_COUNT + FUEL;
  sources.species_kgps[at] = (sources.species_kgps[at] as number) + fuel_kgps;
  sources.mass_kgps[layer] = (sources.mass_kgps[layer] as number) + fuel_kgps;
  sources.heat_W[layer] = (sources.heat_W[layer] as number) + fuel_kgps * CP_JpkgK * PYROLYSIS_K;
}

/** Unburned fuel in a layer above the free-burn temperature burns with what oxygen is there; heat as the building's first fuel. */
export function afterburn(building: Building, room: Room, index: number, sources: Sources, dt_s: number): void {
  const fire = building.fires[0];
  const layer = room.upper;
  if (!fire || layer.temp_K < FREE_BURN_K || (layer.species_kg[FUEL] as number) <= 0) return;
  const need = -(fire.products_kgpkg[O2] as number);
  const fuel_kg = Math.min(layer.species_kg[FUEL] as number, (layer.species_kg[O2] as number) / need);
  const rate = (REACH_frac * fuel_kg) / Math.max(AFTERBURN_s, dt_s);
  const at = 2 * index + 1;
  addProducts(fire, sources, at, rate, 0);
  sources.mass_kgps[at] = (sources.mass_kgps[at] as number) - rate;
  const fuelAt = at * SPECIES_COUNT + FUEL;
  sources.species_kgps[fuelAt] = (sources.species_kgps[fuelAt] as number) - rate;
  sources.heat_W[at] = (sources.heat_W[at] as number) + rate * fire.fuel.heat_kJpkg * 1000;
}
