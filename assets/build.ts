/** Rebuilds public/models from scripts: textures, geometry, baked light, packing, manifest. `npm run assets -- --help`. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeManifest } from './manifest.ts';
import { OUT, openIO, packLight, packPerson, packProps, packRoom } from './pipeline.ts';
import { FONTS_NEEDED } from './textures/atlas.ts';
import { makeTextures } from './textures/make.ts';
import { HOUSES, PEOPLE, ROOMS } from './things.ts';

const HELP = `npm run assets -- [WHAT ...] [--draft] [--no-bake]

Rebuilds what public/models serves. WHAT: ${[...ROOMS, ...HOUSES, 'props', 'people'].join(', ')}; all of them when none is named.
  --draft     lightmaps of 1024 px and 12 samples instead of 2048 px and 12: a quarter of the time
  --no-bake   geometry only: keeps the light baked last time (right only while no surface has moved)
Needs Debian's Blender 3.4 with numpy, and Noto Sans CJK.`;

const BLENDER = process.env.BLENDER ?? 'blender';
const SCRIPTS = join(import.meta.dirname, 'blender');
// twelve samples a texel are more than enough light an area once lightmap.py has smoothed it
const FINAL = ['size=2048', 'spp=12'];
const DRAFT = ['size=1024', 'spp=12'];

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/** Runs one tool to its end; its own output is shown only when it fails. */
function run(command: string, args: string[]): void {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 28, cwd: SCRIPTS });
  const said = `${done.stdout ?? ''}${done.stderr ?? ''}`;
  if (done.status !== 0 || /Traceback|^Error: /m.test(said))
    stop(`${said.slice(-4000)}\n${command} ${args.join(' ')} failed.`);
  for (const line of said.split('\n')) if (/triangles$|charts|brighter/.test(line)) console.log(`  ${line}`);
}

function checkTools(): void {
  const missing: string[] = [];
  if (spawnSync(BLENDER, ['--version']).status !== 0) missing.push('blender');
  if (spawnSync('/usr/bin/python3', ['-c', 'import numpy']).status !== 0) missing.push('python3-numpy');
  if (FONTS_NEEDED.some((font) => !existsSync(font))) missing.push('fonts-noto-cjk');
  if (missing.length)
    stop(
      `Missing: ${missing.join(', ')}. Install with: apt-get install -y --no-install-recommends ${missing.join(' ')}`,
    );
}

const words = process.argv.slice(2);
if (words.includes('--help') || words.includes('-h')) {
  console.log(HELP);
  process.exit(0);
}
const known = [...ROOMS, ...HOUSES, 'props', 'people'] as string[];
const wrong = words.find((word) => !known.includes(word) && !['--draft', '--no-bake'].includes(word));
if (wrong) stop(`"${wrong}" is none of ${known.join(', ')}, --draft, --no-bake.`);
const named = words.filter((word) => !word.startsWith('--'));
const wanted = named.length ? named : known;
checkTools();
mkdirSync(OUT, { recursive: true });
await makeTextures();
const io = await openIO();

for (const room of [...ROOMS, ...HOUSES]) {
  if (!wanted.includes(room)) continue;
  console.log(room);
  const bake = words.includes('--no-bake') ? ['size=2048', 'bake=0'] : words.includes('--draft') ? DRAFT : FINAL;
  run(BLENDER, ['-b', '--factory-startup', '-P', join(SCRIPTS, `${room.replace('-', '_')}.py`), '--', ...bake]);
  await packRoom(io, room, (HOUSES as readonly string[]).includes(room));
  if (words.includes('--no-bake')) continue;
  run('/usr/bin/python3', [join(SCRIPTS, 'lightmap.py'), room]);
  await packLight(room);
}
if (wanted.includes('props')) {
  run(BLENDER, ['-b', '--factory-startup', '-P', join(SCRIPTS, 'props.py')]);
  await packProps(io);
}
if (wanted.includes('people')) {
  for (const name of PEOPLE) {
    run(BLENDER, ['-b', '--factory-startup', '-P', join(SCRIPTS, 'people.py'), '--', `who=${name}`]);
    await packPerson(io, name);
  }
}
await writeManifest(io);
console.log('Models are in public/models.');
