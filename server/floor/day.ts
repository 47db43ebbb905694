/** One day of the floor, folded from its events: pure, the same events give the same day on every machine. */
import {
  type Note,
  type Question,
  STANDARD_COMFORT,
  type StationKind,
  TICKET_ENDS,
  type Ticket,
  type TicketState,
  type Turn,
  type Watcher,
} from '../../src/wire/floor.ts';
import type { FloorEvent, Happened } from './events.ts';

export interface DayTicket extends Ticket {
  /** training card behind it: never leaves the server with the ticket */
  cardId: string | null;
}
export interface DayTurn extends Omit<Turn, 'watchers'> {
  /** what each would do at the open question is in `answers` */
  watchers: Omit<Watcher, 'option'>[];
  /** by seat, by stage: the option chosen */
  answers: Record<string, Record<string, number>>;
  /** closed questions in order */
  asked: Question[];
  /** the station was wiped after it */
  freed_ms: number | null;
  /** times it was called aloud */
  calls: number;
  calledLast_ms: number;
  trouble: string | null;
}
export interface DayStation {
  id: string;
  name: string;
  kind: StationKind;
  state: 'free' | 'busy' | 'wipe' | 'closed';
  turn: string | null;
}
export interface Day {
  day: string;
  /** seq of the last event */
  rev: number;
  /** the last walk-in's place in the order: a clock that goes back lets nobody pass */
  lastDue_ms: number;
  tickets: Map<string, DayTicket>;
  stations: Map<string, DayStation>;
  turns: Map<string, DayTurn>;
  notes: Note[];
  /** newest last; what undo looks at */
  log: Happened[];
}

export function newDay(day: string, rev: number, stations: Iterable<DayStation>): Day {
  return {
    day,
    rev,
    lastDue_ms: 0,
    tickets: new Map(),
    stations: new Map([...stations].map((one) => [one.id, { ...one, turn: null }])),
    turns: new Map(),
    notes: [],
    log: [],
  };
}

export function isOver(state: TicketState): boolean {
  return (TICKET_ENDS as readonly string[]).includes(state);
}

/** Takes an event into the day. Events that were acknowledged are never refused here. */
export function apply(day: Day, happened: Happened): void {
  const { event, at_ms, seq } = happened;
  day.rev = Math.max(day.rev, seq);
  day.log.push(happened);
  if (event.kind === 'came') arrive(day, event, at_ms);
  else if ('turn' in event) takeTurn(day, event, at_ms);
  else if ('ticket' in event) moveTicket(day, event, at_ms);
  else if (event.kind === 'noted') day.notes.push(event.note);
  else takeStation(day, event, at_ms);
}

type OfKind<Kind extends FloorEvent['kind']> = Extract<FloorEvent, { kind: Kind }>;

function arrive(day: Day, event: OfKind<'came'>, at_ms: number): void {
  day.lastDue_ms = Math.max(day.lastDue_ms, event.due_ms);
  day.tickets.set(event.ticket, {
    id: event.ticket,
    number: event.number,
    state: 'waiting',
    audience: event.audience,
    ageBand: event.ageBand,
    place: event.place,
    card: event.card !== null,
    cardId: event.card,
    booking: event.booking,
    came_ms: at_ms,
    since_ms: at_ms,
    due_ms: event.due_ms,
    turn: null,
    runs: 0,
    missed: 0,
  });
}

function setState(ticket: DayTicket, state: TicketState, at_ms: number): void {
  ticket.state = state;
  ticket.since_ms = at_ms;
}

function moveTicket(day: Day, event: OfKind<'ticket' | 'placed'>, at_ms: number): void {
  const ticket = day.tickets.get(event.ticket)!;
  if (event.kind === 'placed') {
    ticket.place = event.place;
    return;
  }
  if (event.why === 'skip' || event.why === 'no-show') ticket.missed += 1;
  if (event.why === 'undo') ticket.missed = Math.max(0, ticket.missed - 1);
  ticket.due_ms = event.due_ms;
  ticket.turn = null;
  setState(ticket, event.state, at_ms);
}

function takeStation(day: Day, event: OfKind<'wiped' | 'station' | 'paired' | 'removed'>, at_ms: number): void {
  if (event.kind === 'paired') {
    const known = day.stations.get(event.station);
    const fresh: DayStation = { id: event.station, name: '', kind: event.stationKind, state: 'free', turn: null };
    day.stations.set(event.station, { ...(known ?? fresh), name: event.name, kind: event.stationKind });
    return;
  }
  if (event.kind === 'removed') {
    day.stations.delete(event.station);
    return;
  }
  const station = day.stations.get(event.station)!;
  if (event.kind === 'station') {
    station.state = event.state;
    return;
  }
  if (event.undoes) {
    station.state = 'wipe';
    return;
  }
  station.state = 'free';
  for (const turn of day.turns.values())
    if (turn.station === event.station && turn.state === 'over') turn.freed_ms ??= at_ms;
}

function newTurn(event: OfKind<'called'>, number: string, at_ms: number): DayTurn {
  return {
    id: event.turn,
    ticket: event.ticket,
    number,
    station: event.station,
    variant: event.variant,
    mode: event.mode,
    crew: event.crew,
    purpose: event.purpose,
    state: 'called',
    called_ms: at_ms,
    ready_ms: null,
    began_ms: null,
    ended_ms: null,
    end: null,
    stopping: false,
    pause: null,
    run: null,
    // the boundary: every turn begins like the first of the day
    comfort: { ...STANDARD_COMFORT },
    asks: [],
    watchers: [],
    performers: [{ ticket: event.ticket, number, from_stage: null }],
    question: null,
    answers: {},
    asked: [],
    freed_ms: null,
    calls: 1,
    calledLast_ms: at_ms,
    trouble: null,
  };
}

function call(day: Day, event: OfKind<'called'>, at_ms: number): void {
  const ticket = day.tickets.get(event.ticket)!;
  const station = day.stations.get(event.station)!;
  day.turns.set(event.turn, newTurn(event, ticket.number, at_ms));
  station.state = 'busy';
  station.turn = event.turn;
  ticket.turn = event.turn;
  setState(ticket, 'called', at_ms);
}

function end(day: Day, turn: DayTurn, event: OfKind<'ended'>, at_ms: number): void {
  const used = turn.ready_ms !== null;
  closeQuestion(turn);
  turn.state = 'over';
  turn.end = event.end;
  turn.trouble = event.trouble;
  turn.ended_ms = at_ms;
  turn.pause = null;
  const station = day.stations.get(turn.station);
  if (station?.turn === turn.id) {
    station.turn = null;
    if (station.state === 'busy') station.state = used ? 'wipe' : 'free';
  }
  const ticket = day.tickets.get(turn.ticket)!;
  if (ticket.turn !== turn.id) return;
  ticket.turn = null;
  // who did nothing wrong keeps the place they had: first in the order
  const back = event.end === 'technical-fault' || event.end === 'not-begun';
  if (!isOver(ticket.state)) setState(ticket, back ? 'waiting' : 'after', at_ms);
}

function swap(day: Day, turn: DayTurn, event: OfKind<'swapped'>, at_ms: number): void {
  const before = day.tickets.get(turn.ticket)!;
  before.turn = null;
  setState(before, 'after', at_ms);
  const next = day.tickets.get(event.ticket)!;
  next.turn = turn.id;
  next.runs += 1;
  setState(next, 'playing', at_ms);
  turn.ticket = next.id;
  turn.number = next.number;
  turn.performers.push({ ticket: next.id, number: next.number, from_stage: event.stage });
}

/** A closed question is over for everybody: who has not answered has not. */
export function closeQuestion(turn: DayTurn): void {
  if (!turn.question) return;
  const { stage, options, right } = turn.question;
  turn.asked.push({ stage, options, right });
  turn.question = null;
  for (const watcher of turn.watchers) {
    const mine = turn.answers[watcher.seat]?.[stage];
    if (mine === undefined) continue;
    watcher.answered += 1;
    if (mine === right) watcher.right += 1;
  }
}

function watch(turn: DayTurn, event: OfKind<'question' | 'seated' | 'unseated' | 'answered'>): void {
  if (event.kind === 'question') {
    closeQuestion(turn);
    turn.question = { ...event.question, opened_ms: event.opened_ms, closes_ms: event.closes_ms };
    return;
  }
  if (event.kind === 'seated') {
    const { seat, by, ticket } = event;
    turn.watchers.push({ seat, by, ticket, answered: 0, right: 0, left: false });
    return;
  }
  const watcher = turn.watchers.find((one) => one.seat === event.seat)!;
  if (event.kind === 'unseated') watcher.left = true;
  else turn.answers[watcher.seat] = { ...turn.answers[watcher.seat], [event.stage]: event.option };
}

type TurnEvent = Extract<FloorEvent, { turn: string }>;

function takeTurn(day: Day, event: TurnEvent, at_ms: number): void {
  if (event.kind === 'called') {
    call(day, event, at_ms);
    return;
  }
  const turn = day.turns.get(event.turn)!;
  switch (event.kind) {
    case 'called-again':
      turn.calls += 1;
      turn.calledLast_ms = at_ms;
      break;
    case 'beside':
      turn.state = 'ready';
      turn.ready_ms = at_ms;
      setState(day.tickets.get(turn.ticket)!, 'playing', at_ms);
      break;
    case 'began':
      turn.state = 'running';
      turn.began_ms = at_ms;
      turn.run = event.run;
      day.tickets.get(turn.ticket)!.runs += 1;
      break;
    case 'paused':
      turn.pause = event.by;
      turn.state = event.by ? 'paused' : 'running';
      break;
    case 'stopping':
      turn.stopping = true;
      break;
    case 'ended':
      end(day, turn, event, at_ms);
      break;
    case 'comfort':
      turn.comfort = event.comfort;
      break;
    case 'asked':
      turn.asks.push({ id: event.ask, what: event.what, at_ms, done: false });
      break;
    case 'ask-done':
      for (const ask of turn.asks) if (event.asks.includes(ask.id)) ask.done = true;
      break;
    case 'swapped':
      swap(day, turn, event, at_ms);
      break;
    default:
      watch(turn, event);
  }
}
