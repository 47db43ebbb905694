/** What a press at the desk would do to what the cursor is on: the same choice that the press makes, in a word. */
import type { Drill } from '../../drill/types.ts';
import { worksBySqueeze } from './acts.ts';
import { choose } from './choose.ts';
import { heldThing, SIDES, type Trainee } from './trainee.ts';

export interface Hint {
  /** word of the sim's affordance: 'grab', 'turn-off', ... */
  label: string;
  /** the thing, where its name says more than the act alone */
  thing: string | null;
  far: boolean;
  /** the inspection card can be opened too */
  inspects: boolean;
  /** only its key does it: the left button squeezes what the hand holds */
  key: boolean;
}

/** Acts whose own words say what they are done to. */
const COMPLETE: readonly string[] = ['pull-pin', 'hold-hose', 'dial', 'say', 'cover'];

/** @returns null when a press would do nothing, or when the trainee is busy aiming at something out of reach. */
export function hintOf(t: Trainee, drill: Drill): Hint | null {
  const { right, left } = t.hands;
  const id = right.use === 'none' ? undefined : right.hover.target?.id;
  if (!id) return null;
  const { holds } = drill.world.body;
  // what a full hand can do with it comes first, as the press itself does: a lid goes onto the pan
  const order = holds.right || !holds.left ? [right, left] : [left, right];
  const choice = choose(t, drill, order[0]!, id, 'any') ?? choose(t, drill, order[1]!, id, 'any');
  if (!choice) return null;
  const far = right.use === 'far';
  const aiming = SIDES.map((side) => heldThing(drill, side)).find((thing) => thing && worksBySqueeze(thing)) ?? null;
  const own = aiming !== null && id.startsWith(`${aiming.id}.`);
  if (aiming && !own && far) return null;
  const root = id.split('.')[0]!;
  return {
    label: choice.label,
    thing: COMPLETE.includes(choice.label) ? null : root,
    far,
    inspects: aiming === null && choose(t, drill, right, id, 'inspect') !== null,
    key: aiming !== null && !own,
  };
}
