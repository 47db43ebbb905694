/** What a discrete act does to the world, one function a verb. */
import { damaged, shock } from './appliance.ts';
import { callDials, callEnds, callTells } from './call.ts';
import { putCover, takeCoverOff } from './cover.ts';
import { pullPin } from './extinguisher.ts';
import { isFuel } from './fire-book.ts';
import { inspect } from './inspect.ts';
import * as M from './materials.ts';
import { mouth_m2, spillOil } from './oil.ts';
import { find, reachable } from './parts.ts';
import { hear } from './persons.ts';
import { letFall } from './rigid.ts';
import { fuelRow } from './solid.ts';
import { tell } from './tell.ts';
import { wet } from './throw.ts';
import { clamp, copyPose, distance } from './vec.ts';
import type { Deed, Door, Extinguisher, Fact, GasTap, HandSide, Switchable, Thing, World } from './world.ts';

/** Whether one person can lift it. */
export function carriable(thing: Thing): boolean {
  if (thing.kind === 'solid-fuel') return fuelRow(thing).light;
  return ['extinguisher', 'lid', 'fire-blanket', 'water', 'flour', 'phone', 'oil-pan', 'appliance'].includes(
    thing.kind,
  );
}

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
  thing.heldBy = hand;
  world.body.holds[hand] = thing.id;
  delete world.working.movers[thing.id];
  tell(world, facts, 'grabbed', thing.id);
  if ((thing.kind === 'oil-pan' || thing.kind === 'solid-fuel') && thing.burning) {
    tell(world, facts, 'carried-alight', thing.id);
    if (thing.kind === 'oil-pan') spillOil(world, thing, thing.oil_kg * M.OIL_spillHold_frac, mouth_m2(thing));
  }
}

function grab(world: World, facts: Fact[], hand: HandSide, name: string): void {
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

function release(world: World, facts: Fact[], hand: HandSide): void {
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

function place(world: World, facts: Fact[], hand: HandSide, name: string): void {
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
  if (held.kind === 'water') {
    tell(world, facts, 'placed', held.id, onto.id);
    if (isFuel(onto)) wet(world, facts, onto, held.left_kg, held.id);
    held.left_kg = 0;
    return;
  }
  if (onto.kind === 'oil-pan' && onto.cover) return; // one cover at a time
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

function dropHose(world: World, bottle: Extinguisher): null {
  if (bottle.hoseHeldBy) world.body.holds[bottle.hoseHeldBy] = null;
  return null;
}

function turn(world: World, facts: Fact[], hand: HandSide, name: string, to_frac: number): void {
  const thing = find(world, name)?.thing;
  if (thing?.kind !== 'gas-tap' && thing?.kind !== 'door') return;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (thing.kind === 'gas-tap') turnTap(world, facts, thing, clamp(to_frac, 0, 1));
  else turnDoor(world, facts, thing, clamp(to_frac, 0, 1));
}

const SHUT_frac = 0.05;
function turnTap(world: World, facts: Fact[], tap: GasTap, to_frac: number): void {
  const was = tap.open_frac > SHUT_frac;
  tap.open_frac = to_frac;
  const is = to_frac > SHUT_frac;
  if (was !== is) tell(world, facts, is ? 'turned-on' : 'turned-off', tap.id);
}

export function turnDoor(world: World, facts: Fact[], door: Door, to_frac: number): void {
  const was = door.open_frac > SHUT_frac;
  door.open_frac = to_frac;
  const is = to_frac > SHUT_frac;
  if (was === is) return;
  if (is) tell(world, facts, 'opened', door.id);
  else tell(world, facts, 'closed', door.id, undefined, { fromOutside_frac: world.body.out ? 1 : 0 });
}

function press(world: World, facts: Fact[], hand: HandSide, name: string): void {
  const thing = find(world, name)?.thing;
  if (!thing) return;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (thing.kind === 'gas-tap') {
    turnTap(world, facts, thing, thing.open_frac > SHUT_frac ? 0 : 1);
    return;
  }
  if (thing.kind === 'door') {
    turnDoor(world, facts, thing, thing.open_frac > SHUT_frac ? 0 : 1);
    return;
  }
  if (thing.kind === 'appliance' && damaged(world, thing)) {
    shock(world, facts, thing, 'touch');
    return;
  }
  if (thing.kind === 'plug' || thing.kind === 'breaker' || thing.kind === 'hood' || thing.kind === 'call-point')
    flip(world, facts, thing);
}

function flip(world: World, facts: Fact[], it: Switchable): void {
  if (it.kind === 'call-point') {
    it.on = true;
    world.working.alarmRaised = true;
    hear(world, facts, 'fire', 99);
    tell(world, facts, 'pressed', it.id);
    return;
  }
  if (it.kind === 'plug') {
    unplug(world, facts, it);
    return;
  }
  it.on = !it.on;
  tell(world, facts, 'pressed', it.id);
  tell(world, facts, it.on ? 'turned-on' : 'turned-off', it.id);
}

function unplug(world: World, facts: Fact[], plug: Switchable): void {
  if (!plug.on) return;
  plug.on = false;
  tell(world, facts, 'unplugged', plug.id);
}

function pull(world: World, facts: Fact[], hand: HandSide, name: string): void {
  const named = find(world, name);
  if (!named) return;
  const { thing, part } = named;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (thing.kind === 'plug') {
    unplug(world, facts, thing);
    return;
  }
  if (thing.kind === 'extinguisher' && part !== 'hose') {
    pullPin(world, facts, thing);
    return;
  }
  if (carriable(thing)) grab(world, facts, hand, name);
}

/** Does one deed of this tick. */
export function doDeed(world: World, facts: Fact[], deed: Deed): void {
  if (!world.body.alive) return;
  switch (deed.do) {
    case 'grab':
      grab(world, facts, deed.hand, deed.thing);
      return;
    case 'release':
      release(world, facts, deed.hand);
      return;
    case 'place':
      place(world, facts, deed.hand, deed.thing);
      return;
    case 'turn':
      turn(world, facts, deed.hand, deed.thing, deed.to_frac);
      return;
    case 'press':
      press(world, facts, deed.hand, deed.thing);
      return;
    case 'pull':
      pull(world, facts, deed.hand, deed.thing);
      return;
    case 'say':
      tell(world, facts, 'said', undefined, deed.phrase);
      hear(world, facts, deed.phrase, M.EARSHOT_m);
      return;
    case 'dial':
      callDials(world, facts, deed.number);
      return;
    case 'tell':
      callTells(world, facts, deed.card);
      return;
    case 'hang-up':
      callEnds(world, facts);
      return;
    case 'tag':
      inspect(world, facts, deed.thing, deed.label);
      return;
  }
}

/** Everything a hand that has fallen drops. */
export function dropAll(world: World, facts: Fact[]): void {
  release(world, facts, 'left');
  release(world, facts, 'right');
}
