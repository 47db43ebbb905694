/** A good run played to its end in a real browser: it is a row in the manager's sheet. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { runsOf, sheet } from './house.ts';
import { type Body, begin, openDrill, playPlan } from './run.ts';

interface Good {
  variant: string;
  /** name of the plan */
  run: string;
  body: Body;
  /** least score: bodies led by frames of a tenth of a second, and people in the way, cost a little */
  score: number;
}

/** One frame of so many is drawn; what all of them show is look.test.ts's matter. */
const DRAWS_every = 32;

/** Opens the drill, plays the plan with that body, and expects its good end, its one row and its one line of the sheet. */
async function keepsGoodRun(
  browser: Browser,
  house: { origin: string; cookies: string[] },
  { variant, run, body, score }: Good,
): Promise<void> {
  const before = (await runsOf(house.origin, house.cookies)).map((row) => row.id);
  const visit = await openDrill(browser, { ...house, variant, body, drawsEvery: DRAWS_every });
  try {
    const seen = await playPlan(await begin(visit, variant, body), variant, run);
    expect(seen.ended).toMatchObject({ ended: 'finished', passed: true, critical: [] });
    expect(seen.ended?.score).toBeGreaterThanOrEqual(score);
    await visit.until('the server to have the run', ({ saved }) => saved === 'sent');
    if (body === 'desk') await visit.shows('[data-testid=debrief]');
    const id = await visit.page.evaluate(() => (window as unknown as { drillhall: { id: string } }).drillhall.id);
    // other tests leave this variant unfinished meanwhile
    const rows = (await runsOf(house.origin, house.cookies)).filter(
      (row) => !before.includes(row.id) && row.variant === variant.split('/')[1] && row.ended === 'finished',
    );
    expect(rows).toMatchObject([
      {
        id,
        variant: variant.split('/')[1],
        mode: 'assess',
        how: body === 'desk' ? 'desktop' : 'headset',
        role: 'performed',
        ended: 'finished',
        passed: true,
        score: seen.ended?.score,
      },
    ]);
    const month = rows[0]!.local_date.slice(0, 7);
    const csv = await sheet(house.origin, house.cookies, `/api/exports/rows.csv?month=${month}`);
    expect(csv.startsWith('\ufeff')).toBe(true);
    expect(csv.split('\r\n').filter((line) => line.includes(id))).toHaveLength(1);
    expect(visit.complaints).toEqual([]);
    expect(visit.strayed).toEqual([]);
  } finally {
    await visit.close();
  }
}

/** The tests of one scenario: the good plan of each variant, and which bodies play it here. */
export function playGoodRuns(
  scenario: string,
  score: number,
  plays: [variant: string, run: string, body: Body][],
): void {
  const house = inject('house');
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  describe('a good run reaches its good end, is kept and exported', () => {
    test.each(plays)(`${scenario}/%s, plan %s, %s`, (variant, run, body) =>
      keepsGoodRun(browser, house, { variant: `${scenario}/${variant}`, run, body, score }),
    );
  });
}
