/** A station in a real browser and a real hall: paired, called, led by staff, wiped; its page closed, its server killed. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Turn } from '../../src/wire/floor.ts';
import { openBrowser } from './chromium.ts';
import { type House, openHouse, setUp } from './house.ts';
import { begin, playPlan } from './run.ts';
import {
  BROWSER_SAYS,
  beside,
  called,
  DRAWS_every,
  hears,
  KITCHEN,
  openedAgain,
  PATH,
  paired,
  picture,
  pictureOfRoom,
  pressStart,
  putOn,
  typeCode,
} from './stationed.ts';
import { openTablet, type Tablet } from './tablet.ts';
import { type Visit, visit } from './visit.ts';

let browser: Browser;
let house: House;
let tablet: Tablet;
beforeAll(async () => {
  browser = await openBrowser();
  house = await openHouse();
  tablet = openTablet(house.origin, await setUp(house));
});
afterAll(async () => {
  await browser?.close();
  await house?.close();
});

describe('a headset of the hall', () => {
  let one: Visit;
  let first: Turn;
  afterAll(() => one?.close());

  test('is paired by six digits, and says in one sentence when they are wrong', async () => {
    one = await visit(browser, {
      origin: house.origin,
      as: 'stranger',
      xr: 'quest3',
      width: 1280,
      height: 720,
      drawsEvery: DRAWS_every,
    });
    await one.page.goto(house.origin + PATH);
    await one.shows('[data-testid=station-keypad]');
    const code = await tablet.code('3 号机', 'headset');
    await typeCode(one, code === '000000' ? '000001' : '000000');
    await hears(
      one,
      'that the digits are wrong',
      () => one.text('.station-why'),
      (said) => said?.includes('号码不对') ?? false,
    );
    await picture(one, 'keypad');
    await typeCode(one, code);
    await one.shows('[data-testid=station-idle]');
    expect(await one.text('.station-name')).toBe('3 号机');
    await picture(one, 'idle');
    await hears(
      one,
      'the station',
      () => tablet.station('3 号机'),
      (seen) => seen.connected,
    );
  });

  test('is called from the queue, begins only when somebody stands beside, and plays the run of its turn', async () => {
    const ticket = await tablet.checkIn('headset');
    first = await called(one, tablet, '3 号机');
    expect(first.ticket).toBe(ticket.id);
    await picture(one, 'called');
    expect(await one.page.locator('[data-testid=enter-vr], [data-testid=begin]').count()).toBe(0);
    const comfort = { locale: 'en', captions: false, seated: false, intensity: 'calm' } as const;
    await tablet.act({ do: 'comfort', turn: first.id, comfort });
    await beside(one, tablet, first);
    expect(await one.page.evaluate(() => document.documentElement.lang)).toBe('en');
    await one.shows('[data-testid=enter-vr]');
    expect(await one.page.locator('button').count()).toBe(1);
    await picture(one, 'ready');
    const begun = await putOn(one);
    await pictureOfRoom(one, 'eyes-ready');
    await pressStart(begun);
    const on = await hears(
      one,
      'the beginning',
      () => tablet.turn(first.id),
      (turn) => turn.state === 'running',
    );
    const id = await one.page.evaluate(() => (window as unknown as { drillhall: { id: string } }).drillhall.id);
    expect(on.run).toBe(id);
    const live = await hears(
      one,
      'the run',
      () => tablet.station('3 号机'),
      (seen) => (seen.live?.elapsed_s ?? 0) > 0,
    );
    expect(live.live).toMatchObject({ controllers: 'two', attended: true });
    await pictureOfRoom(one, 'eyes');
    await tablet.act({ do: 'pause', turn: first.id });
    const still = await one.until('the staff to hold it', (seen) => seen.paused === 'staff');
    expect(still.panels.flatMap((panel) => panel.keys)).toEqual([]);
    await pictureOfRoom(one, 'eyes-held');
    await tablet.act({ do: 'resume', turn: first.id });
    await one.until('it to go on', (seen) => seen.paused === null);
    const seen = await playPlan(begun, KITCHEN, 'good-lid');
    expect(seen.ended).toMatchObject({ ended: 'finished', passed: true });
    await one.until('the panel of the result', ({ panels }) => panels.length > 0);
    await pictureOfRoom(one, 'eyes-result');
    const over = await hears(
      one,
      'the end',
      () => tablet.turn(first.id),
      (turn) => turn.state === 'over',
    );
    expect(over.end).toBe('finished');
    expect((await tablet.ticket(ticket.id)).state).toBe('after');
    expect((await tablet.station('3 号机')).state).toBe('wipe');
    await one.until('the hall to have the record', ({ saved }) => saved === 'sent');
    expect(await tablet.record(id)).toMatchObject({
      how: 'headset',
      turn: first.id,
      first: { ended: 'finished', passed: true },
    });
  });

  test('keeps nothing of its visitor: after the wipe the next one finds it as the first did', async () => {
    await tablet.act({ do: 'wiped', station: (await tablet.station('3 号机')).id });
    await one.shows('[data-testid=station-idle]');
    expect((await tablet.station('3 号机')).state).toBe('free');
    const kept = await one.page.evaluate(() => [
      document.documentElement.lang,
      Object.entries(localStorage).filter(([name, value]) => !(name === 'drillhall.locale' && value === 'zh-CN'))
        .length,
      sessionStorage.length,
    ]);
    expect(kept).toEqual(['zh-CN', 0, 0]);
    await tablet.checkIn('headset');
    const next = await called(one, tablet, '3 号机');
    expect(next.comfort).toEqual({ locale: 'zh-CN', captions: true, seated: false, intensity: 'normal' });
    await beside(one, tablet, next);
    expect(await one.page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    expect(await one.text('[data-testid=enter-vr]')).toContain('戴好头显');
    // taken off for a minute: the visitor has gone
    await pressStart(await putOn(one));
    await hears(
      one,
      'the beginning',
      () => tablet.turn(next.id),
      (turn) => turn.state === 'running',
    );
    await one.page.evaluate(() =>
      (window as unknown as { headset: { updateVisibilityState(to: string): void } }).headset.updateVisibilityState(
        'hidden',
      ),
    );
    const gone = await hears(
      one,
      'that nobody is there',
      () => tablet.turn(next.id),
      (turn) => turn.state === 'over',
    );
    expect(gone.end).toBe('abandoned');
    await one.shows('[data-testid=station-over]');
    expect(one.complaints.filter((said) => !BROWSER_SAYS.test(said))).toEqual([]);
    expect(one.strayed).toEqual([]);
  });
});

describe('a computer of the hall', () => {
  test('whose page is closed over a run says how it ended, and does not play it again', async () => {
    const one = await paired(browser, tablet, '1 号电脑', 'desktop');
    await tablet.checkIn('desktop');
    const turn = await called(one, tablet, '1 号电脑');
    await beside(one, tablet, turn);
    const { play } = await begin(one, KITCHEN, 'desk');
    const on = await hears(
      one,
      'the beginning',
      () => tablet.turn(turn.id),
      (seen) => seen.state === 'running',
    );
    for (let frame = 0; frame < 20; frame++) await play.frame();
    await one.page.close();
    const next = await openedAgain(one);
    const over = await hears(
      next,
      'the end',
      () => tablet.turn(turn.id),
      (seen) => seen.state === 'over',
    );
    expect(over).toMatchObject({ end: 'abandoned', run: on.run });
    expect((await tablet.ticket(turn.ticket)).state).toBe('after');
    const kept = await hears(
      next,
      'the record',
      () => tablet.record(on.run!),
      (found) => found !== null,
    );
    expect(kept).toMatchObject({ turn: turn.id, first: { ended: 'abandoned' } });
    await tablet.act({ do: 'wiped', station: turn.station });
    await hears(
      next,
      'the wipe',
      () => next.page.locator('[data-testid=station-idle] .station-name').count(),
      (count) => count === 1,
    );
    expect((await tablet.floor()).turns.filter((one) => one.station === turn.station)).toHaveLength(1);
    await one.close();
  });

  test('goes on with its run while the server is killed and comes back; nothing of it is lost', async () => {
    const one = await paired(browser, tablet, '2 号电脑', 'desktop');
    await tablet.checkIn('desktop');
    const turn = await called(one, tablet, '2 号电脑');
    await beside(one, tablet, turn);
    const begun = await begin(one, KITCHEN, 'desk');
    const on = await hears(
      one,
      'the beginning',
      () => tablet.turn(turn.id),
      (seen) => seen.state === 'running',
    );
    await house.kill();
    const seen = await playPlan(begun, KITCHEN, 'leave-early');
    expect(seen.ended?.ended).toBe('finished');
    await one.shows('[data-testid=debrief]');
    expect(await one.page.locator('.debrief-keys button').count()).toBe(1);
    await house.start();
    const over = await hears(
      one,
      'the end',
      () => tablet.turn(turn.id),
      (now) => now.state === 'over',
    );
    expect(over).toMatchObject({ end: 'finished', run: on.run });
    const sent = await hears(
      one,
      'the record',
      () => tablet.record(on.run!),
      (found) => found !== null,
    );
    expect(sent).toMatchObject({ turn: turn.id, first: { ended: 'finished', score: seen.ended?.score } });
    await picture(one, 'debrief');
    await tablet.act({ do: 'wiped', station: turn.station });
    await one.shows('[data-testid=station-idle]');
    expect(one.complaints.filter((said) => !BROWSER_SAYS.test(said))).toEqual([]);
    await one.close();
  });

  test('is led from the tablet: a hint, a look from the wall, another hand in the middle, the end', async () => {
    const one = await paired(browser, tablet, '3 号电脑', 'desktop');
    await tablet.checkIn('desktop');
    const turn = await called(one, tablet, '3 号电脑', true);
    await beside(one, tablet, turn);
    const { play } = await begin(one, KITCHEN, 'desk');
    const now = () => tablet.turn(turn.id);
    await hears(one, 'the beginning', now, (seen) => seen.state === 'running');
    await tablet.act({ do: 'intervene', turn: turn.id, what: 'hint' });
    await hears(one, 'the hint', now, (seen) => seen.asks.length === 1 && seen.asks.every((ask) => ask.done));
    for (let frame = 0; frame < 30; frame++) await play.frame();
    await hears(
      one,
      'the tape',
      () => tablet.firstOfTape(turn.id),
      (first) => /"head":/.test(first) && /"ticks":/.test(first),
    );
    const other = await tablet.checkIn('desktop');
    await tablet.act({ do: 'swap', turn: turn.id, ticket: other.id });
    const still = await one.until('the swap', (seen) => seen.paused === 'swap');
    expect(await one.text('.hud-modal')).toContain(other.number);
    await pictureOfRoom(one, 'swap');
    await one.press('[data-key=resume]');
    await one.until('the other to go on', (seen) => seen.paused === null && seen.clock_s > still.clock_s);
    const on = await hears(one, 'who goes on', now, (seen) => seen.pause === null);
    expect(on).toMatchObject({ state: 'running', number: other.number });
    const comfort = { ...on.comfort, locale: 'en' } as const;
    await tablet.act({ do: 'comfort', turn: turn.id, comfort });
    await hears(
      one,
      'the language',
      () => one.page.evaluate(() => document.documentElement.lang),
      (lang) => lang === 'en',
    );
    await tablet.act({ do: 'end', turn: turn.id });
    const over = await hears(one, 'the end', now, (seen) => seen.state === 'over');
    expect(over.end).toBe('abandoned');
    // nothing of a run that was broken off is left on show
    await one.shows('[data-testid=station-over]');
    const kept = await hears(
      one,
      'the record',
      () => tablet.record(over.run!),
      (found) => found !== null,
    );
    expect(kept).toMatchObject({ turn: turn.id, first: { ended: 'abandoned' }, interventions: [{ what: 'hint' }] });
    expect(one.complaints.filter((said) => !BROWSER_SAYS.test(said))).toEqual([]);
    await one.close();
  });

  test('in a second window does not begin the visitor a second time', async () => {
    const one = await paired(browser, tablet, '4 号电脑', 'desktop');
    const second = await openedAgain(one);
    const shown = (testid: string) => () => second.page.locator(`[data-testid=${testid}]`).count();
    await hears(second, 'the other window', shown('station-elsewhere'), (count) => count === 1);
    // the first one is closed: this one is the station now
    await one.page.close();
    await hears(second, 'its place', shown('station-idle'), (count) => count === 1);
    await one.close();
  });
});
