/** The hard boundary as a property: whatever the order of events from whatever stations, no visitor reaches another. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply, type Day, isOver, newDay } from '../../server/floor/day.ts';
import { type Circumstances, decide, Refused } from '../../server/floor/decide.ts';
import { decideAnswer, decideJoin, decideMidnight, decideReport } from '../../server/floor/decide-station.ts';
import type { FloorEvent } from '../../server/floor/events.ts';
import { openLiveTapes } from '../../server/floor/live.ts';
import { shownBoard, shownOrders } from '../../server/floor/shown.ts';
import { type Command, STANDARD_COMFORT, STANDARD_RULES } from '../../src/wire/floor.ts';
import type { Report } from '../../src/wire/station.ts';

const STATIONS = ['s1', 's2', 's3'] as const;
const NEVER = { min: 10, measured: 0 };

/** A step of somebody: indexes are taken modulo what there is, so that every step means something. */
const STEP = fc.oneof(
  // what would come next at a station, so that runs get under way among all that goes wrong
  { weight: 14, arbitrary: fc.record({ who: fc.constant('onward' as const), station: fc.nat(2), crew: fc.boolean() }) },
  {
    weight: 3,
    arbitrary: fc.record({ who: fc.constant('comes' as const), place: fc.constantFrom('headset', 'desktop', 'watch') }),
  },
  { weight: 3, arbitrary: fc.record({ who: fc.constant('call' as const), station: fc.nat(2), crew: fc.boolean() }) },
  {
    weight: 8,
    arbitrary: fc.record({
      who: fc.constant('turn' as const),
      turn: fc.nat(9),
      what: fc.constantFrom(
        'beside',
        'pause',
        'resume',
        'end',
        'fault',
        'comfort',
        'hint',
        'surprise',
        'recenter',
        'seat',
        'swap',
        'call-again',
      ),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      who: fc.constant('ticket' as const),
      ticket: fc.nat(19),
      what: fc.constantFrom('skip', 'return', 'no-show', 'leave', 'finish', 'again', 'place'),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      who: fc.constant('station' as const),
      station: fc.nat(2),
      turn: fc.oneof(fc.constant(-1), fc.constant(-2), fc.nat(9)),
      phase: fc.constantFrom('idle', 'loading', 'ready', 'running', 'paused', 'over'),
      end: fc.constantFrom('finished', 'failed', 'abandoned', 'technical-fault'),
      question: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      who: fc.constant('wipe' as const),
      station: fc.nat(2),
      what: fc.constantFrom('wiped', 'close-station', 'open-station'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      who: fc.constant('phone' as const),
      turn: fc.nat(9),
      seat: fc.nat(5),
      option: fc.nat(2),
      joins: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ who: fc.constant('undo' as const) }) },
);
type Step = typeof STEP extends fc.Arbitrary<infer One> ? One : never;

interface World {
  day: Day;
  seq: number;
  now_ms: number;
  n: number;
  /** by run: the turn and ticket that was on when it began; what must never change */
  ranFor: Map<string, { turn: string; ticket: string }>;
  tapes: ReturnType<typeof openLiveTapes>;
}

function uuidOf(world: World): string {
  world.n += 1;
  return `id-${world.n}`;
}

function take(world: World, who: string, events: FloorEvent[]): void {
  const base = uuidOf(world);
  events.forEach((event, k) => {
    world.seq += 1;
    const happened = { seq: world.seq, id: k === 0 ? base : `${base}/${k}`, at_ms: world.now_ms, who, event };
    if (event.kind === 'began') {
      const turn = world.day.turns.get(event.turn)!;
      world.ranFor.set(event.run, { turn: turn.id, ticket: turn.ticket });
    }
    apply(world.day, happened);
    if (event.kind === 'ended') world.tapes.drop(event.turn);
  });
}

function command(world: World, what: Command): void {
  const given: Circumstances = {
    now_ms: world.now_ms,
    id: () => uuidOf(world),
    rules: STANDARD_RULES,
    cardId: null,
    bookedDue_ms: null,
  };
  take(world, 'staff', decide(world.day, what, given));
}

const at = <T>(all: T[], index: number): T | undefined => (all.length === 0 ? undefined : all[index % all.length]);

function turnStep(world: World, turn: string, what: string): void {
  const comfort = { locale: 'en', captions: false, seated: true, intensity: 'calm' } as const;
  if (what === 'comfort') command(world, { do: 'comfort', turn, comfort });
  else if (what === 'hint' || what === 'surprise') command(world, { do: 'intervene', turn, what });
  else if (what === 'fault') command(world, { do: 'fault', turn, reason: '' });
  else if (what === 'seat') command(world, { do: 'seat', turn, ticket: null });
  else if (what === 'swap') {
    const next = [...world.day.tickets.values()].find((one) => one.state === 'waiting');
    if (next) command(world, { do: 'swap', turn, ticket: next.id });
  } else command(world, { do: what, turn } as Command);
}

function stationStep(world: World, step: Extract<Step, { who: 'station' }>): void {
  const id = STATIONS[step.station]!;
  const own = world.day.stations.get(id)!.turn;
  const turns = [...world.day.turns.keys()];
  const turn = step.turn === -1 ? own : step.turn === -2 ? null : (at(turns, step.turn) ?? null);
  const report: Report = {
    boot: 'boot',
    seq: 0,
    turn,
    phase: step.phase,
    run: turn ? `run-${id}-${turn}` : null,
    stage: 'a',
    elapsed_s: 1,
    controllers: 'two',
    attended: true,
    score: 50,
    end: step.phase === 'over' ? step.end : null,
    trouble: null,
    done: [],
    question: step.question ? { stage: `q${world.n % 3}`, options: 3, right: 1 } : null,
  };
  take(world, `station:${id}`, decideReport(world.day, id, report, world.now_ms));
  // a live piece goes where the route lets it: to the station's own turn and run
  const known = turn ? world.day.turns.get(turn) : undefined;
  if (known?.station === id && known.state !== 'over' && known.run === report.run && report.run)
    world.tapes.push({
      turn: known.id,
      run: report.run,
      head: {},
      piece: { from: 0, ticks: 1, numbers: '', deeds: [], sum: 0 },
    });
}

function onward(world: World, step: Extract<Step, { who: 'onward' }>): void {
  const station = world.day.stations.get(STATIONS[step.station]!)!;
  const turn = station.turn ? world.day.turns.get(station.turn) : undefined;
  const report = {
    who: 'station' as const,
    station: step.station,
    turn: -1,
    end: 'finished' as const,
    question: step.crew,
  };
  if (station.state === 'wipe') play(world, { who: 'wipe', station: step.station, what: 'wiped' });
  else if (station.state === 'closed') play(world, { who: 'wipe', station: step.station, what: 'open-station' });
  else if (!turn) play(world, { who: 'call', station: step.station, crew: step.crew });
  else if (turn.state === 'called') command(world, { do: 'beside', turn: turn.id });
  else stationStep(world, { ...report, phase: turn.state === 'ready' || step.crew ? 'running' : 'over' });
}

function play(world: World, step: Step): void {
  const tickets = [...world.day.tickets.keys()];
  const turns = [...world.day.turns.keys()];
  world.now_ms += 2_000;
  switch (step.who) {
    case 'onward':
      onward(world, step);
      break;
    case 'comes':
      command(world, {
        do: 'check-in',
        audience: 'resident',
        ageBand: '18-59',
        place: step.place as 'headset',
        consent: false,
        card: null,
        booking: null,
        count: 1,
      });
      break;
    case 'call':
      command(world, {
        do: 'call',
        station: STATIONS[step.station]!,
        ticket: null,
        variant: 'a/b',
        mode: 'assess',
        crew: step.crew,
      });
      break;
    case 'turn': {
      const turn = at(turns, step.turn);
      if (turn) turnStep(world, turn, step.what);
      break;
    }
    case 'ticket': {
      const ticket = at(tickets, step.ticket);
      if (ticket && step.what === 'place') command(world, { do: 'place', ticket, place: 'desktop' });
      else if (ticket) command(world, { do: step.what, ticket } as Command);
      break;
    }
    case 'station':
      stationStep(world, step);
      break;
    case 'wipe':
      command(world, { do: step.what, station: STATIONS[step.station]!, reason: '' } as Command);
      break;
    case 'phone': {
      const turn = world.day.turns.get(at(turns, step.turn) ?? '');
      if (!turn || turn.state === 'over') break;
      const seat = `seat-${turn.id}-${step.seat}`;
      if (step.joins) take(world, 'phone', decideJoin(world.day, turn, seat, null));
      else if (turn.question)
        take(world, 'phone', decideAnswer(turn, seat, turn.question.stage, step.option, world.now_ms));
      break;
    }
    default: {
      const last = world.day.log.at(-1);
      if (last) command(world, { do: 'undo', event: last.id });
    }
  }
}

/** What must be true after every step. */
function holds({ day, ranFor, tapes, now_ms }: World): void {
  const turns = [...day.turns.values()];
  for (const station of day.stations.values()) {
    const open = turns.filter((turn) => turn.station === station.id && turn.state !== 'over');
    expect(open.map((turn) => turn.id)).toEqual(station.turn ? [station.turn] : []);
    if (station.state === 'free' || station.state === 'wipe' || station.state === 'closed')
      expect(station.turn).toBe(null);
  }
  for (const ticket of day.tickets.values()) {
    const open = turns.filter((turn) => turn.ticket === ticket.id && turn.state !== 'over');
    expect(open.map((turn) => turn.id)).toEqual(ticket.turn ? [ticket.turn] : []);
    if (isOver(ticket.state) || ticket.state === 'waiting' || ticket.state === 'after') expect(ticket.turn).toBe(null);
  }
  const runs = turns.flatMap((turn) => (turn.run ? [turn.run] : []));
  expect(new Set(runs).size).toBe(runs.length);
  for (const turn of turns) {
    if (turn.run) expect(ranFor.get(turn.run)?.turn).toBe(turn.id);
    if (turn.run) expect(turn.performers[0]!.ticket).toBe(ranFor.get(turn.run)!.ticket);
    if (turn.state === 'over') expect(turn.end).not.toBe(null);
    if (turn.end === 'not-begun') expect(turn.began_ms).toBe(null);
    if (turn.began_ms === null && turn.end) expect(['not-begun', 'technical-fault']).toContain(turn.end);
    expect(turn.watchers.filter((one) => !one.left).length).toBeLessThanOrEqual(6);
  }
  for (const held of tapes.held()) expect(day.turns.get(held)!.state).not.toBe('over');
  for (const [, station] of day.stations) {
    const { turn } = shownOrders(day, station, 60);
    if (turn?.state === 'called' && !day.log.some(({ event }) => event.kind === 'comfort' && event.turn === turn.id))
      expect(turn.comfort).toEqual(STANDARD_COMFORT);
    if (turn) expect(day.turns.get(turn.id)!.station).toBe(station.id);
  }
  const board = shownBoard(day, { name: null, origin: null }, { now_ms, cycle: NEVER, live: new Map() });
  expect(new Set(board.waiting).size).toBe(board.waiting.length);
}

function newWorld(): World {
  const stations = STATIONS.map((id, k) => ({
    id,
    name: id,
    kind: k === 2 ? ('desktop' as const) : ('headset' as const),
    state: 'free' as const,
    turn: null,
  }));
  const day = newDay('2026-11-23', 0, stations);
  return { day, seq: 0, now_ms: 1_000_000, n: 0, ranFor: new Map(), tapes: openLiveTapes() };
}

describe('in any order of events from three stations, staff and phones', () => {
  test('no turn, run, tape or setting of one visitor is another one’s, and every refusal changes nothing', () => {
    let calls = 0;
    let began = 0;
    fc.assert(
      fc.property(fc.array(STEP, { minLength: 30, maxLength: 200, size: 'max' }), (steps) => {
        const world = newWorld();
        for (const step of steps) {
          const before = structuredClone(world.day);
          try {
            play(world, step);
          } catch (error) {
            if (!(error instanceof Refused)) throw error;
            expect(world.day).toEqual(before);
          }
          holds(world);
        }
        // folded again from its events the day is the same
        const again = newDay(world.day.day, 0, newWorld().day.stations.values());
        for (const happened of world.day.log) apply(again, happened);
        expect(again).toEqual(world.day);
        calls += world.day.turns.size;
        began += world.ranFor.size;
        // midnight: everybody has exactly one end
        take(world, 'system', decideMidnight(world.day));
        expect([...world.day.tickets.values()].every((ticket) => isOver(ticket.state) && ticket.turn === null)).toBe(
          true,
        );
        expect([...world.day.turns.values()].every((turn) => turn.state === 'over' && turn.end !== null)).toBe(true);
      }),
      { numRuns: 200 },
    );
    // the steps reach where it matters
    expect(calls).toBeGreaterThan(500);
    expect(began).toBeGreaterThan(150);
  });
});
