/** Cuts the frames of any display into the sim's ticks: each tick sees the body between the last two frames. */
import type { Deed, HandIntent, Intent, Pose, Quat, Vec3 } from '../sim/world.ts';
import { TICK_s } from '../sim/world.ts';

/** A longer gap between frames is a stall; the body is not moved through it. [D] */
export const STALL_s = 0.5;

export interface Pace {
  time_s: number;
  ticks: number;
  last: Intent | null;
  waiting: Deed[];
}

export function newPace(): Pace {
  return { time_s: 0, ticks: 0, last: null, waiting: [] };
}

/**
 * Takes one frame and calls `tick` for every tick that has become due, with the body as it was then.
 * Deeds go into the first tick after the frame that brought them.
 * @param tick returns false when the run has ended and no more ticks are wanted
 */
export function frame(pace: Pace, dt_s: number, sample: Intent, tick: (intent: Intent) => boolean): void {
  const span_s = Math.min(Math.max(dt_s, 0), STALL_s);
  const before_s = pace.time_s;
  const from = pace.last ?? sample;
  pace.time_s += span_s;
  pace.waiting.push(...sample.deeds);
  while ((pace.ticks + 1) * TICK_s <= pace.time_s + 1e-9) {
    pace.ticks++;
    const share_frac = span_s > 0 ? Math.min(1, Math.max(0, (pace.ticks * TICK_s - before_s) / span_s)) : 1;
    const deeds = pace.waiting;
    pace.waiting = [];
    if (!tick(blend(from, sample, share_frac, deeds))) break;
  }
  pace.last = sample;
}

/** @returns the body `share_frac` of the way from one frame to the next. */
export function blend(a: Intent, b: Intent, share_frac: number, deeds: Deed[]): Intent {
  return {
    head: blendPose(a.head, b.head, share_frac),
    gaze_dir: blendVec(a.gaze_dir, b.gaze_dir, share_frac),
    left: blendHand(a.left, b.left, share_frac),
    right: blendHand(a.right, b.right, share_frac),
    deeds,
  };
}

function blendHand(a: HandIntent, b: HandIntent, share_frac: number): HandIntent {
  return {
    pose: blendPose(a.pose, b.pose, share_frac),
    squeeze_frac: a.squeeze_frac + (b.squeeze_frac - a.squeeze_frac) * share_frac,
    tracked: b.tracked,
  };
}

function blendPose(a: Pose, b: Pose, share_frac: number): Pose {
  return {
    position_m: blendVec(a.position_m, b.position_m, share_frac),
    orientation_quat: blendQuat(a.orientation_quat, b.orientation_quat, share_frac),
  };
}

function blendVec(a: Vec3, b: Vec3, share_frac: number): Vec3 {
  return [a[0] + (b[0] - a[0]) * share_frac, a[1] + (b[1] - a[1]) * share_frac, a[2] + (b[2] - a[2]) * share_frac];
}

/** Straight between the nearer of q and -q; the door makes it a unit again. */
function blendQuat(a: Quat, b: Quat, share_frac: number): Quat {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1;
  return [
    a[0] + (sign * b[0] - a[0]) * share_frac,
    a[1] + (sign * b[1] - a[1]) * share_frac,
    a[2] + (sign * b[2] - a[2]) * share_frac,
    a[3] + (sign * b[3] - a[3]) * share_frac,
  ];
}
