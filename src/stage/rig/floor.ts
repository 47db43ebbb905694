/** Where feet may stand: the floor's polygon, or the storeys of a house, less the furniture; and posts that pull a landing. */
import { inFloor } from '../../sim/floor.ts';
import { groundAt, hasLevels, meets, standable as standableOn } from '../../sim/ground.ts';
import { flatBoxAway_m } from '../../sim/vec.ts';
import { freeOf, gridOf, nodeAt } from '../../sim/way.ts';
import type { Box, Room, Vec3 } from '../../sim/world.ts';

/** A room as feet find it now. */
export interface Footing {
  room: Room;
  /** a single room: the volume outside can be walked into */
  exitOpen: boolean;
  /** a house: leaves of shut doors */
  leaves: readonly Box[];
}

/** Free floor around a landing, so that nobody lands with a face in a cupboard. [D] */
export const CLEARANCE_m = 0.3;
/** Half width of a walking body. [D] */
export const BODY_RADIUS_m = 0.2;
/** A landing this near a named post lands on the post. [D] */
export const POST_PULL_m = 0.35;
/** Furniture above this does not stop feet. */
const STEP_OVER_m = 0.1;

/** @returns the shortest distance in metres from x, z to the polygon's edge. */
export function edgeDistance_m(corners: readonly [number, number][], x_m: number, z_m: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0, j = corners.length - 1; i < corners.length; j = i++) {
    const a = corners[i];
    const b = corners[j];
    if (!a || !b) continue;
    const ex = b[0] - a[0];
    const ez = b[1] - a[1];
    const t = Math.min(1, Math.max(0, ((x_m - a[0]) * ex + (z_m - a[1]) * ez) / (ex * ex + ez * ez || 1)));
    best = Math.min(best, Math.hypot(x_m - a[0] - t * ex, z_m - a[1] - t * ez));
  }
  return best;
}

function within(box: Box, x_m: number, z_m: number, grow_m: number): boolean {
  return flatBoxAway_m(box, x_m, z_m) <= grow_m;
}

/** The threshold between the floor and the outside volume: as wide as the outside box, from the wall to it. */
export function isThreshold(room: Room, x_m: number, z_m: number): boolean {
  return within(room.exit.outside, x_m, z_m, 0.35) && edgeDistance_m(room.floor_m, x_m, z_m) < 0.45;
}

/**
 * Whether feet at x, feet_m, z may stand with `clearance_m` of free floor around. In a single room the outside volume
 * counts as floor once the exit door is open; its threshold joins it to the room.
 */
export function standable(at: Footing, x_m: number, feet_m: number, z_m: number, clearance_m: number): boolean {
  const { room } = at;
  if (hasLevels(room)) return standableOn(room, at.leaves, x_m, feet_m, z_m, clearance_m);
  for (const box of room.obstacles) {
    if (box.max_m[1] > STEP_OVER_m && flatBoxAway_m(box, x_m, z_m) < clearance_m) return false;
  }
  const inside = inFloor(room.floor_m, x_m, z_m);
  if (inside && edgeDistance_m(room.floor_m, x_m, z_m) >= clearance_m) return true;
  if (!at.exitOpen) return false;
  return within(room.exit.outside, x_m, z_m, 0) || isThreshold(room, x_m, z_m);
}

/** Where a landing ends up. */
export interface Landing {
  valid: boolean;
  x_m: number;
  /** of the floor landed on */
  y_m: number;
  z_m: number;
  /** name of the post it was pulled to */
  post: string | null;
}

/**
 * Checks an aimed point and pulls it to the nearest free post; writes into `into`.
 * @param from_m feet now: in a house one lands only where the floor leads straight from there, not through a wall
 */
export function judgeLanding(
  at: Footing,
  x_m: number,
  y_m: number,
  z_m: number,
  from_m: Readonly<Vec3>,
  into: Landing,
): Landing {
  const { room } = at;
  into.x_m = x_m;
  into.y_m = y_m;
  into.z_m = z_m;
  into.post = null;
  let best_m = POST_PULL_m;
  for (const name in room.posts) {
    const post = room.posts[name];
    if (!post || Math.abs(post[1] - y_m) > STOREY_m) continue;
    const d_m = Math.hypot(post[0] - x_m, post[2] - z_m);
    if (d_m < best_m && standable(at, post[0], post[1], post[2], BODY_RADIUS_m)) {
      best_m = d_m;
      into.x_m = post[0];
      into.y_m = post[1];
      into.z_m = post[2];
      into.post = name;
    }
  }
  into.valid = into.post !== null || standable(at, x_m, y_m, z_m, hasLevels(room) ? STAIR_CLEARANCE_m : CLEARANCE_m);
  if (into.valid && hasLevels(room)) into.valid = leadsTo(at, from_m, into);
  return into;
}

/** A post further up or down than this is another storey's. */
const STOREY_m = 0.5;
/** Corridors and flights of a house are narrow. [D] */
const STAIR_CLEARANCE_m = 0.25;
/** The floor is felt for every 8 cm, and may rise or fall that much between. */
const FEEL_m = 0.08;
const RISE_m = 0.2;

/** Whether the floor runs straight from the feet to the landing, up or down stairs, past no wall and no shut door. */
function leadsTo(at: Footing, from_m: Readonly<Vec3>, to: Landing): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(to.x_m - from_m[0], to.z_m - from_m[2]) / FEEL_m));
  let y_m = from_m[1];
  for (let k = 1; k <= steps; k++) {
    const x_m = from_m[0] + ((to.x_m - from_m[0]) * k) / steps;
    const z_m = from_m[2] + ((to.z_m - from_m[2]) * k) / steps;
    const under = groundAt(at.room, x_m, z_m, y_m);
    if (under === null || Math.abs(under - y_m) > RISE_m || meets(at.leaves, x_m, under, z_m, FEEL_m)) return false;
    y_m = under;
  }
  return Math.abs(y_m - to.y_m) < RISE_m;
}

/** Step of a walk that slides along walls: each axis moves only where the body fits. Writes `at` = [x, z]. */
export function slide(on: Footing, at: [x: number, z: number], feet_m: number, dx_m: number, dz_m: number): void {
  const r = BODY_RADIUS_m;
  // someone who leaned or was tracked into furniture must be able to walk out again
  const stuck = !standable(on, at[0], feet_m, at[1], r);
  if (stuck) {
    const nx = at[0] + dx_m;
    const nz = at[1] + dz_m;
    if (freedom_m(on, nx, feet_m, nz) > freedom_m(on, at[0], feet_m, at[1])) {
      at[0] = nx;
      at[1] = nz;
    }
    return;
  }
  if (standable(on, at[0] + dx_m, feet_m, at[1], r)) at[0] += dx_m;
  if (standable(on, at[0], feet_m, at[1] + dz_m, r)) at[1] += dz_m;
}

/** Grows as a body gets out of furniture or back onto the floor. */
function freedom_m(on: Footing, x_m: number, feet_m: number, z_m: number): number {
  const { room } = on;
  if (hasLevels(room)) return -toFreeFloor_m(on, x_m, feet_m, z_m);
  const edge_m = edgeDistance_m(room.floor_m, x_m, z_m);
  let free_m = inFloor(room.floor_m, x_m, z_m) ? edge_m : -edge_m;
  for (const box of room.obstacles) {
    const cx = (box.min_m[0] + box.max_m[0]) / 2;
    const cz = (box.min_m[2] + box.max_m[2]) / 2;
    const d_m = flatBoxAway_m(box, x_m, z_m);
    if (d_m < BODY_RADIUS_m) free_m = Math.min(free_m, d_m > 0 ? d_m : Math.hypot(x_m - cx, z_m - cz) - 10);
  }
  return free_m;
}

/** Over the floor to the nearest place of this storey where one can stand. */
function toFreeFloor_m(on: Footing, x_m: number, feet_m: number, z_m: number): number {
  const grid = gridOf(on.room);
  const node = nodeAt(grid, x_m, feet_m, z_m, freeOf(grid, on.leaves));
  return node < 0 ? 0 : Math.hypot(grid.at_m[3 * node]! - x_m, grid.at_m[3 * node + 2]! - z_m);
}
