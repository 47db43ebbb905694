/** Carries out one step's book: mass, species and heat move, pressure and layer volumes follow; nothing is made or lost. */
import type { Book } from './book.ts';
import type { Building, Layer, Room } from './building.ts';
import { layerHeight_m } from './building.ts';
import type { Sources } from './combust.ts';
import { COLDEST_K, CP_JpkgK, GAMMA_frac, GAS_JpkgK, HOTTEST_K, THIN_frac } from './constants.ts';
import { stillOutside_Pa } from './scene.ts';
import { SPECIES_COUNT } from './species.ts';

/** Most of a layer that may leave it in one step; what is asked beyond comes from the layer behind it. [D] */
const LEAVE_frac = 0.6;
/** Lowest absolute pressure a fan may draw. [D] */
const LOWEST_Pa = 2e4;

/** Change of every layer in the step, scratch. */
export interface Change {
  out_kgps: Float64Array;
  keep_frac: Float64Array;
  behind_kgps: Float64Array;
  behind_frac: Float64Array;
  mass_kgps: Float64Array;
  heat_W: Float64Array;
  species_kgps: Float64Array;
}

export function createChange(n: number): Change {
  const row = () => new Float64Array(2 * n);
  return {
    out_kgps: row(),
    keep_frac: row(),
    behind_kgps: row(),
    behind_frac: row(),
    mass_kgps: row(),
    heat_W: row(),
    species_kgps: new Float64Array(2 * n * SPECIES_COUNT),
  };
}

function layerAt(building: Building, at: number): Layer {
  const room = building.rooms[at >> 1] as Room;
  return at & 1 ? room.upper : room.lower;
}

/** Sets how much of each booked flow its layer can give, and how much the layer behind gives instead. */
function ration(building: Building, book: Book, change: Change, dt_s: number): void {
  change.out_kgps.fill(0);
  change.behind_kgps.fill(0);
  for (let k = 0; k < book.count; k++) {
    const from = book.from[k] as number;
    if (from >= 0) change.out_kgps[from] = (change.out_kgps[from] as number) + (book.flow_kgps[k] as number);
  }
  for (let at = 0; at < change.out_kgps.length; at++) {
    const most = (LEAVE_frac * layerAt(building, at).mass_kg) / dt_s;
    change.keep_frac[at] = Math.min(1, most / Math.max(change.out_kgps[at] as number, 1e-300));
  }
  for (let k = 0; k < book.count; k++) {
    const from = book.from[k] as number;
    if (from < 0 || (book.to[k] as number) >> 1 === from >> 1) continue;
    const beyond = (book.flow_kgps[k] as number) * (1 - (change.keep_frac[from] as number));
    change.behind_kgps[from ^ 1] = (change.behind_kgps[from ^ 1] as number) + beyond;
  }
  for (let at = 0; at < change.out_kgps.length; at++) {
    const given = (change.out_kgps[at] as number) * (change.keep_frac[at] as number);
    const room = Math.max(0, (0.9 * layerAt(building, at).mass_kg) / dt_s - given);
    change.behind_frac[at] = Math.min(1, room / Math.max(change.behind_kgps[at] as number, 1e-300));
  }
}

function move(building: Building, change: Change, from: number, to: number, flow_kgps: number): void {
  if (flow_kgps <= 0) return;
  const source = from >= 0 ? layerAt(building, from) : null;
  const heat = flow_kgps * CP_JpkgK * (source ? source.temp_K : building.outside_K);
  const { mass_kgps, heat_W, species_kgps } = change;
  if (source) {
    mass_kgps[from] = (mass_kgps[from] as number) - flow_kgps;
    heat_W[from] = (heat_W[from] as number) - heat;
  }
  if (to >= 0) {
    mass_kgps[to] = (mass_kgps[to] as number) + flow_kgps;
    heat_W[to] = (heat_W[to] as number) + heat;
  }
  const perMass = source ? flow_kgps / source.mass_kg : flow_kgps;
  const shares = source ? source.species_kg : building.outside_frac;
  for (let s = 0; s < SPECIES_COUNT; s++) {
    const kg = perMass * (shares[s] as number);
    if (source) species_kgps[from * SPECIES_COUNT + s] = (species_kgps[from * SPECIES_COUNT + s] as number) - kg;
    if (to >= 0) species_kgps[to * SPECIES_COUNT + s] = (species_kgps[to * SPECIES_COUNT + s] as number) + kg;
  }
}

/** Applies sources and booked flows to every room. */
export function carryOut(building: Building, sources: Sources, book: Book, change: Change, dt_s: number): void {
  ration(building, book, change, dt_s);
  change.mass_kgps.set(sources.mass_kgps);
  change.heat_W.set(sources.heat_W);
  change.species_kgps.set(sources.species_kgps);
  for (let k = 0; k < book.count; k++) {
    const from = book.from[k] as number;
    const to = book.to[k] as number;
    const flow = book.flow_kgps[k] as number;
    const keep = from < 0 ? 1 : (change.keep_frac[from] as number);
    move(building, change, from, to, flow * keep);
    if (keep < 1 && to >> 1 !== from >> 1)
      move(building, change, from ^ 1, to, flow * (1 - keep) * (change.behind_frac[from ^ 1] as number));
  }
  for (let i = 0; i < building.rooms.length; i++) settle(building, building.rooms[i] as Room, i, change, dt_s);
}

/**
 * Pressure from all heat (dP = (gamma-1)/V H dt), upper volume from its own heat and the pressure work
 * (dVu = ((gamma-1) Hu - Vu dP/dt) dt / gamma P), temperatures from the gas law.
 */
function settle(building: Building, room: Room, i: number, change: Change, dt_s: number): void {
  const still = stillOutside_Pa(building, room.floor_m);
  const before = still + room.pressure_Pa;
  const upper_W = change.heat_W[2 * i + 1] as number;
  const total_W = upper_W + (change.heat_W[2 * i] as number);
  const pressure = Math.max(LOWEST_Pa, before + ((GAMMA_frac - 1) * dt_s * total_W) / room.volume_m3);
  const rise = pressure - before;
  const { upper, lower } = room;
  let upper_m3 =
    upper.volume_m3 + ((GAMMA_frac - 1) * upper_W * dt_s - upper.volume_m3 * rise) / (GAMMA_frac * pressure);
  add(upper, change, 2 * i + 1, dt_s);
  add(lower, change, 2 * i, dt_s);
  upper_m3 = within(upper_m3, upper.mass_kg, pressure);
  upper_m3 = room.volume_m3 - within(room.volume_m3 - upper_m3, lower.mass_kg, pressure);
  upper.volume_m3 = Math.min(room.volume_m3 * (1 - 1e-7), Math.max(room.volume_m3 * 1e-7, upper_m3));
  lower.volume_m3 = room.volume_m3 - upper.volume_m3;
  if (room.mixed) stir(room);
  refill(upper, lower, room.volume_m3);
  refill(lower, upper, room.volume_m3);
  upper.temp_K = (pressure * upper.volume_m3) / (GAS_JpkgK * upper.mass_kg);
  lower.temp_K = (pressure * lower.volume_m3) / (GAS_JpkgK * lower.mass_kg);
  room.pressure_Pa = pressure - still;
  room.layer_m = layerHeight_m(room, lower.volume_m3);
}

function add(layer: Layer, change: Change, at: number, dt_s: number): void {
  layer.mass_kg += (change.mass_kgps[at] as number) * dt_s;
  for (let s = 0; s < SPECIES_COUNT; s++)
    layer.species_kg[s] = Math.max(
      0,
      (layer.species_kg[s] as number) + (change.species_kgps[at * SPECIES_COUNT + s] as number) * dt_s,
    );
}

/** A volume whose temperature stays between the model's bounds. */
function within(volume_m3: number, mass_kg: number, pressure: number): number {
  const perK = (mass_kg * GAS_JpkgK) / pressure;
  return Math.min(perK * HOTTEST_K, Math.max(perK * COLDEST_K, volume_m3));
}

/** A layer that has nearly gone takes gas of the other until it is as thin as allowed; heat and mass go along. */
function refill(layer: Layer, other: Layer, room_m3: number): void {
  const lack = THIN_frac * room_m3 - layer.volume_m3;
  if (lack > 0) shift(other, layer, lack / other.volume_m3);
}

function shift(from: Layer, to: Layer, share: number): void {
  const mass = from.mass_kg * share;
  const volume = from.volume_m3 * share;
  from.mass_kg -= mass;
  to.mass_kg += mass;
  from.volume_m3 -= volume;
  to.volume_m3 += volume;
  for (let s = 0; s < SPECIES_COUNT; s++) {
    const kg = (from.species_kg[s] as number) * share;
    from.species_kg[s] = (from.species_kg[s] as number) - kg;
    to.species_kg[s] = (to.species_kg[s] as number) + kg;
  }
}

/** A stirred shaft is one layer: all goes up, then a thin lower layer of the same gas is left. */
function stir(room: Room): void {
  shift(room.lower, room.upper, 1 - 1e-12);
}
