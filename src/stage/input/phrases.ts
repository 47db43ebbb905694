/** What can be shouted here: words for a crowd only where there is one. */
import { PHRASES } from '../../sim/facts.ts';
import type { World } from '../../sim/world.ts';

export type Phrase = (typeof PHRASES)[number];

/** Said to people who are led (procedures 5, FE-M10). */
const TO_A_CROWD: ReadonlySet<Phrase> = new Set(['follow-me', 'leave-it', 'anyone-here']);

/** @returns whether somebody here can be led or missed. */
export function hasCrowd(world: World): boolean {
  for (const id in world.things) {
    const one = world.things[id]!;
    if (one.kind === 'person' && one.role !== null) return true;
  }
  return false;
}

/** @returns the phrases in the order of their number keys. */
export function phrasesOf(world: World): Phrase[] {
  const crowd = hasCrowd(world);
  return PHRASES.filter((phrase) => crowd || !TO_A_CROWD.has(phrase));
}
