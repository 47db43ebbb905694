/** What smoke and heat do to a body: ISO 13571 doses, Purser's forms, and irritants. Rates per minute of exposure. */

/** Air at the mouth. */
export interface Breath {
  co_ppm: number;
  hcn_ppm: number;
  co2_pct: number;
  o2_pct: number;
}
export interface Irritants {
  hcl_ppm?: number;
  hbr_ppm?: number;
  hf_ppm?: number;
  so2_ppm?: number;
  no2_ppm?: number;
  acrolein_ppm?: number;
  formaldehyde_ppm?: number;
}

/**
 * Asphyxiant dose, ISO 13571: CO/35000 + HCN^2.36/1.2e6, times exp(CO2/5) above 2 % CO2.
 * @returns share of incapacitation gathered per minute; 1 = median person, 0.3 = sensitive people
 */
export function gasDose_fracpmin(breath: Breath): number {
  const asphyxia = breath.co_ppm / 35_000 + Math.max(0, breath.hcn_ppm) ** 2.36 / 1.2e6;
  return asphyxia * (breath.co2_pct > 2 ? Math.exp(breath.co2_pct / 5) : 1);
}

/** Purser's dose as FDS computes it: CO, HCN, hyperventilation by CO2, and want of oxygen. */
export function purserDose_fracpmin(breath: Breath): number {
  const co = 2.764e-5 * Math.max(0, breath.co_ppm) ** 1.036;
  const hcn = Math.max(0, Math.exp(breath.hcn_ppm / 43) / 220 - 0.0045);
  const faster = Math.exp(0.1903 * breath.co2_pct + 2.0004) / 7.1;
  return (co + hcn) * faster + hypoxia_fracpmin(breath.o2_pct);
}

/** Want of oxygen alone (Purser). */
export function hypoxia_fracpmin(o2_pct: number): number {
  return 1 / Math.exp(8.13 - 0.54 * (20.9 - o2_pct));
}

/** Hot air, ISO 13571: 4.1e8 T^-3.61 min fully clothed, 5e7 T^-3.4 min lightly clothed (T in deg C). */
export function hotAirDose_fracpmin(temp_K: number, clothed: boolean): number {
  const celsius = temp_K - 273.15;
  if (celsius <= 0) return 0;
  return clothed ? celsius ** 3.61 / 4.1e8 : celsius ** 3.4 / 5e7;
}

/** Radiation on skin, ISO 13571, only from 2.5 kW/m2: pain 4.2 q^-1.9 min, second-degree burn 6.9 q^-1.56 min. */
export function radiantDose_fracpmin(flux_kWpm2: number, harm: 'pain' | 'burn'): number {
  if (flux_kWpm2 < 2.5) return 0;
  return harm === 'pain' ? flux_kWpm2 ** 1.9 / 4.2 : flux_kWpm2 ** 1.56 / 6.9;
}

/** ISO 13571 concentrations at which half the people can no longer save themselves. */
const IRRITANT_ppm = { hcl: 1000, hbr: 1000, hf: 500, so2: 150, no2: 250, acrolein: 30, formaldehyde: 250 } as const;

/** Irritants act by concentration, not by dose. @returns 1 = half the people impaired */
export function irritation_frac(air: Irritants): number {
  return (
    (air.hcl_ppm ?? 0) / IRRITANT_ppm.hcl +
    (air.hbr_ppm ?? 0) / IRRITANT_ppm.hbr +
    (air.hf_ppm ?? 0) / IRRITANT_ppm.hf +
    (air.so2_ppm ?? 0) / IRRITANT_ppm.so2 +
    (air.no2_ppm ?? 0) / IRRITANT_ppm.no2 +
    (air.acrolein_ppm ?? 0) / IRRITANT_ppm.acrolein +
    (air.formaldehyde_ppm ?? 0) / IRRITANT_ppm.formaldehyde
  );
}
