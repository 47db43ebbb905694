/** Who belongs to the crowd, and how people differ: dealt once from the world's seed. */
import { RADIUS_m, RADIUS_spread_m } from './crowd-force.ts';
import type { Member, Mind } from './crowd-member.ts';
import { between } from './rng.ts';
import type { Person } from './things.ts';
import { clock_s, type World } from './world.ts';

/** Free walking on the level: Weidmann 1993 mean 1.34, sigma 0.26 m/s; indoors a little slower. */
const FREE_mps = 1.3;
const FREE_spread_mps = 0.25;
/** People turn to a call within this. [D] */
const REACT_least_s = 0.4;
const REACT_most_s = 1.6;
/** Whoever hesitates goes after others beside them have gone for so long. [D] */
const DITHER_least_s = 3;
const DITHER_most_s = 9;
/** Pupils are narrower and a little slower, between FDS+Evac's child (0.82 of an adult's width, 0.9 m/s) and adult. [D] */
const PUPIL_radius_m = 0.2;
const PUPIL_frac = 0.92;

function deal(world: World, person: Person): Member {
  const pupil = person.role === 'pupil';
  const free_mps = FREE_mps + between(world, -FREE_spread_mps, FREE_spread_mps);
  const [, qy, , qw] = person.pose.orientation_quat;
  return {
    mind: 'calm',
    after: 'calm',
    until_s: -1,
    free_mps: pupil ? free_mps * PUPIL_frac : free_mps,
    radius_m:
      (pupil ? PUPIL_radius_m : RADIUS_m) + between(world, -RADIUS_spread_m, RADIUS_spread_m) * (pupil ? 0.4 : 1),
    reacts_s: between(world, REACT_least_s, REACT_most_s),
    dithers_s: between(world, DITHER_least_s, DITHER_most_s),
    calls_count: 0,
    calledAt_s: -1e3,
    beside_s: 0,
    bag: person.temper === 'bag' ? 'wanted' : 'none',
    bagAt_s: -1,
    saidHesitating: false,
    saidFollowing: false,
    found: false,
    aim_m: [...person.pose.position_m],
    far_m: -1,
    pace_mps: free_mps,
    stoops: false,
    coughs: false,
    smokeSeen: false,
    heat_frac: 0,
    heading_deg: (2 * Math.atan2(qy, qw) * 180) / Math.PI,
    pressed_s: 0,
    place_index: -1,
  };
}

/** Whether a person is steered as one of a crowd: has a role, in a house with floors to walk on. */
export function inCrowd(world: Pick<World, 'room'>, person: Person): boolean {
  return person.role !== null && world.room.surfaces.length > 0;
}

/** @returns ids of the crowd in the order of the room's things; everybody is dealt what they are like the first time. */
export function crowdOf(world: World): string[] {
  const ids: string[] = [];
  const { members } = world.working.crowd;
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind !== 'person' || !inCrowd(world, person)) continue;
    ids.push(id);
    members[id] ??= deal(world, person);
  }
  return ids;
}

/** Turns a mind, from now on. */
export function become(world: World, member: Member, mind: Mind, for_s = -1): void {
  member.mind = mind;
  member.far_m = -1;
  member.until_s = for_s < 0 ? -1 : clock_s(world) + for_s;
}

/** Turns to something, and then does what it calls for. */
export function startle(world: World, member: Member, after: Mind): void {
  member.after = after;
  become(world, member, 'startled', member.reacts_s);
}
