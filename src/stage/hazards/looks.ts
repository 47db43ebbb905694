/** How much flame, smoke and agent the eye is shown for what the world says; numbers only, so that tests can read them. */

import type { Agent, EBike } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';

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

/** A family of particles: how it moves and what it looks like. Rates are for full flow. */
export interface PuffKind {
  tint: readonly [r: number, g: number, b: number];
  alpha: number;
  life_s: number;
  from_m: number;
  to_m: number;
  /** 1/s, how fast thrown air stops */
  drag_ps: number;
  /** terminal rise, negative falls */
  rise_mps: number;
  /** sideways wandering */
  wobble_m: number;
  /** 0 none .. 1 glows as a flame when young */
  heat: number;
}

export const PUFFS = {
  /** soot of oil and solids: dark, but never a black hole */
  smoke: {
    tint: [62, 57, 54],
    alpha: 0.62,
    life_s: 2.3,
    from_m: 0.3,
    to_m: 1.05,
    drag_ps: 1.2,
    rise_mps: 0.95,
    wobble_m: 0.16,
    heat: 0,
  },
  wisp: {
    tint: [150, 148, 146],
    alpha: 0.34,
    life_s: 2.6,
    from_m: 0.05,
    to_m: 0.3,
    drag_ps: 1.5,
    rise_mps: 0.42,
    wobble_m: 0.09,
    heat: 0,
  },
  steam: {
    tint: [238, 240, 243],
    alpha: 0.62,
    life_s: 1.7,
    from_m: 0.14,
    to_m: 0.85,
    drag_ps: 2,
    rise_mps: 0.9,
    wobble_m: 0.15,
    heat: 0,
  },
  /** ammonium phosphate dyed pale pink in Chinese bottles: cream in the air */
  powder: {
    tint: [250, 214, 198],
    alpha: 1,
    life_s: 1.2,
    from_m: 0.2,
    to_m: 0.84,
    drag_ps: 2.6,
    rise_mps: -0.16,
    wobble_m: 0.12,
    heat: 0,
  },
  powderHaze: {
    tint: [242, 220, 208],
    alpha: 0.24,
    life_s: 6,
    from_m: 0.5,
    to_m: 1.15,
    drag_ps: 1.6,
    rise_mps: -0.07,
    wobble_m: 0.28,
    heat: 0,
  },
  frost: {
    tint: [240, 247, 252],
    alpha: 0.8,
    life_s: 0.75,
    from_m: 0.09,
    to_m: 0.62,
    drag_ps: 4.2,
    rise_mps: -0.22,
    wobble_m: 0.07,
    heat: 0,
  },
  frostFall: {
    tint: [226, 238, 247],
    alpha: 0.28,
    life_s: 2.2,
    from_m: 0.2,
    to_m: 0.7,
    drag_ps: 2.4,
    rise_mps: -0.5,
    wobble_m: 0.1,
    heat: 0,
  },
  mist: {
    tint: [206, 222, 236],
    alpha: 0.3,
    life_s: 0.9,
    from_m: 0.08,
    to_m: 0.5,
    drag_ps: 2.6,
    rise_mps: -0.3,
    wobble_m: 0.06,
    heat: 0,
  },
  foam: {
    tint: [232, 238, 232],
    alpha: 0.5,
    life_s: 1,
    from_m: 0.05,
    to_m: 0.32,
    drag_ps: 2.2,
    rise_mps: -0.8,
    wobble_m: 0.04,
    heat: 0,
  },
  /** smoke that wells out of a doorway under its head and rolls along the ceiling */
  spill: {
    tint: [62, 57, 54],
    alpha: 0.6,
    life_s: 2.6,
    from_m: 0.3,
    to_m: 0.95,
    drag_ps: 0.9,
    rise_mps: 0.3,
    wobble_m: 0.14,
    heat: 0,
  },
  /** smoke pressed through the gaps of a shut door */
  seep: {
    tint: [120, 116, 112],
    alpha: 0.4,
    life_s: 2.9,
    from_m: 0.09,
    to_m: 0.46,
    drag_ps: 1.1,
    rise_mps: 0.2,
    wobble_m: 0.1,
    heat: 0,
  },
  /** a billow of the layer's underside, wide and slow */
  roll: {
    tint: [62, 57, 54],
    alpha: 0.5,
    life_s: 5.5,
    from_m: 0.55,
    to_m: 1.15,
    drag_ps: 0.25,
    rise_mps: 0,
    wobble_m: 0.2,
    heat: 0,
  },
  /** what drifts past the face of one whose head is in the smoke */
  drift: {
    tint: [90, 86, 82],
    alpha: 0.3,
    life_s: 3.6,
    from_m: 0.5,
    to_m: 0.85,
    drag_ps: 0.2,
    rise_mps: 0.03,
    wobble_m: 0.12,
    heat: 0,
  },
  /** white vapour of a venting battery: cold and heavy at first */
  vapour: {
    tint: [226, 228, 230],
    alpha: 0.72,
    life_s: 2.2,
    from_m: 0.12,
    to_m: 0.85,
    drag_ps: 1.6,
    rise_mps: 0.18,
    wobble_m: 0.15,
    heat: 0,
  },
  /** flame thrown by a burst cell */
  jet: {
    tint: [84, 72, 64],
    alpha: 0.9,
    life_s: 0.5,
    from_m: 0.12,
    to_m: 0.7,
    drag_ps: 2.4,
    rise_mps: 0.8,
    wobble_m: 0.06,
    heat: 1,
  },
  /** rolling burning vapour of a fireball or a dust flash, turning to smoke */
  fireball: {
    tint: [70, 60, 54],
    alpha: 0.92,
    life_s: 1.2,
    from_m: 0.42,
    to_m: 1.25,
    drag_ps: 3,
    rise_mps: 1.5,
    wobble_m: 0.2,
    heat: 1,
  },
  dust: {
    tint: [248, 240, 222],
    alpha: 0.6,
    life_s: 1.4,
    from_m: 0.12,
    to_m: 0.7,
    drag_ps: 3,
    rise_mps: -0.25,
    wobble_m: 0.14,
    heat: 0,
  },
} as const satisfies Record<string, PuffKind>;
export type PuffName = keyof typeof PUFFS;

export interface StreakKind {
  tint: readonly [r: number, g: number, b: number];
  alpha: number;
  life_s: number;
  width_m: number;
  /** length of the streak per m/s of its speed */
  stretch_s: number;
  drag_ps: number;
  gravity_mps2: number;
  glow: number;
}
export const STREAKS = {
  drop: {
    tint: [205, 228, 246],
    alpha: 0.75,
    life_s: 0.85,
    width_m: 0.016,
    stretch_s: 0.03,
    drag_ps: 0.5,
    gravity_mps2: 7,
    glow: 0,
  },
  sheet: {
    tint: [190, 218, 240],
    alpha: 0.62,
    life_s: 0.8,
    width_m: 0.05,
    stretch_s: 0.03,
    drag_ps: 0.3,
    gravity_mps2: 9.8,
    glow: 0,
  },
  fleck: {
    tint: [250, 234, 226],
    alpha: 0.7,
    life_s: 0.5,
    width_m: 0.014,
    stretch_s: 0.022,
    drag_ps: 3,
    gravity_mps2: 3,
    glow: 0,
  },
  spark: {
    tint: [255, 196, 92],
    alpha: 1,
    life_s: 0.6,
    width_m: 0.008,
    stretch_s: 0.035,
    drag_ps: 1.2,
    gravity_mps2: 6,
    glow: 1,
  },
  ember: {
    tint: [255, 132, 40],
    alpha: 0.95,
    life_s: 1.6,
    width_m: 0.009,
    stretch_s: 0.018,
    drag_ps: 1.4,
    gravity_mps2: -1.6,
    glow: 1,
  },
  oil: {
    tint: [255, 170, 60],
    alpha: 0.95,
    life_s: 0.7,
    width_m: 0.014,
    stretch_s: 0.03,
    drag_ps: 0.6,
    gravity_mps2: 9.8,
    glow: 1,
  },
} as const satisfies Record<string, StreakKind>;
export type StreakName = keyof typeof STREAKS;

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
