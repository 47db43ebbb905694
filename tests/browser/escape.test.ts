/** Out of the house, or safe in it, in a real browser: every variant of the escape. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { keepsGoodRun } from './good.ts';
import type { Body } from './run.ts';

const house = inject('house');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The good plan of each variant, and which bodies play it here. */
const PLAYS: [variant: string, run: string, body: Body][] = [
  ['own-flat-night', 'good-desktop', 'desk'],
  ['own-flat-night', 'good-stairs', 'controllers'],
  ['stair-smoky-stay', 'good-desktop', 'desk'],
  ['stair-smoky-stay', 'good-stay', 'controllers'],
  ['ebike-stairwell', 'good-desktop', 'desk'],
  ['ebike-stairwell', 'good-stay', 'controllers'],
  ['fire-above', 'good-desktop', 'desk'],
  ['fire-above', 'good-stairs', 'controllers'],
  ['school-corridor', 'good-desktop', 'desk'],
  ['school-corridor', 'good-east', 'controllers'],
  ['restaurant-guests', 'good-desktop', 'desk'],
  ['restaurant-guests', 'good-lead', 'controllers'],
];

describe('a good run reaches its good end, is kept and exported', () => {
  test.each(PLAYS)('fire-escape/%s, plan %s, %s', (variant, run, body) =>
    keepsGoodRun(browser, house, { variant: `fire-escape/${variant}`, run, body, score: 80 }),
  );
});
