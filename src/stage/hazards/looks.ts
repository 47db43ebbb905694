/** How much flame, smoke and agent the eye is shown for what the world says; numbers only, so that tests can read them. */

import type { Agent, EBike } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';

import type { PuffName, StreakName } from './particles.ts';

/** Slots of the one instanced mesh of flames. [D] keeps coverage under budget.ts */
export const FLAME_SLOTS = 72;
/** Puffs alive at once: smoke, steam, powder, frost. [D] */
export const PUFF_SLOTS = 300;
/** Drops and sparks alive at once. [D] */
export const STREAK_SLOTS = 220;

/** Particles are born on this beat of the drill's clock, whatever the display shows. [D] */
export const BEAT_s = 1 / 30;

export interface FlameLook {
  tongues: number;
  /** of one tongue */
  width_m: number;
  height_m: number;
}

/**
 * @param heat_kW heat release of one fire or one patch of it
 * @param height_m mean flame height of the sim
 * @param across_m width of what burns
 */
export function flameLook(heat_kW: number, height_m: number, across_m: number): FlameLook {
  if (heat_kW <= 0.05 || height_m <= 0.01) return { tongues: 0, width_m: 0, height_m: 0 };
  // more heat is more tongues, not only bigger ones: a small fire licks, a big one boils
  const tongues = Math.round(Math.min(16, 3 + 1.35 * Math.sqrt(heat_kW)));
  // visible tips reach about 1.4 x the mean (50 % intermittency) height; Heskestad's L is the mean
  return {
    tongues,
    width_m: Math.max(0.07, Math.min(0.9, across_m * 0.54 + height_m * 0.13)),
    height_m: height_m * 1.35,
  };
}

/** Strength of the warm light a fire throws on the room. @returns linear radiance scale at one metre. */
export function glowOf(heat_kW: number): number {
  return heat_kW <= 0 ? 0 : Math.min(2.2, 0.055 * heat_kW ** 0.62);
}

/** Flicker of a fire of this width, 0.75..1.1; slow and small for wide fires (puffing about 1.5/sqrt(D) Hz), never a strobe. */
export function flicker(at_s: number, across_m: number, seed: number): number {
  // the product of the two waves beats at 1.618 times this: 2.9 Hz at most, below the 3 Hz no light of ours may exceed
  const puff_Hz = Math.min(1.8, 1.5 / Math.sqrt(Math.max(0.15, across_m)));
  const a = Math.sin(2 * Math.PI * puff_Hz * at_s + seed * 6.28);
  const b = Math.sin(2 * Math.PI * puff_Hz * 0.618 * at_s + seed * 11.3);
  return 0.93 + 0.09 * a * b + 0.05 * b;
}

/** Smoke puffs born per second over a fire. */
export function smokePuffs_ps(heat_kW: number): number {
  return heat_kW <= 0.5 ? 0 : Math.min(9.5, 2.5 + 0.62 * Math.sqrt(heat_kW));
}

export interface AgentLook {
  puff: PuffName;
  puffs_ps: number;
  linger: PuffName | null;
  linger_ps: number;
  streak: StreakName | null;
  streaks_ps: number;
  /** half angle of the cone */
  spread_rad: number;
  /** the dense tongue at the nozzle: tint, opacity, share of the range it reaches */
  core: { tint: readonly [number, number, number]; alpha: number; reach_frac: number };
}

/** What each agent looks like at full flow. */
export const AGENTS: Record<Agent, AgentLook> = {
  'abc-powder': {
    puff: 'powder',
    puffs_ps: 44,
    linger: 'powderHaze',
    linger_ps: 0.6,
    streak: 'fleck',
    streaks_ps: 30,
    spread_rad: 0.15,
    core: { tint: [252, 222, 208], alpha: 0.95, reach_frac: 0.66 },
  },
  co2: {
    puff: 'frost',
    puffs_ps: 70,
    linger: 'frostFall',
    linger_ps: 6,
    streak: null,
    streaks_ps: 0,
    spread_rad: 0.2,
    core: { tint: [246, 251, 255], alpha: 0.95, reach_frac: 0.4 },
  },
  'water-based': {
    puff: 'mist',
    puffs_ps: 26,
    linger: null,
    linger_ps: 0,
    streak: 'drop',
    streaks_ps: 130,
    spread_rad: 0.07,
    core: { tint: [186, 214, 236], alpha: 0.4, reach_frac: 0.5 },
  },
  'wet-chemical': {
    puff: 'foam',
    puffs_ps: 44,
    linger: null,
    linger_ps: 0,
    streak: 'drop',
    streaks_ps: 70,
    spread_rad: 0.12,
    core: { tint: [236, 242, 236], alpha: 0.6, reach_frac: 0.4 },
  },
};

/** Muzzle speed that a thrown puff needs to reach `range_m` against its drag: range = v / drag. */
export function throwSpeed_mps(range_m: number, drag_ps: number): number {
  return range_m * drag_ps;
}

/** @returns share of full flow, 0..1, of a bottle of this charge and rated time. */
export function flow_frac(flow_kgps: number, charge_kg: number, discharge_s: number): number {
  if (flow_kgps <= 0 || charge_kg <= 0 || discharge_s <= 0) return 0;
  return Math.min(1, flow_kgps / (charge_kg / discharge_s));
}

/** Longest jet of a pack, thrown by its strongest jet (zone/pack.ts). */
const JET_REACH_m = 2.5;
const JET_PEAK_kW = 400;
/** @returns how far the jet of a burning pack reaches now, 0 between jets. */
export function jetOf(world: World, bike: EBike): number {
  const pack = world.working.packs[bike.id];
  return pack && bike.burning && pack.jet_s > 0 ? (JET_REACH_m * pack.jet_kW) / JET_PEAK_kW : 0;
}

/** Billows under a layer at once. [D] keeps coverage under budget.ts */
export const ROLLS_count = 7;
/** What drifts before a face in the smoke at once: it is near and covers much, and nothing else is seen then. [D] */
export const DRIFTS_count = 3;
/** Puffs a second through a doorway that lets so much smoke out. [D] */
export function spills_ps(flow_kgps: number): number {
  return flow_kgps <= 0.002 ? 0 : Math.min(4.5, 1.6 + 5 * Math.sqrt(flow_kgps));
}
/** Wisps a second through the gaps of a shut door: about none once a wet towel and tape leave a twentieth of the flow. [D] */
export function seeps_ps(flow_kgps: number): number {
  return flow_kgps <= 0.0008 ? 0 : Math.min(13, 620 * (flow_kgps - 0.0008));
}
