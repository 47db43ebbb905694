/** Pictures from four places of each room, desktop and headset, none of them blank, and what drawing them costs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Vec3 } from '../../src/sim/world.ts';
import { CAMERA_NAMES, CAMERAS } from '../../src/stage/room/cameras.ts';
import { openBrowser } from './chromium.ts';
import type { HeadsetBody } from './headset.ts';
import { begin, openDrill } from './run.ts';
import type { Seen } from './seen.ts';
import type { Visit } from './visit.ts';

const PICTURES = join(import.meta.dirname, '..', 'out', 'pictures');
const ROOMS: [variant: string, room: string][] = [
  ['firefighting/kitchen-wok', 'kitchen'],
  ['firefighting/living-room-basket', 'living-room'],
  ['firefighting/shop-inspection-carton', 'shop'],
];
/** What the models of the controllers and their rays bring with them in a headset. */
const CONTROLLERS_programs = 2;
/** Gates of a Quest 2: draw calls and triangles of one eye, programs, bytes of textures (256 MB is the hard limit). */
const GATE = { calls: 60, triangles: 150_000, programs: 25, texture_MB: 128 };
/** Seconds of the run at which pictures are taken: every room has its fire by then. */
const FIRE_s = 9;

const house = inject('house');
let browser: Browser;
beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** @returns spread of brightness and number of colours of each half: a blank or black picture has neither */
async function busy(path: string): Promise<{ spread: number; colours: number }[]> {
  const { data, info } = await sharp(path).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return [0, 1].map((half) => {
    const colours = new Set<number>();
    let sum = 0;
    let squares = 0;
    let count = 0;
    for (let y = 0; y < info.height; y += 2)
      for (let x = (half * info.width) / 2; x < ((half + 1) * info.width) / 2; x += 2) {
        const at = (y * info.width + Math.floor(x)) * 3;
        const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!];
        colours.add(((r >> 4) << 8) | ((g >> 4) << 4) | (b >> 4));
        const light = (r + g + b) / 3;
        sum += light;
        squares += light * light;
        count++;
      }
    return { spread: Math.sqrt(squares / count - (sum / count) ** 2), colours: colours.size };
  });
}

async function picture(visit: Visit, name: string): Promise<void> {
  const path = join(PICTURES, `${name}.png`);
  await visit.page.screenshot({ path });
  for (const half of await busy(path)) {
    expect(half.spread, `${name} is blank`).toBeGreaterThan(12);
    expect(half.colours, `${name} has few colours`).toBeGreaterThan(40);
  }
}

async function within(visit: Visit, seen: Seen, eyes: 1 | 2): Promise<void> {
  const { calls, triangles, programs } = seen.frame!;
  expect.soft(calls / eyes).toBeLessThanOrEqual(GATE.calls);
  expect.soft(triangles / eyes).toBeLessThanOrEqual(GATE.triangles);
  expect.soft(programs).toBeLessThanOrEqual(GATE.programs + (eyes === 2 ? CONTROLLERS_programs : 0));
  const bytes = await visit.page.evaluate(() => (window as unknown as { textureBytes(): number }).textureBytes());
  expect.soft(bytes).toBeGreaterThan(0);
  expect.soft(bytes / 1e6).toBeLessThanOrEqual(GATE.texture_MB);
}

describe.each(ROOMS)('%s', (variant, room) => {
  test.each(CAMERA_NAMES)('is a picture from %s, inside the budget', async (camera) => {
    const visit = await openDrill(browser, {
      ...house,
      variant,
      body: 'desk',
      query: { camera, lite: 'no' },
      size: [480, 300],
    });
    await visit.skip(FIRE_s - 1);
    const seen = await visit.until('the fire', ({ clock_s }) => clock_s > FIRE_s);
    await picture(visit, `${room}-${camera}`);
    await within(visit, seen, 1);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  test('is a picture for each eye from all four, inside the budget', async () => {
    const visit = await openDrill(browser, {
      ...house,
      variant,
      body: 'controllers',
      query: { lite: 'no' },
      size: [640, 320],
    });
    const { play, actor } = await begin(visit, variant, 'controllers');
    await visit.skip(FIRE_s - 1);
    await visit.until('the fire', ({ clock_s }) => clock_s > FIRE_s);
    for (const camera of CAMERA_NAMES) {
      const { from_m, at_m } = CAMERAS[room]![camera];
      for (let frame = 0; frame < 4; frame++) {
        play.seen = await visit.see();
        await (actor as HeadsetBody).lookFrom(from_m as Vec3, at_m as Vec3);
        await play.frame(60);
      }
      await picture(visit, `${room}-${camera}-stereo`);
      await within(visit, await visit.see(), 2);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });
});
