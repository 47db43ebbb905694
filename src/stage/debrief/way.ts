/** The way through a house: in which space the trainee was when, and how much smoke was breathed by then. */
import type { Drill } from '../../drill/types.ts';
import { clock_s, type Fact } from '../../sim/world.ts';

export interface Stay {
  space: string;
  from_s: number;
  to_s: number;
}

/** Shorter stays are doorways and corners, not rooms. [D] */
const LEAST_s = 0.8;

/** @returns where the trainee was, oldest first; stays too short to matter belong to the one before. */
export function wayOf(facts: readonly Fact[], start: string, whole_s: number): Stay[] {
  const stays: Stay[] = [{ space: start, from_s: 0, to_s: whole_s }];
  for (const fact of facts) {
    if (fact.fact !== 'entered' || !fact.thing || fact.at_s > whole_s) continue;
    const last = stays[stays.length - 1]!;
    if (fact.thing === last.space) continue;
    last.to_s = fact.at_s;
    if (last.to_s - last.from_s < LEAST_s && stays.length > 1) stays.pop();
    const before = stays[stays.length - 1]!;
    if (before.space === fact.thing) before.to_s = whole_s;
    else {
      before.to_s = fact.at_s;
      stays.push({ space: fact.thing, from_s: fact.at_s, to_s: whole_s });
    }
  }
  return stays;
}

/** A share of what makes one collapse, at a second of the run. */
export interface Breath {
  at_s: number;
  dose_frac: number;
}

export interface Breathing {
  samples: Breath[];
  start: string;
}

const EVERY_s = 0.5;

export function startBreathing(drill: Drill): Breathing {
  return { samples: [], start: drill.world.body.space };
}

/** Notes the dose of the first attempt: it is the record, and the debrief tells of it. */
export function breathe(breathing: Breathing, drill: Drill): void {
  if (drill.view.getState().attempt !== 1) return;
  const at_s = clock_s(drill.world);
  const last_s = breathing.samples.at(-1)?.at_s ?? -1;
  if (at_s - last_s < EVERY_s) return;
  const { smokeDose_frac, heatDose_frac } = drill.world.body;
  breathing.samples.push({ at_s, dose_frac: Math.max(smokeDose_frac, heatDose_frac) });
}

/** Width and height of the curve's own box. */
export const CURVE_px = { width: 800, height: 90 };

/** @returns an SVG path of the dose over the run, null where none worth drawing was taken. */
export function curveOf(samples: readonly Breath[], whole_s: number): string | null {
  if (!samples.some((one) => one.dose_frac > 0.01)) return null;
  const { width, height } = CURVE_px;
  const points = samples.map(({ at_s, dose_frac }) => {
    const x = (at_s / Math.max(whole_s, 1)) * width;
    const y = height - Math.min(1, dose_frac) * (height - 6);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `M0,${height} L${points.join(' L')}`;
}
