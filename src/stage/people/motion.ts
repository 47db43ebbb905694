/** What somebody is seen to do, as clip and phase: feet keep pace with the ground, one motion flows into the next. */
import type { PersonDoing } from '../../sim/things.ts';
import type { Motion } from './bake.ts';

/** Motion of each doing, and what stands in for it where a model has none. */
const CLIPS: Record<PersonDoing, readonly string[]> = {
  idle: ['idle'],
  walking: ['walk'],
  hurrying: ['run', 'walk'],
  crouching: ['crouch', 'walk'],
  coughing: ['cough', 'idle'],
  helping: ['help', 'idle'],
  carrying: ['carry', 'walk'],
  phoning: ['phone', 'idle'],
  down: ['down', 'crouch', 'idle'],
};
/** Seconds one motion takes to flow into the next. [D] */
const FLOW_s = 0.28;
/** Feet go no faster than this with respect to their own pace, whatever the ground does. [D] */
const FASTEST_times = 1.9;
/** Under this speed somebody who walks stands still between two steps. [D] */
const STANDS_mps = 0.05;

export interface Playing {
  clip: string;
  /** seconds into the clip */
  phase_s: number;
  was: string;
  wasPhase_s: number;
  /** 0 just begun .. 1 all this motion */
  flow_frac: number;
}

export function startPlaying(index: number): Playing {
  // nobody breathes in step with their neighbour
  const phase_s = (index * 0.737) % 2;
  return { clip: 'idle', phase_s, was: 'idle', wasPhase_s: phase_s, flow_frac: 1 };
}

/** @returns the first motion that the model has; its first of all when it has none of them. */
export function clipOf(motions: Record<string, Motion>, doing: PersonDoing): string {
  return CLIPS[doing].find((name) => name in motions) ?? ('idle' in motions ? 'idle' : (Object.keys(motions)[0] ?? ''));
}

/** Goes on by a frame. @param speed_mps over the ground */
export function play(
  p: Playing,
  motions: Record<string, Motion>,
  doing: PersonDoing,
  speed_mps: number,
  dt_s: number,
): void {
  const clip = clipOf(motions, doing);
  if (clip !== p.clip) {
    p.was = p.clip;
    p.wasPhase_s = p.phase_s;
    const from = motions[p.clip];
    const to = motions[clip];
    // from step to step the same foot stays in front
    const steps = from && to && from.speed_mps > 0 && to.speed_mps > 0;
    p.phase_s = steps ? (p.phase_s / from.length_s) * to.length_s : 0;
    p.clip = clip;
    p.flow_frac = 0;
  }
  p.flow_frac = Math.min(1, p.flow_frac + dt_s / FLOW_s);
  const motion = motions[clip];
  if (!motion) return;
  const stands = speed_mps < STANDS_mps;
  const times = motion.speed_mps > 0 ? (stands ? 0 : Math.min(FASTEST_times, speed_mps / motion.speed_mps)) : 1;
  p.phase_s += dt_s * times;
  if (motion.once) p.phase_s = Math.min(p.phase_s, motion.length_s);
  else p.phase_s %= motion.length_s;
}

/** The two rows of the texture that a moment lies between, and how far: x, y, z of `poseNow` and `poseWas`. */
export function rowsAt(motion: Motion | undefined, phase_s: number, out: Float32Array, offset: number): void {
  if (!motion) {
    out[offset] = out[offset + 1] = out[offset + 2] = 0;
    return;
  }
  const last = motion.once ? motion.rows - 1 : motion.rows;
  const at = Math.min(last, Math.max(0, (phase_s / motion.length_s) * last));
  const row = Math.min(motion.rows - 1, Math.floor(at));
  const next = motion.once ? Math.min(motion.rows - 1, row + 1) : (row + 1) % motion.rows;
  out[offset] = motion.row + row;
  out[offset + 1] = motion.row + next;
  out[offset + 2] = at - row;
}
