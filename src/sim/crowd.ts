/** A crowd walks: what each wants becomes a push, the social force moves them, doors on their way are opened, smoke slows them. */
import { become, crowdOf } from './crowd-book.ts';
import { breatheOf, breathTicks } from './crowd-breath.ts';
import { spaceOf } from './crowd-ears.ts';
import { type Bodies, keepGap, makeBodies, moveBodies, PART } from './crowd-force.ts';
import { crosses, wallsOf } from './crowd-ground.ts';
import { type Member, type Mind, NO_WAY_m } from './crowd-member.ts';
import { balk, daresOpen, think } from './crowd-mind.ts';
import { feetOf, findWay, moveLead, slopeAt_frac } from './crowd-ways.ts';
import { groundAt } from './ground.ts';
import { tell, tellOnce } from './tell.ts';
import type { Door, Person } from './things.ts';
import { clamp, facing, flatDistance, inBox, set } from './vec.ts';
import type { Fact, Vec3, World } from './world.ts';

/** The way is looked at again this often, by turns. */
const lookTicks = 6;
/** Hurry: half as fast again, once smoke is seen. SFPE free 1.2, run 1.8 m/s. */
const HURRY_frac = 1.5;
/** Down stairs at 0.8 of level speed along the slope (Nelson & Mowrer k 1.08 to 1.40), up at 0.6 (Fruin: 0.75 of down). */
const DOWN_frac = 0.8;
const UP_frac = 0.6;
const STEEP_frac = 0.25;
/** Followers stop so far behind the leader, and slow down from this far. [D] */
const BEHIND_m = 1.3;
const SLOW_m = 1.2;
/** Followers nearer than this to the leader queue. [D] */
const QUEUE_m = 4;
/** Opening a leaf takes about this; it is begun an arm's length away. [D] */
const OPEN_s = 0.8;
const HANDLE_m = 1;
/** The trainee's own body, and how long pressing against one person is a push. [D] */
const TRAINEE_radius_m = 0.2;
const PUSH_s = 0.25;
const PUSH_mps = 0.4;
const PUSH_fades_frac = 0.25;
const PUSH_again_s = 5;
const JUMP_m = 0.5;
/** People turn no faster than this. [D] */
const TURN_degps = 300;

let bodies: Bodies = makeBodies(0);
const want: Vec3 = [0, 0, 0];

function moves(mind: Mind): boolean {
  return mind !== 'calm' && mind !== 'startled' && mind !== 'hesitating' && mind !== 'waiting' && mind !== 'stopped';
}

/** Speed on the ground ahead, seen from above. */
function onSlope_mps(speed_mps: number, rise_frac: number): number {
  if (Math.abs(rise_frac) < STEEP_frac) return speed_mps;
  return (speed_mps * (rise_frac < 0 ? DOWN_frac : UP_frac)) / Math.hypot(1, rise_frac);
}

function speedOf_mps(world: World, person: Person, member: Member): number {
  const at = person.pose.position_m;
  let speed_mps = member.pace_mps;
  if (member.smokeSeen && !member.stoops && person.role !== 'pupil') speed_mps *= HURRY_frac;
  if (member.mind === 'following') {
    const { feet_m } = world.working.crowd;
    const behind_m = Math.abs(feet_m[1] - at[1]) < 1 ? Math.min(member.far_m, flatDistance(feet_m, at)) : member.far_m;
    speed_mps *= clamp((behind_m - BEHIND_m) / SLOW_m, 0, 1);
  }
  if (member.mind === 'gathering') speed_mps *= clamp((member.far_m + flatDistance(at, member.aim_m)) / 1.2, 0, 1);
  return onSlope_mps(speed_mps, Math.sign(member.aim_m[1] - at[1]) * slopeAt_frac(world, at));
}

/** What one would walk, into `want`. */
function wish(world: World, person: Person, member: Member): void {
  want[0] = want[2] = 0;
  if (!moves(member.mind) || !(member.far_m < NO_WAY_m)) return;
  const at = person.pose.position_m;
  const dx = member.aim_m[0] - at[0];
  const dz = member.aim_m[2] - at[2];
  const size_m = Math.hypot(dx, dz);
  if (size_m < 0.05) return;
  const speed_mps = speedOf_mps(world, person, member);
  want[0] = (dx / size_m) * speed_mps;
  want[2] = (dz / size_m) * speed_mps;
}

/** Pupils in a row, and followers close behind the leader, do not shove. */
function queues(person: Person, member: Member): boolean {
  return person.role === 'pupil' || (member.mind === 'following' && member.far_m < QUEUE_m);
}

/** Opens shut doors that lie between people and what they walk towards. */
function openDoors(world: World, facts: Fact[], ids: readonly string[], step_s: number): void {
  const walls = wallsOf(world);
  for (const index of walls.leafIndex) {
    const wall = walls.all[index]!;
    const door = world.things[wall.door!] as Door;
    if (door.open_frac >= 1 || door.locked || door.workedBy !== null) continue;
    for (const id of ids) {
      const person = world.things[id] as Person;
      const member = world.working.crowd.members[id]!;
      if (!moves(member.mind) || person.doing === 'down' || !comesTo(wall.a_m, door, person, member)) continue;
      if (!crosses(wall, person.pose.position_m, member.aim_m)) continue;
      if (door.open_frac < 0.2 && member.mind !== 'following' && !daresOpen(world, person, door)) {
        balk(world, facts, person, member);
        continue;
      }
      door.open_frac = Math.min(1, door.open_frac + step_s / OPEN_s);
      break;
    }
  }
}

function comesTo(foot_m: Readonly<Vec3>, door: Door, person: Person, member: Member): boolean {
  const at = person.pose.position_m;
  if (Math.abs(at[1] - foot_m[1]) > 0.6 || !(member.far_m < NO_WAY_m)) return false;
  return flatDistance(at, door.pose.position_m) < HANDLE_m + Math.max(door.half_m[0], door.half_m[2]);
}

function leaves(world: World, facts: Fact[], person: Person, member: Member): void {
  const { crowd } = world.working;
  const [x, , z] = person.pose.position_m;
  const { outside } = world.room.exit;
  if (person.out || !inBox(outside, [x, person.pose.position_m[1] + 0.1, z])) return;
  person.out = true;
  member.place_index = crowd.arrived_count++;
  become(world, member, 'gathering');
  tell(world, facts, 'person-out', person.id);
}

function turn(member: Member, vx: number, vz: number, step_s: number): void {
  const wanted_deg = (Math.atan2(-vx, -vz) * 180) / Math.PI;
  const off_deg = ((((wanted_deg - member.heading_deg) % 360) + 540) % 360) - 180;
  member.heading_deg += clamp(off_deg, -TURN_degps * step_s, TURN_degps * step_s);
}

function look(world: World, person: Person, member: Member, speed_mps: number, step_s: number): void {
  const [vx, , vz] = person.velocity_mps;
  const at = person.pose.position_m;
  if (speed_mps > 0.25) turn(member, vx, vz, step_s);
  else if (member.mind === 'following' || member.mind === 'gathering') {
    const { feet_m } = world.working.crowd;
    if (flatDistance(feet_m, at) < 12) turn(member, feet_m[0] - at[0], feet_m[2] - at[2], step_s / 3);
  }
  person.pose.orientation_quat = facing(member.heading_deg);
}

/** What they are seen to do. */
function doingOf(world: World, person: Person, member: Member, speed_mps: number): Person['doing'] {
  const still = person.doing === 'walking' || person.doing === 'hurrying' ? speed_mps < 0.12 : speed_mps < 0.25;
  if (member.stoops && !still) return 'crouching';
  if (!still) return speed_mps > (person.doing === 'hurrying' ? 1.6 : 1.8) ? 'hurrying' : 'walking';
  if (member.coughs) return 'coughing';
  if (member.stoops) return 'crouching';
  return person.out && world.working.walkers[person.id]?.sentToPhone ? 'phoning' : 'idle';
}

/** The trainee walks at somebody, and not past them. */
function walksInto(i: number, led_mps: number): boolean {
  const led = bodies.count - 1;
  const dx = bodies.x_m[i]! - bodies.x_m[led]!;
  const dz = bodies.z_m[i]! - bodies.z_m[led]!;
  return dx * bodies.vx_mps[led]! + dz * bodies.vz_mps[led]! > 0.5 * led_mps * Math.hypot(dx, dz);
}

function pushed(
  world: World,
  facts: Fact[],
  i: number,
  id: string,
  member: Member,
  led_mps: number,
  step_s: number,
): void {
  if (bodies.pressed[i] === 1 && led_mps > PUSH_mps && walksInto(i, led_mps)) member.pressed_s += step_s;
  else member.pressed_s = Math.max(0, member.pressed_s - PUSH_fades_frac * step_s);
  if (member.pressed_s > PUSH_s) {
    member.pressed_s = 0;
    tellOnce(world, facts, PUSH_again_s, 'pushed', id);
  }
}

/** The trainee is the last of the bodies: moved by nobody, felt by all. */
function putTrainee(world: World, i: number, step_s: number): number {
  const { crowd } = world.working;
  const [wasX, , wasZ] = crowd.feet_m;
  feetOf(world, crowd.feet_m);
  const [x, y, z] = crowd.feet_m;
  const jumps = Math.hypot(x - wasX, z - wasZ) > JUMP_m;
  bodies.x_m[i] = x;
  bodies.y_m[i] = y;
  bodies.z_m[i] = z;
  bodies.vx_mps[i] = jumps ? 0 : (x - wasX) / step_s;
  bodies.vz_mps[i] = jumps ? 0 : (z - wasZ) / step_s;
  bodies.wantX_mps[i] = bodies.wantZ_mps[i] = 0;
  bodies.radius_m[i] = TRAINEE_radius_m;
  bodies.part[i] = PART.led;
  return Math.hypot(bodies.vx_mps[i]!, bodies.vz_mps[i]!);
}

function putBody(world: World, i: number, person: Person, member: Member): void {
  wish(world, person, member);
  const [x, y, z] = person.pose.position_m;
  bodies.x_m[i] = x;
  bodies.y_m[i] = person.doing === 'down' ? -1e3 : y;
  bodies.z_m[i] = z;
  bodies.vx_mps[i] = person.velocity_mps[0];
  bodies.vz_mps[i] = person.velocity_mps[2];
  bodies.wantX_mps[i] = want[0];
  bodies.wantZ_mps[i] = want[2];
  bodies.radius_m[i] = member.radius_m;
  bodies.part[i] = moves(member.mind) ? PART.free : PART.still;
}

function takeBody(world: World, facts: Fact[], i: number, person: Person, member: Member, step_s: number): void {
  const at = person.pose.position_m;
  const v = person.velocity_mps;
  if (bodies.awake[i] === 0) {
    v[0] = v[1] = v[2] = 0;
    person.doing = doingOf(world, person, member, 0);
    return;
  }
  const x = bodies.x_m[i]!;
  const z = bodies.z_m[i]!;
  const floor_m = groundAt(world.room, x, z, at[1]);
  const y = floor_m === null || Math.abs(floor_m - at[1]) > 0.6 ? at[1] : floor_m;
  set(v, bodies.vx_mps[i]!, (y - at[1]) / step_s, bodies.vz_mps[i]!);
  set(at, x, y, z);
  const speed_mps = Math.hypot(v[0], v[2]);
  look(world, person, member, speed_mps, step_s);
  person.doing = doingOf(world, person, member, speed_mps);
  leaves(world, facts, person, member);
}

/** One tick of everybody who has a role. */
export function stepCrowd(world: World, facts: Fact[], step_s: number): void {
  const ids = crowdOf(world);
  if (ids.length === 0) return;
  const { crowd } = world.working;
  const count = ids.length + 1;
  if (bodies.count !== count) bodies = makeBodies(count);
  const led_mps = putTrainee(world, ids.length, step_s);
  moveLead(world, crowd);
  for (let i = 0; i < ids.length; i++) {
    const person = world.things[ids[i]!] as Person;
    const member = crowd.members[ids[i]!]!;
    if (person.doing !== 'down') {
      if ((world.tick + i) % breathTicks === 0)
        breatheOf(world, facts, person, member, spaceOf(world, person), breathTicks * step_s);
      think(world, facts, person, member, (world.tick + i) % lookTicks === 0 ? lookTicks * step_s : 0);
      if (moves(member.mind) && (member.far_m < 0 || (world.tick + i) % lookTicks === 0))
        findWay(world, person, member);
    }
    putBody(world, i, person, member);
  }
  for (let i = 0; i < ids.length; i++) {
    const person = world.things[ids[i]!] as Person;
    if (queues(person, crowd.members[ids[i]!]!)) keepGap(bodies, i);
  }
  openDoors(world, facts, ids, step_s);
  moveBodies(world, bodies, wallsOf(world), step_s);
  for (let i = 0; i < ids.length; i++) {
    const person = world.things[ids[i]!] as Person;
    if (person.doing === 'down') continue;
    takeBody(world, facts, i, person, crowd.members[ids[i]!]!, step_s);
    pushed(world, facts, i, ids[i]!, crowd.members[ids[i]!]!, led_mps, step_s);
  }
}
