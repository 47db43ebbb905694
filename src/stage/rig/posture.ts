/** Height: the measured one, the seated one, and the gain that lets an old knee duck as low as a drill asks. */

/** procedures 1: physical head at 0.70 of the standing height counts as a virtual head at 0.62 m. */
export const KNEEL_frac = 0.7;
export const DUCK_m = 0.62;
/** Head of someone who crawls, asked for by a key: within the 30 to 60 cm of FE-M6. [D] */
export const CRAWL_m = 0.45;
/** Above this share of the standing height nothing is changed: a nod is not a crouch. [D] */
export const GAIN_FROM_frac = 0.9;
/** Head height of a standing person where none was measured. [D] */
export const DEFAULT_STANDING_m = 1.6;

/**
 * @param physical_m height of the head now
 * @param standing_m height of the head standing straight, as measured
 * @returns height of the head in the room
 */
export function virtualHead_m(physical_m: number, standing_m: number): number {
  const from_m = GAIN_FROM_frac * standing_m;
  const kneel_m = KNEEL_frac * standing_m;
  if (physical_m >= from_m) return physical_m;
  if (physical_m <= kneel_m) return (DUCK_m * Math.max(physical_m, 0)) / kneel_m;
  const t = (physical_m - kneel_m) / (from_m - kneel_m);
  return DUCK_m + t * (from_m - DUCK_m);
}

/** How the trainee's height is taken. */
export interface Height {
  seated: boolean;
  /** physical head height of the calibration, standing or sitting */
  measured_m: number;
  /** crouch button held or toggled, seated or on the desktop */
  crouching: boolean;
  /** down on hands and knees, whatever else */
  low: boolean;
}

/**
 * @param physical_m height of the head above the real floor now
 * @returns metres to lift (positive) or lower the play space so that the head is at its virtual height
 */
export function lift_m(height: Height, physical_m: number): number {
  const down_m = height.low ? CRAWL_m : height.crouching ? DUCK_m : null;
  if (down_m !== null) return down_m - (height.seated ? height.measured_m : physical_m);
  if (height.seated) return DEFAULT_STANDING_m - height.measured_m;
  return virtualHead_m(physical_m, height.measured_m) - physical_m;
}

/** Moves `from` towards `to` at walking-down speed, so that a crouch button does not drop the eyes in one frame. */
export function ease_m(from_m: number, to_m: number, dt_s: number): number {
  // 2 m/s: a quick but natural squat; a posture gain follows the head at once because its steps are smaller than this
  const step_m = 2 * dt_s;
  return Math.abs(to_m - from_m) <= step_m ? to_m : from_m + Math.sign(to_m - from_m) * step_m;
}

/** @returns the median of the last heads seen, robust against a nod; null while too few or implausible. */
export function calibrate_m(samples_m: readonly number[]): number | null {
  if (samples_m.length < 5) return null;
  const sorted = [...samples_m].sort((a, b) => a - b);
  const median_m = sorted[Math.floor(sorted.length / 2)] ?? 0;
  // a child of 0.9 m standing, a seated adult of 1.0, a tall adult of 2.0
  return median_m > 0.7 && median_m < 2.2 ? median_m : null;
}
