/** What the aim and the sweep were worth: running measures, told when a burst begins, ends or beats the fire. */
import { fireBase, nearestFire } from './fire.ts';
import { aimError_rad, arrives_frac } from './jet.ts';
import { GAZE_cos, WATCH_s } from './materials.ts';
import { tell } from './tell.ts';
import type { Extinguisher } from './things.ts';
import { flatDistance, forward } from './vec.ts';
import { clock_s, type Fact, type Vec3, type World } from './world.ts';

const AIM_rad = (10 * Math.PI) / 180; // procedures 4.d
const TURN_m = 0.04; // the aim must come back this far to count as a turn [D]

const base: Vec3 = [0, 0, 0];
const dir: Vec3 = [0, 0, 0];

/** Way out, over the floor: the middle of the volume outside the exit. */
export function exitPoint(world: World, out: Vec3): Vec3 {
  const { min_m, max_m } = world.room.exit.outside;
  for (let k = 0; k < 3; k++) out[k] = (min_m[k]! + max_m[k]!) / 2;
  return out;
}

const exit: Vec3 = [0, 0, 0];
/** 1 when the way out lies straight behind who faces the fire, 0 when it lies straight beyond the fire. */
export function exitBehind_frac(world: World, fire_m: Readonly<Vec3>): number {
  const head = world.body.head.position_m;
  exitPoint(world, exit);
  const fx = fire_m[0] - head[0];
  const fz = fire_m[2] - head[2];
  const ex = exit[0] - head[0];
  const ez = exit[2] - head[2];
  const size = Math.hypot(fx, fz) * Math.hypot(ex, ez);
  return size < 1e-6 ? 1 : (1 - (fx * ex + fz * ez) / size) / 2;
}

function upwind_frac(world: World, fire_m: Readonly<Vec3>): number {
  const wind = world.room.draught_mps;
  const speed = Math.hypot(wind[0], wind[2]);
  if (speed < 0.1) return 1;
  const head = world.body.head.position_m;
  const tx = fire_m[0] - head[0];
  const tz = fire_m[2] - head[2];
  const size = Math.hypot(tx, tz) * speed;
  return size < 1e-6 ? 1 : (1 + (tx * wind[0] + tz * wind[2]) / size) / 2;
}

export function sprayBegins(world: World, facts: Fact[], bottle: Extinguisher): void {
  const { tally, working } = world;
  const head = world.body.head.position_m;
  const fire = nearestFire(world, head);
  if (fire) fireBase(fire, base);
  const distance_m = fire ? flatDistance(head, base) : 0;
  if (tally.spray_s === 0) {
    tally.firstDistance_m = distance_m;
    tally.firstSpray_s = clock_s(world);
  }
  working.lastCharge_kg = bottle.charge_kg;
  working.burst_kg[bottle.id] = bottle.agentLeft_kg;
  working.burst_s[bottle.id] = 0;
  working.burstOn_s[bottle.id] = 0;
  working.sweepDirection = 0;
  const first_s = working.firstFireAt_s;
  tell(world, facts, 'spray-started', bottle.id, bottle.agent, {
    distance_m,
    exitBehind_frac: fire ? exitBehind_frac(world, base) : 1,
    upwind_frac: fire ? upwind_frac(world, base) : 1,
    sinceStart_s: first_s < 0 ? clock_s(world) : clock_s(world) - first_s,
  });
}

/** Side-to-side place of the aim where it passes the fire's base, and its turns. */
function sweepAt(world: World, bottle: Extinguisher): void {
  const { working, tally } = world;
  const from = bottle.nozzle.position_m;
  forward(dir, bottle.nozzle.orientation_quat);
  const ax = base[0] - from[0];
  const az = base[2] - from[2];
  const away_m = Math.hypot(ax, az);
  const ahead = (dir[0] * ax + dir[2] * az) / Math.max(1e-6, away_m);
  if (ahead < 0.2) return;
  const side_m = ((dir[2] * ax - dir[0] * az) / Math.max(1e-6, away_m) / ahead) * away_m;
  if (working.sweepDirection === 0) {
    working.sweepMin_m = working.sweepMax_m = side_m;
    working.sweepDirection = 1;
  }
  if (working.sweepCount === 0) tally.sweep_m = Math.max(tally.sweep_m, working.sweepMax_m - working.sweepMin_m);
  if (working.sweepDirection > 0) {
    working.sweepMax_m = Math.max(working.sweepMax_m, side_m);
    if (side_m > working.sweepMax_m - TURN_m) return;
    working.sweepDirection = -1;
  } else {
    working.sweepMin_m = Math.min(working.sweepMin_m, side_m);
    if (side_m < working.sweepMin_m + TURN_m) return;
    working.sweepDirection = 1;
  }
  working.sweepSum_m += working.sweepMax_m - working.sweepMin_m;
  working.sweepCount += 1;
  tally.sweep_m = working.sweepSum_m / working.sweepCount;
  if (working.sweepDirection > 0) working.sweepMax_m = side_m;
  else working.sweepMin_m = side_m;
}

/** One tick of spraying: on target when within 10 degrees of the base and within the throw. */
export function sprayGoes(world: World, bottle: Extinguisher, step_s: number): void {
  const { tally, working } = world;
  tally.spray_s += step_s;
  working.burst_s[bottle.id] = (working.burst_s[bottle.id] ?? 0) + step_s;
  const fire = nearestFire(world, bottle.nozzle.position_m) ?? lastOut(world);
  if (!fire) return;
  fireBase(fire, base);
  const away_m = flatDistance(bottle.nozzle.position_m, base);
  working.distanceSum_m += flatDistance(world.body.head.position_m, base) * step_s;
  if (aimError_rad(bottle, fire) <= AIM_rad && arrives_frac(away_m, bottle.range_m) > 0.1) {
    tally.onTarget_s += step_s;
    working.burstOn_s[bottle.id] = (working.burstOn_s[bottle.id] ?? 0) + step_s;
  }
  fireBase(fire, base);
  sweepAt(world, bottle);
}

/** A fire just put out is still the target for a few seconds. */
function lastOut(world: World) {
  for (const id in world.working.fires) {
    const book = world.working.fires[id]!;
    if (book.outAt_s < 0 || clock_s(world) - book.outAt_s > 5) continue;
    const fuel = world.things[id]!;
    if (fuel.kind === 'oil-pan' || fuel.kind === 'solid-fuel' || fuel.kind === 'appliance') return fuel;
  }
  return null;
}

export function sprayEnds(world: World, facts: Fact[], bottle: Extinguisher): void {
  const { tally, working } = world;
  const spray_s = working.burst_s[bottle.id] ?? 0;
  const used_kg = (working.burst_kg[bottle.id] ?? bottle.agentLeft_kg) - bottle.agentLeft_kg;
  tell(world, facts, 'spray-stopped', bottle.id, bottle.agent, {
    used_kg,
    spray_s,
    onTarget_frac: spray_s > 0 ? (working.burstOn_s[bottle.id] ?? 0) / spray_s : 0,
    sweep_m: tally.sweep_m,
    distance_m: tally.spray_s > 0 ? working.distanceSum_m / tally.spray_s : 0,
  });
}

/** After the last fire is out: how long the eyes stay on the spot (FF-M10). */
export function stepWatch(world: World, facts: Fact[], step_s: number): void {
  const { tally, working } = world;
  if (tally.outAt_s < 0 || tally.watched_s >= WATCH_s) return;
  for (const id in working.fires) {
    const book = working.fires[id]!;
    if (book.outAt_s !== tally.outAt_s) continue;
    const fuel = world.things[id]!;
    const head = world.body.head.position_m;
    const at = fuel.pose.position_m;
    const size_m = Math.hypot(at[0] - head[0], at[1] - head[1], at[2] - head[2]);
    const gaze = world.body.gaze_dir;
    const cos =
      ((at[0] - head[0]) * gaze[0] + (at[1] - head[1]) * gaze[1] + (at[2] - head[2]) * gaze[2]) /
      Math.max(size_m, 1e-6);
    if (cos < GAZE_cos - 0.1) return; // about 26 degrees: watching is not staring [D]
    tally.watched_s += step_s;
    if (tally.watched_s >= WATCH_s) tell(world, facts, 'watched', id);
    return;
  }
}
