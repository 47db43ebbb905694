/** What the air is made of: the eight tracked gases (nitrogen is the rest), ambient air, and volume fractions. */

/** Order of every `species_kg` and share array. `fuel` is unburned pyrolysate. */
export const SPECIES = ['o2', 'co2', 'co', 'h2o', 'hcn', 'hcl', 'soot', 'fuel'] as const;
export type SpeciesName = (typeof SPECIES)[number];

export const O2 = SPECIES.indexOf('o2');
export const CO2 = SPECIES.indexOf('co2');
export const CO = SPECIES.indexOf('co');
export const H2O = SPECIES.indexOf('h2o');
export const HCN = SPECIES.indexOf('hcn');
export const HCL = SPECIES.indexOf('hcl');
export const SOOT = SPECIES.indexOf('soot');
export const FUEL = SPECIES.indexOf('fuel');
export const SPECIES_COUNT = SPECIES.length;

/** IUPAC standard atomic masses */
export const ATOM_kgpmol = { c: 0.012011, h: 0.001008, o: 0.015999, n: 0.014007, cl: 0.03545 } as const;
const NITROGEN_kgpmol = 0.028014;
/** Soot is carbon and takes no part in the gas volume; unburned fuel counts as propane-like 0.044. [D] */
export const MOLAR_kgpmol = [0.031998, 0.044009, 0.02801, 0.018015, 0.027026, 0.036458, 0.012011, 0.044] as const;

/**
 * Mass shares of ambient air.
 * @param temp_K and humidity_frac set the water vapour (Magnus formula)
 */
export function airShares_frac(temp_K: number, humidity_frac: number, pressure_Pa: number): number[] {
  const celsius = temp_K - 273.15;
  const saturation_Pa = 611.2 * Math.exp((17.62 * celsius) / (243.12 + celsius));
  const water_frac = Math.min(0.05, (humidity_frac * saturation_Pa) / pressure_Pa) * (0.018015 / 0.028964);
  const dry_frac = 1 - water_frac;
  return [0.2314 * dry_frac, 0.00064 * dry_frac, 0, water_frac, 0, 0, 0, 0];
}

/**
 * Volume (mole) fraction of one gas in a layer.
 * @param species_kg masses of the tracked gases, mass_kg of everything
 */
export function volumeShare_frac(species_kg: readonly number[], mass_kg: number, index: number): number {
  let gases_mol = 0;
  let tracked_kg = 0;
  for (let s = 0; s < SPECIES_COUNT; s++) {
    const kg = species_kg[s] as number;
    tracked_kg += kg;
    if (s !== SOOT) gases_mol += kg / (MOLAR_kgpmol[s] as number);
  }
  gases_mol += Math.max(0, mass_kg - tracked_kg) / NITROGEN_kgpmol;
  if (gases_mol <= 0 || index === SOOT) return 0;
  return (species_kg[index] as number) / (MOLAR_kgpmol[index] as number) / gases_mol;
}
