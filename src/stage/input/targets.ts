/** The boxes that can be pointed at in this world, parts included, refreshed in place each frame. */
import { find, PART_half_m, PART_NAMES, partPosition } from '../../sim/parts.ts';
import type { Thing, Vec3, World } from '../../sim/world.ts';
import type { Target, XYZ } from './pick.ts';
import { rayBox_m } from './pick.ts';

export interface Targets {
  list: Target[];
  /** the things the list was made for: another world (a rewind) makes it anew */
  of: Record<string, Thing> | null;
}

export function createTargets(): Targets {
  return { list: [], of: null };
}

/** Brings every box to where its thing is now. */
export function refreshTargets(targets: Targets, world: World): void {
  if (targets.of !== world.things) rebuild(targets, world);
  for (const target of targets.list) {
    const named = find(world, target.id);
    if (!named) continue;
    const { thing, part } = named;
    if (part && thing.kind === 'extinguisher') {
      partPosition(world, thing, part, target.pose.position_m);
      continue;
    }
    const at = thing.pose.position_m;
    target.pose.position_m[0] = at[0];
    target.pose.position_m[1] = thing.kind === 'person' ? at[1] + thing.half_m[1] : at[1];
    target.pose.position_m[2] = at[2];
    const q = thing.pose.orientation_quat;
    for (let i = 0; i < 4; i++) target.pose.orientation_quat[i] = q[i] ?? 0;
  }
}

function rebuild(targets: Targets, world: World): void {
  targets.of = world.things;
  targets.list = [];
  for (const thing of Object.values(world.things)) {
    if (thing.kind === 'lookout') continue;
    targets.list.push(box(thing.id, thing.half_m));
    if (thing.kind !== 'extinguisher') continue;
    for (const part of PART_NAMES) targets.list.push(box(`${thing.id}.${part}`, PART_half_m));
  }
}

function box(id: string, half_m: Vec3): Target {
  return { id, pose: { position_m: [0, 0, 0], orientation_quat: [0, 0, 0, 1] }, half_m };
}

const shell: Target = box('', [0, 0, 0]);

/** @returns metres along a ray to furniture, floor, wall or ceiling: what the cursor is on where no thing is. */
export function surface_m(world: World, origin: XYZ, direction: XYZ): number {
  let best_m = Number.POSITIVE_INFINITY;
  for (const { min_m, max_m } of world.room.obstacles) {
    for (let i = 0; i < 3; i++) {
      shell.pose.position_m[i] = ((min_m[i] ?? 0) + (max_m[i] ?? 0)) / 2;
      shell.half_m[i] = ((max_m[i] ?? 0) - (min_m[i] ?? 0)) / 2;
    }
    const t = rayBox_m(origin, direction, shell);
    if (t > 0) best_m = Math.min(best_m, t);
  }
  const { width_m, depth_m, ceiling_m } = world.room;
  best_m = Math.min(best_m, wall_m(origin.x, direction.x, width_m / 2), wall_m(origin.z, direction.z, depth_m / 2));
  if (direction.y < 0) best_m = Math.min(best_m, -origin.y / direction.y);
  if (direction.y > 0) best_m = Math.min(best_m, (ceiling_m - origin.y) / direction.y);
  return Math.max(best_m, 0.3);
}

function wall_m(at: number, along: number, half_m: number): number {
  if (Math.abs(along) < 1e-6 || Math.abs(at) > half_m) return Number.POSITIVE_INFINITY;
  return (Math.sign(along) * half_m - at) / along;
}
