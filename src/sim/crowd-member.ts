/** What the sim remembers of each of a crowd, and of all of them together. */
import type { Vec3 } from './vec.ts';

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

export function freshCrowd(): CrowdBook {
  const away: Vec3 = [0, -1e3, 0];
  return { members: {}, feet_m: [...away], lead_m: [...away], leadReach_m: -1, arrived_count: 0 };
}
