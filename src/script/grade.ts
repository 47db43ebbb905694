/** Turns what became true into the share of a mark that is earned. */
import { type Known, type Match, match } from './condition.ts';
import type { Grade, Mark, Way } from './schema.ts';

export interface Earned {
  /** 0..1 of the mark's points */
  share_frac: number;
  at_s: number | null;
}

/** Desktop limits of time are 0.8 of the headset's (procedures 1.1); other measures have the same limits. */
function graded(grades: readonly Grade[] | undefined, found: Match, known: Known): number {
  let share = 1;
  for (const grade of grades ?? []) {
    const from = grade.since ? match(grade.since, known) : null;
    if (grade.since && !from) return 0;
    const value = grade.measure === 'at_s' ? found.at_s - (from?.at_s ?? 0) : found.fact?.values?.[grade.measure];
    if (value === undefined) return 0;
    const desktop = known.pace_frac < 1;
    const scale = desktop && grade.measure === 'at_s' && !grade.desktop ? known.pace_frac : 1;
    const limits = desktop && grade.desktop ? grade.desktop : grade;
    share *= between(value, limits.full * scale, limits.zero * scale);
  }
  return share;
}

/** @returns 1 at or beyond `to`, 0 at or beyond `from`, straight between; either end may be the greater. */
export function between(value: number, to: number, from: number): number {
  if (to === from) return value <= to ? 1 : 0;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function wayEarned(way: Way, known: Known): Earned {
  const cap = way.share ?? 1;
  if (way.when) {
    const found = match(way.when, known);
    return found
      ? { share_frac: cap * graded(way.grade, found, known), at_s: found.at_s }
      : { share_frac: 0, at_s: null };
  }
  let points = 0;
  let total = 0;
  let at_s: number | null = null;
  for (const part of way.parts ?? []) {
    total += part.points;
    const found = match(part.when, known);
    if (!found) continue;
    points += part.points * graded(part.grade, found, known);
    at_s = Math.max(at_s ?? 0, found.at_s);
  }
  return { share_frac: (cap * points) / total, at_s };
}

/** @returns the best of a mark's ways so far; nothing while its `unless` holds. */
export function earn(mark: Mark, known: Known): Earned {
  let best: Earned = { share_frac: 0, at_s: null };
  for (const way of mark.ways) {
    const earned = wayEarned(way, known);
    if (earned.share_frac > best.share_frac || (best.at_s === null && earned.at_s !== null)) best = earned;
  }
  if (mark.unless && match(mark.unless, known)) return { share_frac: 0, at_s: best.at_s };
  return best;
}
