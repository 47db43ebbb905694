/** A standard pan fire as burning cells, and agent laid on it: the cell model alone, for ratings and for tuning. */
import { flashBack, share } from './fire-cells.ts';
import * as M from './materials.ts';
import { freshCell } from './room-entry.ts';
import type { FireCell } from './things.ts';

/** Area of an nB test fire: n pi / 100 m2 (ISO 7165, EN 3-7, GB 4351). */
export function panArea_m2(n: number): number {
  return (n * Math.PI) / 100;
}

/** Burning flux of a pool: m_inf (1 - exp(-k D)); k null for fuels whose flux does not depend on size. */
export function poolFlux_kgpm2s(most_kgpm2s: number, k_1pm: number | null, diameter_m: number): number {
  return k_1pm === null ? most_kgpm2s : most_kgpm2s * (1 - Math.exp(-k_1pm * diameter_m));
}

/** Design fire Q = alpha t^2. */
export function tSquared_kW(alpha_kWps2: number, time_s: number): number {
  return alpha_kWps2 * time_s ** 2;
}

export interface PanFire {
  cells: FireCell[];
  columns: number;
  cell_m: number;
  radius_m: number;
  load_kgpm2: number[];
  waited_s: number[];
}

const CELL_m = 0.1;

/** A round pan, all alight. */
export function panFire(area_m2: number): PanFire {
  const radius_m = Math.sqrt(area_m2 / Math.PI);
  const columns = Math.ceil((2 * radius_m) / CELL_m);
  const cell_m = (2 * radius_m) / columns;
  const cells = Array.from({ length: columns * columns }, (_, i) => {
    const u = ((i % columns) + 0.5 - columns / 2) * cell_m;
    const v = (Math.floor(i / columns) + 0.5 - columns / 2) * cell_m;
    const inside = Math.hypot(u, v) <= radius_m;
    return { ...freshCell(), burning: inside, left_frac: inside ? 1 : 0 };
  });
  const none = () => new Array<number>(cells.length).fill(0);
  return { cells, columns, cell_m, radius_m, load_kgpm2: none(), waited_s: none() };
}

/** Flash-back and decay of one step, after `kg` of an agent have been thrown at u, v. */
export function stepPanFire(
  fire: PanFire,
  gas: boolean,
  thrown_kg: number,
  atU_m: number,
  atV_m: number,
  step_s: number,
): void {
  const { cells, columns, cell_m, load_kgpm2 } = fire;
  const print = { fromU_m: atU_m, fromV_m: atV_m, toU_m: atU_m, toV_m: atV_m };
  share(cells, columns, cell_m, print, thrown_kg * M.TRANSFER_frac, (i, added_kgpm2) => {
    load_kgpm2[i]! += added_kgpm2;
  });
  const enough_kgpm2 = gas ? M.CO2_out_kgpm2 : M.LOADING_out_kgpm2;
  const fading = Math.exp(-step_s / (gas ? M.CO2_decay_s : M.LOADING_decay_s));
  for (let i = 0; i < cells.length; i++) {
    if (load_kgpm2[i]! >= enough_kgpm2) cells[i]!.burning = false;
    load_kgpm2[i]! *= fading;
  }
  flashBack(cells, columns, fire.waited_s, cell_m / M.REFLASH_mps, step_s, (i) => {
    return cells[i]!.left_frac > 0 && load_kgpm2[i]! < enough_kgpm2;
  });
}

/** Share of the pan that still burns. */
export function burning_frac(fire: PanFire): number {
  let burning = 0;
  let inside = 0;
  for (const cell of fire.cells) {
    if (cell.left_frac <= 0) continue;
    inside++;
    if (cell.burning) burning++;
  }
  return burning / inside;
}
