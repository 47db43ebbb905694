/** Robots of fire escape: the variant's good plan with the steps that people leave out, or one of its classic mistakes. */
import type { Pack } from '../../script/contents.ts';
import type { Step } from '../../script/plan.ts';
import type { Robot } from './robot-kinds.ts';

/**
 * How often each kind does what nobody is forced to do. Smoke-trained people test doors and keep low; untrained ones
 * seldom do, and few count heads. Nobody has counted these acts one by one: the rates are ours. [D]
 */
interface Habits {
  /** does a step one can leave out */
  careful: number;
  /** acts as one of the variant's mistakes instead */
  fatal: number;
  delay_s: [number, number];
}
const HABITS: Record<Exclude<Robot, 'idle'>, Habits> = {
  expert: { careful: 0.97, fatal: 0.01, delay_s: [0.2, 0.6] },
  novice: { careful: 0.55, fatal: 0.25, delay_s: [0.5, 1.6] },
  panicked: { careful: 0.25, fatal: 0.65, delay_s: [0.3, 2.5] },
};

/** Steps one can leave out and still come through; all others are the way itself. */
const OPTIONAL = new Set([
  'say',
  'feel',
  'crack',
  'close',
  'crouch',
  'seal',
  'wet',
  'pour on',
  'tell',
  'dial',
  'count',
]);

/** @returns the steps of one robot and how it moves; `chance` draws its luck. */
export function escapeSteps(
  pack: Pack,
  robot: Exclude<Robot, 'idle'>,
  chance: () => number,
): { steps: Step[]; delay_s: number } {
  const habits = HABITS[robot];
  const [low, high] = habits.delay_s;
  const delay_s = low + (high - low) * chance();
  const mistakes = pack.plans.filter((plan) => !plan.run.startsWith('good') && plan.run !== 'idle');
  if (chance() < habits.fatal) return { steps: mistakes[Math.floor(chance() * mistakes.length)]!.steps, delay_s };
  const steps = pack.plans[0]!.steps.filter((step) => !OPTIONAL.has(step.verb) || chance() < habits.careful);
  return { steps, delay_s };
}
