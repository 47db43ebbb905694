/** An afternoon's one turn on the staff's tablet, against the real server: pairing, check-in, queue, call, wipe, slip. */
import type { Browser } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barriers } from './barriers.ts';
import { openBrowser } from './chromium.ts';
import { openHall } from './hall.ts';
import { type Visit, type VisitOptions, visit } from './visit.ts';

const house = await openHall();
const one = (id: string) => `[data-testid=${id}]`;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** pictures for people, in tests/out */
async function shoot(desk: Visit, name: string): Promise<void> {
  await desk.page.screenshot({ path: `tests/out/floor-${name}.png`, fullPage: true });
}

async function open(path: string, options: Partial<VisitOptions> = {}): Promise<Visit> {
  const tablet = { width: 800, height: 1280, clock: 'live', as: 'both', xr: null } as const;
  const opened = await visit(browser, { ...house, ...tablet, ...options });
  await opened.page.goto(opened.origin + path);
  return opened;
}

const beats: NodeJS.Timeout[] = [];
afterAll(() => beats.forEach(clearInterval));

/** A headset that typed the digits on the tablet, and says what it does. */
async function station(code: string) {
  const cookies: string[] = [];
  const call = async (path: string, body: unknown) => {
    const headers = { origin: house.origin, cookie: cookies.join('; '), 'content-type': 'application/json' };
    const reply = await fetch(house.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    cookies.push(...reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!));
    return reply.json();
  };
  const { id } = (await call('/api/stations', { code })) as { id: string };
  const boot = v7();
  let seq = 0;
  let last: object = {};
  const say = () => {
    seq += 1;
    const idle = { turn: null, phase: 'idle', run: null, stage: null, elapsed_s: 0, controllers: 'two' };
    const rest = { attended: true, score: null, end: null, trouble: null, done: [], question: null };
    return call('/api/station/report', { boot, seq, ...idle, ...rest, ...last });
  };
  return {
    id,
    /** is said again and again, as a station does, so that it is not taken for lost */
    async report(change: object): Promise<void> {
      const first = seq === 0;
      last = change;
      await say();
      if (first) beats.push(setInterval(() => void say().catch(() => undefined), 2_000));
    },
    async orders(): Promise<{ turn: { id: string; comfort: object } | null }> {
      const reply = await fetch(`${house.origin}/api/station`, { headers: { cookie: cookies.join('; ') } });
      return reply.json() as Promise<{ turn: { id: string; comfort: object } | null }>;
    },
  };
}

test('a walk-in is checked in without typing, called, played beside somebody, wiped after, and takes a slip', async () => {
  const desk = await open('/desk/stations');
  const { page } = desk;
  await page.getByLabel('名称').fill('测9号');
  await page.locator(one('pair')).click();
  const code = (await page.locator(one('code')).textContent())!;
  expect(code).toMatch(/^\d{6}$/);
  await shoot(desk, 'stations');
  expect(await barriers(desk)).toEqual([]);
  const headset = await station(code);
  await headset.report({});

  await page.getByRole('link', { name: '登记', exact: true }).click();
  await page.getByRole('button', { name: '居民' }).click();
  await page.getByRole('button', { name: '60 岁以上' }).click();
  expect(await page.locator(one('let-in')).isDisabled()).toBe(true);
  await page.getByRole('button', { name: '都没有' }).click();
  expect(await barriers(desk)).toEqual([]);
  await shoot(desk, 'check-in');
  await page.locator(one('let-in')).click();
  const number = (await page.locator(one('ticket-number')).textContent())!;
  expect(number).toMatch(/^A\d{3}$/);
  expect(await barriers(desk)).toEqual([]);

  await shoot(desk, 'ticket');
  await page.getByRole('link', { name: '去现场' }).click();
  const card = page.locator('[data-station="测9号"]');
  const row = page.locator(`[data-ticket=${number}]`);
  await row.waitFor();
  expect(await barriers(desk)).toEqual([]);
  await row.getByRole('button', { name: `${number} 的操作` }).click();
  await page.getByRole('menuitem', { name: '叫到 测9号' }).click();
  await page.locator(one('call-now')).click();
  await page.locator('[data-station="测9号"][data-next=beside]').waitFor();
  await shoot(desk, 'called');
  await card.locator(one('beside')).click();
  await page.locator('[data-station="测9号"][data-next=wait]').waitFor();
  const turn = (await headset.orders()).turn!;
  const run = v7();
  await headset.report({ turn: turn.id, phase: 'running', run, stage: 'notice', elapsed_s: 12, score: 10 });
  await page.locator('[data-station="测9号"][data-next=running]').waitFor();

  await card.locator(one('more')).click();
  await page.getByRole('switch', { name: '坐着做' }).click();
  await expect.poll(async () => (await headset.orders()).turn!.comfort).toMatchObject({ seated: true });
  await page.locator(one('intervene-hint')).click();
  await expect.poll(async () => JSON.stringify((await headset.orders()).turn)).toContain('"what":"hint"');
  expect(await barriers(desk)).toEqual([]);
  await shoot(desk, 'more');
  await page.keyboard.press('Escape');
  await shoot(desk, 'running');

  await headset.report({ turn: turn.id, phase: 'over', run, end: 'finished' });
  await card.locator(one('wiped')).click();
  await page.locator('[data-station="测9号"][data-next=call]').waitFor();
  await row.locator(one('do-finish')).click();
  await page.locator(one('undo')).waitFor();
  await row.waitFor({ state: 'detached' });
  await page.locator(one('undo')).getByRole('button').click();
  await page.locator(`[data-ticket=${number}][data-state=after]`).waitFor();
  expect(desk.complaints).toEqual([]);
  expect(desk.strayed).toEqual([]);
  await desk.close();
});

test('a crew without phones: raised hands are tapped in, their answer counts, and another one performs', async () => {
  const desk = await open('/desk/stations');
  const { page } = desk;
  await page.getByLabel('名称').fill('测8号');
  await page.locator(one('pair')).click();
  const headset = await station((await page.locator(one('code')).textContent())!);
  await headset.report({});
  const numbers: string[] = [];
  for (let visitor = 0; visitor < 2; visitor++) {
    await page.getByRole('link', { name: '登记', exact: true }).click();
    await page.getByRole('button', { name: '学生' }).click();
    await page.getByRole('button', { name: '18–59 岁' }).click();
    await page.getByRole('button', { name: '都没有' }).click();
    await page.locator(one('let-in')).click();
    numbers.push((await page.locator(one('ticket-number')).textContent())!);
    await page.getByRole('link', { name: '去现场' }).click();
  }
  const [first, other] = numbers as [string, string];
  const card = page.locator('[data-station="测8号"]');
  await page
    .locator(`[data-ticket=${first}]`)
    .getByRole('button', { name: `${first} 的操作` })
    .click();
  await page.getByRole('menuitem', { name: '叫到 测8号' }).click();
  await page.locator('input').and(page.getByLabel('演练')).click();
  await page.getByRole('option', { name: '油锅起火' }).click();
  await page.getByLabel('小组：一人操作').check();
  expect(await barriers(desk)).toEqual([]);
  await page.locator(one('call-now')).click();
  await card.locator(one('beside')).click();
  await page.locator('[data-station="测8号"][data-next=wait]').waitFor();
  const turn = (await headset.orders()).turn!;
  const running = { turn: turn.id, phase: 'running', run: v7(), stage: 'notice', elapsed_s: 12 };
  await headset.report(running);
  await page.locator('[data-station="测8号"][data-next=running]').waitFor();

  await card.locator(one('more')).click();
  await page.locator(one('add-hand')).click();
  await page.locator('[data-watcher=hand]').waitFor();
  await headset.report({ ...running, question: { stage: 'notice', options: 3, right: 0 } });
  const choice = page.locator('[data-watcher=hand]').getByRole('button', { name: '大声喊“着火了”' });
  await choice.click();
  await page.locator('[data-watcher=hand] [aria-pressed=true]').waitFor();
  expect(await barriers(desk)).toEqual([]);
  await shoot(desk, 'crew');
  await headset.report({ ...running, question: null });
  await page.locator('[data-watcher=hand]').getByText('对 1/1').waitFor();

  await page.locator(one('crew')).getByRole('button', { name: other }).click();
  await card.getByText(`换成 ${other}`).waitFor({ state: 'attached' });
  await headset.report({ ...running, phase: 'paused' });
  await headset.report({ ...running, resumes: other });
  await card.getByText(`换成 ${other}`).waitFor({ state: 'detached' });
  await headset.report({ ...running, phase: 'over', end: 'finished' });
  await page.keyboard.press('Escape');
  await card.locator(one('wiped')).click();
  // both have performed
  for (const number of numbers) await page.locator(`[data-ticket=${number}][data-state=after]`).waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('the floor is as good to use in the dark, in English, and on its side', async () => {
  const desk = await open('/desk/floor', { width: 1280, height: 800 });
  await desk.page.emulateMedia({ colorScheme: 'dark' });
  await desk.page.getByText('English', { exact: true }).first().click();
  await desk.page.getByRole('heading', { name: /^The floor/ }).waitFor();
  await shoot(desk, 'dark');
  expect(await barriers(desk)).toEqual([]);
  await desk.page.getByText('中文', { exact: true }).first().click();
  await desk.close();
});

test('a camera that is not there leaves the short number, and a foreign card gets its sentence', async () => {
  const desk = await open('/desk/check-in');
  const { page } = desk;
  await page.locator(one('card-scan')).click();
  await page.getByText('用不了摄像头').waitFor();
  await page.getByLabel('卡上的短号').fill('7KQM-X2RA-3');
  await page.getByRole('button', { name: '查卡' }).click();
  await page.getByText('这不是本馆的训练卡。').waitFor();
  await page.keyboard.press('Escape');
  await page.locator(one('card-new')).click();
  const code = (await page.locator(one('card-code')).textContent())!;
  expect(await barriers(desk)).toEqual([]);
  await page.locator(one('card-taken')).click();
  await page.getByText('卡已认出。').waitFor();
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]$/);
  await desk.close();
});

test('a card shown to the camera is known again, with what was done before', async () => {
  const desk = await open('/desk/check-in');
  const { page } = desk;
  await page.locator(one('card-new')).click();
  const picture = (await page.getByAltText('训练卡二维码').getAttribute('src'))!;
  await page.locator(one('card-taken')).click();
  await page.getByRole('button', { name: '不用卡' }).click();
  // the camera of the test's tablet sees the card somebody holds up
  await page.evaluate(async (src) => {
    const card = new Image();
    card.src = src;
    await card.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const brush = canvas.getContext('2d')!;
    setInterval(() => {
      brush.fillStyle = '#cfc6b4';
      brush.fillRect(0, 0, 640, 480);
      brush.drawImage(card, 180, 100, 280, 280);
    }, 50);
    navigator.mediaDevices.getUserMedia = async () => canvas.captureStream(15);
  }, picture);
  await page.locator(one('card-scan')).click();
  await page.locator(one('card-use')).waitFor();
  expect(await barriers(desk)).toEqual([]);
  await page.locator(one('card-use')).click();
  await page.getByText('卡已认出。').waitFor();
  // a hint to the reader of QR codes, which reads little and seldom
  expect(desk.complaints.filter((one) => !one.startsWith('Canvas2D:'))).toEqual([]);
  await desk.close();
});

/** A group booked for today stands before the tablet. */
async function groupArrives(name: string, ages: string): Promise<Visit> {
  const day = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10);
  const post = async (path: string, body: unknown) => {
    const headers = { 'content-type': 'application/json', origin: house.origin, cookie: house.cookies.join('; ') };
    const reply = await fetch(house.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  };
  const plan = { day, from: '08:00', to: '20:00', room: '一楼', audience: 'student', scenarios: ['fire-escape'] };
  const fields = { ...plan, places: 40, headsets: 2, desktops: 2, crew: 1 };
  const [opening] = (await post('/api/openings', { fields, repeatMonths: 0 })) as { id: string }[];
  await post(`/api/openings/${opening!.id}/bookings`, { name, count: 3, audience: 'student', at: null });
  const desk = await open('/desk/check-in');
  const { page } = desk;
  await page.locator('input').and(page.getByLabel('哪个团体？')).click();
  await page.getByRole('option', { name: new RegExp(name) }).click();
  await page.locator('input').and(page.getByLabel('年龄段？')).click();
  await page.getByRole('option', { name: ages }).click();
  return desk;
}

test('a class of eight-year-olds is let in by its leader: consent is asked, desktops are theirs', async () => {
  const desk = await groupArrives('翠湖小学二班', '7–9 岁');
  const { page } = desk;
  expect(await page.locator(one('group-in')).isDisabled()).toBe(true);
  await page.getByLabel(/监护人都同意了/).check();
  expect(await barriers(desk)).toEqual([]);
  await page.locator(one('group-in')).click();
  expect(await page.locator(one('ticket-number')).textContent()).toMatch(/^A\d{3} – A\d{3}$/);
  await page.getByText('等大屏叫号，用电脑演练').waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});

test('each of a group is asked the screening card at the headset; who says yes gets a desktop', async () => {
  const desk = await groupArrives('老滇味餐馆', '18–59 岁');
  const { page } = desk;
  await page.locator(one('group-in')).click();
  const [first] = (await page.locator(one('ticket-number')).textContent())!.split(' – ') as [string];
  await page.getByRole('link', { name: '机位', exact: true }).click();
  await page.getByLabel('名称').fill('测7号');
  await page.locator(one('pair')).click();
  const headset = await station((await page.locator(one('code')).textContent())!);
  await headset.report({});
  await page.getByRole('link', { name: '现场', exact: true }).click();
  const card = page.locator('[data-station="测7号"]');
  const callFirst = async (number: string) => {
    await page
      .locator(`[data-ticket=${number}]`)
      .getByRole('button', { name: `${number} 的操作` })
      .click();
    await page.getByRole('menuitem', { name: '叫到 测7号' }).click();
    await page.locator(one('call-now')).click();
    await card.locator(one('screening')).waitFor();
  };
  await callFirst(first);
  expect(await card.locator(one('beside')).isDisabled()).toBe(true);
  expect(await barriers(desk)).toEqual([]);
  await shoot(desk, 'screening');
  await card.locator(one('to-desktop')).click();
  await page.locator('[data-station="测7号"][data-next=call]').waitFor();
  await page.locator(`[data-ticket=${first}][data-state=waiting]`).waitFor();

  const second = `A${String(Number(first.slice(1)) + 1).padStart(3, '0')}`;
  await callFirst(second);
  // nothing of the one before is answered for the next
  expect(await card.locator(one('beside')).isDisabled()).toBe(true);
  await card.getByLabel('问过了，都没有').check();
  await card.locator(one('beside')).click();
  await page.locator('[data-station="测7号"][data-next=wait]').waitFor();
  expect(desk.complaints).toEqual([]);
  await desk.close();
});
