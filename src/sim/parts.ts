/** Where things and their parts are: "ext-1.pin" is the pin of ext-1. */
import { floorUnder_m } from './ground.ts';
import { BEND_m, REACH_hand_m, REACH_shoulder_m, SHOULDER_below_m } from './materials.ts';
import type { Extinguisher, Thing } from './things.ts';
import { boxDistance, copy, rotate } from './vec.ts';
import type { HandSide, Vec3, World } from './world.ts';

/** Parts of an extinguisher in its own frame: y up from the box centre, -z is its front. [D] proportions of a 4 kg bottle. */
const EXTINGUISHER_PARTS: Record<string, Vec3> = {
  pin: [0.04, 0.21, 0],
  lever: [0, 0.24, 0.05],
  gauge: [0, 0.19, -0.05],
  label: [0, 0.02, -0.09],
  hose: [-0.07, 0.05, -0.05],
};
export const PART_NAMES = Object.keys(EXTINGUISHER_PARTS);
/** Half size of a part's own box for the gaze and the hand. [D] */
export const PART_half_m: Vec3 = [0.035, 0.035, 0.035];

/** The pane of a window: what is pressed to break it. */
export const GLASS = 'glass';

export interface Named {
  thing: Thing;
  part: string | null;
}

/** @returns the thing, and its part where the name has one; null when the room has no such thing or part. */
export function find(world: World, name: string): Named | null {
  const whole = world.things[name];
  if (whole) return { thing: whole, part: null };
  const dotAt = name.lastIndexOf('.');
  const thing = dotAt > 0 ? world.things[name.slice(0, dotAt)] : undefined;
  const part = name.slice(dotAt + 1);
  if (thing?.kind === 'window' && part === GLASS) return { thing, part };
  if (thing?.kind !== 'extinguisher' || !(part in EXTINGUISHER_PARTS)) return null;
  return { thing, part };
}

const turned: Vec3 = [0, 0, 0];
/** World position of a part of an extinguisher. The hose lies in the hand that holds it. */
export function partPosition(world: World, bottle: Extinguisher, part: string, out: Vec3): Vec3 {
  if (part === 'hose' && bottle.hoseHeldBy) return copy(out, world.body[bottle.hoseHeldBy].pose.position_m);
  rotate(turned, bottle.pose.orientation_quat, EXTINGUISHER_PARTS[part]!);
  const at = bottle.pose.position_m;
  out[0] = at[0] + turned[0];
  out[1] = at[1] + turned[1];
  out[2] = at[2] + turned[2];
  return out;
}

/** Position of anything that has a name: a thing's centre or a part. Persons are named by their chest. */
export function positionOf(world: World, named: Named, out: Vec3): Vec3 {
  if (named.part && named.thing.kind === 'extinguisher') return partPosition(world, named.thing, named.part, out);
  copy(out, named.thing.pose.position_m);
  if (named.thing.kind === 'person') out[1] += named.thing.half_m[1];
  return out;
}

const place: Vec3 = [0, 0, 0];
const shoulder: Vec3 = [0, 0, 0];
/**
 * Whether a hand can work a thing now: the hand is within 0.30 m of its box, or the thing within 1.1 m of the shoulder [D].
 * What either hand already holds is always within reach.
 */
export function reachable(world: World, hand: HandSide, name: string): boolean {
  const named = find(world, name);
  if (!named) return false;
  if (named.thing.heldBy) return true;
  const { body } = world;
  positionOf(world, named, place);
  const half = named.part && named.thing.kind === 'extinguisher' ? PART_half_m : named.thing.half_m;
  if (boxDistance(body[hand].pose.position_m, place, half) <= REACH_hand_m) return true;
  copy(shoulder, body.head.position_m);
  const upright_m = shoulder[1] - SHOULDER_below_m;
  const bend_m = floorUnder_m(world.room, body.head.position_m) + BEND_m;
  shoulder[1] = Math.min(upright_m, Math.max(place[1], bend_m));
  return boxDistance(shoulder, place, half) <= REACH_shoulder_m;
}
