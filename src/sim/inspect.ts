/** The verdict on an extinguisher, and whether it is right (procedures 4.b, FF-VP1). */
import { find, reachable } from './parts.ts';
import { tell } from './tell.ts';
import type { Fact, World } from './world.ts';

/** `right` is 1 when the label names the fault there is, or 'good' where there is none. */
export function inspect(world: World, facts: Fact[], name: string, label: string): void {
  const thing = find(world, name)?.thing;
  if (thing?.kind !== 'extinguisher') return;
  if (!reachable(world, 'right', thing.id) && !reachable(world, 'left', thing.id)) {
    tell(world, facts, 'out-of-reach', thing.id);
    return;
  }
  thing.tag = label;
  tell(world, facts, 'tagged', thing.id, label, { right: label === (thing.defect ?? 'good') ? 1 : 0 });
}
