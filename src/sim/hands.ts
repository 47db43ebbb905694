/** What the hands do with what they hold: carrying, letting fall, and throwing when squeezed. */
import { FLOUR_throw_kg } from './materials.ts';
import type { Thing } from './things.ts';
import { flourOnto, waterOnto } from './throw.ts';
import { along, copyPose, forward, rotate, up } from './vec.ts';
import type { Fact, HandSide, Pose, Vec3, World } from './world.ts';

export const SIDES: readonly HandSide[] = ['left', 'right'];

/** Held things hang so that the hand is where a hand would be: at an extinguisher's lever, a lid's knob, a basin's rim. [D] */
function gripOffset_m(thing: Thing): Vec3 {
  if (thing.kind === 'extinguisher') return [0, -0.22, 0];
  if (thing.kind === 'lid') return [0, -thing.half_m[1], 0];
  if (thing.kind === 'water' || thing.kind === 'oil-pan') return [0, 0, -thing.half_m[2] - 0.05];
  return [0, 0, 0];
}

const offset: Vec3 = [0, 0, 0];
function carry(thing: Thing, hand: Pose): void {
  rotate(offset, hand.orientation_quat, gripOffset_m(thing));
  copyPose(thing.pose, hand);
  along(thing.pose.position_m, hand.position_m, offset, 1);
}

const dir: Vec3 = [0, 0, 0];
/** Moves held things with the hands, and throws what is thrown when a squeeze begins. */
export function moveHeld(world: World, facts: Fact[]): void {
  for (const side of SIDES) {
    const hand = world.body[side];
    const before_frac = world.working.squeezed_frac[side];
    world.working.squeezed_frac[side] = hand.squeeze_frac;
    const id = world.body.holds[side];
    const thing = id ? world.things[id] : undefined;
    if (!thing) continue;
    if (hand.tracked) carry(thing, hand.pose);
    if (thing.kind === 'extinguisher') {
      up(dir, hand.pose.orientation_quat);
      thing.inverted = dir[1] < -0.5;
    }
    const thrown = hand.squeeze_frac > 0.5 && before_frac <= 0.5;
    if (!thrown) continue;
    forward(dir, hand.pose.orientation_quat);
    if (thing.kind === 'water') waterOnto(world, facts, thing, dir, thing.left_kg);
    if (thing.kind === 'flour') flourOnto(world, facts, thing, dir, Math.min(thing.left_kg, FLOUR_throw_kg));
  }
}
