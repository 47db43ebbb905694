/** The back of a hand on a door, and an eye at its crack or peephole (procedures 5.c). */
import { SHUT_frac } from './ground.ts';
import { GAZE_cos, GAZE_s } from './materials.ts';
import { reachable } from './parts.ts';
import { airIn } from './smoke.ts';
import { tell } from './tell.ts';
import type { Door } from './things.ts';
import { boxDistance, rayBox } from './vec.ts';
import type { Fact, HandSide, Vec3, World } from './world.ts';

/** The hand lies on the leaf this long, this near (contract). */
const FEEL_s = 0.5;
const FEEL_m = 0.15;
/** It has been taken away. [D] */
const LIFT_m = 0.3;
const WARM_K = 273.15 + 40;
const HOT_K = 273.15 + 60;

export function feel(world: World, facts: Fact[], hand: HandSide, name: string): void {
  const door = world.things[name];
  if (door?.kind !== 'door') return;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', name);
    return;
  }
  world.body.feels[hand] = name;
  world.working.acts.felt_s[hand] = 0;
}

export function unfeel(world: World, hand: HandSide): void {
  world.body.feels[hand] = null;
  world.working.acts.felt_s[hand] = 0;
}

/** @returns what the back of a hand would say of a leaf. */
export function feelingOf(door: Door): 'cool' | 'warm' | 'hot' {
  if (door.face_K < WARM_K) return 'cool';
  return door.face_K < HOT_K ? 'warm' : 'hot';
}

export function stepFeel(world: World, facts: Fact[], step_s: number): void {
  for (const hand of ['left', 'right'] as const) {
    const door = world.things[world.body.feels[hand] ?? ''];
    if (door?.kind !== 'door') continue;
    const away_m = boxDistance(world.body[hand].pose.position_m, door.home.position_m, door.half_m);
    const { felt_s } = world.working.acts;
    // a leaf that somebody has opened is no longer where the hand is
    if (door.open_frac > SHUT_frac) unfeel(world, hand);
    if (away_m > LIFT_m && felt_s[hand] > 0) unfeel(world, hand);
    if (away_m > FEEL_m || felt_s[hand] < 0 || world.body.feels[hand] === null) continue;
    felt_s[hand] += step_s;
    if (felt_s[hand] < FEEL_s) continue;
    felt_s[hand] = -1;
    tell(world, facts, 'felt', door.id, feelingOf(door), { face_C: door.face_K - 273.15 });
  }
}

/** Through a crack one looks from this near; an eye at a peephole is nearer, and looks at it. */
const CRACK_near_m = 1.2;
const PEEPHOLE_near_m = 0.65;
const PEEPHOLE_m = 1.45;
const PEEPHOLE_cos = Math.cos((14 * Math.PI) / 180);
/** Air one cannot see ten metres through is smoke (contract). */
const CLEAR_m = 10;

const eye: Vec3 = [0, 0, 0];

/** The door looked through now, null for none. */
function lookedThrough(world: World): Door | null {
  const head = world.body.head.position_m;
  for (const id in world.things) {
    const door = world.things[id]!;
    if (door.kind !== 'door') continue;
    const shut = door.open_frac < SHUT_frac;
    if (shut && !door.peephole) continue;
    const away_m = boxDistance(head, door.home.position_m, door.half_m);
    if (away_m > (shut ? PEEPHOLE_near_m : CRACK_near_m)) continue;
    if (shut ? onPeephole(world, door) : onLeaf(world, door)) return door;
  }
  return null;
}

function onLeaf(world: World, door: Door): boolean {
  const head = world.body.head.position_m;
  return (
    rayBox(head, world.body.gaze_dir, door.home.position_m, door.half_m) !== null ||
    onPoint(world, door.home.position_m, GAZE_cos)
  );
}

function onPeephole(world: World, door: Door): boolean {
  const [x, y, z] = door.home.position_m;
  eye[0] = x;
  eye[1] = y - door.half_m[1] + PEEPHOLE_m;
  eye[2] = z;
  return onPoint(world, eye, PEEPHOLE_cos);
}

function onPoint(world: World, at: Readonly<Vec3>, least_cos: number): boolean {
  const head = world.body.head.position_m;
  const dir = world.body.gaze_dir;
  const [x, y, z] = [at[0] - head[0], at[1] - head[1], at[2] - head[2]];
  const away_m = Math.hypot(x, y, z);
  return away_m < 1e-6 || (x * dir[0] + y * dir[1] + z * dir[2]) / away_m >= least_cos;
}

/** @returns id of the space behind a door, seen from where the head is; null for a door that is no opening of the air. */
export function spaceBehind(world: World, door: string): string | null {
  const opening = world.room.layout.vents?.find((vent) => vent.id === door);
  if (!opening) return null;
  return opening.from === world.body.space ? opening.to : opening.from;
}

/** Told once a look. */
export function stepPeep(world: World, facts: Fact[], step_s: number): void {
  const { peep } = world.working.acts;
  const door = lookedThrough(world);
  if (door?.id !== peep.door) {
    peep.door = door?.id ?? null;
    peep.looked_s = 0;
    peep.told = null;
  }
  const behind = door && spaceBehind(world, door.id);
  if (!door || behind === null) return;
  peep.looked_s += step_s;
  if (peep.looked_s < GAZE_s || peep.told !== null) return;
  const smoky = airIn(world, behind, world.body.head.position_m[1]).visibility_m < CLEAR_m;
  peep.told = smoky ? 'smoky' : 'clear';
  tell(world, facts, 'peeped', door.id, peep.told);
}
