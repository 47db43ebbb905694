/** What the tests of the drill room share: drills opened by hand and bodies moved by hand. */
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { loadPack } from '../../src/cli/packs-node.ts';
import { createDouble } from '../../src/drill/double.ts';
import { createDrill, type DrillOptions } from '../../src/drill/drill.ts';
import { surroundingsOf } from '../../src/drill/surroundings.ts';
import type { Drill } from '../../src/drill/types.ts';
import { type Plan, readStep } from '../../src/script/plan.ts';
import { facing } from '../../src/sim/vec.ts';
import type { Deed, Intent } from '../../src/sim/world.ts';

export const ID = '01890a5d-ac96-774b-bcce-b302099a8057';

export function open(name: string, options: Partial<DrillOptions> = {}): Drill {
  const base = {
    mode: 'assess',
    how: 'headset',
    locale: 'zh-CN',
    seed: 1,
    hall: NO_HALL,
    id: ID,
    started_ms: 1_700_000_000_000,
  } as const;
  return createDrill({ pack: loadPack(name), ...base, ...options });
}

/** Somebody who stands at the start and does only these deeds. */
export function still(drill: Drill, ...deeds: Deed[]): Intent {
  const { body } = drill.world;
  return structuredClone({ head: body.head, gaze_dir: body.gaze_dir, left: body.left, right: body.right, deeds });
}

export function wait(drill: Drill, for_s: number, frames_per_s = 60): void {
  for (let i = 0; i < for_s * frames_per_s; i++) drill.advance(1 / frames_per_s, still(drill));
}

export function planOf(...steps: unknown[]): Plan {
  return { run: 'by-hand', steps: steps.map(readStep) };
}

/** Lets a body double do steps in a drill that is already open; gives back how long it took. */
export function perform(drill: Drill, plan: Plan, frames_per_s = 60, most_s = 200): number {
  const { at_m, facing_deg } = drill.pack.room.start;
  const double = createDouble(plan, {
    start: { position_m: at_m, orientation_quat: facing(facing_deg) },
    standing_m: 1.6,
    seed: plan.seed ?? 1,
    numbers: { duty: NO_HALL.dutyPhone, gas: NO_HALL.gasLine },
  });
  const s = surroundingsOf(drill);
  let took_s = 0;
  while (!double.done && !drill.view.getState().ended && took_s < most_s) {
    drill.advance(1 / frames_per_s, double.frame(s, 1 / frames_per_s));
    took_s += 1 / frames_per_s;
  }
  return took_s;
}
