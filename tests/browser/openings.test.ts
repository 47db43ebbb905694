/** Planning a session at the desk against the real server: what fits, who is booked, a list from a spreadsheet, the rules. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './barriers.ts';
import { openBrowser } from './chromium.ts';
import { openHall } from './hall.ts';
import { type Visit, type VisitOptions, visit } from './visit.ts';

const one = (id: string) => `[data-testid=${id}]`;
const house = await openHall();
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function open(path: string, options: Partial<VisitOptions> = {}): Promise<Visit> {
  const tablet = { width: 1024, height: 1366, clock: 'live', as: 'both', xr: null } as const;
  const opened = await visit(browser, { ...house, ...tablet, ...options });
  await opened.page.goto(opened.origin + path);
  return opened;
}

test('a session is planned with what fits beside it, booked one by one and from a list, cancelled and restored', async () => {
  const desk = await open('/desk/openings');
  const { page } = desk;
  await page.locator(one('plan')).click();
  await page.locator(one('fit')).waitFor();
  await page.getByLabel('场地').fill('二楼演练厅');
  await page.getByText('火灾扑救', { exact: true }).click();
  const before = Number(await page.locator(one('fit')).getAttribute('data-people'));
  await page.getByLabel('每组').fill('4');
  await expect.poll(async () => Number(await page.locator(one('fit')).getAttribute('data-people'))).toBe(before * 4);
  expect(await barriers(desk)).toEqual([]);
  await page.locator(one('save-opening')).click();
  const card = page.locator('[data-opening]').first();
  await card.waitFor();
  expect(await barriers(desk)).toEqual([]);

  await card.locator(one('cancel-opening')).click();
  await page.locator('[data-opening][data-cancelled=true]').waitFor();
  await page.locator(one('undo-cancel')).click();
  await page.locator('[data-opening][data-cancelled=false]').waitFor();

  await page.getByRole('link', { name: '预约名单' }).click();
  await page.locator(one('add-booking')).click();
  await page.getByLabel('团体名称').fill('翠湖小学三年级二班');
  await page.locator(one('save-booking')).click();
  await page.locator('[data-booking=翠湖小学三年级二班]').waitFor();

  const list = '名称,人数,时间\n老滇味餐馆,12,14:30\n合唱队,三十,15:00\n=cmd(),3,\n';
  await page.setInputFiles('input[type=file]', { name: '名单.csv', mimeType: 'text/csv', buffer: Buffer.from(list) });
  const preview = page.locator(one('import-preview'));
  await preview.waitFor();
  expect(await preview.getAttribute('data-good')).toBe('1');
  const faults = await preview.locator('[data-fault]').evaluateAll((rows) => rows.map((row) => row.textContent));
  expect(faults[0]).toMatch(/^3人数：不是数字/);
  expect(faults[1]).toMatch(/^4名称：/);
  expect(await page.locator(one('booked')).getAttribute('data-booked')).toBe('10');
  expect(await barriers(desk)).toEqual([]);
  await page.locator(one('import-confirm')).click();
  await page.locator('[data-booking=老滇味餐馆]').waitFor();
  expect(await page.locator(one('booked')).getAttribute('data-booked')).toBe('22');
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('a manager changes the rules of the floor beside those that others have published', async () => {
  const desk = await open('/desk/rules', { width: 430, height: 932 });
  await desk.page.getByLabel('多大可以戴头显').fill('13');
  expect(await barriers(desk)).toEqual([]);
  await desk.page.locator(one('save-rules')).click();
  await desk.page.locator(one('rules-saved')).waitFor();
  await desk.page.reload();
  await expect.poll(() => desk.page.getByLabel('多大可以戴头显').inputValue()).toMatch(/^13/);
  await desk.page.getByLabel('多大可以戴头显').fill('10');
  await desk.page.locator(one('save-rules')).click();
  await desk.page.locator(one('rules-saved')).waitFor();
  await desk.close();
});
