/** What a headset's wearer must never suffer: a turn that shifts, a landing that misses, a run lost by taking it off. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { type Begun, begin, openDrill } from './run.ts';
import type { Seen } from './seen.ts';

const VARIANT = 'firefighting/living-room-basket';
const house = inject('house');
let browser: Browser;
let begun: Begun;
beforeAll(async () => {
  browser = await openBrowser();
  const visit = await openDrill(browser, { ...house, variant: VARIANT, body: 'controllers', mode: 'learn' });
  begun = await begin(visit, VARIANT, 'controllers');
});
afterAll(() => browser?.close());

interface Device {
  controllers: Record<'left' | 'right', { connected: boolean; updateAxes(stick: string, x: number, y: number): void }>;
  position: { set(...to: number[]): void };
  updateVisibilityState(state: string): void;
  activeSession?: { end(): Promise<void> };
}

/** Moves a thumbstick and lets a few frames pass. */
async function stick(side: 'left' | 'right', x: number, y: number, frames = 3): Promise<Seen> {
  await begun.visit.page.evaluate(
    (to) =>
      (window as unknown as { headset: Device }).headset.controllers[to.side].updateAxes('thumbstick', to.x, to.y),
    { side, x, y },
  );
  for (let frame = 0; frame < frames; frame++) await begun.play.frame(30);
  return begun.play.seen;
}

/** Where the head is over the floor. */
function flat(seen: Seen): [number, number] {
  return [seen.body.head_m[0], seen.body.head_m[2]];
}

function apart_m(a: [number, number], b: [number, number]): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** The wearer takes a real step aside, so that head and play space do not share a middle. */
async function stepAside(x_m: number, z_m: number): Promise<void> {
  await begun.visit.page.evaluate(
    (to) => (window as unknown as { headset: Device }).headset.position.set(to.x_m, 1.6, to.z_m),
    { x_m, z_m },
  );
  await begun.play.frame(30);
  await begun.play.frame(30);
}

describe('in an emulated headset', () => {
  test('a snap turn of 45 degrees leaves the head where it is, 0.7 m beside the middle of the play space', async () => {
    await stepAside(0.5, -0.5);
    const before = begun.play.seen;
    for (let turn = 1; turn <= 3; turn++) {
      await stick('right', 1, 0);
      const after = await stick('right', 0, 0);
      const turned = ((before.body.yaw_deg - after.body.yaw_deg + 540) % 360) - 180;
      expect(turned).toBeCloseTo(45 * turn, 0);
      expect(apart_m(flat(before), flat(after))).toBeLessThan(0.02);
    }
    expect(begun.play.seen.body.turns).toBe(before.body.turns + 3);
  });

  test('a teleport lands the head exactly where the ring was, after turns and beside the middle', async () => {
    const before = begun.play.seen;
    let ring: [number, number] | null = null;
    for (const turns of [0, 1, 2, 3, 4, 5, 6, 7]) {
      if (turns > 0) {
        await stick('right', 1, 0);
        await stick('right', 0, 0);
      }
      const { aiming } = (await stick('right', 0, -1)).body;
      if (aiming?.valid && apart_m([aiming.x_m, aiming.z_m], flat(before)) > 0.5) {
        ring = [aiming.x_m, aiming.z_m];
        break;
      }
      // a landing that is not valid is given up by letting the stick go: the head stays
      const stayed = await stick('right', 0, 0, 12);
      expect(apart_m(flat(stayed), flat(before))).toBeLessThan(0.02);
    }
    expect(ring).not.toBeNull();
    await stick('right', 0, 0, 12);
    const after = await begun.visit.until('the landing', ({ body }) => body.jumps > before.body.jumps);
    expect(apart_m(flat(after), ring!)).toBeLessThan(0.02);
  });

  test('a headset taken off or a menu over it stops the clock, and it goes on by itself', async () => {
    const { page } = begun.visit;
    const set = (state: string) =>
      page.evaluate((to) => (window as unknown as { headset: Device }).headset.updateVisibilityState(to), state);
    for (const [state, word] of [
      ['visible-blurred', 'blurred'],
      ['hidden', 'hidden'],
    ] as const) {
      await set(state);
      const stopped = await begun.visit.until(`a pause when ${state}`, ({ paused }) => paused === word);
      for (let frame = 0; frame < 10; frame++) await begun.play.frame();
      expect(begun.play.seen.clock_s).toBe(stopped.clock_s);
      await set('visible');
      await begun.visit.until('the clock to go on', (seen) => seen.paused === null && seen.clock_s > stopped.clock_s);
    }
  });

  test('both controllers lost pause the run with a sentence; one that comes back lets it go on', async () => {
    const { page } = begun.visit;
    const connect = (side: 'left' | 'right', on: boolean) =>
      page.evaluate(
        (to) => {
          (window as unknown as { headset: Device }).headset.controllers[to.side].connected = to.on;
        },
        { side, on },
      );
    await connect('left', false);
    await connect('right', false);
    const lost = await begun.visit.until('a pause', ({ paused }) => paused === 'inputs-lost');
    expect(lost.panels.length).toBeGreaterThan(0);
    await connect('right', true);
    await begun.visit.until('the run to go on', (seen) => seen.paused === null && seen.clock_s > lost.clock_s);
    await connect('left', true);
    await begun.visit.until('both', ({ xr }) => xr.inputs === 2);
  });

  test('a session that ends keeps the run; entering again goes on where it was', async () => {
    const { visit } = begun;
    const before = await visit.see();
    await visit.page.evaluate(() => (window as unknown as { headset: Device }).headset.activeSession?.end());
    const out = await visit.until('the session to end', (seen) => !seen.xr.presenting && seen.paused !== null);
    expect(out.paused).toBe('session-ended');
    expect(out.facts.length).toBeGreaterThanOrEqual(before.facts.length);
    await visit.press('[data-testid=enter-vr]');
    await visit.until('the headset', (seen) => seen.xr.presenting && seen.xr.inputs === 2 && seen.panels.length > 0);
    await begun.play.frame();
    await (begun.actor as { pressKey(side: string, id: string): Promise<void> }).pressKey('right', 'resume');
    const on = await visit.until('the run to go on', (seen) => seen.paused === null && seen.clock_s > out.clock_s);
    expect(on.ended).toBeNull();
    expect(on.facts.slice(0, before.facts.length)).toEqual(before.facts);
  });

  test('nothing complained and nothing left the house', () => {
    expect(begun.visit.complaints).toEqual([]);
    expect(begun.visit.strayed).toEqual([]);
  });
});
