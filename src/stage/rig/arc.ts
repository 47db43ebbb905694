/** The thrown arc of a teleport: where it meets the floor, and the points to draw it with. */

/** Speed of the thrown point; 5 m/s at 30 degrees up lands 3.4 m away from hand height, a room's length. [D] */
const SPEED_mps = 5.2;
const GRAVITY_mps2 = 9.81;
export const ARC_POINTS = 24;

/** A throw down a stair lasts no longer. [D] */
const MOST_s = 1.8;
const LOOK_s = 0.02;
/** A flight rises by less under the point in one look. */
const RISE_m = 0.1;

/**
 * Follows a point thrown from `origin` along `direction` (unit) to the first floor it falls on.
 * @param floorBelow height of the highest floor at x, z not above y; null where there is none
 * @param points as of throwArc
 * @returns whether it met a floor
 */
export function throwOnto(
  origin: { x: number; y: number; z: number },
  direction: { x: number; y: number; z: number },
  floorBelow: (x_m: number, z_m: number, y_m: number) => number | null,
  points: Float32Array,
): boolean {
  const rise_mps = direction.y * SPEED_mps;
  const x_m = (t_s: number) => origin.x + direction.x * SPEED_mps * t_s;
  const y_m = (t_s: number) => origin.y + rise_mps * t_s - 0.5 * GRAVITY_mps2 * t_s * t_s;
  const z_m = (t_s: number) => origin.z + direction.z * SPEED_mps * t_s;
  let flight_s = MOST_s;
  let floor_m: number | null = null;
  for (let t_s = LOOK_s; t_s <= MOST_s && floor_m === null; t_s += LOOK_s) {
    const under = floorBelow(x_m(t_s), z_m(t_s), y_m(t_s - LOOK_s) + RISE_m);
    if (under === null || y_m(t_s) > under) continue;
    floor_m = under;
    flight_s = t_s;
  }
  for (let i = 0; i < ARC_POINTS; i++) {
    const t_s = (flight_s * i) / (ARC_POINTS - 1);
    points[i * 3] = x_m(t_s);
    points[i * 3 + 1] = y_m(t_s);
    points[i * 3 + 2] = z_m(t_s);
  }
  if (floor_m !== null) points[(ARC_POINTS - 1) * 3 + 1] = floor_m;
  return floor_m !== null;
}

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
