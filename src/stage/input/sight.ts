/** Whether a look or a ray is through air: spaces, doorways and windows, never the wall between two rooms; and clear air. */
import { airAtPoint } from '../../sim/smoke.ts';
import type { Box, Room, Vec3, World } from '../../sim/world.ts';
import { visibility_m } from '../../sim/zone/optics.ts';
import type { XYZ } from './pick.ts';

const STEP_m = 0.12;
/** Skirtings and frames stand this far into a space's box. */
const SKIN_m = 0.03;
/** Doorways are this high where their lintel is. */
const DOORWAY_m = 2.25;
/** Thickness of an outer wall around a window. */
const WALL_m = 0.25;

interface Gaps {
  boxes: Box[];
}
const known = new WeakMap<Room, Gaps>();

function grown(box: Box, by_m: number): Box {
  return {
    min_m: [box.min_m[0] - by_m, box.min_m[1] - by_m, box.min_m[2] - by_m],
    max_m: [box.max_m[0] + by_m, box.max_m[1] + by_m, box.max_m[2] + by_m],
  };
}

/** Everything that is air in a house: made once, doors and windows do not move. */
function gapsOf(world: World): Gaps {
  const { room } = world;
  const before = known.get(room);
  if (before) return before;
  const boxes = room.spaces.map((space) => grown(space.box, SKIN_m));
  boxes.push(grown(room.exit.outside, 0.5));
  for (const { id, corners_m } of room.surfaces) {
    if (!id.startsWith('at-')) continue;
    const xs = corners_m.map((corner) => corner[0]);
    const ys = corners_m.map((corner) => corner[1]);
    const zs = corners_m.map((corner) => corner[2]);
    const low_m = Math.min(...ys);
    boxes.push({
      min_m: [Math.min(...xs), low_m, Math.min(...zs)],
      max_m: [Math.max(...xs), low_m + DOORWAY_m, Math.max(...zs)],
    });
  }
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind !== 'window' && thing.kind !== 'door') continue;
    const [x, y, z] = thing.home.position_m;
    const [hx, hy, hz] = thing.half_m;
    const level = hx >= hz;
    boxes.push({
      min_m: [x - (level ? hx : WALL_m), y - hy, z - (level ? WALL_m : hz)],
      max_m: [x + (level ? hx : WALL_m), y + hy, z + (level ? WALL_m : hz)],
    });
  }
  const gaps = { boxes };
  known.set(room, gaps);
  return gaps;
}

function inside(boxes: readonly Box[], x: number, y: number, z: number): boolean {
  for (const { min_m, max_m } of boxes)
    if (x >= min_m[0] && x <= max_m[0] && y >= min_m[1] && y <= max_m[1] && z >= min_m[2] && z <= max_m[2]) return true;
  return false;
}

/** @returns metres along a ray to the first wall, floor or ceiling of a house, at most `most_m`. */
export function wall_m(world: World, origin: XYZ, direction: XYZ, most_m: number): number {
  const { boxes } = gapsOf(world);
  // a head that leans into a wall still sees
  if (!inside(boxes, origin.x, origin.y, origin.z)) return most_m;
  for (let d = STEP_m; d < most_m; d += STEP_m)
    if (!inside(boxes, origin.x + direction.x * d, origin.y + direction.y * d, origin.z + direction.z * d)) return d;
  return most_m;
}

/** @returns whether nothing solid is before the point `reach_m` along a ray; things in walls count as before them. */
export function clear(world: World, origin: XYZ, direction: XYZ, reach_m: number): boolean {
  if (world.room.surfaces.length === 0) return true;
  return wall_m(world, origin, direction, reach_m) >= reach_m - 0.2;
}

const eye_m: Vec3 = [0, 0, 0];
const end_m: Vec3 = [0, 0, 0];

/** @returns whether smoke still lets the point `reach_m` along a ray be seen; @param shines a flame is seen further than a door */
export function seen(world: World, origin: XYZ, direction: XYZ, reach_m: number, shines: boolean): boolean {
  eye_m[0] = origin.x;
  eye_m[1] = origin.y;
  eye_m[2] = origin.z;
  end_m[0] = origin.x + direction.x * reach_m;
  end_m[1] = origin.y + direction.y * reach_m;
  end_m[2] = origin.z + direction.z * reach_m;
  const mean_1pm = (airAtPoint(world, eye_m).extinction_1pm + airAtPoint(world, end_m).extinction_1pm) / 2;
  return reach_m <= visibility_m(mean_1pm, shines);
}
