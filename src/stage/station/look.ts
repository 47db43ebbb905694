/** How a run looks to the staff once a second: where it is, who is there, what is asked of the watchers. */
import type { Drill } from '../../drill/types.ts';
import type { Question } from '../../post/station.ts';
import { clock_s } from '../../sim/world.ts';
import type { Trainee } from '../input/trainee.ts';
import type { Look, StationLink } from './link.ts';

/** At a desk somebody who has touched nothing for so long may be gone; waiting is right in many a drill. [D] */
export const TOUCHED_s = 60;

export interface Presence {
  visibility: XRVisibilityState | null;
  pageHidden: boolean;
  untouched_s: number;
}

export function lookAt(kind: StationLink['kind'], drill: Drill, t: Trainee, there: Presence): Look {
  const view = drill.view.getState();
  const hands = (t.xr.left.tracked ? 1 : 0) + (t.xr.right.tracked ? 1 : 0);
  const worn = t.presenting && there.visibility !== 'hidden';
  const atDesk = !there.pageHidden && there.untouched_s < TOUCHED_s;
  return {
    drill,
    stage: view.stage,
    elapsed_s: clock_s(drill.world),
    score: view.score,
    controllers: kind === 'desktop' ? 'not-needed' : hands === 2 ? 'two' : hands === 1 ? 'one' : 'none',
    attended: kind === 'desktop' ? atDesk : worn,
    question: questionOf(drill, view.stage),
  };
}

/** @returns what the watchers are asked when this stage begins, null where it asks nothing */
export function questionOf(drill: Pick<Drill, 'pack'>, stage: string): Question | null {
  const asked = drill.pack.script.stages.find((one) => one.id === stage)?.question;
  return asked ? { stage, options: asked.options.length, right: asked.right } : null;
}
