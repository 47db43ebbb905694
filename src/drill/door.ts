/** The door of the sim: rounds what a body does to whole numbers, so that the tape holds exactly what the run used. */
import type { Deed, HandIntent, Intent, Pose, Quat, Vec3 } from '../sim/world.ts';

/** Steps per metre: 1 mm. */
const PLACE_1pm = 1000;
/** Steps per unit of a quaternion or direction: 0.06 degrees, 3 mm index 3 m. [D] */
const TURN_1 = 2047;
const SQUEEZE_1 = 255;

/** Whole numbers of one tick: head 7, gaze 3, then per hand pose 7, squeeze 1, tracked 1. */
export const CHANNELS_count = 28;
export const GAZE_index = 7;
const HANDS_at = [10, 19] as const;
/** A body is never further than this from the middle of its room; further is a tracking fault. */
const FAR_m = 1000;

/** Writes an intent (without its deeds) as whole numbers into `out` from `index`. */
export function quantise(intent: Intent, out: Int32Array, index = 0): void {
  putPose(intent.head, out, index);
  for (let i = 0; i < 3; i++) out[index + GAZE_index + i] = whole(intent.gaze_dir[i]!, TURN_1, 1);
  putHand(intent.left, out, index + HANDS_at[0]);
  putHand(intent.right, out, index + HANDS_at[1]);
}

/** @returns the intent that the whole numbers stand for, with these deeds. */
export function restore(numbers: Int32Array, index: number, deeds: Deed[]): Intent {
  const gaze = index + GAZE_index;
  return {
    head: poseAt(numbers, index),
    gaze_dir: direction(numbers[gaze]!, numbers[gaze + 1]!, numbers[gaze + 2]!),
    left: handAt(numbers, index + HANDS_at[0]),
    right: handAt(numbers, index + HANDS_at[1]),
    deeds,
  };
}

/**
 * Deeds as the tape may hold them: a level in 1/255. A number that is no emergency line and none of the hall's own is
 * replaced, because nothing a person types is stored (procedures 9).
 * @param numbers telephone numbers that may be kept
 */
export function cleanDeed(deed: Deed, numbers: ReadonlySet<string>): Deed {
  if (deed.do === 'turn') return { ...deed, to_frac: Math.round(clamp(deed.to_frac, 0, 1) * SQUEEZE_1) / SQUEEZE_1 };
  if (deed.do === 'dial')
    return { ...deed, number: numbers.has(digitsOf(deed.number)) ? digitsOf(deed.number) : 'other' };
  return deed;
}

/** A pad has no hyphen and a settings page has: 0871-65190119 and 087165190119 are one number. */
export function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
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

function putPose(pose: Pose, out: Int32Array, index: number): void {
  for (let i = 0; i < 3; i++) out[index + i] = whole(pose.position_m[i]!, PLACE_1pm, FAR_m);
  for (let i = 0; i < 4; i++) out[index + 3 + i] = whole(pose.orientation_quat[i]!, TURN_1, 1);
}

function putHand(hand: HandIntent, out: Int32Array, index: number): void {
  putPose(hand.pose, out, index);
  out[index + 7] = Math.max(0, whole(hand.squeeze_frac, SQUEEZE_1, 1));
  out[index + 8] = hand.tracked ? 1 : 0;
}

function poseAt(numbers: Int32Array, index: number): Pose {
  const position_m: Vec3 = [
    numbers[index]! / PLACE_1pm,
    numbers[index + 1]! / PLACE_1pm,
    numbers[index + 2]! / PLACE_1pm,
  ];
  return {
    position_m,
    orientation_quat: unit(numbers[index + 3]!, numbers[index + 4]!, numbers[index + 5]!, numbers[index + 6]!),
  };
}

function handAt(numbers: Int32Array, index: number): HandIntent {
  return {
    pose: poseAt(numbers, index),
    squeeze_frac: numbers[index + 7]! / SQUEEZE_1,
    tracked: numbers[index + 8] === 1,
  };
}

function unit(x: number, y: number, z: number, w: number): Quat {
  const length = Math.sqrt(x * x + y * y + z * z + w * w);
  return length === 0 ? [0, 0, 0, 1] : [x / length, y / length, z / length, w / length];
}

function direction(x: number, y: number, z: number): Vec3 {
  const length = Math.sqrt(x * x + y * y + z * z);
  return length === 0 ? [0, 0, -1] : [x / length, y / length, z / length];
}

/** @returns forward of a head's whole-number quaternion, in TURN_1 steps: what a headset's gaze is predicted to be. */
export function predictedGaze(numbers: Int32Array, index: number, out: [number, number, number]): void {
  const [x, y, z, w] = unit(numbers[index + 3]!, numbers[index + 4]!, numbers[index + 5]!, numbers[index + 6]!);
  out[0] = Math.round(-2 * (x * z + w * y) * TURN_1);
  out[1] = Math.round(-2 * (y * z - w * x) * TURN_1);
  out[2] = Math.round(-(1 - 2 * (x * x + y * y)) * TURN_1);
}
