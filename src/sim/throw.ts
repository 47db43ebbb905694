/** A basin of water or a handful of flour thrown, and where it lands. */
import { shock, waterOnAppliance } from './appliance.ts';
import { agentOnBike } from './e-bike.ts';
import { fireBase } from './fire.ts';
import { actedOn, bookOf, type Fuel, isFuel } from './fire-book.ts';
import * as M from './materials.ts';
import { waterOnOil } from './oil.ts';
import { pourOn } from './seal.ts';
import { tell } from './tell.ts';
import type { Door, EBike, Throwable } from './things.ts';
import { boxDistance, distance, rayBox } from './vec.ts';
import type { Fact, Vec3, World } from './world.ts';

const THROW_m = 2.6; // [D] a basin emptied from the hands
const THROW_cos = Math.cos((28 * Math.PI) / 180); // [D] over the floor
const WET_around_m = 0.35; // what stands beside gets its share [D]

const base: Vec3 = [0, 0, 0];
/** What a throw along `dir` from a hand hits: the fuel nearest to that line over the floor, burning ones first. */
function aimedAt(world: World, from: Readonly<Vec3>, dir: Readonly<Vec3>): Fuel | EBike | null {
  let best: Fuel | EBike | null = null;
  let bestScore = 0;
  for (const id in world.things) {
    const fuel = world.things[id]!;
    if (!isFuel(fuel) && fuel.kind !== 'e-bike') continue;
    fireBase(fuel, base);
    const away_m = boxDistance(from, fuel.pose.position_m, fuel.half_m);
    if (away_m > THROW_m) continue;
    const dx = base[0] - from[0];
    const dz = base[2] - from[2];
    const flat = Math.hypot(dx, dz) * Math.hypot(dir[0], dir[2]);
    const cos = away_m < 0.3 || flat < 1e-6 ? 1 : (dx * dir[0] + dz * dir[2]) / flat;
    const score = cos + (fuel.burning ? 0.2 : 0);
    if (cos < THROW_cos || score <= bestScore) continue;
    bestScore = score;
    best = fuel;
  }
  return best;
}

/** Water that lands on one fuel, and splashes what stands within reach of it. */
export function wet(world: World, facts: Fact[], fuel: Fuel | EBike, kg: number, by: string): void {
  if (fuel.kind === 'e-bike') agentOnBike(world, fuel, 'water', kg);
  else if (fuel.kind === 'oil-pan') waterOnOil(world, facts, fuel, kg, by);
  else if (fuel.kind === 'appliance') {
    actedOn(world, fuel, 'water');
    waterOnAppliance(world, facts, fuel, kg);
  } else {
    actedOn(world, fuel, 'water');
    const caught_kgpm2 = (0.5 * kg) / (fuel.cells.length * fuel.cell_m ** 2); // half runs off [D]
    for (const cell of fuel.cells) cell.water_kgpm2 = Math.min(2, cell.water_kgpm2 + caught_kgpm2);
  }
  for (const id in world.things) {
    const other = world.things[id]!;
    if (other === fuel || other.kind !== 'appliance') continue;
    const gap_m = distance(other.pose.position_m, fuel.pose.position_m);
    const reach_m = WET_around_m + Math.max(...fuel.half_m) + Math.max(...other.half_m);
    if (gap_m > reach_m || !other.live) continue;
    other.cell.water_kgpm2 += 0.1;
    shock(world, facts, other, 'water');
  }
}

/** The basin is emptied along `dir`; what it does not hit runs over the floor. */
export function waterOnto(world: World, facts: Fact[], basin: Throwable, dir: Readonly<Vec3>, kg: number): void {
  if (kg <= 0) return;
  const hit = aimedAt(world, basin.pose.position_m, dir);
  const door = hit ? null : doorAhead(world, basin.pose.position_m, dir);
  basin.left_kg -= kg;
  if (hit) wet(world, facts, hit, kg, basin.id);
  else if (door) pourOn(world, facts, door, kg * DOOR_caught_frac);
}

/** Of water thrown at a door half stays on it. [D] */
const DOOR_caught_frac = 0.5;

/** The nearest door a throw meets. */
function doorAhead(world: World, from: Readonly<Vec3>, dir: Readonly<Vec3>): Door | null {
  let best: Door | null = null;
  let least_m = THROW_m;
  for (const id in world.things) {
    const door = world.things[id]!;
    if (door.kind !== 'door') continue;
    const hit = rayBox(from, dir, door.home.position_m, door.half_m);
    if (!hit || hit[0] > least_m) continue;
    best = door;
    least_m = hit[0];
  }
  return best;
}

/** Flour over a flame flashes as dust (FF-E6). */
export function flourOnto(world: World, facts: Fact[], bag: Throwable, dir: Readonly<Vec3>, kg: number): void {
  if (kg <= 0) return;
  const hit = aimedAt(world, bag.pose.position_m, dir);
  bag.left_kg -= kg;
  if (!hit?.burning) return;
  tell(world, facts, 'dust-flashed', hit.id, bag.id);
  if (hit.kind !== 'oil-pan') return;
  hit.fireball_s = M.DUST_flash_s;
  bookOf(world, hit).fireball_kW = M.DUST_flash_kW;
}
