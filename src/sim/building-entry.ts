/** The `building:` of a house file as the sim holds it: spaces, and the layout the smoke model is built from. */

import type { Box, Room, Space, Vec3 } from './world.ts';
import type { HatchLayout, Layout, RoomLayout, VentLayout } from './zone/layout.ts';

/** One space of `building.spaces`: a box with two layers of air. */
export interface SpaceEntry {
  box_m: [Vec3, Vec3];
  leak_m2?: number;
  /** a stair shaft stirred from top to bottom */
  mixed?: boolean;
  ceiling?: string;
  walls?: string;
  floor?: string;
}
/** A door, window or hole of `building.openings`; heights above the floor of `from`. */
export type OpeningEntry = Omit<VentLayout, 'id'>;
/** A hole in a floor, of `building.wells`. */
export type WellEntry = Omit<HatchLayout, 'id'>;
export interface BuildingEntry {
  spaces: Record<string, SpaceEntry>;
  openings: Record<string, OpeningEntry>;
  wells: Record<string, WellEntry>;
  inside_C?: number;
  outside_C?: number;
}

const ICE_K = 273.15;
/** Warm rooms and the air of a mild city. [D] */
const INSIDE_C = 20;

/** @returns the spaces in the order of the file: number i is room i of the layout. */
export function spacesOf(building: BuildingEntry): Space[] {
  return Object.entries(building.spaces).map(([id, { box_m }]) => ({ id, box: boxOf(box_m) }));
}

function boxOf([min_m, max_m]: [Vec3, Vec3]): Box {
  return { min_m: [...min_m], max_m: [...max_m] };
}

/** @param openAt_frac how far the door or window of that name is open at the start; undefined where no thing works it */
export function layoutOf(building: BuildingEntry, openAt_frac: (id: string) => number | undefined): Layout {
  const rooms = Object.entries(building.spaces).map(([id, space]): RoomLayout => {
    const [min, max] = space.box_m;
    const { box_m: _, ...rest } = space;
    const size = { width_m: max[0] - min[0], depth_m: max[2] - min[2], height_m: round(max[1] - min[1]) };
    return { id, ...size, floor_m: min[1], ...rest };
  });
  const vents = Object.entries(building.openings).map(([id, opening]): VentLayout => {
    const open_frac = opening.open_frac ?? openAt_frac(id);
    return { id, ...opening, ...(open_frac === undefined ? {} : { open_frac }) };
  });
  const hatches = Object.entries(building.wells).map(([id, well]): HatchLayout => ({ id, ...well }));
  const inside_K = (building.inside_C ?? INSIDE_C) + ICE_K;
  const outside_K = (building.outside_C ?? building.inside_C ?? INSIDE_C) + ICE_K;
  return { inside_K, outside_K, rooms, vents, hatches };
}

/** Heights like 2.7 - 0 stay as they are written. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** Gap under and round the door of an old room, and its cracks. [D] */
const DOOR_bottom_m2 = 0.008;
const DOOR_sides_m2 = 0.008;
const LEAK_m2 = 0.01;

/** A room without a `building:` is one space behind one door: as large as its floor, as wide as it is. */
export function singleBuilding(
  room: Pick<Room, 'floor_m' | 'ceiling_m' | 'exit'>,
  door: { at_m: Readonly<Vec3>; half_m: Readonly<Vec3> } | undefined,
  area_m2: number,
): BuildingEntry {
  const xs = room.floor_m.map(([x]) => x);
  const minX_m = Math.min(...xs);
  const width_m = Math.max(...xs) - minX_m;
  const minZ_m = Math.min(...room.floor_m.map(([, z]) => z));
  const box_m: [Vec3, Vec3] = [
    [minX_m, 0, minZ_m],
    [minX_m + width_m, room.ceiling_m, minZ_m + area_m2 / width_m],
  ];
  const openings: BuildingEntry['openings'] = {};
  if (door)
    openings[room.exit.door] = {
      from: 'room',
      to: 'outside',
      sill_m: 0,
      soffit_m: Math.min(room.ceiling_m, door.at_m[1] + door.half_m[1]),
      width_m: 2 * Math.max(door.half_m[0], door.half_m[2]),
      bottomGap_m2: DOOR_bottom_m2,
      sideGap_m2: DOOR_sides_m2,
    };
  return { spaces: { room: { box_m, leak_m2: LEAK_m2 } }, openings, wells: {} };
}
