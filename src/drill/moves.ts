/** What every verb is made of: waiting, walking, going up to a thing, looking, reaching, and handing over a deed. */
import type { Step } from '../script/plan.ts';
import { groundAt, hasLevels } from '../sim/ground.ts';
import { boxDistance } from '../sim/vec.ts';
import type { Deed, HandSide, Vec3 } from '../sim/world.ts';
import { CRAWL_mps } from '../sim/zone/walk.ts';
import type { Doer } from './doer.ts';
import { shoulder, walkTowards } from './limbs.ts';
import { floorNear, routeTo, type Spot } from './path.ts';

/** The sim lets a hand work what is within 1.1 m of the shoulder; the double goes nearer so that its hand gets there. */
export const REACHES_m = 0.9;
export const STANDS_m = 0.62;
export const SIDES = ['right', 'left'] as const;
/** A gauge is read from within 1.8 m. */
export const PART_near_m = 1.2;

export function* pause(doer: Doer, for_s: number): Generator<void, void> {
  for (let waited_s = 0; waited_s < for_s; waited_s += doer.dt_s) yield;
}

/** Hands over a deed and gives the room two frames to answer. */
export function* deed(doer: Doer, act: Deed): Generator<void, void> {
  doer.limbs.deeds.push(act);
  for (const side of SIDES) doer.limbs.arms[side].reach_m = null;
  yield;
  yield;
}

/** A step outside a door, from which it can still be shut. */
export function beyond(door_m: Vec3, outside_m: Vec3): Vec3 {
  const [dx, dz] = [outside_m[0] - door_m[0], outside_m[2] - door_m[2]];
  const share = BEYOND_m / Math.max(BEYOND_m, Math.hypot(dx, dz));
  return [door_m[0] + dx * share, outside_m[1], door_m[2] + dz * share];
}
const BEYOND_m = 0.95;

/** A floor point of a plan; without a height the floor nearest to the feet is meant. */
export function pointOf(doer: Doer, place: [number, number] | [number, number, number]): Vec3 {
  if (place.length === 3) return place;
  return [place[0], floorNear(doer.s, place[0], place[1], doer.limbs.feet_m), place[1]];
}

/** Nothing a double walks to hangs higher over its feet. */
const HANGS_m = 2.2;

/** Whoever walks this near ahead is let go first, for so long at most; who stands is not waited for. [D] */
const AHEAD_m = 0.65;
const AHEAD_frac = 0.6;
const PATIENCE_s = 3;

/** @returns whether somebody who walks is close ahead, on the way to a spot. */
function somebodyAhead(doer: Doer, spot: Vec3): boolean {
  const { limbs, s } = doer;
  const wayX = spot[0] - limbs.x;
  const wayZ = spot[2] - limbs.z;
  const far_m = Math.hypot(wayX, wayZ);
  return Object.entries(s.things).some(([id, one]) => {
    if (one.doing !== 'walking' && one.doing !== 'hurrying') return false;
    const at = s.where(id);
    if (!at || Math.abs(at[1] - limbs.feet_m) > 1) return false;
    const [dx, dz] = [at[0] - limbs.x, at[2] - limbs.z];
    const away_m = Math.hypot(dx, dz);
    return away_m < AHEAD_m && dx * wayX + dz * wayZ > AHEAD_frac * away_m * far_m;
  });
}

/** Walks round the furniture and over the stairs until within `near_m` of the goal, looking where it goes. */
export function* walk(doer: Doer, goal: Vec3, near_m: number): Generator<void, void> {
  const { limbs } = doer;
  const there = () => {
    const up_m = goal[1] - limbs.feet_m;
    if (hasLevels(doer.s.room) && (up_m < -0.45 || up_m > HANGS_m)) return false;
    return Math.hypot(goal[0] - limbs.x, goal[2] - limbs.z) <= near_m + 0.01;
  };
  if (there()) return;
  const before = limbs.look_m;
  let waited_s = 0;
  for (const spot of routeTo(doer.s, [limbs.x, limbs.feet_m, limbs.z], goal)) {
    while (!there()) {
      limbs.look_m = [spot[0], limbs.feet_m + limbs.standing_m - 0.3, spot[2]];
      if (!doer.shoves && waited_s < PATIENCE_s && somebodyAhead(doer, spot)) {
        waited_s += doer.dt_s;
        yield;
        continue;
      }
      const arrived = stepTo(doer, [spot[0], spot[2]], paceOf(doer) * doer.dt_s);
      yield;
      if (arrived) break;
    }
    if (there()) break;
  }
  limbs.look_m = before;
}

/** On hands and knees, and in smoke, nobody goes as fast. */
export function paceOf(doer: Doer): number {
  const free_mps = doer.limbs.low ? Math.min(doer.speed_mps, CRAWL_mps) : doer.speed_mps;
  return free_mps * (doer.s.pace_frac ?? 1);
}

/** A step over the floor, which the feet follow up and down. */
export function stepTo(doer: Doer, spot: Spot, step_m: number): boolean {
  const { limbs } = doer;
  const arrived = walkTowards(limbs, spot, step_m);
  limbs.feet_m = groundAt(doer.s.room, limbs.x, limbs.z, limbs.feet_m) ?? limbs.feet_m;
  return arrived;
}

/** Goes up to a thing when it is out of reach. */
export function* approach(doer: Doer, name: string, reach_m: number): Generator<void, void> {
  const at = doer.s.where(name);
  if (!at) return;
  const thing = doer.s.things[name] ?? doer.s.things[name.split('.')[0]!];
  if (thing?.heldBy) return;
  const half = name.includes('.') ? ([0.03, 0.03, 0.03] as Vec3) : (thing?.half_m ?? [0, 0, 0]);
  if (!name.includes('.') && reach_m === PART_near_m) return;
  if (boxDistance(shoulder(doer.limbs), at, half) <= reach_m) return;
  yield* walk(doer, at, Math.min(STANDS_m, reach_m));
}

export function* look(doer: Doer, name: string, for_s: number): Generator<void, void> {
  const { limbs } = doer;
  limbs.trunkStill = doer.s.things[name.split('.')[0]!]?.heldBy != null;
  for (let looked_s = -TURN_s; looked_s < for_s; looked_s += doer.dt_s) {
    limbs.look_m = doer.s.where(name);
    if (!limbs.look_m) break;
    yield;
  }
  limbs.trunkStill = false;
}

/** Time to turn the head before the looking counts. [D] */
const TURN_s = 0.4;

export function* reach(doer: Doer, name: string, hand: HandSide): Generator<void, void> {
  const at = doer.s.where(name);
  if (at) yield* reachPoint(doer, at, hand);
}

export function* reachPoint(doer: Doer, at: Vec3, hand: HandSide): Generator<void, void> {
  doer.limbs.look_m = at;
  doer.limbs.arms[hand].reach_m = at;
  yield* pause(doer, 0.4);
}

export function* work(doer: Doer, step: Step, make: (hand: HandSide) => Deed): Generator<void, void> {
  const hand = step.hand ?? freeHand(doer);
  yield* approach(doer, step.thing!, REACHES_m);
  yield* reach(doer, step.thing!, hand);
  yield* deed(doer, make(hand));
}

export function* toPhone(doer: Doer): Generator<void, void> {
  const phone = Object.keys(doer.s.things).find((id) => doer.s.things[id]!.kind === 'phone');
  const { min_m, max_m } = doer.s.room.exit.outside;
  const { x, z, eyes_m } = doer.limbs;
  const outside = x > min_m[0] && x < max_m[0] && z > min_m[2] && z < max_m[2] && eyes_m < max_m[1];
  if (phone && !outside) yield* approach(doer, phone, REACHES_m);
}

export function holding(doer: Doer, hand: HandSide): string | null {
  for (const [id, thing] of Object.entries(doer.s.things)) if (thing.heldBy === hand) return id;
  return null;
}

export function held(doer: Doer, kind: string): string | null {
  for (const [id, thing] of Object.entries(doer.s.things)) if (thing.heldBy && thing.kind === kind) return id;
  return null;
}

export function freeHand(doer: Doer): HandSide {
  return SIDES.find((side) => holding(doer, side) === null) ?? 'left';
}

export function fullHand(doer: Doer): HandSide {
  return SIDES.find((side) => holding(doer, side) !== null) ?? 'right';
}

/** The hand with something of these kinds in it, or else a full one. */
export function handWith(doer: Doer, kinds: string[]): HandSide {
  const found = SIDES.find((side) => kinds.includes(doer.s.things[holding(doer, side) ?? '']?.kind ?? ''));
  return found ?? fullHand(doer);
}
