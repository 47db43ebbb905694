/** Where the play space lies in the room: own turn, landing and walk, exact about the head wherever it stands in it. */

/** The play space's origin in the room (feet level) and its turn about y, radians, left positive. */
export interface Rig {
  x_m: number;
  y_m: number;
  z_m: number;
  yaw_rad: number;
}

/** A point of the play space, as a headset reports it. */
export interface LocalPoint {
  x: number;
  y: number;
  z: number;
}

export function createRig(x_m: number, z_m: number, yaw_rad: number, y_m = 0): Rig {
  return { x_m, y_m, z_m, yaw_rad };
}

/** @returns x in the room of a point of the play space. */
export function worldX_m(rig: Rig, p: LocalPoint): number {
  return rig.x_m + p.x * Math.cos(rig.yaw_rad) + p.z * Math.sin(rig.yaw_rad);
}

/** @returns z in the room of a point of the play space. */
export function worldZ_m(rig: Rig, p: LocalPoint): number {
  return rig.z_m - p.x * Math.sin(rig.yaw_rad) + p.z * Math.cos(rig.yaw_rad);
}

/**
 * Turns the play space about the head, so that the head stays where it is. Turning about the play space's origin moves
 * a person who stands 1 m from it 0.7 m sideways at 45 degrees.
 */
export function turnAboutHead(rig: Rig, head: LocalPoint, by_rad: number): void {
  const x_m = worldX_m(rig, head);
  const z_m = worldZ_m(rig, head);
  rig.yaw_rad = wrap(rig.yaw_rad + by_rad);
  landHead(rig, head, x_m, z_m);
}

/** Moves the play space so that the head is exactly above x, z; the turn stays. */
export function landHead(rig: Rig, head: LocalPoint, x_m: number, z_m: number): void {
  rig.x_m += x_m - worldX_m(rig, head);
  rig.z_m += z_m - worldZ_m(rig, head);
}

/** Turns about the head until it faces `yaw_rad` (0 is -z, left positive), then lands it on x, z: a fresh start. */
export function placeHead(
  rig: Rig,
  head: LocalPoint,
  headYaw_rad: number,
  x_m: number,
  z_m: number,
  yaw_rad: number,
): void {
  rig.yaw_rad = wrap(yaw_rad - headYaw_rad);
  landHead(rig, head, x_m, z_m);
}

/** @returns the turn about y of a unit quaternion, radians; looking up or down does not change it. */
export function yawOf_rad(x: number, y: number, z: number, w: number): number {
  // forward is -z rotated: f = (-2(xz+wy), ., -(1-2(x²+y²)))
  const fx = -2 * (x * z + w * y);
  const fz = -(1 - 2 * (x * x + y * y));
  if (fx * fx + fz * fz > 1e-6) return Math.atan2(-fx, -fz);
  // straight up or down: the head's own right axis still knows
  const rx = 1 - 2 * (y * y + z * z);
  const rz = 2 * (x * z - w * y);
  return Math.atan2(-rz, rx);
}

/** @returns the same angle in (-pi, pi]. */
export function wrap(angle_rad: number): number {
  const turn = 2 * Math.PI;
  const a = angle_rad % turn;
  if (a > Math.PI) return a - turn;
  return a <= -Math.PI ? a + turn : a;
}
