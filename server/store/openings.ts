/** Monthly sessions and their bookings: what is planned, who is booked, and never more than there are places for. */
import type { Transaction } from 'kysely';
import { fitOf } from '../../src/wire/fit.ts';
import type { Audience } from '../../src/wire/floor.ts';
import type { Booking, BookingFields, Opening, OpeningFields } from '../../src/wire/openings.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { measuredCycle } from './floor.ts';
import type { Store } from './open.ts';
import type { BookingTable, OpeningTable, Tables } from './tables.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;

function columns(fields: OpeningFields) {
  const { from, to, scenarios, ...rest } = fields;
  return { ...rest, from_clock: from, to_clock: to, scenarios: JSON.stringify(scenarios) };
}

function bookingOf(row: BookingTable): Booking {
  return {
    id: row.id,
    opening: row.opening_id,
    name: row.name,
    count: row.count,
    audience: row.audience as Audience,
    at: row.at_clock,
    arrived: row.arrived,
    cancelled: row.cancelled_ms !== null,
  };
}

/** @returns the openings with what is booked, who came and what fits, soonest first */
export async function listOpenings({ db, hallId }: Reach, id?: string): Promise<Opening[]> {
  let asked = db.selectFrom('opening').selectAll().where('hall_id', '=', hallId);
  if (id) asked = asked.where('id', '=', id);
  const [rows, booked, cycle] = await Promise.all([
    asked.orderBy('day').orderBy('from_clock').execute(),
    db
      .selectFrom('booking')
      .select(['opening_id'])
      .select((of) => [of.fn.sum<number>('count').as('booked'), of.fn.sum<number>('arrived').as('arrived')])
      .where('hall_id', '=', hallId)
      .where('cancelled_ms', 'is', null)
      .groupBy('opening_id')
      .execute(),
    measuredCycle({ db, hallId }, Date.now()),
  ]);
  const counts = new Map(booked.map((one) => [one.opening_id, one]));
  return rows.map((row) => openingOf(row, counts.get(row.id), cycle));
}

function openingOf(
  row: OpeningTable,
  counts: { booked: number; arrived: number } | undefined,
  cycle: { min: number; measured: number },
): Opening {
  const fields: OpeningFields = {
    day: row.day,
    from: row.from_clock,
    to: row.to_clock,
    room: row.room,
    audience: row.audience as Audience,
    scenarios: JSON.parse(row.scenarios) as string[],
    places: row.places,
    headsets: row.headsets,
    desktops: row.desktops,
    crew: row.crew,
  };
  return {
    ...fields,
    id: row.id,
    series: row.series,
    cancelled: row.cancelled_ms !== null,
    booked: Number(counts?.booked ?? 0),
    arrived: Number(counts?.arrived ?? 0),
    fit: { ...fitOf(fields, cycle.min), cycle_min: cycle.min, measured: cycle.measured },
  };
}

/** @returns the same weekday of the month `months` later; where that month has no fifth one, its last */
export function sameWeekdayLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const weekday = new Date(Date.UTC(year, month - 1, date)).getUTCDay();
  const nth = Math.ceil(date / 7);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const offset = (weekday - first.getUTCDay() + 7) % 7;
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  let wanted = 1 + offset + (nth - 1) * 7;
  while (wanted > last) wanted -= 7;
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), wanted)).toISOString().slice(0, 10);
}

/** @returns the openings made: one, and one a month as well for so many months more */
export async function addOpenings(reach: Reach, fields: OpeningFields, repeatMonths: number): Promise<Opening[]> {
  const { db, hallId } = reach;
  const series = repeatMonths > 0 ? uuidv7() : null;
  const rows = Array.from({ length: repeatMonths + 1 }, (_, months) => ({
    hall_id: hallId,
    id: uuidv7(),
    series,
    ...columns({ ...fields, day: months === 0 ? fields.day : sameWeekdayLater(fields.day, months) }),
    created_ms: Date.now(),
    cancelled_ms: null,
  }));
  await db.insertInto('opening').values(rows).execute();
  const made = new Set(rows.map((row) => row.id));
  return (await listOpenings(reach)).filter((one) => made.has(one.id));
}

/** Changes an opening; a cancelled one takes place after all. @throws not-found; no-places when more are booked */
export async function changeOpening(reach: Reach, id: string, fields: OpeningFields): Promise<Opening> {
  const { db, hallId } = reach;
  await db.transaction().execute(async (trx) => {
    const done = await trx
      .updateTable('opening')
      .set({ ...columns(fields), cancelled_ms: null })
      .where('hall_id', '=', hallId)
      .where('id', '=', id)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) throw new Refusal('not-found');
    await expectPlaces(trx, hallId, id);
  });
  return (await listOpenings(reach, id))[0]!;
}

/** Cancels an opening or a booking; changing it takes that back. @throws not-found */
export async function cancel({ db, hallId }: Reach, what: 'opening' | 'booking', id: string): Promise<void> {
  const done = await db
    .updateTable(what)
    .set({ cancelled_ms: Date.now() })
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) throw new Refusal('not-found');
}

/** @throws no-places when more people are booked than there are places */
async function expectPlaces(trx: Transaction<Tables>, hallId: string, opening: string): Promise<void> {
  const row = await trx
    .selectFrom('opening')
    .select(['places', 'cancelled_ms'])
    .where('hall_id', '=', hallId)
    .where('id', '=', opening)
    .executeTakeFirst();
  if (!row) throw new Refusal('not-found');
  const sum = await trx
    .selectFrom('booking')
    .select((of) => of.fn.sum<number>('count').as('booked'))
    .where('hall_id', '=', hallId)
    .where('opening_id', '=', opening)
    .where('cancelled_ms', 'is', null)
    .executeTakeFirst();
  if (row.cancelled_ms === null && Number(sum?.booked ?? 0) > row.places) throw new Refusal('no-places');
}

export async function listBookings({ db, hallId }: Reach, opening: string): Promise<Booking[]> {
  const rows = await db
    .selectFrom('booking')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('opening_id', '=', opening)
    .orderBy('created_ms')
    .orderBy('id')
    .execute();
  return rows.map(bookingOf);
}

/** Books groups, all of them or none. @throws no-places */
export async function addBookings({ db, hallId }: Reach, opening: string, all: BookingFields[]): Promise<Booking[]> {
  const rows: BookingTable[] = all.map(({ name, count, audience, at }) => ({
    hall_id: hallId,
    id: uuidv7(),
    opening_id: opening,
    name,
    count,
    audience,
    at_clock: at,
    arrived: 0,
    created_ms: Date.now(),
    cancelled_ms: null,
  }));
  await db.transaction().execute(async (trx) => {
    for (let at = 0; at < rows.length; at += 500)
      await trx
        .insertInto('booking')
        .values(rows.slice(at, at + 500))
        .execute();
    await expectPlaces(trx, hallId, opening);
  });
  return rows.map(bookingOf);
}

/** Changes a booking; a cancelled one counts again. @throws not-found, no-places */
export async function changeBooking({ db, hallId }: Reach, id: string, fields: BookingFields): Promise<Booking> {
  const { name, count, audience, at } = fields;
  return db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('booking')
      .set({ name, count, audience, at_clock: at, cancelled_ms: null })
      .where('hall_id', '=', hallId)
      .where('id', '=', id)
      .returningAll()
      .executeTakeFirst();
    if (!row) throw new Refusal('not-found');
    await expectPlaces(trx, hallId, row.opening_id);
    return bookingOf(row);
  });
}
