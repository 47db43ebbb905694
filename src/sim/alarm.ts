/** Smoke alarms, heat alarms and sprinklers: links warmed under the ceiling, and the water that follows. */
import { spaceIndexAt } from './air.ts';
import { AMBIENT_K, STEP_air_s } from './materials.ts';
import { smokeOf } from './smoke.ts';
import { tell } from './tell.ts';
import type { Alarm } from './things.ts';
import { flatDistance } from './vec.ts';
import { clock_s, type Fact, type World } from './world.ts';
import {
  ALARM_OBSCURATION_pctpm,
  HEAT_DETECTOR_57,
  type LinkKind,
  SPRINKLER_68,
  STILL_mps,
  smokeAlarm,
  sprayed_kW,
  stepLink,
} from './zone/detect.ts';
import { obscuration_pctpm } from './zone/optics.ts';
import { ceilingJet } from './zone/plume.ts';

const KINDS: Record<Alarm['kind'], LinkKind> = {
  'smoke-alarm': smokeAlarm(AMBIENT_K),
  'heat-alarm': HEAT_DETECTOR_57,
  sprinkler: SPRINKLER_68,
};
/** A link hangs in the layer once it is thicker than this. [D] */
const THIN_m = 0.01;

const gas = { temp_K: 0, speed_mps: 0 };
/** Gas at a link: its layer, or the jet under a ceiling that a flame in the same space drives past it. */
function gasAt(world: World, alarm: Alarm, space: number): void {
  const smoke = smokeOf(world, space);
  const inLayer = alarm.pose.position_m[1] > smoke.layerHeight_m && smoke.ceiling_m - smoke.layerHeight_m > THIN_m;
  gas.temp_K = inLayer ? smoke.upper_K : smoke.lower_K;
  gas.speed_mps = STILL_mps;
  for (const fire of world.air.fires) {
    const thing = world.things[fire.id];
    if (!thing || fire.room_index !== space || fire.burned_kW <= 0) continue;
    const convective_kW = fire.burned_kW * (1 - fire.fuel.radiative_frac);
    const high_m = smoke.ceiling_m - smoke.floor_m - fire.base_m;
    const radius_m = flatDistance(thing.pose.position_m, alarm.pose.position_m);
    const jet = ceilingJet(convective_kW, high_m, radius_m, smoke.lower_K);
    gas.temp_K = Math.max(gas.temp_K, smoke.lower_K + jet.rise_K);
    gas.speed_mps = Math.max(gas.speed_mps, jet.speed_mps);
  }
}

function smokes(world: World, alarm: Alarm, space: number): boolean {
  const smoke = smokeOf(world, space);
  const inLayer = alarm.pose.position_m[1] > smoke.layerHeight_m;
  const extinction_1pm = inLayer ? smoke.extinction_1pm : smoke.lowerExtinction_1pm;
  return obscuration_pctpm(extinction_1pm) >= ALARM_OBSCURATION_pctpm;
}

/** One step of the air for every alarm and sprinkler. */
export function stepAlarms(world: World, facts: Fact[]): void {
  for (const id in world.working.links) {
    const alarm = world.things[id];
    const link = world.working.links[id]!;
    if (!alarm || !('link_K' in alarm) || alarm.actedAt_s >= 0) continue;
    const space = spaceIndexAt(world.room, alarm.pose.position_m);
    gasAt(world, alarm, space);
    const now_s = clock_s(world);
    stepLink(link, KINDS[alarm.kind], gas.temp_K, gas.speed_mps, AMBIENT_K, now_s, STEP_air_s);
    alarm.link_K = link.temp_K;
    const acts = link.activatedAt_s !== null || (alarm.kind === 'smoke-alarm' && smokes(world, alarm, space));
    if (!acts) continue;
    alarm.actedAt_s = now_s;
    link.activatedAt_s ??= now_s;
    tell(world, facts, 'alarm', alarm.id);
  }
}

/** Water over an ordinary room, 6 L/min on each square metre: GB 50084, ordinary hazard I. */
const SPRAY_mmps = 0.1;
const SPRAY_reach_m = 3.6; // GB 50084: heads stand at most 3.6 m apart [M]

/** @returns seconds since a sprinkler began to spray on this thing, -1 while none does. */
export function sprayedFor_s(world: World, thing: { id: string; pose: World['body']['head'] }): number {
  let longest_s = -1;
  for (const id in world.working.links) {
    const head = world.things[id];
    if (head?.kind !== 'sprinkler' || head.actedAt_s < 0) continue;
    if (flatDistance(head.pose.position_m, thing.pose.position_m) > SPRAY_reach_m) continue;
    const space = spaceIndexAt(world.room, thing.pose.position_m);
    if (spaceIndexAt(world.room, head.pose.position_m) !== space) continue;
    longest_s = Math.max(longest_s, clock_s(world) - head.actedAt_s);
  }
  return longest_s;
}

/** @returns what a sprinkler leaves of a fire's power. */
export function underSpray_kW(heat_kW: number, sprayed_s: number): number {
  return sprayed_s < 0 ? heat_kW : sprayed_kW(heat_kW, sprayed_s, SPRAY_mmps);
}

/** Water a sprinkler lays on a square metre of what stands open to it in a step. */
export function sprayed_kgpm2(step_s: number): number {
  return SPRAY_mmps * step_s;
}
