/** Two tracked hands: grips that take and lead, triggers that work, pinches that do both. */
import type { Drill } from '../../drill/types.ts';
import type { HandSide } from '../../sim/world.ts';
import { HAND_ACTIONS, isDown, wentDown, wentUp } from './actions.ts';
import { act, actFull, drop, putOn, second, useHeld, worksBySqueeze } from './acts.ts';
import type { Asked } from './asked.ts';
import { choose } from './choose.ts';
import { rayOf } from './hover.ts';
import { pull } from './pull.ts';
import { settings } from './settings.ts';
import { type HandState, heldThing, SIDES, type Trainee } from './trainee.ts';
import { twist } from './twist.ts';

export function actXr(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
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
