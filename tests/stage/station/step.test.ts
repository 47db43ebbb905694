/** The hard boundary as a station keeps it: whatever happens in whatever order, nothing of one visitor reaches the next. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Orders, TurnOrders } from '../../../src/post/station.ts';
import { type Event, fresh, type Local, step } from '../../../src/stage/station/step.ts';
import { COMFORTS, type Move, SmallHall } from './floor.ts';

const BEFORE = ['idle', 'called'];
const BEGUN = ['running', 'paused'];

const STAFF = ['beside', 'pause', 'resume', 'swap', 'end', 'fault', 'hint', 'wiped', 'close', 'open'] as const;
const MACHINE = ['loaded', 'fault', 'stored', 'still', 'goes-on', 'reload', 'closing'] as const;
const comfort = fc.integer({ min: 0, max: COMFORTS.length - 1 });
const pick = <By extends string, Do extends string>(by: By, ...names: readonly Do[]) =>
  fc.constantFrom(...names).map((name) => ({ by, do: name }));
const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: comfort.map((one): Move => ({ by: 'staff', do: 'call', comfort: one })) },
    { weight: 1, arbitrary: comfort.map((one): Move => ({ by: 'staff', do: 'comfort', comfort: one })) },
    { weight: 1, arbitrary: comfort.map((one): Move => ({ by: 'staff', do: 'replace', comfort: one })) },
    { weight: 5, arbitrary: pick('staff', ...STAFF) },
    // orders that are not delivered and reports that are not heard are lost: what was said last is said again
    { weight: 6, arbitrary: pick('line', 'orders', 'report') },
    { weight: 5, arbitrary: pick('visitor', 'press', 'finish', 'fail', 'take-over') },
    { weight: 5, arbitrary: pick('machine', 'loaded', 'loaded', 'stored', ...MACHINE) },
    {
      weight: 1,
      arbitrary: fc.record({
        by: fc.constant('clock' as const),
        s: fc.integer({ min: 1, max: 70 }),
        attended: fc.boolean(),
      }),
    },
  ) as fc.Arbitrary<Move>,
  { minLength: 60, maxLength: 240, size: 'max' },
);

function holds(hall: SmallHall): void {
  const { local, dials, run } = hall;
  if (BEFORE.includes(local.phase)) {
    expect(dials).toBeNull();
    expect(run).toBeNull();
    expect(local).toMatchObject({
      run: null,
      comfort: null,
      held: null,
      resumes: null,
      asked: [],
      done: [],
      end: null,
    });
  }
  // a run is the run of the turn the page belongs to, and so are its dials
  if (run) expect(run.turn).toBe(local.turn);
  if (dials) expect(hall.turns.find((turn) => turn.id === local.turn)?.comforts).toContainEqual(dials);
  if (!BEGUN.includes(local.phase)) expect(local.held).toBeNull();
  if (run?.end && local.phase !== 'wiped') expect(local).toMatchObject({ phase: 'over', end: run.end });
  for (const times of hall.begun.values()) expect(times).toBe(1);
  for (const ends of hall.said.values()) expect(ends.size).toBe(1);
  for (const turn of hall.turns) expect(turn.ends.length).toBeLessThanOrEqual(1);
  expect(hall.strayAsks).toEqual([]);
}

/** The afternoon is over: staff end what is on, everything arrives, the station is wiped. */
function closeDown(hall: SmallHall): void {
  const rest: Move[] = [
    { by: 'line', do: 'orders' },
    { by: 'line', do: 'report' },
    { by: 'staff', do: 'end' },
    { by: 'line', do: 'orders' },
    { by: 'line', do: 'report' },
    { by: 'machine', do: 'stored' },
    { by: 'line', do: 'orders' },
    { by: 'staff', do: 'wiped' },
    { by: 'line', do: 'orders' },
    { by: 'machine', do: 'stored' },
    { by: 'line', do: 'orders' },
  ];
  for (const move of rest) {
    hall.move(move);
    holds(hall);
  }
}

describe('the hard boundary', () => {
  test('any order of orders, presses, faults, drops and reloads leaves no state of one turn in the next', () => {
    fc.assert(
      fc.property(moves, (all) => {
        const hall = new SmallHall();
        for (const move of all) {
          hall.move(move);
          holds(hall);
        }
        closeDown(hall);
        expect(hall.local.phase).toBe('idle');
        // every turn the station opened has ended, once
        for (const turn of hall.turns) expect(turn.ends).toHaveLength(1);
      }),
      { numRuns: 500 },
    );
  });

  test('many afternoons reach every phase, so that the promise above is about something', () => {
    const seen = new Set<string>();
    const ends = new Set<string>();
    fc.assert(
      fc.property(moves, (all) => {
        const hall = new SmallHall();
        for (const move of all) {
          hall.move(move);
          seen.add(hall.local.phase);
        }
        for (const end of hall.ends) ends.add(end);
      }),
      { numRuns: 1500, seed: 7 },
    );
    expect([...seen].sort()).toEqual(['called', 'idle', 'loading', 'over', 'paused', 'ready', 'running', 'wiped']);
    expect([...ends].sort()).toEqual(['abandoned', 'failed', 'finished', 'not-begun', 'technical-fault']);
  });
});

const TURN: TurnOrders = {
  id: 'one',
  number: 'A001',
  variant: 'firefighting/kitchen-wok',
  mode: 'learn',
  crew: false,
  purpose: 'training',
  state: 'called',
  stopping: false,
  pause: null,
  comfort: COMFORTS[1]!,
  asks: [],
};
function orders(turn: Partial<TurnOrders> | null, rest: Partial<Orders> = {}): Event {
  const station = { id: 'st', name: '3', kind: 'headset' as const };
  const told = { rev: 1, station, wipe: false, closed: false, abandonAfter_s: 60, ...rest };
  return { is: 'order', orders: { ...told, turn: turn && { ...TURN, ...turn } } };
}
function play(state: Local, ...events: Event[]) {
  const acts = [];
  let now = state;
  for (const event of events) {
    const next = step(now, event);
    now = next.state;
    acts.push(...next.acts);
  }
  return { state: now, acts };
}
const running = play(
  fresh(),
  orders({}),
  orders({ state: 'ready' }),
  { is: 'loaded' },
  { is: 'began', run: 'r1' },
  orders({ state: 'running' }),
).state;

describe('one turn', () => {
  test('is set for its visitor when somebody stands beside, not when it is called', () => {
    expect(play(fresh(), orders({})).acts).toEqual([]);
    const { acts } = play(fresh(), orders({}), orders({ state: 'ready' }));
    expect(acts).toMatchObject([
      { do: 'apply', comfort: COMFORTS[1] },
      { do: 'open', turn: { id: 'one' } },
    ]);
  });

  test('cannot be begun before it is loaded, nor without staff', () => {
    const pressed: Event = { is: 'began', run: 'r1' };
    expect(play(fresh(), orders({}), pressed).state.phase).toBe('called');
    expect(play(fresh(), orders({ state: 'ready' }), pressed).state.phase).toBe('loading');
  });

  test('goes on while the hall is silent', () => {
    const alone = play(running, { is: 'clock', now_ms: 9e6, attended: true });
    expect(alone.state.phase).toBe('running');
    expect(alone.acts).toEqual([]);
  });

  test('orders for another turn end it as abandoned before anything of the other is shown', () => {
    const { state, acts } = play(running, orders({ id: 'two', state: 'ready' }));
    expect(acts).toEqual([{ do: 'stop', end: 'abandoned' }]);
    expect(state).toMatchObject({ phase: 'wiped', turn: 'one', end: 'abandoned' });
    // the page goes when the record is safe, not before
    expect(play(state, { is: 'ended', end: 'abandoned' }, { is: 'stored' }).acts).toEqual([{ do: 'leave' }]);
  });

  test('ends as abandoned when nobody has been there for as long as the hall allows, not sooner', () => {
    const gone = (at_s: number): Event => ({ is: 'clock', now_ms: at_s * 1000, attended: false });
    expect(play(running, gone(100), gone(159)).state.phase).toBe('running');
    expect(
      play(running, gone(100), gone(159), { is: 'clock', now_ms: 159_500, attended: true }, gone(161)).state.phase,
    ).toBe('running');
    expect(play(running, gone(100), gone(160)).state).toMatchObject({ phase: 'over', end: 'abandoned' });
  });

  test('does not end for want of a head while staff hold it or hand it over', () => {
    for (const pause of ['staff', 'swap'] as const) {
      const held = play(running, orders({ state: 'paused', pause }));
      const later = play(
        held.state,
        ...[0, 100, 1000].map((s): Event => ({ is: 'clock', now_ms: s * 1000, attended: false })),
      );
      expect(later.state.phase).toBe('running');
    }
  });

  test('a fault of the machine is a technical fault, before the beginning and after', () => {
    const failed: Event = { is: 'failed', trouble: 'context lost' };
    expect(play(running, failed)).toMatchObject({
      state: { phase: 'over', end: 'technical-fault', trouble: 'context lost' },
      acts: [{ do: 'stop', end: 'technical-fault' }],
    });
    expect(play(fresh(), orders({ state: 'ready' }), failed).state).toMatchObject({
      phase: 'over',
      end: 'technical-fault',
    });
  });

  test('a page that was lost does not play its turn again: it says how it ended', () => {
    const kept = fresh([{ turn: 'one', run: 'r1', end: 'abandoned' }]);
    for (const state of ['ready', 'running', 'paused'] as const)
      expect(play(kept, orders({ state })).state).toMatchObject({ phase: 'over', run: 'r1', end: 'abandoned' });
    expect(play(fresh(), orders({ state: 'running' })).state).toMatchObject({ phase: 'over', end: 'technical-fault' });
  });

  test('stays on show after its end until the station is wiped', () => {
    const ended = play(running, { is: 'ended', end: 'finished' }, orders(null, { wipe: true }), { is: 'stored' });
    expect(ended).toMatchObject({ state: { phase: 'over', end: 'finished' }, acts: [] });
    expect(play(ended.state, orders(null)).acts).toEqual([{ do: 'leave' }]);
  });

  test('each ask is carried out once, however often it is told', () => {
    const asks = [{ id: 'ask-1', what: 'hint' as const, at_ms: 1, done: false }];
    const told = orders({ state: 'running', asks });
    const { acts, state } = play(running, told, told, { is: 'did', ask: 'ask-1' }, told);
    expect(acts).toEqual([{ do: 'ask', ask: { id: 'ask-1', what: 'hint' } }]);
    expect(state.done).toEqual(['ask-1']);
  });

  test('who takes over in a swap goes on by the ready press; the same orders again do not stop them', () => {
    const swap = orders({ state: 'paused', pause: 'swap', number: 'A013' });
    const { acts, state } = play(running, swap, { is: 'taken-over' }, swap);
    expect(acts).toEqual([{ do: 'hold', held: { why: 'swap', number: 'A013' } }, { do: 'release' }]);
    expect(state.resumes).toBe('A013');
    const next = play(state, orders({ state: 'paused', pause: 'swap', number: 'A014' }));
    expect(next.acts).toEqual([{ do: 'hold', held: { why: 'swap', number: 'A014' } }]);
  });
});
