/** What staff may do now and what comes of it: a command becomes events, or is refused with a word. Pure. */
import type { Command, FloorRules, TicketState } from '../../src/wire/floor.ts';
import { MAX_WATCHERS } from '../../src/wire/floor.ts';
import type { ProblemWord } from '../../src/wire/problem.ts';
import type { Day, DayStation, DayTicket, DayTurn } from './day.ts';
import { isOver } from './day.ts';
import type { FloorEvent, Happened, Was } from './events.ts';
import { dueAfterSkip, waiting } from './order.ts';

/** What a decision needs from outside the day. */
export interface Circumstances {
  now_ms: number;
  /** fresh ids; the n-th of one decision */
  id: (n: number) => string;
  rules: FloorRules;
  /** card looked up before: its id; null when none was given */
  cardId: string | null;
  /** when a booked group is due, null for walk-ins and for a booking that is not today's */
  bookedDue_ms: number | null;
}

/** Refusal of a command, by the word its sentence has. */
export class Refused extends Error {
  readonly word: ProblemWord;
  constructor(word: ProblemWord) {
    super(word);
    this.word = word;
  }
}

/** A booked group keeps its place in the order when it comes at most this late. [D] */
const BOOKED_GRACE_ms = 15 * 60_000;
/** What was done longer ago is not taken back with one tap. [D] */
const UNDO_ms = 10 * 60_000;
/** Numbers run A001..A999, B001.. */
const A_LETTER = 999;

type Of<Do extends Command['do']> = Extract<Command, { do: Do }>;

function ticketOf(day: Day, id: string): DayTicket {
  const ticket = day.tickets.get(id);
  if (!ticket) throw new Refused('wrong-ticket');
  return ticket;
}
function turnOf(day: Day, id: string): DayTurn {
  const turn = day.turns.get(id);
  if (!turn || turn.state === 'over') throw new Refused('changed-meanwhile');
  return turn;
}
function stationOf(day: Day, id: string): DayStation {
  const station = day.stations.get(id);
  if (!station) throw new Refused('not-found');
  return station;
}
function expectState(ticket: DayTicket, ...states: TicketState[]): void {
  if (!states.includes(ticket.state)) throw new Refused('changed-meanwhile');
}
function was(ticket: DayTicket): Was {
  return { state: ticket.state, due_ms: ticket.due_ms, place: ticket.place };
}

/** @returns A001 for 1, B001 for 1000 */
export function numberOf(count: number): string {
  const letter = String.fromCharCode(65 + (Math.floor((count - 1) / A_LETTER) % 26));
  return `${letter}${String(((count - 1) % A_LETTER) + 1).padStart(3, '0')}`;
}

/** Youngest age of a band. */
const FROM_y: Record<Of<'check-in'>['ageBand'], number> = {
  'under-7': 0,
  '7-9': 7,
  '10-13': 10,
  '14-17': 14,
  '18-59': 18,
  '60-plus': 60,
};

function checkIn(day: Day, command: Of<'check-in'>, given: Circumstances): FloorEvent[] {
  const age_y = FROM_y[command.ageBand];
  if (age_y < given.rules.consentUnder_y && !command.consent) throw new Refused('consent-missing');
  if (command.place === 'headset' && age_y < given.rules.headsetFrom_y) throw new Refused('wrong-place');
  if (command.card !== null && given.cardId === null) throw new Refused('foreign-card');
  if (command.card !== null && command.count > 1) throw new Refused('bad-request');
  const walkIn_ms = Math.max(given.now_ms, day.lastDue_ms);
  const booked = given.bookedDue_ms;
  const due_ms = booked !== null && given.now_ms <= booked + BOOKED_GRACE_ms ? Math.min(booked, walkIn_ms) : walkIn_ms;
  return Array.from({ length: command.count }, (_, n) => ({
    kind: 'came' as const,
    ticket: given.id(n),
    number: numberOf(day.tickets.size + n + 1),
    audience: command.audience,
    ageBand: command.ageBand,
    place: command.place,
    card: given.cardId,
    booking: command.booking,
    due_ms,
  }));
}

function call(day: Day, command: Of<'call'>, given: Circumstances): FloorEvent[] {
  const station = stationOf(day, command.station);
  if (station.state !== 'free') throw new Refused('station-busy');
  if (station.kind !== 'headset' && station.kind !== 'desktop') throw new Refused('bad-request');
  const ticket = command.ticket ? ticketOf(day, command.ticket) : waiting(day, station.kind)[0];
  if (!ticket) throw new Refused('nobody-waiting');
  expectState(ticket, 'waiting');
  if (ticket.place === 'watch' || (station.kind === 'headset' && ticket.place !== 'headset'))
    throw new Refused('wrong-place');
  const { variant, mode, crew } = command;
  return [
    {
      kind: 'called',
      turn: given.id(0),
      ticket: ticket.id,
      station: station.id,
      variant,
      mode,
      crew,
      purpose: 'training',
    },
  ];
}

/** A ticket leaves its turn before the run began: the turn is over without one. */
function letGo(day: Day, ticket: DayTicket): FloorEvent[] {
  const turn = ticket.turn ? day.turns.get(ticket.turn) : undefined;
  if (!turn || turn.state === 'over') return [];
  if (turn.state !== 'called' && turn.state !== 'ready') throw new Refused('changed-meanwhile');
  return [{ kind: 'ended', turn: turn.id, end: 'not-begun', trouble: null }];
}

function moved(
  ticket: DayTicket,
  why: Extract<FloorEvent, { kind: 'ticket' }>['why'],
  state: TicketState,
  due_ms: number,
) {
  return { kind: 'ticket' as const, ticket: ticket.id, why, state, due_ms, was: was(ticket) };
}

function moveTicket(
  day: Day,
  command: Of<'skip' | 'return' | 'no-show' | 'leave' | 'finish' | 'again'>,
  now_ms: number,
): FloorEvent[] {
  const ticket = ticketOf(day, command.ticket);
  const fresh_ms = Math.max(now_ms, day.lastDue_ms);
  switch (command.do) {
    case 'skip':
      expectState(ticket, 'waiting', 'called');
      return [...letGo(day, ticket), moved(ticket, 'skip', 'waiting', dueAfterSkip(day, ticket, fresh_ms))];
    case 'return': {
      expectState(ticket, 'called', 'playing', 'no-show', 'left', 'done');
      const due_ms = isOver(ticket.state) ? fresh_ms : ticket.due_ms;
      return [...letGo(day, ticket), moved(ticket, 'return', 'waiting', due_ms)];
    }
    case 'no-show':
      expectState(ticket, 'waiting', 'called');
      return [...letGo(day, ticket), moved(ticket, 'no-show', 'no-show', ticket.due_ms)];
    case 'leave':
      if (isOver(ticket.state)) throw new Refused('changed-meanwhile');
      return [...letGo(day, ticket), moved(ticket, 'leave', 'left', ticket.due_ms)];
    case 'finish':
      // who only watches is never called: waiting is where they are all the time
      if (!(ticket.place === 'watch' && ticket.state === 'waiting')) expectState(ticket, 'after');
      return [moved(ticket, 'finish', 'done', ticket.due_ms)];
    default:
      expectState(ticket, 'after');
      return [moved(ticket, 'again', 'waiting', fresh_ms)];
  }
}

function swap(day: Day, command: Of<'swap'>): FloorEvent[] {
  const turn = turnOf(day, command.turn);
  const ticket = ticketOf(day, command.ticket);
  if (!turn.crew || (turn.state !== 'running' && turn.state !== 'paused')) throw new Refused('changed-meanwhile');
  if (ticket.id === turn.ticket) throw new Refused('changed-meanwhile');
  expectState(ticket, 'waiting', 'after');
  const station = stationOf(day, turn.station);
  if (ticket.place === 'watch' || (station.kind === 'headset' && ticket.place !== 'headset'))
    throw new Refused('wrong-place');
  // the station stands still until the next one has the headset on
  return [
    { kind: 'paused', turn: turn.id, by: 'swap' },
    { kind: 'swapped', turn: turn.id, ticket: ticket.id, stage: null },
  ];
}

export function crewOf(turn: DayTurn): number {
  return turn.watchers.filter((one) => !one.left).length;
}

function seats(day: Day, command: Of<'seat' | 'unseat' | 'hand'>, given: Circumstances): FloorEvent[] {
  const turn = turnOf(day, command.turn);
  if (!turn.crew) throw new Refused('changed-meanwhile');
  if (command.do === 'seat') {
    if (crewOf(turn) >= MAX_WATCHERS) throw new Refused('crew-full');
    if (command.ticket !== null) mayWatch(day, turn, ticketOf(day, command.ticket));
    return [{ kind: 'seated', turn: turn.id, seat: given.id(0), by: 'hand', ticket: command.ticket }];
  }
  const watcher = turn.watchers.find((one) => one.seat === command.seat && !one.left);
  if (!watcher) throw new Refused('changed-meanwhile');
  if (command.do === 'unseat') return [{ kind: 'unseated', turn: turn.id, seat: watcher.seat }];
  return answer(turn, watcher.seat, null, command.option, given.now_ms);
}

/** @throws when this ticket cannot watch: it performs, watches already, or is over */
export function mayWatch(day: Day, turn: DayTurn, ticket: DayTicket): void {
  const seated = [...day.turns.values()].some(
    (one) => one.state !== 'over' && one.watchers.some((watcher) => watcher.ticket === ticket.id && !watcher.left),
  );
  if (ticket.id === turn.ticket || seated || isOver(ticket.state)) throw new Refused('changed-meanwhile');
}

/** @returns the answer as an event; refused when no question (or another one) is open */
export function answer(
  turn: DayTurn,
  seat: string,
  stage: string | null,
  option: number,
  now_ms: number,
): FloorEvent[] {
  const { question } = turn;
  if (!turn.watchers.some((one) => one.seat === seat && !one.left)) throw new Refused('changed-meanwhile');
  if (!question || now_ms >= question.closes_ms || (stage !== null && stage !== question.stage))
    throw new Refused('changed-meanwhile');
  if (option >= question.options) throw new Refused('bad-request');
  return [{ kind: 'answered', turn: turn.id, seat, stage: question.stage, option }];
}

function pauseOrStop(day: Day, command: Of<'pause' | 'resume' | 'end' | 'fault'>): FloorEvent[] {
  const turn = turnOf(day, command.turn);
  switch (command.do) {
    case 'pause':
      if (turn.state !== 'running') throw new Refused('changed-meanwhile');
      return [{ kind: 'paused', turn: turn.id, by: 'staff' }];
    case 'resume':
      if (turn.state !== 'paused') throw new Refused('changed-meanwhile');
      return [{ kind: 'paused', turn: turn.id, by: null }];
    case 'fault':
      return [{ kind: 'ended', turn: turn.id, end: 'technical-fault', trouble: command.reason }];
    default:
      // a run that goes on is stopped by its station, which then says how it ended
      if (turn.state === 'running' || turn.state === 'paused')
        return turn.stopping ? [] : [{ kind: 'stopping', turn: turn.id }];
      return [{ kind: 'ended', turn: turn.id, end: 'not-begun', trouble: null }];
  }
}

/** @returns the last thing that one tap takes back, or null */
export function undoable(day: Day, now_ms: number): Happened | null {
  const undone = new Set(day.log.flatMap(({ event }) => ('undoes' in event && event.undoes ? [event.undoes] : [])));
  for (let at = day.log.length - 1; at >= 0; at--) {
    const happened = day.log[at]!;
    const { event } = happened;
    if (now_ms - happened.at_ms > UNDO_ms) return null;
    if (undone.has(happened.id) || ('undoes' in event && event.undoes)) continue;
    if (event.kind === 'wiped') return day.stations.get(event.station)?.state === 'free' ? happened : null;
    if (event.kind !== 'placed' && event.kind !== 'ticket') continue;
    if (event.kind === 'ticket' && event.why === 'midnight') continue;
    // a turn that ended with it does not come back
    const freed = event.was.state === 'called' || event.was.state === 'playing';
    return !freed && stillSo(day, event.ticket, at) ? happened : null;
  }
  return null;
}

/** Whether nothing else has happened to the ticket since. */
function stillSo(day: Day, ticket: string, at: number): boolean {
  const since = day.log.slice(at + 1);
  const undone = new Set(since.flatMap(({ event }) => ('undoes' in event && event.undoes ? [event.undoes] : [])));
  return since.every(
    ({ id, event }) => !('ticket' in event && event.ticket === ticket) || undone.has(id) || 'undoes' in event,
  );
}

function undo(day: Day, command: Of<'undo'>, now_ms: number): FloorEvent[] {
  const last = undoable(day, now_ms);
  if (!last || last.id !== command.event) throw new Refused('changed-meanwhile');
  const { event } = last;
  if (event.kind === 'wiped') return [{ ...event, undoes: last.id }];
  if (event.kind === 'placed') {
    const ticket = ticketOf(day, event.ticket);
    return [{ kind: 'placed', ticket: ticket.id, place: event.was.place, was: was(ticket), undoes: last.id }];
  }
  if (event.kind !== 'ticket') throw new Refused('changed-meanwhile');
  const ticket = ticketOf(day, event.ticket);
  return [{ ...moved(ticket, 'undo', event.was.state, event.was.due_ms), undoes: last.id }];
}

function interveneOrSet(
  day: Day,
  command: Of<'recenter' | 'intervene' | 'comfort' | 'beside' | 'call-again'>,
  given: Circumstances,
): FloorEvent[] {
  const turn = turnOf(day, command.turn);
  switch (command.do) {
    case 'call-again':
      if (turn.state !== 'called') throw new Refused('changed-meanwhile');
      return [{ kind: 'called-again', turn: turn.id }];
    case 'beside':
      if (turn.state !== 'called') throw new Refused('changed-meanwhile');
      return [{ kind: 'beside', turn: turn.id }];
    case 'comfort':
      return [{ kind: 'comfort', turn: turn.id, comfort: command.comfort }];
    default:
      if (turn.state !== 'running' && turn.state !== 'paused') throw new Refused('changed-meanwhile');
      return [
        { kind: 'asked', turn: turn.id, ask: given.id(0), what: command.do === 'recenter' ? 'recenter' : command.what },
      ];
  }
}

function keepStation(day: Day, command: Of<'wiped' | 'close-station' | 'open-station'>): FloorEvent[] {
  const station = stationOf(day, command.station);
  if (command.do === 'wiped') {
    if (station.state !== 'wipe') throw new Refused('changed-meanwhile');
    return [{ kind: 'wiped', station: station.id }];
  }
  if (command.do === 'close-station') {
    if (station.state === 'busy') throw new Refused('station-busy');
    return [{ kind: 'station', station: station.id, state: 'closed', reason: command.reason }];
  }
  if (station.state !== 'closed') throw new Refused('changed-meanwhile');
  return [{ kind: 'station', station: station.id, state: 'free', reason: '' }];
}

/** @returns what comes of a command, possibly nothing; @throws Refused */
export function decide(day: Day, command: Command, given: Circumstances): FloorEvent[] {
  switch (command.do) {
    case 'check-in':
      return checkIn(day, command, given);
    case 'place': {
      const ticket = ticketOf(day, command.ticket);
      expectState(ticket, 'waiting', 'called');
      if (command.place === 'headset' && FROM_y[ticket.ageBand] < given.rules.headsetFrom_y)
        throw new Refused('wrong-place');
      // what is learnt at the headset sends back into the queue of the other place, not out of it
      return [...letGo(day, ticket), { kind: 'placed', ticket: ticket.id, place: command.place, was: was(ticket) }];
    }
    case 'call':
      return call(day, command, given);
    case 'swap':
      return swap(day, command);
    case 'seat':
    case 'unseat':
    case 'hand':
      return seats(day, command, given);
    case 'pause':
    case 'resume':
    case 'end':
    case 'fault':
      return pauseOrStop(day, command);
    case 'undo':
      return undo(day, command, given.now_ms);
    case 'wiped':
    case 'close-station':
    case 'open-station':
      return keepStation(day, command);
    case 'note': {
      const turn = command.turn ? day.turns.get(command.turn) : undefined;
      const { kind, text } = command;
      const station = turn?.station ?? command.station;
      return [
        {
          kind: 'noted',
          note: { id: given.id(0), kind, text, at_ms: given.now_ms, station, number: turn?.number ?? null },
        },
      ];
    }
    case 'recenter':
    case 'intervene':
    case 'comfort':
    case 'beside':
    case 'call-again':
      return interveneOrSet(day, command, given);
    default:
      return moveTicket(day, command, given.now_ms);
  }
}
