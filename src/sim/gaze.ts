/** What the eyes rest on: a thing or a part looked at for 0.6 s or more is told once a look. */
import { GAZE_cos, GAZE_part_m, GAZE_s } from './materials.ts';
import { PART_half_m, PART_NAMES, partPosition } from './parts.ts';
import { inSight } from './sight.ts';
import { tell } from './tell.ts';
import type { Thing } from './things.ts';
import { copy, rayBox } from './vec.ts';
import { type Fact, TICK_s, type Vec3, type World } from './world.ts';

const at: Vec3 = [0, 0, 0];

/** Cosine between the gaze and the line to a point, and its distance. */
function towards(world: World, point: Readonly<Vec3>): { cos_1: number; away_m: number } {
  const head = world.body.head.position_m;
  const dir = world.body.gaze_dir;
  const x = point[0] - head[0];
  const y = point[1] - head[1];
  const z = point[2] - head[2];
  const away_m = Math.hypot(x, y, z);
  seen.away_m = away_m;
  seen.cos_1 = away_m < 1e-6 ? 1 : (x * dir[0] + y * dir[1] + z * dir[2]) / away_m;
  return seen;
}
const seen = { cos_1: 0, away_m: 0 };

function sees(world: World, thing: Thing): boolean {
  copy(at, thing.pose.position_m);
  if (thing.kind === 'person') at[1] += thing.half_m[1];
  if (rayBox(world.body.head.position_m, world.body.gaze_dir, at, thing.half_m)) return true;
  return towards(world, at).cos_1 >= GAZE_cos;
}

/** The part of a near extinguisher closest to the line of sight. */
function partSeen(world: World, thing: Thing): string | null {
  if (thing.kind !== 'extinguisher') return null;
  if (towards(world, thing.pose.position_m).away_m > GAZE_part_m + 0.3) return null;
  let best: string | null = null;
  let bestCos = GAZE_cos;
  for (const part of PART_NAMES) {
    partPosition(world, thing, part, at);
    const { cos_1, away_m } = towards(world, at);
    if (away_m > GAZE_part_m) continue;
    const hit = rayBox(world.body.head.position_m, world.body.gaze_dir, at, PART_half_m) !== null;
    if ((hit || cos_1 > GAZE_cos) && cos_1 > bestCos) {
      best = `${thing.id}.${part}`;
      bestCos = cos_1;
    }
  }
  return best;
}

function rest(world: World, facts: Fact[], name: string): void {
  const { gaze_s } = world.tally;
  const before_s = gaze_s[name] ?? 0;
  gaze_s[name] = before_s + TICK_s;
  if (before_s < GAZE_s && gaze_s[name]! >= GAZE_s) tell(world, facts, 'looked', name);
}

const now: string[] = [];
/** One tick of looking; a dwell that breaks off starts again from nothing. */
export function stepGaze(world: World, facts: Fact[]): void {
  now.length = 0;
  if (world.body.alive)
    for (const id in world.things) {
      const thing = world.things[id]!;
      if (thing.kind === 'person' && thing.out) continue;
      if (sees(world, thing) && inSight(world, thing)) now.push(id);
      const part = partSeen(world, thing);
      if (part) now.push(part);
    }
  const { gazeOn } = world.working;
  for (const name of gazeOn) if (!now.includes(name)) delete world.tally.gaze_s[name];
  gazeOn.length = 0;
  for (const name of now) {
    gazeOn.push(name);
    rest(world, facts, name);
  }
}
