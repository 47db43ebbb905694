/** Steady burning of liquid pools: mass flux by diameter (Babrauskas, SFPE Handbook). */

/** m" = m"inf (1 - exp(-k beta D)); a fuel without k beta burns at m"inf whatever its size. */
export function poolFlux_kgpm2s(largest_kgpm2s: number, kBeta_1pm: number | null, diameter_m: number): number {
  return kBeta_1pm === null ? largest_kgpm2s : largest_kgpm2s * (1 - Math.exp(-kBeta_1pm * diameter_m));
}

/** Time at which a t-squared fire reaches a heat release. */
export function timeToHeat_s(alpha_kWps2: number, heat_kW: number): number {
  return Math.sqrt(heat_kW / alpha_kWps2);
}
