/** A walk over the floor to the way out, round what stands in the way: breadth-first on a 0.25 m grid; in a house over its storeys. */
import { floorBounds, inFloor } from './floor.ts';
import { groundAt, hasLevels } from './ground.ts';
import { ROUND, wayOver } from './way.ts';
import type { Vec3, World } from './world.ts';

const STEP_m = 0.25;
const BODY_m = 0.2; // half a body's width kept from furniture [D]

function free(world: World, x: number, z: number): boolean {
  const { outside } = world.room.exit;
  const door = world.things[world.room.exit.door]!;
  const inDoor =
    Math.abs(x - door.pose.position_m[0]) < door.half_m[0] + 0.6 &&
    Math.abs(z - door.pose.position_m[2]) < door.half_m[2] + 0.6 &&
    Math.min(door.half_m[0], door.half_m[2]) < 0.3;
  const beyond = x > outside.min_m[0] && x < outside.max_m[0] && z > outside.min_m[2] && z < outside.max_m[2];
  if (!inFloor(world.room.floor_m, x, z) && !inDoor && !beyond) return false;
  for (const box of world.room.obstacles) {
    if (box.min_m[1] > 1.5) continue;
    const inX = x > box.min_m[0] - BODY_m && x < box.max_m[0] + BODY_m;
    if (inX && z > box.min_m[2] - BODY_m && z < box.max_m[2] + BODY_m) return false;
  }
  return true;
}

/** The way out of a house ends on the ground before it. */
function middleOutside(world: World): Vec3 {
  const { min_m, max_m } = world.room.exit.outside;
  const [x, z] = [(min_m[0] + max_m[0]) / 2, (min_m[2] + max_m[2]) / 2];
  return [x, groundAt(world.room, x, z, min_m[1]) ?? min_m[1], z];
}

/** @returns points to walk through, ending outside; straight there when no way round is found. */
export function pathOut(world: World, from: Readonly<Vec3>): Vec3[] {
  const { outside } = world.room.exit;
  if (hasLevels(world.room)) return wayOver(world.room, [], from, middleOutside(world));
  const goal: Vec3 = [(outside.min_m[0] + outside.max_m[0]) / 2, 0, (outside.min_m[2] + outside.max_m[2]) / 2];
  const door = world.things[world.room.exit.door]!.pose.position_m;
  const bounds = floorBounds(world.room);
  const columns = Math.ceil((bounds.maxX_m - bounds.minX_m) / STEP_m) + 1;
  const cellOf = (x: number, z: number) =>
    Math.round((x - bounds.minX_m) / STEP_m) + columns * Math.round((z - bounds.minZ_m) / STEP_m);
  const placeOf = (cell: number): Vec3 => [
    bounds.minX_m + (cell % columns) * STEP_m,
    0,
    bounds.minZ_m + Math.floor(cell / columns) * STEP_m,
  ];
  const rows = Math.ceil((bounds.maxZ_m - bounds.minZ_m) / STEP_m) + 1;
  const target = cellOf(door[0], door[2]);
  const start = cellOf(from[0], from[2]);
  const cameFrom = new Map<number, number>([[start, start]]);
  const queue = [start];
  for (let head = 0; head < queue.length && !cameFrom.has(target); head++) {
    const cell = queue[head]!;
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    for (const [dc, dr] of ROUND) {
      const c = column + dc;
      const r = row + dr;
      if (c < 0 || r < 0 || c >= columns || r >= rows) continue;
      const next = c + columns * r;
      const [x, , z] = placeOf(next);
      if (cameFrom.has(next) || (next !== target && !free(world, x, z))) continue;
      cameFrom.set(next, cell);
      queue.push(next);
    }
  }
  if (!cameFrom.has(target)) return [goal];
  const path: Vec3[] = [goal, [door[0], 0, door[2]]];
  for (let cell = cameFrom.get(target)!; cell !== start; cell = cameFrom.get(cell)!) path.push(placeOf(cell));
  return path.reverse();
}
