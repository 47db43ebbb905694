/** The air stepped beside the tick: doors carried in, what it warms, and what the head is in. */
import { moveAir } from './air.ts';
import { stepAlarms } from './alarm.ts';
import { stepLeaves } from './leaf.ts';
import * as M from './materials.ts';
import { smokeIn } from './smoke.ts';
import type { Fact, World } from './world.ts';
import type { Vent } from './zone/building.ts';

/** Copies the layer of the head's space to where everybody looks for it. */
export function headSmoke(world: World): void {
  const now = smokeIn(world, world.body.space);
  const { smoke } = world;
  smoke.layerHeight_m = now.layerHeight_m;
  smoke.upper_K = now.upper_K;
  smoke.soot_kg = now.soot_kg;
  smoke.co_ppm = now.co_ppm;
  smoke.visibility_m = Math.min(M.VISIBILITY_max_m, now.visibility_m);
}

/** Doors and windows of the room as openings of the air: how far they stand open, and what seals them. */
function carryIn(world: World, vent: Vent): void {
  const thing = world.things[vent.id];
  if (thing?.kind === 'window') vent.open_frac = thing.broken ? 1 : thing.open_frac;
  if (thing?.kind !== 'door') return;
  vent.open_frac = thing.open_frac;
  vent.bottomSealed_frac = thing.bottomSealed_frac;
  vent.sidesSealed_frac = thing.sidesSealed_frac;
}

/** Moves the air every sixth tick by the whole time since, and what it warms: leaves of doors, links of alarms. */
export function stepAir(world: World, facts: Fact[]): void {
  if (world.tick % M.STEP_air_count !== M.STEP_air_count - 1) return;
  forerun(world);
  headSmoke(world);
  stepAlarms(world, facts);
}

/** The air alone, and the leaves it warms: each step of it, and a fire that began before anybody came. */
export function forerun(world: World): void {
  for (const vent of world.air.vents) carryIn(world, vent);
  moveAir(world);
  stepLeaves(world);
}
