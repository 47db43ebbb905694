/** Paper, card and cloth: fire walks from cell to cell, agents put cells out, and what still glows comes back. */
import { bookOf, keepBook, lightUp, putOut } from './fire-book.ts';
import { flashBack, neighbours } from './fire-cells.ts';
import * as M from './materials.ts';
import { flameHeight_m } from './plume.ts';
import type { FireCell, SolidFuel } from './things.ts';
import type { FireBook } from './working.ts';
import { clock_s, type Fact, type World } from './world.ts';

export function fuelRow(fuel: SolidFuel): M.FuelRow {
  const row = M.FUELS[fuel.fuel];
  if (!row) throw new Error(`"${fuel.id}" burns "${fuel.fuel}", which materials.ts does not list.`);
  return row;
}

/** Speed at which fire walks so that it grows as alpha t^2: alpha = q" pi v^2. */
export function spread_mps(row: M.FuelRow, area_m2: number): number {
  return Math.sqrt(row.alpha_kWps2 / ((row.peak_kW / area_m2) * Math.PI));
}

export function area_m2(fuel: SolidFuel): number {
  return fuel.cells.length * fuel.cell_m ** 2;
}

function protectedFrom(cell: FireCell, book: FireBook, i: number): boolean {
  return (
    book.cellPowder_kgpm2[i]! >= M.LOADING_out_kgpm2 ||
    book.cellCo2_kgpm2[i]! >= M.CO2_out_kgpm2 ||
    cell.water_kgpm2 >= M.WATER_out_kgpm2 ||
    cell.agent_kgpm2 >= M.CRUST_out_kgpm2
  );
}

/** Powder crust, water or cold: it will not glow again. */
function cannotGlow(cell: FireCell): boolean {
  return (
    cell.agent_kgpm2 >= M.CRUST_kgpm2 ||
    cell.water_kgpm2 > 0.02 ||
    cell.left_frac <= M.BURNT_OUT_frac ||
    cell.surface_K < M.SMOULDER_K
  );
}

function middle(fuel: SolidFuel): number {
  const rows = fuel.cells.length / fuel.columns;
  const row = fuelRow(fuel).vertical ? 0 : Math.floor(rows / 2);
  return row * fuel.columns + Math.floor(fuel.columns / 2);
}

function ages(fuel: SolidFuel, book: FireBook, walking_s: number, step_s: number): void {
  for (let i = 0; i < fuel.cells.length; i++) {
    const cell = fuel.cells[i]!;
    book.cellPowder_kgpm2[i]! *= Math.exp(-step_s / M.LOADING_decay_s);
    book.cellCo2_kgpm2[i]! *= Math.exp(-step_s / M.CO2_decay_s);
    if (cell.surface_K > 373 && cell.water_kgpm2 > 0)
      cell.water_kgpm2 = Math.max(0, cell.water_kgpm2 - M.WATER_critical_kgpm2s * step_s);
    if (cell.burning) {
      cell.surface_K = M.SURFACE_flaming_K;
      if (walking_s > 0) book.cellAge_s[i]! += step_s;
      if (protectedFrom(cell, book, i) || cell.left_frac <= M.BURNT_OUT_frac) cell.burning = false;
    } else {
      const wet = cell.water_kgpm2 > 0 ? 10 : 1;
      cell.surface_K += ((M.AMBIENT_K - cell.surface_K) * step_s * wet) / M.SURFACE_cooling_s;
    }
  }
}

/** Fresh cells take fire from burning neighbours at the spread speed. */
function walk(fuel: SolidFuel, book: FireBook, crossing_s: number): void {
  for (let i = 0; i < fuel.cells.length; i++) {
    const cell = fuel.cells[i]!;
    if (cell.burning || book.cellAge_s[i]! > 0 || protectedFrom(cell, book, i) || cell.agent_kgpm2 >= M.CRUST_kgpm2)
      continue;
    let reached = false;
    neighbours(i, fuel.columns, fuel.cells.length, (j, far) => {
      if (fuel.cells[j]!.burning && book.cellAge_s[j]! >= crossing_s * far) reached = true;
    });
    if (reached) cell.burning = true;
  }
}

/** Heat of the burning cells; each grows over its own crossing time and fades as it is eaten. */
function heat(
  fuel: SolidFuel,
  book: FireBook,
  row: M.FuelRow,
  crossing_s: number,
  oxygen_frac: number,
  step_s: number,
): void {
  const share_kW = row.peak_kW / fuel.cells.length;
  const share_kJ = (row.total_MJ * 1000) / fuel.cells.length;
  let sum_kW = 0;
  let left = 0;
  let burning = 0;
  for (let i = 0; i < fuel.cells.length; i++) {
    const cell = fuel.cells[i]!;
    if (cell.burning) {
      const grown = Math.min(1, 0.15 + book.cellAge_s[i]! / crossing_s);
      const q_kW = share_kW * grown * Math.min(1, cell.left_frac / 0.3) * oxygen_frac;
      cell.left_frac = Math.max(0, cell.left_frac - (q_kW * step_s) / share_kJ);
      sum_kW += q_kW;
      burning++;
    }
    left += cell.left_frac;
  }
  fuel.heatRelease_kW = sum_kW;
  fuel.left_frac = left / fuel.cells.length;
  book.burned_kg += (sum_kW * step_s) / row.heat_kJpkg;
  book.flame_frac = burning / fuel.cells.length;
  const wide_m = 2 * Math.sqrt((burning * fuel.cell_m ** 2) / Math.PI);
  fuel.flameHeight_m = flameHeight_m(sum_kW, row.vertical ? Math.min(wide_m, 0.4) : wide_m);
}

function anyBurning(fuel: SolidFuel): boolean {
  for (let i = 0; i < fuel.cells.length; i++) if (fuel.cells[i]!.burning) return true;
  return false;
}

/** The hottest cell that can still glow, -1 none. */
function ember(fuel: SolidFuel, book: FireBook): number {
  let best = -1;
  for (let i = 0; i < fuel.cells.length; i++) {
    const cell = fuel.cells[i]!;
    if (book.cellAge_s[i]! <= 0 || cannotGlow(cell) || protectedFrom(cell, book, i)) continue;
    if (best < 0 || cell.surface_K > fuel.cells[best]!.surface_K) best = i;
  }
  return best;
}

function relight(world: World, facts: Fact[], fuel: SolidFuel, book: FireBook): void {
  const now_s = clock_s(world);
  if (book.litAt_s >= 0 && now_s >= book.litAt_s) {
    book.litAt_s = -1;
    fuel.cells[middle(fuel)]!.burning = true;
    lightUp(world, facts, fuel, book.lastCause || 'heat');
    book.lastCause = '';
  }
  if (book.smoulderAt_s >= 0 && now_s >= book.smoulderAt_s) {
    book.smoulderAt_s = -1;
    const i = ember(fuel, book);
    if (i < 0) return;
    fuel.cells[i]!.burning = true;
    lightUp(world, facts, fuel, 'smoulder');
  }
}

/** Glowing under the ash keeps hot what nothing has cooled until it flames up or is beaten. [D] */
function glow(fuel: SolidFuel, book: FireBook): void {
  if (book.smoulderAt_s < 0) return;
  for (let i = 0; i < fuel.cells.length; i++) {
    const cell = fuel.cells[i]!;
    if (!cell.burning && book.cellAge_s[i]! > 0 && !cannotGlow(cell))
      cell.surface_K = Math.max(cell.surface_K, M.SMOULDER_K + 30);
  }
}

/** One tick of one solid fuel. */
export function stepSolid(world: World, facts: Fact[], fuel: SolidFuel, oxygen_frac: number, step_s: number): void {
  const book = bookOf(world, fuel);
  if (!fuel.burning) {
    relight(world, facts, fuel, book);
    if (!fuel.burning && !book.everBurned) return;
  }
  const row = fuelRow(fuel);
  const crossing_s = fuel.cell_m / spread_mps(row, area_m2(fuel));
  ages(fuel, book, book.burning_s - row.incubation_s, step_s);
  glow(fuel, book);
  if (fuel.burning) {
    walk(fuel, book, crossing_s);
    flashBack(fuel.cells, fuel.columns, book.cellWait_s, fuel.cell_m / M.REFLASH_mps, step_s, (i) => {
      const cell = fuel.cells[i]!;
      return book.cellAge_s[i]! > 0 && !protectedFrom(cell, book, i) && !cannotGlow(cell);
    });
    heat(fuel, book, row, crossing_s, oxygen_frac, step_s);
    const faint = fuel.heatRelease_kW < 0.002 * row.peak_kW && book.burning_s > row.incubation_s;
    if (!anyBurning(fuel) || faint) {
      for (const cell of fuel.cells) cell.burning = false;
      const recent = book.lastCause !== '' && clock_s(world) - book.lastCauseAt_s < 5;
      putOut(world, facts, fuel, recent ? book.lastCause : fuel.left_frac < 0.2 ? 'burnt-out' : 'no-air');
    }
  }
  keepBook(world, facts, fuel, step_s);
}
