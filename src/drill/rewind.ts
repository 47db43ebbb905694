/** Moments of a run that can be come back to: the decision before a mistake. */
import type { Judging } from '../script/engine.ts';
import type { World } from '../sim/world.ts';

export interface Moment {
  world: World;
  judging: Judging;
  /** how many facts had been told */
  factCount: number;
}

/** Keeps a copy of a run as it is now. */
export function moment(world: World, judging: Judging, factCount: number): Moment {
  return { world: structuredClone(world), judging: structuredClone(judging), factCount };
}

/** @returns a fresh copy, so that the same moment can be come back to again. */
export function recall(kept: Moment): Moment {
  return moment(kept.world, kept.judging, kept.factCount);
}
