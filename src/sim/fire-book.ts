/** The life of one fire told as facts: ignited, knocked down, out, back again. */

import { SMOULDER_max_s, SMOULDER_min_s } from './materials.ts';
import { random } from './rng.ts';
import { tell } from './tell.ts';
import type { Appliance, OilPan, SolidFuel } from './things.ts';
import type { FireBook } from './working.ts';
import { clock_s, type Fact, type World } from './world.ts';

export type Fuel = OilPan | SolidFuel | Appliance;

export function isFuel(thing: { kind: string }): thing is Fuel {
  return thing.kind === 'oil-pan' || thing.kind === 'solid-fuel' || thing.kind === 'appliance';
}

export function bookOf(world: World, fuel: { id: string }): FireBook {
  return world.working.fires[fuel.id]!;
}

/** Remembers what acts on a fire, so that its end can be told with its cause. */
export function actedOn(world: World, fuel: { id: string }, cause: string): void {
  const book = bookOf(world, fuel);
  book.lastCause = cause;
  book.lastCauseAt_s = clock_s(world);
}

export function lightUp(world: World, facts: Fact[], fuel: Fuel, cause: string): void {
  const book = bookOf(world, fuel);
  if (fuel.burning) return;
  fuel.burning = true;
  if (world.working.firstFireAt_s < 0) world.working.firstFireAt_s = clock_s(world);
  tell(world, facts, book.everBurned ? 'reignited' : 'ignited', fuel.id, cause);
  book.everBurned = true;
  book.knocked = false;
  book.smoulderAt_s = -1;
  world.tally.outAt_s = -1;
  world.tally.watched_s = 0;
}

function sprayValues(world: World): Record<string, number> {
  const { tally } = world;
  return {
    used_kg: tally.used_kg,
    spray_s: tally.spray_s,
    onTarget_frac: tally.spray_s > 0 ? tally.onTarget_s / tally.spray_s : 0,
    sweep_m: tally.sweep_m,
  };
}

/** Tells once that an agent has beaten the fire to a tenth of its peak. */
function beaten(world: World, facts: Fact[], fuel: Fuel): void {
  const book = bookOf(world, fuel);
  if (book.knocked || !fuel.burning || fuel.heatRelease_kW > 0.1 * book.peak_kW) return;
  const acting = book.lastCauseAt_s >= 0 && clock_s(world) - book.lastCauseAt_s < 2;
  if (!acting || book.peak_kW < 1) return;
  book.knocked = true;
  const charge_kg = world.working.lastCharge_kg;
  const agentUsed_frac = charge_kg > 0 ? world.tally.used_kg / charge_kg : 0;
  tell(world, facts, 'knocked', fuel.id, book.lastCause, { ...sprayValues(world), agentUsed_frac });
}

/** The fire has no flame left. A smouldering time is drawn for what can glow. */
export function putOut(world: World, facts: Fact[], fuel: Fuel, cause: string): void {
  const book = bookOf(world, fuel);
  fuel.heatRelease_kW = 0;
  beaten(world, facts, fuel);
  fuel.burning = false;
  fuel.flameHeight_m = 0;
  book.flame_frac = 0;
  book.outAt_s = clock_s(world);
  world.tally.outAt_s = book.outAt_s;
  world.tally.watched_s = 0;
  if (fuel.kind !== 'oil-pan')
    book.smoulderAt_s = book.outAt_s + SMOULDER_min_s + random(world) * (SMOULDER_max_s - SMOULDER_min_s);
  tell(world, facts, 'out', fuel.id, cause, { ...sprayValues(world), peak_kW: book.peak_kW });
}

/** After a fire's step: its peak, and the moment an agent has beaten it to a tenth. */
export function keepBook(world: World, facts: Fact[], fuel: Fuel, step_s: number): void {
  const book = bookOf(world, fuel);
  if (fuel.burning) book.burning_s += step_s;
  book.peak_kW = Math.max(book.peak_kW, fuel.kind === 'oil-pan' && fuel.fireball_s > 0 ? 0 : fuel.heatRelease_kW);
  beaten(world, facts, fuel);
}
