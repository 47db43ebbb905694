/** Everything that can be done with a thing of a house: one act is done by a press, of several the trainee chooses. */

import { CRACK_frac, hasLevels, SHUT_frac } from '../../sim/ground.ts';
import type { Cloth, Door, Thing, Window } from '../../sim/things.ts';
import type { Deed, HandSide, Vec3, World } from '../../sim/world.ts';

/** Acts that take time and a hand led to a place: on a desktop the stage leads it (errand.ts). */
export type ErrandName = 'feel' | 'look' | 'peep' | 'tape' | 'wave' | 'wear';

export interface Offer {
  /** word of the text key `stage:offer.WORD` and of `home:hint.WORD` */
  word: string;
  deed: Deed | null;
  errand: ErrandName | null;
  panel: 'phone' | null;
  /** the choices stay open for what follows */
  stays: boolean;
  /** only near enough, which it is not yet */
  far: boolean;
}

/** How far a crack is opened: 11 degrees. */
export const AJAR_frac = 0.12;
/** Through a peephole one looks with the eye at the leaf. */
const PEEP_m = 0.62;
/** From here a hand at a window is seen outside. */
const WAVE_m = 1.25;

function offer(word: string, deed: Deed | null, more: Partial<Offer> = {}): Offer {
  return { word, deed, errand: null, panel: null, stays: false, far: false, ...more };
}

/** The hand that holds a thing of a kind, and the thing. */
export function held<K extends Thing['kind']>(
  world: World,
  ...kinds: K[]
): { side: HandSide; thing: Thing & { kind: K } } | null {
  for (const side of ['right', 'left'] as const) {
    const id = world.body.holds[side];
    const thing = id ? world.things[id] : undefined;
    if (thing && (kinds as string[]).includes(thing.kind)) return { side, thing: thing as Thing & { kind: K } };
  }
  return null;
}

/** @returns the empty hand, right before left; of two full ones that which does not hold the phone gives way. */
export function handFor(world: World): HandSide {
  const { left, right } = world.body.holds;
  if (!right) return 'right';
  return !left || world.things[left]?.kind !== 'phone' ? 'left' : 'right';
}

/** Level distance from the head to a thing's box. */
export function away_m(world: World, thing: Thing): number {
  const [x, , z] = world.body.head.position_m;
  const [tx, , tz] = thing.home.position_m;
  return Math.hypot(Math.max(0, Math.abs(x - tx) - thing.half_m[0]), Math.max(0, Math.abs(z - tz) - thing.half_m[2]));
}

function turn(world: World, thing: Thing, to_frac: number): Deed {
  return { do: 'turn', hand: handFor(world), thing: thing.id, to_frac };
}

function ofDoor(world: World, door: Door, led: boolean): Offer[] {
  if (door.workedBy) return [];
  const out: Offer[] = [];
  const { open_frac } = door;
  const put = (side: HandSide): Deed => ({ do: 'place', hand: side, thing: door.id });
  const cloth = held(world, 'cloth');
  const tape = held(world, 'tape');
  const water = held(world, 'water');
  if (open_frac > CRACK_frac) return [offer('close', turn(world, door, 0))];
  if (open_frac > SHUT_frac) {
    if (led) out.push(offer('look', null, { errand: 'look', stays: true }));
    const open = offer('open', turn(world, door, 1));
    // where the crack's key was is now the key that shuts, never the one that opens wide
    if (door.peephole) out.push(open);
    out.push(offer('close', turn(world, door, 0), { stays: true }));
    if (!door.peephole) out.push(open);
    return out;
  }
  if (led) out.push(offer('feel', null, { errand: 'feel', stays: true }));
  if (led && door.peephole)
    out.push(offer('peep', null, { errand: 'peep', stays: true, far: away_m(world, door) > PEEP_m }));
  out.push(offer('crack', turn(world, door, AJAR_frac), { errand: led ? 'look' : null, stays: true }));
  out.push(offer('open', turn(world, door, 1)));
  if (cloth && door.bottomSealed_frac < 0.99) out.push(offer('seal', put(cloth.side), { stays: true }));
  if (tape && door.sidesSealed_frac < 0.99)
    out.push(offer('tape', put(tape.side), { errand: led ? 'tape' : null, stays: true }));
  if (water && water.thing.left_kg > 0.05) out.push(offer('pour', put(water.side), { stays: true }));
  return out;
}

function ofWindow(world: World, pane: Window, led: boolean): Offer[] {
  const out: Offer[] = [];
  const open = pane.open_frac > CRACK_frac;
  out.push(open ? offer('close', turn(world, pane, 0)) : offer('open', turn(world, pane, 1), { stays: true }));
  const signal = held(world, 'torch') ?? brightCloth(world);
  if (led && signal) out.push(offer('wave', null, { errand: 'wave', far: away_m(world, pane) > WAVE_m }));
  if (!open && !pane.broken) out.push(offer('break', { do: 'press', hand: handFor(world), thing: pane.id }));
  if (open || pane.broken) out.push(offer('climb', { do: 'climb', thing: pane.id }));
  return out;
}

function brightCloth(world: World): { side: HandSide; thing: Cloth } | null {
  const cloth = held(world, 'cloth');
  return cloth?.thing.bright ? cloth : null;
}

/**
 * @param led hands are led by the stage (desktop); in a headset feeling, looking and waving need no key
 * @returns acts in the order of the keys; nothing for what is only looked at
 */
export function offersOf(world: World, thing: Thing, led: boolean): Offer[] {
  const { id } = thing;
  const grab = offer('grab', { do: 'grab', hand: handFor(world), thing: id });
  switch (thing.kind) {
    case 'door':
      return ofDoor(world, thing, led);
    case 'window':
      return ofWindow(world, thing, led);
    case 'phone':
      return [offer('dial', null, { panel: 'phone' }), ...(thing.heldBy ? [] : [{ ...grab, word: 'take-along' }])];
    case 'lift-button':
      return [offer('press', { do: 'press', hand: handFor(world), thing: id })];
    case 'tap':
    case 'water': {
      const cloth = held(world, 'cloth');
      if (cloth && cloth.thing.wet_frac < 0.95) return [offer('wet', { do: 'place', hand: cloth.side, thing: id })];
      if (thing.kind === 'water') return thing.heldBy ? [] : [grab];
      const bowl = held(world, 'water');
      return bowl ? [offer('fill', { do: 'place', hand: bowl.side, thing: id })] : [];
    }
    case 'torch':
      return thing.heldBy ? [offer(thing.on ? 'turn-off' : 'turn-on', press(thing))] : [grab];
    case 'escape-mask':
      return thing.heldBy ? [offer('wear', null, { errand: 'wear' })] : thing.worn ? [] : [grab];
    case 'cloth':
      if (thing.heldBy) return [];
      return [thing.on ? { ...grab, word: 'take-away' } : grab];
    case 'tape':
    case 'valuable':
      return thing.heldBy ? [] : [grab];
    default:
      return [];
  }
}

function press(thing: Thing): Deed {
  return { do: 'press', hand: thing.heldBy ?? 'right', thing: thing.id };
}

/** Kinds whose acts are offered here and not by the sim's affordances. */
const OFFERED: ReadonlySet<Thing['kind']> = new Set([
  'door',
  'window',
  'phone',
  'lift-button',
  'tap',
  'water',
  'torch',
  'escape-mask',
  'cloth',
  'tape',
  'valuable',
] as const);

export function isOffered(world: World, thing: Thing): boolean {
  return hasLevels(world.room) && OFFERED.has(thing.kind);
}

/** Where a hand lies on a leaf or pane: the nearest place of its face to a point, as high as a handle. */
export function onFace(thing: Thing, from: Vec3, height_m: number, into: Vec3): Vec3 {
  const [x, y, z] = thing.home.position_m;
  const [hx, hy, hz] = thing.half_m;
  const inside = (at: number, middle: number, half: number) => Math.max(middle - half, Math.min(middle + half, at));
  const level = hx >= hz;
  // a hand's breadth in from the edges
  into[0] = level ? inside(from[0], x, hx - 0.1) : x + Math.sign(from[0] - x) * (hx + 0.02);
  into[1] = inside(y - hy + height_m, y, hy - 0.08);
  into[2] = level ? z + Math.sign(from[2] - z) * (hz + 0.02) : inside(from[2], z, hz - 0.1);
  return into;
}
