/** Builds the app when what it is made of has changed: the stamp in dist is a hash of every source file. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { StartError } from './store/errors.ts';

export const ROOT = join(import.meta.dirname, '..');
export const DIST = join(ROOT, 'dist');
const STAMP = join(DIST, '.built-from');
const SOURCES = ['index.html', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'src', 'scenarios', 'public'];
/** what shrinks: scripts, words, models; pictures, sound and fonts are packed already */
const PACKABLE = new Set(['.js', '.css', '.html', '.json', '.svg', '.glb', '.wasm', '.bin']);
/** of 11: nearly the smallest, in a tenth of the time */
const BROTLI_QUALITY = 9;

function* filesIn(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesIn(join(path, name));
}

/** @returns hash of names and contents of all sources */
function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES)
    for (const file of filesIn(join(ROOT, source))) hash.update(file.slice(ROOT.length)).update(readFileSync(file));
  return hash.digest('hex');
}

function pack(): void {
  for (const file of filesIn(DIST)) {
    if (!PACKABLE.has(extname(file))) continue;
    const bytes = readFileSync(file);
    const packed = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } });
    if (packed.length < bytes.length * 0.9) writeFileSync(`${file}.br`, packed);
  }
}

/** Makes dist fit the sources; throws a StartError when the build fails. @returns the folder to serve */
export function buildIfStale(say: (sentence: string) => void): string {
  // a hall's package holds the built app without its sources
  if (!existsSync(join(ROOT, 'src', 'main.tsx')) && existsSync(join(DIST, 'index.html'))) return DIST;
  const now = hashOfSources();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return DIST;
  say('Building the app ...');
  rmSync(STAMP, { force: true });
  const done = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
    },
  );
  if (done.status !== 0) throw new StartError(`The app could not be built:\n${done.stderr.trim()}`);
  pack();
  writeFileSync(STAMP, now);
  return DIST;
}
