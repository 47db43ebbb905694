/** How the score separates experts, novices, the panicked and the idle, and which marks carry it. */
import { listVariants, loadPack } from '../packs-node.ts';
import { type Outcome, playCrowd } from './crowd.ts';
import { ROBOTS, type Robot } from './robot-kinds.ts';

export interface Spread {
  mean: number;
  sd: number;
}
export interface MarkPower {
  rule: string;
  max: number;
  /** mean points of each kind */
  means: Record<Robot, number>;
  /** chance that an expert has more points of it than a novice, ties half */
  auc: number;
  /** its share of the whole gap between expert and novice means */
  gap_frac: number;
}
export interface Separation {
  variant: string;
  total: Record<Robot, Spread & { passed_frac: number; median: number }>;
  /** expert against novice, novice against panicked, panicked against idle */
  pairs: { better: Robot; worse: Robot; auc: number; cohenD: number }[];
  marks: MarkPower[];
}

export function spread(values: readonly number[]): Spread {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return { mean, sd: Math.sqrt(variance) };
}

/** @returns the chance that one of `better` beats one of `worse`, ties counted half (Mann-Whitney). */
export function auc(better: readonly number[], worse: readonly number[]): number {
  let wins = 0;
  for (const a of better) for (const b of worse) wins += a > b ? 1 : a === b ? 0.5 : 0;
  return wins / (better.length * worse.length);
}

/** Cohen's d with pooled spread; 0 where nothing differs. */
export function cohenD(better: readonly number[], worse: readonly number[]): number {
  const a = spread(better);
  const b = spread(worse);
  const pooled = Math.sqrt((a.sd ** 2 + b.sd ** 2) / 2);
  return pooled === 0 ? 0 : (a.mean - b.mean) / pooled;
}

/** @returns how one variant separates its robots. */
export function separation(variant: string, outcomes: readonly Outcome[]): Separation {
  const of = (robot: Robot) => outcomes.filter((one) => one.variant === variant && one.robot === robot);
  const scores = (robot: Robot) => of(robot).map((one) => one.score);
  const total = {} as Separation['total'];
  for (const robot of ROBOTS) {
    const sorted = scores(robot).sort((a, b) => a - b);
    const passed = of(robot).filter((one) => one.passed).length;
    total[robot] = {
      ...spread(sorted),
      median: sorted[Math.floor(sorted.length / 2)]!,
      passed_frac: passed / sorted.length,
    };
  }
  const pairs = ROBOTS.slice(1).map((worse, index) => {
    const better = ROBOTS[index]!;
    return { better, worse, auc: auc(scores(better), scores(worse)), cohenD: cohenD(scores(better), scores(worse)) };
  });
  const script = loadPack(variant).script;
  const powers = script.marks.map((mark): MarkPower => {
    const points = (robot: Robot) => of(robot).map((one) => one.marks[mark.rule] ?? 0);
    const means = Object.fromEntries(ROBOTS.map((robot) => [robot, spread(points(robot)).mean])) as Record<
      Robot,
      number
    >;
    return { rule: mark.rule, max: mark.points, means, auc: auc(points('expert'), points('novice')), gap_frac: 0 };
  });
  const gap = powers.reduce((sum, mark) => sum + mark.means.expert - mark.means.novice, 0);
  for (const mark of powers) mark.gap_frac = gap === 0 ? 0 : (mark.means.expert - mark.means.novice) / gap;
  return { variant, total, pairs, marks: powers };
}

/** @returns separations of every variant, with `each` robots of a kind. */
export async function measureScores(each: number): Promise<{ separations: Separation[]; outcomes: Outcome[] }> {
  const variants = listVariants();
  const jobs = variants.flatMap((variant) => ROBOTS.map((robot) => ({ variant, robot, firstSeed: 1, count: each })));
  const outcomes = await playCrowd(jobs);
  return { separations: variants.map((variant) => separation(variant, outcomes)), outcomes };
}

function printOne(one: Separation, outcomes: readonly Outcome[]): void {
  console.log(`\n${one.variant}`);
  for (const robot of ROBOTS) {
    const { mean, sd, median, passed_frac } = one.total[robot];
    console.log(
      `  ${robot.padEnd(9)} mean ${mean.toFixed(1).padStart(5)}  sd ${sd.toFixed(1).padStart(4)}  median ${median.toFixed(1).padStart(5)}  passed ${(100 * passed_frac).toFixed(0).padStart(3)} %  ${endings(one.variant, robot, outcomes)}`,
    );
  }
  for (const pair of one.pairs)
    console.log(
      `  ${pair.better} against ${pair.worse}: AUC ${pair.auc.toFixed(3)}, Cohen's d ${pair.cohenD.toFixed(2)}`,
    );
  console.log('  mark       max  expert  novice  panicked   idle    AUC   share of the gap expert-novice');
  for (const mark of one.marks) {
    const means = ROBOTS.map((robot) => mark.means[robot].toFixed(1).padStart(7)).join(' ');
    console.log(
      `  ${mark.rule.padEnd(8)} ${String(mark.max).padStart(5)} ${means}  ${mark.auc.toFixed(2)}  ${(100 * mark.gap_frac).toFixed(0).padStart(4)} %`,
    );
  }
  printSaturated(one.variant, outcomes);
  printLeaving(one.variant, outcomes);
}

function endings(variant: string, robot: Robot, outcomes: readonly Outcome[]): string {
  const counts = new Map<string, number>();
  for (const one of outcomes)
    if (one.variant === variant && one.robot === robot) counts.set(one.ending, (counts.get(one.ending) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word, count]) => `${word} ${count}`)
    .join(', ');
}

/** The measure that saturates in the literature (pulled the pin: 98 % of the untrained), beside the score. */
function printSaturated(variant: string, outcomes: readonly Outcome[]): void {
  const share = (robot: Robot) => {
    const tried = outcomes.filter((one) => one.variant === variant && one.robot === robot && one.sprayed);
    return tried.length === 0
      ? 'none tried'
      : `${((100 * tried.filter((one) => one.pulledPin).length) / tried.length).toFixed(0)} % of ${tried.length}`;
  };
  console.log(
    `  pulled the pin, of those who took it to the fire: expert ${share('expert')}, novice ${share('novice')}, panicked ${share('panicked')}`,
  );
}

/** Leaving in time is the other half of the skill: of those who went out, how many shut the door and called in time. */
function printLeaving(variant: string, outcomes: readonly Outcome[]): void {
  const share = (robot: Robot) => {
    const went = outcomes.filter(
      (one) => one.variant === variant && one.robot === robot && /^left|^critical$/.test(one.ending),
    );
    const inTime = went.filter((one) => one.ending === 'left-in-time').length;
    return went.length === 0 ? 'none' : `${((100 * inTime) / went.length).toFixed(0)} % of ${went.length}`;
  };
  console.log(
    `  left in time, of those who did not end it: expert ${share('expert')}, novice ${share('novice')}, panicked ${share('panicked')}`,
  );
}

const USUAL_each = 500;

/** npm run bench -- scores [--each N] [--json] */
export async function run(args: string[]): Promise<void> {
  const at = args.indexOf('--each');
  const each = at < 0 ? USUAL_each : Number(args[at + 1]);
  if (!Number.isInteger(each) || each < 2) throw new Error('--each needs a whole number of robots, 2 or more.');
  const { separations, outcomes } = await measureScores(each);
  if (args.includes('--json')) return void console.log(JSON.stringify(separations));
  console.log(`${each} robots of each kind, seeds 1 to ${each}.`);
  for (const one of separations) printOne(one, outcomes);
}
