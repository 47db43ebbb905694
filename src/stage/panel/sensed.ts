/** What the trainee senses that no screen can show: heat under the back of a hand, the view through a peephole. */
import type { Drill } from '../../drill/types.ts';
import { clock_s, type Fact } from '../../sim/world.ts';

/** How long it is said. [D] */
export const SENSED_s = 4;
const KINDS: ReadonlySet<string> = new Set([
  'felt',
  'peeped',
  'counted',
  'masked',
  'wetted',
  'sealed',
  'signalled',
  'locked',
]);
/** Facts are looked through from the newest, and not further back than this many. */
const BACK = 12;

/** @returns the newest of them while it is said, null when there is none. */
export function sensedNow(drill: Pick<Drill, 'facts' | 'world'>): Fact | null {
  const now_s = clock_s(drill.world);
  const { facts } = drill;
  for (let i = facts.length - 1; i >= 0 && i >= facts.length - BACK; i--) {
    const fact = facts[i]!;
    if (now_s - fact.at_s > SENSED_s) return null;
    if (KINDS.has(fact.fact) && fact.at_s <= now_s) return fact;
  }
  return null;
}
