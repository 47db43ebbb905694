/** The wall against the real server: numbers called aloud, a crew's run as it happens, phones that are asked before it is shown. */
import type { Browser } from 'playwright-core';
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOfTurn } from '../../server/ids.ts';
import { cutTape } from '../../src/drill/live.ts';
import { writeTape } from '../../src/drill/tape.ts';
import { digest } from '../../src/wire/digest.ts';
import type { Session } from '../../src/wire/session.ts';
import { open as openDrill, perform, planOf, wait } from '../drill/hand.ts';
import { barriers } from './barriers.ts';
import { openBrowser } from './chromium.ts';
import { openHall } from './hall.ts';
import { runsOf } from './house.ts';
import { openTablet } from './tablet.ts';
import { type Visit, visit } from './visit.ts';

const house = await openHall();
const tablet = openTablet(house.origin, house.cookies);
const one = (id: string) => `[data-testid=${id}]`;
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

/** A device of the hall by its digits. @returns its door to the server */
async function paired(name: string, kind: 'headset' | 'wall') {
  const cookies: string[] = [];
  const call = async (path: string, body: unknown) => {
    const headers = { origin: house.origin, cookie: cookies.join('; '), 'content-type': 'application/json' };
    const reply = await fetch(house.origin + path, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    cookies.push(...reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!));
    return reply.json();
  };
  const { id } = (await call('/api/stations', { code: await tablet.code(name, kind) })) as { id: string };
  const boot = v7();
  let seq = 0;
  return {
    id,
    cookies,
    call,
    async report(change: object): Promise<void> {
      seq += 1;
      const idle = { turn: null, phase: 'idle', run: null, stage: null, elapsed_s: 0, controllers: 'two' };
      const rest = { attended: true, score: null, end: null, trouble: null, done: [], question: null };
      await call('/api/station/report', { boot, seq, ...idle, ...rest, ...change });
    },
  };
}
type Device = Awaited<ReturnType<typeof paired>>;

async function open(path: string, options: { width: number; height: number; cookies?: string[] }): Promise<Visit> {
  const { cookies, ...size } = options;
  const as = cookies ? ('device' as const) : ('stranger' as const);
  const opened = await visit(browser, { ...house, cookies: cookies ?? [], as, xr: null, clock: 'live', ...size });
  await opened.page.goto(opened.origin + path);
  return opened;
}

test('a wall is paired by its digits, shows numbers only, and calls each aloud', async () => {
  const headset = await paired('51号机', 'headset');
  await headset.report({});
  const wall = await open('/wall', { width: 1280, height: 720 });
  const { page } = wall;
  // a browser that is no device yet is asked for the digits
  const code = await tablet.code('大屏', 'wall');
  for (const digit of code) await page.locator(`[data-key="${digit}"]`).click();
  await page.locator(one('wall')).waitFor();
  await page.locator(one('wall-sound')).click();
  await tablet.checkIn('headset');
  const ticket = await tablet.checkIn('headset');
  await page.locator(one('wall-waiting')).getByText(ticket.number).waitFor();
  await tablet.act({
    do: 'call',
    station: headset.id,
    ticket: ticket.id,
    variant: 'firefighting/kitchen-wok',
    mode: 'assess',
    crew: false,
  });
  await page.locator(one('wall-called')).getByText(ticket.number).waitFor();
  const said = () => page.evaluate(() => document.documentElement.dataset.said ?? '');
  const signs = ['please', ...ticket.number.toLowerCase(), 'number', 'to', '5', '1', 'machine'];
  await expect.poll(said).toContain(signs.map((sign) => `call.${sign}`).join(' '));
  expect(await barriers(wall)).toEqual([]);
  await page.screenshot({ path: 'tests/out/wall-called.png' });
  // the clock may say 18 as well
  const words = await page.locator(one('wall')).evaluate((shown) => {
    const copy = shown.cloneNode(true) as Element;
    copy.querySelector('time')?.remove();
    return copy.textContent ?? '';
  });
  for (const word of ['居民', '18', '岁']) expect(words).not.toContain(word);
  await tablet.act({ do: 'no-show', ticket: ticket.id });
  // who is no device yet is told so
  expect(wall.complaints.filter((one) => !/401.*api\/station\)/.test(one))).toEqual([]);
  await wall.close();
});

test('a crew is watched as it happens; phones answer before it is shown, and watching is a row of its own', async () => {
  const headset = await paired('52号机', 'headset');
  await headset.report({});
  const ticket = await tablet.checkIn('headset');
  const call = { variant: 'firefighting/kitchen-wok', mode: 'assess', crew: true } as const;
  const turn = (await tablet.act({ do: 'call', station: headset.id, ticket: ticket.id, ...call })).turn!;
  await tablet.act({ do: 'beside', turn: turn.id });
  const device = await paired('二号大屏', 'wall');
  const wall = await open('/wall', { width: 960, height: 540, cookies: device.cookies });
  // another crew may be on the wall until somebody watches this one
  const code = codeOfTurn(turn.id);
  const phone = await open(`/watch#${code}`, { width: 390, height: 844 });
  await phone.page.locator(one('watch-join')).waitFor();
  expect(await barriers(phone)).toEqual([]);
  await phone.page.locator(one('watch-join')).click();
  await expect.poll(async () => (await tablet.turn(turn.id)).watchers.length).toBe(1);
  await wall.page.locator(`${one('wall-join')}[data-code="${code}"]`).waitFor();

  const run = await play(headset, turn.id, async (stage) => {
    await phone.page.locator(`${one('watch-question')}[data-stage=${stage}]`).waitFor();
    await phone.page.getByRole('button', { name: '大声喊“着火了”' }).dispatchEvent('click');
    await wall.page.locator(one('wall-ask')).waitFor();
    expect(await barriers(phone)).toEqual([]);
    await phone.page.screenshot({ path: 'tests/out/watch-question.png' });
  });
  await wall.page.locator(`${one('live-show')}[data-stage=gates]`).waitFor({ timeout: 120_000 });
  expect(wall.complaints).toEqual([]);
  // one page at a time draws by software
  await wall.close();
  await coachSees(turn.id);
  await headset.report({ turn: turn.id, phase: 'over', run: run.id, end: 'abandoned' });
  await headset.call('/api/uploads', { sessions: [run] });
  await phone.page.locator(one('watch-over')).waitFor();
  expect((await tablet.turn(turn.id)).watchers).toMatchObject([{ answered: 1, right: 1 }]);
  await expect
    .poll(async () => (await runsOf(house.origin, house.cookies)).filter((row) => row.role === 'observed').length)
    .toBeGreaterThan(0);
  await phone.close();
});

/** The same run on the staff's tablet: picture, marks, and an intervention that reaches the station. */
async function coachSees(turn: string): Promise<void> {
  const desk = await visit(browser, { ...house, as: 'both', xr: null, clock: 'live', width: 420, height: 800 });
  await desk.page.goto(`${house.origin}/desk/coach/${turn}`);
  await desk.page.locator(one('live-show')).waitFor();
  // a page that draws by software has no still frame to wait for
  await desk.page.locator(one('intervene-hint')).dispatchEvent('click');
  await expect.poll(async () => (await tablet.turn(turn)).asks.map((ask) => ask.what)).toEqual(['hint']);
  await desk.page.locator(one('marks')).waitFor();
  expect(await barriers(desk)).toEqual([]);
  expect(desk.complaints).toEqual([]);
  await desk.close();
}

/** A real run's tape, sent piece by piece as a station does, with the first decision's question for the watchers. */
async function play(headset: Device, turn: string, atQuestion: (stage: string) => Promise<void>): Promise<Session> {
  const id = v7();
  const drill = openDrill('firefighting/kitchen-wok', { id, turn });
  let sent = 0;
  const send = async () => {
    const piece = cutTape(drill.tape, sent);
    if (!piece) return;
    const body = { turn, run: id, head: drill.tape.head, piece };
    sent = ((await headset.call('/api/station/live', body)) as { have: number }).have;
  };
  const running = { turn, phase: 'running', run: id, elapsed_s: 5 };
  await headset.report({ ...running, stage: 'calm' });
  perform(drill, planOf({ 'wait until': { fact: 'ignited' } }));
  wait(drill, 1);
  // asked before any picture has come: what is open for twelve seconds must not wait for software drawing
  await headset.report({ ...running, stage: 'notice', question: { stage: 'notice', options: 3, right: 0 } });
  await atQuestion('notice');
  await send();
  perform(drill, planOf('say fire', 'turn knob off'));
  wait(drill, 2);
  await send();
  drill.stop('abandoned');
  const session = await drill.session();
  const { sha256: _, ...fields } = { ...session, tape: await writeTape(drill.tape) };
  return { ...fields, sha256: await digest(fields) };
}
