/** What a drill offers to whoever shows it: stage, desk, command line and tests all use this and nothing deeper. */
import type { StoreApi } from 'zustand/vanilla';
import type { Pack } from '../script/contents.ts';
import type { Fact, Intent, World } from '../sim/world.ts';
import type { Attempt, Intervention, Session } from '../wire/session.ts';
import type { Tape } from './tape.ts';
import type { HallSettings, How, Locale, Mode } from './terms.ts';

export type { HallSettings, How, Locale, Mode };

export interface MarkView {
  rule: string;
  points: number;
  max: number;
  at_s: number | null;
  stage: string;
  critical: boolean;
  /** text keys of the variant's text files: what it asks, and why */
  titleKey: string;
  reasonKey: string;
}

/** Changes only when something happened, never per frame: what panels and captions show. */
export interface DrillView {
  stage: string;
  /** text key of the instruction on now, null when none (assess) */
  promptKey: string | null;
  /** captions in order of appearance: sounds, voices, consequences */
  captions: { key: string; at_s: number; speaker: string }[];
  marks: MarkView[];
  /** sum of points so far; what it is worth in the end only the script knows */
  score: number;
  /** set while a critical failure plays out; the rule broken and how long it still shows */
  consequence: { rule: string; key: string; until_s: number } | null;
  /** 1 first try, 2 after a rewind */
  attempt: 1 | 2;
  paused: boolean;
  /** the calm reminder after 15 s without an act */
  reminder: boolean;
  /** run time at which the reminder goes */
  reminderUntil_s: number;
  /** learn mode: what was wrong, told at once; text key of the reason */
  explanation: { rule: string; key: string; until_s: number } | null;
  ended: Attempt | null;
}

export interface Drill {
  readonly scenario: string;
  readonly variant: string;
  readonly mode: Mode;
  readonly how: How;
  readonly pack: Pack;
  readonly tape: Tape;
  /** the first try is the record; the second, after a rewind, stands beside it */
  readonly attempts: { first: Attempt | null; second: Attempt | null };
  /** the sim's state now; read, never write */
  readonly world: World;
  readonly view: StoreApi<DrillView>;
  /** all facts so far, oldest first */
  readonly facts: readonly Fact[];
  /** shows one frame's body to the drill; runs as many ticks as dt_s holds (0 while paused) */
  advance(dt_s: number, sample: Intent): void;
  /** takes the standing head height; only before the first tick */
  calibrate(standing_m: number): void;
  pause(): void;
  resume(): void;
  /** the trainer steps in with the next tick; false when that cannot be (now, or in this variant) */
  intervene(what: Intervention['what']): boolean;
  /** what the trainer did so far, in order */
  readonly interventions: readonly Intervention[];
  /** ends as abandoned or as a technical fault; idempotent */
  stop(why: 'abandoned' | 'technical-fault'): void;
  /** the finished run as it crosses the network; refused while it goes on */
  session(): Promise<Session>;
  /** what would be left of the run if its page were lost now (the open try abandoned); null while that cannot be said */
  draft(): Promise<Session | null>;
}
