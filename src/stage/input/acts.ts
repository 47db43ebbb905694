/** What a press comes to: deeds into the next tick, panels to ask for, hands to lead. */

import type { Drill } from '../../drill/types.ts';
import { hasLevels } from '../../sim/ground.ts';
import type { Thing } from '../../sim/things.ts';
import type { Deed, HandSide } from '../../sim/world.ts';
import { type BuzzName, buzz } from '../rig/haptics.ts';
import type { Asked } from './asked.ts';
import { type Choice, choose, placeFor } from './choose.ts';
import { beginErrand } from './errand.ts';
import type { Offer } from './offers.ts';
import { beginPull } from './pull.ts';
import { type HandState, heldThing, OTHER, type Trainee } from './trainee.ts';

/** Does one of a thing's choices: by its key on the panel, or by its number. */
export function takeOffer(t: Trainee, drill: Drill, asked: Asked, thing: Thing, offer: Offer): void {
  if (offer.far) return;
  if (offer.panel === 'phone') asked.phone = thing.id;
  if (offer.deed?.do === 'grab') {
    const hand = t.hands[offer.deed.hand];
    hand.taken = 'kept';
    hand.hush = true;
  }
  if (offer.deed) t.deeds.push(offer.deed);
  if (offer.errand) beginErrand(t, drill, offer.errand, thing.id);
  if (!offer.stays) asked.closes = true;
}

/** A full hand still pushes a door, a window, a button that it points at and reaches. */
export function actFull(t: Trainee, drill: Drill, asked: Asked, hand: HandState): boolean {
  const id = hand.hover.target?.id;
  if (!id || hand.use !== 'ready' || !hasLevels(drill.world.room)) return false;
  const kind = drill.world.things[id]?.kind;
  if (kind !== 'door' && kind !== 'window' && kind !== 'lift-button' && kind !== 'call-point') return false;
  return act(t, drill, asked, hand, 'any', 'kept');
}

/** A press of what is held: torch on and off, phone to the ear. */
export function useHeld(t: Trainee, asked: Asked, hand: HandState, thing: Thing): boolean {
  if (thing.kind === 'torch') send(t, { do: 'press', hand: hand.side, thing: thing.id }, hand.side, 'press');
  else if (thing.kind === 'phone') asked.phone = thing.id;
  else return false;
  return true;
}

export function worksBySqueeze(thing: Thing): boolean {
  return thing.kind === 'extinguisher' || thing.kind === 'water' || thing.kind === 'flour';
}

/** Does what the hover offers. */
export function act(
  t: Trainee,
  drill: Drill,
  asked: Asked,
  hand: HandState,
  verb: 'take' | 'any',
  keep: 'held' | 'kept',
): boolean {
  const id = hand.hover.target?.id;
  const choice = id ? choose(t, drill, hand, id, verb) : null;
  if (!id || !choice) return false;
  hand.flash_s = 0.25;
  if (hand.use === 'far') buzz(hand.side, 'refuse');
  else buzz(hand.side, choice.buzz);
  // nothing on such a panel could be done from here
  if (hand.use === 'far' && choice.panel === 'choices') return true;
  obey(t, drill, asked, hand, choice, keep);
  return true;
}

function obey(t: Trainee, drill: Drill, asked: Asked, hand: HandState, choice: Choice, keep: 'held' | 'kept'): void {
  if (choice.panel === 'phone') asked.phone = choice.thing;
  if (choice.panel === 'say') asked.saying = true;
  if (choice.panel === 'inspect') asked.inspecting = choice.thing;
  if (choice.panel === 'choices') asked.choosing = choice.thing;
  if (choice.twist) hand.twist = choice.thing;
  const led = choice.pulls ? drill.world.things[choice.thing] : undefined;
  if (led) beginPull(hand, led);
  if (choice.errand) beginErrand(t, drill, choice.errand, choice.thing);
  if (!choice.deed) return;
  if (choice.deed.do === 'grab') {
    hand.taken = keep;
    hand.hush = true;
    hand.squeeze_frac = 0;
  }
  t.deeds.push(choice.deed);
}

/** A lid onto the pan below it, a bottle back to its bracket, or simply let go. */
export function drop(t: Trainee, drill: Drill, hand: HandState): void {
  hand.taken = null;
  if (putOn(t, drill, hand, true)) return;
  send(t, { do: 'release', hand: hand.side }, hand.side, 'release');
}

export function putOn(t: Trainee, drill: Drill, hand: HandState, nearOnly = false): boolean {
  const place = placeFor(t, drill, hand, nearOnly);
  if (!place) return false;
  // a soaked cloth and a roll of tape stay in the hand
  hand.taken = hasLevels(drill.world.room) && drill.world.things[place]?.kind !== 'door' ? 'kept' : null;
  hand.flash_s = 0.25;
  send(t, { do: 'place', hand: hand.side, thing: place }, hand.side, 'place');
  return true;
}

export function send(t: Trainee, deed: Deed, side: HandSide, feel: BuzzName): void {
  t.deeds.push(deed);
  buzz(side, feel);
}

/** Pin out with the hand that carries, so that one hand is enough; else the inspection card of what is carried or pointed at. */
export function second(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
  for (const side of [hand.side, OTHER[hand.side]] as const) {
    const thing = heldThing(drill, side);
    if (thing?.kind !== 'extinguisher') continue;
    hand.flash_s = 0.25;
    if (!thing.pinIn) {
      asked.inspecting = thing.id;
      return;
    }
    send(t, { do: 'pull', hand: hand.side, thing: `${thing.id}.pin` }, hand.side, 'pin');
    return;
  }
  const id = hand.hover.target?.id;
  const choice = id ? choose(t, drill, hand, id, 'inspect') : null;
  if (choice && !(hand.use === 'far' && choice.panel === 'choices')) obey(t, drill, asked, hand, choice, 'kept');
  // who is alone in a flat has nobody to point at and shouts all the same
  else if (t.presenting && !choice) asked.saying = true;
}
