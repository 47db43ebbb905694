/** How a building is written down for the smoke model: rooms, openings, shafts, fans, fires, and what walls are made of. */
import type { Fuel } from './fuel.ts';
import type { Place, PlumeLaw } from './plume.ts';

/** The air outside, written as a room's name in `from`, `to`, `below` and `above`. */
export const OUTSIDE = 'outside';

/** One layer of board or masonry. */
export interface Material {
  conductivity_WpmK: number;
  density_kgpm3: number;
  heat_JpkgK: number;
  thickness_m: number;
  emissivity_frac: number;
}

export interface RoomLayout {
  id: string;
  width_m: number;
  depth_m: number;
  height_m: number;
  /** height of its floor above the building's zero */
  floor_m?: number;
  /** names of materials; `none` neither takes nor gives heat. Default gypsum, gypsum, concrete. */
  ceiling?: string;
  walls?: string;
  floor?: string;
  /** open cracks to the outside, spread from floor to ceiling */
  leak_m2?: number;
  /** a stair shaft stirred from top to bottom: one layer, no interface */
  mixed?: boolean;
  /** nobody need reach it: a sealed test box. Without this a room no opening joins to the outside is refused. */
  sealed?: boolean;
  /** pitched roof: [height above the floor, area] rising; replaces width x depth for the volume */
  profile_m?: [height_m: number, area_m2: number][];
}

/** Door, window or hole in a wall. Heights are above the floor of `from`. */
export interface VentLayout {
  id: string;
  from: string;
  to: string;
  sill_m: number;
  soffit_m: number;
  width_m: number;
  /** how far the leaf is open at the start, 0..1; default 1 */
  open_frac?: number;
  /** gap under the leaf when it is shut: what a wet towel seals. Default 0 (a hole without a leaf). */
  bottomGap_m2?: number;
  /** gaps round the frame when it is shut: what tape seals */
  sideGap_m2?: number;
}

/** Opening in a floor slab: stair well, shaft, roof hatch. */
export interface HatchLayout {
  id: string;
  below: string;
  above: string;
  area_m2: number;
  shape?: 'square' | 'round';
  open_frac?: number;
}

/** Fan moving a fixed volume, whatever the pressure. */
export interface FanLayout {
  id: string;
  from: string;
  to: string;
  flow_m3ps: number;
  /** of the grilles above each floor */
  height_m: number;
  on_frac?: number;
}

export interface FireLayout {
  id: string;
  room: string;
  /** height of the burning surface above the floor */
  base_m: number;
  area_m2: number;
  /** a name of FUELS, or of `fuels` */
  fuel: string;
  place?: Place;
  /** heat the fuel would release in free air: [time, heat], straight between points */
  curve?: [at_s: number, heat_kW: number][];
  /** or growth alpha t^2 up to a peak */
  growth?: { alpha_kWps2: number; peak_kW: number; from_s: number };
}

export interface Layout {
  name?: string;
  /** air inside at the start and outside throughout; default 293.15 K, 0.5, 101325 Pa */
  inside_K?: number;
  outside_K?: number;
  humidity_frac?: number;
  pressure_Pa?: number;
  plume?: PlumeLaw;
  rooms: RoomLayout[];
  vents?: VentLayout[];
  hatches?: HatchLayout[];
  fans?: FanLayout[];
  fires?: FireLayout[];
  materials?: Record<string, Material>;
  fuels?: Record<string, Fuel>;
}

/** Building boards and masonry [M, SFPE Handbook app. B; gypsum and concrete as the NBS inputs of CFAST]. */
export const MATERIALS: Record<string, Material | null> = {
  none: null,
  gypsum: board(0.17, 930, 1090, 0.0127, 0.9),
  concrete: board(1.75, 2200, 1000, 0.15, 0.94),
  brick: board(0.7, 1700, 840, 0.12, 0.9),
  wood: board(0.14, 510, 1380, 0.02, 0.9),
  glass: board(0.8, 2500, 840, 0.006, 0.9),
  'ceramic-fibre': board(0.09, 128, 1040, 0.05, 0.97),
  steel: board(54, 7850, 465, 0.0015, 0.9),
};

function board(
  conductivity_WpmK: number,
  density_kgpm3: number,
  heat_JpkgK: number,
  thickness_m: number,
  emissivity_frac: number,
): Material {
  return { conductivity_WpmK, density_kgpm3, heat_JpkgK, thickness_m, emissivity_frac };
}
