/** What the sim remembers of each of a crowd, and how people differ: dealt once from the world's seed. */
import { RADIUS_m, RADIUS_spread_m } from './crowd-force.ts';
import { between } from './rng.ts';
import type { Person } from './things.ts';
import { clock_s, type Vec3, type World } from './world.ts';

/**
 * calm: has noticed nothing. startled: turning to it. hesitating: told, unsure. waiting: told, knows no way. following: the
 * trainee. heading: for the entrance they came by. fetching: back for a bag. leaving: by the exit. gathering: outside, to the
 * assembly point. stopped: before smoke or fire.
 */
export type Mind =
  | 'calm'
  | 'startled'
  | 'hesitating'
  | 'waiting'
  | 'following'
  | 'heading'
  | 'fetching'
  | 'leaving'
  | 'gathering'
  | 'stopped';

export interface Member {
  mind: Mind;
  /** what comes after being startled or after the bag */
  after: Mind;
  /** when this mind ends by itself, -1 never */
  until_s: number;
  free_mps: number;
  radius_m: number;
  /** how long this one dithers: time to turn round, and time beside others who go before going too */
  reacts_s: number;
  dithers_s: number;
  calls_count: number;
  calledAt_s: number;
  /** seconds spent beside people who go */
  beside_s: number;
  bag: 'none' | 'wanted' | 'left' | 'fetched';
  /** when the bag comes to mind, -1 not yet */
  bagAt_s: number;
  saidHesitating: boolean;
  saidFollowing: boolean;
  found: boolean;
  /** where to walk next, and how far it is to the goal (NO_WAY_m: none; -1: to be worked out) */
  aim_m: Vec3;
  far_m: number;
  /** fastest walk in this air, whether bent under the smoke, coughing, and the heat taken */
  pace_mps: number;
  stoops: boolean;
  coughs: boolean;
  smokeSeen: boolean;
  heat_frac: number;
  heading_deg: number;
  /** how long the trainee has pressed against them */
  pressed_s: number;
  /** place at the assembly point, in the order of arrival, -1 none */
  place_index: number;
}

export interface CrowdBook {
  members: Record<string, Member>;
  /** where the trainee's feet were at the last tick, and where followers make for */
  feet_m: Vec3;
  lead_m: Vec3;
  /** how far round the leader the way is worked out */
  leadReach_m: number;
  arrived_count: number;
}

/** Told as the distance where there is no way. */
export const NO_WAY_m = 1e6;
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

export function freshCrowd(): CrowdBook {
  const away: Vec3 = [0, -1e3, 0];
  return { members: {}, feet_m: [...away], lead_m: [...away], leadReach_m: -1, arrived_count: 0 };
}

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
