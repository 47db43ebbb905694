/** Puts finished runs into the store: all of a group or none, and the same run twice is one run. */
import type { Insertable, Transaction } from 'kysely';
import type { Attempt, Session, UploadResult } from '../../src/wire/session.ts';
import { dateRun, localDate } from './calendar.ts';
import type { AttemptTable, MarkTable, RunTable, Tables } from './tables.ts';

/** A run that passed the schema and whose digest was checked. */
export interface Arrived {
  session: Session;
  received_ms: number;
  sent_ms?: number;
  deviceId: string;
}

/** SQLite takes 32,766 values a statement; a mark has 9. */
const ROWS_A_STATEMENT = 1000;

export function runRow(hallId: string, { session, received_ms, sent_ms, deviceId }: Arrived): Insertable<RunTable> {
  const dated = dateRun(session.started_ms, sent_ms, received_ms);
  const local_date = localDate(dated.began_ms);
  return {
    hall_id: hallId,
    id: session.id,
    scenario: session.scenario,
    variant: session.variant,
    version: session.version,
    mode: session.mode,
    how: session.how,
    role: session.role,
    locale: session.locale,
    seed: session.seed,
    started_ms: session.started_ms,
    ...dated,
    local_date,
    local_month: local_date.slice(0, 7),
    received_ms,
    device_id: deviceId,
    sha256: session.sha256,
    turn_id: session.turn ?? null,
    interventions: session.interventions ? JSON.stringify(session.interventions) : null,
  };
}

function attempts(session: Session): [number, Attempt][] {
  return session.second
    ? [
        [1, session.first],
        [2, session.second],
      ]
    : [[1, session.first]];
}

function attemptRows(hallId: string, session: Session): AttemptTable[] {
  return attempts(session).map(([attempt, { marks: _, passed, critical, ...rest }]) => ({
    hall_id: hallId,
    run_id: session.id,
    attempt,
    ...rest,
    passed: passed ? 1 : 0,
    critical: JSON.stringify(critical),
  }));
}

function markRows(hallId: string, session: Session): MarkTable[] {
  return attempts(session).flatMap(([attempt, { marks }]) =>
    marks.map((mark, seq) => ({ hall_id: hallId, run_id: session.id, attempt, seq, ...mark })),
  );
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) yield rows.slice(at, at + ROWS_A_STATEMENT);
}

/** @returns ids that were not there before; the others are left as they are. */
async function insertNew(trx: Transaction<Tables>, rows: Insertable<RunTable>[]): Promise<Set<string>> {
  const created = await trx
    .insertInto('run')
    .values(rows)
    .onConflict((on) => on.columns(['hall_id', 'id']).doNothing())
    .returning('id')
    .execute();
  return new Set(created.map((row) => row.id));
}

async function insertParts(trx: Transaction<Tables>, hallId: string, sessions: Session[]): Promise<void> {
  const tapes = sessions.flatMap(({ id, tape }) => (tape === null ? [] : [{ hall_id: hallId, run_id: id, tape }]));
  for (const rows of chunks(sessions.flatMap((session) => attemptRows(hallId, session))))
    await trx.insertInto('attempt').values(rows).execute();
  for (const rows of chunks(sessions.flatMap((session) => markRows(hallId, session))))
    await trx.insertInto('mark').values(rows).execute();
  for (const rows of chunks(tapes)) await trx.insertInto('tape').values(rows).execute();
}

async function keepAside(trx: Transaction<Tables>, hallId: string, arrived: Arrived): Promise<void> {
  const { session, received_ms, deviceId } = arrived;
  await trx
    .insertInto('conflict')
    .values({
      hall_id: hallId,
      run_id: session.id,
      sha256: session.sha256,
      body: JSON.stringify(session),
      received_ms,
      device_id: deviceId,
    })
    .onConflict((on) => on.columns(['hall_id', 'run_id', 'sha256']).doNothing())
    .execute();
}

/**
 * Writes one group inside the caller's transaction.
 * @returns one result per arrival, in order: created; duplicate (same id and digest, nothing changed); conflict (same id,
 * other digest: the first stays, this one is kept aside whole)
 */
export async function acceptRuns(trx: Transaction<Tables>, hallId: string, group: Arrived[]): Promise<UploadResult[]> {
  const firsts = new Map<string, Arrived>();
  for (const arrived of group) if (!firsts.has(arrived.session.id)) firsts.set(arrived.session.id, arrived);
  const created = await insertNew(
    trx,
    [...firsts.values()].map((arrived) => runRow(hallId, arrived)),
  );
  await insertParts(
    trx,
    hallId,
    [...firsts.values()].filter(({ session }) => created.has(session.id)).map(({ session }) => session),
  );
  const kept = await trx
    .selectFrom('run')
    .select(['id', 'sha256'])
    .where('hall_id', '=', hallId)
    .where('id', 'in', [...firsts.keys()])
    .execute();
  const digests = new Map(kept.map((row) => [row.id, row.sha256]));
  const results: UploadResult[] = [];
  for (const arrived of group) {
    const { id, sha256 } = arrived.session;
    const same = digests.get(id) === sha256;
    if (!same) await keepAside(trx, hallId, arrived);
    const status = !same ? 'conflict' : created.has(id) && firsts.get(id) === arrived ? 'created' : 'duplicate';
    results.push(status === 'conflict' ? { id, status, reason: 'another run has this id' } : { id, status });
  }
  return results;
}
