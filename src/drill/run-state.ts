/** What one run is made of while it goes on, and what it tells. */
import type { Pack } from '../script/contents.ts';
import type { Judged, Judging } from '../script/engine.ts';
import type { Action } from '../script/schema.ts';
import type { Fact, World } from '../sim/world.ts';
import type { Attempt, Intervention } from '../wire/session.ts';
import type { Moment } from './rewind.ts';
import type { TapeHead } from './tape.ts';

export interface Consequence {
  rule: string;
  key: string;
  /** run time at which it is over */
  until_s: number;
}
export type RunEvent =
  | Judged
  | { kind: 'rewound' }
  | { kind: 'hint'; key: string }
  | { kind: 'surprise'; actions: Action[] }
  | { kind: 'ended'; attempt: Attempt };

export interface Run {
  pack: Pack;
  head: TapeHead;
  pace_frac: number;
  world: World;
  judging: Judging;
  facts: Fact[];
  /** told by a stage's actions, judged with the next tick's */
  pending: Fact[];
  attempt: 1 | 2;
  /** a critical failure is followed by a second try */
  rewinds: boolean;
  consequence: Consequence | null;
  decision: Moment;
  /** what the trainer did, in order; a rewind keeps them */
  interventions: Intervention[];
  /** the calmer level is on: more time, prompts shown; it stays */
  calmer: boolean;
  first: Attempt | null;
  second: Attempt | null;
  /** set when nothing more will happen */
  ended: Attempt | null;
}
