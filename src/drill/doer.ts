/** The body double's hands and eyes, as the verbs of a plan work with them. */
import type { Limbs } from './limbs.ts';
import type { Surroundings } from './surroundings.ts';

/** What a verb works with. */
export interface Doer {
  limbs: Limbs;
  /** renewed before every frame */
  s: Surroundings;
  dt_s: number;
  speed_mps: number;
  aim_error_m: number;
  /** lets nobody go first */
  shoves: boolean;
  /** 0..1, seeded by the plan: a double is as repeatable as the run */
  chance(): number;
  /** the hall's own numbers, for the words duty and gas */
  numbers: Record<string, string>;
  /** wandering of the aim, sideways and up */
  drift_m: [number, number];
}
