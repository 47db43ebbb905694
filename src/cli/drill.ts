/** npm run drill: one plan of a variant without a browser. */
import { readFileSync } from 'node:fs';
import { playPlan } from '../drill/play.ts';
import { checkPlans } from '../script/check.ts';
import type { Pack } from '../script/contents.ts';
import { PackError } from '../script/located.ts';
import { unknown } from '../script/nearest.ts';
import { readPlans } from '../script/pack.ts';
import type { Plan } from '../script/plan.ts';
import { NO_HALL } from './no-hall.ts';
import { listVariants, loadPack } from './packs-node.ts';

const HELP = `npm run drill -- SCENARIO/VARIANT [--plan FILE] [--run NAME] [--mode learn|assess] [--json] [--save FILE]

Plays the runs of a plan file without a browser and says how each ended. Without --plan, the variant's own plans.yaml.
  --plan FILE   a plan file as scenarios/README.md describes it
  --run NAME    only this run of it
  --mode MODE   assess (the default, with a score) or learn (without)
  --json        one JSON line per run: run, ended, ending, passed, score, marks, critical, facts
  --save FILE   writes the session of the run (with its tape) for npm run replay; needs a single run
Leaves with 0 when the runs were played, whatever they scored; with 1 when something is not as it should be.

Variants: ${listVariants().join(', ')}`;

interface Asked {
  variant: string;
  plan: string | null;
  run: string | null;
  mode: 'learn' | 'assess';
  json: boolean;
  save: string | null;
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readArguments(args: string[]): Asked {
  const asked: Asked = { variant: '', plan: null, run: null, mode: 'assess', json: false, save: null };
  const rest = [...args];
  const value = (option: string) =>
    rest.shift() ?? refuse(`${option} needs a value after it; npm run drill -- --help says more.`);
  while (rest.length > 0) {
    const word = rest.shift()!;
    if (word === '--json') asked.json = true;
    else if (word === '--plan') asked.plan = value(word);
    else if (word === '--run') asked.run = value(word);
    else if (word === '--save') asked.save = value(word);
    else if (word === '--mode') {
      const mode = value(word);
      if (mode !== 'learn' && mode !== 'assess') refuse(`--mode is learn or assess, not "${mode}".`);
      asked.mode = mode;
    } else if (word.startsWith('-'))
      refuse(`${unknown('option', word, ['--plan', '--run', '--mode', '--json', '--save', '--help'])}`);
    else if (asked.variant === '') asked.variant = word;
    else refuse(`One variant at a time: "${asked.variant}" or "${word}"?`);
  }
  const variants = listVariants();
  if (asked.variant === '') refuse(`Which variant? One of: ${variants.join(', ')}.`);
  if (!variants.includes(asked.variant)) refuse(unknown('variant', asked.variant, variants));
  return asked;
}

function plansOf(asked: Asked, pack: Pack): Plan[] {
  if (asked.plan === null) return pack.plans;
  let text: string;
  try {
    text = readFileSync(asked.plan, 'utf8');
  } catch {
    refuse(`The plan file ${asked.plan} cannot be read.`);
  }
  const { plans, located } = readPlans(asked.plan, text);
  const wrong = checkPlans(pack, plans, located);
  if (wrong.length > 0) throw new PackError(wrong);
  return plans;
}

async function play(asked: Asked): Promise<void> {
  const pack = loadPack(asked.variant);
  let plans = plansOf(asked, pack);
  if (asked.run !== null) {
    const names = plans.map((plan) => plan.run);
    if (!names.includes(asked.run)) refuse(unknown('run', asked.run, names));
    plans = plans.filter((plan) => plan.run === asked.run);
  }
  if (asked.save !== null && plans.length !== 1) refuse('--save needs a single run: name it with --run.');
  for (const plan of plans) await playOne(asked, pack, plan);
  if (!asked.json)
    console.log(
      `${plans.length} ${plans.length === 1 ? 'run' : 'runs'} of ${asked.variant} played in ${asked.mode} mode.`,
    );
}

async function playOne(asked: Asked, pack: Pack, plan: Plan): Promise<void> {
  const { attempt, facts, drill } = playPlan({ pack, plan, mode: asked.mode, hall: NO_HALL });
  if (asked.json) {
    const { ended, ending, passed, score, duration_s, critical } = attempt;
    const marks = attempt.marks.map(({ rule, points, max, at_s }) => ({ rule, points, max, at_s }));
    console.log(JSON.stringify({ run: plan.run, ended, ending, passed, score, duration_s, marks, critical, facts }));
  } else {
    const marks = attempt.marks
      .map((mark) => `${mark.rule} ${mark.points}${mark.max > 0 ? `/${mark.max}` : ''}`)
      .join(', ');
    const worth = attempt.score === null ? 'no score in learn mode' : `score ${attempt.score}`;
    console.log(
      `${plan.run}: ${attempt.ending} (${attempt.ended}) after ${attempt.duration_s.toFixed(1)} s, ${worth}, ${attempt.passed ? 'passed' : 'not passed'}`,
    );
    console.log(`  ${marks}`);
  }
  if (asked.save !== null) {
    const { writeFileSync } = await import('node:fs');
    writeFileSync(asked.save, `${JSON.stringify(await drill.session())}\n`);
  }
}

const args = process.argv.slice(2);
if (args.includes('--help') || args.includes('-h')) {
  console.log(HELP);
} else {
  try {
    await play(readArguments(args));
  } catch (error) {
    if (error instanceof PackError) refuse(error.message);
    throw error;
  }
}
