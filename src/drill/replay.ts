/** Plays a tape: to its result, to the world at any moment, or on from there with a live body. */
import { createStore } from 'zustand/vanilla';
import type { Pack } from '../script/contents.ts';
import { TICK_s, type World } from '../sim/world.ts';
import type { Attempt, Session } from '../wire/session.ts';
import { drillOf } from './drill.ts';
import { newPace } from './pace.ts';
import { beginRun, tickRun } from './run.ts';
import type { Run, RunEvent } from './run-state.ts';
import { intents, newTape, record, type Tape, TapeError } from './tape.ts';
import type { Drill, DrillView } from './types.ts';
import { firstView, showEvents } from './view.ts';

/** A tape being played: forward only; begin again to go back. */
export interface Player {
  readonly run: Run;
  /** ticks played so far */
  readonly tick: number;
  /** plays on to a tick of the tape (its end at most) and gives what happened on the way */
  playTo(tick: number): RunEvent[];
}

/** @throws TapeError when the tape belongs to another variant */
export function openTape(tape: Tape, pack: Pack): Player {
  const { head } = tape;
  if (head.scenario !== pack.scenario || head.variant !== pack.variant)
    throw new TapeError(`it is of ${head.scenario}/${head.variant}, not of ${pack.scenario}/${pack.variant}`);
  const { run } = beginRun(pack, structuredClone(head), true);
  const frames = intents(tape);
  let tick = 0;
  return {
    run,
    get tick() {
      return tick;
    },
    playTo(to: number): RunEvent[] {
      const events: RunEvent[] = [];
      while (tick < Math.min(to, tape.ticks)) {
        const next = frames.next();
        if (next.done) break;
        events.push(...tickRun(run, next.value));
        tick++;
      }
      return events;
    },
  };
}

export interface Replayed {
  first: Attempt | null;
  second: Attempt | null;
  /** hash of the whole world after the last tick */
  world: string;
  ticks: number;
}

/** @returns the result that a tape gives today, under today's script. */
export function replay(tape: Tape, pack: Pack): Replayed {
  const player = openTape(tape, pack);
  player.playTo(tape.ticks);
  const { run } = player;
  return { first: run.first, second: run.second, world: hashWorld(run.world), ticks: player.tick };
}

/** @returns a sentence for every way in which a replay disagrees with what was stored; empty when they are equal. */
export function disagreements(stored: Session, played: Replayed, pack: Pack): string[] {
  const found: string[] = [];
  if (stored.version !== pack.script.version)
    found.push(
      `The run was made with version ${stored.version} of the script, this is version ${pack.script.version}.`,
    );
  for (const which of ['first', 'second'] as const) {
    const was = stored[which];
    const is = played[which];
    if (!was && !is) continue;
    // a run that was stopped from outside has no end on its tape
    if (was && !is && (was.ended === 'abandoned' || was.ended === 'technical-fault')) continue;
    if (!was || !is) found.push(`The ${which} try is ${was ? 'stored but not played' : 'played but not stored'}.`);
    else found.push(...attemptDisagreements(which, was, is));
  }
  return found;
}

function attemptDisagreements(which: string, was: Attempt, is: Attempt): string[] {
  const found: string[] = [];
  for (const field of ['ended', 'ending', 'passed', 'score', 'grade', 'duration_s'] as const)
    if (was[field] !== is[field])
      found.push(`The ${which} try's ${field} is stored as ${was[field]} and played as ${is[field]}.`);
  const rules = new Set([...was.marks, ...is.marks].map((mark) => mark.rule));
  for (const rule of rules) {
    const before = was.marks.find((mark) => mark.rule === rule)?.points ?? null;
    const now = is.marks.find((mark) => mark.rule === rule)?.points ?? null;
    if (before !== now)
      found.push(`The ${which} try's ${rule} is stored with ${before} points and played with ${now}.`);
  }
  return found;
}

/** cyrb53 (bryc, public domain) of the world's JSON: the same state has the same 14 hex digits. */
export function hashWorld(world: World): string {
  const text = JSON.stringify(world);
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}

/**
 * "Try from here": a live drill that begins as the taped run was after `tick` ticks. It is practice: learn mode,
 * with a tape of its own that begins with the part already played.
 * @param id of the new session, should anybody want to keep it
 */
export function resumeAt(tape: Tape, pack: Pack, tick: number, id: string, started_ms: number): Drill {
  const player = openTape(tape, pack);
  const { run } = player;
  const own = newTape({ ...structuredClone(tape.head), mode: 'learn' });
  run.head = own.head;
  for (const intent of intents(tape)) {
    if (own.ticks >= tick || run.ended) break;
    tickRun(run, record(own, intent));
  }
  const view = createStore<DrillView>(() => ({ ...firstView(run, []), attempt: run.attempt }));
  showEvents(view, run, []);
  return drillOf({ run, tape: own, pace: newPace(), view, id, started_ms });
}

/** @returns the tick just before a mark was decided, for "try from here"; the start where it has no time. */
export function tickBefore(at_s: number | null, lead_s = 6): number {
  return at_s === null ? 0 : Math.max(0, Math.round((at_s - lead_s) / TICK_s));
}
