/** Of all the sim allows with a thing, the one act a press means, and the panel where only a panel can answer. */

import type { Drill } from '../../drill/types.ts';
import { type Affordance, affordances } from '../../sim/affordance.ts';
import { hasLevels } from '../../sim/ground.ts';
import type { Thing } from '../../sim/things.ts';
import type { Deed, HandSide, World } from '../../sim/world.ts';
import type { BuzzName } from '../rig/haptics.ts';
import { type ErrandName, isOffered, type Offer, offersOf } from './offers.ts';
import { pullable } from './pull.ts';
import type { HandState, Trainee } from './trainee.ts';

/** take: a closing grip; any: a trigger, click or pinch; inspect: the second button. */
export type Verb = 'take' | 'any' | 'inspect';

export interface Choice {
  thing: string;
  deed: Deed | null;
  buzz: BuzzName;
  panel: 'phone' | 'say' | 'inspect' | 'choices' | null;
  /** a closed grip goes on turning it */
  twist: boolean;
  /** a closed grip leads it */
  pulls: boolean;
  /** on a desktop the hand is led through it */
  errand: ErrandName | null;
  /** word of the sim's affordance, for a hint: 'grab', 'turn-off', ... */
  label: string;
}

function give(thing: string, deed: Deed | null, feel: BuzzName, label: string, panel: Choice['panel'] = null): Choice {
  return { thing, deed, buzz: feel, panel, twist: false, pulls: false, errand: null, label };
}

/** @returns what a hand's press on a thing means now, null when nothing. */
export function choose(t: Trainee, drill: Drill, hand: HandState, id: string, verb: Verb): Choice | null {
  const { world } = drill;
  const offers = affordances(world, id);
  const thing = world.things[id] ?? world.things[id.slice(0, Math.max(0, id.lastIndexOf('.')))];
  if (!thing) return null;
  if (thing.kind === 'person' && verb !== 'inspect')
    return thing.out && thing.role === null ? null : give(id, null, 'press', 'say', 'say');
  if (isOffered(world, thing)) return offered(t, world, hand, thing, verb);
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

const FEEL_OF: Record<string, BuzzName> = { grab: 'grab', turn: 'turn', press: 'press', place: 'place' };

function ofOffer(thing: Thing, one: Offer, hand: HandState, led: boolean): Choice {
  const { deed } = one;
  const choice = give(thing.id, deed, FEEL_OF[deed?.do ?? ''] ?? 'press', one.word, one.panel);
  choice.errand = one.errand;
  // in a headset the hand that pressed does it
  if (!led && deed && 'hand' in deed && deed.do !== 'place') choice.deed = { ...deed, hand: hand.side };
  return choice;
}

/** What a press on a thing of a house means: its one act, or the panel of its choices. */
function offered(t: Trainee, world: World, hand: HandState, thing: Thing, verb: Verb): Choice | null {
  const led = !t.presenting;
  const offers = offersOf(world, thing, led);
  const first = offers[0];
  if (!first) return null;
  const choices = give(thing.id, null, 'press', 'choices', 'choices');
  const leaf = thing.kind === 'door' || thing.kind === 'window';
  if (verb === 'inspect') return leaf ? choices : null;
  if (led) {
    if (offers.length > 1) return choices;
    return ofOffer(thing, first, hand, true);
  }
  if (verb === 'take') {
    if (leaf) return pullable(world, thing) ? { ...choices, panel: null, pulls: true } : null;
    const grab = offers.find((one) => one.deed?.do === 'grab');
    return grab && !world.body.holds[hand.side] ? ofOffer(thing, grab, hand, false) : null;
  }
  if (thing.kind === 'window') return offers.length > 1 ? choices : ofOffer(thing, first, hand, false);
  // a leaf by a trigger: shut, or wide open
  const plain = thing.kind === 'door' ? offers.find((one) => one.word === 'open' || one.word === 'close') : first;
  if (!plain || (plain.deed?.do === 'grab' && world.body.holds[hand.side])) return null;
  return ofOffer(thing, plain, hand, false);
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
export function placeFor(t: Trainee, drill: Drill, hand: HandState, nearOnly: boolean): string | null {
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
  if (hasLevels(world.room) && t.presenting) {
    const onto = houseplace(world, held, hand, pointed, nearOnly);
    if (onto) return onto;
  }
  const home = held.home.position_m;
  const [x, y, z] = held.pose.position_m;
  const back = held.kind === 'extinguisher' || held.kind === 'fire-blanket';
  return back && Math.hypot(x - home[0], y - home[1], z - home[2]) < HOME_m ? held.id : null;
}

/** A roll pushed against the foot of a door, a cloth held under the tap or into the basin. */
const FOOT_m = 0.75;
const AGAINST_m = 0.45;
const INTO_m = 0.32;

function takes(onto: Thing, held: Thing): boolean {
  if (onto.kind === 'door')
    return (held.kind === 'cloth' || held.kind === 'tape' || held.kind === 'water') && onto.open_frac < 0.05;
  if (onto.kind === 'tap') return held.kind === 'cloth' || held.kind === 'water';
  return onto.kind === 'water' && held.kind === 'cloth' && onto.id !== held.id;
}

function houseplace(
  world: World,
  held: Thing,
  hand: HandState,
  pointed: Thing | undefined,
  nearOnly: boolean,
): string | null {
  if (!nearOnly && pointed && takes(pointed, held)) return pointed.id;
  for (const id in world.things) {
    const onto = world.things[id]!;
    if (!takes(onto, held)) continue;
    const [x, y, z] = onto.pose.position_m;
    const { position: at } = hand;
    if (onto.kind === 'door') {
      // water is thrown, and tape is drawn along a frame, not dropped
      if (held.kind !== 'cloth' || at.y - (y - onto.half_m[1]) > FOOT_m) continue;
      const away_m = Math.hypot(
        Math.max(0, Math.abs(at.x - x) - onto.half_m[0]),
        Math.max(0, Math.abs(at.z - z) - onto.half_m[2]),
      );
      if (away_m < AGAINST_m && at.y > y - onto.half_m[1] - 0.3) return id;
    } else if (Math.hypot(at.x - x, at.y - y, at.z - z) < INTO_m + Math.max(...onto.half_m)) return id;
  }
  return null;
}

function flat_m(a: Thing, b: Thing): number {
  return Math.hypot(a.pose.position_m[0] - b.pose.position_m[0], a.pose.position_m[2] - b.pose.position_m[2]);
}
