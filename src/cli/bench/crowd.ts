/** Plays a crowd of robots through a variant, spread over the machine's cores. */
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker } from 'node:worker_threads';
import { playPlan } from '../../drill/play.ts';
import { NO_HALL } from '../no-hall.ts';
import { loadPack } from '../packs-node.ts';
import type { Robot } from './robot-kinds.ts';
import { robotPlan } from './robots.ts';

export interface Job {
  variant: string;
  robot: Robot;
  firstSeed: number;
  count: number;
}
export interface Outcome {
  variant: string;
  robot: Robot;
  ending: string;
  passed: boolean;
  score: number;
  /** points of every rule */
  marks: Record<string, number>;
  critical: string[];
  /** facts that a published measure would count */
  pulledPin: boolean;
  sprayed: boolean;
  duration_s: number;
}

/** @returns what each robot of a job did. */
export function playJob(job: Job): Outcome[] {
  const pack = loadPack(job.variant);
  const outcomes: Outcome[] = [];
  for (let seed = job.firstSeed; seed < job.firstSeed + job.count; seed++) {
    const plan = robotPlan(pack, job.robot, seed);
    const { attempt, facts } = playPlan({ pack, plan, mode: 'assess', hall: NO_HALL });
    outcomes.push({
      variant: job.variant,
      robot: job.robot,
      ending: attempt.ending ?? '',
      passed: attempt.passed,
      score: attempt.score ?? 0,
      marks: Object.fromEntries(attempt.marks.map((mark) => [mark.rule, mark.points])),
      critical: attempt.critical,
      pulledPin: facts.some((fact) => fact.fact === 'pin-pulled'),
      sprayed: facts.some((fact) => fact.fact === 'spray-started' || fact.fact === 'lever-locked'),
      duration_s: attempt.duration_s,
    });
  }
  return outcomes;
}

/** Robots one worker takes at a time. */
const BATCH = 25;

/** @returns outcomes of all jobs, in the order of the jobs whatever finished first. */
export async function playCrowd(jobs: Job[]): Promise<Outcome[]> {
  const batches = jobs.flatMap((job) =>
    Array.from({ length: Math.ceil(job.count / BATCH) }, (_, i) => ({
      ...job,
      firstSeed: job.firstSeed + i * BATCH,
      count: Math.min(BATCH, job.count - i * BATCH),
    })),
  );
  const done: Outcome[][] = [];
  let next = 0;
  const work = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(import.meta.filename);
      let index = -1;
      const give = () => {
        if (next >= batches.length) return void worker.terminate().then(() => resolve());
        index = next++;
        worker.postMessage(batches[index]);
      };
      worker.on('message', (outcomes: Outcome[]) => {
        done[index] = outcomes;
        give();
      });
      worker.on('error', reject);
      give();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), batches.length) }, work));
  return done.flat();
}

if (!isMainThread) parentPort!.on('message', (job: Job) => parentPort!.postMessage(playJob(job)));
