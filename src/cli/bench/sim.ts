/** How many times faster than real time the drills run, sim, judge and tape together. */
import { cpus } from 'node:os';
import { playPlan } from '../../drill/play.ts';
import { NO_HALL } from '../no-hall.ts';
import { listVariants, loadPack } from '../packs-node.ts';

const ROUNDS_count = 15;

/** @returns median, and the values a tenth from either end. */
export function median(values: readonly number[]): { median: number; low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return { median: at(0.5), low: at(0.1), high: at(0.9) };
}

/** npm run bench -- sim [--json] */
export function run(args: string[]): void {
  const rows = listVariants().map((variant) => {
    const pack = loadPack(variant);
    const plan = pack.plans[0]!;
    playPlan({ pack, plan, mode: 'assess', hall: NO_HALL });
    const ratios = Array.from({ length: ROUNDS_count }, () => {
      const began_ms = performance.now();
      const { attempt } = playPlan({ pack, plan, mode: 'assess', hall: NO_HALL });
      return (attempt.duration_s * 1000) / (performance.now() - began_ms);
    });
    return { variant, plan: plan.run, ...median(ratios) };
  });
  if (args.includes('--json')) {
    console.log(JSON.stringify(rows));
    return;
  }
  for (const row of rows)
    console.log(
      `${row.variant}, ${row.plan}: ${row.median.toFixed(0)} x real time (${row.low.toFixed(0)} to ${row.high.toFixed(0)}, ${ROUNDS_count} rounds)`,
    );
  console.log(`One core of ${cpus()[0]?.model ?? 'this machine'}.`);
}
