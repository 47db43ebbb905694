/** npm run bench: figures of the house, one module a kind. */
import { nearest } from '../script/nearest.ts';

const KINDS: Record<string, string> = {
  sim: 'how many times faster than real time the drills run',
  scores: 'how the score separates experts, novices, the panicked and the idle',
  people: 'a tick of thirty guests who stand, are led and leave',
  zone: 'the smoke model: CPU time per simulated second, beside CFAST',
  frame: 'cost of a frame at fixed cameras',
  bundle: 'what a browser downloads',
  server: 'requests and exports',
  store: 'the embedded store: writes, kills, recovery',
  hall: 'an afternoon in the hall: forty visitors, dropped connections, pulled plugs',
};
const HELP = `npm run bench -- [KIND ...] [options]

Prints figures as medians with spread. Without a kind, all of them, one after another.
${Object.entries(KINDS)
  .map(([name, what]) => `  ${name.padEnd(8)} ${what}`)
  .join('\n')}
Options after a kind go to it (scores: --each N robots of a kind, --json).`;

const args = process.argv.slice(2);
const kinds = args.filter((word) => word in KINDS);
const options = args.filter((word) => !(word in KINDS));
const strange = options.find((word, index) => !word.startsWith('-') && !options[index - 1]?.startsWith('--'));
if (args.includes('--help') || args.includes('-h')) console.log(HELP);
else if (strange !== undefined) {
  console.error(`There is no bench "${strange}"; did you mean "${nearest(strange, Object.keys(KINDS))}"?`);
  process.exit(1);
} else {
  let closing = 'Bench done.';
  for (const kind of kinds.length > 0 ? kinds : Object.keys(KINDS)) {
    console.log(`# ${kind}: ${KINDS[kind]}`);
    let module: Record<string, unknown>;
    try {
      module = (await import(`./bench/${kind}.ts`)) as Record<string, unknown>;
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_MODULE_NOT_FOUND') throw error;
      console.log(`The bench "${kind}" is not built here.\n`);
      continue;
    }
    const run = (module.run ?? module[kind]) as (args: string[]) => Promise<unknown>;
    // a kind that gives a verdict has the last word
    const verdict = await run(options);
    closing = typeof verdict === 'string' ? verdict : 'Bench done.';
    console.log('');
  }
  console.log(closing);
}
