/** What burning one kilogram of a fuel takes and gives: single-step chemistry with fixed yields, closed in every atom. */
import { ATOM_kgpmol, CO, CO2, FUEL, H2O, HCL, HCN, O2, SOOT, SPECIES_COUNT } from './species.ts';

/** Composition CxHyOzNvClw, heat and yields (kg per kg of fuel burned). */
export interface Fuel {
  carbon_count: number;
  hydrogen_count: number;
  oxygen_count: number;
  nitrogen_count: number;
  chlorine_count: number;
  heat_kJpkg: number;
  /** share of the heat a free flame radiates */
  radiative_frac: number;
  soot_kgpkg: number;
  co_kgpkg: number;
  hcn_kgpkg: number;
}

/** Yields: SFPE Handbook, Tewarson [M], well ventilated. Heats: same; PVC's by the oxygen left once its soot is taken out. PU is flexible foam. */
export const FUELS: Record<string, Fuel> = {
  methane: fuel(1, 4, 0, 0, 0, 50_000, 0.2, 0.005, 0.003, 0),
  propane: fuel(3, 8, 0, 0, 0, 46_400, 0.3, 0.024, 0.005, 0),
  heptane: fuel(7, 16, 0, 0, 0, 44_600, 0.35, 0.037, 0.01, 0),
  'cooking-oil': fuel(18, 32, 2, 0, 0, 37_000, 0.3, 0.037, 0.01, 0),
  wood: fuel(6, 10, 5, 0, 0, 16_400, 0.35, 0.015, 0.004, 0),
  polyurethane: fuel(25, 42, 6, 2, 0, 25_000, 0.4, 0.131, 0.01, 0.005),
  polystyrene: fuel(8, 8, 0, 0, 0, 39_200, 0.45, 0.164, 0.06, 0),
  polypropylene: fuel(3, 6, 0, 0, 0, 43_400, 0.38, 0.059, 0.024, 0),
  pvc: fuel(2, 3, 0, 0, 1, 10_300, 0.4, 0.172, 0.063, 0),
  pmma: fuel(5, 8, 2, 0, 0, 24_900, 0.32, 0.022, 0.01, 0),
};

function fuel(
  c: number,
  h: number,
  o: number,
  n: number,
  cl: number,
  heat: number,
  radiative: number,
  soot: number,
  co: number,
  hcn: number,
): Fuel {
  return {
    carbon_count: c,
    hydrogen_count: h,
    oxygen_count: o,
    nitrogen_count: n,
    chlorine_count: cl,
    heat_kJpkg: heat,
    radiative_frac: radiative,
    soot_kgpkg: soot,
    co_kgpkg: co,
    hcn_kgpkg: hcn,
  };
}

/**
 * Change of each tracked gas per kilogram of fuel burned, oxygen negative; nitrogen freed is the untracked rest.
 * Mass closes exactly: the shares add up to the fuel's kilogram less its nitrogen.
 * @param co_kgpkg replaces the fuel's own CO yield where the fire lacks air
 * @throws when the yields ask for more of an element than the fuel holds
 */
export function products_kgpkg(burned: Fuel, co_kgpkg = burned.co_kgpkg): number[] {
  const a = ATOM_kgpmol;
  const molar =
    burned.carbon_count * a.c +
    burned.hydrogen_count * a.h +
    burned.oxygen_count * a.o +
    burned.nitrogen_count * a.n +
    burned.chlorine_count * a.cl;
  const perKg = 1 / molar;
  const soot_mol = burned.soot_kgpkg / a.c;
  const co_mol = co_kgpkg / (a.c + a.o);
  const hcn_mol = burned.hcn_kgpkg / (a.h + a.c + a.n);
  const hcl_mol = burned.chlorine_count * perKg;
  const carbon_mol = burned.carbon_count * perKg - soot_mol - co_mol - hcn_mol;
  const water_mol = (burned.hydrogen_count * perKg - hcn_mol - hcl_mol) / 2;
  const nitrogen_mol = burned.nitrogen_count * perKg - hcn_mol;
  if (carbon_mol < -1e-12) throw new Error('the soot, CO and HCN yields hold more carbon than the fuel');
  if (water_mol < -1e-12) throw new Error('the HCN yield and chlorine hold more hydrogen than the fuel');
  if (nitrogen_mol < -1e-12) throw new Error('the HCN yield holds more nitrogen than the fuel');
  const oxygen_mol = (2 * carbon_mol + co_mol + water_mol - burned.oxygen_count * perKg) / 2;
  const change = new Array<number>(SPECIES_COUNT).fill(0);
  change[O2] = -oxygen_mol * 2 * a.o;
  change[CO2] = carbon_mol * (a.c + 2 * a.o);
  change[CO] = co_kgpkg;
  change[H2O] = water_mol * (2 * a.h + a.o);
  change[HCN] = burned.hcn_kgpkg;
  change[HCL] = hcl_mol * (a.h + a.cl);
  change[SOOT] = burned.soot_kgpkg;
  change[FUEL] = 0;
  return change;
}
