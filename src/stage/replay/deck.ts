/** A tape that can be played, stopped and scrubbed: the run is computed once, and kept every two seconds to come back to. */
import { createStore } from 'zustand/vanilla';
import { drillOf } from '../../drill/drill.ts';
import { newPace } from '../../drill/pace.ts';
import type { Replayed } from '../../drill/replay.ts';
import { beginRun, tickRun } from '../../drill/run.ts';
import type { Run } from '../../drill/run-state.ts';
import { intents, type Tape } from '../../drill/tape.ts';
import type { Drill, DrillView } from '../../drill/types.ts';
import { firstView, showEvents } from '../../drill/view.ts';
import type { Pack } from '../../script/contents.ts';
import { clock_s, type Intent, TICK_s } from '../../sim/world.ts';

/** Distance of two kept moments; a jump computes at most this much. [D] */
const KEEP_ticks = 120;
/** Work done between two breaths of the page. [D] */
const SLICE_ms = 24;

interface Kept {
  tick: number;
  state: Partial<Run>;
}

/** A rewind on the tape: after this tick the run's clock went back. */
export interface Rewind {
  tick: number;
  clock_s: number;
}

export interface Deck {
  readonly ticks: number;
  /** tick of the tape that is shown */
  readonly tick: number;
  /** 0..1 of the tape that has been computed */
  readonly prepared_frac: number;
  readonly rewind: Rewind | null;
  /** what the stage draws: the same face as a live drill */
  readonly drill: Drill;
  readonly run: Run;
  /** shows another moment; past what is computed it stops there */
  seek(tick: number): void;
  /** computes the rest in slices that leave the page alive; false when it was closed before its end */
  prepare(onProgress: (frac: number) => void): Promise<boolean>;
  /** what the whole tape came to; complete once prepared */
  result(): Replayed;
  close(): void;
}

/** Everything of a run but its pack and the tape's head, which never change. */
function copyOf(run: Run): Partial<Run> {
  const { pack: _pack, head: _head, ...rest } = run;
  return structuredClone(rest);
}

export function openDeck(tape: Tape, pack: Pack): Deck {
  const begin = () => beginRun(pack, structuredClone(tape.head), true).run;
  const shown = begin();
  const ahead = begin();
  const kept: Kept[] = [{ tick: 0, state: copyOf(ahead) }];
  const view = createStore<DrillView>(() => firstView(shown, []));
  const drill = drillOf({ run: shown, tape, pace: newPace(), view, id: '', started_ms: 0 });
  let frames: Generator<Intent> = intents(tape);
  let tick = 0;
  let computed = 0;
  let rewind: Rewind | null = null;
  let closed = false;

  function forward(to: number): void {
    while (tick < to) {
      const next = frames.next();
      if (next.done) return;
      const events = tickRun(shown, next.value);
      tick++;
      if (events.length > 0) showEvents(view, shown, events);
    }
  }

  function back(to: number): void {
    const from = kept.findLast((one) => one.tick <= to) ?? kept[0]!;
    Object.assign(shown, structuredClone(from.state));
    tick = from.tick;
    frames = intents(tape, tick);
    view.setState({ ...firstView(shown, []), attempt: shown.attempt });
  }

  async function prepare(onProgress: (frac: number) => void): Promise<boolean> {
    const all = intents(tape);
    let until_ms = performance.now() + SLICE_ms;
    for (const intent of all) {
      for (const event of tickRun(ahead, intent))
        if (event.kind === 'rewound') rewind = { tick: computed + 1, clock_s: clock_s(ahead.world) };
      computed++;
      if (computed % KEEP_ticks === 0) kept.push({ tick: computed, state: copyOf(ahead) });
      if (performance.now() < until_ms) continue;
      onProgress(computed / Math.max(1, tape.ticks));
      await new Promise((resolve) => setTimeout(resolve));
      if (closed) return false;
      until_ms = performance.now() + SLICE_ms;
    }
    onProgress(1);
    return true;
  }

  return {
    ticks: tape.ticks,
    get tick() {
      return tick;
    },
    get prepared_frac() {
      return tape.ticks === 0 ? 1 : computed / tape.ticks;
    },
    get rewind() {
      return rewind;
    },
    drill,
    run: shown,
    seek(wanted: number): void {
      const to = Math.max(0, Math.min(wanted, computed, tape.ticks));
      // a far jump forward goes by a kept moment too
      if (to < tick || to - tick > KEEP_ticks * 2) back(to);
      forward(to);
    },
    prepare,
    result: () => ({ first: ahead.first, second: ahead.second, world: '', ticks: computed }),
    close() {
      closed = true;
    },
  };
}

/** @returns the tick of the tape at which a mark of an attempt was decided; null where it never was. */
export function tickOf(at_s: number | null, attempt: 1 | 2, rewind: Rewind | null): number | null {
  if (at_s === null) return null;
  if (attempt === 1 || !rewind) return Math.round(at_s / TICK_s);
  return rewind.tick + Math.max(0, Math.round((at_s - rewind.clock_s) / TICK_s));
}
