/** Reads what the fire tables say in words above their columns: heat release, ambient, openings, sizes. */
import type { Table } from './table.ts';

const NUMBER = String.raw`(\d+(?:\.\d+)?)`;

function text(table: Table): string {
  return table.notes.join('\n');
}

function need(table: Table, what: string, pattern: RegExp): RegExpExecArray {
  const found = pattern.exec(text(table));
  if (!found) throw new Error(`${table.name} does not say its ${what} in its notes.`);
  return found;
}

/** "HRR kW (t:Q) 0:0 148:410 1350:410" */
export function curveIn(table: Table): [number, number][] {
  const found = need(table, 'heat release', new RegExp(String.raw`HRR kW[^\n]*?((?:${NUMBER}:${NUMBER}[ ,;]*){2,})`));
  return [...found[1]!.matchAll(new RegExp(`${NUMBER}:${NUMBER}`, 'g'))].map((m) => [Number(m[1]), Number(m[2])]);
}

/** "0->110 kW in 10 s, steady to 890 s, off 900 s" */
export function burnerIn(table: Table): [number, number][] {
  const m = need(table, 'burner', new RegExp(`0->${NUMBER} kW in ${NUMBER} s, steady to ${NUMBER} s, off ${NUMBER} s`));
  const [peak, rise, steady, off] = m.slice(1, 5).map(Number) as [number, number, number, number];
  return [
    [0, 0],
    [rise, peak],
    [steady, peak],
    [off, 0],
  ];
}

/** "T_amb 22 C" */
export function ambientIn_K(table: Table, otherwise_K?: number): number {
  const found = new RegExp(`T_amb ${NUMBER} ?C`).exec(text(table));
  if (found) return Number(found[1]) + 273.15;
  if (otherwise_K !== undefined) return otherwise_K;
  throw new Error(`${table.name} does not say its ambient temperature in its notes.`);
}

/** "chi_r 0.44" */
export function radiativeIn_frac(table: Table): number {
  return Number(need(table, 'radiative fraction', new RegExp(`chi_r ?=? ?${NUMBER}`))[1]);
}

/** "('3.81', '0.01', '5.93')" = sill, height, width */
export function openingsIn(table: Table): { sill_m: number; soffit_m: number; width_m: number }[] {
  const found = [...text(table).matchAll(/\('([\d.]+)', '([\d.]+)', '([\d.]+)'\)/g)];
  if (found.length === 0) throw new Error(`${table.name} does not say its openings in its notes.`);
  return found.map((m) => ({ sill_m: Number(m[1]), soffit_m: Number(m[1]) + Number(m[2]), width_m: Number(m[3]) }));
}

export function says(table: Table, pattern: RegExp): boolean {
  return pattern.test(text(table));
}

/** Numbers of the first match, in order. */
export function numbersIn(table: Table, what: string, pattern: RegExp): number[] {
  return need(table, what, pattern).slice(1).map(Number);
}
