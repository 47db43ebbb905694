/** Where to stand to watch a run: the corners of the room, the one with the best sight of trainee and fire first. */
import type { Room, Vec3, World } from '../../sim/world.ts';

/** How far from the two walls of a corner, and how high, the watcher's eyes are. [D] */
const INSET_m = 0.35;
const EYES_m = 2.15;

/** @returns the four corners of the room's box as places for a camera. */
export function corners(room: Room): Vec3[] {
  const xs = room.floor_m.map(([x]) => x);
  const zs = room.floor_m.map(([, z]) => z);
  const [left, right] = [Math.min(...xs) + INSET_m, Math.max(...xs) - INSET_m];
  const [back, front] = [Math.min(...zs) + INSET_m, Math.max(...zs) - INSET_m];
  const y = Math.min(EYES_m, room.ceiling_m - 0.3);
  return [
    [right, y, front],
    [left, y, front],
    [left, y, back],
    [right, y, back],
  ];
}

/** In a house the watcher goes along, this far to the side and before or behind, inside the same walls. [D] */
const ALONG_m = 2.7;

/** @returns four places around the trainee in the space they are in, as far off as its walls let. */
export function cornersAround({ room, body }: World): Vec3[] {
  const { min_m, max_m } = room.spaces.find((space) => space.id === body.space)?.box ?? room.exit.outside;
  const [x, , z] = body.head.position_m;
  const inside = (at: number, i: 0 | 2) =>
    Math.max(min_m[i] + INSET_m, Math.min(Math.max(min_m[i], max_m[i] - INSET_m), at));
  const y = Math.min(min_m[1] + EYES_m, max_m[1] - 0.25);
  return [
    [inside(x + ALONG_m, 0), y, inside(z + ALONG_m, 2)],
    [inside(x - ALONG_m, 0), y, inside(z + ALONG_m, 2)],
    [inside(x - ALONG_m, 0), y, inside(z - ALONG_m, 2)],
    [inside(x + ALONG_m, 0), y, inside(z - ALONG_m, 2)],
  ];
}

/** @returns of places around the trainee the one that is farthest off: not in a face, not behind a door. */
export function bestAround(world: World): number {
  const [x, , z] = world.body.head.position_m;
  let best = 0;
  let most_m = 0;
  cornersAround(world).forEach((at, k) => {
    const away_m = Math.hypot(at[0] - x, at[2] - z);
    if (away_m <= most_m + 0.05) return;
    most_m = away_m;
    best = k;
  });
  return best;
}

/** @returns the place of the largest fire, or of what could burn, for the camera to look at. */
export function focus(world: World): Vec3 {
  let best: Vec3 | null = null;
  let most = -1;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind !== 'oil-pan' && thing.kind !== 'solid-fuel' && thing.kind !== 'appliance') continue;
    if (thing.heatRelease_kW <= most) continue;
    most = thing.heatRelease_kW;
    best = thing.pose.position_m;
  }
  return best ?? [0, 1, 0];
}

/** @returns the corner from which trainee and fire stand most apart, neither near, neither hidden behind the other. */
export function bestCorner(world: World): number {
  const fire = focus(world);
  const body = world.body.head.position_m;
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  corners(world.room).forEach((from, k) => {
    const toFire = Math.hypot(fire[0] - from[0], fire[2] - from[2]);
    const toBody = Math.hypot(body[0] - from[0], body[2] - from[2]);
    const a = Math.atan2(fire[0] - from[0], fire[2] - from[2]);
    const b = Math.atan2(body[0] - from[0], body[2] - from[2]);
    const apart = Math.abs(Math.atan2(Math.sin(a - b), Math.cos(a - b)));
    // near is bad, one behind the other is bad, more than a view apart is bad
    const worth =
      Math.min(toFire, 3) +
      Math.min(toBody, 2.5) * 1.3 +
      (apart > 0.12 && apart < 1 ? 1 : 0) -
      Math.max(0, apart - 1) * 3;
    if (worth > most) {
      most = worth;
      best = k;
    }
  });
  return best;
}
