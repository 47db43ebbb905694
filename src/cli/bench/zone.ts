/** Figures of the smoke model: CPU time per simulated second, steps and solver steps, beside CFAST on the same buildings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Building } from '../../sim/zone/building.ts';
import { createBuilding } from '../../sim/zone/create.ts';
import { stepBuilding } from '../../sim/zone/step.ts';
import { nbsRooms } from '../validate/zone-buildings.ts';
import { readCase } from '../zone/case.ts';

const HELP = `The smoke model: CPU time for NBS MV100A and MV100O (1 500 s each, as CFAST was timed) and for a flat with a stair.
  --json   one JSON line instead of a table`;

/** CFAST 8 built with gfortran on a machine of this class: CPU seconds and steps for 1 500 simulated seconds. */
const CFAST: Record<string, { cpu_s: number; steps: number | null }> = {
  MV100A: { cpu_s: 2.3, steps: 3554 },
  MV100O: { cpu_s: 205, steps: null },
};
const STEP_s = 0.25;

export interface ZoneFigure {
  building: string;
  simulated_s: number;
  steps: number;
  cpu_s: number;
  /** simulated seconds per second of CPU */
  ratio: number;
  ms_per_step: number;
  solver_steps: number;
  /** CFAST's CPU time over ours, where it was timed */
  times_cfast: number | null;
}

/** Runs a building for a while and times the CPU, not the clock. */
function time(name: string, building: Building, simulated_s: number): ZoneFigure {
  const steps = Math.round(simulated_s / STEP_s);
  let solver = 0;
  const before = process.cpuUsage();
  for (let i = 0; i < steps; i++) {
    stepBuilding(building, STEP_s);
    solver += building.newton_count;
  }
  const used = process.cpuUsage(before);
  const cpu_s = (used.user + used.system) / 1e6;
  const peer = CFAST[name];
  return {
    building: name,
    simulated_s,
    steps,
    cpu_s,
    ratio: simulated_s / cpu_s,
    ms_per_step: (1000 * cpu_s) / steps,
    solver_steps: solver / steps,
    times_cfast: peer ? peer.cpu_s / cpu_s : null,
  };
}

function nbs(exitShut: boolean): Building {
  const curve: [number, number][] = [
    [0, 0],
    [10, 110],
    [890, 110],
    [900, 0],
  ];
  return createBuilding(
    nbsRooms({ ambient_K: 296.15, curve, radiative_frac: exitShut ? 0.3 : 0.2, exitShut, targetRoom: false }),
  );
}

/** @returns the figures, in the order they are printed. */
export function figures(): ZoneFigure[] {
  const text = readFileSync(join(import.meta.dirname, '../../../tests/cases/zone/flat-and-stair.json'), 'utf8');
  const result = readCase(text);
  if ('refusals' in result) throw new Error(result.refusals[0]);
  time('warm-up', nbs(false), 200);
  return [
    time('MV100A', nbs(false), 1500),
    time('MV100O', nbs(true), 1500),
    time('flat and stair, 7 rooms', createBuilding(result.read.building), 600),
  ];
}

/** npm run bench -- zone. @returns exit code */
export function run(args: string[]): number {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const all = figures();
  if (args.includes('--json')) {
    console.log(JSON.stringify(all));
    return 0;
  }
  for (const one of all) {
    const peer = one.times_cfast === null ? '' : `, CFAST takes ${one.times_cfast.toFixed(0)} times as long`;
    console.log(
      `${one.building.padEnd(24)} ${one.simulated_s} s in ${one.cpu_s.toFixed(2)} s of CPU: ${one.ratio.toFixed(0)} simulated seconds a second, ${one.steps} steps of ${one.ms_per_step.toFixed(3)} ms, ${one.solver_steps.toFixed(1)} solver steps each${peer}`,
    );
  }
  console.log(
    'The smoke model was timed; CFAST 8 took 2.3 s and 3554 steps for MV100A and 205 s for MV100O on a machine of this class.',
  );
  return 0;
}
