/** A sound that should go on. */
import type { Vec3 } from '../../sim/world.ts';

export interface LoopWish {
  /** stays the same while the loop goes on: the thing and what it does */
  id: string;
  sound: string;
  gain: number;
  /** null: not in a place, in the head */
  at_m: Vec3 | null;
  /** highest note that reaches the ears, through doors and walls; none: all */
  low_Hz?: number;
}
