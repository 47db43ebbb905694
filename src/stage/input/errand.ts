/** A hand that the desk leads: laid on a door, along its frame, to the face, waved at a window; eyes follow it. */
import { Vector3 } from 'three';
import type { Drill } from '../../drill/types.ts';
import type { Door, Thing, Way } from '../../sim/things.ts';
import type { Vec3 } from '../../sim/world.ts';
import { isDown } from './actions.ts';
import { away_m, type ErrandName, handFor, held, onFace } from './offers.ts';
import type { Errand, Trainee } from './trainee.ts';

/** How long each takes: longer than the least that counts (procedures 1.2 and the sim's own times). [D] */
const LONG_s: Record<ErrandName, number> = { feel: 1, look: 1.6, peep: 1.4, tape: 3.6, wave: 3, wear: 0.8 };
/** Handle of a door above its foot. */
const HANDLE_m = 1.05;
const PEEPHOLE_m = 1.45;
/** Waving: a metre a second on the whole. */
const WAVE_m = 0.26;
const WAVE_hz = 1;
/** Walking further than this from where it began ends it. */
const LEFT_m = 0.35;

export function beginErrand(t: Trainee, drill: Drill, what: ErrandName, thing: string): void {
  endErrand(t);
  const { world } = drill;
  const holder =
    what === 'tape'
      ? held(world, 'tape')
      : what === 'wear'
        ? held(world, 'escape-mask')
        : what === 'wave'
          ? held(world, 'torch', 'cloth')
          : null;
  const side = holder?.side ?? handFor(world);
  t.errand = { what, thing, side, done_s: 0, felt: false, fromX_m: t.head.x, fromZ_m: t.head.z };
}

/** Lets the hand go back; a back of the hand that lay on a door is lifted. */
export function endErrand(t: Trainee): void {
  if (t.errand?.felt) t.deeds.push({ do: 'unfeel', hand: t.errand.side });
  t.errand = null;
  t.gazeAt = null;
  t.view.on = false;
}

const at: Vec3 = [0, 0, 0];
const eyes: Vec3 = [0, 0, 0];
const gaze = new Vector3();

/** One frame of it, after the hands were put where the cursor wants them. */
export function stepErrand(t: Trainee, drill: Drill, dt_s: number): void {
  const errand = t.errand;
  if (!errand) return;
  const thing = drill.world.things[errand.thing];
  const gone = Math.hypot(t.head.x - errand.fromX_m, t.head.z - errand.fromZ_m) > LEFT_m;
  errand.done_s += dt_s;
  if (!thing || gone || errand.done_s > LONG_s[errand.what] || isDown(t.actions, 'let-go')) {
    endErrand(t);
    return;
  }
  eyes[0] = t.head.x;
  eyes[1] = t.head.y;
  eyes[2] = t.head.z;
  lead(t, errand, thing);
  if (errand.what !== 'feel' || errand.felt) return;
  errand.felt = true;
  t.deeds.push({ do: 'feel', hand: errand.side, thing: errand.thing });
}

function lead(t: Trainee, errand: Errand, thing: Thing): void {
  const hand = t.hands[errand.side];
  const { what, done_s } = errand;
  const [x, y, z] = thing.home.position_m;
  const foot_m = y - thing.half_m[1];
  if (what === 'look' || what === 'peep') {
    if (thing.kind === 'door') lookThrough(t, thing, what);
    // through the gap, which is at the edge; a peephole is in the middle
    t.gazeAt = what === 'peep' ? gaze.set(x, foot_m + PEEPHOLE_m, z) : gaze.set(x, Math.min(t.head.y, y + 0.6), z);
    return;
  }
  if (what === 'feel') {
    onFace(thing, eyes, HANDLE_m, at);
    hand.position.fromArray(at);
    t.gazeAt = gaze.fromArray(at);
    return;
  }
  if (what === 'wear') {
    hand.position.set(0, -0.06, -0.1).applyQuaternion(t.headQuat).add(t.head);
    return;
  }
  if (what === 'tape') {
    // up one side, over, and down the other
    const way = Math.min(1, done_s / LONG_s.tape);
    onFace(thing, eyes, 0.4 + 1.5 * Math.sin(Math.PI * way), at);
    const along = (way - 0.5) * 1.6 * Math.max(thing.half_m[0], thing.half_m[2]);
    if (thing.half_m[0] >= thing.half_m[2]) at[0] = x + along;
    else at[2] = z + along;
    hand.position.fromArray(at);
    hand.squeeze_frac = 1;
    t.gazeAt = gaze.fromArray(at);
    return;
  }
  onFace(thing, eyes, thing.half_m[1], at);
  const swing_m = WAVE_m * Math.sin(2 * Math.PI * WAVE_hz * done_s);
  if (thing.half_m[0] >= thing.half_m[2]) at[0] += swing_m;
  else at[2] += swing_m;
  // the hand is held before the pane
  hand.position.set(at[0] + (eyes[0] - at[0]) * 0.25, at[1] + 0.1, at[2] + (eyes[2] - at[2]) * 0.25);
  t.gazeAt = gaze.set(x, y, z);
}

/** From where the crack is looked through: so far before the leaf, and beyond its free edge. [D] */
const BEFORE_m = 0.42;
const BEYOND_m = 0.14;
/** Past a peephole's lens. */
const LENS_m = 0.06;
const WAYS: Record<Way, readonly [x: number, z: number]> = { '-x': [-1, 0], '+x': [1, 0], '-z': [0, -1], '+z': [0, 1] };

/**
 * Puts the picture where an eye would be: through the lens of a peephole, or before the gap that a leaf ajar leaves at
 * its free edge. The body stays where it is.
 */
function lookThrough(t: Trainee, door: Door, what: ErrandName): void {
  if (!door.hinge || !door.swings) return;
  const { view, head } = t;
  const [x, y, z] = door.home.position_m;
  const [hx, hz] = WAYS[door.hinge];
  const [sx, sz] = WAYS[door.swings];
  // +1: the leaf swings to this side
  const near = Math.sign((head.x - x) * sx + (head.z - z) * sz) || 1;
  const half_m = Math.max(door.half_m[0], door.half_m[2]);
  view.on = true;
  view.wide = what === 'peep';
  if (view.wide) {
    const lens_y = y - door.half_m[1] + PEEPHOLE_m;
    view.from.set(x - near * sx * LENS_m, lens_y, z - near * sz * LENS_m);
    view.at.set(x - near * sx * 2, lens_y - 0.15, z - near * sz * 2);
    return;
  }
  const angle_rad = (door.open_frac * Math.PI) / 2;
  const out_m = 2 * half_m * Math.sin(angle_rad);
  // between the leaf's edge and the post of the frame
  const gap = [x - hx * half_m + (sx * out_m) / 2, z - hz * half_m + (sz * out_m) / 2] as const;
  if (near > 0) view.from.set(gap[0] - hx * BEYOND_m + sx * BEFORE_m, head.y, gap[1] - hz * BEYOND_m + sz * BEFORE_m);
  // pushed away from the eyes, the gap is seen from where the leaf stood
  else view.from.set(gap[0] + hx * 0.05 - sx * BEFORE_m, head.y, gap[1] + hz * 0.05 - sz * BEFORE_m);
  view.at.set(gap[0], head.y - 0.12, gap[1]);
}

/** @returns whether a thing whose choices are open is still near enough to be worked. */
export function stillNear(drill: Drill, id: string): boolean {
  const thing = drill.world.things[id];
  return thing !== undefined && away_m(drill.world, thing) < 1.7;
}
