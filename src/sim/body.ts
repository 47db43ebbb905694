/** The trainee's body: taken from the intent, in one space or another, burning, falling, in or out. */
import { spaceHolding, WALL_m } from './air.ts';
import { headSmoke } from './air-step.ts';
import { breathe } from './breath.ts';
import { fluxAt_kWpm2 } from './fire.ts';
import { dropAll } from './grip.ts';
import * as M from './materials.ts';
import { airIn, smokeIn } from './smoke.ts';
import { tell } from './tell.ts';
import { copy, copyPose, inBox } from './vec.ts';
import type { Box, Fact, HandIntent, Intent, Vec3, World } from './world.ts';
import { hotAirDose_fracpmin, radiantDose_fracpmin } from './zone/dose.ts';
import { OUTSIDE } from './zone/layout.ts';

function takeHand(to: HandIntent, from: HandIntent): void {
  to.tracked = from.tracked;
  if (from.tracked) copyPose(to.pose, from.pose);
  to.squeeze_frac = from.tracked ? from.squeeze_frac : 0;
}

/** Moves the body to where the intent says. A body that has fallen no longer follows. */
export function takeIntent(world: World, intent: Intent): void {
  const { body } = world;
  if (!body.alive) {
    body.left.squeeze_frac = body.right.squeeze_frac = 0;
    return;
  }
  copyPose(body.head, intent.head);
  copy(body.gaze_dir, intent.gaze_dir);
  takeHand(body.left, intent.left);
  takeHand(body.right, intent.right);
}

function within(box: Readonly<Box>, at_m: Readonly<Vec3>, more_m: number): boolean {
  for (let k = 0; k < 3; k++) if (at_m[k]! < box.min_m[k]! - more_m || at_m[k]! > box.max_m[k]! + more_m) return false;
  return true;
}

/** The space a head is in; in a doorway it stays in the one it came from. */
export function spaceFrom(world: Pick<World, 'room'>, before: string, at_m: Readonly<Vec3>): string {
  const { spaces, exit } = world.room;
  const holds = spaceHolding(world.room, at_m);
  if (holds >= 0) return spaces[holds]!.id;
  if (inBox(exit.outside, at_m)) return OUTSIDE;
  const was = spaces.find((space) => space.id === before);
  return was && within(was.box, at_m, WALL_m) ? before : OUTSIDE;
}

function moveInto(world: World, facts: Fact[]): void {
  const { body } = world;
  const now = spaceFrom(world, body.space, body.head.position_m);
  if (now === body.space) return;
  body.space = now;
  headSmoke(world);
  const smoke = smokeIn(world, now);
  const air = airIn(world, now, body.head.position_m[1]);
  const layer_m = Math.min(99, smoke.layerHeight_m - smoke.floor_m);
  tell(world, facts, 'entered', now, undefined, { visibility_m: air.visibility_m, layer_m });
}

const SKIN_cools_1ps = 0.035; // skin cools again once the heat is gone: half in 20 s [D]
const HOT_air_K = M.AMBIENT_K + 20; // cooler air hurts nobody [D]
function feelHeat(world: World, facts: Fact[], step_s: number): void {
  const { body, working } = world;
  const { temp_K } = airIn(world, body.space, body.head.position_m[1]);
  const flux = fluxAt_kWpm2(world, body.head.position_m);
  const air_fracpmin = temp_K > HOT_air_K ? hotAirDose_fracpmin(temp_K, false) : 0;
  const pain = radiantDose_fracpmin(flux, 'pain');
  working.convectiveDose_frac += (air_fracpmin * step_s) / 60;
  working.radiantDose_frac =
    pain > 0
      ? working.radiantDose_frac + (pain * step_s) / 60
      : working.radiantDose_frac * Math.exp(-SKIN_cools_1ps * step_s);
  body.heatDose_frac += ((air_fracpmin + radiantDose_fracpmin(flux, 'burn')) * step_s) / 60;
  const hurts = working.radiantDose_frac >= 1 || working.convectiveDose_frac >= M.DOSE_pain_frac;
  if (hurts && working.saidOnce.burned === undefined) {
    working.saidOnce.burned = world.tick;
    tell(world, facts, 'burned');
  }
}

function fall(world: World, facts: Fact[]): void {
  const { body, working } = world;
  const burnt = body.heatDose_frac >= M.DOSE_fall_frac;
  const choked = body.smokeDose_frac >= M.DOSE_fall_frac || working.breath.dense_s >= M.DENSE_fall_s;
  if (!burnt && !choked) return;
  dropAll(world, facts);
  body.alive = false;
  tell(world, facts, 'collapsed', undefined, burnt ? 'heat' : 'smoke');
}

function crossExit(world: World, facts: Fact[]): void {
  const { body, room } = world;
  const outside = inBox(room.exit.outside, body.head.position_m);
  if (outside === body.out) return;
  body.out = outside;
  tell(world, facts, outside ? 'left' : 'returned', room.exit.door);
}

/** One tick of the body after fire and smoke have moved. */
export function stepBody(world: World, facts: Fact[], step_s: number): void {
  if (!world.body.alive) return;
  crossExit(world, facts);
  moveInto(world, facts);
  breathe(world, facts, step_s);
  feelHeat(world, facts, step_s);
  fall(world, facts);
}
