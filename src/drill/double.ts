/** The body double: does a plan's steps one after another from what it perceives, a frame at a time. */
import type { Plan, Step } from '../script/plan.ts';
import type { Intent, Pose } from '../sim/world.ts';
import type { Doer } from './doer.ts';
import { moveLimbs, newLimbs, show } from './limbs.ts';
import type { Surroundings } from './surroundings.ts';
import { VERB_ACTS } from './verbs.ts';

/** Nobody starts the next act at once. [D] */
const LEAST_delay_s = 0.15;
const USUAL_delay_s = 0.3;
const USUAL_speed_mps = 1.2;

export interface Double {
  /** the body in this frame */
  frame(s: Surroundings, dt_s: number): Intent;
  /** every step is done */
  readonly done: boolean;
  /** index of the step being done */
  readonly stepIndex: number;
}

export interface DoubleOptions {
  start: Pose;
  standing_m: number;
  seed: number;
  numbers: Record<string, string>;
}

/** @param plan steps with delay, speed and error; the same plan and seed behave the same everywhere */
export function createDouble(plan: Plan, options: DoubleOptions): Double {
  const doer: Doer = {
    limbs: newLimbs(options.start, options.standing_m),
    s: null as unknown as Surroundings,
    dt_s: 0,
    speed_mps: plan.speed_mps ?? USUAL_speed_mps,
    aim_error_m: plan.aim_error_m ?? 0.03,
    shoves: plan.shoves ?? false,
    chance: dice(options.seed),
    numbers: options.numbers,
    drift_m: [0, 0],
  };
  let step = 0;
  let act: Generator<void, void> | null = null;
  const double = {
    done: plan.steps.length === 0,
    get stepIndex() {
      return step;
    },
    frame(s: Surroundings, dt_s: number): Intent {
      doer.s = s;
      doer.dt_s = dt_s;
      const { limbs } = doer;
      while (!double.done) {
        act ??= perform(doer, plan.steps[step]!, plan.delay_s ?? USUAL_delay_s);
        if (!act.next().done) break;
        act = null;
        step++;
        double.done = step >= plan.steps.length;
      }
      moveLimbs(limbs, dt_s);
      return show(limbs);
    },
  };
  return double;
}

function* perform(doer: Doer, step: Step, delay_s: number): Generator<void, void> {
  const pause_s = Math.max(LEAST_delay_s, step.delay_s ?? delay_s);
  for (let waited_s = 0; waited_s < pause_s; waited_s += doer.dt_s) yield;
  yield* VERB_ACTS[step.verb]!(doer, step);
}

/** mulberry32 (T. Ettinger, public domain), as the sim's own, with a state of its own. */
export function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
