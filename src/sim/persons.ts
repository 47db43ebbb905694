/** The others in the room: they hear a warning, and walk out by the exit. */
import { WALK_mps } from './materials.ts';
import { pathOut } from './path.ts';
import { tell } from './tell.ts';
import { facing, flatDistance, inBox } from './vec.ts';
import type { Fact, Person, World } from './world.ts';

const REACT_s = 0.8; // turning round [D]
const PHONE_s = 4; // someone sent to call does so once outside [D]

/** 'fire' and 'get-out' warn everyone in earshot; 'call-119' sends one of them to the phone. */
export function hear(world: World, facts: Fact[], phrase: string, earshot_m: number): void {
  const head = world.body.head.position_m;
  let sent = false;
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind !== 'person' || flatDistance(person.pose.position_m, head) > earshot_m) continue;
    const walker = world.working.walkers[id]!;
    if (phrase === 'call-119' && !sent) {
      sent = true;
      walker.sentToPhone = true;
      world.working.alarmRaised = true;
      if (person.out) person.doing = 'phoning';
    }
    if (person.warned) continue;
    person.warned = true;
    walker.path_m = pathOut(world, person.pose.position_m);
    walker.waited_s = 0;
    tell(world, facts, 'warned', id);
  }
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
    if (person.kind === 'person' && person.warned) walk(world, facts, person, step_s);
  }
}
