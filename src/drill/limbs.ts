/** The body of a double: where it stands, looks, and holds its hands; moved a frame at a time, shown as an Intent. */
import type { Deed, HandSide, Intent, Pose, Quat, Vec3 } from '../sim/world.ts';
import type { Spot } from './path.ts';

/** How fast a head or hand turns and moves. [D] unhurried adults */
const TURN_radps = 4;
const HAND_mps = 2.2;
const SQUEEZE_s = 0.12;
const CROUCH_mps = 1.2;
const CROUCHED_frac = 0.6; // of standing height: a squat is 0.55-0.60 (procedures 1)
/** Eyes of somebody on hands and knees. [D] */
const LOW_m = 0.5;
/** A hand is never lower over the floor. [D] */
const HAND_least_m = 0.12;
const SHOULDER_below_m = 0.25;
const ARM_m = 0.75;

export interface Arm {
  at_m: Vec3;
  /** where it reaches to, null when it hangs or carries */
  reach_m: Vec3 | null;
  squeeze_frac: number;
  squeezing: boolean;
  /** upside down */
  inverted: boolean;
}

export interface Limbs {
  x: number;
  z: number;
  /** height of the feet: the floor under x, z */
  feet_m: number;
  /** eyes above the feet, and in the room */
  up_m: number;
  eyes_m: number;
  standing_m: number;
  crouched: boolean;
  /** on hands and knees */
  low: boolean;
  yaw_rad: number;
  pitch_rad: number;
  /** the trunk, which carries the arms, follows the head unless it looks at what the hands hold */
  trunk_rad: number;
  trunkStill: boolean;
  /** a point to look at; null looks ahead */
  look_m: Vec3 | null;
  /** a point to aim what is held at; null holds it level */
  aim_m: Vec3 | null;
  arms: Record<HandSide, Arm>;
  deeds: Deed[];
}

function arm(at_m: Vec3): Arm {
  return { at_m, reach_m: null, squeeze_frac: 0, squeezing: false, inverted: false };
}

/** @param facing orientation at the start, turned about the vertical only */
export function newLimbs(start: Pose, standing_m: number): Limbs {
  const [x, y, z] = start.position_m;
  const quat = start.orientation_quat;
  const yaw = 2 * Math.atan2(quat[1], quat[3]);
  const limbs: Limbs = {
    x,
    z,
    feet_m: y,
    up_m: standing_m,
    eyes_m: y + standing_m,
    standing_m,
    crouched: false,
    low: false,
    yaw_rad: yaw,
    pitch_rad: 0,
    trunk_rad: yaw,
    trunkStill: false,
    look_m: null,
    aim_m: null,
    arms: { left: arm([0, 0, 0]), right: arm([0, 0, 0]) },
    deeds: [],
  };
  for (const side of ['left', 'right'] as const) limbs.arms[side].at_m = rest(limbs, side);
  return limbs;
}

/** Where a hand is when it only carries: before the hip. */
function rest(limbs: Limbs, side: HandSide): Vec3 {
  const right = side === 'right' ? 0.22 : -0.18;
  const ahead = 0.35;
  const cos = Math.cos(limbs.trunk_rad);
  const sin = Math.sin(limbs.trunk_rad);
  const y = Math.max(limbs.eyes_m - 0.5, limbs.feet_m + HAND_least_m);
  return [limbs.x + right * cos - ahead * sin, y, limbs.z - right * sin - ahead * cos];
}

export function shoulder(limbs: Limbs): Vec3 {
  return [limbs.x, limbs.eyes_m - SHOULDER_below_m, limbs.z];
}

/** Moves head and hands towards where they are wanted. */
export function moveLimbs(limbs: Limbs, dt_s: number): void {
  const squat_m = limbs.crouched ? limbs.standing_m * CROUCHED_frac : limbs.standing_m;
  limbs.up_m += limit((limbs.low ? LOW_m : squat_m) - limbs.up_m, CROUCH_mps * dt_s);
  limbs.eyes_m = limbs.feet_m + limbs.up_m;
  const point = limbs.look_m;
  if (point) {
    const dx = point[0] - limbs.x;
    const dz = point[2] - limbs.z;
    const flat = Math.hypot(dx, dz);
    if (flat > 0.05) limbs.yaw_rad += limit(wrap(Math.atan2(-dx, -dz) - limbs.yaw_rad), TURN_radps * dt_s);
    const pitch = Math.atan2(point[1] - limbs.eyes_m, Math.max(flat, 0.05));
    limbs.pitch_rad += limit(pitch - limbs.pitch_rad, TURN_radps * dt_s);
  } else limbs.pitch_rad += limit(-limbs.pitch_rad, TURN_radps * dt_s);
  if (!limbs.trunkStill) limbs.trunk_rad = limbs.yaw_rad;
  for (const side of ['left', 'right'] as const) moveArm(limbs, side, dt_s);
}

function moveArm(limbs: Limbs, side: HandSide, dt_s: number): void {
  const it = limbs.arms[side];
  const wanted = it.reach_m ? within(shoulder(limbs), it.reach_m) : rest(limbs, side);
  const away = Math.hypot(wanted[0] - it.at_m[0], wanted[1] - it.at_m[1], wanted[2] - it.at_m[2]);
  const share = away < 1e-6 ? 1 : Math.min(1, ((HAND_mps + (it.reach_m ? 0 : 2)) * dt_s) / away);
  for (let k = 0; k < 3; k++) it.at_m[k]! += (wanted[k]! - it.at_m[k]!) * share;
  it.squeeze_frac += limit((it.squeezing ? 1 : 0) - it.squeeze_frac, dt_s / SQUEEZE_s);
}

/** A point as far towards another as an arm is long. */
function within(from: Vec3, to: Vec3): Vec3 {
  const away = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  const share = away <= ARM_m ? 1 : ARM_m / away;
  return [
    from[0] + (to[0] - from[0]) * share,
    from[1] + (to[1] - from[1]) * share,
    from[2] + (to[2] - from[2]) * share,
  ];
}

/** Walks towards a spot; true when there. */
export function walkTowards(limbs: Limbs, spot: Spot, step_m: number): boolean {
  const dx = spot[0] - limbs.x;
  const dz = spot[1] - limbs.z;
  const away = Math.hypot(dx, dz);
  if (away <= step_m) {
    limbs.x = spot[0];
    limbs.z = spot[1];
    return true;
  }
  limbs.x += (dx / away) * step_m;
  limbs.z += (dz / away) * step_m;
  return false;
}

/** @returns the frame as an Intent; deeds are handed over once. */
export function show(limbs: Limbs): Intent {
  const orientation_quat = turned(limbs.yaw_rad, limbs.pitch_rad);
  const cos = Math.cos(limbs.pitch_rad);
  const deeds = limbs.deeds;
  limbs.deeds = [];
  return {
    head: { position_m: [limbs.x, limbs.eyes_m, limbs.z], orientation_quat },
    gaze_dir: [-Math.sin(limbs.yaw_rad) * cos, Math.sin(limbs.pitch_rad), -Math.cos(limbs.yaw_rad) * cos],
    left: handOf(limbs, 'left'),
    right: handOf(limbs, 'right'),
    deeds,
  };
}

function handOf(limbs: Limbs, side: HandSide): Intent['left'] {
  const it = limbs.arms[side];
  let yaw = limbs.trunk_rad;
  let pitch = 0;
  const aim = limbs.aim_m;
  if (aim) {
    const dx = aim[0] - it.at_m[0];
    const dz = aim[2] - it.at_m[2];
    yaw = Math.atan2(-dx, -dz);
    pitch = Math.atan2(aim[1] - it.at_m[1], Math.hypot(dx, dz));
  }
  const quat = turned(yaw, pitch);
  const position_m: Vec3 = [it.at_m[0], it.at_m[1], it.at_m[2]];
  return {
    pose: { position_m, orientation_quat: it.inverted ? rolledOver(quat) : quat },
    squeeze_frac: it.squeeze_frac,
    tracked: true,
  };
}

/** First about the vertical, then up or down. */
function turned(yaw: number, pitch: number): Quat {
  const cy = Math.cos(yaw / 2);
  const sy = Math.sin(yaw / 2);
  const cp = Math.cos(pitch / 2);
  const sp = Math.sin(pitch / 2);
  return [cy * sp, sy * cp, -sy * sp, cy * cp];
}

/** Half a turn about its own forward. */
function rolledOver([x, y, z, w]: Quat): Quat {
  return [y, -x, w, -z];
}

function limit(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

function wrap(angle: number): number {
  return Math.atan2(Math.sin(angle), Math.cos(angle));
}
