/** What each looker is shown of a day: staff all of it, the wall numbers only, a station its own turn, a phone its seat. */
import type { Board, Floor, Live, Station, Ticket, Turn } from '../../src/wire/floor.ts';
import type { Orders, WatchView } from '../../src/wire/station.ts';
import { codeOfTurn } from '../ids.ts';
import { closeQuestion, type Day, type DayStation, type DayTicket, type DayTurn } from './day.ts';
import { crewOf, undoable } from './decide.ts';
import { type Cycle, estimate, waiting, waits } from './order.ts';

/** A station that has not been heard for so long is lost. [D] */
export const LOST_ms = 8_000;
/** Called numbers that stay on the wall. [D] */
const CALLED_count = 5;

export interface Looking {
  now_ms: number;
  cycle: Cycle;
  /** what stations last said, by station id */
  live: Map<string, Live>;
}

export function shownTicket({ cardId: _, ...ticket }: DayTicket): Ticket {
  return { ...ticket };
}
/** @returns the turn as it is now: a question whose time is over is closed, whether or not anything has happened since */
function settled(turn: DayTurn, now_ms: number): DayTurn {
  if (!turn.question || now_ms < turn.question.closes_ms) return turn;
  const copy = { ...turn, watchers: turn.watchers.map((one) => ({ ...one })), asked: [...turn.asked] };
  closeQuestion(copy);
  return copy;
}

/** @returns the option a seat has chosen for a question, null before it and where none is open */
function chosen(turn: DayTurn, seat: string, question: { stage: string } | null | undefined): number | null {
  return question ? (turn.answers[seat]?.[question.stage] ?? null) : null;
}

export function shownTurn(turn: DayTurn, now_ms: number): Turn {
  const now = settled(turn, now_ms);
  const { answers: _a, asked: _q, freed_ms: _f, calls: _c, calledLast_ms: _l, trouble: _t, ...shown } = now;
  const watchers = now.watchers.map((one) => ({ ...one, option: chosen(now, one.seat, now.question) }));
  return { ...shown, watchers };
}

function connected(live: Live | undefined, now_ms: number): boolean {
  return live !== undefined && now_ms - live.heard_ms < LOST_ms;
}

function shownStation(station: DayStation, looking: Looking): Station {
  const live = looking.live.get(station.id);
  return { ...station, connected: connected(live, looking.now_ms), live: live ?? null };
}

function undoOf(day: Day, now_ms: number): Floor['undo'] {
  const last = undoable(day, now_ms);
  if (!last) return null;
  const { event } = last;
  const number = 'ticket' in event && event.ticket ? (day.tickets.get(event.ticket)?.number ?? null) : null;
  return { event: last.id, what: event.kind === 'ticket' ? event.why : event.kind, number };
}

export function shownFloor(day: Day, looking: Looking): Floor {
  const { now_ms, cycle } = looking;
  const each = (place: 'headset' | 'desktop') => waits(day, place, cycle, now_ms).each;
  return {
    rev: day.rev,
    day: day.day,
    server_ms: now_ms,
    tickets: [...day.tickets.values()].map(shownTicket),
    stations: [...day.stations.values()].map((one) => shownStation(one, looking)),
    turns: [...day.turns.values()].map((one) => shownTurn(one, now_ms)),
    notes: day.notes,
    estimates: (['headset', 'desktop'] as const).map((place) => estimate(day, place, cycle, now_ms)),
    waits_min: Object.fromEntries([...each('headset'), ...each('desktop')]),
    undo: undoOf(day, now_ms),
  };
}

function doing(day: Day, station: DayStation, looking: Looking): Board['stations'][number]['doing'] {
  const turn = station.turn ? day.turns.get(station.turn) : undefined;
  if (!turn) return station.state === 'busy' ? 'free' : station.state;
  if (turn.state === 'called') return 'called';
  if (!connected(looking.live.get(station.id), looking.now_ms)) return 'lost';
  if (turn.state === 'ready') return 'getting-ready';
  return turn.state === 'paused' ? 'paused' : 'running';
}

function crewOnWall(day: Day, looking: Looking): Board['crew'] {
  const open = [...day.turns.values()].filter((one) => one.crew && one.state !== 'over');
  // of two crews the one that more people watch, then the newer one
  const watched = open.toSorted((a, b) => crewOf(a) - crewOf(b)).at(-1);
  if (!watched) return null;
  const turn = settled(watched, looking.now_ms);
  const { question } = turn;
  const last = turn.asked.at(-1);
  const chose = (stage: string, options: number) =>
    Array.from({ length: options }, (_, k) => Object.values(turn.answers).filter((own) => own[stage] === k).length);
  return {
    turn: turn.id,
    variant: turn.variant,
    number: turn.number,
    running: turn.state === 'running' || turn.state === 'paused',
    join: codeOfTurn(turn.id),
    watchers: turn.watchers.filter((one) => !one.left).length,
    answered: question ? Object.values(turn.answers).filter((own) => own[question.stage] !== undefined).length : 0,
    question: question && {
      stage: question.stage,
      options: question.options,
      opened_ms: question.opened_ms,
      closes_ms: question.closes_ms,
    },
    tally: last ? { stage: last.stage, right: last.right, chose: chose(last.stage, last.options) } : null,
  };
}

export function shownBoard(day: Day, hall: { name: string | null; origin: string | null }, looking: Looking): Board {
  const turns = [...day.turns.values()];
  const name = (id: string) => day.stations.get(id)?.name ?? '';
  return {
    rev: day.rev,
    server_ms: looking.now_ms,
    hall: hall.name,
    origin: hall.origin,
    stations: [...day.stations.values()]
      .filter((one) => one.kind === 'headset' || one.kind === 'desktop')
      .map((station) => {
        const turn = station.turn ? day.turns.get(station.turn) : undefined;
        const { id, kind } = station;
        return {
          id,
          name: station.name,
          kind,
          doing: doing(day, station, looking),
          number: turn?.number ?? null,
          variant: turn?.variant ?? null,
        };
      }),
    called: turns
      .filter((turn) => turn.purpose === 'training' && turn.state === 'called')
      .sort((a, b) => b.calledLast_ms - a.calledLast_ms)
      .slice(0, CALLED_count)
      .map((turn) => ({
        number: turn.number,
        station: name(turn.station),
        at_ms: turn.calledLast_ms,
        calls: turn.calls,
      })),
    waiting: (['headset', 'desktop'] as const)
      .flatMap((place) => waiting(day, place))
      .sort((a, b) => a.due_ms - b.due_ms || a.number.localeCompare(b.number))
      .map((ticket) => ticket.number),
    estimates: (['headset', 'desktop'] as const).map((place) => estimate(day, place, looking.cycle, looking.now_ms)),
    crew: crewOnWall(day, looking),
  };
}

export function shownOrders(day: Day, station: DayStation, abandonAfter_s: number): Orders {
  const turn = station.turn ? day.turns.get(station.turn) : undefined;
  return {
    rev: day.rev,
    station: { id: station.id, name: station.name, kind: station.kind },
    turn: turn
      ? {
          id: turn.id,
          number: turn.number,
          variant: turn.variant,
          mode: turn.mode,
          crew: turn.crew,
          purpose: turn.purpose,
          state: turn.state,
          stopping: turn.stopping,
          pause: turn.pause,
          comfort: turn.comfort,
          asks: turn.asks,
        }
      : null,
    wipe: station.state === 'wipe',
    closed: station.state === 'closed',
    abandonAfter_s,
  };
}

export function shownSeat(day: Day, seated: DayTurn, seat: string, now_ms: number): WatchView {
  const turn = settled(seated, now_ms);
  const watcher = turn.watchers.find((one) => one.seat === seat)!;
  const { question } = turn;
  const last = turn.asked.at(-1);
  return {
    rev: day.rev,
    server_ms: now_ms,
    variant: turn.variant,
    running: turn.state === 'running' || turn.state === 'paused',
    over: turn.state === 'over' || watcher.left,
    question: question && {
      stage: question.stage,
      options: question.options,
      opened_ms: question.opened_ms,
      closes_ms: question.closes_ms,
    },
    mine: chosen(turn, seat, question),
    last: last ? { stage: last.stage, right: last.right, mine: chosen(turn, seat, last) } : null,
    answered: watcher.answered,
    right: watcher.right,
  };
}
