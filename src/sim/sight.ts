/** Whether an eye has a thing before it: no wall or shut door between, and no more smoke than the thing shows through. */
import { hasLevels, SHUT_frac } from './ground.ts';
import { airAtPoint } from './smoke.ts';
import type { Thing } from './things.ts';
import { boxDistance, inBox } from './vec.ts';
import type { Vec3, World } from './world.ts';
import { LIT_1, REFLECTING_1 } from './zone/optics.ts';

/** The line of sight is looked along every so far. */
const STEP_m = 0.15;
/** A doorway's wall, to each side of the leaf. */
const WALL_m = 0.2;

/** Things that give light of their own. */
function shines(thing: Thing): boolean {
  if (thing.kind === 'exit-sign') return true;
  return (thing.kind === 'torch' && thing.on) || ('burning' in thing && thing.burning);
}

/** Mean of the air at both ends: enough to tell a sign seen from one lost. [D] */
function throughSmoke(world: World, thing: Thing, away_m: number): boolean {
  const here = airAtPoint(world, world.body.head.position_m).extinction_1pm;
  const there = airAtPoint(world, thing.pose.position_m).extinction_1pm;
  return ((here + there) / 2) * away_m <= (shines(thing) ? LIT_1 : REFLECTING_1);
}

/** The space a head is in holds all it needs no line for. */
function sameSpace(world: World, at_m: Readonly<Vec3>): boolean {
  const space = world.room.spaces.find(({ id }) => id === world.body.space);
  return space !== undefined && inBox(space.box, at_m);
}

const at: Vec3 = [0, 0, 0];
/** Air: a space, the open air before the exit, or the doorway of a leaf that stands open or is of glass. */
function isAir(world: World, except: Thing): boolean {
  for (const { box } of world.room.spaces) if (inBox(box, at)) return true;
  if (inBox(world.room.exit.outside, at)) return true;
  for (const id in world.things) {
    const leaf = world.things[id]!;
    if (leaf.kind !== 'door' && leaf.kind !== 'window') continue;
    const clear = leaf === except || leaf.kind === 'window' || leaf.glazed || leaf.open_frac > SHUT_frac;
    if (clear && boxDistance(at, leaf.home.position_m, leaf.half_m) <= WALL_m) return true;
  }
  return false;
}

/** @returns whether a thing in the direction of the gaze is seen; in a single room nothing stands between. */
export function inSight(world: World, thing: Thing): boolean {
  if (!hasLevels(world.room)) return true;
  const from = world.body.head.position_m;
  const to = thing.pose.position_m;
  const away_m = Math.hypot(to[0] - from[0], to[1] - from[1], to[2] - from[2]);
  if (!throughSmoke(world, thing, away_m)) return false;
  if (sameSpace(world, to)) return true;
  for (let gone_m = STEP_m; gone_m < away_m; gone_m += STEP_m) {
    for (let k = 0; k < 3; k++) at[k] = from[k]! + ((to[k]! - from[k]!) * gone_m) / away_m;
    if (boxDistance(at, to, thing.half_m) <= WALL_m) return true;
    if (!isAir(world, thing)) return false;
  }
  return true;
}
