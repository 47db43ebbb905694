/** What a building is while it burns: plain data, structuredClone-able, made from a layout and changed only by step.ts. */
import { layoutRefusals } from './check.ts';
import { G_mps2, GAS_JpkgK, STANDARD_Pa, THIN_frac } from './constants.ts';
import { FUELS, type Fuel, products_kgpkg } from './fuel.ts';
import { type FireLayout, type Layout, MATERIALS, type Material, OUTSIDE, type RoomLayout } from './layout.ts';
import type { Place, PlumeLaw } from './plume.ts';
import { airShares_frac, SPECIES_COUNT } from './species.ts';
import { createSlab, type Slab } from './wall.ts';

/** Rooms are numbered in the order of the layout; the open air is -1. */
export const OUTSIDE_index = -1;

/** One of the two layers: mass, volume and species are what is conserved; the temperature follows from the gas law. */
export interface Layer {
  mass_kg: number;
  volume_m3: number;
  temp_K: number;
  /** in the order of SPECIES */
  species_kg: number[];
}

export interface Room {
  id: string;
  /** of its floor above the building's zero */
  floor_m: number;
  height_m: number;
  volume_m3: number;
  area_m2: number;
  mixed: boolean;
  /** gauge pressure at the floor, against the still air outside at the same height */
  pressure_Pa: number;
  /** interface above this room's floor */
  layer_m: number;
  upper: Layer;
  lower: Layer;
  /** pitched roof as [height, area, volume below]; null for a box */
  profile: [height_m: number, area_m2: number, below_m3: number][] | null;
  /** ceiling, floor, then bands of wall from the floor up; null where a material is `none` */
  slabs: RoomSlab[];
  /** length of path of radiation through the gas, 3.6 V / A */
  beam_m: number;
  /** radiation the slabs' linear step left over, paid back in the next one (keeps energy exact) */
  owed_W: number;
  /** heat the slabs took from gas and flame in the last step */
  toWalls_W: number;
}

export interface RoomSlab {
  slab: Slab;
  area_m2: number;
  /** heights of a wall band; for ceiling and floor both are that height */
  bottom_m: number;
  top_m: number;
  kind: 'ceiling' | 'floor' | 'wall';
}

/** A door or window. A caller changes `open_frac` and the two seals between steps. */
export interface Vent {
  id: string;
  from: number;
  to: number;
  /** above the building's zero */
  sill_m: number;
  soffit_m: number;
  width_m: number;
  open_frac: number;
  bottomGap_m2: number;
  sideGap_m2: number;
  /** wet towel along the bottom, tape round the frame: 1 lets a twentieth through (vent.ts) */
  bottomSealed_frac: number;
  sidesSealed_frac: number;
  /** last step: what went from `from` to `to`, and back */
  out_kgps: number;
  in_kgps: number;
  /** heat carried by each, against outside air */
  out_kW: number;
  in_kW: number;
  /** height above zero where the flow turns, null where it goes one way */
  neutral_m: number | null;
}

export interface Hatch {
  id: string;
  below_index: number;
  above_index: number;
  area_m2: number;
  shape: 'square' | 'round';
  open_frac: number;
  up_kgps: number;
  down_kgps: number;
}

export interface Fan {
  id: string;
  from: number;
  to: number;
  flow_m3ps: number;
  height_m: number;
  on_frac: number;
  flow_kgps: number;
}

/** A fire. `heat_kW` is null while its curve drives it; a caller may set it instead, and does so with setHeat. */
export interface Fire {
  id: string;
  room_index: number;
  base_m: number;
  area_m2: number;
  place: Place;
  fuel: Fuel;
  curve: [at_s: number, heat_kW: number][] | null;
  growth: { alpha_kWps2: number; peak_kW: number; from_s: number } | null;
  set_kW: number | null;
  /** what the fuel gives off, what finds air and burns here, and how much of it joins gas rather than walls */
  asked_kW: number;
  burned_kW: number;
  /** longest shortage so far: lowest share of the asked heat that burned, 1 while air sufficed */
  leanest_frac: number;
  /** when the air first fell short, null while it never did */
  shortAt_s: number | null;
  burned_kJ: number;
  /** change of species per kg, well ventilated and starved of air (co 0.2) */
  products_kgpkg: number[];
  starved_kgpkg: number[];
}

export interface Building {
  time_s: number;
  plume: PlumeLaw;
  /** of the air outside */
  outside_K: number;
  outside_Pa: number;
  outside_frac: number[];
  /** of the rooms at the start */
  inside_K: number;
  rooms: Room[];
  vents: Vent[];
  hatches: Hatch[];
  fans: Fan[];
  fires: Fire[];
  /** Newton steps the last tick needed */
  newton_count: number;
}

/** CO yield of a fire starved of air, SFPE Handbook (Gottuk) and models.md 1.1. */
const STARVED_CO_kgpkg = 0.2;
/** Bands of wall, each with its own temperature; the interface may lie inside one. [D] */
const WALL_BANDS_count = 4;

/**
 * Builds the rooms at rest, full of inside air with a thin upper layer.
 * @throws one sentence naming the first thing wrong with the layout (check.ts lists all)
 */
export function createBuilding(layout: Layout): Building {
  const refusals = layoutRefusals(layout);
  if (refusals.length > 0) throw new Error(refusals[0]);
  const inside_K = layout.inside_K ?? 293.15;
  const outside_K = layout.outside_K ?? inside_K;
  const outside_Pa = layout.pressure_Pa ?? STANDARD_Pa;
  const air = airShares_frac(inside_K, layout.humidity_frac ?? 0.5, outside_Pa);
  const at = (id: string) => (id === OUTSIDE ? OUTSIDE_index : layout.rooms.findIndex((room) => room.id === id));
  const floor_m = (id: string, other: string) => layout.rooms[at(id) < 0 ? at(other) : at(id)]?.floor_m ?? 0;
  const rooms = layout.rooms.map((room) => createRoom(layout, room, inside_K, outside_K, outside_Pa, air));
  const vents = (layout.vents ?? []).map((v) =>
    createVent(
      v.id,
      at(v.from),
      at(v.to),
      floor_m(v.from, v.to) + v.sill_m,
      floor_m(v.from, v.to) + v.soffit_m,
      v.width_m,
      v,
    ),
  );
  for (const [i, room] of layout.rooms.entries())
    if (room.leak_m2)
      vents.push(
        createVent(
          `${room.id}.leak`,
          i,
          OUTSIDE_index,
          room.floor_m ?? 0,
          (room.floor_m ?? 0) + room.height_m,
          room.leak_m2 / room.height_m,
          {},
        ),
      );
  return {
    time_s: 0,
    plume: layout.plume ?? 'mccaffrey',
    outside_K,
    outside_Pa,
    outside_frac: air,
    inside_K,
    rooms,
    vents,
    hatches: (layout.hatches ?? []).map((h) => ({
      id: h.id,
      below_index: at(h.below),
      above_index: at(h.above),
      area_m2: h.area_m2,
      shape: h.shape ?? 'square',
      open_frac: h.open_frac ?? 1,
      up_kgps: 0,
      down_kgps: 0,
    })),
    fans: (layout.fans ?? []).map((f) => ({
      id: f.id,
      from: at(f.from),
      to: at(f.to),
      flow_m3ps: f.flow_m3ps,
      height_m: f.height_m,
      on_frac: f.on_frac ?? 1,
      flow_kgps: 0,
    })),
    fires: (layout.fires ?? []).map((fire) => createFire(layout, fire, at(fire.room))),
    newton_count: 0,
  };
}

function createVent(
  id: string,
  from: number,
  to: number,
  sill_m: number,
  soffit_m: number,
  width_m: number,
  more: { open_frac?: number; bottomGap_m2?: number; sideGap_m2?: number },
): Vent {
  return {
    id,
    from,
    to,
    sill_m,
    soffit_m,
    width_m,
    open_frac: more.open_frac ?? 1,
    bottomGap_m2: more.bottomGap_m2 ?? 0,
    sideGap_m2: more.sideGap_m2 ?? 0,
    bottomSealed_frac: 0,
    sidesSealed_frac: 0,
    out_kgps: 0,
    in_kgps: 0,
    out_kW: 0,
    in_kW: 0,
    neutral_m: null,
  };
}

function createFire(layout: Layout, fire: FireLayout, room: number): Fire {
  const fuel = { ...FUELS, ...layout.fuels }[fire.fuel] as Fuel;
  const starved_co = Math.max(fuel.co_kgpkg, Math.min(STARVED_CO_kgpkg, carbonLeft(fuel)));
  return {
    id: fire.id,
    room_index: room,
    base_m: fire.base_m,
    area_m2: fire.area_m2,
    place: fire.place ?? 'centre',
    fuel: { ...fuel },
    curve: fire.curve ? fire.curve.map(([t, q]) => [t, q]) : null,
    growth: fire.growth ? { ...fire.growth } : null,
    set_kW: null,
    asked_kW: 0,
    burned_kW: 0,
    leanest_frac: 1,
    shortAt_s: null,
    burned_kJ: 0,
    products_kgpkg: products_kgpkg(fuel),
    starved_kgpkg: products_kgpkg(fuel, starved_co),
  };
}

/** Most CO the fuel's carbon allows once soot and HCN have theirs. */
function carbonLeft(fuel: Fuel): number {
  const full = products_kgpkg(fuel)[1] as number;
  return fuel.co_kgpkg + (full * 0.02801) / 0.044009;
}

function createRoom(
  layout: Layout,
  room: RoomLayout,
  inside_K: number,
  outside_K: number,
  outside_Pa: number,
  air: number[],
): Room {
  const profile = room.profile_m ? withVolumes(room.profile_m) : null;
  const volume_m3 = profile ? (profile.at(-1)?.[2] as number) : room.width_m * room.depth_m * room.height_m;
  const area_m2 = profile ? (profile[0]?.[1] as number) : room.width_m * room.depth_m;
  const still_Pa = outside_Pa - (outside_Pa / (GAS_JpkgK * outside_K)) * G_mps2 * (room.floor_m ?? 0);
  const density = still_Pa / (GAS_JpkgK * inside_K);
  const thin_m3 = volume_m3 * THIN_frac;
  const bulk_m3 = volume_m3 - thin_m3;
  const [upper_m3, lower_m3] = room.mixed ? [bulk_m3, thin_m3] : [thin_m3, bulk_m3];
  const slabs = createSlabs(layout, room, area_m2, inside_K);
  const surface_m2 = 2 * area_m2 + 2 * (room.width_m + room.depth_m) * room.height_m;
  return {
    id: room.id,
    floor_m: room.floor_m ?? 0,
    height_m: room.height_m,
    volume_m3,
    area_m2,
    mixed: room.mixed ?? false,
    pressure_Pa: 0,
    layer_m: room.mixed ? 0 : room.height_m,
    upper: layerOf(upper_m3, density, inside_K, air),
    lower: layerOf(lower_m3, density, inside_K, air),
    profile,
    slabs,
    beam_m: (3.6 * volume_m3) / surface_m2,
    owed_W: 0,
    toWalls_W: 0,
  };
}

function layerOf(volume_m3: number, density_kgpm3: number, temp_K: number, air_frac: number[]): Layer {
  const mass_kg = volume_m3 * density_kgpm3;
  const species_kg = new Array<number>(SPECIES_COUNT);
  for (let s = 0; s < SPECIES_COUNT; s++) species_kg[s] = mass_kg * (air_frac[s] as number);
  return { mass_kg, volume_m3, temp_K, species_kg };
}

/** Adds to each [height, area] the volume below it, the area running straight between points. */
function withVolumes(profile_m: [number, number][]): [number, number, number][] {
  let below = 0;
  return profile_m.map(([z, a], i) => {
    const before = profile_m[i - 1];
    if (before) below += ((before[1] + a) / 2) * (z - before[0]);
    return [z, a, below];
  });
}

function createSlabs(layout: Layout, room: RoomLayout, area_m2: number, temp_K: number): RoomSlab[] {
  const materials: Record<string, Material | null> = { ...MATERIALS, ...layout.materials };
  const slabs: RoomSlab[] = [];
  const add = (name: string, kind: RoomSlab['kind'], wall_m2: number, bottom_m: number, top_m: number) => {
    const material = materials[name];
    if (material) slabs.push({ slab: createSlab(material, temp_K), area_m2: wall_m2, bottom_m, top_m, kind });
  };
  const top = room.profile_m?.at(-1)?.[1] ?? area_m2;
  add(room.ceiling ?? 'gypsum', 'ceiling', Math.max(area_m2, top), room.height_m, room.height_m);
  add(room.floor ?? 'concrete', 'floor', area_m2, 0, 0);
  const band_m = room.height_m / WALL_BANDS_count;
  for (let i = 0; i < WALL_BANDS_count; i++)
    add(room.walls ?? 'gypsum', 'wall', 2 * (room.width_m + room.depth_m) * band_m, i * band_m, (i + 1) * band_m);
  return slabs;
}

/** Height of the interface when the lower layer holds a volume. */
export function layerHeight_m(room: Pick<Room, 'profile' | 'area_m2' | 'height_m'>, lower_m3: number): number {
  if (!room.profile) return Math.min(room.height_m, lower_m3 / room.area_m2);
  for (let i = 1; i < room.profile.length; i++) {
    const [z1, a1, v1] = room.profile[i - 1] as [number, number, number];
    const [z2, a2, v2] = room.profile[i] as [number, number, number];
    if (lower_m3 > v2 && i < room.profile.length - 1) continue;
    const slope = (a2 - a1) / (z2 - z1);
    const need = Math.max(0, lower_m3 - v1);
    const rise = Math.abs(slope) < 1e-9 ? need / a1 : (Math.sqrt(Math.max(0, a1 * a1 + 2 * slope * need)) - a1) / slope;
    return Math.min(z2, z1 + rise);
  }
  return room.height_m;
}

/** Drives a fire from outside its curve: null gives it back to the curve. */
export function setHeat(building: Building, fire: string, heat_kW: number | null): void {
  const found = building.fires.find((one) => one.id === fire);
  if (!found) throw new Error(`no fire is called "${fire}"`);
  if (heat_kW !== null && !(heat_kW >= 0 && Number.isFinite(heat_kW)))
    throw new Error(`fire "${fire}": its heat must be 0 kW or more`);
  found.set_kW = heat_kW;
}

/** What a person can do to an opening. */
export interface VentChange {
  open_frac?: number;
  bottomSealed_frac?: number;
  sidesSealed_frac?: number;
}

/** Opens, shuts or seals a door, window or hatch; between steps, at any time. */
export function setVent(building: Building, vent: string, change: VentChange): void {
  const door = building.vents.find((one) => one.id === vent);
  const hatch = building.hatches.find((one) => one.id === vent);
  if (!door && !hatch) throw new Error(`no vent or hatch is called "${vent}"`);
  for (const [key, value] of Object.entries(change)) {
    if (value === undefined) continue;
    if (!(value >= 0 && value <= 1)) throw new Error(`vent "${vent}": ${key} must be between 0 and 1`);
    if (door) door[key as keyof VentChange] = value;
    else if (hatch && key === 'open_frac') hatch.open_frac = value;
    else throw new Error(`hatch "${vent}": only open_frac can be changed, not ${key}`);
  }
}
