/** Sounds that have a place, written for whoever cannot hear them: the nearest one out of view, with an arrow. */
import { clock_s, type Vec3, type World } from '../../sim/world.ts';
import { t } from '../../text/text.ts';
import { dulledBy } from '../sound/hearing.ts';
import { arrowTo } from './captions.ts';
import { turnBetween, yawOf } from './follow.ts';
import type { Spoken } from './specs/guide.ts';

/** Bearing of a point from a head: 0 ahead, left positive. */
export function bearing_rad(head: Vec3, yaw_rad: number, point: Vec3): number {
  const heading = Math.atan2(-(point[0] - head[0]), -(point[2] - head[2]));
  return turnBetween(heading, yaw_rad);
}

/** Through a shut door a fire is not heard. [D] */
const DULL_most = 0.9;
/** How long an alarm that goes on is written. [D] */
const ALARM_s = 8;

/** @returns the loudest fire or alarm that is not in view, or null. */
export function heardNow(world: World): Spoken | null {
  const { head } = world.body;
  const q = head.orientation_quat;
  const yaw = yawOf(q[0], q[1], q[2], q[3]);
  let loudest = 0;
  let spoken: Spoken | null = null;
  for (const id in world.things) {
    const thing = world.things[id]!;
    let loud = 0;
    let words = 'fire';
    if (thing.kind === 'oil-pan' || thing.kind === 'solid-fuel') loud = thing.heatRelease_kW;
    else if (thing.kind === 'blaze' || thing.kind === 'e-bike')
      loud = dulledBy(world, thing.pose.position_m) < DULL_most ? thing.heatRelease_kW : 0;
    else if (thing.kind === 'smoke-alarm' || thing.kind === 'heat-alarm') {
      // it goes on and on: the first seconds are enough for a caption
      if (thing.actedAt_s >= 0 && clock_s(world) - thing.actedAt_s < ALARM_s) loud = 20;
      words = 'alarm';
    } else if (thing.kind === 'appliance') {
      loud = thing.heatRelease_kW;
      if (thing.live) words = 'spark';
    } else if (thing.kind === 'call-point' && thing.on) {
      loud = 20;
      words = 'alarm';
    }
    if (loud < 2 || loud <= loudest) continue;
    const arrow = arrowTo(bearing_rad(head.position_m, yaw, thing.pose.position_m));
    if (!arrow) continue;
    loudest = loud;
    spoken = { who: '', words: t(`stage:sounds.${words}`), arrow };
  }
  return spoken;
}
