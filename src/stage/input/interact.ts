/** Presses to deeds: what each hand is on, what can be done with it, and what a press, a grip or a twist does. */

import type { Drill } from '../../drill/types.ts';
import { PART_half_m, reachable } from '../../sim/parts.ts';
import type { Thing } from '../../sim/things.ts';
import type { Deed, HandSide, Vec3 } from '../../sim/world.ts';
import { type BuzzName, buzz } from '../rig/haptics.ts';
import { HAND_ACTIONS, isDown, level, NUMBERS, wentDown, wentUp } from './actions.ts';
import { type Choice, choose, placeFor } from './choose.ts';
import { beginErrand, stillNear } from './errand.ts';
import { isHouse, type Offer, offersOf } from './offers.ts';
import { phrasesOf } from './phrases.ts';
import { isPartOf, pickNear, pickRay, type Target } from './pick.ts';
import { beginPull, pull } from './pull.ts';
import { settings } from './settings.ts';
import { clear } from './sight.ts';
import { createTargets, refreshTargets, surface_m, type Targets } from './targets.ts';
import { touch } from './touch.ts';
import { type HandState, HUSHED_frac, heldThing, OTHER, SIDES, type Trainee } from './trainee.ts';
import { twist } from './twist.ts';

/** A hand this near takes without pointing. */
export const NEAR_m = 0.15;
/** Pointing further than any room. */
const FAR_m = 12;

/** What the acts ask of the panels, and what the desktop's hands need; emptied by who answers. */
export interface Asked {
  menu: boolean;
  saying: boolean;
  phone: string | null;
  inspecting: string | null;
  /** thing whose choices are asked for */
  choosing: string | null;
  /** thing whose choices are open now, told by the page; and that they should close */
  open: string | null;
  closes: boolean;
  /** desktop: metres to what the cursor is on, and how far the handle is squeezed */
  surface_m: number;
  squeeze_frac: number;
  targets: Targets;
}

export function createAsked(): Asked {
  return {
    menu: false,
    saying: false,
    phone: null,
    inspecting: null,
    choosing: null,
    open: null,
    closes: false,
    surface_m: 3,
    squeeze_frac: 0,
    targets: createTargets(),
  };
}

/** One frame of acting. While paused only the rays live on, for the panels. */
export function interact(t: Trainee, drill: Drill, asked: Asked, dt_s: number): void {
  refreshTargets(asked.targets, drill.world);
  asked.squeeze_frac = 0;
  for (const side of SIDES) {
    const hand = t.hands[side];
    hand.flash_s = Math.max(0, hand.flash_s - dt_s);
    hover(t, drill, asked, hand);
  }
  if (t.pause !== null) return;
  numbers(t, drill, asked);
  if (wentDown(t.actions, 'say')) asked.saying = true;
  if (wentDown(t.actions, 'count') && drill.world.body.out) t.deeds.push({ do: 'count' });
  if (wentDown(t.actions, 'call')) callByHand(drill, asked);
  if (t.presenting) {
    for (const side of SIDES) {
      actXr(t, drill, asked, t.hands[side]);
      touch(t, drill, t.hands[side], asked.targets.leaves);
    }
  } else actDesktop(t, drill, asked);
}

/** Number keys choose in the panel of choices; where none is open they shout. */
function numbers(t: Trainee, drill: Drill, asked: Asked): void {
  const { world } = drill;
  const thing = asked.open ? world.things[asked.open] : undefined;
  if (asked.open && (!thing || !stillNear(drill, asked.open))) asked.closes = true;
  const offers = thing ? offersOf(world, thing, !t.presenting) : [];
  if (thing && offers.length === 0) asked.closes = true;
  const phrases = phrasesOf(world);
  NUMBERS.forEach((name, i) => {
    if (!wentDown(t.actions, name)) return;
    if (thing) {
      if (offers[i]) takeOffer(t, drill, asked, thing, offers[i]);
    } else if (phrases[i]) t.deeds.push({ do: 'say', phrase: phrases[i] });
  });
}

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

/** The phone in the hand or in reach comes to the ear by its own key; outside one's own is always at hand. */
function callByHand(drill: Drill, asked: Asked): void {
  const { world } = drill;
  for (const id in world.things) {
    if (world.things[id]!.kind !== 'phone') continue;
    if (world.body.out || reachable(world, 'right', id) || reachable(world, 'left', id)) asked.phone = id;
  }
}

function rayOf(t: Trainee, side: HandSide) {
  return t.rays[side === 'left' ? 0 : 1];
}

/** Finds what a hand is on and whether that can be used. */
function hover(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
  const ray = rayOf(t, hand.side);
  const was = hand.hover.target?.id;
  const { list } = asked.targets;
  hand.near = false;
  miss(hand);
  hand.use = 'none';
  if (!ray.active) return;
  const held = drill.world.body.holds[hand.side];
  hideHeld(drill, list, true);
  if (t.presenting && !held) hand.near = pickNear(hand.position, list, list.length, NEAR_m, hand.hover).target !== null;
  if (hand.near && !usable(t, drill, hand, hand.hover.target?.id ?? '')) hand.near = false;
  if (!hand.near) pickRay(ray.origin, ray.direction, list, list.length, FAR_m, hand.hover);
  hideHeld(drill, list, false);
  if (isHouse(drill.world)) throughAir(t, drill, asked, hand);
  if (!t.presenting) asked.surface_m = surface_m(drill.world, ray.origin, ray.direction);
  if (ray.panel_m !== null) miss(hand);
  const { target } = hand.hover;
  if (!target) return;
  if (usable(t, drill, hand, target.id)) hand.use = reachable(drill.world, hand.side, target.id) ? 'ready' : 'far';
  if (hand.use === 'ready' && target.id !== was && t.presenting) buzz(hand.side, 'hover');
}

/** On a desktop a press into an open doorway means its door, from so near. */
const DOORWAY_m = 2;

/** Nothing is picked through a wall; where nothing else is, a doorway stands for its door. */
function throughAir(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
  const ray = rayOf(t, hand.side);
  const { hover } = hand;
  if (hover.target && !hand.near && !clear(drill.world, ray.origin, ray.direction, hover.distance_m)) miss(hand);
  if (hover.target || t.presenting) return;
  const { doorways } = asked.targets;
  pickRay(ray.origin, ray.direction, doorways, doorways.length, DOORWAY_m, hover);
}

function miss(hand: HandState): void {
  hand.hover.target = null;
}

/** Asked anew ten times a second or when the hand or its target changes: the answer is a list, and lists cost. */
function usable(t: Trainee, drill: Drill, hand: HandState, id: string): boolean {
  const { memo } = hand;
  const holds = drill.world.body.holds[hand.side];
  const { tick } = drill.world;
  if (memo.id === id && memo.holds === holds && tick >= memo.tick && tick - memo.tick < 6) return memo.usable;
  memo.id = id;
  memo.holds = holds;
  memo.tick = tick;
  memo.usable = choose(t, drill, hand, id, 'any') !== null;
  return memo.usable;
}

/** What is in a hand is in the way of its own ray; its pin and hose are not. */
function hideHeld(drill: Drill, list: readonly Target[], hide: boolean): void {
  for (const side of SIDES) {
    const id = drill.world.body.holds[side];
    const held = id ? drill.world.things[id] : undefined;
    if (!held) continue;
    // a hose that hangs may be taken; one that lies in the other hand goes where the cursor goes
    const hoseFree = held.kind === 'extinguisher' && held.hoseHeldBy === null;
    for (const one of list) {
      if (one.id === held.id) one.half_m = hide ? HIDDEN : held.half_m;
      else if (isPartOf(one.id, held.id) && !one.id.endsWith('.pin') && !(hoseFree && one.id.endsWith('.hose')))
        one.half_m = hide ? HIDDEN : PART_half_m;
    }
  }
}
const HIDDEN: Vec3 = [-1, -1, -1];

function actXr(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
  const ray = rayOf(t, hand.side);
  if (!ray.active) return;
  const names = HAND_ACTIONS[hand.side];
  const { actions } = t;
  const { bare } = t.xr[hand.side];
  const holding = drill.world.body.holds[hand.side] !== null || holdsHose(drill, hand.side);
  if (!holding && hand.taken && !waiting(t, hand.side)) hand.taken = null;
  const free = ray.panel_m === null;
  const closed = isDown(actions, names.grip) || (bare && isDown(actions, names.select));
  if (twist(t, drill, hand, closed) || pull(t, drill, hand, closed)) return;
  if (wentDown(actions, names.grip)) gripDown(t, drill, asked, hand, holding, free);
  if (wentUp(actions, names.grip) && holding && hand.taken === 'held' && !settings.getState().toggleGrip)
    drop(t, drill, hand);
  if (wentDown(actions, names.select) && free) selectDown(t, drill, asked, hand, holding, bare);
  if (wentUp(actions, names.select) && bare && holding && hand.taken === 'held') drop(t, drill, hand);
  if (wentDown(actions, names.second)) second(t, drill, asked, hand);
  if (wentDown(actions, names.drop) && holding) drop(t, drill, hand);
}

function gripDown(t: Trainee, drill: Drill, asked: Asked, hand: HandState, holding: boolean, free: boolean): void {
  if (!holding) {
    if (free) act(t, drill, asked, hand, 'take', settings.getState().toggleGrip ? 'kept' : 'held');
    return;
  }
  if (settings.getState().toggleGrip) drop(t, drill, hand);
  // taken from afar by trigger: the closing grip now carries it, and opening lets go
  else hand.taken = 'held';
}

function selectDown(t: Trainee, drill: Drill, asked: Asked, hand: HandState, holding: boolean, bare: boolean): void {
  if (holding) {
    const thing = heldThing(drill, hand.side);
    if (!thing || worksBySqueeze(thing) || putOn(t, drill, hand)) return;
    if (!actFull(t, drill, asked, hand)) useHeld(t, asked, hand, thing);
    return;
  }
  const id = hand.hover.target?.id;
  // a bare hand has no grip of its own: near a leaf its pinch leads it
  if (bare && hand.near && id && choose(t, drill, hand, id, 'take')?.pulls) {
    act(t, drill, asked, hand, 'take', 'held');
    return;
  }
  const choice = id ? choose(t, drill, hand, id, 'any') : null;
  const thing = choice?.deed?.do === 'grab' ? drill.world.things[choice.deed.thing] : undefined;
  const did = act(t, drill, asked, hand, 'any', bare && thing && !worksBySqueeze(thing) ? 'held' : 'kept');
  // hands and sticks-less controllers walk by pointing at the floor
  if (!did && !t.xr[hand.side].stick) hand.throwing = true;
}

/** A full hand still pushes a door, a window, a button that it points at and reaches. */
function actFull(t: Trainee, drill: Drill, asked: Asked, hand: HandState): boolean {
  const id = hand.hover.target?.id;
  if (!id || hand.use !== 'ready' || !isHouse(drill.world)) return false;
  const kind = drill.world.things[id]?.kind;
  if (kind !== 'door' && kind !== 'window' && kind !== 'lift-button' && kind !== 'call-point') return false;
  return act(t, drill, asked, hand, 'any', 'kept');
}

/** A press of what is held: torch on and off, phone to the ear. */
function useHeld(t: Trainee, asked: Asked, hand: HandState, thing: Thing): boolean {
  if (thing.kind === 'torch') send(t, { do: 'press', hand: hand.side, thing: thing.id }, hand.side, 'press');
  else if (thing.kind === 'phone') asked.phone = thing.id;
  else return false;
  return true;
}

export function worksBySqueeze(thing: Thing): boolean {
  return thing.kind === 'extinguisher' || thing.kind === 'water' || thing.kind === 'flour';
}

function holdsHose(drill: Drill, side: HandSide): boolean {
  return hoseOf(drill, side) !== null;
}

function hoseOf(drill: Drill, side: HandSide): string | null {
  for (const other of SIDES) {
    const thing = heldThing(drill, other);
    if (thing?.kind === 'extinguisher' && thing.hoseHeldBy === side) return thing.id;
  }
  return null;
}

/** A grab sent in this frame is not yet in the world. */
function waiting(t: Trainee, side: HandSide): boolean {
  return t.deeds.some((deed) => deed.do === 'grab' && deed.hand === side) || t.hands[side].flash_s > 0;
}

/** Does what the hover offers. */
function act(
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
function drop(t: Trainee, drill: Drill, hand: HandState): void {
  hand.taken = null;
  if (putOn(t, drill, hand, true)) return;
  send(t, { do: 'release', hand: hand.side }, hand.side, 'release');
}

function putOn(t: Trainee, drill: Drill, hand: HandState, nearOnly = false): boolean {
  const place = placeFor(t, drill, hand, nearOnly);
  if (!place) return false;
  // a soaked cloth and a roll of tape stay in the hand
  hand.taken = isHouse(drill.world) && drill.world.things[place]?.kind !== 'door' ? 'kept' : null;
  hand.flash_s = 0.25;
  send(t, { do: 'place', hand: hand.side, thing: place }, hand.side, 'place');
  return true;
}

function send(t: Trainee, deed: Deed, side: HandSide, feel: BuzzName): void {
  t.deeds.push(deed);
  buzz(side, feel);
}

/** Pin out with the hand that carries, so that one hand is enough; else the inspection card of what is carried or pointed at. */
function second(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
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

// ------------------------------------------------------------------ desktop

/** Which hand does it: placing needs the one that holds, anything else a free one, the right first. */
function desktopHand(t: Trainee, drill: Drill): HandState {
  const { holds } = drill.world.body;
  if (!holds.right) return t.hands.right;
  return holds.left ? t.hands.right : t.hands.left;
}

function actDesktop(t: Trainee, drill: Drill, asked: Asked): void {
  const { actions } = t;
  const ray = t.rays[1];
  const carrier = squeezer(drill);
  // both hands look along the one cursor
  t.hands.left.hover.target = t.hands.right.hover.target;
  t.hands.left.use = t.hands.right.use;
  const hand = desktopHand(t, drill);
  const id = t.hands.right.hover.target?.id ?? '';
  const onOwnPart = carrier !== null && id.startsWith(`${carrier.id}.`);
  const clicked = t.desk.clicked && ray.panel_m === null;
  t.desk.clicked = false;
  const mayAct = wentDown(actions, 'act') || (clicked && (carrier === null || onOwnPart));
  let acted = false;
  if (mayAct && ray.panel_m === null) {
    // its own pin and hose are never the bracket it goes back to
    acted = (!onOwnPart && placing(t, drill)) || act(t, drill, asked, hand, 'any', 'kept');
  }
  if (wentDown(actions, 'second')) second(t, drill, asked, t.hands.right);
  if (wentDown(actions, 'let-go'))
    for (const side of SIDES) if (drill.world.body.holds[side]) drop(t, drill, t.hands[side]);
  if (wentDown(actions, 'hose')) hose(t, drill);
  if (wentDown(actions, 'use') || (clicked && !acted)) workHeld(t, drill, asked);
  const button = t.desk.button && ray.panel_m === null && !acted && !onOwnPart ? 1 : 0;
  const much = carrier ? Math.max(level(actions, 'use'), button) : 0;
  if (!t.desk.button && level(actions, 'use') < HUSHED_frac) t.hands.left.hush = t.hands.right.hush = false;
  asked.squeeze_frac = t.hands.left.hush || t.hands.right.hush ? 0 : much;
}

function squeezer(drill: Drill): Thing | null {
  for (const side of SIDES) {
    const thing = heldThing(drill, side);
    if (thing && worksBySqueeze(thing)) return thing;
  }
  return null;
}

/** The key that squeezes works a torch, a phone, a mask too; so does a press where nothing else is. */
function workHeld(t: Trainee, drill: Drill, asked: Asked): void {
  for (const side of SIDES) {
    const thing = heldThing(drill, side);
    if (!thing) continue;
    if (thing.kind === 'escape-mask') beginErrand(t, drill, 'wear', thing.id);
    else if (!useHeld(t, asked, t.hands[side], thing)) continue;
    return;
  }
}

/** A held lid, blanket or bottle goes onto what the cursor is on. */
function placing(t: Trainee, drill: Drill): boolean {
  for (const side of SIDES) {
    if (!drill.world.body.holds[side]) continue;
    t.hands[side].hover.target = t.hands.right.hover.target;
    if (putOn(t, drill, t.hands[side])) return true;
  }
  return false;
}

/** The other hand to the hose, and off it again. */
function hose(t: Trainee, drill: Drill): void {
  for (const side of SIDES) {
    const thing = heldThing(drill, side);
    if (thing?.kind !== 'extinguisher') continue;
    const other = OTHER[side];
    if (thing.hoseHeldBy) send(t, { do: 'release', hand: thing.hoseHeldBy }, other, 'release');
    else if (!drill.world.body.holds[other])
      send(t, { do: 'grab', hand: other, thing: `${thing.id}.hose` }, other, 'grab');
    return;
  }
}
