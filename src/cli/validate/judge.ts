/** Small helpers of the comparers: one relative check after another, and the verdict they add up to. */
import type { Verdict } from './comparer.ts';

export interface Judge {
  errors: number[];
  short: string[];
  unmodelled: string[];
}

export function judge(): Judge {
  return { errors: [], short: [], unmodelled: [] };
}

/** Compares a computed value with the table's, relative to the table's. */
export function relative(j: Judge, what: string, computed: number, wanted: number, accepted_frac: number): void {
  const error = wanted === 0 ? Math.abs(computed) : Math.abs(computed - wanted) / Math.abs(wanted);
  absolute(j, what, error, accepted_frac, `computed ${short(computed)}, table ${short(wanted)}`);
}

/** Notes an error already worked out, against its limit. */
export function absolute(j: Judge, what: string, error: number, accepted: number, detail: string): void {
  j.errors.push(error);
  if (!(error <= accepted)) j.short.push(`${what}: ${detail}`);
}

/** A yes or no check. */
export function holds(j: Judge, what: string, yes: boolean, detail: string): void {
  j.errors.push(yes ? 0 : 1);
  if (!yes) j.short.push(`${what}: ${detail}`);
}

export function short(value: number): string {
  return Number.isFinite(value) ? String(Number(value.toPrecision(4))) : 'none';
}

export function percent(error: number): string {
  return `${Number((100 * error).toPrecision(2))} %`;
}

/** Verdict by the worst error. A table of which nothing could be compared is told as such by the caller. */
export function verdict(j: Judge, accepted: string, measured?: string): Verdict {
  const worst = Math.max(0, ...j.errors);
  return {
    cases: j.errors.length,
    measured: measured ?? `worst ${percent(worst)}`,
    accepted,
    ok: j.short.length === 0,
    short: j.short,
    unmodelled: j.unmodelled,
  };
}
