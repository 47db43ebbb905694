/** Where each of a crowd wants to go, as a field of distances: the trainee, the exit, a bag, the entrance, the assembly point. */
import { type CrowdBook, type Member, NO_WAY_m } from './crowd-member.ts';
import { aimAlong, type Flow, fieldTo, fieldToBox, fieldToNode, flowOf, nodeIn, nodeNear } from './flow.ts';
import { groundAt } from './ground.ts';
import type { Person } from './things.ts';
import { copy, flatDistance, set } from './vec.ts';
import type { Spread } from './way.ts';
import type { Vec3, World } from './world.ts';

/** Followers make for where the leader stood until the leader is this far from it. [D] */
const LEAD_moves_m = 0.7;
/** The way to the leader is worked out so much further round than the last follower stands. [D] */
const ROUND_m = 4;
/** Someone who has just begun to follow is within this: as far as a voice carries, twice over for tables and corners. [D] */
const CALLED_m = 18;
/** The post of a house through which guests came in. */
export const ENTRANCE_post = 'entrance';
export const ASSEMBLY_post = 'assembly';
/** Room for one at the assembly point, and the turn from one to the next (golden angle): a loose cluster. [D] */
const ROOM_m = 0.62;
const TURN_rad = 2.399963;

/** @returns where the trainee's feet are. */
export function feetOf(world: World, out: Vec3): Vec3 {
  const [x, y, z] = world.body.head.position_m;
  const floor_m = groundAt(world.room, x, z, y - 0.7) ?? y - world.body.standing_m;
  return set(out, x, floor_m, z);
}

/** Moves the point that followers make for, and how far round it ways are worked out. */
export function moveLead(world: World, book: CrowdBook): void {
  const moved_m = flatDistance(book.feet_m, book.lead_m) + Math.abs(book.feet_m[1] - book.lead_m[1]);
  if (book.leadReach_m >= 0 && moved_m < LEAD_moves_m) return;
  const flow = flowOf(world);
  const node = nodeNear(flow, ...book.feet_m);
  if (node < 0 && book.leadReach_m >= 0) return;
  let furthest_m = 0;
  for (const id in book.members) {
    const member = book.members[id]!;
    if (member.mind !== 'following') continue;
    const far_m = member.far_m < 0 || member.far_m >= NO_WAY_m ? CALLED_m : member.far_m;
    furthest_m = Math.max(furthest_m, far_m + moved_m);
  }
  copy(book.lead_m, book.feet_m);
  book.leadReach_m = Math.ceil((furthest_m + ROUND_m) / ROUND_m) * ROUND_m;
}

/** The field to the leader; beyond its reach for somebody, the whole of it. */
function leadField(flow: Flow, book: CrowdBook, from: number): Spread {
  const node = nodeNear(flow, ...book.lead_m);
  const near = fieldTo(flow, `lead ${node} ${book.leadReach_m}`, () => (node < 0 ? [] : [node]), book.leadReach_m);
  return from < 0 || near.far_m[from]! < Number.POSITIVE_INFINITY ? near : fieldToNode(flow, node);
}

/** A place at the assembly point for the n-th who comes there: round it in a spiral. */
export function placeAt(world: World, place_index: number, out: Vec3): Vec3 {
  const { exit, posts } = world.room;
  const { min_m, max_m } = exit.outside;
  const post = posts[ASSEMBLY_post] ?? [(min_m[0] + max_m[0]) / 2, min_m[1], (min_m[2] + max_m[2]) / 2];
  const away_m = 0.9 + ROOM_m * Math.sqrt(place_index);
  return set(
    out,
    post[0] + away_m * Math.cos(place_index * TURN_rad),
    post[1],
    post[2] + away_m * Math.sin(place_index * TURN_rad),
  );
}

const spot: Vec3 = [0, 0, 0];
/** @returns the field a mind walks by, null for one that stays where it is. */
function fieldOf(world: World, flow: Flow, person: Person, member: Member): Spread | null {
  const { room, working } = world;
  switch (member.mind) {
    case 'following':
      return leadField(flow, working.crowd, nodeNear(flow, ...person.pose.position_m));
    case 'heading': {
      const entrance = room.posts[ENTRANCE_post];
      return entrance ? fieldToNode(flow, nodeNear(flow, ...entrance)) : null;
    }
    case 'fetching':
      return fieldToNode(flow, nodeNear(flow, ...person.home.position_m));
    case 'leaving':
      return fieldToBox(flow, room.exit.outside);
    case 'gathering':
      return fieldToNode(flow, nodeNear(flow, ...placeAt(world, member.place_index, spot)));
    default:
      return null;
  }
}

/** Works out where somebody walks next and how far it is. */
export function findWay(world: World, person: Person, member: Member): void {
  const flow = flowOf(world);
  const field = fieldOf(world, flow, person, member);
  const far_m = field ? aimAlong(flow, field, person.pose.position_m, member.aim_m) : NO_WAY_m;
  member.far_m = Math.min(NO_WAY_m, far_m);
}

/** @returns rise of the floor per metre under somebody's feet, 0 on the level. */
export function slopeAt_frac(world: World, at_m: Readonly<Vec3>): number {
  const flow = flowOf(world);
  const node = nodeIn(flow, ...at_m);
  return node < 0 ? 0 : flow.slope_frac[node]!;
}

/** @returns how far the exit is on foot. */
export function exitFar_m(world: World, person: Person): number {
  const flow = flowOf(world);
  const node = nodeNear(flow, ...person.pose.position_m);
  return node < 0 ? Number.POSITIVE_INFINITY : fieldToBox(flow, world.room.exit.outside).far_m[node]!;
}
