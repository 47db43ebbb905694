/** What can be done with a thing now, the plainest act first; and everything that can be acted on, with its state. */

import { DEFECTS } from './facts.ts';
import { carriable } from './grip.ts';
import { find, PART_NAMES, partPosition, positionOf } from './parts.ts';
import type { Thing } from './things.ts';
import type { HandSide, Vec3, World } from './world.ts';

export type Verb = 'grab' | 'release' | 'place' | 'turn' | 'press' | 'pull' | 'squeeze' | 'dial' | 'tag';

/** An act on offer: `thing` is what the deed names (perhaps a part), `with` what a held thing would be placed. */
export interface Affordance {
  do: Verb;
  thing: string;
  /** for 'turn' and doors: where to */
  to_frac?: number;
  /** for 'place': the held thing that would go there */
  with?: string;
  /** word for a text key: 'grab', 'pull-pin', 'hold-hose', 'open', 'close', 'turn-off', ... */
  label: string;
}

function heldThings(world: World): Thing[] {
  const { left, right } = world.body.holds;
  return [right, left].flatMap((id) => (id && world.things[id] ? [world.things[id]] : []));
}

function onto(world: World, thing: Thing): Affordance[] {
  const out: Affordance[] = [];
  for (const held of heldThings(world)) {
    const covers = held.kind === 'lid' || held.kind === 'fire-blanket';
    if (thing.kind === 'oil-pan' && covers) out.push({ do: 'place', thing: thing.id, with: held.id, label: 'cover' });
    const wets = thing.kind === 'oil-pan' || thing.kind === 'solid-fuel' || thing.kind === 'appliance';
    if (held.kind === 'water' && wets) out.push({ do: 'place', thing: thing.id, with: held.id, label: 'pour' });
  }
  return out;
}

function ofHeld(thing: Thing): Affordance[] {
  const { id } = thing;
  const rest: Affordance[] = [
    { do: 'release', thing: id, label: 'let-go' },
    { do: 'place', thing: id, with: id, label: 'put-back' },
  ];
  if (thing.kind === 'extinguisher') {
    const first: Affordance[] = [];
    if (thing.pinIn) first.push({ do: 'pull', thing: `${id}.pin`, label: 'pull-pin' });
    else first.push({ do: 'squeeze', thing: id, label: 'spray' });
    if (!thing.hoseHeldBy) first.push({ do: 'grab', thing: `${id}.hose`, label: 'hold-hose' });
    return [...first, ...rest];
  }
  if (thing.kind === 'water' || thing.kind === 'flour') return [{ do: 'squeeze', thing: id, label: 'throw' }, ...rest];
  if (thing.kind === 'phone') return [{ do: 'dial', thing: id, label: 'dial' }, ...rest];
  return rest;
}

function ofFree(thing: Thing): Affordance[] {
  const { id } = thing;
  switch (thing.kind) {
    case 'gas-tap': {
      const open = thing.open_frac > 0.05;
      return [{ do: 'turn', thing: id, to_frac: open ? 0 : 1, label: open ? 'turn-off' : 'turn-on' }];
    }
    case 'door': {
      const open = thing.open_frac > 0.05;
      return [{ do: 'turn', thing: id, to_frac: open ? 0 : 1, label: open ? 'close' : 'open' }];
    }
    case 'plug':
      return thing.on ? [{ do: 'pull', thing: id, label: 'unplug' }] : [];
    case 'breaker':
    case 'hood':
      return [{ do: 'press', thing: id, label: thing.on ? 'turn-off' : 'turn-on' }];
    case 'call-point':
      return thing.on ? [] : [{ do: 'press', thing: id, label: 'press' }];
    case 'phone':
      return [
        { do: 'grab', thing: id, label: 'grab' },
        { do: 'dial', thing: id, label: 'dial' },
      ];
    case 'extinguisher':
      return [
        { do: 'grab', thing: id, label: 'grab' },
        ...(thing.pinIn ? [{ do: 'pull', thing: `${id}.pin`, label: 'pull-pin' } as const] : []),
        { do: 'tag', thing: id, label: 'tag' },
      ];
    default:
      return carriable(thing) ? [{ do: 'grab', thing: id, label: 'grab' }] : [];
  }
}

/**
 * What can be done with a thing or part in the world as it stands, primary act first; reach is not asked.
 * @returns nothing for an unknown name
 */
export function affordances(world: World, name: string): Affordance[] {
  const named = find(world, name);
  if (!named) return [];
  const { thing, part } = named;
  if (thing.kind === 'extinguisher' && part) {
    if (part === 'pin') return thing.pinIn ? [{ do: 'pull', thing: name, label: 'pull-pin' }] : [];
    if (part === 'hose') return thing.hoseHeldBy ? [] : [{ do: 'grab', thing: name, label: 'hold-hose' }];
    return affordances(world, thing.id);
  }
  return [...onto(world, thing), ...(thing.heldBy ? ofHeld(thing) : ofFree(thing))];
}

/** @returns the hand to use for a new thing: the empty one, right before left. */
export function freeHand(world: World): HandSide | null {
  if (!world.body.holds.right) return 'right';
  return world.body.holds.left ? null : 'left';
}

/** Verdicts an inspection tag offers, good first. */
export const VERDICTS: readonly string[] = ['good', ...DEFECTS];

export interface Actable {
  id: string;
  kind: string;
  position_m: Vec3;
  state: Record<string, number | string | boolean | null>;
}

const HIDDEN = new Set(['id', 'kind', 'pose', 'half_m', 'home', 'cells', 'cell', 'nozzle', 'rated']);

function stateOf(thing: Thing): Actable['state'] {
  const state: Actable['state'] = {};
  for (const [key, value] of Object.entries(thing)) {
    if (HIDDEN.has(key) || (typeof value === 'object' && value !== null)) continue;
    state[key] = value;
  }
  return state;
}

/** Everything in the room that has a name, parts included, in the room's own order. */
export function actables(world: World): Actable[] {
  const out: Actable[] = [];
  for (const thing of Object.values(world.things)) {
    const position_m = positionOf(world, { thing, part: null }, [0, 0, 0]);
    out.push({ id: thing.id, kind: thing.kind, position_m, state: stateOf(thing) });
    if (thing.kind !== 'extinguisher') continue;
    for (const part of PART_NAMES)
      out.push({
        id: `${thing.id}.${part}`,
        kind: `extinguisher-${part}`,
        position_m: partPosition(world, thing, part, [0, 0, 0]),
        state: part === 'pin' ? { pinIn: thing.pinIn } : part === 'hose' ? { heldBy: thing.hoseHeldBy } : {},
      });
  }
  return out;
}
