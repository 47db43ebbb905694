/** npm run zone: runs any building with its fires and doors over time and writes what every room was like as a CSV. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { unknown } from '../script/nearest.ts';
import { readCase } from './zone/case.ts';
import { type Column, runCase } from './zone/run.ts';

const HELP = `npm run zone -- CASE.json [--out FILE.csv] [--every S]

Runs the rooms, fires and doors of a case file with the two-zone smoke model and writes a CSV:
layer height, temperatures, pressure, species and visibility of every room, flows of every opening.
  --out FILE   writes there instead of to the screen
  --every S    one line every S seconds (default: every_s of the case, or 10)
The format is in src/cli/zone/README.md; three worked cases are in tests/cases/zone.
Leaves with 0 when the case ran, with 1 when something in it is wrong.`;

interface Asked {
  file: string;
  out: string | null;
  every_s: number | null;
}

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

function readArguments(args: string[]): Asked {
  const asked: Asked = { file: '', out: null, every_s: null };
  const rest = [...args];
  const value = (option: string) =>
    rest.shift() ?? refuse(`${option} needs a value after it; npm run zone -- --help says more.`);
  while (rest.length > 0) {
    const word = rest.shift()!;
    if (word === '--out') asked.out = value(word);
    else if (word === '--every') {
      asked.every_s = Number(value(word));
      if (!(asked.every_s > 0)) refuse('--every is a number of seconds above 0.');
    } else if (word.startsWith('-')) refuse(unknown('option', word, ['--out', '--every', '--help']));
    else if (asked.file === '') asked.file = word;
    else refuse(`One case at a time: "${asked.file}" or "${word}"?`);
  }
  if (asked.file === '') refuse('Which case? npm run zone -- CASE.json; three are in tests/cases/zone.');
  return asked;
}

/** Six figures are more than the model is worth; an empty field says there is no such thing now. */
function field(value: number | null): string {
  return value === null ? '' : String(Number(value.toPrecision(6)));
}

function main(args: string[]): void {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return;
  }
  const asked = readArguments(args);
  let text: string;
  try {
    text = readFileSync(asked.file, 'utf8');
  } catch {
    refuse(`The case file ${asked.file} cannot be read.`);
  }
  const result = readCase(text);
  if ('refusals' in result) {
    const more = result.refusals.length - 1;
    refuse(`${asked.file}: ${result.refusals[0]}${more > 0 ? ` (and ${more} more)` : ''}.`);
  }
  const read = asked.every_s === null ? result.read : { ...result.read, every_s: asked.every_s };
  if ((read.every_s ?? 10) < (read.step_s ?? 0.25))
    refuse(`--every must not be shorter than the step, ${read.step_s ?? 0.25} s.`);
  let to = 1;
  try {
    if (asked.out !== null) to = openSync(asked.out, 'w');
  } catch {
    refuse(`${asked.out} cannot be written.`);
  }
  let headed = false;
  const ran = runCase(read, (columns: Column[]) => {
    if (!headed) writeSync(to, `${columns.map((one) => one.name).join(',')}\n`);
    headed = true;
    writeSync(to, `${columns.map((one) => field(one.value)).join(',')}\n`);
  });
  if (to !== 1) closeSync(to);
  for (const sentence of ran.told) console.error(sentence);
  const where = asked.out === null ? '' : ` into ${asked.out}`;
  console.error(
    `Ran ${read.run_s} s of ${read.title ?? asked.file} in ${ran.steps} steps and ${ran.worked_s.toFixed(2)} s${where}.`,
  );
}

main(process.argv.slice(2));
