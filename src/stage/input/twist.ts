/** A knob under a turning wrist: the roll of the hand, signed, opens or closes it. Clockwise closes (procedures 1.2). */
import type { Quaternion } from 'three';
import type { Drill } from '../../drill/types.ts';
import { buzz } from '../rig/haptics.ts';
import type { HandState, Trainee } from './trainee.ts';

/** A quarter turn of a cock or knob is all of it. */
export const FULL_TURN_rad = Math.PI / 2;
/** A new deed for each tenth: finer than a hand can feel. */
const STEP_frac = 0.1;

/** @returns roll of a hand about its own pointing axis, radians, clockwise as its owner sees it positive. */
export function roll_rad(q: Pick<Quaternion, 'x' | 'y' | 'z' | 'w'>): number {
  const rightY = 2 * (q.x * q.y + q.w * q.z);
  const upY = 1 - 2 * (q.x * q.x + q.z * q.z);
  return Math.atan2(-rightY, upY);
}

/** @returns opening after a turn: clockwise closes. */
export function twisted_frac(open_frac: number, clockwise_rad: number): number {
  return Math.max(0, Math.min(1, open_frac - clockwise_rad / FULL_TURN_rad));
}

/** Goes on with a twist while the grip is closed. @returns whether the hand is busy with it. */
export function twist(t: Trainee, drill: Drill, hand: HandState, closed: boolean): boolean {
  if (!hand.twist) return false;
  const tap = drill.world.things[hand.twist];
  if (!closed || tap?.kind !== 'gas-tap') {
    hand.twist = null;
    hand.twistOpen_frac = -1;
    return false;
  }
  const now_rad = roll_rad(hand.quat);
  if (hand.twistOpen_frac < 0) {
    hand.twistOpen_frac = tap.open_frac;
    hand.twistSent_frac = tap.open_frac;
    hand.twistFrom_rad = now_rad;
  }
  const by_rad = Math.atan2(Math.sin(now_rad - hand.twistFrom_rad), Math.cos(now_rad - hand.twistFrom_rad));
  const to_frac = twisted_frac(hand.twistOpen_frac, by_rad);
  const moved = Math.abs(to_frac - hand.twistSent_frac);
  if (moved >= STEP_frac || (moved > 0.001 && (to_frac === 0 || to_frac === 1))) {
    hand.twistSent_frac = to_frac;
    t.deeds.push({ do: 'turn', hand: hand.side, thing: hand.twist, to_frac });
    buzz(hand.side, 'turn');
  }
  return true;
}
