/** All that burns in a room, in the order it stands there, and the heat that goes from one to the next. */
import { type Flaming, isFlaming, spaceIndexAt } from './air.ts';
import { sprayed_kgpm2, sprayedFor_s } from './alarm.ts';
import { stepAppliance } from './appliance.ts';
import { stepBlaze } from './blaze.ts';
import { stepBike } from './e-bike.ts';
import { actedOn, bookOf, type Fuel, isFuel } from './fire-book.ts';
import * as M from './materials.ts';
import { stepPan } from './oil.ts';
import { pointFlux_kWpm2 } from './plume.ts';
import { fuelRow, stepSolid } from './solid.ts';
import { boxDistance, copy, flatToSegment } from './vec.ts';
import type { Fact, Vec3, World } from './world.ts';

/** Where the flame stands: the mouth of a pan, the lower third of what stands on the floor. */
export function fireBase(fuel: Flaming, out: Vec3): Vec3 {
  copy(out, fuel.pose.position_m);
  if (fuel.kind === 'oil-pan') out[1] += fuel.half_m[1];
  else out[1] -= fuel.half_m[1] / 3;
  return out;
}

const CRITICAL: Record<'appliance', [flux_kWpm2: number, dose_kJpm2: number]> = { appliance: [15, 1500] }; // [D]

const base: Vec3 = [0, 0, 0];
/** Radiation, and burning bits on what is near, light what is not yet alight. */
function spreadTo(world: World, target: Fuel, step_s: number): void {
  if (target.burning || target.kind === 'oil-pan') return;
  const book = bookOf(world, target);
  if (book.everBurned || book.litAt_s >= 0) return;
  let flux_kWpm2 = 0;
  for (const id in world.things) {
    const source = world.things[id]!;
    if (source === target || !isFlaming(source) || source.heatRelease_kW < 5) continue;
    if (!inSight(world, source.pose.position_m, target.pose.position_m)) continue;
    fireBase(source, base);
    base[1] += source.flameHeight_m / 3;
    const away_m = boxDistance(base, target.pose.position_m, target.half_m);
    flux_kWpm2 += pointFlux_kWpm2(M.CHI_radiative_frac * source.heatRelease_kW, away_m);
    const reach_m = source.kind === 'solid-fuel' ? fuelRow(source).ember_m : 0.2;
    const gap_m = Math.max(0, away_m - Math.max(source.half_m[0], source.half_m[2]));
    const leans = source.heatRelease_kW > (source.kind === 'solid-fuel' ? fuelRow(source).peak_kW / 2 : 20);
    if (leans && gap_m < reach_m) flux_kWpm2 += M.EMBER_flux_kWpm2;
  }
  const row = target.kind === 'solid-fuel' ? fuelRow(target) : null;
  const critical_kWpm2 = row ? row.criticalFlux_kWpm2 : CRITICAL.appliance[0];
  const dose_kJpm2 = row ? row.ignitionDose_kJpm2 : CRITICAL.appliance[1];
  if (flux_kWpm2 > critical_kWpm2) book.preheat_kJpm2 += flux_kWpm2 * step_s;
  if (book.preheat_kJpm2 < dose_kJpm2) return;
  book.lastCause = 'spread';
  book.litAt_s = 0;
}

/** Sprinkler water that finds its way onto what stands under it. [D] half is shielded or runs off */
const SPRAY_finds_frac = 0.5;
function rain(world: World, fuel: Fuel, step_s: number): void {
  if (fuel.kind === 'oil-pan' || !fuel.burning || sprayedFor_s(world, fuel) < 0) return;
  actedOn(world, fuel, 'water');
  const exposed = fuel.kind === 'solid-fuel' ? fuelRow(fuel).exposed_1 : 1;
  const got_kgpm2 = (SPRAY_finds_frac * sprayed_kgpm2(step_s)) / exposed;
  if (fuel.kind === 'appliance') fuel.cell.water_kgpm2 += got_kgpm2;
  else for (const cell of fuel.cells) cell.water_kgpm2 = Math.min(2, cell.water_kgpm2 + got_kgpm2);
}

/** One tick of everything that can burn. */
export function stepFires(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (!isFuel(thing)) continue;
    spreadTo(world, thing, step_s);
    rain(world, thing, step_s);
    const book = bookOf(world, thing);
    if (thing.kind === 'oil-pan') stepPan(world, facts, thing, book.air_frac, step_s);
    else if (thing.kind === 'solid-fuel') stepSolid(world, facts, thing, book.air_frac, step_s);
    else stepAppliance(world, facts, thing, book.air_frac, step_s);
    book.given_kJ += thing.heatRelease_kW * step_s;
  }
  stepFlames(world, facts, step_s);
}

/** One tick of what burns by its own law: blazes and packs. */
export function stepFlames(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'blaze') stepBlaze(world, facts, thing, step_s);
    else if (thing.kind === 'e-bike') stepBike(world, facts, thing, step_s);
  }
}

const AJAR_frac = 0.3; // a door open less than this hides a flame [D]
const BESIDE_m = 0.8; // [D] the line of sight passes the opening at most this far from its middle
/** Whether radiation finds its way: within one space, or through an open door between two. */
export function inSight(world: World, from_m: Readonly<Vec3>, to_m: Readonly<Vec3>): boolean {
  const from = spaceIndexAt(world.room, from_m);
  const to = spaceIndexAt(world.room, to_m);
  if (from === to) return true;
  for (const vent of world.air.vents) {
    const joins = (vent.from === from && vent.to === to) || (vent.from === to && vent.to === from);
    if (!joins || vent.open_frac < AJAR_frac) continue;
    const leaf = world.things[vent.id];
    if (!leaf || flatToSegment(leaf.pose.position_m, from_m, to_m) < BESIDE_m) return true;
  }
  return false;
}

/** Radiant flux at a point from every flame. */
export function fluxAt_kWpm2(world: World, at_m: Readonly<Vec3>): number {
  let flux_kWpm2 = 0;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (!isFlaming(thing) || thing.heatRelease_kW <= 0) continue;
    if (!inSight(world, thing.pose.position_m, at_m)) continue;
    fireBase(thing, base);
    base[1] += thing.flameHeight_m / 3;
    const away_m = Math.hypot(base[0] - at_m[0], base[1] - at_m[1], base[2] - at_m[2]);
    flux_kWpm2 += pointFlux_kWpm2(M.CHI_radiative_frac * thing.heatRelease_kW, away_m);
  }
  return flux_kWpm2;
}

/** @returns the burning fuel nearest to a point, null when nothing burns. */
export function nearestFire(world: World, at_m: Readonly<Vec3>): Fuel | null {
  let best: Fuel | null = null;
  let best_m = Number.POSITIVE_INFINITY;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (!isFuel(thing) || !thing.burning) continue;
    fireBase(thing, base);
    const away_m = Math.hypot(base[0] - at_m[0], base[2] - at_m[2]);
    if (away_m < best_m) {
      best_m = away_m;
      best = thing;
    }
  }
  return best;
}
