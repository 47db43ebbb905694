/** The only chance in the sim: a seeded generator whose whole state is world.rng. */

/**
 * mulberry32 (T. Ettinger, public domain): one 32-bit state.
 * @returns a number in [0, 1) and moves world.rng on.
 */
export function random(world: { rng: number }): number {
  world.rng = (world.rng + 0x6d2b79f5) | 0;
  let t = world.rng;
  t = Math.imul(t ^ (t >>> 15), t | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}

/** @returns a number between low and high. */
export function between(world: { rng: number }, low: number, high: number): number {
  return low + (high - low) * random(world);
}
