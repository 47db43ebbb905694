/** The back of a hand on a door (procedures 1.2): within 5 cm of the leaf, empty, and for a bare hand turned the right way. */

import { Vector3 } from 'three';
import type { Drill } from '../../drill/types.ts';
import { hasLevels, SHUT_frac } from '../../sim/ground.ts';

import { pointBox_m, type Target } from './pick.ts';
import type { HandState, Trainee } from './trainee.ts';

const TOUCH_m = 0.05;
/** Further than this it is lifted. */
const LIFT_m = 0.11;
/** The back of a bare hand looks at the leaf within 60 degrees. [D] */
const BACK_cos = 0.5;

const out = new Vector3();

/** Tells the sim when a hand comes to lie on a door and when it is lifted. */
export function touch(t: Trainee, drill: Drill, hand: HandState, leaves: readonly Target[]): void {
  if (!hasLevels(drill.world.room)) return;
  const empty = drill.world.body.holds[hand.side] === null && hand.pull === null;
  const tracked = t.xr[hand.side].tracked;
  if (hand.touches) {
    const leaf = leaves.find((one) => one.id === hand.touches);
    if (empty && tracked && leaf && pointBox_m(hand.position, leaf) < LIFT_m) return;
    t.deeds.push({ do: 'unfeel', hand: hand.side });
    hand.touches = null;
    return;
  }
  if (!empty || !tracked) return;
  for (const leaf of leaves) {
    const door = drill.world.things[leaf.id];
    if (door?.kind !== 'door' || door.open_frac > SHUT_frac || door.workedBy) continue;
    if (pointBox_m(hand.position, leaf) > TOUCH_m) continue;
    if (t.xr[hand.side].bare && !turnedTo(t, hand, leaf)) continue;
    hand.touches = leaf.id;
    t.deeds.push({ do: 'feel', hand: hand.side, thing: leaf.id });
    return;
  }
}

/** Whether the back of the hand looks at the leaf. */
function turnedTo(t: Trainee, hand: HandState, leaf: Target): boolean {
  const back = t.xr[hand.side].back;
  const [x, , z] = leaf.pose.position_m;
  const level = leaf.half_m[0] >= leaf.half_m[2];
  out.set(level ? 0 : Math.sign(x - hand.position.x), 0, level ? Math.sign(z - hand.position.z) : 0);
  const sin = Math.sin(t.rig.yaw_rad);
  const cos = Math.cos(t.rig.yaw_rad);
  return (back.x * cos + back.z * sin) * out.x + (back.z * cos - back.x * sin) * out.z > BACK_cos;
}
