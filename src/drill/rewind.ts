/** Moments of a run that can be come back to: the decision before a mistake. */
import type { Judging } from '../script/engine.ts';
import type { Fact, World } from '../sim/world.ts';

export interface Moment {
  world: World;
  judging: Judging;
  /** how many facts had been told */
  factCount: number;
  /** told by a stage's actions and not yet judged */
  pending: Fact[];
}

/** @returns a copy, so that the same moment can be come back to again. */
export function keep(moment: Moment): Moment {
  return structuredClone(moment);
}
