/** Plays a plan against a drill without a screen: frames go in until the run has ended. */
import type { Pack } from '../script/contents.ts';
import type { Plan } from '../script/plan.ts';
import { facing } from '../sim/vec.ts';
import { clock_s, type Fact } from '../sim/world.ts';
import type { Attempt } from '../wire/session.ts';
import { createDouble } from './double.ts';
import { createDrill, STANDING_m } from './drill.ts';
import { surroundingsOf } from './surroundings.ts';
import type { Drill, HallSettings, How, Mode } from './types.ts';

export interface PlayOptions {
  pack: Pack;
  plan: Plan;
  mode: Mode;
  hall: HallSettings;
  how?: How;
  frames_per_s?: number;
  id?: string;
  started_ms?: number;
}
export interface Played {
  drill: Drill;
  attempt: Attempt;
  facts: readonly Fact[];
}

const NO_ID = '00000000-0000-7000-8000-000000000000';

/** @returns the first try of a plan: what counts. */
export function playPlan(options: PlayOptions): Played {
  const { pack, plan, mode, hall } = options;
  const how = options.how ?? plan.how ?? 'headset';
  const seed = plan.seed ?? 1;
  const drill = createDrill({
    pack,
    mode,
    how,
    locale: 'zh-CN',
    seed,
    hall,
    id: options.id ?? NO_ID,
    started_ms: options.started_ms ?? 1,
    rewinds: false,
  });
  const { at_m, facing_deg } = pack.room.start;
  const double = createDouble(plan, {
    start: { position_m: at_m, orientation_quat: facing(facing_deg) },
    standing_m: STANDING_m,
    seed,
    numbers: { duty: hall.dutyPhone, gas: hall.gasLine },
  });
  const s = surroundingsOf(drill);
  const dt_s = 1 / (options.frames_per_s ?? 60);
  const most_s = pack.script.limit_s + 60;
  while (!drill.view.getState().ended && clock_s(drill.world) < most_s) drill.advance(dt_s, double.frame(s, dt_s));
  const attempt = drill.view.getState().ended;
  if (!attempt) throw new Error(`The run "${plan.run}" did not end within its limit.`);
  return { drill, attempt, facts: drill.facts };
}
