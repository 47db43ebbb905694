/** What smoke and heat do to the one who is in it, as seen and heard: numbers only, so that tests can read them. */
import { airAtPoint } from '../../sim/smoke.ts';
import type { World } from '../../sim/world.ts';

/** The field of view begins to close at this share of a dose that fells, and is a hole at that. [D] after hypoxia's own tunnel */
const CLOSES_FROM_frac = 0.25;
const CLOSED_AT_frac = 0.95;
/** Half angle that stays clear: of a sound eye (beyond what any display shows), and at the last. [D] */
const CLEAR_rad = 1.05;
const HOLE_rad = 0.13;
/** A collapse greys the view over this time; the change is slower than 3 Hz by far. [D] */
export const GREY_s = 2;
/** How much of the view a collapse takes: one still guesses the room. [D] */
export const GREY_MOST_frac = 0.93;

const smooth = (x: number): number => {
  const k = Math.min(1, Math.max(0, x));
  return k * k * (3 - 2 * k);
};

/** The worse of the two doses. */
export function dose_frac(world: Pick<World, 'body'>): number {
  return Math.max(world.body.smokeDose_frac, world.body.heatDose_frac);
}

/** @returns 0 whole field .. 1 a hole ahead. Heat hurts but does not close the eyes' field: only smoke counts. */
export function tunnel_frac(smokeDose_frac: number): number {
  return smooth((smokeDose_frac - CLOSES_FROM_frac) / (CLOSED_AT_frac - CLOSES_FROM_frac));
}

/** Half angle of what is still clear. */
export function clear_rad(tunnel: number): number {
  return CLEAR_rad + (HOLE_rad - CLEAR_rad) * Math.min(1, Math.max(0, tunnel));
}

/** Light lost per metre at the head. */
export function smokeAtHead_pm(world: Pick<World, 'air' | 'room' | 'body'>): number {
  return airAtPoint(world, world.body.head.position_m).extinction_1pm;
}

/** Smoke in which one begins to cough, and in which one does nothing else (procedures 5.b: every 2 s above the layer). */
const COUGH_pm = 0.15;
const CHOKE_pm = 1.5;
const COUGH_RARE_s = 9;
const COUGH_OFTEN_s = 2;

/** @returns seconds between coughs, Infinity where there is nothing to cough at. */
export function coughEvery_s(smoke_pm: number, dose: number): number {
  const worst = Math.max((smoke_pm - COUGH_pm) / (CHOKE_pm - COUGH_pm), (dose - 0.3) / 0.7 - 0.4);
  if (smoke_pm < COUGH_pm && dose < 0.5) return Number.POSITIVE_INFINITY;
  return COUGH_RARE_s + (COUGH_OFTEN_s - COUGH_RARE_s) * Math.min(1, Math.max(0, worst));
}

/** Loudness of one's own breath: none at rest in clean air. */
export function breathGain(smoke_pm: number, dose: number): number {
  return Math.min(0.7, 0.35 * smooth(smoke_pm / 0.8) + 0.75 * smooth(dose / 0.7));
}

/** Loudness of one's own heart. */
export function heartGain(dose: number): number {
  return dose > 0.25 ? Math.min(0.9, dose) : 0;
}
