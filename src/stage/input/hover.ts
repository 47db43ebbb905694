/** What each hand or its ray is on, and whether that can be used and reached. */

import type { Drill } from '../../drill/types.ts';
import { hasLevels } from '../../sim/ground.ts';
import { PART_half_m, reachable } from '../../sim/parts.ts';
import type { HandSide, Vec3 } from '../../sim/world.ts';
import type { PointerRay } from '../contract.ts';
import { buzz } from '../rig/haptics.ts';
import type { Asked } from './asked.ts';
import { choose } from './choose.ts';

import { isPartOf, pickNear, pickRay, type Target } from './pick.ts';
import { clear, seen } from './sight.ts';
import { surface_m } from './targets.ts';
import { type HandState, SIDES, type Trainee } from './trainee.ts';

/** A hand this near takes without pointing. */
export const NEAR_m = 0.15;
/** Pointing further than any room. */
const FAR_m = 12;

export function rayOf(t: Trainee, side: HandSide) {
  return t.rays[side === 'left' ? 0 : 1];
}

/** Finds what a hand is on and whether that can be used. */
export function hover(t: Trainee, drill: Drill, asked: Asked, hand: HandState): void {
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
  if (hasLevels(drill.world.room)) throughAir(t, drill, asked, hand);
  if (!t.presenting) asked.surface_m = surface_m(drill.world, ray.origin, ray.direction);
  if (ray.panel_m !== null) miss(hand);
  const { target } = hand.hover;
  if (!target) return;
  if (usable(t, drill, hand, target.id)) hand.use = useOf(drill, ray, hand, target.id);
  if (hand.use === 'ready' && target.id !== was && t.presenting) buzz(hand.side, 'hover');
}

/** What smoke hides is not offered from afar: it has to be found with the hands. */
function useOf(drill: Drill, ray: PointerRay, hand: HandState, id: string): HandState['use'] {
  const { world } = drill;
  if (reachable(world, hand.side, id)) return 'ready';
  const thing = world.things[id];
  const shines = thing !== undefined && 'burning' in thing && thing.burning;
  return seen(world, ray.origin, ray.direction, hand.hover.distance_m, shines) ? 'far' : 'none';
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

export function miss(hand: HandState): void {
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
