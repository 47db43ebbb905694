/** A trained operator at a pan fire: starts at the near edge, sweeps slowly over what burns, and goes forward as it goes out. */
import { cellU_m, cellV_m } from '../../sim/fire-cells.ts';
import { burning_frac, type PanFire, panArea_m2, panFire, stepPanFire } from '../../sim/test-fire.ts';

const STEP_s = 1 / 60;
/** Speed of the aim point over the pan, and how much of the near side one sweep takes in. */
const AIM_mps = 3.0;
const BAND_m = 0.4;

interface Reach {
  lowU_m: number;
  highU_m: number;
  nearV_m: number;
}

/** The burning band nearest to the operator, who stands at large positive v. */
function band(fire: PanFire): Reach | null {
  const count = fire.cells.length;
  let nearV_m = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++)
    if (fire.cells[i]!.burning) nearV_m = Math.max(nearV_m, cellV_m(i, fire.columns, count, fire.cell_m));
  if (nearV_m === Number.NEGATIVE_INFINITY) return null;
  const reach = { lowU_m: Number.POSITIVE_INFINITY, highU_m: Number.NEGATIVE_INFINITY, nearV_m };
  for (let i = 0; i < count; i++) {
    if (!fire.cells[i]!.burning || cellV_m(i, fire.columns, count, fire.cell_m) < nearV_m - BAND_m) continue;
    const u = cellU_m(i, fire.columns, fire.cell_m);
    reach.lowU_m = Math.min(reach.lowU_m, u);
    reach.highU_m = Math.max(reach.highU_m, u);
  }
  return reach;
}

/** @returns whether the pan is out, and stays out for a second, within the discharge. */
export function expertPutsOut(area_m2: number, gas: boolean, charge_kg: number, discharge_s: number): boolean {
  const fire = panFire(area_m2);
  let u = 0;
  let goes = 1;
  const thrown_kg = (charge_kg / discharge_s) * STEP_s;
  for (let t = 0; t < discharge_s; t += STEP_s) {
    const reach = band(fire);
    if (!reach) return true;
    u += goes * AIM_mps * STEP_s;
    if (u > reach.highU_m) goes = -1;
    if (u < reach.lowU_m) goes = 1;
    u = Math.min(reach.highU_m, Math.max(reach.lowU_m, u));
    stepPanFire(fire, gas, thrown_kg, u, reach.nearV_m - BAND_m / 2, STEP_s);
  }
  return burning_frac(fire) === 0;
}

export function expertAtRating(n: number, gas: boolean, charge_kg: number, discharge_s: number): boolean {
  return expertPutsOut(panArea_m2(n), gas, charge_kg, discharge_s);
}
