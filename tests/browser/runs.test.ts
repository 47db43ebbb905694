/** The first promise of the house: a run made at a desk or in a headset is a row in the manager's sheet. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openBrowser } from './chromium.ts';
import { runsOf, sheet } from './house.ts';
import { type Body, begin, openDrill, playPlan } from './run.ts';

const house = inject('house');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** The good plan of each variant, and which bodies play it here. */
const PLAYS: [variant: string, run: string, body: Body][] = [
  ['firefighting/kitchen-wok', 'good-lid', 'desk'],
  ['firefighting/kitchen-wok', 'good-lid', 'controllers'],
  ['firefighting/kitchen-wok', 'good-lid', 'hands'],
  ['firefighting/living-room-basket', 'good-powder', 'desk'],
  ['firefighting/living-room-basket', 'good-powder', 'controllers'],
  ['firefighting/shop-inspection-carton', 'good', 'desk'],
  ['firefighting/shop-inspection-carton', 'good', 'controllers'],
];

describe('a good run reaches its good end, is kept and exported', () => {
  test.each(PLAYS)('%s, plan %s, %s', async (variant, run, body) => {
    const before = (await runsOf(house.origin, house.cookies)).map((row) => row.id);
    const visit = await openDrill(browser, { ...house, variant, body });
    try {
      const seen = await playPlan(await begin(visit, variant, body), variant, run);
      expect(seen.ended).toMatchObject({ ended: 'finished', passed: true, critical: [] });
      // people in the way and a body led by frames of a tenth of a second cost a little
      expect(seen.ended?.score).toBeGreaterThanOrEqual(variant.startsWith('fire-escape') ? 80 : 95);
      await visit.until('the server to have the run', ({ saved }) => saved === 'sent');
      if (body === 'desk') await visit.shows('[data-testid=debrief]');
      const rows = (await runsOf(house.origin, house.cookies)).filter((row) => !before.includes(row.id));
      expect(rows).toMatchObject([
        {
          variant: variant.split('/')[1],
          mode: 'assess',
          how: body === 'desk' ? 'desktop' : 'headset',
          role: 'performed',
          ended: 'finished',
          passed: true,
          score: seen.ended?.score,
        },
      ]);
      const { id, local_date } = rows[0]!;
      const csv = await sheet(house.origin, house.cookies, `/api/exports/rows.csv?month=${local_date.slice(0, 7)}`);
      expect(csv.startsWith('\ufeff')).toBe(true);
      expect(csv.split('\r\n').filter((line) => line.includes(id))).toHaveLength(1);
      expect(visit.complaints).toEqual([]);
      expect(visit.strayed).toEqual([]);
    } finally {
      await visit.close();
    }
  });
});
