/** A fire nobody here can put out: it grows as alpha t squared to its peak, as far as its air allows. */

import { flameArea_m2 } from './air.ts';
import { sprayedFor_s, underSpray_kW } from './alarm.ts';
import { flameHeight_m } from './plume.ts';
import { tell } from './tell.ts';
import type { Blaze } from './things.ts';
import { clock_s, type Fact, type World } from './world.ts';

/** @returns what the fuel would give off by now in free air. */
export function grown_kW(blaze: Blaze, now_s: number): number {
  const since_s = Math.max(0, now_s - blaze.litAt_s);
  return Math.min(blaze.peak_kW, blaze.alpha_kWps2 * since_s * since_s);
}

/** Smallest flame one would call a fire. [D] a waste-paper flame */
const FIRST_kW = 1;

export function lightBlaze(world: World, facts: Fact[], blaze: Blaze, litAt_s: number): void {
  if (blaze.burning) return;
  blaze.burning = true;
  blaze.litAt_s = litAt_s;
  if (world.working.firstFireAt_s < 0) world.working.firstFireAt_s = clock_s(world);
  world.working.fires[blaze.id]!.everBurned = true;
  tell(world, facts, 'ignited', blaze.id, 'heat');
}

/** One tick of one blaze; its power told is what burns, its power given to the air what the fuel gives off. */
export function stepBlaze(world: World, facts: Fact[], blaze: Blaze, step_s: number): void {
  const book = world.working.fires[blaze.id]!;
  if (!blaze.burning) {
    if (book.litAt_s < 0 || clock_s(world) < book.litAt_s) return;
    book.litAt_s = -1;
    lightBlaze(world, facts, blaze, clock_s(world));
  }
  const grown = Math.max(FIRST_kW, grown_kW(blaze, clock_s(world)));
  const asked_kW = underSpray_kW(grown, sprayedFor_s(world, blaze));
  book.given_kJ += asked_kW * step_s;
  book.burning_s += step_s;
  blaze.heatRelease_kW = asked_kW * book.burned_frac;
  book.peak_kW = Math.max(book.peak_kW, blaze.heatRelease_kW);
  blaze.flameHeight_m = flameHeight_m(blaze.heatRelease_kW, Math.sqrt((4 * flameArea_m2(blaze)) / Math.PI));
}
