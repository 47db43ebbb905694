/** Figures of one frame at fixed cameras: what is drawn, what it costs the script, what it allocates. Software GL: no GPU times. */
import type { CDPSession } from 'playwright-core';
import { buildIfStale } from '../../../server/build.ts';
import { openBrowser } from '../../../tests/browser/chromium.ts';
import type { HeadsetBody } from '../../../tests/browser/headset.ts';
import { openHouse, setUp } from '../../../tests/browser/house.ts';
import { type Body, begin, openDrill } from '../../../tests/browser/run.ts';
import type { Visit } from '../../../tests/browser/visit.ts';
import type { Vec3 } from '../../sim/world.ts';
import { CAMERA_NAMES, CAMERAS } from '../../stage/room/cameras.ts';
import { loadPack } from '../packs-node.ts';

const VARIANTS = ['firefighting/kitchen-wok', 'firefighting/living-room-basket', 'firefighting/shop-inspection-carton'];
/** Every room has its fire by then. */
const FIRE_s = 9;
const FRAME_ms = 1000 / 72;
const ROUNDS = 5;
const FRAMES = 30;

interface Cost {
  script_ms: number;
  allocated_kB: number;
}

/** @returns "1.94 (1.80-2.31)": the median, then least and most */
function spread(values: number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const show = (value: number) => value.toFixed(value < 10 ? 2 : 0);
  return `${show(sorted[Math.floor(sorted.length / 2)]!)} (${show(sorted[0]!)}-${show(sorted.at(-1)!)})`;
}

interface CallNode {
  id: number;
  callFrame: { url: string };
  selfSize?: number;
  children?: CallNode[];
}

/** Own code and its libraries only: not the emulator, not the browser, not what waits for software GL. */
function ours(node: { callFrame: { url: string } }, origin: string): boolean {
  return node.callFrame.url.startsWith(`${origin}/assets/`);
}

async function script_ms(cdp: CDPSession, visit: Visit): Promise<number> {
  await cdp.send('Profiler.start');
  for (let frame = 0; frame < FRAMES; frame++) await visit.pass(FRAME_ms);
  const { profile } = await cdp.send('Profiler.stop');
  const own = new Set(profile.nodes.filter((node) => ours(node, visit.origin)).map((node) => node.id));
  const deltas = profile.timeDeltas ?? [];
  const sum_us = (profile.samples ?? []).reduce((sum, id, k) => sum + (own.has(id) ? (deltas[k] ?? 0) : 0), 0);
  return sum_us / 1000 / FRAMES;
}

async function allocated_kB(cdp: CDPSession, visit: Visit): Promise<number> {
  await cdp.send('HeapProfiler.startSampling', {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  for (let frame = 0; frame < FRAMES; frame++) await visit.pass(FRAME_ms);
  const { profile } = await cdp.send('HeapProfiler.stopSampling');
  const sum = (node: CallNode): number =>
    (ours(node, visit.origin) ? (node.selfSize ?? 0) : 0) +
    (node.children ?? []).reduce((all, one) => all + sum(one), 0);
  return sum(profile.head as unknown as CallNode) / 1000 / FRAMES;
}

async function costs(visit: Visit): Promise<Cost[]> {
  const cdp = await visit.context.newCDPSession(visit.page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: 250 });
  const found: Cost[] = [];
  for (let round = 0; round < ROUNDS; round++)
    found.push({ script_ms: await script_ms(cdp, visit), allocated_kB: await allocated_kB(cdp, visit) });
  await cdp.detach();
  return found;
}

async function counts(visit: Visit, eyes: number): Promise<string> {
  const { frame } = await visit.see();
  const bytes = await visit.page.evaluate(() => (window as unknown as { textureBytes(): number }).textureBytes());
  const { calls, triangles, programs, textures } = frame!;
  return `${(calls / eyes).toFixed(0).padStart(5)} calls/eye ${(triangles / eyes / 1000).toFixed(0).padStart(5)}k triangles/eye ${programs} programs ${textures} textures ${(bytes / 1e6).toFixed(0)} MB`;
}

function tell(costs: Cost[]): void {
  console.log(`  script ${spread(costs.map((one) => one.script_ms))} ms a frame (app and libraries, 250 us samples)`);
  console.log(`  allocated ${spread(costs.map((one) => one.allocated_kB))} kB a frame (same)`);
}

/** Full tier, seed 1, the fire burning; medians over rounds, least and most in brackets. */
export async function frame(): Promise<void> {
  buildIfStale((sentence) => console.log(sentence));
  const house = await openHouse();
  const browser = await openBrowser();
  try {
    const cookies = await setUp(house);
    const open = (variant: string, body: Body, query: Record<string, string>) =>
      openDrill(browser, { origin: house.origin, cookies, variant, body, query: { ...query, lite: 'no' } });
    for (const variant of VARIANTS) {
      const { room } = loadPack(variant).room;
      console.log(`${variant}, desktop`);
      for (const camera of CAMERA_NAMES) {
        const visit = await open(variant, 'desk', { camera });
        await visit.skip(FIRE_s - 1);
        await visit.until('the fire', ({ clock_s }) => clock_s > FIRE_s);
        console.log(`  ${camera.padEnd(7)}${await counts(visit, 1)}`);
        if (camera === 'hazard') tell(await costs(visit));
        await visit.close();
      }
      console.log(`${variant}, headset`);
      const visit = await open(variant, 'controllers', {});
      const { play, actor } = await begin(visit, variant, 'controllers');
      await visit.skip(FIRE_s - 1);
      await visit.until('the fire', ({ clock_s }) => clock_s > FIRE_s);
      for (const camera of CAMERA_NAMES) {
        const { from_m, at_m } = CAMERAS[room]![camera];
        for (let step = 0; step < 4; step++) {
          play.seen = await visit.see();
          await (actor as HeadsetBody).lookFrom(from_m as Vec3, at_m as Vec3);
          await play.frame(60);
        }
        console.log(`  ${camera.padEnd(7)}${await counts(visit, 2)}`);
        if (camera === 'hazard') tell(await costs(visit));
      }
      await visit.close();
    }
  } finally {
    await browser.close();
    await house.close();
  }
}
