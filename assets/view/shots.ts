/** Pictures of the packed rooms from fixed places. Usage: node assets/view/shots.ts [room] [camera,...] -> assets/out/shots; CLIP=walk poses people. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import type { Thing } from '../../src/sim/things.ts';
import type { Room } from '../../src/sim/world.ts';
import { rootOf } from '../../src/stage/props/roots.ts';
import { CAMERAS } from '../../src/stage/room/cameras.ts';
import { OUT } from '../pipeline.ts';
import { HOUSES, ROOMS, STANDING, VARIANTS } from '../things.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};
const [onlyRoom, onlyCamera] = process.argv.slice(2);
/** Parts of a thing that are not seen at the start of a drill. */
const HIDDEN: Record<string, string[]> = { blanket: ['draped', 'held', 'folded'] };
const FAULTS: Record<string, string[]> = {
  corroded: ['crack'],
  'cracked-hose': ['rust'],
  'no-pin': ['rust', 'crack', 'pin'],
};

function isHouse(name: string): name is (typeof HOUSES)[number] {
  return (HOUSES as readonly string[]).includes(name);
}

function thingsOf(room: (typeof ROOMS)[number]) {
  const text = readFileSync(join(ROOT, 'scenarios', 'firefighting', VARIANTS[room], 'room.yaml'), 'utf8');
  const { things } = parse(text) as {
    things: Record<string, { at_m: number[]; facing_deg?: number; defect?: string }>;
  };
  return Object.entries(STANDING[room]).map(([id, standing]) => ({
    id,
    ...standing,
    at_m: things[id]!.at_m,
    facing_deg: things[id]!.facing_deg ?? standing.facing_deg,
    hide:
      HIDDEN[id] ??
      (standing.node.startsWith('extinguisher') ? (FAULTS[things[id]!.defect ?? ''] ?? ['rust', 'crack']) : []),
  }));
}

/** Things of a house as the stage draws them: by kind. */
function thingsOfHouse(house: string) {
  const text = readFileSync(join(ROOT, 'scenarios', 'fire-escape', `${house}.yaml`), 'utf8');
  const { things, building } = parse(text) as {
    things: Record<string, { at_m: number[]; facing_deg?: number }>;
    building: { spaces: Record<string, { box_m: [number[], number[]] }> };
  };
  const spaces = Object.values(building.spaces).map(({ box_m }) => ({ box: { min_m: box_m[0], max_m: box_m[1] } }));
  return Object.entries(things).flatMap(([id, thing]) => {
    const root = rootOf(
      { id, ...thing, pose: { position_m: thing.at_m } } as unknown as Thing,
      { spaces } as unknown as Room,
    );
    return root ? [{ id, ...root, at_m: thing.at_m, facing_deg: thing.facing_deg ?? root.facing_deg, hide: [] }] : [];
  });
}

const server = createServer((request, response) => {
  try {
    const path = join(ROOT, decodeURIComponent(request.url!.split('?')[0]!));
    let body: Buffer | string = readFileSync(path);
    if (path.endsWith('.ts')) body = stripTypeScriptTypes(body.toString());
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as { port: number };
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    '--ignore-gpu-blocklist',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
mkdirSync(join(OUT, 'shots'), { recursive: true });
const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
page.on(
  'console',
  (line) => ['error', 'warning'].includes(line.type()) && console.log('  page:', line.text().slice(0, 240)),
);
const EXTRA: Record<string, Record<string, { from_m: number[]; at_m: number[]; fov_deg: number }>> = JSON.parse(
  process.env.CAMERAS ?? '{}',
);
for (const room of [...ROOMS, ...HOUSES]) {
  if (onlyRoom && onlyRoom !== room) continue;
  for (const [camera, { from_m, at_m, fov_deg }] of Object.entries({ ...CAMERAS[room], ...EXTRA[room] })) {
    if (onlyCamera && !onlyCamera.split(',').includes(camera)) continue;
    await page.goto(`http://127.0.0.1:${port}/assets/view/viewer.html`);
    await page.waitForFunction('window.show');
    const shot = {
      room,
      from: from_m,
      at: at_m,
      fov: fov_deg,
      things: (isHouse(room) ? thingsOfHouse(room) : thingsOf(room)).map((thing) => ({
        ...thing,
        clip: process.env.CLIP,
      })),
      exposure: 1.2,
    };
    const figures = await page
      .evaluate((s) => (window as unknown as { show: (s: unknown) => unknown }).show(s), shot)
      .catch((error) => String(error).slice(0, 300));
    await page.screenshot({ path: join(OUT, 'shots', `${room}-${camera}.png`) });
    console.log(room, camera, JSON.stringify(figures));
  }
}
await browser.close();
server.close();
