/** The thrown arc of a teleport: where it meets the floor, and the points to draw it with. */

/** Speed of the thrown point; 5 m/s at 30 degrees up lands 3.4 m away from hand height, a room's length. [D] */
const SPEED_mps = 5.2;
const GRAVITY_mps2 = 9.81;
export const ARC_POINTS = 24;

/**
 * Follows a point thrown from `origin` along `direction` (unit) down to y = 0.
 * @param points xyz triples of ARC_POINTS points, filled from hand to floor
 * @returns seconds of flight; the last point lies on the floor
 */
export function throwArc(
  origin: { x: number; y: number; z: number },
  direction: { x: number; y: number; z: number },
  points: Float32Array,
): number {
  const vy = direction.y * SPEED_mps;
  const from_m = Math.max(origin.y, 0.01);
  const flight_s = (vy + Math.sqrt(vy * vy + 2 * GRAVITY_mps2 * from_m)) / GRAVITY_mps2;
  for (let i = 0; i < ARC_POINTS; i++) {
    const t_s = (flight_s * i) / (ARC_POINTS - 1);
    points[i * 3] = origin.x + direction.x * SPEED_mps * t_s;
    points[i * 3 + 1] = Math.max(0, from_m + vy * t_s - 0.5 * GRAVITY_mps2 * t_s * t_s);
    points[i * 3 + 2] = origin.z + direction.z * SPEED_mps * t_s;
  }
  return flight_s;
}
