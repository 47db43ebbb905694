/** Where feet can stand in a house of several rooms and storeys: heights, free places, and what stands in the way. */

import type { Thing } from './things.ts';
import { flatBoxAway_m } from './vec.ts';
import type { Box, Room, Surface, Vec3, World } from './world.ts';

/** A body steps up this much at once, and no surface more than this above its feet is ground. */
export const STEP_UP_m = 0.4;
/** What ends lower over the floor is stepped over; what begins higher is walked under. [D] */
const STEP_OVER_m = 0.1;
const BODY_m = 1.6;
/** A door or window open by less than this is shut; up to 15 degrees it stands open by a crack. [D] */
export const SHUT_frac = 0.05;
export const CRACK_frac = 0.17;
/** A door lets a body through when it is open by more than this. [D] */
export const DOOR_through_frac = 0.5;
/** Pieces that only touch are one floor. */
const TOUCH_m = 1e-3;

/** What walking needs of a room: a World has it, and so has what a body double perceives. */
export interface Ground {
  readonly surfaces: readonly Surface[];
  readonly obstacles: readonly Box[];
}

interface Piece {
  minX_m: number;
  maxX_m: number;
  minZ_m: number;
  maxZ_m: number;
  /** height = base + x * slopeX + z * slopeZ */
  base_m: number;
  slopeX_1: number;
  slopeZ_1: number;
  /** edges as point and inward normal: x, z, nx, nz */
  edges: [x: number, z: number, nx: number, nz: number][];
}

/** Pieces by square metre of the plan, so that a question looks at two or three of them. */
interface Plan {
  minX_m: number;
  minZ_m: number;
  columns: number;
  rows: number;
  squares: Piece[][];
}
const NONE: Piece[] = [];

const plans = new WeakMap<readonly Surface[], Plan>();
/** Derived once from a room's surfaces, which never change: a memory, not a state. */
function piecesAt(surfaces: readonly Surface[], x: number, z: number): Piece[] {
  let plan = plans.get(surfaces);
  if (!plan) {
    plan = planOf(surfaces.map(pieceOf));
    plans.set(surfaces, plan);
  }
  const i = Math.floor(x - plan.minX_m);
  const j = Math.floor(z - plan.minZ_m);
  if (i < 0 || j < 0 || i >= plan.columns || j >= plan.rows) return NONE;
  return plan.squares[i + plan.columns * j]!;
}

function planOf(pieces: Piece[]): Plan {
  const minX_m = Math.min(...pieces.map((piece) => piece.minX_m));
  const minZ_m = Math.min(...pieces.map((piece) => piece.minZ_m));
  const columns = Math.ceil(Math.max(...pieces.map((piece) => piece.maxX_m)) - minX_m) + 1;
  const rows = Math.ceil(Math.max(...pieces.map((piece) => piece.maxZ_m)) - minZ_m) + 1;
  const squares = Array.from({ length: columns * rows }, (): Piece[] => []);
  for (const piece of pieces)
    for (let j = Math.floor(piece.minZ_m - minZ_m); j <= Math.floor(piece.maxZ_m - minZ_m); j++)
      for (let i = Math.floor(piece.minX_m - minX_m); i <= Math.floor(piece.maxX_m - minX_m); i++)
        squares[i + columns * j]!.push(piece);
  return { minX_m, minZ_m, columns, rows, squares };
}

function pieceOf({ corners_m }: Surface): Piece {
  const xs = corners_m.map(([x]) => x);
  const zs = corners_m.map(([, , z]) => z);
  const [a, b, c] = [corners_m[0], corners_m[1], corners_m[3]];
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]];
  const area_m2 = ux * vz - uz * vx;
  const slopeX_1 = (uy * vz - vy * uz) / area_m2;
  const slopeZ_1 = (ux * vy - vx * uy) / area_m2;
  const turn = Math.sign(area_m2) || 1;
  const edges = corners_m.map(([x, , z], i): [number, number, number, number] => {
    const next = corners_m[(i + 1) % 4]!;
    const size_m = Math.hypot(next[0] - x, next[2] - z) || 1;
    return [x, z, (-turn * (next[2] - z)) / size_m, (turn * (next[0] - x)) / size_m];
  });
  return {
    minX_m: Math.min(...xs) - TOUCH_m,
    maxX_m: Math.max(...xs) + TOUCH_m,
    minZ_m: Math.min(...zs) - TOUCH_m,
    maxZ_m: Math.max(...zs) + TOUCH_m,
    base_m: a[1] - slopeX_1 * a[0] - slopeZ_1 * a[2],
    slopeX_1,
    slopeZ_1,
    edges,
  };
}

function covers(piece: Piece, x: number, z: number): boolean {
  if (x < piece.minX_m || x > piece.maxX_m || z < piece.minZ_m || z > piece.maxZ_m) return false;
  for (const [ex, ez, nx, nz] of piece.edges) if ((x - ex) * nx + (z - ez) * nz < -TOUCH_m) return false;
  return true;
}

/** @returns every height at which there is floor at x, z, from low to high. */
export function floorsAt(ground: Pick<Ground, 'surfaces'>, x: number, z: number): number[] {
  if (ground.surfaces.length === 0) return [0];
  const out: number[] = [];
  for (const piece of piecesAt(ground.surfaces, x, z)) {
    if (!covers(piece, x, z)) continue;
    const y = piece.base_m + x * piece.slopeX_1 + z * piece.slopeZ_1;
    if (!out.some((known) => Math.abs(known - y) < STEP_OVER_m)) out.push(y);
  }
  return out.sort((a, b) => a - b);
}

/**
 * The ground under a point.
 * @param near_m height of the feet (or anything up to STEP_UP_m under what counts as ground)
 * @returns the highest surface not more than STEP_UP_m above near_m; null where there is none; 0 in a room without surfaces
 */
export function groundAt(ground: Pick<Ground, 'surfaces'>, x: number, z: number, near_m: number): number | null {
  if (ground.surfaces.length === 0) return 0;
  let best: number | null = null;
  for (const piece of piecesAt(ground.surfaces, x, z)) {
    if (!covers(piece, x, z)) continue;
    const y = piece.base_m + x * piece.slopeX_1 + z * piece.slopeZ_1;
    if (y <= near_m + STEP_UP_m && (best === null || y > best)) best = y;
  }
  return best;
}

/** @returns height of the floor a head is over, standing, crouched or crawling; 0 where there is none. */
export function floorUnder_m(ground: Pick<Ground, 'surfaces'>, head_m: Readonly<Vec3>): number {
  return groundAt(ground, head_m[0], head_m[2], head_m[1] - STEP_UP_m) ?? 0;
}

/** @returns whether a body with its feet at y meets one of the boxes. */
export function meets(boxes: readonly Box[], x: number, y: number, z: number, clearance_m: number): boolean {
  for (const box of boxes) {
    if (box.max_m[1] <= y + STEP_OVER_m || box.min_m[1] >= y + BODY_m) continue;
    if (flatBoxAway_m(box, x, z) < clearance_m) return true;
  }
  return false;
}

const AROUND = Array.from({ length: 8 }, (_, k) => [Math.cos((k * Math.PI) / 4), Math.sin((k * Math.PI) / 4)] as const);

/** @returns whether there is floor under a circle about x, z at the height of the feet, stairs included. */
function floorAround(ground: Ground, x: number, y: number, z: number, clearance_m: number): boolean {
  const under = groundAt(ground, x, z, y);
  if (under === null || Math.abs(under - y) > STEP_UP_m) return false;
  if (clearance_m <= 0) return true;
  for (const [cos, sin] of AROUND) {
    const edge = groundAt(ground, x + cos * clearance_m, z + sin * clearance_m, under);
    if (edge === null || under - edge > STEP_UP_m) return false;
  }
  return true;
}

/**
 * Whether a body can stand there with `clearance_m` of floor around it, clear of furniture and of shut doors.
 * @param leaves doors that are shut, as boxes (shutLeaves)
 */
export function standable(
  ground: Ground,
  leaves: readonly Box[],
  x: number,
  y: number,
  z: number,
  clearance_m: number,
): boolean {
  if (!floorAround(ground, x, y, z, clearance_m)) return false;
  return !meets(ground.obstacles, x, y, z, clearance_m) && !meets(leaves, x, y, z, Math.min(clearance_m, LEAF_near_m));
}

/** One may stand this close to a shut door. [D] half a trunk */
const LEAF_near_m = 0.12;

/** A door as far as walking goes. */
export interface Leaf {
  kind: string;
  open_frac?: number;
  half_m: Readonly<Vec3>;
}

/** @returns the box of a door that does not let a body through, null for one that does and for anything else. */
export function leafBox(thing: Leaf, at_m: Readonly<Vec3>): Box | null {
  if (thing.kind !== 'door' || !blocks(thing)) return null;
  const { half_m } = thing;
  return {
    min_m: [at_m[0] - half_m[0], at_m[1] - half_m[1], at_m[2] - half_m[2]],
    max_m: [at_m[0] + half_m[0], at_m[1] + half_m[1], at_m[2] + half_m[2]],
  };
}

/** @returns boxes of all doors that are shut or open by a crack; none in a room without surfaces. */
export function shutLeaves(world: Pick<World, 'room' | 'things'>): Box[] {
  const out: Box[] = [];
  if (world.room.surfaces.length === 0) return out;
  for (const id in world.things) {
    const thing = world.things[id] as Thing;
    const box = leafBox(thing as Leaf, thing.pose.position_m);
    if (box) out.push(box);
  }
  return out;
}

/** @returns whether a room is walked by its surfaces; without them its floor polygon at height 0 is all there is. */
export function hasLevels(room: Pick<Room, 'surfaces'>): boolean {
  return room.surfaces.length > 0;
}

/** @returns whether a door keeps a body out. */
export function blocks(door: Pick<Leaf, 'open_frac'>): boolean {
  return (door.open_frac ?? 0) <= DOOR_through_frac;
}
