/** What the browser tests of stations share: a browser made a station, called, begun; pictures; the hall as it hears of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { expect } from 'vitest';
import { loadPack } from '../../src/cli/packs-node.ts';
import type { Turn } from '../../src/wire/floor.ts';
import { barriers } from './barriers.ts';
import { HeadsetBody } from './headset.ts';
import { openPlay } from './puppet.ts';
import type { Begun } from './run.ts';
import type { Tablet } from './tablet.ts';
import { type Visit, visit } from './visit.ts';

export const KITCHEN = 'firefighting/kitchen-wok';
export const PATH = '/station?probe=1&lite=1&seed=1';
/** One frame of so many is drawn: software GL is most of a run's time. */
export const DRAWS_every = 8;
const PICTURES = join(import.meta.dirname, '..', 'out', 'pictures');
mkdirSync(PICTURES, { recursive: true });
/** What the browser itself says of a server that is away, or that does not know it yet, is no complaint of ours. */
export const BROWSER_SAYS = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE|Failed to fetch|Failed to load resource|EventSource/;

/** The judge waits for timers of the page, whose time stands still. */
async function judged(one: Visit): Promise<string[]> {
  let found: string[] | null = null;
  const judging = barriers(one).then((all) => {
    found = all;
  });
  for (let tries = 0; found === null && tries < 600; tries++) {
    await one.pass(50);
    await Promise.race([judging, new Promise((done) => setTimeout(done, 50))]);
  }
  return found ?? ['the judge did not answer'];
}

/** A face of the station: nothing in the way of anybody, and a picture for people to look at. */
export async function picture(one: Visit, name: string): Promise<void> {
  expect(await judged(one)).toEqual([]);
  await one.page.screenshot({ path: join(PICTURES, `station-${name}.png`) });
}

/** The same of what is drawn only now and then: of so many frames the one that was drawn has most in it. */
export async function pictureOfRoom(one: Visit, name: string): Promise<void> {
  let best: Buffer | null = null;
  for (let frame = 0; frame < DRAWS_every; frame++) {
    await one.pass(20);
    const shot = await one.page.screenshot();
    if (!best || shot.length > best.length) best = shot;
  }
  writeFileSync(join(PICTURES, `station-${name}.png`), best!);
}

/** Into the headset by the station's own button; what hangs there has one key. */
export async function putOn(one: Visit): Promise<Begun> {
  await one.press('[data-testid=enter-vr]');
  await one.until('the headset', ({ xr, panels }) => xr.presenting && xr.inputs === 2 && panels.length > 0);
  const play = await openPlay(one, loadPack(KITCHEN));
  const keys = play.seen.panels.flatMap((panel) => panel.keys.map((key) => key.id));
  expect(keys).toEqual(['resume']);
  return { visit: one, play, actor: new HeadsetBody(play, false) };
}

/** The visitor's own press on what hangs before them. */
export async function pressStart({ visit: one, play, actor }: Begun): Promise<void> {
  await (actor as HeadsetBody).pressKey('right', 'resume');
  await one.until('the run to begin', (seen) => seen.running && seen.paused === null);
  await play.frame();
}

export async function typeCode(one: Visit, code: string): Promise<void> {
  for (const digit of code) await one.press(`[data-key="${digit}"]`);
}

/** Opens a browser nobody knows and makes it a station with a code from the tablet. */
export async function paired(
  browser: Browser,
  tablet: Tablet,
  name: string,
  kind: 'headset' | 'desktop',
  drawsEvery = DRAWS_every,
): Promise<Visit> {
  const xr = kind === 'headset' ? ('quest3' as const) : null;
  const size = kind === 'headset' ? { width: 640, height: 360 } : { width: 480, height: 300 };
  const one = await visit(browser, { origin: tablet.origin, as: 'stranger', xr, drawsEvery, ...size });
  await one.page.goto(one.origin + PATH);
  await one.shows('[data-testid=station-keypad]');
  await typeCode(one, await tablet.code(name, kind));
  await one.shows('[data-testid=station-idle]');
  return one;
}

/** Another page of the same browser, and its time. */
export async function openedAgain(one: Visit): Promise<Pick<Visit, 'page' | 'pass'>> {
  const page = await one.context.newPage();
  await page.goto(one.origin + PATH);
  return { page, pass: (ms) => page.clock.fastForward(ms) };
}

/** Called from the queue, then somebody stands beside. @returns the turn and its ticket */
export async function called(one: Visit, tablet: Tablet, name: string, crew = false): Promise<Turn> {
  const { id, kind } = await tablet.station(name);
  const ticket = await tablet.next(kind);
  const { turn } = await tablet.act({
    do: 'call',
    station: id,
    ticket: ticket.id,
    variant: KITCHEN,
    mode: 'assess',
    crew,
  });
  await one.shows('[data-testid=station-called]');
  expect(await one.text('.station-number')).toBe(turn!.number);
  return turn!;
}

export async function beside(one: Visit, tablet: Tablet, turn: Turn): Promise<void> {
  await tablet.act({ do: 'beside', turn: turn.id });
  await one.until('the drill to be loaded', (seen) => seen.ready);
}

/** Lets the page's time pass until the hall knows it. */
export async function hears<Of>(
  one: Pick<Visit, 'pass'>,
  what: string,
  look: () => Promise<Of>,
  holds: (seen: Of) => boolean,
): Promise<Of> {
  const end_ms = Date.now() + 90_000;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end_ms) throw new Error(`The hall never heard: ${what}\n${JSON.stringify(seen)}`);
    await one.pass(300);
    await new Promise((done) => setTimeout(done, 20));
  }
}
