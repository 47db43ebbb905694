/** How each of a crowd goes from one state of mind to the next: noticing, dithering, following, turning back, leaving. */
import { isFlaming } from './air.ts';
import { become, startle } from './crowd-book.ts';
import { alone, knowsHouse, linesUp, waiting_s } from './crowd-ears.ts';
import type { Member, Mind } from './crowd-member.ts';
import { ENTRANCE_post, exitFar_m } from './crowd-ways.ts';
import { smokeIn } from './smoke.ts';
import { tell } from './tell.ts';
import type { Door, Person } from './things.ts';
import { flatDistance, inBox } from './vec.ts';
import { clock_s, type Fact, type Vec3, type World } from './world.ts';

/** Led people see the exit and go by themselves from here on: the passage behind the last door. [D] */
const SEEN_m = 7.4;
/** A bag comes to mind so long after setting out. [D] */
const BAG_after_s = 4;
const BAG_spread_s = 5;
const PICK_s = 2;
const AT_BAG_m = 0.7;
const ARRIVED_m = 0.8;
/** Others count as going beside one within this, at this speed. [D] */
const BESIDE_m = 2;
const GOING_mps = 0.5;
/** People turn back before smoke that hides what is further than this (Bryan; Wood: most turn back under 3 to 4 m). */
const DENSE_m = 3;
/** Nobody opens a door that is hotter than the hand bears, or goes towards flames this near behind it. */
const HOT_K = 333;
const FLAMES_kW = 1;
/** One looks over a threshold at this height. */
const EYES_m = 1.5;

function goesOn(mind: Mind): boolean {
  return mind === 'following' || mind === 'leaving' || mind === 'heading';
}

/** Someone close by who walks: the best reason to go too. */
function goingBeside(world: World, person: Person): Member | null {
  const { members } = world.working.crowd;
  for (const id in members) {
    const other = world.things[id];
    if (other?.kind !== 'person' || other === person || !goesOn(members[id]!.mind)) continue;
    const speed_mps = Math.hypot(other.velocity_mps[0], other.velocity_mps[2]);
    if (speed_mps > GOING_mps && flatDistance(other.pose.position_m, person.pose.position_m) < BESIDE_m)
      return members[id]!;
  }
  return null;
}

function dither(world: World, person: Person, member: Member, step_s: number): void {
  const other = step_s > 0 ? goingBeside(world, person) : null;
  if (!other) return;
  member.beside_s += step_s;
  if (member.beside_s > member.dithers_s) startle(world, member, other.mind);
}

/** The first step of a new way: told once, and the bag is remembered a little later. */
function setOut(world: World, facts: Fact[], person: Person, member: Member): void {
  if (member.mind === 'following' && !member.saidFollowing) {
    member.saidFollowing = true;
    tell(world, facts, 'following', person.id);
  }
  if (member.bag === 'wanted' && member.bagAt_s < 0 && goesOn(member.mind))
    member.bagAt_s = clock_s(world) + BAG_after_s + BAG_spread_s * ((member.dithers_s * 7) % 1);
}

function turnBack(world: World, facts: Fact[], person: Person, member: Member): boolean {
  if (member.bag !== 'wanted' || member.bagAt_s < 0 || clock_s(world) < member.bagAt_s) return false;
  member.after = member.mind;
  become(world, member, 'fetching');
  tell(world, facts, 'turned-back', person.id);
  return true;
}

function fetchBag(world: World, person: Person, member: Member): void {
  if (flatDistance(person.pose.position_m, person.home.position_m) > AT_BAG_m) return;
  if (member.until_s < 0) member.until_s = clock_s(world) + PICK_s;
  if (clock_s(world) < member.until_s) return;
  member.bag = 'fetched';
  become(world, member, member.after);
}

/** The leader has gone out or fallen, or the exit is in sight: on by oneself. */
function follow(world: World, person: Person, member: Member): void {
  const { body } = world;
  if (!body.out && body.alive && exitFar_m(world, person) > SEEN_m) return;
  if (!body.out && !body.alive && !knowsHouse(person)) become(world, member, alone(person));
  else become(world, member, 'leaving');
}

function stopHere(world: World, facts: Fact[], person: Person, member: Member): void {
  if (member.mind === 'stopped') return;
  become(world, member, 'stopped');
  tell(world, facts, 'hesitating', person.id);
}

/** The other side of a door, as seen through its pane or the first crack. */
export function daresOpen(world: World, person: Person, door: Door): boolean {
  if (door.face_K > HOT_K || door.back_K > HOT_K) return false;
  const vent = world.room.layout.vents?.find(({ id }) => id === door.id);
  if (!vent) return true;
  return [vent.from, vent.to].every((space) => {
    const box = world.room.spaces.find(({ id }) => id === space)?.box;
    if (!box || inBox(box, [person.pose.position_m[0], person.pose.position_m[1] + 0.1, person.pose.position_m[2]]))
      return true;
    const smoke = smokeIn(world, space);
    const eyes_m = Math.max(smoke.floor_m, person.pose.position_m[1]) + EYES_m;
    const seen_m = eyes_m > smoke.layerHeight_m ? smoke.visibility_m : smoke.lowerVisibility_m;
    return seen_m > DENSE_m && !burnsIn(world, box.min_m, box.max_m);
  });
}

function burnsIn(world: World, min_m: Vec3, max_m: Vec3): boolean {
  for (const id in world.things) {
    const fire = world.things[id]!;
    if (
      isFlaming(fire) &&
      fire.burning &&
      fire.heatRelease_kW > FLAMES_kW &&
      inBox({ min_m, max_m }, fire.pose.position_m)
    )
      return true;
  }
  return false;
}

/** What to do where a door on the way should not be opened. */
export function balk(world: World, facts: Fact[], person: Person, member: Member): void {
  stopHere(world, facts, person, member);
}

function head(world: World, facts: Fact[], person: Person, member: Member): void {
  const entrance = world.room.posts[ENTRANCE_post];
  if (!entrance) become(world, member, 'waiting');
  else if (flatDistance(person.pose.position_m, entrance) < ARRIVED_m || (member.coughs && member.stoops))
    stopHere(world, facts, person, member);
}

/** Who knows the house waits for the door to be tested, not for a way. */
function wait(world: World, person: Person, member: Member, step_s: number): void {
  if (step_s === 0 || member.mind !== 'waiting') return;
  if (member.smokeSeen || clock_s(world) > member.until_s || !linesUp(world, person)) startle(world, member, 'leaving');
}

/** Goes on in one's mind by one tick. @param step_s since one last looked round, 0 when it is not one's turn to */
export function think(world: World, facts: Fact[], person: Person, member: Member, step_s: number): void {
  const now_s = clock_s(world);
  switch (member.mind) {
    case 'calm':
      if (member.smokeSeen) startle(world, member, alone(person));
      return;
    case 'startled':
      if (now_s < member.until_s) return;
      become(world, member, member.after, member.after === 'waiting' ? waiting_s(person) : -1);
      setOut(world, facts, person, member);
      return;
    case 'hesitating':
      dither(world, person, member, step_s);
      return;
    case 'waiting':
      dither(world, person, member, step_s);
      if (knowsHouse(person)) wait(world, person, member, step_s);
      else if (member.until_s >= 0 && now_s > member.until_s && world.room.posts[ENTRANCE_post])
        startle(world, member, 'heading');
      return;
    case 'following':
      if (!turnBack(world, facts, person, member)) follow(world, person, member);
      return;
    case 'leaving':
      turnBack(world, facts, person, member);
      return;
    case 'heading':
      if (!turnBack(world, facts, person, member)) head(world, facts, person, member);
      return;
    case 'fetching':
      fetchBag(world, person, member);
      return;
    default:
      return;
  }
}
