/** A visit at the kiosk against the real server: quiz before, a run, everything after, the slip; and nothing of it stays. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page, Request } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { STORE_FILE } from '../../server/store/open.ts';
import { LEFT_s } from '../../src/stage/pages/useLeft.ts';
import { digest } from '../../src/wire/digest.ts';
import type { Command, CommandReply } from '../../src/wire/floor.ts';
import type { Session } from '../../src/wire/session.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './chromium.ts';
import { openHall } from './hall.ts';
import { SETTINGS } from './house.ts';
import { begin, playPlan } from './run.ts';
import { type Visit, type VisitOptions, visit } from './visit.ts';

const house = await openHall();
const TABLET: Partial<VisitOptions> = { width: 820, height: 1180, clock: 'live' };
const PHONE: Partial<VisitOptions> = { width: 390, height: 844, clock: 'live' };
const VARIANT = 'firefighting/kitchen-wok';

let browser: Browser;
let kiosk: string[];
let headset: string[];
let station: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ cookies: kiosk } = await paired('自助机', 'kiosk'));
  ({ cookies: headset, id: station } = await paired('头显一', 'headset'));
  await report({ turn: null, phase: 'idle' });
});
afterAll(() => browser?.close());

/** Asks as the browser with these cookies would. */
async function call(cookies: string[], method: string, path: string, body?: unknown) {
  const { origin } = house;
  const headers: Record<string, string> = { origin, cookie: cookies.join('; ') };
  if (body !== undefined) headers['content-type'] = 'application/json';
  const reply = await fetch(origin + path, { method, headers, body: JSON.stringify(body) });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  const given = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
  return { given, told: reply.status === 204 ? null : await reply.json() };
}

/** A device that typed the six digits, as a hall pairs one. */
async function paired(name: string, kind: string): Promise<{ cookies: string[]; id: string }> {
  const { told } = await call(house.cookies, 'POST', '/api/stations/codes', { name, kind });
  const { given, told: me } = await call([], 'POST', '/api/stations', { code: told.code });
  return { cookies: given, id: me.id };
}

async function act(command: Command): Promise<CommandReply> {
  return (await call(house.cookies, 'POST', '/api/floor', { id: v7(), command })).told;
}

const boot = v7();
let seq = 0;
async function report(change: object): Promise<void> {
  seq += 1;
  const idle = { run: null, stage: null, elapsed_s: 0, controllers: 'two', attended: true, score: null };
  const rest = { end: null, trouble: null, done: [], question: null };
  await call(headset, 'POST', '/api/station/report', { boot, seq, ...idle, ...rest, ...change });
}

/** @returns the number of somebody who was let in */
async function letIn(card: string | null = null): Promise<{ number: string; ticket: string }> {
  const { tickets } = await act({
    do: 'check-in',
    audience: 'resident',
    ageBand: '60-plus',
    place: 'headset',
    consent: false,
    card,
    booking: null,
    count: 1,
  });
  return { number: tickets[0]!.number, ticket: tickets[0]!.id };
}

/** One run in the headset: the fire was out, but nobody watched it afterwards. */
async function train(ticket: string): Promise<void> {
  const { turn } = await act({ do: 'call', station, ticket, variant: VARIANT, mode: 'assess', crew: false });
  await act({ do: 'beside', turn: turn!.id });
  const run = v7();
  await report({ turn: turn!.id, phase: 'running', run, stage: 'notice', elapsed_s: 1 });
  const mark = (rule: string, points: number, max: number) => ({ rule, points, max, at_s: 1, stage: 'notice' });
  const fields: Omit<Session, 'sha256'> = {
    id: run,
    scenario: 'firefighting',
    variant: 'kitchen-wok',
    version: 1,
    mode: 'assess',
    how: 'headset',
    role: 'performed',
    locale: 'zh-CN',
    started_ms: Date.now(),
    seed: 7,
    first: {
      ended: 'finished',
      ending: 'fire-out',
      passed: true,
      score: 85,
      grade: 'pass',
      duration_s: 80,
      critical: [],
      marks: [mark('FF-M1', 5, 5), mark('FF-M4', 15, 15), mark('FF-M10', 0, 10)],
    },
    second: null,
    tape: 'H4sIAAAAAAAAA0vLz1dISiwCAB1mS4wHAAAA',
    turn: turn!.id,
  };
  await call(headset, 'POST', '/api/uploads', { sessions: [{ ...fields, sha256: await digest(fields) }] });
  await report({ turn: turn!.id, phase: 'over', run, end: 'finished' });
  await act({ do: 'wiped', station });
}

/** All visits so far become older by so many days. */
function passDays(days: number): void {
  const store = new DatabaseSync(join(house.folder, STORE_FILE));
  store.exec(`UPDATE visit SET day = date(day, '-${days} days')`);
  store.close();
}

async function open(path: string, options: Partial<VisitOptions> = {}): Promise<Visit> {
  const one = await visit(browser, { origin: house.origin, cookies: kiosk, xr: null, ...TABLET, ...options });
  await one.page.goto(one.origin + path);
  return one;
}
const one = (id: string) => `[data-testid=${id}]`;

async function type(page: Page, number: string): Promise<void> {
  await page.locator(one('welcome')).waitFor();
  for (const digit of number.slice(1)) await page.locator(`[data-key="${digit}"]`).click();
  await page.locator(one('enter')).click();
}

/** Answers every question of a quiz with the first option shown. */
async function answer(page: Page, questions: number): Promise<void> {
  for (let n = 1; n <= questions; n++) {
    await page.getByText(new RegExp(`第 ${n} 题|Question ${n} `)).waitFor();
    await page.locator('[data-choice]').first().click();
    await page.locator(one('next')).click();
  }
}

async function before(page: Page, number: string): Promise<void> {
  await type(page, number);
  await page.locator('[data-choice=FF]').click();
  await answer(page, 3);
  await page.locator('[data-choice="3"]').click();
  await page.locator(one('thanks')).waitFor();
}

/** Everything after a run, the duty phone dialled as told. */
async function after(page: Page, number: string, dialled: string): Promise<void> {
  await type(page, number);
  await page.locator(one('begin')).click();
  await page.locator('[data-choice="0"]').click();
  await answer(page, 3);
  await page.locator(one('quiz-result')).waitFor();
  await page.locator(one('next')).click();
  await page.locator('[data-choice="5"]').click();
  for (const digit of dialled) await page.locator(`[data-key="${digit}"]`).click();
  await page.locator(one('dial')).click();
}

async function kit(page: Page): Promise<void> {
  for (const asked of ['应急包吗', '手电', '三天', '急救']) {
    await page.getByRole('heading', { name: asked }).waitFor();
    await page.locator('[data-choice=true]').click();
  }
}

/** What this browser keeps: everything a next visitor, or somebody who took the device, could read. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const all: unknown[] = [{ ...localStorage }, { ...sessionStorage }, location.href, history.state];
    for (const { name } of await indexedDB.databases()) {
      const shelf = await new Promise<IDBDatabase>((done, fail) => {
        const asked = indexedDB.open(name!);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = () => fail(asked.error);
      });
      for (const store of shelf.objectStoreNames)
        all.push(
          await new Promise((done) => {
            const asked = shelf.transaction(store).objectStore(store).getAll();
            asked.onsuccess = () => done(asked.result);
          }),
        );
      shelf.close();
    }
    return JSON.stringify(all);
  });
}

describe('a visit at the kiosk', () => {
  test('goes from the quiz before to the slip in the hand, and everybody can use each page', async () => {
    const { number, ticket } = await letIn();
    const visited = await open('/kiosk');
    const { page } = visited;
    await page.locator(one('welcome')).waitFor();
    expect(await barriers(visited)).toEqual([]);
    await before(page, number);
    expect(await page.locator(one('thanks')).textContent()).toContain(number);
    expect(await barriers(visited)).toEqual([]);
    await page.locator(one('finish')).click();

    await train(ticket);
    const sent: string[] = [];
    page.on('request', (request: Request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    const digits = SETTINGS.dutyPhone.replace(/\D/g, '');
    await after(page, number, digits);
    await page.getByText(SETTINGS.dutyPhone).waitFor();
    await page.locator(one('next')).click();
    await kit(page);
    await page.locator(one('qr')).waitFor();
    expect(await barriers(visited)).toEqual([]);
    // what was dialled is compared in the page and goes nowhere
    expect(sent.join('\n')).not.toContain(digits);
    expect(sent.filter((line) => /"duty-phone"/.test(line))).toHaveLength(1);

    const address = new URL((await page.locator(one('qr')).getAttribute('data-text'))!);
    expect(address.pathname).toBe('/slip');
    await page.locator(one('finish')).click();
    await page.locator(one('welcome')).waitFor();
    expect(await page.locator('body').textContent()).not.toContain(number);
    expect(await kept(page)).not.toContain(number);
    expect(visited.complaints).toEqual([]);
    await visited.close();

    const phone = await open(`/slip${address.hash}`, { ...PHONE, as: 'stranger' });
    await phone.page.locator('.slip-checks li').first().waitFor();
    expect(await phone.page.locator(one('practise')).getAttribute('data-rule')).toBe('FF-M10');
    expect(await phone.page.locator(one('slip')).textContent()).toContain(SETTINGS.name);
    expect(await barriers(phone)).toEqual([]);
    await phone.page.locator(one('language')).click();
    await phone.page.getByText('Practise this one step').waitFor();
    expect(await barriers(phone)).toEqual([]);
    await phone.close();
  });

  test('asks nothing twice', async () => {
    const { number } = await letIn();
    const { page, close } = await open('/kiosk');
    await before(page, number);
    await page.locator(one('finish')).click();
    await type(page, number);
    // the other scenario is still open; the confidence before was told
    await page.locator(one('begin')).click();
    await answer(page, 3);
    await page.locator(one('thanks')).waitFor();
    await close();
  });

  test('gives one try for the duty phone, then four numbers, and sends only right or wrong', async () => {
    const { number, ticket } = await letIn();
    await train(ticket);
    const visited = await open('/kiosk');
    const { page } = visited;
    const points: string[] = [];
    page.on('request', (request: Request) => {
      if (request.url().endsWith('/api/points')) points.push(request.postData() ?? '');
    });
    await after(page, number, '110');
    const four = page.locator('[data-choice]');
    await four.first().waitFor();
    expect(await four.count()).toBe(4);
    expect(await barriers(visited)).toEqual([]);
    await four.filter({ hasNotText: SETTINGS.dutyPhone }).first().click();
    await page.locator(one('next')).click();
    await kit(page);
    await page.locator(one('qr')).waitFor();
    const told = points.map((body) => JSON.parse(body).point).filter((point) => /^duty/.test(point.kind));
    expect(told).toEqual([
      { kind: 'duty-phone', correct: false },
      { kind: 'duty-phone-recognised', correct: false },
    ]);
    await visited.close();
  });

  test('sends an answer again under the same id when the network drops, and lets the visitor go on', async () => {
    const { number } = await letIn();
    const visited = await open('/kiosk');
    const { page } = visited;
    const ids: string[] = [];
    await page.route('**/api/quiz', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      ids.push(JSON.parse(route.request().postData()!).id);
      // the first is lost on the way there, the second on the way back
      if (ids.length === 1) return route.abort();
      if (ids.length === 2) await route.fetch();
      if (ids.length === 2) return route.abort();
      return route.continue();
    });
    await type(page, number);
    await page.locator('[data-choice=FF]').click();
    await answer(page, 3);
    await page.locator(one('go-on')).click();
    await page.locator('[data-choice="3"]').click();
    await page.locator(one('thanks')).waitFor();
    await expect.poll(() => ids.length, { timeout: 20_000 }).toBe(3);
    expect(new Set(ids).size).toBe(1);
    const brief = await expect.poll(async () => (await call(kiosk, 'GET', `/api/visit?ticket=${number}`)).told.done);
    await brief.toContain('quiz-before-FF');
    await visited.close();
  });
});

describe('four weeks later', () => {
  let code: string;
  let due: string;

  test('the card opens the weakest drill on this computer, and not before', async () => {
    code = (await call(house.cookies, 'POST', '/api/cards')).told.code;
    const { ticket } = await letIn(code);
    await train(ticket);
    const visited = await open('/kiosk');
    const { page } = visited;
    const showCard = async () => {
      await page.locator(one('recheck')).click();
      for (const sign of code.replaceAll('-', '')) await page.keyboard.press(sign);
      await page.locator(one('enter')).click();
    };
    await showCard();
    await page.getByText('还没到复测的日子').waitFor();
    expect(await barriers(visited)).toEqual([]);
    await page.reload();
    passDays(28);
    await showCard();
    await page.getByText('厨房油锅起火').waitFor();
    expect(await barriers(visited)).toEqual([]);
    due = (await page.locator(one('drill')).getAttribute('href'))!;
    expect(due).toMatch(/^\/drill\/firefighting\/kitchen-wok\?.*mode=assess/);
    // the browser itself notes the refusal
    expect(visited.complaints.filter((said) => !/409/.test(said))).toEqual([]);
    await visited.close();
  });

  test('its run is counted as retention, apart from training, and leads back to the kiosk', async () => {
    const small = { width: 320, height: 200, clock: 'still', drawsEvery: 8 } as const;
    const visited = await open(`${due}&seed=1&probe=1&lite=1`, small);
    await visited.until('the drill to be loaded', (seen) => seen.ready);
    const begun = await begin(visited, VARIANT, 'desk');
    const seen = await playPlan(begun, VARIANT, 'leave-early');
    expect(seen.ended?.ended).toBe('finished');
    await visited.until('the run to be handed in', ({ saved }) => saved === 'sent');
    const month = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7);
    const { told } = await call(house.cookies, 'GET', `/api/participation?month=${month}`);
    expect(told.figures.retention.rechecks).toBe(1);
    // nobody touches it any more
    for (let waited_s = 0; waited_s < LEFT_s + 10; waited_s += 10) await visited.page.clock.fastForward(10_000);
    await visited.shows(one('welcome'));
    expect(await kept(visited.page)).not.toContain(code);
    await visited.close();
  });
});

describe('the next visitor', () => {
  test('finds nothing of one who walked off: a warning is counted down, then the page is new and Chinese', async () => {
    const { number } = await letIn();
    const visited = await open('/kiosk', { clock: 'still' });
    const { page } = visited;
    await visited.press(one('language'));
    await visited.shows('[data-key="1"]');
    for (const digit of number.slice(1)) await visited.press(`[data-key="${digit}"]`);
    await visited.press(one('enter'));
    await visited.shows('[data-choice=FF]');
    expect(await page.locator('body').textContent()).toContain(number);
    await page.clock.fastForward(50_000);
    await visited.shows(one('still-here'));
    await visited.press(one('still-here'));
    await page.locator(one('still-here')).waitFor({ state: 'detached' });
    expect(await page.locator('body').textContent()).toContain(number);
    await page.clock.fastForward(61_000);
    await visited.shows(one('welcome'));
    expect(await page.locator('body').textContent()).not.toContain(number);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(await kept(page)).not.toContain(number);
    await visited.close();
  });

  test('a number that is not of today gets a sentence', async () => {
    const visited = await open('/kiosk');
    await type(visited.page, 'A999');
    await visited.page.getByText('今天没有这个号码').waitFor();
    expect(await barriers(visited)).toEqual([]);
    await visited.close();
  });

  test('a slip that is not there says where to get it again', async () => {
    const phone = await open('/slip#nothing-of-ours', { ...PHONE, as: 'stranger' });
    await phone.page.getByText('找不到这张小结单').waitFor();
    expect(await barriers(phone)).toEqual([]);
    await phone.close();
  });
});
