/** Out of a window (procedures FE-X4): nobody gets up again. */

import { dropAll } from './grip.ts';
import { CRACK_frac } from './ground.ts';
import { reachable } from './parts.ts';
import { tell } from './tell.ts';
import type { Fact, World } from './world.ts';

/** Only an open or broken window within reach of the hands lets a body out. */
export function climb(world: World, facts: Fact[], name: string): void {
  const pane = world.things[name];
  if (pane?.kind !== 'window' || !(pane.broken || pane.open_frac > CRACK_frac)) return;
  if (!reachable(world, 'right', name) && !reachable(world, 'left', name)) {
    tell(world, facts, 'out-of-reach', name);
    return;
  }
  tell(world, facts, 'jumped', name);
  dropAll(world, facts);
  world.body.alive = false;
}
