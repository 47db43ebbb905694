/** Which models of people a world needs. */
import type { World } from '../../sim/world.ts';

/** @returns names of models under public/models, each once. */
export function looksOf(world: World): string[] {
  const names = new Set<string>();
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'person') names.add(thing.look ?? thing.id);
  }
  return [...names];
}
