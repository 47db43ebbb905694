/** Reads runs back: the list by pages, one run as the session it was, and what a month counts. */
import type { ParticipationRow, RunFilter, RunRow } from '../../src/wire/runs.ts';
import type { Attempt, Session } from '../../src/wire/session.ts';
import type { Store } from './open.ts';
import type { AttemptTable, MarkTable, RunTable } from './tables.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;
type FirstOf = Omit<AttemptTable, 'hall_id' | 'run_id' | 'attempt'>;
type Joined = Omit<
  RunTable,
  | 'hall_id'
  | 'locale'
  | 'seed'
  | 'started_ms'
  | 'clock_offset_ms'
  | 'device_id'
  | 'sha256'
  | 'local_month'
  | 'turn_id'
  | 'interventions'
> &
  FirstOf & { second: string | null; second_passed: number | null; second_score: number | null };

/** Runs with their first attempt beside them, and whether there was a second. */
function firstAttempts({ db, hallId }: Reach) {
  return db
    .selectFrom('run')
    .innerJoin('attempt as first', (on) =>
      on.onRef('first.hall_id', '=', 'run.hall_id').onRef('first.run_id', '=', 'run.id').on('first.attempt', '=', 1),
    )
    .leftJoin('attempt as second', (on) =>
      on.onRef('second.hall_id', '=', 'run.hall_id').onRef('second.run_id', '=', 'run.id').on('second.attempt', '=', 2),
    )
    .where('run.hall_id', '=', hallId)
    .select([
      'run.id',
      'run.scenario',
      'run.variant',
      'run.version',
      'run.mode',
      'run.how',
      'run.role',
      'run.began_ms',
      'run.dated_by',
    ])
    .select(['run.local_date', 'run.received_ms'])
    .select([
      'first.ended',
      'first.ending',
      'first.passed',
      'first.score',
      'first.grade',
      'first.duration_s',
      'first.critical',
    ])
    .select(['second.ended as second', 'second.passed as second_passed', 'second.score as second_score']);
}

function row(joined: Joined): RunRow {
  const { second, second_passed: _, second_score: __, passed, critical, ...rest } = joined;
  return { ...rest, passed: passed === 1, critical: JSON.parse(critical) as string[], secondTry: second !== null };
}

/** @returns the place after a run in the list, newest first; opaque to the reader */
function place(run: { began_ms: number; id: string }): string {
  return `${run.began_ms}.${run.id}`;
}

/** @returns one page, newest first; `next` is null at the end. Pages stay right while runs arrive. */
export async function listRuns(reach: Reach, filter: RunFilter): Promise<{ runs: RunRow[]; next: string | null }> {
  let query = firstAttempts(reach);
  if (filter.month) query = query.where('run.local_month', '=', filter.month);
  if (filter.scenario) query = query.where('run.scenario', '=', filter.scenario);
  if (filter.mode) query = query.where('run.mode', '=', filter.mode);
  const [, began, id] = filter.after?.match(/^(\d+)\.(.+)$/) ?? [];
  if (began && id)
    query = query.where((of) =>
      of.or([
        of('run.began_ms', '<', Number(began)),
        of.and([of('run.began_ms', '=', Number(began)), of('run.id', '<', id)]),
      ]),
    );
  const rows = await query
    .orderBy('run.began_ms', 'desc')
    .orderBy('run.id', 'desc')
    .limit(filter.limit + 1)
    .execute();
  const runs = rows.slice(0, filter.limit).map(row);
  return { runs, next: rows.length > filter.limit ? place(runs.at(-1)!) : null };
}

/** @returns months (newest first) and scenarios that have runs */
export async function known({ db, hallId }: Reach): Promise<{ months: string[]; scenarios: string[] }> {
  const months = await db
    .selectFrom('run')
    .select('local_month')
    .distinct()
    .where('hall_id', '=', hallId)
    .orderBy('local_month', 'desc')
    .execute();
  const scenarios = await db
    .selectFrom('run')
    .select('scenario')
    .distinct()
    .where('hall_id', '=', hallId)
    .orderBy('scenario')
    .execute();
  return { months: months.map((one) => one.local_month), scenarios: scenarios.map((one) => one.scenario) };
}

/** @returns all runs of a month, oldest first, with what the second try came to */
export async function runsOfMonth(
  reach: Reach,
  month: string,
): Promise<(RunRow & { second: string | null; secondPassed: boolean | null; secondScore: number | null })[]> {
  const rows = await firstAttempts(reach)
    .where('run.local_month', '=', month)
    .orderBy('run.began_ms')
    .orderBy('run.id')
    .execute();
  return rows.map((one) => ({
    ...row(one),
    second: one.second,
    secondPassed: one.second_passed === null ? null : one.second_passed === 1,
    secondScore: one.second_score,
  }));
}

function attemptOf(from: AttemptTable, marks: MarkTable[]): Attempt {
  return {
    ended: from.ended,
    ending: from.ending,
    passed: from.passed === 1,
    score: from.score,
    grade: from.grade as Attempt['grade'],
    duration_s: from.duration_s,
    marks: marks
      .filter((mark) => mark.attempt === from.attempt)
      .map(({ rule, points, max, at_s, stage }) => ({ rule, points, max, at_s, stage })),
    critical: JSON.parse(from.critical) as string[],
  };
}

/** @returns the session exactly as it was uploaded (its digest still fits), or null when there is no such run */
export async function readSession({ db, hallId }: Reach, id: string): Promise<Session | null> {
  const run = await db
    .selectFrom('run')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!run) return null;
  const attempts = await db
    .selectFrom('attempt')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('run_id', '=', id)
    .orderBy('attempt')
    .execute();
  const marks = await db
    .selectFrom('mark')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('run_id', '=', id)
    .orderBy('attempt')
    .orderBy('seq')
    .execute();
  const tape = await db
    .selectFrom('tape')
    .select('tape')
    .where('hall_id', '=', hallId)
    .where('run_id', '=', id)
    .executeTakeFirst();
  const { scenario, variant, version, mode, how, role, locale, started_ms, seed, sha256 } = run;
  const second = attempts.find((one) => one.attempt === 2);
  return {
    id,
    scenario,
    variant,
    version,
    mode,
    how,
    role,
    locale,
    started_ms,
    seed,
    first: attemptOf(attempts.find((one) => one.attempt === 1)!, marks),
    second: second ? attemptOf(second, marks) : null,
    tape: tape?.tape ?? null,
    ...(run.turn_id === null ? {} : { turn: run.turn_id }),
    ...(run.interventions === null
      ? {}
      : { interventions: JSON.parse(run.interventions) as NonNullable<Session['interventions']> }),
    sha256,
  };
}

export async function readRun(reach: Reach, id: string): Promise<{ run: RunRow; session: Session } | null> {
  const session = await readSession(reach, id);
  const joined = await firstAttempts(reach).where('run.id', '=', id).executeTakeFirst();
  return session && joined ? { run: row(joined), session } : null;
}

export async function listConflicts({ db, hallId }: Reach) {
  const rows = await db
    .selectFrom('conflict')
    .leftJoin('device', (on) =>
      on.onRef('device.hall_id', '=', 'conflict.hall_id').onRef('device.id', '=', 'conflict.device_id'),
    )
    .select(['conflict.run_id', 'conflict.sha256', 'conflict.received_ms', 'conflict.device_id', 'device.name'])
    .where('conflict.hall_id', '=', hallId)
    .orderBy('conflict.received_ms', 'desc')
    .limit(200)
    .execute();
  return rows.map((one) => ({
    runId: one.run_id,
    sha256: one.sha256,
    received_ms: one.received_ms,
    device: one.name ?? one.device_id,
  }));
}

/**
 * The one counting rule of every report: a run is counted once, by its first attempt, with runs alike in scenario,
 * variant, mode, way and role and with no others. Passing is judged in assess mode among performed runs that were
 * decided (finished or failed); abandoned runs and technical faults are counted beside them, never as fails.
 */
export function countParticipation(runs: RunRow[]): ParticipationRow[] {
  const groups = new Map<string, RunRow[]>();
  for (const run of runs) {
    const key = [run.scenario, run.variant, run.mode, run.how, run.role].join('|');
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  return [...groups.keys()].sort().map((key) => countGroup(groups.get(key)!));
}

function countGroup(runs: RunRow[]): ParticipationRow {
  const { scenario, variant, mode, how, role } = runs[0]!;
  const ended = (word: RunRow['ended']) => runs.filter((run) => run.ended === word).length;
  const decided = runs.filter((run) => run.ended === 'finished' || run.ended === 'failed');
  const judged = mode === 'assess' && role === 'performed';
  const passed = judged ? decided.filter((run) => run.passed).length : null;
  const scores = judged ? decided.flatMap((run) => (run.score === null ? [] : [run.score])) : [];
  return {
    scenario,
    variant,
    mode,
    how,
    role,
    runs: new Set(runs.map((run) => run.id)).size,
    finished: ended('finished'),
    failed: ended('failed'),
    abandoned: ended('abandoned'),
    technicalFault: ended('technical-fault'),
    passed,
    passRate_frac: passed === null || decided.length === 0 ? null : passed / decided.length,
    meanScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    secondTries: runs.filter((run) => run.secondTry).length,
  };
}
