/** The month as two sheets: the summary, and the runs it was counted from, so that every number can be traced. */
import type { HallSettings } from '../../src/wire/hall.ts';
import type { MonthFigures, ParticipationRow } from '../../src/wire/runs.ts';
import { localTime } from '../store/calendar.ts';
import type { pointsOfMonth } from '../store/figures.ts';
import type { countParticipation, runsOfMonth } from '../store/read.ts';
import { named, type Words } from '../words.ts';
import { type Cell, sheet } from './csv.ts';

export interface Sheet {
  hall: Pick<HallSettings, 'name'> | null;
  month: string;
  generated_ms: number;
  words: Words;
}
type MonthRun = Awaited<ReturnType<typeof runsOfMonth>>[number];

const round = (value: number | null, digits: number) => (value === null ? null : Number(value.toFixed(digits)));

function head({ hall, month, generated_ms, words }: Sheet, rows: number): Cell[][] {
  return [
    [words.head.hall, hall?.name ?? null],
    [words.head.period, month],
    [words.head.generated, localTime(generated_ms)],
    [words.head.rule, words.rule],
    [words.head.filter, words.filterAll],
    [words.head.people, words.peopleUnknown],
    [words.head.count, rows],
    [],
  ];
}

/** @returns CSV text: one line a group of countParticipation */
export function summarySheet(about: Sheet, rows: ReturnType<typeof countParticipation>, figures: MonthFigures): string {
  const { summary, scenario, variant, mode, how, role } = about.words;
  const titles = [
    summary.scenario,
    summary.variant,
    summary.variantId,
    summary.mode,
    summary.how,
    summary.role,
    summary.runs,
    summary.finished,
  ];
  const more = [
    summary.failed,
    summary.abandoned,
    summary.technicalFault,
    summary.passed,
    summary.passRate,
    summary.meanScore,
    summary.secondTries,
  ];
  const line = (row: ParticipationRow): Cell[] => [
    named(scenario, row.scenario),
    named(variant, row.variant),
    row.variant,
    mode[row.mode],
    how[row.how],
    role[row.role],
    row.runs,
    row.finished,
    row.failed,
    row.abandoned,
    row.technicalFault,
    row.passed,
    row.passRate_frac === null ? null : round(row.passRate_frac * 100, 1),
    round(row.meanScore, 1),
    row.secondTries,
  ];
  return sheet([
    ...head(about, rows.length),
    [...titles, ...more],
    ...rows.map(line),
    [],
    ...figureLines(about, figures),
  ]);
}

/** The month's figures: what it is, of how many, the number, the share in per cent; empty where nobody was asked. */
function figureLines({ words }: Sheet, of: MonthFigures): Cell[][] {
  const { figures } = words;
  const pct = (frac: number | null) => round(frac === null ? null : frac * 100, 1);
  return [
    [figures.title, figures.of, figures.number, figures.share],
    [figures.visits, null, of.visits, null],
    [figures.trained, of.visits, of.trained, null],
    [figures.performed, null, of.performed, null],
    [figures.desktop, null, of.desktop, null],
    [figures.observed, null, of.observed, null],
    [figures.cards, null, of.cards, null],
    [figures.technicalFaults, null, of.technicalFaults, null],
    [figures.knowledge, of.knowledge.tested, of.knowledge.knows, pct(of.knowledge.knows_frac)],
    [figures.gain, of.knowledge.paired, null, pct(of.knowledge.gain_frac)],
    [figures.dutyPhone, of.dutyPhone.asked, of.dutyPhone.correct, pct(of.dutyPhone.correct_frac)],
    [
      figures.dutyPhoneRecognised,
      of.dutyPhoneRecognised.asked,
      of.dutyPhoneRecognised.correct,
      pct(of.dutyPhoneRecognised.correct_frac),
    ],
    [figures.kit, of.kit.asked, of.kit.complete, pct(of.kit.complete_frac)],
    [figures.retention, of.retention.rechecks, of.retention.passed, pct(of.retention.passed_frac)],
    [figures.notes, null, of.notes, null],
  ];
}

/** @returns CSV text: one line a data point, oldest first; never what was typed */
export function pointsSheet(about: Sheet, rows: Awaited<ReturnType<typeof pointsOfMonth>>): string {
  const { points, rows: titles, yes, no } = about.words;
  const line = (row: (typeof rows)[number]): Cell[] => [
    row.id,
    row.day,
    localTime(row.at_ms),
    row.number,
    row.audience,
    row.age_band,
    row.kind,
    row.moment,
    row.form,
    row.item,
    row.choice,
    row.correct === null ? null : row.correct === 1 ? yes : no,
  ];
  const named = [points.number, points.audience, points.ageBand, points.kind, points.moment];
  const more = [points.form, points.item, points.choice, points.correct];
  return sheet([
    ...head(about, rows.length),
    [titles.id, titles.date, titles.time, ...named, ...more],
    ...rows.map(line),
  ]);
}

/** @returns CSV text: one line a run, oldest first */
export function rowsSheet(about: Sheet, runs: MonthRun[]): string {
  const { rows, summary, scenario, variant, mode, how, role, ended, grade, datedBy, yes, no } = about.words;
  const yesNo = (value: boolean | null) => (value === null ? null : value ? yes : no);
  const titles = [
    rows.id,
    rows.date,
    rows.time,
    rows.datedBy,
    summary.scenario,
    summary.variant,
    summary.variantId,
    rows.version,
    summary.mode,
  ];
  const more = [
    summary.how,
    summary.role,
    rows.ended,
    rows.ending,
    rows.passed,
    rows.score,
    rows.grade,
    rows.duration_s,
    rows.critical,
  ];
  const last = [rows.secondEnded, rows.secondPassed, rows.secondScore, rows.received];
  const line = (run: MonthRun): Cell[] => {
    // passing is judged in assess mode only, and not after a fault or a walk-off
    const judged =
      run.mode === 'assess' && run.role === 'performed' && (run.ended === 'finished' || run.ended === 'failed');
    return [
      run.id,
      run.local_date,
      localTime(run.began_ms),
      datedBy[run.dated_by],
      named(scenario, run.scenario),
      named(variant, run.variant),
      run.variant,
      run.version,
      mode[run.mode],
      how[run.how],
      role[run.role],
      ended[run.ended],
      run.ending,
      judged ? yesNo(run.passed) : null,
      round(run.score, 1),
      run.grade === null ? null : named(grade, run.grade),
      round(run.duration_s, 1),
      run.critical.join(' ') || null,
      run.second === null ? null : named(ended, run.second),
      yesNo(run.secondPassed),
      round(run.secondScore, 1),
      localTime(run.received_ms),
    ];
  };
  return sheet([...head(about, runs.length), [...titles, ...more, ...last], ...runs.map(line)]);
}
