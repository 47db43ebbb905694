/** The door of the sim: rounds what a body does to whole numbers, so that the tape holds exactly what the run used. */
import type { Deed, HandIntent, Intent, Pose, Quat, Vec3 } from '../sim/world.ts';

/** Steps per metre: 1 mm. */
const PLACE = 1000;
/** Steps per unit of a quaternion or direction: 0.06 degrees, 3 mm at 3 m. [D] */
const TURN = 2047;
const SQUEEZE = 255;

/** Whole numbers of one tick: head 7, gaze 3, then per hand pose 7, squeeze 1, tracked 1. */
export const CHANNELS = 28;
export const GAZE_at = 7;
const HANDS_at = [10, 19] as const;
/** A body is never further than this from the middle of its room; further is a tracking fault. */
const FAR_m = 1000;

/** Writes an intent (without its deeds) as whole numbers into `out` from `at`. */
export function quantise(intent: Intent, out: Int32Array, at = 0): void {
  putPose(intent.head, out, at);
  for (let i = 0; i < 3; i++) out[at + GAZE_at + i] = whole(intent.gaze_dir[i]!, TURN, 1);
  putHand(intent.left, out, at + HANDS_at[0]);
  putHand(intent.right, out, at + HANDS_at[1]);
}

/** @returns the intent that the whole numbers stand for, with these deeds. */
export function restore(numbers: Int32Array, at: number, deeds: Deed[]): Intent {
  const gaze = at + GAZE_at;
  return {
    head: poseAt(numbers, at),
    gaze_dir: direction(numbers[gaze]!, numbers[gaze + 1]!, numbers[gaze + 2]!),
    left: handAt(numbers, at + HANDS_at[0]),
    right: handAt(numbers, at + HANDS_at[1]),
    deeds,
  };
}

/**
 * Deeds as the tape may hold them: a level in 1/255. A number that is no emergency line and none of the hall's own is
 * replaced, because nothing a person types is stored (procedures 9).
 * @param numbers telephone numbers that may be kept
 */
export function cleanDeed(deed: Deed, numbers: ReadonlySet<string>): Deed {
  if (deed.do === 'turn') return { ...deed, to_frac: Math.round(clamp(deed.to_frac, 0, 1) * SQUEEZE) / SQUEEZE };
  if (deed.do === 'dial' && !numbers.has(deed.number)) return { ...deed, number: 'other' };
  return deed;
}

/** Lines that every phone knows. */
export const PUBLIC_NUMBERS = ['119', '120', '110', '122', '95598'];

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** A value that is not a number (a lost tracker) becomes 0, never NaN in the world. */
function whole(value: number, steps: number, most: number): number {
  return Number.isFinite(value) ? Math.round(clamp(value, -most, most) * steps) : 0;
}

function putPose(pose: Pose, out: Int32Array, at: number): void {
  for (let i = 0; i < 3; i++) out[at + i] = whole(pose.position_m[i]!, PLACE, FAR_m);
  for (let i = 0; i < 4; i++) out[at + 3 + i] = whole(pose.orientation_quat[i]!, TURN, 1);
}

function putHand(hand: HandIntent, out: Int32Array, at: number): void {
  putPose(hand.pose, out, at);
  out[at + 7] = Math.max(0, whole(hand.squeeze_frac, SQUEEZE, 1));
  out[at + 8] = hand.tracked ? 1 : 0;
}

function poseAt(numbers: Int32Array, at: number): Pose {
  const position_m: Vec3 = [numbers[at]! / PLACE, numbers[at + 1]! / PLACE, numbers[at + 2]! / PLACE];
  return { position_m, orientation_quat: unit(numbers[at + 3]!, numbers[at + 4]!, numbers[at + 5]!, numbers[at + 6]!) };
}

function handAt(numbers: Int32Array, at: number): HandIntent {
  return { pose: poseAt(numbers, at), squeeze_frac: numbers[at + 7]! / SQUEEZE, tracked: numbers[at + 8] === 1 };
}

function unit(x: number, y: number, z: number, w: number): Quat {
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  return length === 0 ? [0, 0, 0, 1] : [x / length, y / length, z / length, w / length];
}

function direction(x: number, y: number, z: number): Vec3 {
  const length = Math.sqrt(x * x + y * y + z * z);
  return length === 0 ? [0, 0, -1] : [x / length, y / length, z / length];
}

/** @returns forward of a head's whole-number quaternion, in TURN steps: what a headset's gaze is predicted to be. */
export function predictedGaze(numbers: Int32Array, at: number, out: [number, number, number]): void {
  const [x, y, z, w] = unit(numbers[at + 3]!, numbers[at + 4]!, numbers[at + 5]!, numbers[at + 6]!);
  out[0] = Math.round(-2 * (x * z + w * y) * TURN);
  out[1] = Math.round(-2 * (y * z - w * x) * TURN);
  out[2] = Math.round(-(1 - 2 * (x * x + y * y)) * TURN);
}
