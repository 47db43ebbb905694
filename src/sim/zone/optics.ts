/** How far one sees through smoke: extinction from soot, and the visibility of signs. */

/** Mass specific extinction of soot from flaming wood and plastics, Mulholland & Croarkin 2000 (8700 +- 1100 m2/kg). */
export const EXTINCTION_m2pkg = 8700;
/** Jin's products of visibility and extinction for signs that reflect or give light. */
export const REFLECTING_1 = 3;
export const LIT_1 = 8;
/** Nothing indoors is farther: keeps clear air finite. [D] */
const CLEAR_m = 1000;

/** Extinction coefficient, 1/m. @param soot_kgpm3 soot in the air */
export function extinction_1pm(soot_kgpm3: number): number {
  return EXTINCTION_m2pkg * soot_kgpm3;
}

/** @returns metres at which a sign is still made out. @param lit whether the sign gives light of its own */
export function visibility_m(extinction_1pm: number, lit: boolean): number {
  return extinction_1pm <= 0 ? CLEAR_m : Math.min(CLEAR_m, (lit ? LIT_1 : REFLECTING_1) / extinction_1pm);
}

/** Share of light left after a path through smoke (Beer-Lambert). */
export function transmitted_frac(extinction_1pm: number, path_m: number): number {
  return Math.exp(-extinction_1pm * path_m);
}

/** Light lost over one metre, as detectors are rated. */
export function obscuration_pctpm(extinction_1pm: number): number {
  return 100 * (1 - Math.exp(-extinction_1pm));
}
