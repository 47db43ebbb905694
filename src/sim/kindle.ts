/** Sets a fuel alight for a script, and lets it have burned a while before anybody comes. */
import { bookOf, isFuel } from './fire-book.ts';
import { stepSolid } from './solid.ts';
import { clock_s, type Fact, TICK_s, type World } from './world.ts';

/**
 * @param thing a fuel of the room: paper, card and cloth may be grown; oil and appliances only start
 * @param burned_s how long it has burned when the trainee meets it
 * @returns the fact `ignited`, told now; empty where the fuel lights by itself in the next tick
 */
export function kindle(world: World, thing: string, burned_s: number): Fact[] {
  const fuel = world.things[thing];
  if (!fuel || !isFuel(fuel)) throw new Error(`"${thing}" cannot be set alight: it is no fuel of this room.`);
  if (fuel.burning) return [];
  bookOf(world, fuel).litAt_s = clock_s(world);
  if (fuel.kind !== 'solid-fuel') return [];
  const facts: Fact[] = [];
  for (let passed_s = 0; passed_s < burned_s; passed_s += TICK_s) stepSolid(world, facts, fuel, 1, TICK_s);
  return facts.filter((fact) => fact.fact === 'ignited');
}
