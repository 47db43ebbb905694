/** What a discrete act does to the world: each verb goes to the file that knows it. */
import { callDials, callEnds, callTells } from './call.ts';
import { climb } from './climb.ts';
import { press, turn, unplug } from './controls.ts';
import { pullPin } from './extinguisher.ts';
import { feel, unfeel } from './feel.ts';
import { carriable, grab, place, release } from './grip.ts';
import { inspect } from './inspect.ts';
import { EARSHOT_m } from './materials.ts';
import { find, reachable } from './parts.ts';
import { countPeople, hear } from './persons.ts';
import { tell } from './tell.ts';
import type { Deed, Fact, HandSide, World } from './world.ts';

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
      hear(world, facts, deed.phrase, EARSHOT_m);
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
    case 'count':
      countPeople(world, facts);
      return;
    case 'tag':
      inspect(world, facts, deed.thing, deed.label);
      return;
    case 'feel':
      feel(world, facts, deed.hand, deed.thing);
      return;
    case 'unfeel':
      unfeel(world, deed.hand);
      return;
    case 'coach':
      return;
    case 'climb':
      climb(world, facts, deed.thing);
      return;
  }
}
