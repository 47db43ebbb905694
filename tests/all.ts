/** Runs every promise of this house in order and closes with one line that counts them: `N passed, N failed`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'tests', 'out');

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}
interface Step {
  name: string;
  args: string[];
  /** longest it may take before it counts as failed */
  limit_s: number;
  /** vitest project, whose tests are counted one by one; without it the step itself is the one count */
  project?: string;
}
/** What we read of vitest's JSON report. */
interface Report {
  testResults: { status: string; name: string; message?: string; assertionResults: { status: string }[] }[];
}

const VITEST = 'node_modules/vitest/vitest.mjs';
const STEPS: Step[] = [
  { name: 'types', args: ['node_modules/typescript/bin/tsc', '-p', '.'], limit_s: 180 },
  {
    name: 'lint',
    args: ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=40', '--error-on-warnings'],
    limit_s: 60,
  },
  { name: 'unit', args: [VITEST, 'run', '--project', 'unit'], limit_s: 900, project: 'unit' },
  { name: 'server', args: [VITEST, 'run', '--project', 'server'], limit_s: 600, project: 'server' },
  { name: 'browser', args: [VITEST, 'run', '--project', 'browser'], limit_s: 2400, project: 'browser' },
];
const QUICK = ['types', 'lint', 'unit'];

const HELP = `npm test [-- --only STEP,STEP]    every step: ${STEPS.map((step) => step.name).join(', ')}
npm run check                     the quick ones: ${QUICK.join(', ')}
The last line counts what passed and failed; the exit code is 1 when anything failed or nothing ran.`;

let running: ChildProcess | null = null;

/** Ends a step with all it started (vitest workers, a server, a browser). */
function end(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    process.kill(-child.pid!, signal);
  } catch {
    // it has ended already
  }
}

/** @returns exit code of the step; 124 when it ran past its limit, 1 when it could not start. */
function run(args: string[], limit_s: number): Promise<number> {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
      env: { ...process.env, NODE_OPTIONS: '--disable-warning=ExperimentalWarning' },
    });
    running = child;
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      console.log(`Stopped: took longer than ${limit_s} s.`);
      end(child, 'SIGTERM');
      setTimeout(() => end(child, 'SIGKILL'), 5000).unref();
    }, limit_s * 1000);
    child.on('error', (error) => console.log(error.message));
    child.on('close', (code) => {
      clearTimeout(limit);
      running = null;
      end(child, 'SIGTERM');
      done(late ? 124 : (code ?? 1));
    });
  });
}

/** Counts single tests; a file that did not load is one failure, and so is a report that is missing or empty. */
function read(path: string, code: number): Count {
  const count: Count = { passed: 0, failed: 0, skipped: 0 };
  if (!existsSync(path)) return { ...count, failed: 1 };
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
  for (const file of report.testResults) {
    const before = count.failed;
    for (const test of file.assertionResults) {
      if (test.status === 'passed') count.passed++;
      else if (test.status === 'failed') count.failed++;
      else count.skipped++;
    }
    if (file.status === 'failed' && count.failed === before) count.failed++;
  }
  const quiet = code !== 0 && count.failed === 0;
  if (quiet || count.passed + count.failed === 0) count.failed++;
  return count;
}

async function take(step: Step): Promise<Count> {
  if (!step.project) {
    const code = await run(step.args, step.limit_s);
    return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
  }
  const path = join(OUT, `${step.project}.json`);
  rmSync(path, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await run([...step.args, ...reporters], step.limit_s);
  try {
    return read(path, code);
  } catch (error) {
    console.log(`The report of ${step.name} cannot be read: ${String(error)}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

/** @returns names of the steps asked for; stops with one line when an argument is not understood. */
function asked(args: string[]): string[] {
  if (args.length === 0) return STEPS.map((step) => step.name);
  if (args[0] === '--quick' && args.length === 1) return QUICK;
  const names = args[0] === '--only' && args.length === 2 ? args[1]!.split(',') : [];
  if (names.length > 0 && names.every((name) => STEPS.some((step) => step.name === name))) return names;
  console.error(`Not understood: ${args.join(' ')}. Use --quick or --only with ${STEPS.map((s) => s.name).join(',')}.`);
  process.exit(2);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  const names = asked(args);
  mkdirSync(OUT, { recursive: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      if (running) end(running, 'SIGTERM');
      process.exit(130);
    });
  const sum: Count = { passed: 0, failed: 0, skipped: 0 };
  const lines: string[] = [];
  for (const step of STEPS.filter((one) => names.includes(one.name))) {
    console.log(`\n=== ${step.name}`);
    const from_ms = performance.now();
    const count = await take(step);
    const took_s = ((performance.now() - from_ms) / 1000).toFixed(1);
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : '';
    lines.push(
      `${step.name.padEnd(8)} ${took_s.padStart(6)} s   ${count.passed} passed, ${count.failed} failed${skipped}`,
    );
    console.log(`=== ${lines.at(-1)}`);
    sum.passed += count.passed;
    sum.failed += count.failed;
  }
  console.log(`\n${lines.map((line) => `  ${line}`).join('\n')}\n`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1);
}

await main();
