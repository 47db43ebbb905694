/** A leaf or sash under a closed hand: it follows the hand about its hinge or along its way, and rests at a crack. */
import type { Drill } from '../../drill/types.ts';
import { hasLevels, SHUT_frac } from '../../sim/ground.ts';
import type { Thing, Way } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { buzz } from '../rig/haptics.ts';
import { AJAR_frac } from './offers.ts';
import type { HandState, Pull, Trainee } from './trainee.ts';

/** A leaf between shut and this much open rests at a crack: nobody holds eleven degrees with a free hand. [D] */
const SNAP_frac = 0.22;
/** A new deed for each so much. */
const STEP_frac = 0.025;
/** A hand that has gone this far from the leaf has lost it. */
const LOST_m = 0.9;

const SIGN: Record<Way, [x: number, z: number]> = { '-x': [-1, 0], '+x': [1, 0], '-z': [0, -1], '+z': [0, 1] };

/** @returns whether a hand can lead this thing. */
export function pullable(world: World, thing: Thing): boolean {
  if (!hasLevels(world.room)) return false;
  if (thing.kind === 'window') return true;
  return thing.kind === 'door' && thing.hinge !== null && thing.swings !== null && !thing.workedBy;
}

/** Where the hinge line of a leaf stands. */
function hingeOf(thing: Thing): [x: number, z: number] {
  const [x, , z] = thing.home.position_m;
  const way = thing.kind === 'door' && thing.hinge ? SIGN[thing.hinge] : [0, 0];
  return [x + way[0]! * thing.half_m[0], z + way[1]! * thing.half_m[2]];
}

/**
 * @returns how far the hand is along the leaf's way, as a share of the whole: its angle about the hinge from where the
 * leaf is shut, or its place along a sash
 */
export function along_frac(thing: Thing, x_m: number, z_m: number): number {
  const [cx, , cz] = thing.home.position_m;
  if (thing.kind !== 'door' || !thing.hinge || !thing.swings) {
    const level = thing.half_m[0] >= thing.half_m[2];
    const half = level ? thing.half_m[0] : thing.half_m[2];
    return (level ? x_m - cx : z_m - cz) / Math.max(half, 0.1);
  }
  const [hx, hz] = hingeOf(thing);
  // from the hinge: along the shut leaf, and to where it swings
  const [ax, az] = SIGN[thing.hinge];
  const [sx, sz] = SIGN[thing.swings];
  const out = -(x_m - hx) * ax - (z_m - hz) * az;
  const swung = (x_m - hx) * sx + (z_m - hz) * sz;
  return Math.atan2(swung, out) / (Math.PI / 2);
}

/** @returns an opening as a leaf rests: shut, a crack, or where the hand has it. */
export function rested_frac(open_frac: number): number {
  const inside = Math.max(0, Math.min(1, open_frac));
  if (inside < SHUT_frac * 0.6) return 0;
  return inside < SNAP_frac ? AJAR_frac : inside;
}

export function beginPull(hand: HandState, thing: Thing): void {
  if (thing.kind !== 'door' && thing.kind !== 'window') return;
  const from = along_frac(thing, hand.position.x, hand.position.z);
  hand.pull = { thing: thing.id, from_frac: thing.open_frac, from, sent_frac: thing.open_frac };
}

/** Goes on with a pull while the hand is closed. @returns whether the hand is busy with it. */
export function pull(t: Trainee, drill: Drill, hand: HandState, closed: boolean): boolean {
  const now = hand.pull;
  if (!now) return false;
  const thing = drill.world.things[now.thing];
  if (!closed || !thing || (thing.kind !== 'door' && thing.kind !== 'window') || lost(hand, thing)) {
    hand.pull = null;
    return false;
  }
  const moved = along_frac(thing, hand.position.x, hand.position.z) - now.from;
  // a sash may be pushed either way to open it
  const to_frac = rested_frac(
    thing.kind === 'window' && now.from_frac < SHUT_frac ? Math.abs(moved) : now.from_frac + signed(thing, moved, now),
  );
  if (Math.abs(to_frac - now.sent_frac) >= STEP_frac || (to_frac === 0 && now.sent_frac > 0)) {
    now.sent_frac = to_frac;
    t.deeds.push({ do: 'turn', hand: hand.side, thing: now.thing, to_frac });
    buzz(hand.side, 'turn');
  }
  return true;
}

/** An open sash is pushed back the way it is not. */
function signed(thing: Thing, moved: number, now: Pull): number {
  return thing.kind === 'window' && now.from_frac >= SHUT_frac ? -Math.abs(moved) : moved;
}

function lost(hand: HandState, thing: Thing): boolean {
  const [x, y, z] = thing.home.position_m;
  const reach_m = Math.max(thing.half_m[0], thing.half_m[2]);
  return (
    Math.hypot(hand.position.x - x, hand.position.z - z) > 2 * reach_m + LOST_m ||
    Math.abs(hand.position.y - y) > thing.half_m[1] + 0.6
  );
}
