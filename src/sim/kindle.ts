/** Sets a fuel alight for a script, and lets it have burned a while before anybody comes. */
import { isFlaming } from './air.ts';
import { forerun } from './air-step.ts';
import { lightBlaze } from './blaze.ts';
import { isLit, lightBike } from './e-bike.ts';
import { stepFlames } from './fire.ts';
import { bookOf } from './fire-book.ts';
import { STEP_air_count } from './materials.ts';
import { stepSolid } from './solid.ts';
import { clock_s, type Fact, TICK_s, type World } from './world.ts';

/**
 * @param thing a fuel of the room: paper, card and cloth may be grown; oil and appliances only start; a blaze and an
 * e-bike burn on and fill the house with smoke meanwhile
 * @param burned_s how long it has burned when the trainee meets it
 * @returns the facts `ignited` and `vented`, told now; empty where the fuel lights by itself in the next tick
 */
export function kindle(world: World, thing: string, burned_s: number): Fact[] {
  const fuel = world.things[thing];
  if (!fuel || !isFlaming(fuel)) throw new Error(`"${thing}" cannot be set alight: it is no fuel of this room.`);
  if (fuel.burning) return [];
  const facts: Fact[] = [];
  if (fuel.kind === 'blaze' || fuel.kind === 'e-bike') {
    if (fuel.kind === 'blaze') lightBlaze(world, facts, fuel, clock_s(world));
    else lightBike(world, facts, fuel);
    burnOn(world, facts, burned_s);
    return facts.filter((fact) => fact.thing === thing && fact.fact !== 'out');
  }
  bookOf(world, fuel).litAt_s = clock_s(world);
  if (fuel.kind !== 'solid-fuel') return [];
  for (let passed_s = 0; passed_s < burned_s; passed_s += TICK_s) stepSolid(world, facts, fuel, 1, TICK_s);
  return facts.filter((fact) => fact.fact === 'ignited');
}

/** Flames and air go on by themselves; the clock stands, so the flames have begun earlier. */
function burnOn(world: World, facts: Fact[], burned_s: number): void {
  const ticks = Math.round(burned_s / TICK_s);
  for (let i = 1; i <= ticks; i++) {
    for (const id in world.things) {
      const one = world.things[id]!;
      if ((one.kind === 'blaze' && one.burning) || (one.kind === 'e-bike' && isLit(world, one))) one.litAt_s -= TICK_s;
    }
    stepFlames(world, facts, TICK_s);
    if (i % STEP_air_count === 0) forerun(world);
  }
}
