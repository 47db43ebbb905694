/** What the trainee breathes: dose of gas, dense smoke, the time spent under the layer, and the mask that spares both. */
import * as M from './materials.ts';
import { airIn, smokeIn } from './smoke.ts';
import { tell } from './tell.ts';
import type { EscapeMask } from './things.ts';
import type { Fact, World } from './world.ts';
import { gasDose_fracpmin, hypoxia_fracpmin, irritation_frac } from './zone/dose.ts';
import { type Air, irritants } from './zone/readings.ts';

/** Oxygen of clean air: what hypoxia's formula tells for it is no dose. */
const CLEAN_fracpmin = hypoxia_fracpmin(20.9);

/**
 * Share of incapacitation gathered a minute: ISO 13571 for CO, HCN and the breathing CO2 drives, Purser's term for want
 * of oxygen.
 */
export function breathDose_fracpmin(air: Air): number {
  return gasDose_fracpmin(air) + Math.max(0, hypoxia_fracpmin(air.o2_pct) - CLEAN_fracpmin);
}

/** Air that stings so that half the people could not save themselves is as bad as no sight (ISO 13571 FEC 1). */
function isDense(air: Air): boolean {
  return air.visibility_m < M.DENSE_m || irritation_frac(irritants(air)) >= 1;
}

function maskOn(world: World): EscapeMask | null {
  for (const id in world.things) {
    const mask = world.things[id]!;
    if (mask.kind === 'escape-mask' && mask.worn && mask.left_s > 0) return mask;
  }
  return null;
}

function tellDense(world: World, facts: Fact[], step_s: number): void {
  const { breath } = world.working;
  const before_s = breath.dense_s;
  breath.dense_s += step_s;
  if (before_s < M.DENSE_most_s && breath.dense_s >= M.DENSE_most_s)
    tell(world, facts, 'dense-smoke', undefined, undefined, { dose_frac: world.body.smokeDose_frac });
}

/** While the space's smoke hangs low, time with the head under it; told once one has come out of it. */
function keepLow(world: World, facts: Fact[], step_s: number): void {
  const { body } = world;
  const { breath } = world.working;
  const smoke = smokeIn(world, body.space);
  const low = smoke.layerHeight_m - smoke.floor_m < M.SMOKE_hangs_m && smoke.visibility_m < M.SMOKE_seen_m;
  if (low) {
    breath.inSmoke_s += step_s;
    breath.clear_s = 0;
    // a layer down at the floor leaves nothing to crouch under: as low as one can is low then
    if (body.head.position_m[1] <= Math.max(smoke.layerHeight_m, smoke.floor_m + M.LOWEST_m)) breath.low_s += step_s;
    return;
  }
  if (breath.inSmoke_s === 0) return;
  breath.clear_s += step_s;
  if (breath.clear_s < M.CLEAR_after_s) return;
  const { inSmoke_s, low_s } = breath;
  breath.inSmoke_s = breath.low_s = breath.clear_s = 0;
  if (inSmoke_s < M.SMOKE_stretch_s) return;
  const values = { low_frac: low_s / inSmoke_s, inSmoke_s, dose_frac: body.smokeDose_frac };
  tell(world, facts, 'stayed-low', undefined, undefined, values);
}

/** One tick of breathing. */
export function breathe(world: World, facts: Fact[], step_s: number): void {
  const { body, working } = world;
  const y_m = body.head.position_m[1];
  const smoke = smokeIn(world, body.space);
  const air = airIn(world, body.space, y_m);
  const inSmoke = y_m > smoke.layerHeight_m && smoke.visibility_m < M.SMOKE_seen_m;
  if (inSmoke && !working.headInSmoke)
    tell(world, facts, 'head-in-smoke', undefined, undefined, { visibility_m: smoke.visibility_m });
  working.headInSmoke = inSmoke;
  keepLow(world, facts, step_s);
  const mask = maskOn(world);
  if (mask) {
    mask.left_s = Math.max(0, mask.left_s - step_s);
    return;
  }
  if (isDense(air)) tellDense(world, facts, step_s);
  body.smokeDose_frac += (breathDose_fracpmin(air) * step_s) / 60;
}
