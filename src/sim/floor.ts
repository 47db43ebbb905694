/** The floor's polygon: its bounds, and whether a point stands on it. */
import type { Room } from './world.ts';

export interface Bounds {
  minX_m: number;
  maxX_m: number;
  minZ_m: number;
  maxZ_m: number;
}

/** Bounds of the floor and of the place outside together. */
export function floorBounds(room: Room): Bounds {
  const { min_m, max_m } = room.exit.outside;
  const bounds: Bounds = { minX_m: min_m[0], maxX_m: max_m[0], minZ_m: min_m[2], maxZ_m: max_m[2] };
  for (const [x, z] of room.floor_m) {
    bounds.minX_m = Math.min(bounds.minX_m, x);
    bounds.maxX_m = Math.max(bounds.maxX_m, x);
    bounds.minZ_m = Math.min(bounds.minZ_m, z);
    bounds.maxZ_m = Math.max(bounds.maxZ_m, z);
  }
  return bounds;
}

/** Even-odd rule. */
export function inFloor(corners: readonly [number, number][], x: number, z: number): boolean {
  let inside = false;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const [ax, az] = corners[i]!;
    const [bx, bz] = corners[j]!;
    if (az > z !== bz > z && x < ((bx - ax) * (z - az)) / (bz - az) + ax) inside = !inside;
  }
  return inside;
}
