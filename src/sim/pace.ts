/** How much slower somebody goes in smoke, and on hands and knees. */
import { WALK_mps } from './materials.ts';
import { airAtPoint } from './smoke.ts';
import type { World } from './world.ts';
import { CRAWL_mps, walkInSmoke_mps } from './zone/walk.ts';

/** @returns share of a trainee's usual pace that the air at the head leaves. */
export function smokePace_frac(world: World, low: boolean): number {
  const { extinction_1pm } = airAtPoint(world, world.body.head.position_m);
  const free_mps = low ? CRAWL_mps : WALK_mps;
  return walkInSmoke_mps(free_mps, extinction_1pm) / WALK_mps;
}
