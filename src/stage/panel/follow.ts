/** Where a panel hangs before a moving head: it stays put inside a dead zone and drifts back when left behind; pure maths. */

export interface FollowRule {
  /** metres in front of the eyes */
  distance_m: number;
  /** above (positive) or below eye level */
  pitch_rad: number;
  /** to the right (positive) of straight ahead */
  yaw_rad: number;
  /** turned away less than this, it does not move */
  deadZone_rad: number;
  /** moved away less than this, it does not move */
  deadZone_m: number;
  /** time constant of its return */
  lag_s: number;
  /** 'opening': hangs as high as the eyes looked when it opened; 'with': goes along with looking up and down, in part */
  tilts: 'never' | 'opening' | 'with';
}

/** Words at 1.3 m, 22 degrees of dead zone: readable on a glance aside, never glued to the face. [D] */
export const FOLLOW: FollowRule = {
  distance_m: 1.3,
  pitch_rad: 0,
  yaw_rad: 0,
  deadZone_rad: 0.38,
  deadZone_m: 0.3,
  lag_s: 0.28,
  tilts: 'with',
};

export interface Follower {
  placed: boolean;
  /** heading of the panel, 0 is -z, left positive, as a head's yaw */
  yaw_rad: number;
  x_m: number;
  y_m: number;
  z_m: number;
  /** height of the look it opened under: a card asked for while looking down opens below */
  pitch_rad: number;
  /** on the way back to the middle */
  returning: boolean;
}

export function newFollower(): Follower {
  return { placed: false, yaw_rad: 0, x_m: 0, y_m: 0, z_m: 0, pitch_rad: 0, returning: false };
}

export interface Head {
  x_m: number;
  y_m: number;
  z_m: number;
  yaw_rad: number;
  pitch_rad: number;
}

/** Difference of two headings, -pi..pi. */
export function turnBetween(a_rad: number, b_rad: number): number {
  const d = (a_rad - b_rad) % (2 * Math.PI);
  return d > Math.PI ? d - 2 * Math.PI : d < -Math.PI ? d + 2 * Math.PI : d;
}

/** Yaw of a quaternion: heading of its -z axis. */
export function yawOf(x: number, y: number, z: number, w: number): number {
  return Math.atan2(2 * (x * z + w * y), 1 - 2 * (x * x + y * y));
}

/** Pitch of a quaternion: how far its -z axis points up. */
export function pitchOf(x: number, y: number, z: number, w: number): number {
  return Math.asin(Math.max(-1, Math.min(1, -2 * (y * z - w * x))));
}

/** Past the dead zone by this much at once. [D] */
const JUMP_m = 1;

/** Looking up or down less than this leaves words where they hang. [D] */
const TILT_DEAD_rad = 0.2;

/** How far a panel is lowered for a look down: never to the feet, hardly above the horizon. */
function tilt(pitch_rad: number, rule: FollowRule): number {
  if (rule.tilts === 'never') return 0;
  const share = rule.tilts === 'with' ? 0.75 : 1;
  return Math.max(-0.55, Math.min(0.1, pitch_rad * share));
}

/** Moves the follower on by `dt_s`; the first call puts it straight before the head. */
export function follow(f: Follower, head: Head, rule: FollowRule, dt_s: number): void {
  // nobody walks this far in a frame: a teleport or a rewind takes the words along instead of letting them fly after
  const jumped = Math.hypot(head.x_m - f.x_m, head.z_m - f.z_m) > rule.deadZone_m + JUMP_m;
  if (!f.placed || jumped) {
    Object.assign(f, { placed: true, yaw_rad: head.yaw_rad, x_m: head.x_m, y_m: head.y_m, z_m: head.z_m });
    f.returning = false;
    f.pitch_rad = tilt(head.pitch_rad, rule);
    return;
  }
  const turn = turnBetween(head.yaw_rad, f.yaw_rad);
  const tilted = rule.tilts === 'with' ? tilt(head.pitch_rad, rule) - f.pitch_rad : 0;
  const gone_m = Math.hypot(head.x_m - f.x_m, head.z_m - f.z_m);
  if (Math.abs(turn) > rule.deadZone_rad || gone_m > rule.deadZone_m || Math.abs(head.y_m - f.y_m) > 0.25)
    f.returning = true;
  if (Math.abs(tilted) > TILT_DEAD_rad) f.returning = true;
  if (!f.returning) return;
  const k = 1 - Math.exp(-dt_s / rule.lag_s);
  f.yaw_rad += turn * k;
  f.pitch_rad += tilted * k;
  f.x_m += (head.x_m - f.x_m) * k;
  f.y_m += (head.y_m - f.y_m) * k;
  f.z_m += (head.z_m - f.z_m) * k;
  const settled =
    Math.abs(turn) < 0.05 && gone_m < 0.05 && Math.abs(head.y_m - f.y_m) < 0.03 && Math.abs(tilted) < 0.04;
  if (settled) f.returning = false;
}

/** Distance at which the panel hangs so that no wall of the room's box stands before it. */
export function clearDistance_m(
  f: Follower,
  rule: FollowRule,
  min: { x: number; z: number },
  max: { x: number; z: number },
): number {
  const yaw = f.yaw_rad - rule.yaw_rad;
  const dx = -Math.sin(yaw);
  const dz = -Math.cos(yaw);
  let wall_m = Number.POSITIVE_INFINITY;
  if (dx > 1e-3) wall_m = Math.min(wall_m, (max.x - f.x_m) / dx);
  if (dx < -1e-3) wall_m = Math.min(wall_m, (min.x - f.x_m) / dx);
  if (dz > 1e-3) wall_m = Math.min(wall_m, (max.z - f.z_m) / dz);
  if (dz < -1e-3) wall_m = Math.min(wall_m, (min.z - f.z_m) / dz);
  return Math.max(0.6, Math.min(rule.distance_m, wall_m - 0.08));
}
