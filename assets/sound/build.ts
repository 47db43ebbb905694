/** Makes public/sounds from the recipes: Opus in Ogg, and AAC for browsers without it. Run: node assets/sound/build.ts [NAME...] */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reseed, wav } from './dsp.ts';
import { EFFECTS, makeEffect } from './effects.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'public/sounds');
const SCRATCH = join(ROOT, 'assets/out/sound');

/** bitexact: the same recipe gives the same file. */
const FFMPEG = ['-y', '-loglevel', 'error', '-fflags', '+bitexact', '-flags:a', '+bitexact'];

export function encode(source: string, name: string, folder: string, rate: { opus: string; aac: string }): void {
  mkdirSync(folder, { recursive: true });
  const strip = ['-map_metadata', '-1'];
  execFileSync('ffmpeg', [
    '-i',
    source,
    ...FFMPEG,
    ...strip,
    '-c:a',
    'libopus',
    '-b:a',
    rate.opus,
    join(folder, `${name}.ogg`),
  ]);
  execFileSync('ffmpeg', [
    '-i',
    source,
    ...FFMPEG,
    ...strip,
    '-c:a',
    'aac',
    '-b:a',
    rate.aac,
    join(folder, `${name}.m4a`),
  ]);
}

function main(): void {
  mkdirSync(SCRATCH, { recursive: true });
  mkdirSync(OUT, { recursive: true });
  // without names all of them, and none that has no recipe any more
  const asked = process.argv.slice(2);
  const names = asked.length > 0 ? asked : Object.keys(EFFECTS);
  const unknown = names.find((name) => !EFFECTS[name]);
  if (unknown) throw new Error(`No sound is called "${unknown}".`);
  if (asked.length === 0) for (const old of readdirSync(OUT)) if (/\.(ogg|m4a)$/.test(old)) rmSync(join(OUT, old));
  for (const name of names) {
    reseed(name);
    const source = join(SCRATCH, `${name}.wav`);
    writeFileSync(source, wav(makeEffect(name)));
    encode(source, name, OUT, { opus: '48k', aac: '64k' });
  }
  console.log(`Made ${names.length} sounds in ${OUT}.`);
}

if (import.meta.main) main();
