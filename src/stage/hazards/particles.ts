/** Families of puffs and drops: how they move and what they look like; numbers only, so that tests can read them. */

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
