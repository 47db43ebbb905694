/** A burning surface as cells: agent falls on them, decays, puts them out, and neighbours flash back (models.md 2). */
import { FOOTPRINT_m } from './materials.ts';
import type { FireCell } from './things.ts';

/** Place of a cell's centre in the grid's own plane, the grid's middle being 0, 0. */
export function cellU_m(i: number, columns: number, cell_m: number): number {
  return ((i % columns) + 0.5 - columns / 2) * cell_m;
}
export function cellV_m(i: number, columns: number, count: number, cell_m: number): number {
  return (Math.floor(i / columns) + 0.5 - count / columns / 2) * cell_m;
}

/** Where agent lands: along a segment of the grid's plane (a point when both ends are one), and how wide. */
export interface Footprint {
  fromU_m: number;
  fromV_m: number;
  toU_m: number;
  toV_m: number;
}

function weight(u_m: number, v_m: number, print: Footprint): number {
  const du = print.toU_m - print.fromU_m;
  const dv = print.toV_m - print.fromV_m;
  const size = du * du + dv * dv;
  const t = size < 1e-9 ? 0 : ((u_m - print.fromU_m) * du + (v_m - print.fromV_m) * dv) / size;
  const s = Math.min(1, Math.max(0, t));
  const eu = u_m - print.fromU_m - s * du;
  const ev = v_m - print.fromV_m - s * dv;
  return Math.exp(-(eu * eu + ev * ev) / (FOOTPRINT_m * FOOTPRINT_m));
}

const weights: number[] = [];
/**
 * Shares a mass over the cells as a Gaussian of radius 0.30 m around the footprint; what falls beside the grid is lost,
 * so that no more lands than was thrown.
 * @param land adds kg/m2 to cell i
 * @returns the share of the mass that landed, 0..1
 */
export function share(
  cells: readonly FireCell[],
  columns: number,
  cell_m: number,
  print: Footprint,
  mass_kg: number,
  land: (i: number, added_kgpm2: number) => void,
): number {
  let sum = 0;
  for (let i = 0; i < cells.length; i++) {
    const w = weight(cellU_m(i, columns, cell_m), cellV_m(i, columns, cells.length, cell_m), print);
    weights[i] = w;
    sum += w;
  }
  const cell_m2 = cell_m * cell_m;
  const length_m = Math.hypot(print.toU_m - print.fromU_m, print.toV_m - print.fromV_m);
  const whole_m2 = Math.PI * FOOTPRINT_m ** 2 + Math.sqrt(Math.PI) * FOOTPRINT_m * length_m;
  const over = Math.max(sum, whole_m2 / cell_m2);
  for (let i = 0; i < cells.length; i++) land(i, (mass_kg * weights[i]!) / (over * cell_m2));
  return sum / over;
}

/** Calls `see` with every neighbour of cell i (eight of them) and its distance in cells. */
export function neighbours(i: number, columns: number, count: number, see: (j: number, far: number) => void): void {
  const column = i % columns;
  const row = Math.floor(i / columns);
  const rows = count / columns;
  for (let dr = -1; dr <= 1; dr++)
    for (let dc = -1; dc <= 1; dc++) {
      if ((dr === 0 && dc === 0) || row + dr < 0 || row + dr >= rows || column + dc < 0 || column + dc >= columns)
        continue;
      see(i + dr * columns + dc, dr !== 0 && dc !== 0 ? Math.SQRT2 : 1);
    }
}

/**
 * One step of flash-back: a cell that is out, bears less agent than puts out, and has burned beside a burning one for
 * cell / 1.2 m/s, burns again.
 * @param waited_s per cell, time beside a burning one; zeroed when it is protected
 */
export function flashBack(
  cells: FireCell[],
  columns: number,
  waited_s: number[],
  crossing_s: number,
  step_s: number,
  canBurn: (i: number) => boolean,
): void {
  for (let i = 0; i < cells.length; i++) {
    if (cells[i]!.burning) continue;
    if (!canBurn(i)) {
      waited_s[i] = 0;
      continue;
    }
    let nearest = 9;
    neighbours(i, columns, cells.length, (j, far) => {
      if (cells[j]!.burning && far < nearest) nearest = far;
    });
    if (nearest === 9) continue;
    waited_s[i]! += step_s / nearest;
  }
  for (let i = 0; i < cells.length; i++) {
    if (cells[i]!.burning || waited_s[i]! < crossing_s || !canBurn(i)) continue;
    cells[i]!.burning = true;
    waited_s[i] = 0;
  }
}
