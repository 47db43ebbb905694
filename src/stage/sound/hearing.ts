/** How sound gets through a building: freely by open doors and stair wells, dull and faint through shut ones. */
import { spaceIndexAt } from '../../sim/air.ts';
import type { Vec3, World } from '../../sim/world.ts';
import type { Vent } from '../../sim/zone/building.ts';

/** Dulled by one shut door is 1; each kind of opening by so much of that. [D] a flat's door takes 25 to 30 dB, a crack half */
const OPEN = 0.06;
const SHUT = 1;
const WELL = 0.1;
/** Past two doors nothing gets duller. */
const MOST = 2.2;
/** Out of a window or from another house. */
const OUTDOORS = 1.2;

const MOST_SPACES = 64;
/** one more than the spaces: the open air is the last */
const dulled = new Float64Array(MOST_SPACES + 1);

function leaf(vent: Vent): number {
  const open = Math.min(1, Math.max(0, vent.open_frac));
  // half the loss is gone at a crack: sound needs little room
  return OPEN + (SHUT - OPEN) * (1 - open) ** 3;
}

/** Works out, from the ears' own space, how dull each other space sounds. @returns the table, by number of space; the last is outside. */
function spreadFrom(world: World, ears: number): void {
  const count = Math.min(MOST_SPACES, world.air.rooms.length);
  dulled.fill(MOST, 0, count + 1);
  dulled[ears < 0 ? count : ears] = 0;
  for (let grew = true; grew; ) {
    grew = false;
    for (const vent of world.air.vents) {
      // cracks of the outer walls are no way for sound
      if (vent.width_m < 0.2) continue;
      grew = relax(vent.from < 0 ? count : vent.from, vent.to < 0 ? count : vent.to, leaf(vent)) || grew;
    }
    for (const hatch of world.air.hatches)
      grew = relax(hatch.below_index, hatch.above_index, WELL + (SHUT - WELL) * (1 - hatch.open_frac)) || grew;
  }
}
function relax(a: number, b: number, by: number): boolean {
  if (a < 0 || b < 0) return false;
  const near = Math.min(dulled[a]!, dulled[b]!) + by;
  if (dulled[a]! > near + 1e-9) dulled[a] = near;
  else if (dulled[b]! > near + 1e-9) dulled[b] = near;
  else return false;
  return true;
}

let listening: World | null = null;
let listened_tick = -1;

/** @returns 0 as clear as in the same room .. 1 through a shut door .. 2.2 hardly at all. */
export function dulledBy(world: World, at_m: Readonly<Vec3>): number {
  if (listening !== world || listened_tick !== world.tick) {
    listening = world;
    listened_tick = world.tick;
    spreadFrom(world, spaceIndexAt(world.room, world.body.head.position_m));
  }
  const count = Math.min(MOST_SPACES, world.air.rooms.length);
  const index = spaceIndexAt(world.room, at_m, 1);
  return Math.min(MOST, dulled[index < 0 ? count : index]!);
}

/** @returns how dull what comes from far outside is: the siren in the street. */
export function dulledOutdoors(world: World): number {
  const inside = spaceIndexAt(world.room, world.body.head.position_m) >= 0;
  return inside ? OUTDOORS : 0;
}

/** Loudness left and the highest note that comes through. */
export function throughDoors(dull: number): { gain: number; low_Hz: number } {
  return { gain: 0.28 ** dull, low_Hz: Math.max(260, 18_000 * 0.045 ** dull) };
}
