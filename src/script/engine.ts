/** Judges a run: facts and the clock go in; stages, marks, errors, critical failures, captions and the ending come out. */
import type { Fact } from '../sim/world.ts';
import { type Known, match, type Told } from './condition.ts';
import { type Earned, earn } from './grade.ts';
import type { Action, Stage, Variant } from './schema.ts';

/** After so long without an act the trainee gets one calm reminder (procedures 1). */
export const REMIND_AFTER_s = 15;
/** A critical failure caps the run (procedures 1.1). */
export const CRITICAL_CAP_pct = 49;
export const FULL_pct = 100;

/** Facts that come from the trainee and not from the room. */
const NOT_ACTS = new Set([
  'warned',
  'person-out',
  'ignited',
  'reignited',
  'knocked',
  'out',
  'gate-shut',
  'gate-cleared',
  'smoke-low',
  'head-in-smoke',
  'burned',
  'collapsed',
  'watched',
  'duct-fire',
  'power-off',
  'empty',
]);

/** All an engine remembers: plain data, so that a rewind is a copy. */
export interface Judging {
  stage: string;
  stageSince_s: number;
  passed: string[];
  facts: Told[];
  earned: Record<string, Earned>;
  errors: { rule: string; at_s: number; stage: string }[];
  critical: { rule: string; at_s: number; stage: string }[];
  captioned: string[];
  lastAct_s: number;
  reminded: boolean;
  ending: string | null;
}

export type Judged =
  | { kind: 'stage'; stage: string; decision: boolean; actions: Action[] }
  | { kind: 'mark'; rule: string }
  | { kind: 'error'; rule: string }
  | { kind: 'critical'; rule: string; key: string; shows_s: number }
  | { kind: 'caption'; key: string; speaker: string }
  | { kind: 'reminder' }
  | { kind: 'ending'; word: string; ended: 'finished' | 'failed' };

export interface Row {
  rule: string;
  points: number;
  max: number;
  at_s: number | null;
  stage: string;
}
export interface Verdict {
  rows: Row[];
  sumPoints: number;
  score: number;
  passed: boolean;
  grade: 'excellent' | 'pass' | 'practise' | 'not-passed';
}

/** @returns the state before the first fact, and the first stage's actions. */
export function beginJudging(variant: Variant): { judging: Judging; events: Judged[] } {
  const first = variant.stages[0]!;
  const judging: Judging = {
    stage: first.id,
    stageSince_s: 0,
    passed: [first.id],
    facts: [],
    earned: {},
    errors: [],
    critical: [],
    captioned: [],
    lastAct_s: 0,
    reminded: false,
    ending: null,
  };
  return { judging, events: [entered(first)] };
}

function entered(stage: Stage): Judged {
  return { kind: 'stage', stage: stage.id, decision: stage.decision ?? false, actions: stage.enter ?? [] };
}

/**
 * Takes in what became true since the last call, and says what follows from it.
 * @param judging is moved on in place
 * @param pace 1 in a headset, 0.8 at a desktop
 */
export function judge(
  variant: Variant,
  judging: Judging,
  facts: readonly Fact[],
  now_s: number,
  pace_frac: number,
): Judged[] {
  if (judging.ending !== null) return [];
  const events: Judged[] = [];
  for (const fact of facts) {
    judging.facts.push({ fact, stage: judging.stage });
    if (!NOT_ACTS.has(fact.fact)) judging.lastAct_s = now_s;
  }
  const known: Known = { facts: judging.facts, now_s, pace_frac };
  judgeCritical(variant, judging, known, events);
  judgeErrors(variant, judging, known, events, false);
  judgeMarks(variant, judging, known, events, false);
  judgeCaptions(variant, judging, known, events);
  moveStage(variant, judging, known, events);
  judgeEnding(variant, judging, known, events);
  remind(variant, judging, now_s, events);
  return events;
}

function judgeCritical(variant: Variant, judging: Judging, known: Known, events: Judged[]): void {
  for (const critical of variant.critical) {
    if (judging.critical.some((one) => one.rule === critical.rule)) continue;
    const found = match(critical.when, known);
    if (!found) continue;
    judging.critical.push({ rule: critical.rule, at_s: found.at_s, stage: judging.stage });
    events.push({ kind: 'critical', rule: critical.rule, key: critical.consequence, shows_s: critical.shows_s });
  }
}

function judgeErrors(variant: Variant, judging: Judging, known: Known, events: Judged[], atEnd: boolean): void {
  for (const error of variant.errors) {
    if ((error.at_end ?? false) !== atEnd || judging.errors.some((one) => one.rule === error.rule)) continue;
    const found = match(error.when, known);
    if (!found) continue;
    judging.errors.push({ rule: error.rule, at_s: found.at_s, stage: judging.stage });
    events.push({ kind: 'error', rule: error.rule });
  }
}

function judgeMarks(variant: Variant, judging: Judging, known: Known, events: Judged[], atEnd: boolean): void {
  for (const mark of variant.marks) {
    if ((mark.at_end ?? false) !== atEnd) continue;
    const earned = earn(mark, known);
    const before = judging.earned[mark.rule];
    if (before?.share_frac === earned.share_frac && before.at_s === earned.at_s) continue;
    judging.earned[mark.rule] = earned;
    if (before || earned.share_frac > 0) events.push({ kind: 'mark', rule: mark.rule });
  }
}

function judgeCaptions(variant: Variant, judging: Judging, known: Known, events: Judged[]): void {
  for (const caption of variant.captions ?? []) {
    if (judging.captioned.includes(caption.key) || !match(caption.when, known)) continue;
    judging.captioned.push(caption.key);
    events.push({ kind: 'caption', key: caption.key, speaker: caption.speaker });
  }
}

function moveStage(variant: Variant, judging: Judging, known: Known, events: Judged[]): void {
  for (let moves = 0; moves < variant.stages.length; moves++) {
    const stage = variant.stages.find((one) => one.id === judging.stage)!;
    const jump = (variant.anywhere ?? []).find(
      (way) =>
        way.to !== stage.id &&
        (way.from ? way.from.includes(stage.id) : !judging.passed.includes(way.to)) &&
        match(way.when, known),
    );
    const step = jump ?? (stage.next ?? []).find((way) => match(way.when, known));
    if (!step) return;
    const next = variant.stages.find((one) => one.id === step.to)!;
    judging.stage = next.id;
    judging.stageSince_s = known.now_s;
    judging.passed.push(next.id);
    judging.lastAct_s = known.now_s;
    events.push(entered(next));
  }
}

function judgeEnding(variant: Variant, judging: Judging, known: Known, events: Judged[]): void {
  const ending = variant.endings.find((one) => match(one.when, known));
  const timedOut = known.now_s >= variant.limit_s;
  if (!ending && !timedOut) return;
  judging.ending = ending?.word ?? 'timed-out';
  judgeErrors(variant, judging, known, events, true);
  judgeMarks(variant, judging, known, events, true);
  events.push({ kind: 'ending', word: judging.ending, ended: ending?.ended ?? 'failed' });
}

function remind(variant: Variant, judging: Judging, now_s: number, events: Judged[]): void {
  if (judging.reminded || now_s - judging.lastAct_s < REMIND_AFTER_s) return;
  if (variant.stages.find((one) => one.id === judging.stage)?.quiet) return;
  judging.reminded = true;
  events.push({ kind: 'reminder' });
}

/** Ends a run from outside the script (a critical failure, a stop): at-end rules are judged now. */
export function closeJudging(
  variant: Variant,
  judging: Judging,
  now_s: number,
  pace_frac: number,
  ending: string | null,
): Judged[] {
  const events: Judged[] = [];
  const known: Known = { facts: judging.facts, now_s, pace_frac };
  judgeErrors(variant, judging, known, events, true);
  judgeMarks(variant, judging, known, events, true);
  judging.ending = ending;
  return events;
}

/** @returns points per rule, their sum, and what it is worth: the only place where a score is made. */
export function verdict(variant: Variant, judging: Judging): Verdict {
  const ending = variant.endings.find((one) => one.word === judging.ending);
  const credit = ending?.leaving_credit ?? 0;
  const rows: Row[] = variant.marks.map((mark) => {
    const earned = judging.earned[mark.rule] ?? { share_frac: 0, at_s: null };
    const share = mark.leaving ? Math.max(earned.share_frac, credit) : earned.share_frac;
    return {
      rule: mark.rule,
      points: tenth(share * mark.points),
      max: mark.points,
      at_s: earned.at_s,
      stage: mark.stage,
    };
  });
  for (const error of judging.errors) {
    const minus = variant.errors.find((one) => one.rule === error.rule)!.minus;
    rows.push({ rule: error.rule, points: -minus, max: 0, at_s: error.at_s, stage: error.stage });
  }
  for (const critical of judging.critical) {
    rows.push({ rule: critical.rule, points: 0, max: 0, at_s: critical.at_s, stage: critical.stage });
  }
  const sumPoints = tenth(rows.reduce((total, row) => total + row.points, 0));
  const bounded = Math.min(FULL_pct, Math.max(0, sumPoints));
  const score = judging.critical.length > 0 ? Math.min(CRITICAL_CAP_pct, bounded) : bounded;
  const passed = score >= 60 && judging.critical.length === 0 && ending?.ended === 'finished';
  return { rows, sumPoints, score, passed, grade: gradeOf(score, passed) };
}

/** Grades of procedures 1.1. */
function gradeOf(score: number, passed: boolean): Verdict['grade'] {
  if (!passed) return 'not-passed';
  return score >= 90 ? 'excellent' : score >= 80 ? 'pass' : 'practise';
}

function tenth(points: number): number {
  return Math.round(points * 10) / 10;
}
