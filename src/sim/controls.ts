/** Knobs, doors, windows, plugs, switches and buttons. */
import { damaged, shock } from './appliance.ts';
import { breakPane, moveLeaf } from './door.ts';
import { CRACK_frac, hasLevels, SHUT_frac } from './ground.ts';
import { callLift } from './lift.ts';
import { find, GLASS, reachable } from './parts.ts';
import { hear } from './persons.ts';
import { putMaskOn, switchTorch } from './signal.ts';
import { tell } from './tell.ts';
import type { Door, GasTap, Switchable } from './things.ts';
import { clamp } from './vec.ts';
import type { Fact, HandSide, World } from './world.ts';

export function turn(world: World, facts: Fact[], hand: HandSide, name: string, to_frac: number): void {
  const thing = find(world, name)?.thing;
  if (thing?.kind !== 'gas-tap' && thing?.kind !== 'door' && thing?.kind !== 'window') return;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (thing.kind === 'gas-tap') turnTap(world, facts, thing, clamp(to_frac, 0, 1));
  else if (thing.kind === 'window' || hasLevels(world.room)) moveLeaf(world, facts, thing, clamp(to_frac, 0, 1));
  else turnDoor(world, facts, thing, clamp(to_frac, 0, 1));
}

function turnTap(world: World, facts: Fact[], tap: GasTap, to_frac: number): void {
  const was = tap.open_frac > SHUT_frac;
  tap.open_frac = to_frac;
  const is = to_frac > SHUT_frac;
  if (was !== is) tell(world, facts, is ? 'turned-on' : 'turned-off', tap.id);
}

/** The one door of a single room. */
function turnDoor(world: World, facts: Fact[], door: Door, to_frac: number): void {
  const was = door.open_frac > SHUT_frac;
  door.open_frac = to_frac;
  const is = to_frac > SHUT_frac;
  if (was === is) return;
  if (is) tell(world, facts, 'opened', door.id);
  else tell(world, facts, 'closed', door.id, undefined, { fromOutside_frac: world.body.out ? 1 : 0 });
}

export function press(world: World, facts: Fact[], hand: HandSide, name: string): void {
  const named = find(world, name);
  if (!named) return;
  const { thing, part } = named;
  if (!reachable(world, hand, name)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  if (thing.kind === 'gas-tap') {
    turnTap(world, facts, thing, thing.open_frac > SHUT_frac ? 0 : 1);
    return;
  }
  if (thing.kind === 'window' && part === GLASS) {
    breakPane(world, facts, thing);
    return;
  }
  if (thing.kind === 'window' || (thing.kind === 'door' && hasLevels(world.room))) {
    moveLeaf(world, facts, thing, thing.open_frac > CRACK_frac ? 0 : 1);
    return;
  }
  if (thing.kind === 'door') {
    turnDoor(world, facts, thing, thing.open_frac > SHUT_frac ? 0 : 1);
    return;
  }
  if (thing.kind === 'lift-button') callLift(world, facts, thing);
  if (thing.kind === 'torch') switchTorch(world, facts, thing);
  if (thing.kind === 'escape-mask' && thing.heldBy) putMaskOn(world, facts, thing);
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

export function unplug(world: World, facts: Fact[], plug: Switchable): void {
  if (!plug.on) return;
  plug.on = false;
  tell(world, facts, 'unplugged', plug.id);
}
