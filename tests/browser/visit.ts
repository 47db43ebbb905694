/** One visitor in the hall: a page of the built app, whose time the test moves frame by frame and whose state it reads. */
import type { Browser } from 'playwright-core';
import type { Mode } from '../../src/drill/types.ts';
import { type Options, openWindow, type Window } from './chromium.ts';
import { bring } from './house.ts';
import { readProbe, type Seen } from './seen.ts';

/** Real time a page gets for what is not animation: loading, decoding, storing. */
const PATIENCE_ms = 90_000;
const FRAME_ms = 100;
const LONG_ms = 380;

export interface Visit extends Window {
  origin: string;
  /** lets `ms` of the page's time pass as one frame */
  pass(ms: number): Promise<void>;
  /** @returns a copy of the probe; throws where no run is open */
  see(): Promise<Seen>;
  /** lets time pass until it holds; @returns what was seen then */
  until(what: string, holds: (seen: Seen) => boolean, most_ms?: number): Promise<Seen>;
  /** lets seconds of a run pass in the longest frames the stage takes as one */
  skip(for_s: number): Promise<void>;
  /** presses the element a person would press: in the middle of it, with the mouse */
  press(selector: string): Promise<void>;
  /** lets time pass until the page shows an element */
  shows(selector: string, most_ms?: number): Promise<void>;
  /** text of an element, or null where there is none */
  text(selector: string): Promise<string | null>;
  close(): Promise<void>;
}

export interface VisitOptions extends Options {
  origin: string;
  /** cookies of setUp, and which of them this browser has; none: a stranger's browser */
  cookies?: string[];
  as?: 'device' | 'both' | 'stranger';
}

export async function visit(browser: Browser, options: VisitOptions): Promise<Visit> {
  const { origin } = options;
  const window = await openWindow(browser, origin, options);
  const { page, context } = window;
  if (options.as !== 'stranger') await bring(context, origin, options.cookies ?? [], options.as ?? 'device');
  const still = (options.clock ?? 'still') === 'still';
  const pass = (ms: number) => (still ? page.clock.fastForward(ms) : page.waitForTimeout(ms));
  const wait = async <T>(what: string, look: () => Promise<T | null>, most_ms = PATIENCE_ms): Promise<T> => {
    const end_ms = Date.now() + most_ms;
    for (;;) {
      const found = await look();
      if (found !== null) return found;
      if (Date.now() > end_ms) throw new Error(await lament(window, what));
      await pass(FRAME_ms);
      // workers, decoders and the network have no part in the still clock
      await new Promise((done) => setTimeout(done, 10));
    }
  };
  const middle = (selector: string) =>
    page.evaluate((css) => {
      const element = document.querySelector<HTMLElement>(css);
      if (!element || (element as HTMLButtonElement).disabled) return null;
      element.scrollIntoView({ block: 'center', inline: 'center' });
      const box = element.getBoundingClientRect();
      return box.width > 0 ? [box.x + box.width / 2, box.y + box.height / 2] : null;
    }, selector);
  const see = async () => {
    const seen = await page.evaluate(readProbe);
    if (!seen) throw new Error(await lament(window, 'a run that the probe can see'));
    return seen;
  };
  return {
    ...window,
    origin,
    pass,
    see,
    until: (what, holds, most_ms) =>
      wait(
        what,
        async () => {
          const seen = await page.evaluate(readProbe);
          return seen && holds(seen) ? seen : null;
        },
        most_ms,
      ),
    skip: async (for_s) => {
      for (let passed_ms = 0; passed_ms < for_s * 1000; passed_ms += LONG_ms) await pass(LONG_ms);
    },
    press: async (selector) => {
      const [x, y] = await wait(`something to press at ${selector}`, () => middle(selector));
      await page.mouse.move(x!, y!);
      await page.mouse.down();
      await pass(30);
      await page.mouse.up();
      await pass(30);
    },
    shows: (selector, most_ms) =>
      wait(selector, async () => ((await page.locator(selector).count()) > 0 ? true : null), most_ms).then(
        () => undefined,
      ),
    text: (selector) => page.evaluate((css) => document.querySelector(css)?.textContent ?? null, selector),
    close: () => context.close(),
  };
}

/** @returns a sentence with what the page said meanwhile: what a person would look at first */
async function lament(window: Window, what: string): Promise<string> {
  const said = await window.page.evaluate(() => document.body?.textContent?.slice(0, 400) ?? '').catch(() => '');
  const seen = await window.page.evaluate(readProbe).catch(() => null);
  const state = seen
    ? JSON.stringify({ ...seen, things: undefined, facts: seen.facts.slice(-8), marks: undefined })
    : 'no run is open';
  return `Waited in vain for: ${what}\npage: ${said}\nprobe: ${state}\nconsole: ${window.complaints.join('\n')}`;
}

/** @returns address of a drill as a test opens it: seeded, with the probe, in the light tier unless more says { lite: 'no' } */
export function drillPath(variant: string, mode: Mode, more: Record<string, string> = {}): string {
  const query = new URLSearchParams({ mode, seed: '1', probe: '1', lite: '1', ...more });
  if (more.lite === 'no') query.delete('lite');
  return `/drill/${variant}?${query}`;
}
