/** The thread between a station and the run it shows: asks go down, news come up, and one look a second. */
import type { Drill } from '../../drill/types.ts';
import type { Question, TurnEnd } from '../../post/station.ts';
import type { Act, Held } from './step.ts';

export type RunAct = Extract<Act, { do: 'hold' | 'release' | 'stop' | 'ask' | 'leave' }>;
export type RunNews =
  | { is: 'loaded' }
  | { is: 'began'; run: string }
  | { is: 'still'; on: boolean }
  | { is: 'taken-over' }
  | { is: 'ended'; end: TurnEnd }
  | { is: 'failed'; trouble: string }
  | { is: 'did'; ask: string }
  | { is: 'stored' };

/** How the run looks now, for the report. */
export interface Look {
  drill: Drill;
  stage: string | null;
  elapsed_s: number;
  score: number | null;
  controllers: 'two' | 'one' | 'none' | 'not-needed';
  /** in the headset: worn; at a desk: the page is in front and was touched not long ago */
  attended: boolean;
  question: Question | null;
}

/** Handed to the show of a run that staff lead: a visitor has no menu there to leave or repeat it by. */
export interface StationLink {
  kind: 'headset' | 'desktop';
  /** what the station is called, and whose turn it is */
  name: string;
  number: string;
  /** who is asked to take over, while a swap waits */
  held: Held | null;
  tell: (news: RunNews) => void;
  /** set by the show while it is mounted */
  act: { current: ((act: RunAct) => void) | null };
  look: { current: (() => Look) | null };
}
