/** What a slip tells of a visit's runs: what went well, and the one step worth practising. */

import type { MarkRow } from '../wire/session.ts';
import type { Slip } from '../wire/visitor.ts';

export type SlipRun = Slip['runs'][number];
export interface StepOfRun {
  scenario: string;
  variant: string;
  rule: string;
  critical: boolean;
}

const MOST_TOLD = 4;

/** The last run of each variant that came to an end: what was mended in a later run is not held against anybody. */
export function lastRuns(runs: SlipRun[]): SlipRun[] {
  const last = new Map<string, SlipRun>();
  for (const run of runs)
    if (run.role === 'performed' && (run.first.ended === 'finished' || run.first.ended === 'failed'))
      last.set(`${run.scenario}/${run.variant}`, run);
  return [...last.values()];
}

/** What a mark fell short by: what it could have given and did not, or what an error took. */
function short({ points, max }: MarkRow): number {
  return Math.max(0, max) - points;
}

/** @returns the criticals first, then what fell short most; null when nothing did */
export function stepToPractise(runs: SlipRun[]): StepOfRun | null {
  const last = lastRuns(runs);
  for (const { scenario, variant, first } of last.toReversed()) {
    const rule = first.critical[0];
    if (rule) return { scenario, variant, rule, critical: true };
  }
  let worst: { step: StepOfRun; by: number } | null = null;
  for (const { scenario, variant, first } of last)
    for (const mark of first.marks) {
      const by = short(mark);
      if (by > 0 && (!worst || by > worst.by))
        worst = { step: { scenario, variant, rule: mark.rule, critical: false }, by };
    }
  return worst?.step ?? null;
}

/** @returns rules earned in full in one run, the weightiest first, a few of them */
export function wentWell({ first }: SlipRun): string[] {
  const full = first.marks.filter((mark) => mark.max > 0 && short(mark) === 0);
  const rules = full.toSorted((a, b) => b.max - a.max).map((mark) => mark.rule);
  return [...new Set(rules)].slice(0, MOST_TOLD);
}
