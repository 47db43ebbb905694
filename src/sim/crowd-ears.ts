/** Who hears what is said, and what a call makes of each. */
import { spaceAt } from './air.ts';
import { become, startle } from './crowd-book.ts';
import type { Member, Mind } from './crowd-member.ts';
import { exitFar_m } from './crowd-ways.ts';
import { tell } from './tell.ts';
import type { Person } from './things.ts';
import { distance, flatDistance } from './vec.ts';
import { clock_s, type Fact, type Vec3, type World } from './world.ts';

/** A voice comes through a door that is open by more than this, when the speaker stands this near to it. [D] */
const AJAR_frac = 0.17;
const AT_DOOR_m = 2;
/** Two calls within this are one. [D] */
const ONE_CALL_s = 1.5;
const HEAD_m = 1.6;
/** A guest who has been shown the way goes out by it when told, from this far. [D] a long room */
const SHOWN_m = 20;
/** Nobody hears a voice on another storey but up and down a stair. [D] */
const STOREY_m = 2.5;
/** Without a lead people make for the way they came after this. [D] procedures give no figure */
const LOST_s = 25;

const head: Vec3 = [0, 0, 0];
export function spaceOf(world: World, person: Person): string {
  const [x, y, z] = person.pose.position_m;
  head[0] = x;
  head[1] = y + HEAD_m;
  head[2] = z;
  return spaceAt(world, head);
}

/** @returns whether an opening between two spaces lets a voice through to somebody who speaks at `from_m`. */
function carries(world: World, vent: string, from_m: Readonly<Vec3>): boolean {
  const thing = world.things[vent];
  if (thing?.kind !== 'door') return thing === undefined;
  return (
    thing.open_frac > AJAR_frac && flatDistance(thing.pose.position_m, from_m) < AT_DOOR_m + Math.max(...thing.half_m)
  );
}

/** Speech stays in its space, but for open doors the speaker stands at, and stair wells. */
export function hearsVoice(world: World, person: Person): boolean {
  const here = world.body.space;
  const there = spaceOf(world, person);
  if (here === there) return true;
  const { vents = [], hatches = [] } = world.room.layout;
  const from_m = world.body.head.position_m;
  for (const vent of vents)
    if ((vent.from === here && vent.to === there) || (vent.to === here && vent.from === there))
      if (carries(world, vent.id, from_m)) return true;
  return hatches.some(({ below, above }) => (below === here && above === there) || (below === there && above === here));
}

/** @returns whether a call reaches somebody of the crowd. */
export function reaches(world: World, person: Person, earshot_m: number): boolean {
  const from_m = world.body.head.position_m;
  const at_m = person.pose.position_m;
  if (flatDistance(at_m, from_m) > earshot_m || Math.abs(from_m[1] - at_m[1] - HEAD_m) > STOREY_m + HEAD_m)
    return false;
  return distance(at_m, from_m) < 2 || hearsVoice(world, person);
}

/** Guests know no way but the one they came by; pupils, residents and staff know the house. */
export function knowsHouse(person: Person): boolean {
  return person.role !== 'guest';
}

/** What somebody does who is only told that there is a fire. */
export function alone(person: Person): Mind {
  if (knowsHouse(person)) return 'leaving';
  return person.temper === 'familiar' ? 'heading' : 'waiting';
}

/** Pupils leave the door to whoever is to test it, this long at most. [D] a walk to it and a hand on it */
const LINED_UP_s = 15;

/** How long somebody waits by the first call. */
export function waiting_s(person: Person): number {
  return person.role === 'pupil' ? LINED_UP_s : LOST_s;
}

/** A leaf open by this much lets a body through. [D] */
const WAY_frac = 0.5;

/** @returns whether a pupil leaves the test of the door to the trainee, who is in the room with them, and every door of it shut. */
export function linesUp(world: World, person: Person): boolean {
  const { space, alive } = world.body;
  if (person.role !== 'pupil' || !alive || spaceOf(world, person) !== space) return false;
  const doors = (world.room.layout.vents ?? []).flatMap(({ id, from, to }) => {
    const door = from === space || to === space ? world.things[id] : undefined;
    return door?.kind === 'door' ? [door] : [];
  });
  return doors.length > 0 && doors.every((door) => door.open_frac < WAY_frac);
}

function count(world: World, member: Member): void {
  const now_s = clock_s(world);
  if (now_s - member.calledAt_s > ONE_CALL_s) member.calls_count++;
  member.calledAt_s = now_s;
}

/** Already on the way that this call asks for. */
function goes(member: Member, mind: Mind): boolean {
  const meant = member.mind === 'startled' || member.mind === 'fetching' ? member.after : member.mind;
  return meant === mind || meant === 'leaving' || meant === 'gathering';
}

function urge(world: World, facts: Fact[], person: Person, member: Member, mind: Mind): void {
  if (person.temper === 'hesitates' && member.calls_count < 2) {
    if (member.mind !== 'hesitating') become(world, member, 'hesitating');
    if (!member.saidHesitating) tell(world, facts, 'hesitating', person.id);
    member.saidHesitating = true;
    return;
  }
  if (member.mind === 'fetching' || goes(member, mind)) return;
  startle(world, member, mind);
}

function leaveIt(world: World, member: Member): void {
  if (member.bag !== 'wanted') return;
  member.bag = 'left';
  if (member.mind === 'fetching') startle(world, member, member.after);
}

function find(world: World, facts: Fact[], person: Person, member: Member): void {
  if (member.found || member.mind !== 'calm') return;
  const space = spaceOf(world, person);
  if (space === world.room.spaces[0]?.id || person.out) return;
  member.found = true;
  tell(world, facts, 'found', person.id, space);
}

/** What one phrase does to somebody of the crowd who hears it. */
export function heed(world: World, facts: Fact[], person: Person, member: Member, phrase: string): void {
  if (person.doing === 'down' || person.out) return;
  if (phrase === 'leave-it') leaveIt(world, member);
  if (phrase === 'leave-it' || phrase === 'call-119') return;
  if (phrase === 'anyone-here') {
    find(world, facts, person, member);
    if (!member.found) return;
  }
  count(world, member);
  if (!person.warned) {
    person.warned = true;
    tell(world, facts, 'warned', person.id);
  }
  if (phrase === 'fire') {
    if (member.mind === 'calm') urge(world, facts, person, member, linesUp(world, person) ? 'waiting' : alone(person));
    return;
  }
  if (phrase === 'get-out') {
    const shown = member.saidFollowing && exitFar_m(world, person) < SHOWN_m;
    if (knowsHouse(person) || shown) urge(world, facts, person, member, linesUp(world, person) ? 'waiting' : 'leaving');
    else if (member.mind === 'calm' || member.mind === 'hesitating') urge(world, facts, person, member, alone(person));
    return;
  }
  urge(world, facts, person, member, 'following');
}
