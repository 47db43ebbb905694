/** The others: they hear what is said; those without a role walk out by the exit once warned, a crowd goes as crowd.ts has it. */
import { stepCrowd } from './crowd.ts';
import { crowdOf, inCrowd } from './crowd-book.ts';
import { heed, reaches } from './crowd-ears.ts';
import { WALK_mps } from './materials.ts';
import { pathOut } from './path.ts';
import { tell } from './tell.ts';
import type { Person } from './things.ts';
import { facing, flatDistance, inBox } from './vec.ts';
import type { Fact, World } from './world.ts';

const REACT_s = 0.8; // turning round [D]
const PHONE_s = 4; // someone sent to call does so once outside [D]
/** Whoever is further off is not at the assembly point, for one who counts there. [D] */
const COUNT_m = 12;

function isCalled(phrase: string): boolean {
  return phrase === 'fire' || phrase === 'get-out' || phrase === 'call-119' || phrase === 'follow-me';
}

/** Somebody without a role: any call sends them out. */
function warn(world: World, facts: Fact[], person: Person): void {
  const walker = world.working.walkers[person.id]!;
  person.warned = true;
  walker.path_m = pathOut(world, person.pose.position_m);
  walker.waited_s = 0;
  tell(world, facts, 'warned', person.id);
}

/** What is said aloud reaches everyone in earshot; 'call-119' sends one of them to the phone. */
export function hear(world: World, facts: Fact[], phrase: string, earshot_m: number): void {
  const from_m = world.body.head.position_m;
  const { members } = world.working.crowd;
  crowdOf(world);
  let sent = false;
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind !== 'person') continue;
    const crowd = inCrowd(world, person);
    const near = crowd ? reaches(world, person, earshot_m) : flatDistance(person.pose.position_m, from_m) <= earshot_m;
    if (!near) continue;
    if (phrase === 'call-119' && !sent && person.doing !== 'down') {
      sent = true;
      world.working.walkers[id]!.sentToPhone = true;
      world.working.alarmRaised = true;
      if (person.out) person.doing = 'phoning';
    }
    if (crowd) heed(world, facts, person, members[id]!, phrase);
    else if (!person.warned && isCalled(phrase)) warn(world, facts, person);
  }
}

/** Counts who stands at the assembly point, of all who belong there. */
export function countPeople(world: World, facts: Fact[]): void {
  let here = 0;
  let missing = 0;
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind !== 'person') continue;
    const near = flatDistance(person.pose.position_m, world.body.head.position_m) < COUNT_m;
    if (person.out && near) here++;
    else missing++;
  }
  tell(world, facts, 'counted', undefined, undefined, { here, missing });
}

function walk(world: World, facts: Fact[], person: Person, step_s: number): void {
  const walker = world.working.walkers[person.id]!;
  walker.waited_s += step_s;
  if (person.out) {
    if (person.doing === 'walking') person.doing = walker.sentToPhone ? 'phoning' : 'idle';
    if (person.doing === 'phoning' && walker.waited_s > PHONE_s) walker.sentToPhone = false;
    return;
  }
  if (walker.waited_s < REACT_s) return;
  person.doing = 'walking';
  const next = walker.path_m[0];
  if (!next) return;
  const at = person.pose.position_m;
  const dx = next[0] - at[0];
  const dz = next[2] - at[2];
  const left_m = Math.hypot(dx, dz);
  const stride_m = WALK_mps * step_s;
  if (left_m <= stride_m) {
    at[0] = next[0];
    at[2] = next[2];
    walker.path_m.shift();
  } else {
    at[0] += (dx / left_m) * stride_m;
    at[2] += (dz / left_m) * stride_m;
    person.pose.orientation_quat = facing((Math.atan2(-dx, -dz) * 180) / Math.PI);
  }
  const door = world.things[world.room.exit.door];
  if (door?.kind === 'door' && flatDistance(at, door.pose.position_m) < 1.2) door.open_frac = 1;
  if (!inBox(world.room.exit.outside, [at[0], world.room.exit.outside.min_m[1] + 0.1, at[2]])) return;
  person.out = true;
  walker.waited_s = 0;
  tell(world, facts, 'person-out', person.id);
}

export function stepPersons(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind === 'person' && person.warned && !inCrowd(world, person)) walk(world, facts, person, step_s);
  }
  stepCrowd(world, facts, step_s);
}
