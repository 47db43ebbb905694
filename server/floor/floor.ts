/** The floor as it runs: commands come in, are decided, written, and only then told; one change at a time, in groups. */
import type { Command, CommandCall, CommandReply, Live } from '../../src/wire/floor.ts';
import type { Report } from '../../src/wire/station.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { localDate } from '../store/calendar.ts';
import { knownCommand, knownStations, lastDay, measuredCycle, writeFloor } from '../store/floor.ts';
import { writeObserved } from '../store/observed.ts';
import type { Store } from '../store/open.ts';
import { apply, type Day, newDay } from './day.ts';
import { type Circumstances, decide, Refused } from './decide.ts';
import { decideMidnight, decideReport } from './decide-station.ts';
import { commandOf, type FloorEvent, type Happened } from './events.ts';
import { type LiveTapes, openLiveTapes } from './live.ts';
import type { Cycle } from './order.ts';
import { type Looking, shownTicket, shownTurn } from './shown.ts';

/** A decision on the day as it will be; it may look, never change. @throws Refused */
type Decision = (day: Day, now_ms: number) => FloorEvent[];

interface Waiting {
  id: string;
  who: string;
  decision: Decision;
  resolve: (happened: Happened[]) => void;
  reject: (error: unknown) => void;
}

/** What a command needs that was looked up before it is decided. */
export type Given = Pick<Circumstances, 'rules' | 'cardId' | 'bookedDue_ms'>;

export interface Floor {
  day: () => Day;
  looking: () => Looking;
  tapes: LiveTapes;
  /** Resolves after the change is on the disk; the same id twice is one act. */
  command: (call: CommandCall, who: string, given: Given) => Promise<CommandReply>;
  /** A station said what it does. */
  report: (stationId: string, report: Report) => Promise<void>;
  /** Any other change: a phone, a pairing. Resolves with what happened. */
  change: (id: string, who: string, decision: Decision) => Promise<Happened[]>;
  /** Told after every acknowledged change, and when a station says something new. */
  subscribe: (listener: () => void) => () => void;
  /** A run of a turn has arrived: its watchers' rows can be written. */
  runArrived: (runId: string) => Promise<void>;
  /** Resolves when nothing is waiting or being written. */
  idle: () => Promise<void>;
}

/** events a transaction holds at most */
const MOST_events = 200;

function copyOf(day: Day): Day {
  return structuredClone(day);
}

async function fold(store: Store): Promise<Day> {
  const last = await lastDay(store);
  const day = newDay(last?.day ?? '', 0, await knownStations(store));
  for (const happened of last?.events ?? []) apply(day, happened);
  return day;
}

/** The day a change belongs to: never an earlier one than there has been, whatever the clock says. */
function dayOf(day: Day, now_ms: number): string {
  const today = localDate(now_ms);
  return [today, day.day].sort().at(-1)!;
}

/** @param clock ms since 1970 UTC; only tests give another */
export async function openFloor(store: Store, clock: () => number = Date.now): Promise<Floor> {
  let day = await fold(store);
  let cycle: Cycle = await measuredCycle(store, clock());
  const live = new Map<string, Live>();
  const boots = new Map<string, { boot: string; seq: number }>();
  const tapes = openLiveTapes();
  const listeners = new Set<() => void>();
  const waiting: Waiting[] = [];
  let busy: Promise<void> | null = null;

  function tell(): void {
    for (const listener of listeners) listener();
  }

  /** Ends the day before, if the calendar has gone on. */
  async function turnPage(now_ms: number): Promise<void> {
    const today = dayOf(day, now_ms);
    if (today === day.day) return;
    const closed = copyOf(day);
    const events = day.day === '' ? [] : decideMidnight(closed);
    const group = events.map((event, n) => ({
      seq: closed.rev + n + 1,
      id: `${uuidv7()}`,
      at_ms: now_ms,
      who: 'system',
      event,
    }));
    for (const happened of group) apply(closed, happened);
    if (group.length > 0) await writeFloor(store, closed, group);
    day = newDay(today, closed.rev, closed.stations.values());
    cycle = await measuredCycle(store, now_ms);
  }

  /** Decides one of a group on `next`, which already holds the ones before it. */
  function decideOne(next: Day, one: Waiting, now_ms: number): Happened[] | Error {
    try {
      const events = one.decision(next, now_ms);
      return events.map((event, n) => {
        const happened = {
          seq: next.rev + 1,
          id: n === 0 ? one.id : `${one.id}/${n}`,
          at_ms: now_ms,
          who: one.who,
          event,
        };
        apply(next, happened);
        return happened;
      });
    } catch (error) {
      return error instanceof Refused ? new Refusal(error.word) : (error as Error);
    }
  }

  async function writeGroup(group: Waiting[]): Promise<void> {
    const now_ms = clock();
    try {
      await turnPage(now_ms);
      const next = copyOf(day);
      const results = group.map((one) => decideOne(next, one, now_ms));
      const events = results.flatMap((result) => (result instanceof Error ? [] : result));
      if (events.length > 0) await writeFloor(store, next, events);
      day = next;
      await settle(events);
      group.forEach((one, k) => {
        const result = results[k]!;
        if (result instanceof Error) one.reject(result);
        else one.resolve(result);
      });
      if (events.length > 0) tell();
    } catch (error) {
      // nothing of the group is on the disk, nothing of it has happened
      for (const one of group) one.reject(error);
    }
  }

  /** What follows from what has just been written, and is no part of it. */
  async function settle(events: Happened[]): Promise<void> {
    for (const { event } of events) {
      if (event.kind === 'ended') {
        tapes.drop(event.turn);
        await writeObserved(store, day.turns.get(event.turn)!).catch(() => undefined);
      }
      if (event.kind === 'wiped') cycle = await measuredCycle(store, clock()).catch(() => cycle);
      if (event.kind === 'removed') live.delete(event.station);
      // its end is no event: everybody is told when it is there
      if (event.kind === 'question') setTimeout(tell, event.closes_ms - clock() + 1).unref();
    }
  }

  async function drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await writeGroup(waiting.splice(0, MOST_events));
    busy = null;
  }

  function change(id: string, who: string, decision: Decision): Promise<Happened[]> {
    return new Promise((resolve, reject) => {
      waiting.push({ id, who, decision, resolve, reject });
      busy ??= drain();
    });
  }

  function reply(happened: Happened[]): CommandReply {
    const tickets = new Set(happened.flatMap(({ event }) => ('ticket' in event && event.ticket ? [event.ticket] : [])));
    const turnId = happened.map(({ event }) => ('turn' in event ? event.turn : null)).findLast((one) => one !== null);
    const turn = turnId ? day.turns.get(turnId) : undefined;
    if (turn) tickets.add(turn.ticket);
    return {
      rev: day.rev,
      tickets: [...tickets].flatMap((id) => {
        const ticket = day.tickets.get(id);
        return ticket ? [shownTicket(ticket)] : [];
      }),
      turn: turn ? shownTurn(turn, clock()) : null,
    };
  }

  async function command(call: CommandCall, who: string, given: Given): Promise<CommandReply> {
    const before = () => day.log.filter((one) => commandOf(one.id) === call.id);
    if (before().length === 0 && (await knownCommand(store, call.id))) return reply([]);
    const happened = await change(call.id, who, (next, now_ms) =>
      // asked again because the answer was lost: it has happened already
      next.log.some((one) => commandOf(one.id) === call.id)
        ? []
        : decide(next, call.command as Command, { ...given, now_ms, id: () => uuidv7() }),
    );
    return reply(happened.length > 0 ? happened : before());
  }

  async function report(stationId: string, said: Report): Promise<void> {
    const last = boots.get(stationId);
    if (last?.boot === said.boot && said.seq <= last.seq) return;
    boots.set(stationId, { boot: said.boot, seq: said.seq });
    const { stage, elapsed_s, controllers, attended, score } = said;
    live.set(stationId, { stage, elapsed_s, controllers, attended, score, heard_ms: clock() });
    // most reports change nothing: they do not wait for the disk
    if (busy === null && decideReport(day, stationId, said, clock()).length === 0) {
      tell();
      return;
    }
    await change(uuidv7(), `station:${stationId}`, (next, now_ms) => decideReport(next, stationId, said, now_ms));
    tell();
  }

  return {
    day: () => day,
    looking: () => ({ now_ms: clock(), cycle, live }),
    tapes,
    command,
    report,
    change,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async runArrived(runId) {
      const turn = [...day.turns.values()].find((one) => one.run === runId);
      if (turn?.state === 'over') await writeObserved(store, turn);
    },
    async idle() {
      await busy;
    },
  };
}
