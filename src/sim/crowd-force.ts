/** The social force: what pushes bodies in a crowd, Helbing, Farkas & Vicsek 2000 (Nature 407, 487-490), and one tick of it. */
import { bars, nearestOn, standsShut, type Walls, wallsNear } from './crowd-ground.ts';
import type { World } from './world.ts';

/** Constants of the paper: A, B, k, kappa, tau, m. */
export const SOCIAL_N = 2000;
export const RANGE_m = 0.08;
export const BODY_Npm = 1.2e5;
export const SLIDE_kgpms = 2.4e5;
export const TAU_s = 0.5;
export const MASS_kg = 80;
/**
 * Half a body. The paper draws diameters of 0.5 to 0.7 m: people in coats before a wide door. Two such bodies wedge in a flat's
 * door of 0.7 m, and hold a third off it harder than it walks. A circle as large as a body seen from above (0.45 to 0.5 m
 * across the shoulders, 0.3 m deep: Fruin; GB/T 10000) has 0.19 m; with 0.222 m the flow through doors is the measured one
 * (tests/reference/crowd_door_flow.csv).
 */
export const RADIUS_m = 0.222;
export const RADIUS_spread_m = 0.03;
/** FDS+Evac (Korhonen & Hostikka 2009, VTT W119): walls repel over half the range that people do. */
export const WALL_range_m = 0.04;
/** Nobody can be pushed faster. [D] a run */
const FASTEST_mps = 3;
/** Repulsion is not felt beyond this gap: 2000 N exp(-0.5 / 0.08) is 4 N, of 200 that one walks with; walls likewise. */
const FAR_m = 0.5;
const WALL_far_m = 0.25;
/** The middle of a body never comes nearer to a wall than this share of its radius. [D] */
const CORE_frac = 0.6;
/** Contact is stiff (k / m = 1500 1/s2, several at once): four steps a tick keep it stable. [D] */
const STEPS_count = 4;

/** One who stands is stirred by a body this near, and at rest again below this speed. [D] */
const STIR_m = 0.06;
const REST_mps = 0.004;
/** The trainee presses against somebody from this near. [D] */
const PRESS_m = 0.04;

/** How a body takes part: pushed by all, only by contact, or by nothing (the trainee). */
export const PART = { free: 0, still: 1, led: 2 } as const;

export interface Bodies {
  count: number;
  x_m: Float64Array;
  y_m: Float64Array;
  z_m: Float64Array;
  vx_mps: Float64Array;
  vz_mps: Float64Array;
  /** what each would walk */
  wantX_mps: Float64Array;
  wantZ_mps: Float64Array;
  radius_m: Float64Array;
  part: Uint8Array;
  /** 1 where the trainee's body pressed into it in this tick */
  pressed: Uint8Array;
  /** 0 for one that stands untouched: nothing moves it in this tick */
  awake: Uint8Array;
}

export function makeBodies(count: number): Bodies {
  const row = () => new Float64Array(count);
  return {
    count,
    x_m: row(),
    y_m: row(),
    z_m: row(),
    vx_mps: row(),
    vz_mps: row(),
    wantX_mps: row(),
    wantZ_mps: row(),
    radius_m: row(),
    part: new Uint8Array(count),
    pressed: new Uint8Array(count),
    awake: new Uint8Array(count),
  };
}

let forceX = new Float64Array(0);
let forceZ = new Float64Array(0);
const pairs: number[] = [];
const wallsOfBody: number[][] = [];
const touched: number[] = [];

/** Pairs near enough to matter within this tick, in the order of the bodies. */
function pairUp(b: Bodies): void {
  pairs.length = 0;
  for (let i = 0; i < b.count; i++)
    for (let j = i + 1; j < b.count; j++) {
      const near_m = b.radius_m[i]! + b.radius_m[j]! + FAR_m;
      const dx = b.x_m[i]! - b.x_m[j]!;
      const dz = b.z_m[i]! - b.z_m[j]!;
      if (dx > near_m || dx < -near_m || dz > near_m || dz < -near_m) continue;
      if (Math.abs(b.y_m[i]! - b.y_m[j]!) >= 1) continue;
      const touch = Math.hypot(dx, dz) < near_m - FAR_m + STIR_m;
      if (b.part[i] !== PART.free && b.part[j] !== PART.free && !touch) continue;
      pairs.push(i, j);
      if (!touch || b.part[i] === b.part[j]) continue;
      if (b.part[i] !== PART.led) b.awake[i] = 1;
      if (b.part[j] !== PART.led) b.awake[j] = 1;
    }
}

/** Whoever walks, is being pushed or is nearly touched takes part. */
function wake(b: Bodies): void {
  for (let i = 0; i < b.count; i++) {
    const rests = b.part[i] === PART.still && Math.abs(b.vx_mps[i]!) + Math.abs(b.vz_mps[i]!) < REST_mps;
    b.awake[i] = rests || b.part[i] === PART.led ? 0 : 1;
    if (rests) b.vx_mps[i] = b.vz_mps[i] = 0;
  }
}

/** Friction along the contact, softened so that a step can stop a slide and never turn it round. */
function slide_N(overlap_m: number, slip_mps: number, step_s: number): number {
  const c = SLIDE_kgpms * overlap_m;
  return (c * slip_mps) / (1 + (2 * c * step_s) / MASS_kg);
}

function push(b: Bodies, i: number, j: number, step_s: number): void {
  const dx = b.x_m[i]! - b.x_m[j]!;
  const dz = b.z_m[i]! - b.z_m[j]!;
  const apart_m = Math.max(1e-3, Math.hypot(dx, dz));
  const overlap_m = b.radius_m[i]! + b.radius_m[j]! - apart_m;
  if (overlap_m < -FAR_m) return;
  if (overlap_m > -PRESS_m) {
    if (b.part[i] === PART.led) b.pressed[j] = 1;
    if (b.part[j] === PART.led) b.pressed[i] = 1;
  }
  const nx = dx / apart_m;
  const nz = dz / apart_m;
  const social_N = SOCIAL_N * Math.exp(overlap_m / RANGE_m);
  let contact_N = 0;
  let along_N = 0;
  if (overlap_m > 0) {
    contact_N = BODY_Npm * overlap_m;
    const slip_mps = (b.vx_mps[j]! - b.vx_mps[i]!) * -nz + (b.vz_mps[j]! - b.vz_mps[i]!) * nx;
    along_N = slide_N(overlap_m, slip_mps, step_s);
  }
  if (b.part[i] !== PART.led) {
    const all_N = contact_N + (b.part[i] === PART.free ? social_N : 0);
    forceX[i] = forceX[i]! + all_N * nx - along_N * nz;
    forceZ[i] = forceZ[i]! + all_N * nz + along_N * nx;
  }
  if (b.part[j] !== PART.led) {
    const all_N = contact_N + (b.part[j] === PART.free ? social_N : 0);
    forceX[j] = forceX[j]! - all_N * nx + along_N * nz;
    forceZ[j] = forceZ[j]! - all_N * nz - along_N * nx;
  }
}

/** Walls push along the shortest way; a corner where two meet counts once. */
function lean(b: Bodies, i: number, walls: Walls, step_s: number): void {
  touched.length = 0;
  const x = b.x_m[i]!;
  const z = b.z_m[i]!;
  for (const index of wallsOfBody[i]!) {
    const wall = walls.all[index]!;
    const t = nearestOn(wall, x, z);
    const wx = wall.a_m[0] + (wall.b_m[0] - wall.a_m[0]) * t;
    const wz = wall.a_m[2] + (wall.b_m[2] - wall.a_m[2]) * t;
    const apart_m = Math.max(1e-3, Math.hypot(x - wx, z - wz));
    const overlap_m = b.radius_m[i]! - apart_m;
    if (overlap_m < -WALL_far_m || again(wx, wz)) continue;
    const nx = (x - wx) / apart_m;
    const nz = (z - wz) / apart_m;
    const away_N =
      (b.part[i] === PART.free ? SOCIAL_N * Math.exp(Math.min(0, overlap_m) / WALL_range_m) : 0) +
      BODY_Npm * Math.max(0, overlap_m);
    const slip_mps = -(b.vx_mps[i]! * -nz + b.vz_mps[i]! * nx);
    const along_N = overlap_m > 0 ? slide_N(overlap_m, slip_mps, step_s) : 0;
    forceX[i] = forceX[i]! + away_N * nx - along_N * nz;
    forceZ[i] = forceZ[i]! + away_N * nz + along_N * nx;
  }
}

function again(x: number, z: number): boolean {
  for (let k = 0; k < touched.length; k += 2)
    if (Math.abs(touched[k]! - x) + Math.abs(touched[k + 1]! - z) < 0.05) return true;
  touched.push(x, z);
  return false;
}

/** The middle of a body stays clear of every wall: moved out of one it has come into, its way into it taken from it. */
function keepOut(b: Bodies, i: number, walls: Walls, step_s: number): void {
  const core_m = b.radius_m[i]! * CORE_frac;
  for (const index of wallsOfBody[i]!) {
    const wall = walls.all[index]!;
    const t = nearestOn(wall, b.x_m[i]!, b.z_m[i]!);
    const dx = b.x_m[i]! - (wall.a_m[0] + (wall.b_m[0] - wall.a_m[0]) * t);
    const dz = b.z_m[i]! - (wall.a_m[2] + (wall.b_m[2] - wall.a_m[2]) * t);
    const apart_m = Math.hypot(dx, dz);
    if (apart_m >= core_m || apart_m < 1e-6) continue;
    const nx = dx / apart_m;
    const nz = dz / apart_m;
    const out_m = Math.min(core_m - apart_m, FASTEST_mps * step_s);
    b.x_m[i] = b.x_m[i]! + nx * out_m;
    b.z_m[i] = b.z_m[i]! + nz * out_m;
    const into_mps = b.vx_mps[i]! * nx + b.vz_mps[i]! * nz;
    if (into_mps >= 0) continue;
    b.vx_mps[i] = b.vx_mps[i]! - into_mps * nx;
    b.vz_mps[i] = b.vz_mps[i]! - into_mps * nz;
  }
}

function gatherWalls(world: Pick<World, 'things'>, b: Bodies, walls: Walls, tick_s: number): void {
  for (let i = 0; i < b.count; i++) {
    wallsOfBody[i] ??= [];
    const list = wallsOfBody[i]!;
    list.length = 0;
    if (b.part[i] === PART.led || b.awake[i] === 0) continue;
    const [x, z] = [b.x_m[i]!, b.z_m[i]!];
    const near_m = b.radius_m[i]! + WALL_far_m + FASTEST_mps * tick_s;
    for (const index of wallsNear(walls, x, z)) {
      const wall = walls.all[index]!;
      const t = nearestOn(wall, x, z);
      const dx = x - wall.a_m[0] - (wall.b_m[0] - wall.a_m[0]) * t;
      const dz = z - wall.a_m[2] - (wall.b_m[2] - wall.a_m[2]) * t;
      if (dx * dx + dz * dz > near_m * near_m || !bars(wall, t, b.y_m[i]!)) continue;
      if (standsShut(world, wall)) list.push(index);
    }
  }
}

/** Moves all bodies by one tick; heights are not its business. */
export function moveBodies(world: Pick<World, 'things'>, b: Bodies, walls: Walls, tick_s: number): void {
  if (forceX.length < b.count) {
    forceX = new Float64Array(b.count);
    forceZ = new Float64Array(b.count);
  }
  b.pressed.fill(0);
  wake(b);
  pairUp(b);
  gatherWalls(world, b, walls, tick_s);
  const step_s = tick_s / STEPS_count;
  for (let count = 0; count < STEPS_count; count++) {
    for (let i = 0; i < b.count; i++) {
      forceX[i] = (MASS_kg * (b.wantX_mps[i]! - b.vx_mps[i]!)) / TAU_s;
      forceZ[i] = (MASS_kg * (b.wantZ_mps[i]! - b.vz_mps[i]!)) / TAU_s;
    }
    for (let k = 0; k < pairs.length; k += 2) push(b, pairs[k]!, pairs[k + 1]!, step_s);
    for (let i = 0; i < b.count; i++) {
      if (b.part[i] === PART.led || b.awake[i] === 0) continue;
      lean(b, i, walls, step_s);
      go(b, i, step_s);
      keepOut(b, i, walls, step_s);
    }
  }
}

function go(b: Bodies, i: number, step_s: number): void {
  let vx = b.vx_mps[i]! + (forceX[i]! / MASS_kg) * step_s;
  let vz = b.vz_mps[i]! + (forceZ[i]! / MASS_kg) * step_s;
  const speed_mps = Math.hypot(vx, vz);
  if (speed_mps > FASTEST_mps) {
    vx *= FASTEST_mps / speed_mps;
    vz *= FASTEST_mps / speed_mps;
  }
  b.vx_mps[i] = vx;
  b.vz_mps[i] = vz;
  b.x_m[i] = b.x_m[i]! + vx * step_s;
  b.z_m[i] = b.z_m[i]! + vz * step_s;
}

/** In a queue one keeps a time gap to whoever is ahead (Tordeux, Chraibi & Seyfried 2016: T 1.06 s in single file). [D] by Weidmann's curve */
export const GAP_s = 0.7;
const BESIDE_frac = 0.8;

/** Lets a body in a queue want no more speed than the gap ahead allows. */
export function keepGap(b: Bodies, i: number): void {
  const speed_mps = Math.hypot(b.wantX_mps[i]!, b.wantZ_mps[i]!);
  if (speed_mps < 0.05) return;
  const ux = b.wantX_mps[i]! / speed_mps;
  const uz = b.wantZ_mps[i]! / speed_mps;
  let gap_m = Number.POSITIVE_INFINITY;
  for (let j = 0; j < b.count; j++) {
    // one goes round whoever does not belong to the queue
    if (j === i || b.part[j] !== PART.free || Math.abs(b.y_m[j]! - b.y_m[i]!) > 1) continue;
    const dx = b.x_m[j]! - b.x_m[i]!;
    const dz = b.z_m[j]! - b.z_m[i]!;
    const wide_m = b.radius_m[i]! + b.radius_m[j]!;
    if (dx * ux + dz * uz <= 0 || Math.abs(dx * uz - dz * ux) > BESIDE_frac * wide_m) continue;
    gap_m = Math.min(gap_m, Math.hypot(dx, dz) - wide_m);
  }
  const share_frac = Math.min(1, Math.max(0, gap_m / GAP_s) / speed_mps);
  b.wantX_mps[i] = b.wantX_mps[i]! * share_frac;
  b.wantZ_mps[i] = b.wantZ_mps[i]! * share_frac;
}
