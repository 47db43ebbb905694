/** The boxes that can be pointed at in this world, parts included, refreshed in place each frame. */
import { hasLevels, SHUT_frac } from '../../sim/ground.ts';
import { find, PART_half_m, PART_NAMES, partPosition } from '../../sim/parts.ts';
import type { Door, Thing, Way } from '../../sim/things.ts';
import type { Vec3, World } from '../../sim/world.ts';

import type { Target, XYZ } from './pick.ts';
import { rayBox_m } from './pick.ts';
import { wall_m as houseWall_m } from './sight.ts';

export interface Targets {
  list: Target[];
  /** those of the list that are leaves of a house's doors */
  leaves: Target[];
  /** ways through the open ones of them: pressed where nothing else is meant */
  doorways: Target[];
  /** the things the list was made for: another world (a rewind) makes it anew */
  of: Record<string, Thing> | null;
}

export function createTargets(): Targets {
  return { list: [], leaves: [], doorways: [], of: null };
}

/** Brings every box to where its thing is now. */
export function refreshTargets(targets: Targets, world: World): void {
  if (targets.of !== world.things) rebuild(targets, world);
  for (const target of targets.list) {
    const named = find(world, target.id);
    if (!named) continue;
    const { thing, part } = named;
    if (thing.kind === 'door' && thing.hinge !== null) {
      swing(thing, target);
      continue;
    }
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
  for (const way of targets.doorways) {
    const door = world.things[way.id];
    way.half_m = door?.kind === 'door' && door.open_frac > 0.5 ? door.half_m : HIDDEN_m;
  }
}

const HIDDEN_m: Vec3 = [-1, -1, -1];
const WAYS: Record<Way, [x: number, z: number]> = { '-x': [-1, 0], '+x': [1, 0], '-z': [0, -1], '+z': [0, 1] };
/** Wider leaves are pairs: the one at the hinge is meant. */
const PAIR_m = 1.3;

/** Brings the box of a leaf to where it has swung; what can be pointed at is what is seen. */
function swing(door: Door, target: Target): void {
  const [x, y, z] = door.home.position_m;
  const [hx, hz] = WAYS[door.hinge!];
  const [sx, sz] = WAYS[door.swings ?? door.hinge!];
  const length_m = 2 * Math.max(door.half_m[0], door.half_m[2]);
  const shut = door.open_frac <= SHUT_frac;
  const leaf_m = shut || length_m < PAIR_m ? length_m / 2 : length_m / 4;
  const angle_rad = (door.open_frac * Math.PI) / 2;
  const along = leaf_m * Math.cos(angle_rad);
  const out = leaf_m * Math.sin(angle_rad);
  target.pose.position_m[0] = x + (hx * length_m) / 2 - hx * along + sx * out;
  target.pose.position_m[1] = y;
  target.pose.position_m[2] = z + (hz * length_m) / 2 - hz * along + sz * out;
  // turned about the upright: (-hx, -hz) goes towards (sx, sz)
  const left = -hz * sx + hx * sz > 0 ? 1 : -1;
  target.pose.orientation_quat[1] = left * Math.sin(angle_rad / 2);
  target.pose.orientation_quat[3] = Math.cos(angle_rad / 2);
  target.half_m[0] = hx === 0 ? door.half_m[0] : leaf_m;
  target.half_m[1] = door.half_m[1];
  target.half_m[2] = hz === 0 ? door.half_m[2] : leaf_m;
}

/** @returns the middle of every hinged leaf, where it has swung to. */
export function leafPlaces(world: World): Map<string, Vec3> {
  const places = new Map<string, Vec3>();
  const leaf = box('', [0, 0, 0]);
  for (const id in world.things) {
    const door = world.things[id]!;
    if (door.kind !== 'door' || door.hinge === null) continue;
    swing(door, leaf);
    places.set(id, [...leaf.pose.position_m]);
  }
  return places;
}

/** Only to be looked at, or not to be seen at all. */
const NOT_MEANT: ReadonlySet<Thing['kind']> = new Set([
  'lookout',
  'exit-sign',
  'smoke-alarm',
  'heat-alarm',
  'sprinkler',
  'blaze',
] as const);

function rebuild(targets: Targets, world: World): void {
  targets.of = world.things;
  targets.list = [];
  targets.leaves = [];
  targets.doorways = [];
  for (const thing of Object.values(world.things)) {
    if (NOT_MEANT.has(thing.kind)) continue;
    // a leaf's box changes as it swings: it has sizes of its own
    const target = box(thing.id, thing.kind === 'door' ? [...thing.half_m] : thing.half_m);
    targets.list.push(target);
    if (thing.kind === 'door' && thing.hinge !== null) {
      targets.leaves.push(target);
      const way = box(thing.id, HIDDEN_m);
      way.pose.position_m = [...thing.home.position_m];
      targets.doorways.push(way);
    }
    if (thing.kind !== 'extinguisher') continue;
    for (const part of PART_NAMES) targets.list.push(box(`${thing.id}.${part}`, PART_half_m));
  }
}

function box(id: string, half_m: Vec3): Target {
  return { id, pose: { position_m: [0, 0, 0], orientation_quat: [0, 0, 0, 1] }, half_m };
}

/** Walls of a house are looked for so far. */
const SEEN_m = 8;
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
  if (hasLevels(world.room)) return Math.max(houseWall_m(world, origin, direction, Math.min(best_m, SEEN_m)), 0.3);
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
