/** What a building is while it burns: plain data, structuredClone-able, made by create.ts and changed only by step.ts. */
import type { Fuel } from './fuel.ts';
import type { Place, PlumeLaw } from './plume.ts';
import type { Slab } from './wall.ts';

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
  /** pressure the last solution ended at, where the next one starts */
  solved_Pa: number;
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
