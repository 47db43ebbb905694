/** Who is near a thing: the trainee and the others, on its storey. */

import type { Thing } from './things.ts';
import { boxDistance } from './vec.ts';
import type { Vec3, World } from './world.ts';

/** Trunk of somebody of whom the feet are known. [D] */
const TRUNK_m = 1;

const trunk: Vec3 = [0, 0, 0];
/** @returns whether a living body's trunk is within a distance of a thing's box. */
export function bodyNear(world: World, thing: Thing, within_m: number): boolean {
  const at = thing.home.position_m;
  const head = world.body.head.position_m;
  trunk[0] = head[0];
  trunk[1] = head[1] - thing.half_m[1] / 2;
  trunk[2] = head[2];
  if (boxDistance(trunk, at, thing.half_m) <= within_m) return true;
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind !== 'person' || person.out) continue;
    const [x, y, z] = person.pose.position_m;
    trunk[0] = x;
    trunk[1] = y + TRUNK_m;
    trunk[2] = z;
    if (boxDistance(trunk, at, thing.half_m) <= within_m) return true;
  }
  return false;
}
