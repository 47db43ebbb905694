/** Which thing a ray or a hand is on: plain box maths over the world's things, no scene graph and no raycaster. */
import type { Pose, Quat, Vec3 } from '../../sim/world.ts';

export interface XYZ {
  x: number;
  y: number;
  z: number;
}

/** One box that can be pointed at or taken; a negative half size hides it. */
export interface Target {
  id: string;
  pose: Pose;
  half_m: Vec3;
}

export interface Hit {
  target: Target | null;
  /** metres along the ray, or from the hand to the box */
  distance_m: number;
  /** where the ray enters the box */
  point: XYZ;
}

/** A ray this far beside a small thing still counts, so that a knob is not a test of a steady hand. [D] */
export const AID_rad = 0.035;

const o: XYZ = { x: 0, y: 0, z: 0 };
const d: XYZ = { x: 0, y: 0, z: 0 };

/** Rotates v by the inverse of q into `into`. */
export function unrotate(q: Quat, x: number, y: number, z: number, into: XYZ): void {
  const qx = -q[0];
  const qy = -q[1];
  const qz = -q[2];
  const w = q[3];
  const tx = 2 * (qy * z - qz * y);
  const ty = 2 * (qz * x - qx * z);
  const tz = 2 * (qx * y - qy * x);
  into.x = x + w * tx + qy * tz - qz * ty;
  into.y = y + w * ty + qz * tx - qx * tz;
  into.z = z + w * tz + qx * ty - qy * tx;
}

/** @returns metres along the ray to the box grown by `grow_m`, 0 when it starts inside, Infinity when it misses. */
export function rayBox_m(origin: XYZ, direction: XYZ, target: Target, grow_m = 0): number {
  if (target.half_m[0] < 0) return Number.POSITIVE_INFINITY;
  const p = target.pose.position_m;
  unrotate(target.pose.orientation_quat, origin.x - p[0], origin.y - p[1], origin.z - p[2], o);
  unrotate(target.pose.orientation_quat, direction.x, direction.y, direction.z, d);
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  for (let axis = 0; axis < 3; axis++) {
    const at = axis === 0 ? o.x : axis === 1 ? o.y : o.z;
    const along = axis === 0 ? d.x : axis === 1 ? d.y : d.z;
    const half_m = (target.half_m[axis] ?? 0) + grow_m;
    // a box of less than nothing is hidden: what the hand holds is not in the way of its own ray
    if (half_m < 0) return Number.POSITIVE_INFINITY;
    if (Math.abs(along) < 1e-9) {
      if (Math.abs(at) > half_m) return Number.POSITIVE_INFINITY;
      continue;
    }
    const t1 = (-half_m - at) / along;
    const t2 = (half_m - at) / along;
    near = Math.max(near, Math.min(t1, t2));
    far = Math.min(far, Math.max(t1, t2));
    if (near > far) return Number.POSITIVE_INFINITY;
  }
  return near;
}

/** @returns distance in metres from a point to the surface of a box, 0 inside. */
export function pointBox_m(point: XYZ, target: Target): number {
  if (target.half_m[0] < 0) return Number.POSITIVE_INFINITY;
  const p = target.pose.position_m;
  unrotate(target.pose.orientation_quat, point.x - p[0], point.y - p[1], point.z - p[2], o);
  const dx = Math.max(Math.abs(o.x) - target.half_m[0], 0);
  const dy = Math.max(Math.abs(o.y) - target.half_m[1], 0);
  const dz = Math.max(Math.abs(o.z) - target.half_m[2], 0);
  return Math.hypot(dx, dy, dz);
}

/**
 * The nearest thing on a ray. A true hit wins; among near misses within AID_rad the straightest does; a part (an id
 * with a dot) beats the thing it belongs to, because it lies in or on it.
 */
export function pickRay(
  origin: XYZ,
  direction: XYZ,
  targets: readonly Target[],
  count: number,
  reach_m: number,
  into: Hit,
): Hit {
  into.target = null;
  into.distance_m = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const target = targets[i];
    if (!target) continue;
    const t = rayBox_m(origin, direction, target);
    if (t > reach_m) continue;
    // 8 cm: a pin or a gauge sits that deep inside the outline of its bottle
    const better =
      into.target && isPartOf(target.id, into.target.id) ? t < into.distance_m + 0.08 : t < into.distance_m;
    const worse = into.target && isPartOf(into.target.id, target.id) && t > into.distance_m - 0.08;
    if (better && !worse) {
      into.target = target;
      into.distance_m = t;
    }
  }
  if (!into.target) pickBeside(origin, direction, targets, count, reach_m, into);
  setPoint(origin, direction, into);
  return into;
}

function pickBeside(
  origin: XYZ,
  direction: XYZ,
  targets: readonly Target[],
  count: number,
  reach_m: number,
  into: Hit,
): void {
  let best_rad = AID_rad;
  for (let i = 0; i < count; i++) {
    const target = targets[i];
    if (!target) continue;
    const p = target.pose.position_m;
    const vx = p[0] - origin.x;
    const vy = p[1] - origin.y;
    const vz = p[2] - origin.z;
    const away_m = Math.hypot(vx, vy, vz);
    if (away_m > reach_m || away_m < 1e-6) continue;
    const t = rayBox_m(origin, direction, target, away_m * AID_rad);
    if (t > reach_m) continue;
    const cos = (vx * direction.x + vy * direction.y + vz * direction.z) / away_m;
    const size = Math.max(target.half_m[0], target.half_m[1], target.half_m[2]) / away_m;
    const off_rad = Math.max(0, Math.acos(Math.min(1, Math.max(-1, cos))) - size);
    if (off_rad >= best_rad) continue;
    best_rad = off_rad;
    into.target = target;
    into.distance_m = t;
  }
}

function setPoint(origin: XYZ, direction: XYZ, hit: Hit): void {
  const t = hit.target ? hit.distance_m : 0;
  hit.point.x = origin.x + direction.x * t;
  hit.point.y = origin.y + direction.y * t;
  hit.point.z = origin.z + direction.z * t;
}

/** The thing nearest to a hand within `reach_m`; parts first among equals, because they are smaller. */
export function pickNear(hand: XYZ, targets: readonly Target[], count: number, reach_m: number, into: Hit): Hit {
  into.target = null;
  into.distance_m = Number.POSITIVE_INFINITY;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const target = targets[i];
    if (!target) continue;
    const away_m = pointBox_m(hand, target);
    if (away_m > reach_m) continue;
    const p = target.pose.position_m;
    // inside several boxes at once the nearest centre decides
    const score = away_m + 0.1 * Math.hypot(p[0] - hand.x, p[1] - hand.y, p[2] - hand.z);
    if (score >= bestScore) continue;
    bestScore = score;
    into.target = target;
    into.distance_m = away_m;
  }
  into.point.x = hand.x;
  into.point.y = hand.y;
  into.point.z = hand.z;
  return into;
}

/** "ext-1.pin" is a part of "ext-1". */
export function isPartOf(part: string, whole: string): boolean {
  return part.length > whole.length && part.startsWith(whole) && part[whole.length] === '.';
}
