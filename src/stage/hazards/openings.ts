/** Where the openings of the air are in the room: the door or window of the same name, else the common wall of two spaces. */

import type { Thing, Way } from '../../sim/things.ts';
import type { Box, Room, World } from '../../sim/world.ts';

/** An upright rectangle; its normal lies along x or z and points from the opening's `from` to its `to`. */
export interface Opening {
  /** number in World.air.vents */
  vent: number;
  thing: string | null;
  x_m: number;
  z_m: number;
  sill_m: number;
  soffit_m: number;
  halfWidth_m: number;
  /** one of them is 0, the other 1 or -1 */
  normalX: number;
  normalZ: number;
  /** -1: hinged at the lesser end, +1 at the greater, 0: slides or has no leaf */
  hinge: -1 | 0 | 1;
  /** the spaces on either side, null for the open air */
  from: Readonly<Box> | null;
  to: Readonly<Box> | null;
}

const known = new WeakMap<Room, Opening[]>();

/** @returns the openings one can stand before, in the air's own order; worked out once a room. */
export function openingsOf(world: World): readonly Opening[] {
  let all = known.get(world.room);
  if (!all) {
    all = [];
    for (let k = 0; k < world.air.vents.length; k++) {
      const one = openingOf(world, k);
      if (one) all.push(one);
    }
    known.set(world.room, all);
  }
  return all;
}

const END: Record<Way, -1 | 1> = { '-x': -1, '-z': -1, '+x': 1, '+z': 1 };

function openingOf(world: World, k: number): Opening | null {
  const vent = world.air.vents[k]!;
  const from = world.room.spaces[vent.from]?.box ?? null;
  const to = world.room.spaces[vent.to]?.box ?? null;
  const thing = world.things[vent.id];
  const at = thing ? placeOf(thing) : from && to ? between(from, to) : null;
  if (!at) return null;
  const { x, z, across, half_m } = at;
  const beyond = to ?? from!;
  const i = across === 'x' ? 0 : 2;
  const away_m = (beyond.min_m[i] + beyond.max_m[i]) / 2 - (i === 0 ? x : z);
  const sign = (to ? 1 : -1) * (away_m < 0 ? -1 : 1);
  return {
    vent: k,
    thing: thing ? vent.id : null,
    x_m: x,
    z_m: z,
    sill_m: vent.sill_m,
    soffit_m: vent.soffit_m,
    halfWidth_m: Math.min(half_m, Math.max(0.2, vent.width_m / 2)),
    normalX: across === 'x' ? sign : 0,
    normalZ: across === 'z' ? sign : 0,
    hinge: thing?.kind === 'door' && thing.hinge && !thing.slides ? END[thing.hinge] : 0,
    from,
    to,
  };
}

interface Place {
  x: number;
  z: number;
  across: 'x' | 'z';
  half_m: number;
}

/** A leaf stands in its wall the thin way. */
function placeOf(thing: Thing): Place | null {
  if (thing.kind !== 'door' && thing.kind !== 'window') return null;
  const [hx, , hz] = thing.half_m;
  const [x, , z] = thing.home.position_m;
  return hx < hz ? { x, z, across: 'x', half_m: hz } : { x, z, across: 'z', half_m: hx };
}

/** Middle of what two boxes have in common along the wall between them. */
function between(a: Readonly<Box>, b: Readonly<Box>): Place {
  const gap = (i: 0 | 2) => Math.max(a.min_m[i], b.min_m[i]) - Math.min(a.max_m[i], b.max_m[i]);
  const middle = (i: 0 | 2) => (Math.max(a.min_m[i], b.min_m[i]) + Math.min(a.max_m[i], b.max_m[i])) / 2;
  // the wall lies across the way in which the boxes overlap least
  return gap(0) > gap(2)
    ? { x: middle(0), z: middle(2), across: 'x', half_m: Math.max(0.2, -gap(2) / 2) }
    : { x: middle(0), z: middle(2), across: 'z', half_m: Math.max(0.2, -gap(0) / 2) };
}
