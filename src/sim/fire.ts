/** All that burns in a room, in the order it stands there, and the heat that goes from one to the next. */
import { stepAppliance } from './appliance.ts';
import { bookOf, type Fuel, isFuel } from './fire-book.ts';
import * as M from './materials.ts';
import { stepPan } from './oil.ts';
import { pointFlux_kWpm2 } from './plume.ts';
import { oxygenFor_frac } from './smoke.ts';
import { fuelRow, stepSolid } from './solid.ts';
import { boxDistance, copy } from './vec.ts';
import type { Fact, Vec3, World } from './world.ts';

/** Where the flame stands: the mouth of a pan, the lower third of what stands on the floor. */
export function fireBase(fuel: Fuel, out: Vec3): Vec3 {
  copy(out, fuel.pose.position_m);
  if (fuel.kind === 'oil-pan') out[1] += fuel.half_m[1];
  else out[1] -= fuel.half_m[1] / 3;
  return out;
}

/** Height of the flame's foot above the floor, for plume and smoke. */
export function flameFoot_m(fuel: Fuel): number {
  if (fuel.kind === 'oil-pan') return fuel.pose.position_m[1] + fuel.half_m[1];
  if (fuel.kind === 'solid-fuel' && !fuelRow(fuel).vertical) return fuel.pose.position_m[1];
  return fuel.pose.position_m[1] - fuel.half_m[1] / 2;
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
    if (source === target || !isFuel(source) || source.heatRelease_kW < 5) continue;
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

/** One tick of everything that can burn. */
export function stepFires(world: World, facts: Fact[], step_s: number): void {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (!isFuel(thing)) continue;
    spreadTo(world, thing, step_s);
    const oxygen_frac = thing.burning ? oxygenFor_frac(world, flameFoot_m(thing)) : 1;
    if (thing.kind === 'oil-pan') stepPan(world, facts, thing, oxygen_frac, step_s);
    else if (thing.kind === 'solid-fuel') stepSolid(world, facts, thing, oxygen_frac, step_s);
    else stepAppliance(world, facts, thing, oxygen_frac, step_s);
  }
}

/** Power of all that burns now. */
export function allHeat_kW(world: World): number {
  let sum_kW = 0;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (isFuel(thing)) sum_kW += thing.heatRelease_kW;
  }
  return sum_kW;
}

/** Radiant flux at a point from every flame. */
export function fluxAt_kWpm2(world: World, at_m: Readonly<Vec3>): number {
  let flux_kWpm2 = 0;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (!isFuel(thing) || thing.heatRelease_kW <= 0) continue;
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
