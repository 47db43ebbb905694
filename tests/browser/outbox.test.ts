/** A finished run is never lost: not by a killed server, not by a page that is closed over it. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { type House, openHouse, runsOf, setUp } from './house.ts';
import { begin, openDrill, playPlan } from './run.ts';

const VARIANT = 'firefighting/kitchen-wok';
let browser: Browser;
let house: House;
let cookies: string[];
beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse();
  cookies = await setUp(house);
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

test('a run made while the server is killed is kept through a reload and arrives exactly once', async () => {
  const visit = await openDrill(browser, { origin: house.origin, cookies, variant: VARIANT, body: 'desk' });
  const begun = await begin(visit, VARIANT, 'desk');
  await house.kill();
  const seen = await playPlan(begun, VARIANT, 'leave-early');
  expect(seen.ended?.ended).toBe('finished');
  const kept = await visit.until('the run to be kept', ({ saved }) => saved === 'kept');
  expect(kept.saved).toBe('kept');
  await house.start();
  // closed over the waiting run, and opened again at the hall's own page
  await visit.page.goto(`${house.origin}/`);
  await visit.shows('[data-testid=home]');
  const rows = async () => (await runsOf(house.origin, cookies)).filter((row) => row.variant === 'kitchen-wok');
  for (let tries = 0; tries < 200 && (await rows()).length === 0; tries++) await visit.pass(500);
  expect(await rows()).toHaveLength(1);
  await visit.page.reload();
  await visit.shows('[data-testid=outbox]');
  for (let frame = 0; frame < 10; frame++) await visit.pass(1000);
  expect(await rows()).toMatchObject([{ score: seen.ended?.score, how: 'desktop', ending: seen.ended?.ending }]);
  // what the browser itself says of a server that is away is no complaint of ours
  expect(visit.complaints.filter((said) => !/ERR_CONNECTION_REFUSED|Failed to fetch/.test(said))).toEqual([]);
  await visit.close();
});
