/** Vectors, quaternions and boxes, written into a target so that a tick allocates little. */

/** Metres, y up, right-handed; -z is forward of an identity orientation (as in WebXR). */
export type Vec3 = [x: number, y: number, z: number];
/** Unit quaternion x, y, z, w. */
export type Quat = [x: number, y: number, z: number, w: number];
export interface Pose {
  position_m: Vec3;
  orientation_quat: Quat;
}
export interface Box {
  min_m: Vec3;
  max_m: Vec3;
}

export function set(out: Vec3, x: number, y: number, z: number): Vec3 {
  out[0] = x;
  out[1] = y;
  out[2] = z;
  return out;
}

export function copy(out: Vec3, a: Readonly<Vec3>): Vec3 {
  return set(out, a[0], a[1], a[2]);
}

export function sub(out: Vec3, a: Readonly<Vec3>, b: Readonly<Vec3>): Vec3 {
  return set(out, a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** out = a + b * scale */
export function along(out: Vec3, a: Readonly<Vec3>, b: Readonly<Vec3>, scale: number): Vec3 {
  return set(out, a[0] + b[0] * scale, a[1] + b[1] * scale, a[2] + b[2] * scale);
}

export function dot(a: Readonly<Vec3>, b: Readonly<Vec3>): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function length(a: Readonly<Vec3>): number {
  return Math.hypot(a[0], a[1], a[2]);
}

export function distance(a: Readonly<Vec3>, b: Readonly<Vec3>): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}

/** Distance over the floor. */
export function flatDistance(a: Readonly<Vec3>, b: Readonly<Vec3>): number {
  return Math.hypot(a[0] - b[0], a[2] - b[2]);
}

/** out = v turned by q (unit). */
export function rotate(out: Vec3, q: Readonly<Quat>, v: Readonly<Vec3>): Vec3 {
  const [x, y, z, w] = q;
  const tx = 2 * (y * v[2] - z * v[1]);
  const ty = 2 * (z * v[0] - x * v[2]);
  const tz = 2 * (x * v[1] - y * v[0]);
  return set(out, v[0] + w * tx + y * tz - z * ty, v[1] + w * ty + z * tx - x * tz, v[2] + w * tz + x * ty - y * tx);
}

const FORWARD: Vec3 = [0, 0, -1];
const UP: Vec3 = [0, 1, 0];

/** -z of an orientation. */
export function forward(out: Vec3, q: Readonly<Quat>): Vec3 {
  return rotate(out, q, FORWARD);
}

/** +y of an orientation. */
export function up(out: Vec3, q: Readonly<Quat>): Vec3 {
  return rotate(out, q, UP);
}

/** @returns orientation facing `deg` to the left of -z. */
export function facing(deg: number): Quat {
  const half = (deg * Math.PI) / 360;
  return [0, Math.sin(half), 0, Math.cos(half)];
}

export function copyPose(out: Pose, from: Readonly<Pose>): void {
  copy(out.position_m, from.position_m);
  const [x, y, z, w] = from.orientation_quat;
  out.orientation_quat[0] = x;
  out.orientation_quat[1] = y;
  out.orientation_quat[2] = z;
  out.orientation_quat[3] = w;
}

export function inBox(box: Readonly<Box>, p: Readonly<Vec3>): boolean {
  for (let k = 0; k < 3; k++) if (p[k]! < box.min_m[k]! || p[k]! > box.max_m[k]!) return false;
  return true;
}

/** How far outside a span a coordinate lies. */
function beyond_m(at: number, low: number, high: number): number {
  return Math.max(0, Math.abs(at - (low + high) / 2) - (high - low) / 2);
}

/** Distance from a point to an upright box, 0 inside. */
export function boxAway_m({ min_m, max_m }: Readonly<Box>, x: number, y: number, z: number): number {
  const dy = beyond_m(y, min_m[1], max_m[1]);
  return Math.hypot(beyond_m(x, min_m[0], max_m[0]), dy, beyond_m(z, min_m[2], max_m[2]));
}

/** Over the floor, whatever the heights. */
export function flatBoxAway_m(box: Readonly<Box>, x: number, z: number): number {
  const dx = Math.max(box.min_m[0] - x, 0, x - box.max_m[0]);
  const dz = Math.max(box.min_m[2] - z, 0, z - box.max_m[2]);
  return Math.hypot(dx, dz);
}

/** Distance from a point to a box given by centre and half extents (upright). */
export function boxDistance(p: Readonly<Vec3>, centre: Readonly<Vec3>, half: Readonly<Vec3>): number {
  const dx = Math.max(0, Math.abs(p[0] - centre[0]) - half[0]);
  const dy = Math.max(0, Math.abs(p[1] - centre[1]) - half[1]);
  const dz = Math.max(0, Math.abs(p[2] - centre[2]) - half[2]);
  return Math.hypot(dx, dy, dz);
}

const span: [number, number] = [0, 0];
/** @returns where a ray enters and leaves an upright box (same array every call), or null when it misses. */
export function rayBox(
  from: Readonly<Vec3>,
  dir: Readonly<Vec3>,
  centre: Readonly<Vec3>,
  half: Readonly<Vec3>,
): [number, number] | null {
  let near = 0;
  let far = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 3; k++) {
    const d = dir[k]!;
    const low = centre[k]! - half[k]! - from[k]!;
    const high = centre[k]! + half[k]! - from[k]!;
    if (Math.abs(d) < 1e-9) {
      if (low > 0 || high < 0) return null;
      continue;
    }
    near = Math.max(near, Math.min(low / d, high / d));
    far = Math.min(far, Math.max(low / d, high / d));
  }
  if (near > far) return null;
  span[0] = near;
  span[1] = far;
  return span;
}

/** Distance over the floor from a point to the segment a-b. */
export function flatToSegment(p: Readonly<Vec3>, a: Readonly<Vec3>, b: Readonly<Vec3>): number {
  const bx = b[0] - a[0];
  const bz = b[2] - a[2];
  const size = bx * bx + bz * bz;
  const t = size < 1e-12 ? 0 : Math.min(1, Math.max(0, ((p[0] - a[0]) * bx + (p[2] - a[2]) * bz) / size));
  return Math.hypot(p[0] - a[0] - t * bx, p[2] - a[2] - t * bz);
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
