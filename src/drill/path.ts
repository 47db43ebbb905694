/** A way over the floor round the furniture, for the body double: A* on a grid of hand's breadths; in a house the sim's own. */
import { inFloor } from '../sim/floor.ts';
import { floorsAt, hasLevels, leafBox } from '../sim/ground.ts';
import { ROUND, wayOver } from '../sim/way.ts';
import type { Box, Vec3 } from '../sim/world.ts';
import type { Surroundings } from './surroundings.ts';

const STEP_m = 0.2;
/** Half a body kept from furniture. [D] */
const BODY_m = 0.22;
const DOORWAY_m = 0.6;

export type Spot = [x_m: number, z_m: number];

/**
 * A way to walk in a room or a house; shut doors are in it as they stand now.
 * @param goal feet, or a thing one wants to reach
 */
export function routeTo(s: Surroundings, from: Vec3, goal: Vec3): Vec3[] {
  if (hasLevels(s.room)) return wayOver(s.room, leavesSeen(s), from, goal);
  return wayTo(s, [from[0], from[2]], [goal[0], goal[2]]).map(([x, z]): Vec3 => [x, 0, z]);
}

/** @returns the doors that do not let a body through. */
export function leavesSeen(s: Surroundings): Box[] {
  const out: Box[] = [];
  for (const [id, thing] of Object.entries(s.things)) {
    if (thing.kind !== 'door') continue;
    const at_m = s.where(id);
    const box = at_m && leafBox(thing, at_m);
    if (box) out.push(box);
  }
  return out;
}

/** @returns the floor at x, z that is nearest in height to the feet, the upper of two; the feet's own where there is none. */
export function floorNear(s: Surroundings, x: number, z: number, feet_m: number): number {
  let best = feet_m;
  let least_m = Number.POSITIVE_INFINITY;
  for (const y of floorsAt(s.room, x, z)) {
    const away_m = Math.abs(y - feet_m);
    if (away_m > least_m + 1e-6) continue;
    best = y;
    least_m = away_m;
  }
  return best;
}

/** @returns whether a body can stand there: on the floor, in the doorway or outside, and not in furniture. */
export function standable(room: Surroundings['room'], door_m: Vec3, x: number, z: number): boolean {
  const { min_m, max_m } = room.exit.outside;
  const outside = x > min_m[0] && x < max_m[0] && z > min_m[2] && z < max_m[2];
  const doorway = Math.abs(x - door_m[0]) < DOORWAY_m && Math.abs(z - door_m[2]) < DOORWAY_m;
  const wide = doorway && inDoorLine(room, door_m, x, z);
  if (!outside && !wide && !(inFloor(room.floor_m, x, z) && fromWall(room.floor_m, x, z))) return false;
  return !room.obstacles.some(
    (box) =>
      x > box.min_m[0] - BODY_m && x < box.max_m[0] + BODY_m && z > box.min_m[2] - BODY_m && z < box.max_m[2] + BODY_m,
  );
}

/** Only the middle of a door leads through the wall. */
function inDoorLine(room: Surroundings['room'], door_m: Vec3, x: number, z: number): boolean {
  const { min_m, max_m } = room.exit.outside;
  const sideways = door_m[0] >= max_m[0] || door_m[0] <= min_m[0] + 0.1;
  return sideways ? Math.abs(z - door_m[2]) < 0.25 : Math.abs(x - door_m[0]) < 0.25;
}

function fromWall(floor_m: [number, number][], x: number, z: number): boolean {
  const gap = 0.15;
  return [
    [gap, 0],
    [-gap, 0],
    [0, gap],
    [0, -gap],
  ].every(([dx, dz]) => inFloor(floor_m, x + dx!, z + dz!));
}

/**
 * @param goal the point wanted; where nobody can stand there, the nearest spot to it is the end
 * @returns points to walk through; empty when already there
 */
export function wayTo(s: Surroundings, from: Spot, goal: Spot): Spot[] {
  const door_m = s.where(s.room.exit.door) ?? [0, 0, 0];
  const free = new Map<string, boolean>();
  const can = (i: number, j: number) => {
    const key = `${i},${j}`;
    let known = free.get(key);
    if (known === undefined) {
      known = standable(s.room, door_m, i * STEP_m, j * STEP_m);
      free.set(key, known);
    }
    return known;
  };
  const cell = (spot: Spot): [number, number] => [Math.round(spot[0] / STEP_m), Math.round(spot[1] / STEP_m)];
  const start = cell(from);
  const exact = standable(s.room, door_m, goal[0], goal[1]);
  const cells = search(start, cell(goal), can);
  const spots = cells.map(([i, j]): Spot => [i * STEP_m, j * STEP_m]);
  const end = cells.at(-1);
  const [gi, gj] = cell(goal);
  if (exact && (!end || (end[0] === gi && end[1] === gj))) {
    spots.pop();
    spots.push(goal);
  }
  return straighten(s.room, door_m, from, spots);
}

const MOST_count = 4000;

/** A*; where the goal cannot be reached, the way to the reachable cell nearest to it. */
function search(
  start: [number, number],
  goal: [number, number],
  can: (i: number, j: number) => boolean,
): [number, number][] {
  interface Node {
    at: [number, number];
    cost_1: number;
    guess_1: number;
    from: Node | null;
  }
  const away = (i: number, j: number) => Math.hypot(goal[0] - i, goal[1] - j);
  const first: Node = { at: start, cost_1: 0, guess_1: away(...start), from: null };
  const open: Node[] = [first];
  const best = new Map<string, number>([[start.join(), 0]]);
  let nearest = first;
  for (let seen = 0; open.length > 0 && seen < MOST_count; seen++) {
    let pick = 0;
    for (let k = 1; k < open.length; k++) if (open[k]!.guess_1 < open[pick]!.guess_1) pick = k;
    const node = open.splice(pick, 1)[0]!;
    if (away(...node.at) < away(...nearest.at) - 1e-9) nearest = node;
    if (node.at[0] === goal[0] && node.at[1] === goal[1]) break;
    for (const [di, dj] of ROUND) {
      const i = node.at[0] + di;
      const j = node.at[1] + dj;
      if (
        !can(i, j) ||
        (di !== 0 && dj !== 0 && !(can(node.at[0] + di, node.at[1]) && can(node.at[0], node.at[1] + dj)))
      )
        continue;
      const cost_1 = node.cost_1 + Math.hypot(di, dj);
      const key = `${i},${j}`;
      if (cost_1 >= (best.get(key) ?? Number.POSITIVE_INFINITY)) continue;
      best.set(key, cost_1);
      open.push({ at: [i, j], cost_1, guess_1: cost_1 + away(i, j), from: node });
    }
  }
  const path: [number, number][] = [];
  for (let node: Node | null = nearest; node?.from; node = node.from) path.unshift(node.at);
  return path;
}

/** Leaves out points between which one can walk straight. */
function straighten(room: Surroundings['room'], door_m: Vec3, from: Spot, spots: Spot[]): Spot[] {
  const kept: Spot[] = [];
  let here = from;
  for (let i = 0; i < spots.length; ) {
    let reach = i;
    for (let j = spots.length - 1; j > i; j--)
      if (clear(room, door_m, here, spots[j]!)) {
        reach = j;
        break;
      }
    kept.push(spots[reach]!);
    here = spots[reach]!;
    i = reach + 1;
  }
  return kept;
}

function clear(room: Surroundings['room'], door_m: Vec3, a: Spot, b: Spot): boolean {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
  const steps = Math.ceil(length / 0.08);
  for (let k = 1; k <= steps; k++) {
    const share = k / steps;
    if (!standable(room, door_m, a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share)) return false;
  }
  return true;
}
