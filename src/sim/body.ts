/** The trainee's body: taken from the intent, looking, breathing, burning, falling, in or out. */

import { gasDose_fracpmin, lightHeat_fracpmin, radiantBurn_fracpmin, radiantPain_fracpmin } from './dose.ts';
import { fluxAt_kWpm2 } from './fire.ts';
import { dropAll } from './grip.ts';
import * as M from './materials.ts';
import { tell } from './tell.ts';
import { copy, copyPose, inBox } from './vec.ts';
import type { Fact, HandIntent, Intent, World } from './world.ts';

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

function breathe(world: World, facts: Fact[], step_s: number): void {
  const { body, smoke, working } = world;
  const inSmoke = !body.out && body.head.position_m[1] > smoke.layerHeight_m && smoke.visibility_m < M.SMOKE_seen_m;
  if (inSmoke && !working.headInSmoke)
    tell(world, facts, 'head-in-smoke', undefined, undefined, { visibility_m: smoke.visibility_m });
  working.headInSmoke = inSmoke;
  if (inSmoke) body.smokeDose_frac += (gasDose_fracpmin(smoke.co_ppm, 0, 0) * step_s) / 60;
}

function feelHeat(world: World, facts: Fact[], step_s: number): void {
  const { body, smoke, working } = world;
  if (body.out) return;
  const inLayer = body.head.position_m[1] > smoke.layerHeight_m;
  const air_C = (inLayer ? smoke.upper_K : M.AMBIENT_K) - 273;
  const flux = fluxAt_kWpm2(world, body.head.position_m);
  const air_fracpmin = air_C > 40 ? lightHeat_fracpmin(air_C) : 0;
  const pain = radiantPain_fracpmin(flux);
  working.convectiveDose_frac += (air_fracpmin * step_s) / 60;
  // skin cools again once the heat is gone: half in 20 s [D]
  working.radiantDose_frac =
    pain > 0 ? working.radiantDose_frac + (pain * step_s) / 60 : working.radiantDose_frac * Math.exp(-0.035 * step_s);
  body.heatDose_frac += ((air_fracpmin + radiantBurn_fracpmin(flux)) * step_s) / 60;
  const hurts = working.radiantDose_frac >= 1 || working.convectiveDose_frac >= M.DOSE_pain_frac;
  if (hurts && working.saidOnce.burned === undefined) {
    working.saidOnce.burned = world.tick;
    tell(world, facts, 'burned');
  }
}

function fall(world: World, facts: Fact[]): void {
  const { body } = world;
  if (body.smokeDose_frac < M.DOSE_fall_frac && body.heatDose_frac < M.DOSE_fall_frac) return;
  dropAll(world, facts);
  body.alive = false;
  tell(world, facts, 'collapsed', undefined, body.heatDose_frac >= M.DOSE_fall_frac ? 'heat' : 'smoke');
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
  breathe(world, facts, step_s);
  feelHeat(world, facts, step_s);
  fall(world, facts);
}
