/** The pages round the drills: the hall's first page, its sentences when something is missing, and the staff's desk. */
import { readFileSync } from 'node:fs';
import type { Browser, Response } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { barriers } from './barriers.ts';
import { openBrowser } from './chromium.ts';
import { MANAGER, openHouse, SETTINGS } from './house.ts';
import { drillPath, type Visit, type VisitOptions, visit } from './visit.ts';

const house = inject('house');
const DESK: Partial<VisitOptions> = { width: 1280, height: 800, clock: 'live' };
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

async function open(path: string, options: Partial<VisitOptions> = {}): Promise<Visit> {
  const one = await visit(browser, { ...house, xr: null, ...DESK, ...options });
  await one.page.goto(one.origin + path);
  return one;
}

describe('the hall’s first page', () => {
  test('names the hall, lists the three drills and can be used by everyone', async () => {
    const one = await open('/');
    await one.shows('[data-testid=drill-shop-inspection-carton]');
    expect(await one.text('h1')).toBe(SETTINGS.name);
    expect(await one.page.locator('[data-testid^=drill-]').count()).toBe(9);
    expect(await barriers(one)).toEqual([]);
    expect(one.complaints).toEqual([]);
    expect(one.strayed).toEqual([]);
    await one.close();
  });

  test('speaks Chinese first, and English everywhere at one press', async () => {
    const one = await open('/');
    await one.shows('[data-testid=drill-kitchen-wok]');
    expect(await one.text('main')).toMatch(/开始/);
    await one.press('header button');
    await one.page.waitForFunction(() => document.documentElement.lang === 'en');
    const said = (await one.text('main')) ?? '';
    expect(said).toMatch(/Start/);
    expect(said.replaceAll(SETTINGS.name, '')).not.toMatch(/[\u3400-\u9fff]/);
    await one.close();
  });

  test('leads from a card into the drill', async () => {
    const one = await open('/');
    await one.shows('[data-testid=drill-kitchen-wok] button.go:not([disabled])');
    await one.press('[data-testid=drill-kitchen-wok] button.go');
    await one.page.waitForURL(/\/drill\/firefighting\/kitchen-wok\?mode=learn/);
    await one.shows('[data-testid=stage]');
    await one.close();
  });

  test('without WebXR says so and offers the desk', async () => {
    const one = await open('/');
    await one.shows('[data-testid=drill-kitchen-wok]');
    await one.page.waitForFunction(() => /不支持头显/.test(document.body.textContent ?? ''));
    await one.shows('[data-testid=drill-kitchen-wok] button.go:not([disabled])');
    await one.close();
  });

  test.each(['/', drillPath('firefighting/kitchen-wok', 'learn')])('without WebGL %s says what to do', async (path) => {
    const one = await open(path, { withoutWebGL: true });
    await one.page.waitForFunction(() => /不能显示三维画面/.test(document.body.textContent ?? ''));
    await one.close();
  });

  test.each(['/', drillPath('firefighting/kitchen-wok', 'learn')])(
    'in a hall whose settings are not filled %s opens no drill and says who can help',
    async (path) => {
      const empty = await openHouse();
      const one = await open(path, { origin: empty.origin, as: 'stranger' });
      await one.page.waitForFunction(() => /信息还没有填写/.test(document.body.textContent ?? ''));
      expect(await one.page.locator('button.go:not([disabled])').filter({ hasText: '开始' }).count()).toBe(0);
      await one.close();
      await empty.close();
    },
  );
});

describe('the staff’s desk', () => {
  async function signIn(one: Visit, password: string): Promise<void> {
    await one.page.locator('input[autocomplete=username]').fill(MANAGER.name);
    await one.page.locator('input[type=password]').fill(password);
    await one.page.locator('button[type=submit]').click();
  }

  test('refuses a wrong password with a sentence and lets the right one in', async () => {
    const one = await open('/desk', { as: 'stranger' });
    await one.page.locator('input[type=password]').waitFor();
    expect(await barriers(one)).toEqual([]);
    await signIn(one, 'not the password');
    await one.page.getByRole('alert').first().waitFor();
    await signIn(one, MANAGER.password);
    await one.page.waitForURL(/\/desk\/floor/);
    await one.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await barriers(one)).toEqual([]);
    // a refused password is an answer of 401, which the browser itself prints
    expect(one.complaints.filter((said) => !/401/.test(said))).toEqual([]);
    await one.close();
  });

  test('shows the month to a manager, and the sheet it gives opens in Chinese', async () => {
    const one = await open('/desk/participation', { as: 'both' });
    await one.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await barriers(one)).toEqual([]);
    const [download] = await Promise.all([
      one.page.waitForEvent('download'),
      one.page.locator('a[href*="rows.csv"], button[data-sheet=rows]').first().click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.startsWith('\ufeff')).toBe(true);
    expect(text).toContain(SETTINGS.name);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await one.close();
  });

  test('loads nothing of the stage: no three in what it fetches', async () => {
    const one = await visit(browser, { ...house, xr: null, ...DESK, as: 'both' });
    const fetched: Promise<string>[] = [];
    const keep = (reply: Response) => {
      if (/\.js$/.test(new URL(reply.url()).pathname)) fetched.push(reply.text());
    };
    one.page.on('response', keep);
    await one.page.goto(`${one.origin}/desk/runs`);
    await one.page.getByRole('heading', { level: 1 }).waitFor();
    // what still arrives after this has no page to be read from
    one.page.off('response', keep);
    const scripts = await Promise.all(fetched);
    expect(scripts.length).toBeGreaterThan(1);
    expect(scripts.filter((text) => text.includes('WebGLRenderer'))).toEqual([]);
    await one.close();
  });
});
