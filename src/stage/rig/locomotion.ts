/** Sticks and keys to a moved play space: snap turn with hysteresis, teleport, smooth walk, step back. Pure. */
import { groundAt, hasLevels } from '../../sim/ground.ts';
import type { HandSide, Room, Vec3 } from '../../sim/world.ts';
import { ARC_POINTS, throwArc, throwOnto } from './arc.ts';
import { BODY_RADIUS_m, type Footing, judgeLanding, type Landing, slide, standable } from './floor.ts';
import { type LocalPoint, landHead, type Rig, turnAboutHead, worldX_m, worldZ_m } from './rig.ts';

/** A stick acts beyond the first and is ready again below the second. */
export const STICK_ON = 0.5;
export const STICK_OFF = 0.25;
/** Walking ignores a thumb that only rests. [D] */
export const DEAD_ZONE = 0.15;
/** webxr.md 2 #9: the most a first-time visitor bears. */
export const WALK_mps = 1.5;
export const STEP_BACK_m = 0.4;
/** Blink of a teleport: out and in again. */
export const FADE_s = 0.12;

/** What one frame's sticks ask for; filled by the input, all zero when untouched. */
export interface Drive {
  /** snap turn: -1 left .. 1 right */
  turn: number;
  /** -1 left .. 1 right, and -1 forward .. 1 back, relative to the head */
  walkX: number;
  walkZ: number;
  /** stick pulled back far: one step back */
  back: number;
  /** the hand that aims a teleport (stick forward, or a held pinch on the floor), null when none */
  aim: HandSide | null;
}

export interface Locomotion {
  turned: boolean;
  stepped: boolean;
  /** the hand whose arc shows; landing and points are of this frame */
  aiming: HandSide | null;
  landing: Landing;
  points: Float32Array;
  /** seconds of the blink gone, negative when none; the landing happens at half time */
  fade_s: number;
  goal: { x_m: number; y_m: number; z_m: number } | null;
  /** 0 still .. 1 moving: drives the vignette */
  motion_frac: number;
  /** counts, so that a haptic or a sound can follow */
  turns: number;
  jumps: number;
}

export function createLocomotion(): Locomotion {
  return {
    turned: false,
    stepped: false,
    aiming: null,
    landing: { valid: false, x_m: 0, y_m: 0, z_m: 0, post: null },
    points: new Float32Array(ARC_POINTS * 3),
    fade_s: -1,
    goal: null,
    motion_frac: 0,
    turns: 0,
    jumps: 0,
  };
}

const at: [x: number, z: number] = [0, 0];

/** Snap turn about the head; right on the stick turns the view right (yaw falls). */
export function snapTurn(loco: Locomotion, rig: Rig, head: LocalPoint, stick: number, step_rad: number): void {
  if (Math.abs(stick) < STICK_OFF) loco.turned = false;
  if (loco.turned || Math.abs(stick) < STICK_ON) return;
  loco.turned = true;
  loco.turns++;
  turnAboutHead(rig, head, -Math.sign(stick) * step_rad);
}

/**
 * Smooth walk relative to where the head faces, at a speed that the pitch of the head does not change.
 * @param pace_frac 1 in clear air, less in smoke and on hands and knees
 */
export function walk(
  loco: Locomotion,
  rig: Rig,
  head: LocalPoint,
  headYaw_rad: number,
  drive: Drive,
  on: Footing,
  dt_s: number,
  pace_frac = 1,
): void {
  const amount = Math.hypot(drive.walkX, drive.walkZ);
  if (amount < DEAD_ZONE) return;
  const speed_mps = (pace_frac * WALK_mps * Math.min(1, (amount - DEAD_ZONE) / (1 - DEAD_ZONE))) / amount;
  const cos = Math.cos(headYaw_rad);
  const sin = Math.sin(headYaw_rad);
  const dx_m = (drive.walkX * cos + drive.walkZ * sin) * speed_mps * dt_s;
  const dz_m = (-drive.walkX * sin + drive.walkZ * cos) * speed_mps * dt_s;
  at[0] = worldX_m(rig, head);
  at[1] = worldZ_m(rig, head);
  slide(on, at, rig.y_m, dx_m, dz_m);
  landHead(rig, head, at[0], at[1]);
  loco.motion_frac = Math.max(loco.motion_frac, Math.min(1, amount));
}

/** One step back, as far as the body fits. */
export function stepBack(
  loco: Locomotion,
  rig: Rig,
  head: LocalPoint,
  headYaw_rad: number,
  pull: number,
  on: Footing,
): void {
  if (pull < STICK_OFF) loco.stepped = false;
  if (loco.stepped || pull < STICK_ON) return;
  loco.stepped = true;
  const x_m = worldX_m(rig, head);
  const z_m = worldZ_m(rig, head);
  for (let d_m = STEP_BACK_m; d_m > 0.05; d_m -= 0.1) {
    const bx_m = x_m + Math.sin(headYaw_rad) * d_m;
    const bz_m = z_m + Math.cos(headYaw_rad) * d_m;
    if (!standable(on, bx_m, rig.y_m, bz_m, BODY_RADIUS_m)) continue;
    landHead(rig, head, bx_m, bz_m);
    return;
  }
}

/**
 * Aims while asked, lands with a blink when the aim ends on a valid place.
 * @param feet_m where the trainee stands now
 */
export function teleport(
  loco: Locomotion,
  aim: HandSide | null,
  origin: { x: number; y: number; z: number },
  direction: { x: number; y: number; z: number },
  on: Footing,
  feet_m: Readonly<Vec3>,
): void {
  if (aim) {
    const met = throwTo(on.room, origin, direction, loco.points);
    const last = (ARC_POINTS - 1) * 3;
    const [x, y, z] = [loco.points[last] ?? 0, loco.points[last + 1] ?? 0, loco.points[last + 2] ?? 0];
    judgeLanding(on, x, y, z, feet_m, loco.landing);
    if (!met) loco.landing.valid = false;
  } else if (loco.aiming && loco.landing.valid && loco.fade_s < 0) {
    loco.goal = { x_m: loco.landing.x_m, y_m: loco.landing.y_m, z_m: loco.landing.z_m };
    loco.fade_s = 0;
  }
  loco.aiming = aim;
}

/** Down to y = 0 in a single room, onto the first floor in the way in a house. */
function throwTo(
  room: Room,
  origin: { x: number; y: number; z: number },
  direction: { x: number; y: number; z: number },
  points: Float32Array,
): boolean {
  if (hasLevels(room)) return throwOnto(origin, direction, (x, z, y) => groundAt(room, x, z, y - UP_m), points);
  throwArc(origin, direction, points);
  return true;
}

/** groundAt() counts floors up to this much above what it is asked (sim/ground.ts STEP_UP_m). */
const UP_m = 0.4;
/** The play space follows a stair no faster than somebody who walks it at the quickest. [D] */
const STAIR_mps = 2.5;
/** Further than this it is another storey: a fall nobody should watch. [D] */
const STOREY_m = 1;

/** Feet on the floor: the play space rises and falls with the ground under the head. */
export function stand(rig: Rig, head: LocalPoint, room: Room, dt_s: number): void {
  if (!hasLevels(room)) return;
  const under = groundAt(room, worldX_m(rig, head), worldZ_m(rig, head), rig.y_m);
  if (under === null) return;
  const gap_m = under - rig.y_m;
  const most_m = Math.abs(gap_m) > STOREY_m ? Math.abs(gap_m) : STAIR_mps * dt_s;
  rig.y_m += Math.max(-most_m, Math.min(most_m, gap_m));
}

/** Runs the blink; the head lands exactly on the goal at its darkest. */
export function blink(loco: Locomotion, rig: Rig, head: LocalPoint, dt_s: number): void {
  if (loco.fade_s < 0) return;
  loco.fade_s += dt_s;
  if (loco.goal && loco.fade_s >= FADE_s / 2) {
    landHead(rig, head, loco.goal.x_m, loco.goal.z_m);
    rig.y_m = loco.goal.y_m;
    loco.goal = null;
    loco.jumps++;
  }
  if (loco.fade_s >= FADE_s) loco.fade_s = -1;
}

/** @returns 0 clear .. 1 black. */
export function blackness_frac(loco: Locomotion): number {
  if (loco.fade_s < 0) return 0;
  return Math.max(0, 1 - Math.abs(loco.fade_s / FADE_s - 0.5) * 2);
}
