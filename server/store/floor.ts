/** The floor's events in the store, and the rows that reports read, written in the same transaction. */
import type { Transaction } from 'kysely';
import type { Day, DayStation, DayTurn } from '../floor/day.ts';
import { commandOf, type FloorEvent, type Happened } from '../floor/events.ts';
import { type Cycle, PLANNED_cycle_min } from '../floor/order.ts';
import { localDate } from './calendar.ts';
import type { Store } from './open.ts';
import type { Tables, TurnTable } from './tables.ts';

/** Turns are measured over so many days, and from so many of them on. [D] */
const MEASURED_days = 90;
const MEASURED_least = 5;
const DAY_ms = 24 * 3600_000;

/** @returns what happened on the last day that has events, in order; empty on the very first */
export async function lastDay({ db, hallId }: Store): Promise<{ day: string; events: Happened[] } | null> {
  const last = await db
    .selectFrom('floor_event')
    .select(['day'])
    .where('hall_id', '=', hallId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!last) return null;
  const rows = await db
    .selectFrom('floor_event')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('day', '=', last.day)
    .orderBy('seq')
    .execute();
  return {
    day: last.day,
    events: rows.map(({ seq, id, at_ms, who, body }) => ({
      seq,
      id,
      at_ms,
      who,
      event: JSON.parse(body) as FloorEvent,
    })),
  };
}

/** @returns the hall's stations, none of them busy: what they do is in the day's events */
export async function knownStations({ db, hallId }: Store): Promise<DayStation[]> {
  const rows = await db
    .selectFrom('station')
    .select(['id', 'name', 'kind'])
    .where('hall_id', '=', hallId)
    .where('removed_ms', 'is', null)
    .orderBy('created_ms')
    .execute();
  return rows.map((row) => ({ ...row, state: 'free', turn: null }));
}

/** @returns how long a turn takes in this hall, from call to wiped, minutes */
export async function measuredCycle({ db, hallId }: Pick<Store, 'db' | 'hallId'>, now_ms: number): Promise<Cycle> {
  const rows = await db
    .selectFrom('turn')
    .select(['called_ms', 'ended_ms', 'freed_ms'])
    .where('hall_id', '=', hallId)
    .where('day', '>=', localDate(now_ms - MEASURED_days * DAY_ms))
    .where('began_ms', 'is not', null)
    .where('ended_ms', 'is not', null)
    .execute();
  const minutes = rows
    .map((row) => ((row.freed_ms ?? row.ended_ms!) - row.called_ms) / 60_000)
    .filter((min) => min > 0 && min < 120)
    .sort((a, b) => a - b);
  if (minutes.length < MEASURED_least) return { min: PLANNED_cycle_min, measured: 0 };
  return { min: minutes[Math.floor(minutes.length / 2)]!, measured: minutes.length };
}

function turnRow(hallId: string, day: string, turn: DayTurn): TurnTable {
  return {
    hall_id: hallId,
    id: turn.id,
    visit_id: turn.performers[0]!.ticket,
    station_id: turn.station,
    day,
    variant: turn.variant,
    mode: turn.mode,
    crew: turn.crew ? 1 : 0,
    purpose: turn.purpose,
    called_ms: turn.called_ms,
    ready_ms: turn.ready_ms,
    began_ms: turn.began_ms,
    ended_ms: turn.ended_ms,
    freed_ms: turn.freed_ms,
    ending: turn.end,
    run_id: turn.run,
  };
}

/** Ids of what a group of events has changed. */
function touched(day: Day, group: Happened[]): { tickets: Set<string>; turns: Set<string> } {
  const tickets = new Set<string>();
  const turns = new Set<string>();
  for (const { event } of group) {
    if ('ticket' in event && event.ticket) tickets.add(event.ticket);
    if ('turn' in event) turns.add(event.turn);
    if (event.kind === 'wiped')
      for (const turn of day.turns.values()) if (turn.station === event.station) turns.add(turn.id);
  }
  for (const id of turns) for (const { ticket } of day.turns.get(id)?.performers ?? []) tickets.add(ticket);
  return { tickets, turns };
}

async function putVisits(trx: Transaction<Tables>, hallId: string, day: Day, ids: Set<string>): Promise<void> {
  for (const id of ids) {
    const ticket = day.tickets.get(id);
    if (!ticket) continue;
    const over = ['done', 'no-show', 'left'].includes(ticket.state);
    const changing = { state: ticket.state, place: ticket.place, ended_ms: over ? ticket.since_ms : null };
    await trx
      .insertInto('visit')
      .values({
        hall_id: hallId,
        id,
        day: day.day,
        number: ticket.number,
        audience: ticket.audience,
        age_band: ticket.ageBand,
        card_id: ticket.cardId,
        booking_id: ticket.booking,
        came_ms: ticket.came_ms,
        ...changing,
      })
      .onConflict((on) => on.columns(['hall_id', 'id']).doUpdateSet(changing))
      .execute();
  }
}

async function putTurns(trx: Transaction<Tables>, hallId: string, day: Day, ids: Set<string>): Promise<void> {
  for (const id of ids) {
    const turn = day.turns.get(id);
    if (!turn) continue;
    const row = turnRow(hallId, day.day, turn);
    await trx
      .insertInto('turn')
      .values(row)
      .onConflict((on) => on.columns(['hall_id', 'id']).doUpdateSet(row))
      .execute();
    await putParts(trx, hallId, turn);
  }
}

async function putParts(trx: Transaction<Tables>, hallId: string, turn: DayTurn): Promise<void> {
  if (turn.began_ms === null) return;
  const performed = turn.performers.map(({ ticket }) => ({ id: ticket, visit_id: ticket, answered: 0, correct: 0 }));
  const observed = turn.watchers.map(({ seat, ticket, answered, right }) => ({
    id: seat,
    visit_id: ticket,
    answered,
    correct: right,
  }));
  const rows = [
    ...performed.map((one) => ({ ...one, role: 'performed' as const })),
    ...observed.map((one) => ({ ...one, role: 'observed' as const })),
  ];
  for (const one of rows)
    await trx
      .insertInto('part')
      .values({ hall_id: hallId, turn_id: turn.id, ...one })
      .onConflict((on) =>
        on.columns(['hall_id', 'turn_id', 'id']).doUpdateSet({ answered: one.answered, correct: one.correct }),
      )
      .execute();
}

/** What watchers said they would do, when the turn is over: one data point a decision. */
async function putDecisions(trx: Transaction<Tables>, hallId: string, day: Day, turn: DayTurn): Promise<void> {
  for (const watcher of turn.watchers)
    for (const { stage, right } of turn.asked) {
      const choice = turn.answers[watcher.seat]?.[stage];
      if (choice === undefined) continue;
      await trx
        .insertInto('point')
        .values({
          hall_id: hallId,
          id: `${watcher.seat}/${stage}`,
          day: day.day,
          visit_id: watcher.ticket,
          turn_id: turn.id,
          kind: 'decision',
          moment: stage,
          form: null,
          item: turn.variant,
          choice,
          correct: choice === right ? 1 : 0,
          at_ms: turn.ended_ms!,
          device_id: null,
        })
        .onConflict((on) => on.columns(['hall_id', 'id']).doNothing())
        .execute();
    }
}

/** Writes a group of events and what they changed, all or none. `day` is the day after them. */
export async function writeFloor(store: Store, day: Day, group: Happened[]): Promise<void> {
  const { db, hallId } = store;
  await db.transaction().execute(async (trx) => {
    await trx
      .insertInto('floor_event')
      .values(
        group.map(({ seq, id, at_ms, who, event }) => ({
          hall_id: hallId,
          seq,
          id,
          day: day.day,
          at_ms,
          who,
          kind: event.kind,
          body: JSON.stringify(event),
        })),
      )
      .execute();
    const { tickets, turns } = touched(day, group);
    await putVisits(trx, hallId, day, tickets);
    await putTurns(trx, hallId, day, turns);
    for (const { event, who } of group) {
      if (event.kind === 'ended') await putDecisions(trx, hallId, day, day.turns.get(event.turn)!);
      if (event.kind === 'noted') {
        const { note } = event;
        const { id, kind, text, at_ms } = note;
        const turn_id = null;
        await trx
          .insertInto('note')
          .values({ hall_id: hallId, id, day: day.day, at_ms, who, kind, text, station_id: note.station, turn_id })
          .execute();
      }
      if (event.kind === 'came' && event.booking)
        await trx
          .updateTable('booking')
          .set((of) => ({ arrived: of('arrived', '+', 1) }))
          .where('hall_id', '=', hallId)
          .where('id', '=', event.booking)
          .execute();
    }
  });
}

/** @returns when a booked group is due, ms; null when the booking is not of that day or is cancelled */
export async function bookedDue_ms({ db, hallId }: Store, booking: string, now_ms: number): Promise<number | null> {
  const row = await db
    .selectFrom('booking')
    .innerJoin('opening', (join) =>
      join.onRef('opening.hall_id', '=', 'booking.hall_id').onRef('opening.id', '=', 'booking.opening_id'),
    )
    .select(['opening.day', 'opening.from_clock', 'booking.at_clock'])
    .where('booking.hall_id', '=', hallId)
    .where('booking.id', '=', booking)
    .where('booking.cancelled_ms', 'is', null)
    .executeTakeFirst();
  if (!row || row.day !== localDate(now_ms)) return null;
  return Date.parse(`${row.day}T${row.at_clock ?? row.from_clock}:00+08:00`);
}

/** @returns the event that a command's first effect has as its id, if the command was carried out on an earlier day too */
export async function knownCommand({ db, hallId }: Store, id: string): Promise<boolean> {
  const row = await db
    .selectFrom('floor_event')
    .select('seq')
    .where('hall_id', '=', hallId)
    .where('id', '=', commandOf(id))
    .executeTakeFirst();
  return row !== undefined;
}
