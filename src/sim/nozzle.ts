/** Where the nozzle is and points: the hose hand's ray when the hose is held, else the carrying hand's. */

import type { Extinguisher } from './things.ts';
import { along, copyPose, forward } from './vec.ts';
import type { Vec3, World } from './world.ts';

const dir: Vec3 = [0, 0, 0];
export function nozzleOf(world: World, bottle: Extinguisher): void {
  const hand = bottle.hoseHeldBy ?? bottle.heldBy;
  if (!hand) {
    copyPose(bottle.nozzle, bottle.pose);
    return;
  }
  const from = world.body[hand].pose;
  copyPose(bottle.nozzle, from);
  forward(dir, from.orientation_quat);
  along(bottle.nozzle.position_m, from.position_m, dir, 0.12); // the tip is a hand's width ahead
}
