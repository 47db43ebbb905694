/** Taking in hand, letting go, and putting onto. */
import { damaged, shock } from './appliance.ts';
import { putCover, takeCoverOff } from './cover.ts';
import { pullPin } from './extinguisher.ts';
import { isFuel } from './fire-book.ts';
import { COVER_tight_frac, OIL_spillHold_frac } from './materials.ts';
import { mouth_m2, spillOil } from './oil.ts';
import { find, reachable } from './parts.ts';
import { letFall } from './rigid.ts';
import { beginTaping, fill, layCloth, liftCloth, pourOn, soak } from './seal.ts';
import { fuelRow } from './solid.ts';
import { tell } from './tell.ts';
import type { Extinguisher, Thing } from './things.ts';
import { wet } from './throw.ts';
import { copyPose, distance } from './vec.ts';
import type { Fact, HandSide, World } from './world.ts';

/** Whether one person can lift it. */
export function carriable(thing: Thing): boolean {
  if (thing.kind === 'solid-fuel') return fuelRow(thing).light;
  return CARRIED.has(thing.kind);
}

const CARRIED: ReadonlySet<string> = new Set([
  'extinguisher',
  'lid',
  'fire-blanket',
  'water',
  'flour',
  'phone',
  'oil-pan',
  'appliance',
  'cloth',
  'tape',
  'torch',
  'escape-mask',
  'valuable',
]);

/** A bottle behind stock is only had by a hand put right in. */
function blocked(thing: Thing): boolean {
  return thing.kind === 'extinguisher' && thing.defect === 'blocked';
}

function hold(world: World, facts: Fact[], hand: HandSide, thing: Thing): void {
  const before = world.body.holds[hand];
  if (before === thing.id) return;
  if (before) release(world, facts, hand);
  if (thing.heldBy) world.body.holds[thing.heldBy] = null;
  if ((thing.kind === 'lid' || thing.kind === 'fire-blanket') && thing.on) takeCoverOff(world, facts, thing);
  if (thing.kind === 'cloth' && thing.on) liftCloth(world, facts, thing);
  if (thing.kind === 'escape-mask') thing.worn = false;
  thing.heldBy = hand;
  world.body.holds[hand] = thing.id;
  delete world.working.movers[thing.id];
  tell(world, facts, 'grabbed', thing.id);
  if ((thing.kind === 'oil-pan' || thing.kind === 'solid-fuel') && thing.burning) {
    tell(world, facts, 'carried-alight', thing.id);
    if (thing.kind === 'oil-pan') spillOil(world, thing, thing.oil_kg * OIL_spillHold_frac, mouth_m2(thing));
  }
}

export function grab(world: World, facts: Fact[], hand: HandSide, name: string): void {
  const named = find(world, name);
  if (!named) return;
  const { thing, part } = named;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (thing.kind === 'extinguisher' && part === 'pin') {
    pullPin(world, facts, thing);
    return;
  }
  if (thing.kind === 'extinguisher' && part === 'hose') {
    holdHose(world, facts, hand, thing);
    return;
  }
  if (thing.kind === 'appliance' && damaged(world, thing) && thing.live) {
    shock(world, facts, thing, 'touch');
    return;
  }
  if (thing.kind === 'appliance' && thing.burning) return;
  if (
    blocked(thing) &&
    thing.heldBy === null &&
    distance(world.body[hand].pose.position_m, thing.pose.position_m) > 0.5
  ) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (carriable(thing)) hold(world, facts, hand, thing);
}

function holdHose(world: World, facts: Fact[], hand: HandSide, bottle: Extinguisher): void {
  if (bottle.heldBy === hand) return;
  const before = world.body.holds[hand];
  if (before && before !== `${bottle.id}.hose`) release(world, facts, hand);
  bottle.hoseHeldBy = hand;
  world.body.holds[hand] = `${bottle.id}.hose`;
  tell(world, facts, 'grabbed', `${bottle.id}.hose`);
}

export function release(world: World, facts: Fact[], hand: HandSide): void {
  const id = world.body.holds[hand];
  if (!id) return;
  world.body.holds[hand] = null;
  const named = find(world, id);
  if (!named) return;
  const { thing, part } = named;
  if (part === 'hose' && thing.kind === 'extinguisher') thing.hoseHeldBy = null;
  else {
    thing.heldBy = null;
    if (thing.kind === 'extinguisher' && thing.hoseHeldBy) {
      world.body.holds[thing.hoseHeldBy] = null;
      thing.hoseHeldBy = null;
    }
    letFall(world, thing);
  }
  tell(world, facts, 'released', id);
}

export function place(world: World, facts: Fact[], hand: HandSide, name: string): void {
  const id = world.body.holds[hand];
  const held = id ? world.things[id] : undefined;
  const onto = find(world, name)?.thing;
  if (!held || !onto) return;
  const home = onto === held;
  const near = home
    ? distance(held.home.position_m, world.body[hand].pose.position_m) < 0.8
    : reachable(world, hand, name);
  if (!near) {
    tell(world, facts, 'out-of-reach', onto.id);
    return;
  }
  if (putInHouse(world, facts, hand, held, onto)) return;
  if (held.kind === 'water') {
    tell(world, facts, 'placed', held.id, onto.id);
    if (isFuel(onto)) wet(world, facts, onto, held.left_kg, held.id);
    if (onto.kind === 'door') pourOn(world, facts, onto, held.left_kg);
    held.left_kg = 0;
    return;
  }
  if (onto.kind === 'oil-pan' && onto.covered_frac >= COVER_tight_frac) return; // a lid that fits leaves no room
  world.body.holds[hand] = null;
  held.heldBy = null;
  if (held.kind === 'extinguisher') held.hoseHeldBy = dropHose(world, held);
  tell(world, facts, 'placed', held.id, onto.id);
  if (home) copyPose(held.pose, held.home);
  else if ((held.kind === 'lid' || held.kind === 'fire-blanket') && onto.kind === 'oil-pan')
    putCover(world, facts, held, onto);
  else {
    copyPose(held.pose, onto.pose);
    held.pose.position_m[1] = onto.pose.position_m[1] + onto.half_m[1] + held.half_m[1];
    letFall(world, held);
  }
}

/** What cloth, tape, basin and mask are put onto in a house. @returns whether that is all there is to it */
function putInHouse(world: World, facts: Fact[], hand: HandSide, held: Thing, onto: Thing): boolean {
  if (held.kind === 'cloth' && onto.kind === 'door') layCloth(world, facts, hand, held, onto);
  else if (held.kind === 'cloth' && onto.kind === 'tap') soak(world, facts, held, null);
  else if (held.kind === 'cloth' && onto.kind === 'water') soak(world, facts, held, onto);
  else if (held.kind === 'water' && onto.kind === 'tap') fill(world, facts, held, onto.id);
  else if (held.kind === 'tape' && onto.kind === 'door') beginTaping(world, hand, onto);
  else return false;
  return true;
}

function dropHose(world: World, bottle: Extinguisher): null {
  if (bottle.hoseHeldBy) world.body.holds[bottle.hoseHeldBy] = null;
  return null;
}

/** Everything a hand that has fallen drops. */
export function dropAll(world: World, facts: Fact[]): void {
  release(world, facts, 'left');
  release(world, facts, 'right');
}
