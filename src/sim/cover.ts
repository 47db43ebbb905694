/** Lids and blankets: put on a pan, fitting or not, and taken off too early. */
import { bookOf } from './fire-book.ts';
import { COVER_tight_frac } from './materials.ts';
import { tell } from './tell.ts';
import type { Cover, OilPan } from './things.ts';
import { copy } from './vec.ts';
import { clock_s, type Fact, type World } from './world.ts';

/** Share of a pan's mouth that a cover shuts: all of it when it is as wide, its own disc when it is not. */
export function shuts_frac(cover_m: number, pan_m: number): number {
  return Math.min(1, (cover_m / pan_m) ** 2);
}

export function putCover(world: World, facts: Fact[], cover: Cover, pan: OilPan): void {
  if (pan.covered_frac >= COVER_tight_frac) return;
  const loose = pan.cover ? world.things[pan.cover] : undefined;
  if (loose?.kind === 'lid' || loose?.kind === 'fire-blanket') loose.on = null; // stays lying in the pan, underneath
  pan.cover = cover.id;
  cover.on = pan.id;
  pan.covered_frac = shuts_frac(cover.diameter_m, pan.diameter_m);
  copy(cover.pose.position_m, pan.pose.position_m);
  cover.pose.position_m[1] +=
    pan.half_m[1] + (pan.covered_frac < 1 ? -0.02 : cover.kind === 'lid' ? cover.half_m[1] : 0.01);
  cover.pose.orientation_quat = [0, 0, 0, 1];
  if (pan.covered_frac < COVER_tight_frac) {
    tell(world, facts, 'cover-misfit', pan.id, cover.id);
    return;
  }
  world.working.coveredAt_s[pan.id] = clock_s(world);
  tell(world, facts, 'covered', pan.id, cover.id);
}

export function takeCoverOff(world: World, facts: Fact[], cover: Cover): void {
  const pan = cover.on ? world.things[cover.on] : undefined;
  cover.on = null;
  if (pan?.kind !== 'oil-pan') return;
  const tight = pan.covered_frac >= COVER_tight_frac;
  pan.cover = null;
  pan.covered_frac = 0;
  if (!tight) return;
  const since_s = world.working.coveredAt_s[pan.id] ?? clock_s(world);
  const values = { oil_C: pan.oil_K - 273, covered_s: clock_s(world) - since_s };
  tell(world, facts, 'uncovered', pan.id, undefined, values);
  if (!pan.burning) bookOf(world, pan).flame_frac = 0;
}

/** A cover on a pan goes where the pan goes. */
export function carryCovers(world: World): void {
  for (const id in world.things) {
    const pan = world.things[id]!;
    if (pan.kind !== 'oil-pan' || !pan.cover || !pan.heldBy) continue;
    const cover = world.things[pan.cover]!;
    copy(cover.pose.position_m, pan.pose.position_m);
    cover.pose.position_m[1] += pan.half_m[1];
  }
}
