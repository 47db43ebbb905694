/** Pictures from four places of each room, desktop and headset, none of them blank, and what drawing them costs. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Vec3 } from '../../src/sim/world.ts';
import { CAMERA_NAMES, CAMERAS, type CameraName } from '../../src/stage/room/cameras.ts';
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
  ['fire-escape/fire-above', 'tower'],
  ['fire-escape/school-corridor', 'school'],
  ['fire-escape/restaurant-guests', 'restaurant'],
];
/** Pictures may wait until all frames of thick smoke before them have been drawn. */
const DRAWN_ms = 150_000;
/** Where the smoke is worst, and when: nothing much is seen there, but it must not cost more. */
const WORST: [variant: string, camera: CameraName, at_s: number][] = [
  ['fire-escape/own-flat-night', 'wide', 75],
  ['fire-escape/stair-smoky-stay', 'hazard', 45],
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
  await visit.page.screenshot({ path, timeout: DRAWN_ms });
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

/** Lets a run that has just begun go on to that second. */
async function pass(visit: Visit, at_s: number): Promise<void> {
  await visit.skip(at_s - 1);
  await visit.until(`second ${at_s}`, ({ clock_s }) => clock_s > at_s);
}

/** @returns a run seen by a fixed camera, `at_s` seconds after its start */
async function watch(variant: string, camera: CameraName, at_s: number, size: [number, number]): Promise<Visit> {
  const query = { camera, lite: 'no' };
  const visit = await openDrill(browser, { ...house, variant, body: 'desk', query, size });
  await pass(visit, at_s);
  return visit;
}

describe.each(ROOMS)('%s', (variant, room) => {
  test('is a picture from all four places, inside the budget', async () => {
    const visit = await watch(variant, 'wide', FIRE_s, [480, 300]);
    for (const camera of CAMERA_NAMES) {
      await visit.page.evaluate((name) => {
        location.hash = name;
      }, camera);
      for (let frame = 0; frame < 3; frame++) await visit.pass(60);
      await picture(visit, `${room}-${camera}`);
      await within(visit, await visit.see(), 1);
    }
    expect(visit.complaints).toEqual([]);
    await visit.close();
  });

  test('is a picture for each eye, inside the budget', async () => {
    const visit = await openDrill(browser, {
      ...house,
      variant,
      body: 'controllers',
      query: { lite: 'no' },
      size: [640, 320],
    });
    const { play, actor } = await begin(visit, variant, 'controllers');
    await pass(visit, FIRE_s);
    // in a house the wearer stands in the first room; the other places are those of the desk
    for (const camera of CAMERA_NAMES.slice(0, variant.startsWith('fire-escape') ? 2 : undefined)) {
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

test.each(WORST)(
  '%s from %s after %i s, in the worst of its smoke, is inside the budget',
  async (variant, camera, at_s) => {
    const visit = await watch(variant, camera, at_s, [240, 150]);
    const path = join(PICTURES, `${variant.split('/')[1]}-${camera}-smoke.png`);
    await visit.page.screenshot({ path, timeout: DRAWN_ms });
    await within(visit, await visit.see(), 1);
    expect(visit.complaints).toEqual([]);
    await visit.close();
  },
);
