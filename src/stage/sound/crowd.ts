/** Other people as they are heard: a murmur where many stand, feet and calls where they hurry. */
import type { Vec3, World } from '../../sim/world.ts';
import type { LoopWish } from './wish.ts';

/** Farther than this they are not heard apart from the house. [D] */
const HEARD_m = 16;
/** Faster than this somebody walks, and so many make a murmur. */
const WALKS_mps = 0.45;
const FEW_count = 3;

const middle = { murmur: [0, 0, 0] as Vec3, hurry: [0, 0, 0] as Vec3 };

function loudness(count: number): number {
  return count < FEW_count ? 0 : Math.min(0.6, 0.14 * Math.sqrt(count));
}

/** @returns up to two loops, each from the middle of those who make it. */
export function crowdWishes(world: World): LoopWish[] {
  const [x, y, z] = world.body.head.position_m;
  let stand = 0;
  let walk = 0;
  middle.murmur.fill(0);
  middle.hurry.fill(0);
  for (const id in world.things) {
    const one = world.things[id]!;
    if (one.kind !== 'person' || one.doing === 'down') continue;
    const p = one.pose.position_m;
    if (Math.hypot(p[0] - x, p[1] + 1.4 - y, p[2] - z) > HEARD_m) continue;
    const walks = Math.hypot(one.velocity_mps[0], one.velocity_mps[2]) > WALKS_mps;
    const sum = walks ? middle.hurry : middle.murmur;
    for (let k = 0; k < 3; k++) sum[k]! += p[k]!;
    if (walks) walk++;
    else stand++;
  }
  const wishes: LoopWish[] = [];
  const add = (id: string, sound: string, count: number, sum: Vec3) => {
    if (loudness(count) <= 0) return;
    const at_m: Vec3 = [sum[0] / count, sum[1] / count + 1.3, sum[2] / count];
    wishes.push({ id, sound, gain: loudness(count), at_m });
  };
  add('crowd stands', 'murmur-loop', stand, middle.murmur);
  add('crowd hurries', 'hurry-loop', walk, middle.hurry);
  return wishes;
}
