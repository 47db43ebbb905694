/** What a visit came to, for the visitor's slip; and the recheck four weeks later. */
import type { Recheck, Slip, VisitBrief } from '../../src/wire/visitor.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from './calendar.ts';
import type { Store } from './open.ts';
import { doneWords, pointsOf } from './points.ts';
import { readRun } from './read.ts';
import { readSettings } from './settings.ts';
import type { PointTable, VisitTable } from './tables.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;
const DAY_ms = 24 * 3600_000;
/** Four weeks later (hall.md 3.6: what is learned falls off by then); from three weeks on it counts. [D] */
const RECHECK_days = 28;
const RECHECK_least_days = 21;

/** Runs a visit had a part in, oldest first: performed ones, and those it watched. */
async function partsOf({ db, hallId }: Reach, visitId: string) {
  return db
    .selectFrom('part')
    .innerJoin('turn', (on) => on.onRef('turn.hall_id', '=', 'part.hall_id').onRef('turn.id', '=', 'part.turn_id'))
    .select(['part.role', 'turn.run_id', 'turn.variant', 'turn.began_ms', 'turn.ending'])
    .where('part.hall_id', '=', hallId)
    .where('part.visit_id', '=', visitId)
    .orderBy('turn.began_ms')
    .execute();
}

function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_ms).toISOString().slice(0, 10);
}

function quizzesOf(points: PointTable[]): Slip['quiz'] {
  const groups = new Map<string, PointTable[]>();
  for (const point of points.filter((one) => one.kind === 'quiz')) {
    const key = `${point.moment} ${point.item?.slice(0, 2)}`;
    groups.set(key, [...(groups.get(key) ?? []), point]);
  }
  return [...groups].map(([key, items]) => {
    const [when, scenario] = key.split(' ') as [Slip['quiz'][number]['when'], string];
    return { when, scenario, right: items.filter((one) => one.correct === 1).length, of: items.length };
  });
}

/** @param visit whose id is the slip's key: 74 random bits that no screen shows */
export async function slipOf(store: Store, visit: VisitTable): Promise<Slip> {
  const runs: Slip['runs'] = [];
  for (const part of await partsOf(store, visit.id)) {
    const read = part.run_id ? await readRun(store, part.run_id) : null;
    // a fault of the machine is nothing the visitor did
    if (!read || part.ending === 'technical-fault') continue;
    const { scenario, variant, version, mode, how, first } = read.session;
    const own = part.role === 'performed' ? first : { ...first, score: null, grade: null, marks: [], critical: [] };
    runs.push({ scenario, variant, version, mode, how, role: part.role, first: own });
  }
  return {
    number: visit.number,
    day: visit.day,
    hall: (await readSettings(store))?.name ?? null,
    recheck: visit.card_id ? later(visit.day, RECHECK_days) : null,
    // the number is on the card itself: the hall keeps only its hash
    card: null,
    runs,
    quiz: quizzesOf(await pointsOf(store, visit.id)),
    key: visit.id,
  };
}

/** @returns the visit whose slip a key opens; @throws not-found */
export async function visitOfKey({ db, hallId }: Reach, key: string): Promise<VisitTable> {
  const row = await db
    .selectFrom('visit')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('id', '=', key)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  return row;
}

/** @param queue minutes to wait and how many go first, null when the ticket does not wait */
export async function briefOf(
  reach: Reach,
  visit: VisitTable,
  queue: { wait_min: number | null; ahead: number } | null,
): Promise<VisitBrief> {
  const parts = await partsOf(reach, visit.id);
  return {
    number: visit.number,
    state: visit.state,
    place: visit.place,
    wait_min: queue?.wait_min ?? null,
    ahead: queue?.ahead ?? 0,
    ran: parts.filter((part) => part.ending !== 'technical-fault').map((part) => part.variant),
    done: doneWords(await pointsOf(reach, visit.id)),
  };
}

/** What stands behind a card, for staff: days, drills, how they went, when the recheck is due. */
export async function cardHistory({ db, hallId }: Reach, cardId: string) {
  const rows = await db
    .selectFrom('visit')
    .leftJoin('turn', (on) => on.onRef('turn.hall_id', '=', 'visit.hall_id').onRef('turn.visit_id', '=', 'visit.id'))
    .select(['visit.day', 'turn.variant', 'turn.ending', 'turn.purpose'])
    .where('visit.hall_id', '=', hallId)
    .where('visit.card_id', '=', cardId)
    .orderBy('visit.day', 'desc')
    .limit(50)
    .execute();
  const last = rows.find((row) => row.purpose === 'training' && row.variant !== null);
  return {
    visits: rows.map(({ day, variant, ending, purpose }) => ({ day, variant, ending, purpose })),
    due: last ? later(last.day, RECHECK_days) : null,
  };
}

/** The weakest training run of the last visit with this card, and the step of it that cost most. */
async function weakest({ db, hallId }: Reach, cardId: string) {
  const row = await db
    .selectFrom('visit')
    .innerJoin('turn', (on) => on.onRef('turn.hall_id', '=', 'visit.hall_id').onRef('turn.visit_id', '=', 'visit.id'))
    .innerJoin('attempt', (on) =>
      on
        .onRef('attempt.hall_id', '=', 'turn.hall_id')
        .onRef('attempt.run_id', '=', 'turn.run_id')
        .on('attempt.attempt', '=', 1),
    )
    .select([
      'visit.day',
      'visit.audience',
      'visit.age_band',
      'turn.variant',
      'turn.run_id',
      'attempt.score',
      'attempt.critical',
    ])
    .where('visit.hall_id', '=', hallId)
    .where('visit.card_id', '=', cardId)
    .where('turn.purpose', '=', 'training')
    .where('attempt.ended', 'in', ['finished', 'failed'])
    .orderBy('visit.day', 'desc')
    .orderBy('attempt.score')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const marks = await db
    .selectFrom('mark')
    .select(['rule', 'points', 'max'])
    .where('hall_id', '=', hallId)
    .where('run_id', '=', row.run_id)
    .where('attempt', '=', 1)
    .execute();
  const lost = marks.toSorted((a, b) => b.max - b.points - (a.max - a.points))[0];
  const critical = (JSON.parse(row.critical) as string[])[0];
  return { ...row, rule: critical ?? (lost && lost.max > lost.points ? lost.rule : null) };
}

/** Opens the recheck of a card: a visit and a turn of their own. @throws not-due */
export async function openRecheck(
  store: Store,
  cardId: string,
  deviceStation: string,
  now_ms: number,
): Promise<Recheck> {
  const found = await weakest(store, cardId);
  if (!found) throw new Refusal('not-due');
  const today = localDate(now_ms);
  const due = later(found.day, RECHECK_days);
  if (later(found.day, RECHECK_least_days) > today) throw new Refusal('not-due');
  const { db, hallId } = store;
  const turn = uuidv7();
  await db.transaction().execute(async (trx) => {
    const { count } = await trx
      .selectFrom('visit')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('hall_id', '=', hallId)
      .where('day', '=', today)
      .where('number', 'like', 'R%')
      .executeTakeFirstOrThrow();
    const visit = uuidv7();
    await trx
      .insertInto('visit')
      .values({
        hall_id: hallId,
        id: visit,
        day: today,
        number: `R${String(Number(count) + 1).padStart(3, '0')}`,
        audience: found.audience,
        age_band: found.age_band,
        place: 'desktop',
        card_id: cardId,
        booking_id: null,
        state: 'playing',
        came_ms: now_ms,
        ended_ms: null,
      })
      .execute();
    await trx
      .insertInto('turn')
      .values({
        hall_id: hallId,
        id: turn,
        visit_id: visit,
        station_id: deviceStation,
        day: today,
        variant: found.variant,
        mode: 'assess',
        crew: 0,
        purpose: 'recheck',
        called_ms: now_ms,
        ready_ms: now_ms,
        began_ms: null,
        ended_ms: null,
        freed_ms: null,
        ending: null,
        run_id: null,
      })
      .execute();
  });
  return { turn, variant: found.variant, rule: found.rule, due };
}

/** The run of a recheck has arrived: it is the card's retention, and nothing of the queue's. */
export async function settleRecheck(
  { db, hallId }: Reach,
  run: { id: string; turn: string; ended: string; began_ms: number; ended_ms: number },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const turn = await trx
      .updateTable('turn')
      .set({ run_id: run.id, ending: run.ended, began_ms: run.began_ms, ended_ms: run.ended_ms })
      .where('hall_id', '=', hallId)
      .where('id', '=', run.turn)
      .where('purpose', '=', 'recheck')
      .where('run_id', 'is', null)
      .returning(['visit_id'])
      .executeTakeFirst();
    if (!turn) return;
    await trx
      .updateTable('visit')
      .set({ state: 'done', ended_ms: run.ended_ms })
      .where('hall_id', '=', hallId)
      .where('id', '=', turn.visit_id)
      .execute();
    await trx
      .insertInto('part')
      .values({
        hall_id: hallId,
        turn_id: run.turn,
        id: turn.visit_id,
        visit_id: turn.visit_id,
        role: 'performed',
        answered: 0,
        correct: 0,
      })
      .onConflict((on) => on.columns(['hall_id', 'turn_id', 'id']).doNothing())
      .execute();
  });
}
