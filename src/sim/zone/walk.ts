/** How fast people walk in smoke, and how fast they crawl. */

/** Frantzich & Nilsson 2003 as ISO 20414 table 21: alpha 0.706 m/s, beta -0.057 m2/s, floor a tenth. */
const ALPHA_mps = 0.706;
const BETA_m2ps = -0.057;
const LEAST_frac = 0.1;
/** Fridolf et al. 2019: 0.34 m/s slower per metre of visibility below 3 m, never under 0.2 m/s. */
const FRIDOLF_FROM_m = 3;
const FRIDOLF_1ps = 0.34;
const FRIDOLF_LEAST_mps = 0.2;
/** Hands and knees, Kady & Davis 2009. */
export const CRAWL_mps = 0.71;
/** Jin 1976, irritant smoke: from full speed at K 0.2 1/m straight down to 0.3 m/s at 0.5 1/m. */
const JIN_FROM_1pm = 0.2;
const JIN_TO_1pm = 0.5;
const JIN_LEAST_mps = 0.3;

/** Non-irritant smoke, by extinction. @param free_mps speed in clear air */
export function walkInSmoke_mps(free_mps: number, extinction_1pm: number): number {
  return free_mps * Math.min(1, Math.max(LEAST_frac, 1 + (BETA_m2ps / ALPHA_mps) * extinction_1pm));
}

/** By visibility: the form ISO 20414 gives beside the other; slower, so the safer one to plan by. */
export function walkByVisibility_mps(free_mps: number, visibility_m: number): number {
  if (visibility_m >= FRIDOLF_FROM_m) return free_mps;
  return Math.min(free_mps, Math.max(FRIDOLF_LEAST_mps, 1 - FRIDOLF_1ps * (FRIDOLF_FROM_m - visibility_m)));
}

/** Smoke that stings the eyes. */
export function walkInIrritant_mps(free_mps: number, extinction_1pm: number): number {
  const way = Math.min(1, Math.max(0, (extinction_1pm - JIN_FROM_1pm) / (JIN_TO_1pm - JIN_FROM_1pm)));
  return Math.min(free_mps, free_mps + (JIN_LEAST_mps - free_mps) * way);
}
