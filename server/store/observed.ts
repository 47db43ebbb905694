/** Watchers of a crew, as rows of their own: observed, never performed; written when the run they watched is there. */
import { digest } from '../../src/wire/digest.ts';
import type { Session } from '../../src/wire/session.ts';
import type { DayTurn } from '../floor/day.ts';
import { acceptRuns } from './accept.ts';
import type { Store } from './open.ts';
import { readRun } from './read.ts';

/** Nothing of the performer's result goes to a watcher: no score, no marks, no tape. */
async function observed(run: Session, watcher: DayTurn['watchers'][number]): Promise<Session> {
  const { duration_s } = run.first;
  const nothing = { ending: null, passed: false, score: null, grade: null, marks: [], critical: [] };
  const fields: Omit<Session, 'sha256'> = {
    // the seat is the row: written twice it is one
    id: watcher.seat,
    scenario: run.scenario,
    variant: run.variant,
    version: run.version,
    mode: run.mode,
    how: run.how,
    role: 'observed',
    locale: run.locale,
    started_ms: run.started_ms,
    seed: 0,
    first: { ended: watcher.left ? 'abandoned' : 'finished', duration_s, ...nothing },
    second: null,
    tape: null,
  };
  return { ...fields, sha256: await digest(fields) };
}

/** Writes a turn's watchers once it is over and its run has arrived; before that, and twice, it does nothing. */
export async function writeObserved(store: Store, turn: DayTurn): Promise<void> {
  if (turn.run === null || turn.watchers.length === 0 || turn.began_ms === null) return;
  const read = await readRun(store, turn.run);
  if (!read) return;
  const { device_id } = await store.db
    .selectFrom('run')
    .select('device_id')
    .where('hall_id', '=', store.hallId)
    .where('id', '=', turn.run)
    .executeTakeFirstOrThrow();
  const sessions = await Promise.all(turn.watchers.map((watcher) => observed(read.session, watcher)));
  const received_ms = Date.now();
  const arrived = sessions.map((session) => ({ session, received_ms, sent_ms: received_ms, deviceId: device_id }));
  await store.db.transaction().execute((trx) => acceptRuns(trx, store.hallId, arrived));
}
