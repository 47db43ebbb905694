/** The walls a crowd feels: edges of the floor, sides of furniture and leaves of doors, as lines looked up by place. */
import { blocks, groundAt } from './ground.ts';
import type { Room, Surface, Vec3, World } from './world.ts';

/** A line nobody walks through. Its heights are of the floor beside it. */
export interface Wall {
  a_m: Vec3;
  b_m: Vec3;
  /** what it bars, above its own line */
  low_m: number;
  high_m: number;
  /** the door whose leaf it is */
  door: string | null;
}

export interface Walls {
  all: Wall[];
  /** numbers of those that are leaves of doors */
  leafIndex: number[];
  /** numbers of the walls within reach of each square metre, by its key */
  near: Map<number, number[]>;
}

/** A body is barred by what stands between these heights above its feet. [D] shin to chest */
const SHIN_m = 0.15;
const CHEST_m = 1.5;
/** An edge of a floor bars whoever is on that floor, and nobody a storey below: as a rail would. [D] */
const RAIL_low_m = 0.5;
const RAIL_high_m = 0.8;
/** Floors that differ by less than a tall step belong together (as groundAt). */
const LEVEL_m = 0.4;
const SAMPLE_m = 0.02;
const BEYOND_m = 0.015;
/** How far from a wall it is still looked up. */
const REACH_m = 0.9;

function area2(corners: readonly Readonly<Vec3>[]): number {
  let twice = 0;
  for (let i = 0; i < corners.length; i++) {
    const [ax, , az] = corners[i]!;
    const [bx, , bz] = corners[(i + 1) % corners.length]!;
    twice += ax * bz - bx * az;
  }
  return twice;
}

/** Parts of a surface's edges beyond which there is no floor. */
function edgesOf(room: Pick<Room, 'surfaces'>, { corners_m }: Surface, walls: Wall[]): void {
  const turn = Math.sign(area2(corners_m)) || 1;
  for (let i = 0; i < 4; i++) {
    const [ax, ay, az] = corners_m[i]!;
    const [bx, by, bz] = corners_m[(i + 1) % 4]!;
    const size_m = Math.hypot(bx - ax, bz - az);
    if (size_m < SAMPLE_m) continue;
    const outX_m = (BEYOND_m * turn * (bz - az)) / size_m;
    const outZ_m = (-BEYOND_m * turn * (bx - ax)) / size_m;
    const count = Math.ceil(size_m / SAMPLE_m);
    const point = (k: number): Vec3 => [
      ax + ((bx - ax) * k) / count,
      ay + ((by - ay) * k) / count,
      az + ((bz - az) * k) / count,
    ];
    const bare = (k: number) => {
      const [x, y, z] = point(k + 0.5);
      const beyond = groundAt(room, x + outX_m, z + outZ_m, y);
      return beyond === null || Math.abs(beyond - y) > LEVEL_m;
    };
    for (let k = 0; k < count; k++) {
      if (!bare(k)) continue;
      const from = k;
      while (k + 1 < count && bare(k + 1)) k++;
      walls.push({ a_m: point(from), b_m: point(k + 1), low_m: RAIL_low_m, high_m: RAIL_high_m, door: null });
    }
  }
}

function boxWalls(min: Readonly<Vec3>, max: Readonly<Vec3>, walls: Wall[]): void {
  const y = min[1];
  const corners: Vec3[] = [
    [min[0], y, min[2]],
    [max[0], y, min[2]],
    [max[0], y, max[2]],
    [min[0], y, max[2]],
  ];
  for (let i = 0; i < 4; i++)
    walls.push({ a_m: corners[i]!, b_m: corners[(i + 1) % 4]!, low_m: 0, high_m: max[1] - y, door: null });
}

function leafWalls(world: Pick<World, 'things'>, walls: Wall[]): void {
  for (const id in world.things) {
    const door = world.things[id]!;
    if (door.kind !== 'door') continue;
    const [x, y, z] = door.pose.position_m;
    const foot_m = y - door.half_m[1];
    const alongX = door.half_m[0] >= door.half_m[2];
    const dx = alongX ? door.half_m[0] : 0;
    const dz = alongX ? 0 : door.half_m[2];
    const high_m = 2 * door.half_m[1];
    walls.push({ a_m: [x - dx, foot_m, z - dz], b_m: [x + dx, foot_m, z + dz], low_m: 0, high_m, door: id });
  }
}

function squareOf(x: number, z: number): number {
  return Math.floor(x) * 4096 + Math.floor(z);
}

function lookUp(walls: readonly Wall[]): Map<number, number[]> {
  const near = new Map<number, number[]>();
  walls.forEach(({ a_m, b_m }, index) => {
    const toX = Math.max(a_m[0], b_m[0]) + REACH_m;
    const toZ = Math.max(a_m[2], b_m[2]) + REACH_m;
    for (let x = Math.floor(Math.min(a_m[0], b_m[0]) - REACH_m); x <= toX; x++)
      for (let z = Math.floor(Math.min(a_m[2], b_m[2]) - REACH_m); z <= toZ; z++) {
        const key = squareOf(x, z);
        const list = near.get(key);
        if (list) list.push(index);
        else near.set(key, [index]);
      }
  });
  return near;
}

/**
 * Remembers what is worked out from a room: by its surfaces, which do not change while it is used, and by what it is made
 * of, so that a run begun anew or gone back in does not work it out again. A memory, not a state.
 */
export function remembered<T>(make: (world: World) => T): (world: World) => T {
  const byRoom = new WeakMap<readonly Surface[], T>();
  const byContent = new Map<string, T>();
  return (world) => {
    const { surfaces } = world.room;
    let known = byRoom.get(surfaces);
    if (known !== undefined) return known;
    const key = contentOf(world);
    known = byContent.get(key) ?? make(world);
    if (byContent.size >= KEEP_count) byContent.delete(byContent.keys().next().value!);
    byContent.set(key, known);
    byRoom.set(surfaces, known);
    return known;
  };
}

/** Rooms whose walls and ways are kept. [D] */
const KEEP_count = 4;

function contentOf(world: World): string {
  const doors = Object.values(world.things).flatMap((thing) =>
    thing.kind === 'door' ? [[thing.id, thing.pose.position_m, thing.half_m, staysShut(world, thing.id)]] : [],
  );
  return JSON.stringify([world.room.surfaces, world.room.obstacles, doors]);
}

/** @returns every line that bars a body, the leaves of doors where they hang when shut. */
export const wallsOf = remembered((world): Walls => {
  const { room } = world;
  const all: Wall[] = [];
  for (const surface of room.surfaces) edgesOf(room, surface, all);
  for (const box of room.obstacles) boxWalls(box.min_m, box.max_m, all);
  leafWalls(world, all);
  const leafIndex = all.flatMap((wall, index) => (wall.door === null ? [] : [index]));
  return { all, leafIndex, near: lookUp(all) };
});

const NONE: number[] = [];
/** @returns numbers of the walls within reach of a point, at any height. */
export function wallsNear(walls: Walls, x: number, z: number): readonly number[] {
  return walls.near.get(squareOf(x, z)) ?? NONE;
}

/** Whether a wall stands in the way of a body whose feet are at `y`, at share `t` of its length. */
export function bars(wall: Wall, t: number, y: number): boolean {
  const foot_m = wall.a_m[1] + (wall.b_m[1] - wall.a_m[1]) * t;
  return y + SHIN_m < foot_m + wall.high_m && y + CHEST_m > foot_m + wall.low_m;
}

/** @returns share of the wall's length at which it is nearest to a point. */
export function nearestOn(wall: Wall, x: number, z: number): number {
  const bx = wall.b_m[0] - wall.a_m[0];
  const bz = wall.b_m[2] - wall.a_m[2];
  const size2 = bx * bx + bz * bz;
  if (size2 < 1e-12) return 0;
  return Math.min(1, Math.max(0, ((x - wall.a_m[0]) * bx + (z - wall.a_m[2]) * bz) / size2));
}

/** @returns whether the leaf of a door bars the way now; true for any other wall. */
export function standsShut(world: Pick<World, 'things'>, wall: Wall): boolean {
  if (wall.door === null) return true;
  const door = world.things[wall.door];
  return door?.kind === 'door' && blocks(door);
}

/** @returns whether nobody here can open a door by hand. */
export function staysShut(world: Pick<World, 'things'>, id: string): boolean {
  const door = world.things[id];
  return door?.kind === 'door' && (door.locked || door.workedBy !== null) && blocks(door);
}

/** @returns whether a straight step over the floor crosses a wall's line. */
export function crosses(wall: Wall, from_m: Readonly<Vec3>, to_m: Readonly<Vec3>): boolean {
  const [fromX, , fromZ] = from_m;
  const [toX, , toZ] = to_m;
  const [ax, , az] = wall.a_m;
  const [bx, , bz] = wall.b_m;
  const side = (x: number, z: number) => (bx - ax) * (z - az) - (bz - az) * (x - ax);
  const way = (x: number, z: number) => (toX - fromX) * (z - fromZ) - (toZ - fromZ) * (x - fromX);
  return side(fromX, fromZ) * side(toX, toZ) < 0 && way(ax, az) * way(bx, bz) < 0;
}
