/** The lift that tempts: its button calls it, its doors are open three seconds later and shut again when nobody is in them. */
import { setOpen } from './door.ts';
import { DOOR_through_frac } from './ground.ts';
import { bodyNear } from './near.ts';
import { tell } from './tell.ts';
import type { Door, LiftButton } from './things.ts';
import { clock_s, type Fact, type World } from './world.ts';

/** It stands a storey away. [D] */
const COMES_s = 2.2;
const DOORS_s = 1.6;
const WAITS_s = 8;
const NEAR_m = 0.4;

export function callLift(world: World, facts: Fact[], button: LiftButton): void {
  tell(world, facts, 'pressed', button.id);
  if (button.calledAt_s < 0) button.calledAt_s = clock_s(world);
}

/** One tick of every door that a button works. */
export function stepLifts(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const door = world.things[id]!;
    if (door.kind !== 'door' || door.workedBy === null) continue;
    const button = world.things[door.workedBy];
    if (button?.kind === 'lift-button' && button.calledAt_s >= 0) stepLift(world, facts, door, button, step_s);
  }
}

function stepLift(world: World, facts: Fact[], door: Door, button: LiftButton, step_s: number): void {
  const since_s = clock_s(world) - button.calledAt_s;
  if (since_s < COMES_s) return;
  if (since_s < COMES_s + DOORS_s + WAITS_s) {
    const was_frac = door.open_frac;
    setOpen(world, facts, door, Math.min(1, was_frac + Math.max(step_s / DOORS_s, was_frac === 0 ? 0.05 : 0)), false);
    if (was_frac <= DOOR_through_frac && door.open_frac > DOOR_through_frac) tell(world, facts, 'lift-came', door.id);
    return;
  }
  if (bodyNear(world, door, NEAR_m)) return;
  setOpen(world, facts, door, Math.max(0, door.open_frac - step_s / DOORS_s), false);
  if (door.open_frac === 0) button.calledAt_s = -1;
}
