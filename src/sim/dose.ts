/** What smoke and heat do to a body: ISO 13571 fractional doses, as closed formulas. */
import { RADIANT_least_kWpm2 } from './materials.ts';

/** Asphyxiant gases per minute: CO/35000 + HCN^2.36/1.2e6, times exp(CO2/5) above 2 % CO2. */
export function gasDose_fracpmin(co_ppm: number, hcn_ppm: number, co2_pct: number): number {
  const faster = co2_pct > 2 ? Math.exp(co2_pct / 5) : 1;
  return (co_ppm / 35000 + hcn_ppm ** 2.36 / 1.2e6) * faster;
}

/** Hot air on a clothed body, per minute: T^3.61 / 4.1e8 (T in C). */
export function clothedHeat_fracpmin(temp_C: number): number {
  return Math.max(0, temp_C) ** 3.61 / 4.1e8;
}

/** Hot air on a lightly clothed body, per minute: T^3.4 / 5e7 (T in C). */
export function lightHeat_fracpmin(temp_C: number): number {
  return Math.max(0, temp_C) ** 3.4 / 5e7;
}

/** Radiation until pain, per minute: q^1.9 / 4.2; nothing below 2.5 kW/m2. */
export function radiantPain_fracpmin(flux_kWpm2: number): number {
  return flux_kWpm2 < RADIANT_least_kWpm2 ? 0 : flux_kWpm2 ** 1.9 / 4.2;
}

/** Radiation until second-degree burns, per minute: q^1.56 / 6.9; nothing below 2.5 kW/m2. */
export function radiantBurn_fracpmin(flux_kWpm2: number): number {
  return flux_kWpm2 < RADIANT_least_kWpm2 ? 0 : flux_kWpm2 ** 1.56 / 6.9;
}

/** Purser's form as in FDS, per minute: CO, HCN and lack of oxygen, with the hyperventilation of CO2. */
export function purserDose_fracpmin(co_ppm: number, hcn_ppm: number, co2_pct: number, o2_pct: number): number {
  const co = 2.764e-5 * co_ppm ** 1.036;
  const hcn = Math.exp(hcn_ppm / 43) / 220 - 0.0045;
  const breathing = Math.exp(0.1903 * co2_pct + 2.0004) / 7.1;
  const oxygen = 1 / Math.exp(8.13 - 0.54 * (20.9 - o2_pct));
  return (co + hcn) * breathing + oxygen;
}
