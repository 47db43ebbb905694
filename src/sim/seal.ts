/** Sealing a door: cloth along the bottom, tape round the frame, water over the leaf; and where cloth is wetted. */
import { SHUT_frac } from './ground.ts';
import { letFall } from './rigid.ts';
import { tell } from './tell.ts';
import type { Cloth, Door, Throwable } from './things.ts';
import { boxDistance, clamp } from './vec.ts';
import type { Fact, HandSide, World } from './world.ts';

/** A dry rolled towel leaves folds open, a soaked one fills them. [D] procedures 5.f: wet first, dry if there is no water */
const DRY_seals_frac = 0.6;
/** A cloth drinks this much, a tap fills a basin to that. [D] */
const SOAK_kg = 0.3;
const FILL_kg = 4;
/** Tape runs round a frame in three seconds of the drill. [D] one would need a minute; the drill is about choosing it */
const TAPING_s = 3;
/** Both sides and the top of a door, with what is torn off. */
const FRAME_spare_frac = 1.1;
/** A hand that tapes is this near to the leaf. */
const TAPE_reach_m = 0.9;
/** How far from the middle of the leaf a rolled towel lies. [D] */
const ROLL_m = 0.07;

export function isShut(door: Door): boolean {
  return door.open_frac < SHUT_frac;
}

/** Axis across the leaf, and the side of it the trainee stands on. */
function outward(world: World, door: Door): { axis: 0 | 2; side: 1 | -1 } {
  const axis = door.half_m[0] < door.half_m[2] ? 0 : 2;
  return { axis, side: world.body.head.position_m[axis] >= door.home.position_m[axis] ? 1 : -1 };
}

/** Share of the bottom gap that a cloth closes. */
function sealsBy_frac(cloth: Cloth): number {
  return DRY_seals_frac + (1 - DRY_seals_frac) * cloth.wet_frac;
}

/** A cloth laid along the bottom; it stays there until the door opens or somebody takes it away. */
export function layCloth(world: World, facts: Fact[], hand: HandSide, cloth: Cloth, door: Door): void {
  world.body.holds[hand] = null;
  cloth.heldBy = null;
  const at = cloth.pose.position_m;
  const { axis, side } = outward(world, door);
  for (let k = 0; k < 3; k++) at[k] = door.home.position_m[k]!;
  at[axis] = at[axis]! + side * (door.half_m[axis] + ROLL_m);
  at[1] = door.home.position_m[1] - door.half_m[1] + cloth.half_m[1];
  // rolled along the leaf
  cloth.pose.orientation_quat = axis === 2 ? [0, 0, 0, 1] : [0, Math.SQRT1_2, 0, Math.SQRT1_2];
  tell(world, facts, 'placed', cloth.id, door.id);
  if (!isShut(door)) return;
  cloth.on = door.id;
  door.bottomSealed_frac = sealsBy_frac(cloth);
  const values = { wet_frac: cloth.wet_frac, sealed_frac: door.bottomSealed_frac };
  tell(world, facts, 'sealed', door.id, cloth.id, values);
}

/** The cloth of a door is taken in hand, or used elsewhere. */
export function liftCloth(world: World, facts: Fact[], cloth: Cloth): void {
  const door = cloth.on ? world.things[cloth.on] : undefined;
  cloth.on = null;
  if (door?.kind !== 'door') return;
  door.bottomSealed_frac = 0;
  for (const id in world.things) {
    const other = world.things[id]!;
    if (other.kind === 'cloth' && other.on === door.id) door.bottomSealed_frac = sealsBy_frac(other);
  }
  if (door.bottomSealed_frac === 0) tell(world, facts, 'unsealed', door.id);
}

/** A door that opens tears tape off and pushes cloth away. */
export function unseal(world: World, facts: Fact[], door: Door): void {
  if (door.bottomSealed_frac === 0 && door.sidesSealed_frac === 0) return;
  door.bottomSealed_frac = door.sidesSealed_frac = 0;
  for (const id in world.things) {
    const cloth = world.things[id]!;
    if (cloth.kind !== 'cloth' || cloth.on !== door.id) continue;
    cloth.on = null;
    letFall(world, cloth);
  }
  tell(world, facts, 'unsealed', door.id);
}

/** Under a tap, or into a basin that still holds water. */
export function soak(world: World, facts: Fact[], cloth: Cloth, basin: Throwable | null): void {
  if (basin && basin.left_kg < SOAK_kg) return;
  if (basin) basin.left_kg -= SOAK_kg;
  cloth.wet_frac = 1;
  tell(world, facts, 'wetted', cloth.id);
}

export function fill(world: World, facts: Fact[], basin: Throwable, tap: string): void {
  basin.left_kg = Math.max(basin.left_kg, FILL_kg);
  tell(world, facts, 'placed', basin.id, tap);
}

export function pourOn(world: World, facts: Fact[], door: Door, kg: number): void {
  if (kg <= 0) return;
  door.water_kg += kg;
  tell(world, facts, 'watered', door.id);
}

/** A roll set to a door's frame; it runs while the hand stays there (stepTaping). */
export function beginTaping(world: World, hand: HandSide, door: Door): void {
  if (!isShut(door) || door.sidesSealed_frac >= 1) return;
  world.working.acts.taping = { door: door.id, hand, taped_s: door.sidesSealed_frac * TAPING_s };
}

export function stepTaping(world: World, facts: Fact[], step_s: number): void {
  const { acts } = world.working;
  const { taping } = acts;
  if (!taping) return;
  const door = world.things[taping.door];
  const roll = world.things[world.body.holds[taping.hand] ?? ''];
  if (door?.kind !== 'door' || roll?.kind !== 'tape' || !isShut(door) || !near(world, taping.hand, door)) {
    acts.taping = null;
    return;
  }
  const frame_m = (4 * door.half_m[1] + 2 * Math.max(door.half_m[0], door.half_m[2])) * FRAME_spare_frac;
  if (roll.left_m <= 0) return;
  taping.taped_s += step_s;
  roll.left_m = Math.max(0, roll.left_m - (frame_m * step_s) / TAPING_s);
  door.sidesSealed_frac = clamp(taping.taped_s / TAPING_s, 0, 1);
  if (door.sidesSealed_frac >= 1) {
    acts.taping = null;
    tell(world, facts, 'sealed', door.id, roll.id, { wet_frac: 0, sealed_frac: 1 });
  }
}

function near(world: World, hand: HandSide, door: Door): boolean {
  return boxDistance(world.body[hand].pose.position_m, door.home.position_m, door.half_m) <= TAPE_reach_m;
}
