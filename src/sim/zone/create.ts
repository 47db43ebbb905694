/** Builds what a layout describes: rooms at rest, openings between them, fires not yet lit. */
import {
  type Building,
  type Fire,
  type Layer,
  OUTSIDE_index,
  type Room,
  type RoomSlab,
  type Vent,
} from './building.ts';
import { layoutRefusals } from './check.ts';
import { G_mps2, GAS_JpkgK, STANDARD_Pa, THIN_frac } from './constants.ts';
import { FUELS, type Fuel, products_kgpkg } from './fuel.ts';
import { type FireLayout, type Layout, MATERIALS, type Material, OUTSIDE, type RoomLayout } from './layout.ts';
import { airShares_frac, SPECIES_COUNT } from './species.ts';
import { createSlab } from './wall.ts';

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
    solved_Pa: 0,
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
