/** Of all the sim allows with a thing, the one act a press means, and the panel where only a panel can answer. */
import type { Drill } from '../../drill/types.ts';
import { type Affordance, affordances } from '../../sim/affordance.ts';
import type { Deed, HandSide, Thing, World } from '../../sim/world.ts';
import type { BuzzName } from '../rig/haptics.ts';
import type { HandState, Trainee } from './trainee.ts';

/** take: a closing grip; any: a trigger, click or pinch; inspect: the second button. */
export type Verb = 'take' | 'any' | 'inspect';

export interface Choice {
  thing: string;
  deed: Deed | null;
  buzz: BuzzName;
  panel: 'phone' | 'say' | 'inspect' | null;
  /** a closed grip goes on turning it */
  twist: boolean;
  /** word of the sim's affordance, for a hint: 'grab', 'turn-off', ... */
  label: string;
}

function give(thing: string, deed: Deed | null, feel: BuzzName, label: string, panel: Choice['panel'] = null): Choice {
  return { thing, deed, buzz: feel, panel, twist: false, label };
}

/** @returns what a hand's press on a thing means now, null when nothing. */
export function choose(t: Trainee, drill: Drill, hand: HandState, id: string, verb: Verb): Choice | null {
  const { world } = drill;
  const offers = affordances(world, id);
  const thing = world.things[id] ?? world.things[id.slice(0, Math.max(0, id.lastIndexOf('.')))];
  if (!thing) return null;
  if (thing.kind === 'person' && verb !== 'inspect') return thing.out ? null : give(id, null, 'press', 'say', 'say');
  // a card is of the whole bottle, whichever part of it is pointed at
  const tag = affordances(world, thing.id).find((one) => one.do === 'tag');
  const card = tag && asksForTags(drill.pack.script) ? give(tag.thing, null, 'press', 'tag', 'inspect') : null;
  if (verb === 'inspect') return card;
  // where a bottle is to be judged, a trigger opens its card and a grip takes it; a bare hand pinches to take
  if (verb === 'any' && card && t.presenting && !t.xr[hand.side].bare && toJudge(world, thing)) return card;
  for (const offer of offers) {
    const choice = act(offer, thing, hand.side, world.body.holds[hand.side]);
    if (!choice) continue;
    choice.twist = verb === 'take' && thing.kind === 'gas-tap';
    if (choice.twist) choice.deed = null;
    return choice;
  }
  return null;
}

/** A row of bottles while nothing burns, or one that has been used: judged first, taken by a grip. */
function toJudge(world: World, thing: Thing): boolean {
  if (thing.kind !== 'extinguisher') return false;
  if (thing.agentLeft_kg < 0.98 * thing.charge_kg) return true;
  let bottles = 0;
  for (const id in world.things) {
    const one = world.things[id];
    if (one && 'burning' in one && one.burning) return false;
    if (one?.kind === 'extinguisher') bottles++;
  }
  return bottles > 3;
}

/** Only the script that asks for tags knows whether there is anything to judge. */
const asked = new WeakMap<object, boolean>();
function asksForTags(script: object): boolean {
  let answer = asked.get(script);
  if (answer === undefined) {
    answer = JSON.stringify(script).includes('"tagged"');
    asked.set(script, answer);
  }
  return answer;
}

function act(offer: Affordance, thing: Thing, side: HandSide, holds: string | null): Choice | null {
  const { thing: name, label } = offer;
  switch (offer.do) {
    case 'grab':
      if (thing.kind === 'phone') return give(thing.id, null, 'press', 'dial', 'phone');
      if (holds) return null;
      return give(name, { do: 'grab', hand: side, thing: name }, 'grab', label);
    case 'turn':
      return give(name, { do: 'turn', hand: side, thing: name, to_frac: offer.to_frac ?? 0 }, 'turn', label);
    case 'press':
      return give(name, { do: 'press', hand: side, thing: name }, 'press', label);
    case 'pull':
      return give(name, { do: 'pull', hand: side, thing: name }, name.endsWith('.pin') ? 'pin' : 'plug', label);
    case 'dial':
      return give(thing.id, null, 'press', label, 'phone');
    case 'place':
      return offer.with !== undefined && offer.with === holds && offer.with !== name
        ? give(name, { do: 'place', hand: side, thing: name }, 'place', label)
        : null;
    default:
      return null;
  }
}

/** A held lid reaches a pan this far away over the floor; pointing at the pan reaches further. */
const OVER_m = 0.4;
const HOME_m = 0.35;

/** @returns the thing that what the hand holds would be put onto now, null when it would only be let go. */
export function placeFor(drill: Drill, hand: HandState, nearOnly: boolean): string | null {
  const { world } = drill;
  const id = world.body.holds[hand.side];
  const held = id ? world.things[id] : undefined;
  if (!held) return null;
  const pointed = hand.hover.target ? world.things[hand.hover.target.id] : undefined;
  if (held.kind === 'lid' || held.kind === 'fire-blanket') {
    if (pointed?.kind === 'oil-pan' && (!nearOnly || flat_m(held, pointed) < 2 * OVER_m)) return pointed.id;
    for (const other in world.things) {
      const pan = world.things[other];
      if (pan?.kind === 'oil-pan' && flat_m(held, pan) < OVER_m) return pan.id;
    }
  }
  const home = held.home.position_m;
  const [x, y, z] = held.pose.position_m;
  const back = held.kind === 'extinguisher' || held.kind === 'fire-blanket';
  return back && Math.hypot(x - home[0], y - home[1], z - home[2]) < HOME_m ? held.id : null;
}

function flat_m(a: Thing, b: Thing): number {
  return Math.hypot(a.pose.position_m[0] - b.pose.position_m[0], a.pose.position_m[2] - b.pose.position_m[2]);
}
