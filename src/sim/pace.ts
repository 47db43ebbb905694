/** How much slower somebody goes in the smoke about the head. */
import { WALK_mps } from './materials.ts';
import { airAtPoint } from './smoke.ts';
import type { World } from './world.ts';
import { walkInSmoke_mps } from './zone/walk.ts';

/** @returns share of the usual pace that the air at the trainee's head leaves. */
export function smokePace_frac(world: World): number {
  const { extinction_1pm } = airAtPoint(world, world.body.head.position_m);
  return walkInSmoke_mps(WALK_mps, extinction_1pm) / WALK_mps;
}
