/** Heat into a wall: one-dimensional conduction, implicit, on cells that are thin where the fire is. */
import { BACK_Wpm2K } from './constants.ts';
import type { Material } from './layout.ts';

/** A slab of one material from the room (cell 0) to the air behind it. */
export interface Slab {
  /** cell thickness */
  cells_m: number[];
  cells_K: number[];
  conductivity_WpmK: number;
  /** heat capacity per volume */
  capacity_Jpm3K: number;
  emissivity_frac: number;
  /** air behind the wall */
  back_K: number;
  surface_K: number;
  /** elimination factors for step `factors_s`, from the back up */
  factors_s: number;
  inverse_1: number[];
  into_1: number[];
}

/** Ten cells growing by 1.6: 0.27 mm at the face of 50 mm of ceramic fibre, finer than the depth heat reaches in a step. */
const CELLS_count = 10;
const GROWTH_frac = 1.6;

/** @returns a slab at one temperature through and through, the air behind it at the same. */
export function createSlab(material: Material, temp_K: number): Slab {
  const first = (material.thickness_m * (GROWTH_frac - 1)) / (GROWTH_frac ** CELLS_count - 1);
  return {
    cells_m: Array.from({ length: CELLS_count }, (_, i) => first * GROWTH_frac ** i),
    cells_K: new Array<number>(CELLS_count).fill(temp_K),
    conductivity_WpmK: material.conductivity_WpmK,
    capacity_Jpm3K: material.density_kgpm3 * material.heat_JpkgK,
    emissivity_frac: material.emissivity_frac,
    back_K: temp_K,
    surface_K: temp_K,
    factors_s: 0,
    inverse_1: new Array<number>(CELLS_count).fill(0),
    into_1: new Array<number>(CELLS_count).fill(0),
  };
}

/** Conductance between the centres of cells i and i + 1. */
function link(slab: Slab, i: number): number {
  return (2 * slab.conductivity_WpmK) / ((slab.cells_m[i] as number) + (slab.cells_m[i + 1] as number));
}

function backLink(slab: Slab): number {
  return 1 / (1 / BACK_Wpm2K + (slab.cells_m[CELLS_count - 1] as number) / (2 * slab.conductivity_WpmK));
}

/** Factors depend on the step alone, so a run at a fixed step computes them once. */
function factor(slab: Slab, dt_s: number): void {
  let below = backLink(slab);
  for (let i = CELLS_count - 1; i >= 1; i--) {
    const up = link(slab, i - 1);
    const store = (slab.capacity_Jpm3K * (slab.cells_m[i] as number)) / dt_s;
    slab.inverse_1[i] = 1 / (store + below + up);
    slab.into_1[i] = up * (slab.inverse_1[i] as number);
    below = up - up * (slab.into_1[i] as number);
  }
  slab.into_1[0] = below;
  slab.factors_s = dt_s;
}

/**
 * One implicit step under a surface flux that falls as the surface warms: q = gain - lose x surface temperature.
 * @param gain_Wpm2 and lose_Wpm2K describe the room side
 * @returns heat taken from the room, W/m2
 */
export function stepSlab(slab: Slab, gain_Wpm2: number, lose_Wpm2K: number, dt_s: number): number {
  if (slab.factors_s !== dt_s) factor(slab, dt_s);
  const cells = slab.cells_K;
  let carried = backLink(slab) * slab.back_K;
  for (let i = CELLS_count - 1; i >= 1; i--) {
    const store = (slab.capacity_Jpm3K * (slab.cells_m[i] as number)) / dt_s;
    carried = store * (cells[i] as number) + carried;
    const scaled = carried * (slab.inverse_1[i] as number);
    cells[i] = scaled;
    carried = link(slab, i - 1) * scaled;
  }
  const half = (slab.cells_m[0] as number) / (2 * slab.conductivity_WpmK);
  const a = gain_Wpm2 / (1 + lose_Wpm2K * half);
  const b = lose_Wpm2K / (1 + lose_Wpm2K * half);
  const store = (slab.capacity_Jpm3K * (slab.cells_m[0] as number)) / dt_s;
  cells[0] = (store * (cells[0] as number) + carried + a) / (store + (slab.into_1[0] as number) + b);
  for (let i = 1; i < CELLS_count; i++)
    cells[i] = (cells[i] as number) + (slab.into_1[i] as number) * (cells[i - 1] as number);
  const flux = a - b * (cells[0] as number);
  slab.surface_K = (cells[0] as number) + flux * half;
  return flux;
}

/** Heat stored since the slab was at its back's temperature, per area. */
export function storedHeat_Jpm2(slab: Slab): number {
  return slab.cells_K.reduce(
    (sum, temp, i) => sum + (temp - slab.back_K) * slab.capacity_Jpm3K * (slab.cells_m[i] as number),
    0,
  );
}

/** Heat leaving through the back, per area. */
export function backLoss_Wpm2(slab: Slab): number {
  return backLink(slab) * ((slab.cells_K[CELLS_count - 1] as number) - slab.back_K);
}
