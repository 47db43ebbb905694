/** The first promise of the house: a run made at a desk or in a headset is a row in the manager's sheet. */
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
  ['kitchen-wok', 'good-lid', 'desk'],
  ['kitchen-wok', 'good-lid', 'controllers'],
  ['kitchen-wok', 'good-lid', 'hands'],
  ['living-room-basket', 'good-powder', 'desk'],
  ['living-room-basket', 'good-powder', 'controllers'],
  ['shop-inspection-carton', 'good', 'desk'],
  ['shop-inspection-carton', 'good', 'controllers'],
];

describe('a good run reaches its good end, is kept and exported', () => {
  test.each(PLAYS)('firefighting/%s, plan %s, %s', (variant, run, body) =>
    keepsGoodRun(browser, house, { variant: `firefighting/${variant}`, run, body, score: 95 }),
  );
});
