/** A deck whose tape is still being made: it plays forward only, stands still where it is told to, and catches up after. */
import { createStore } from 'zustand/vanilla';
import { drillOf } from '../../drill/drill.ts';
import { joinTape } from '../../drill/live.ts';
import { newPace } from '../../drill/pace.ts';
import { beginRun, tickRun } from '../../drill/run.ts';
import { intents, newTape, type TapeHead } from '../../drill/tape.ts';
import type { DrillView } from '../../drill/types.ts';
import { firstView, showEvents } from '../../drill/view.ts';
import type { Pack } from '../../script/contents.ts';
import { TICK_s } from '../../sim/world.ts';
import type { Deck } from './deck.ts';

type Piece = Parameters<typeof joinTape>[1];

/** Further behind than this, what lies between is computed and not shown. [D] */
export const JUMP_s = 20;
/** So much is kept in hand, so that a late piece makes no halt. [D] */
export const BEHIND_s = 0.6;
/** Behind by more than twice that, it plays faster. [D] */
const CATCH_UP_speed = 2;
/** A long jump is computed in steps of so many ticks, a frame each. */
const JUMP_ticks = 600;

export interface LiveDeck extends Deck {
  /** @returns ticks held; throws when the piece was damaged on its way */
  push(piece: Piece): number;
  /** how far the picture is behind what is held, seconds */
  readonly lag_s: number;
  /** how fast to play now: 0 while held or out of tape */
  readonly speed: number;
  /** the picture stands still until released */
  hold(): void;
  release(): void;
  /** told each time a stage begins in the picture; before the next tick is shown */
  onStage(listener: (stage: string) => void): () => void;
}

/** @throws TapeError when the tape is of another variant */
export function openLiveDeck(head: TapeHead, pack: Pack): LiveDeck {
  const tape = newTape(structuredClone(head));
  const { run } = beginRun(pack, structuredClone(head), true);
  const view = createStore<DrillView>(() => firstView(run, []));
  const drill = drillOf({ run, tape, pace: newPace(), view, id: '', started_ms: 0 });
  const listeners = new Set<(stage: string) => void>();
  let tick = 0;
  let held = false;
  let stage = run.judging.stage;

  function step(to: number): void {
    if (tick >= to) return;
    for (const intent of intents(tape, tick)) {
      if (tick >= to || held) return;
      const events = tickRun(run, intent);
      tick++;
      if (events.length > 0) showEvents(view, run, events);
      if (run.judging.stage === stage) continue;
      stage = run.judging.stage;
      for (const listener of listeners) listener(stage);
    }
  }
  const lag_s = () => (tape.ticks - tick) * TICK_s;

  return {
    get ticks() {
      return tape.ticks;
    },
    get tick() {
      return tick;
    },
    prepared_frac: 1,
    rewind: null,
    drill,
    run,
    get lag_s() {
      return lag_s();
    },
    get speed() {
      if (held) return 0;
      const behind_s = lag_s();
      if (behind_s <= 0) return 0;
      return behind_s > BEHIND_s * 2 ? CATCH_UP_speed : 1;
    },
    seek(wanted) {
      if (held) return;
      const far = lag_s() > JUMP_s;
      step(Math.min(tape.ticks, far ? Math.max(wanted, tick + JUMP_ticks) : wanted));
    },
    push: (piece) => joinTape(tape, piece),
    hold() {
      held = true;
    },
    release() {
      held = false;
    },
    onStage(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare: () => Promise.resolve(true),
    result: () => ({ first: run.first, second: run.second, world: '', ticks: tick }),
    close() {
      listeners.clear();
    },
  };
}
