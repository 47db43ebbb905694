/** Promises of the floor over HTTP: check-in to the end of a turn, codes, two tablets, full disks, clocks, restarts. */
import { describe, expect, test } from 'vitest';
import { KITCHEN, onFloor, uuid, WALK_IN } from './floor.ts';
import { hallEach, openBrowser, openHall, setUp, tempFolder } from './hall.ts';

const here = hallEach();

const { act, floorNow, pair, begun } = onFloor(here);

describe('a visitor', () => {
  test('comes, is called, plays, and ends in one state; the station is wiped before the next', async () => {
    const station = await pair('1号');
    const { turn, run, ticket, number } = await begun(station);
    expect(number).toBe('A001');
    let floor = await floorNow();
    expect(floor.turns[0]).toMatchObject({ id: turn, run, state: 'running', number: 'A001' });
    expect(floor.tickets[0]).toMatchObject({ state: 'playing', runs: 1 });
    await station.report({ turn, phase: 'over', run, end: 'finished' });
    floor = await floorNow();
    expect(floor.tickets[0]).toMatchObject({ id: ticket, state: 'after', turn: null });
    expect(floor.stations[0]).toMatchObject({ state: 'wipe', turn: null });
    await act(WALK_IN);
    expect((await act({ do: 'call', station: station.id, ticket: null, ...KITCHEN })).body.error).toBe('station-busy');
    expect((await act({ do: 'wiped', station: station.id })).status).toBe(200);
    expect((await act({ do: 'call', station: station.id, ticket: null, ...KITCHEN })).status).toBe(200);
    expect((await act({ do: 'finish', ticket })).body.tickets[0].state).toBe('done');
    const visits = await here.hall.store.db.selectFrom('visit').selectAll().orderBy('number').execute();
    expect(visits).toMatchObject([
      { number: 'A001', state: 'done' },
      { number: 'A002', state: 'called' },
    ]);
  });

  test('nobody begins before somebody stands beside them', async () => {
    const station = await pair('1号');
    await act(WALK_IN);
    const { turn } = (await act({ do: 'call', station: station.id, ticket: null, ...KITCHEN })).body;
    await station.report({ turn: turn.id, phase: 'running', run: uuid() });
    expect((await floorNow()).turns[0]).toMatchObject({ state: 'called', run: null });
  });

  test('a technical fault is no fail: the ticket is first in the queue again', async () => {
    const station = await pair('1号');
    const { turn, ticket } = await begun(station);
    await act(WALK_IN);
    await act({ do: 'fault', turn, reason: 'the headset went dark' });
    const floor = await floorNow();
    expect(floor.turns[0]).toMatchObject({ state: 'over', end: 'technical-fault' });
    expect(floor.waits_min).toHaveProperty(ticket);
    await act({ do: 'wiped', station: station.id });
    const again = await act({ do: 'call', station: station.id, ticket: null, ...KITCHEN });
    expect(again.body.turn.ticket).toBe(ticket);
  });

  test('a guardian is asked under fourteen, a headset refused under ten, desktop offered', async () => {
    const child = { ...WALK_IN, ageBand: '7-9' } as const;
    expect((await act(child)).body.error).toBe('consent-missing');
    expect((await act({ ...child, consent: true })).body.error).toBe('wrong-place');
    expect((await act({ ...child, consent: true, place: 'desktop' })).status).toBe(200);
  });

  test('who must not wear a headset after all waits for a desktop, and the headset is free for the next', async () => {
    const station = await pair('1号');
    const [ticket] = (await act(WALK_IN)).body.tickets;
    const called = await act({ do: 'call', station: station.id, ticket: ticket.id, ...KITCHEN });
    expect((await act({ do: 'place', ticket: ticket.id, place: 'desktop' })).status).toBe(200);
    const floor = await floorNow();
    expect(floor.tickets).toMatchObject([{ state: 'waiting', place: 'desktop', missed: 0, due_ms: ticket.due_ms }]);
    expect(floor.turns.find((one) => one.id === called.body.turn.id)).toMatchObject({
      state: 'over',
      end: 'not-begun',
    });
    expect(floor.stations).toMatchObject([{ state: 'free', turn: null }]);
    // the call does not come back by an undo
    expect(floor.undo).toBeNull();
    // in the middle of a run nobody is moved
    const { ticket: playing } = await begun(station);
    expect((await act({ do: 'place', ticket: playing, place: 'desktop' })).body.error).toBe('changed-meanwhile');
  });

  test('skipped goes behind two, no-show and leave can be taken back with one tap', async () => {
    for (let k = 0; k < 4; k++) await act(WALK_IN);
    const [first] = (await floorNow()).tickets;
    await act({ do: 'skip', ticket: first!.id });
    const board = (await here.staff.ask('GET', '/api/board')).body;
    expect(board.waiting).toEqual(['A002', 'A003', 'A001', 'A004']);
    await act({ do: 'no-show', ticket: first!.id });
    const { undo } = await floorNow();
    expect(undo).toMatchObject({ what: 'no-show', number: 'A001' });
    expect((await act({ do: 'undo', event: undo!.event })).status).toBe(200);
    expect((await floorNow()).tickets[0]!.state).toBe('waiting');
    expect((await here.staff.ask('GET', '/api/board')).body.waiting).toEqual(['A002', 'A003', 'A001', 'A004']);
  });
});

describe('the board', () => {
  test('shows numbers and stations, never who somebody is', async () => {
    const station = await pair('1号');
    await begun(station);
    await act({ ...WALK_IN, ageBand: '60-plus', audience: 'shop' });
    const text = JSON.stringify((await here.staff.ask('GET', '/api/board')).body);
    expect(text).toContain('A002');
    for (const word of ['60-plus', 'shop', 'resident', 'card']) expect(text).not.toContain(word);
  });
});

describe('two tablets', () => {
  test('on one ticket: one is told that the other was quicker', async () => {
    const [one, two] = [await pair('1号'), await pair('2号')];
    const [ticket] = (await act(WALK_IN)).body.tickets;
    const both = await Promise.all(
      [one, two].map((station) => act({ do: 'call', station: station.id, ticket: ticket.id, ...KITCHEN })),
    );
    expect(both.map((reply) => reply.status).sort()).toEqual([200, 409]);
    expect(both.find((reply) => reply.status === 409)!.body.error).toBe('changed-meanwhile');
  });

  test('the same act sent twice is one act', async () => {
    const id = uuid();
    const first = await act(WALK_IN, here.staff, id);
    const second = await act(WALK_IN, here.staff, id);
    expect(second.status).toBe(200);
    expect(second.body.tickets.map((one: { number: string }) => one.number)).toEqual(['A001']);
    expect(first.body.tickets).toEqual(second.body.tickets);
    expect((await floorNow()).tickets).toHaveLength(1);
  });
});

describe('pairing', () => {
  test('a guessed code is refused, five wrong ones void every open code', async () => {
    const { code } = (await here.staff.ask('POST', '/api/stations/codes', { name: '1号', kind: 'headset' })).body;
    const guesser = openBrowser(here.hall.app);
    for (let k = 0; k < 5; k++) {
      const guess = String((Number(code) + 1 + k) % 1_000_000).padStart(6, '0');
      expect((await guesser.ask('POST', '/api/stations', { code: guess })).body.error).toBe('wrong-code');
    }
    expect((await guesser.ask('POST', '/api/stations', { code })).body.error).toBe('wrong-code');
  });

  test('a device paired twice is one station with its new name; a code works once', async () => {
    const one = await pair('1号');
    const { code } = (await here.staff.ask('POST', '/api/stations/codes', { name: '7号', kind: 'desktop' })).body;
    const again = await one.browser.ask('POST', '/api/stations', { code });
    expect(again.body).toMatchObject({ id: one.id, name: '7号', kind: 'desktop' });
    expect((await one.browser.ask('POST', '/api/stations', { code })).body.error).toBe('wrong-code');
    expect((await floorNow()).stations).toMatchObject([{ id: one.id, name: '7号' }]);
  });

  test('a browser that is no station is told so', async () => {
    const stranger = openBrowser(here.hall.app);
    expect((await stranger.ask('GET', '/api/station')).body.error).toBe('not-a-hall-device');
  });
});

describe('the hard boundary', () => {
  test('a report about another turn than its own changes nothing', async () => {
    const [one, two] = [await pair('1号'), await pair('2号')];
    const first = await begun(one);
    const second = await begun(two);
    await two.report({ turn: first.turn, phase: 'over', run: first.run, end: 'failed' });
    const { turns } = await floorNow();
    expect(turns.map((turn) => turn.state)).toEqual(['running', 'running']);
    expect(turns.map((turn) => turn.run)).toEqual([first.run, second.run]);
  });

  test('what was set for one visitor is not set for the next', async () => {
    const station = await pair('1号');
    const { turn, run } = await begun(station);
    await act({ do: 'comfort', turn, comfort: { locale: 'en', captions: false, seated: true, intensity: 'calm' } });
    await station.report({ turn, phase: 'over', run, end: 'abandoned' });
    await act({ do: 'wiped', station: station.id });
    await begun(station);
    const orders = (await station.browser.ask('GET', '/api/station')).body;
    expect(orders.turn.comfort).toEqual({ locale: 'zh-CN', captions: true, seated: false, intensity: 'normal' });
  });

  test('a page that was lost in the middle of a run is a fault of the machine', async () => {
    const station = await pair('1号');
    await begun(station);
    await station.report({ turn: null, phase: 'idle' });
    expect((await floorNow()).turns[0]).toMatchObject({ state: 'over', end: 'technical-fault' });
  });

  test('the live tape of a turn is gone with the turn', async () => {
    const station = await pair('1号');
    const { turn, run } = await begun(station);
    const piece = { from: 0, ticks: 30, numbers: 'AAAA', deeds: [], sum: 0 };
    const sent = await station.browser.ask('POST', '/api/station/live', { turn, run, head: { seed: 1 }, piece });
    expect(sent.body).toEqual({ have: 30 });
    expect(here.hall.floor.tapes.held()).toEqual([turn]);
    await station.report({ turn, phase: 'over', run, end: 'finished' });
    expect(here.hall.floor.tapes.held()).toEqual([]);
    const late = await station.browser.ask('POST', '/api/station/live', { turn, run, head: {}, piece });
    expect(late.body).toEqual({ have: 0 });
    expect(here.hall.floor.tapes.held()).toEqual([]);
  });
});

describe('what goes wrong', () => {
  test('a full disk: the sentence is said, nothing has happened, the floor is as it was', async () => {
    await act(WALK_IN);
    const pages = ((await here.hall.store.ask('pragma page_count')) as { page_count: number }[])[0]!.page_count;
    await here.hall.store.ask(`pragma max_page_count=${pages}`);
    let refused: { status: number; body: { error: string } } | null = null;
    let taken = 1;
    for (let k = 0; k < 200 && !refused; k++) {
      const reply = await act({ ...WALK_IN, count: 20 });
      if (reply.status === 507) refused = reply;
      else taken += 20;
    }
    expect(refused?.body.error).toBe('disk-full');
    expect((await floorNow()).tickets).toHaveLength(taken);
    await here.hall.store.ask('pragma max_page_count=1000000');
    expect((await act(WALK_IN)).status).toBe(200);
    expect((await floorNow()).tickets).toHaveLength(taken + 1);
  });

  test('a restart: the day is there again, with its turns, seats and order', async () => {
    const temp = tempFolder();
    const first = await openHall({ folder: temp.path });
    const manager = await setUp(first);
    for (let k = 0; k < 3; k++) await act(WALK_IN, manager);
    const before = await floorNow(manager);
    await act({ do: 'skip', ticket: before.tickets[0]!.id }, manager);
    const then = await floorNow(manager);
    await first.close();
    const second = await openHall({ folder: temp.path });
    const browser = openBrowser(second.app);
    for (const [name, value] of manager.cookies) browser.cookies.set(name, value);
    const now = await floorNow(browser);
    expect(now.tickets).toEqual(then.tickets);
    expect(now.rev).toBe(then.rev);
    await second.close();
    temp.remove();
  });

  test('a clock an hour wrong: order and day stay, no waiting time is negative', async () => {
    let now_ms = Date.UTC(2026, 10, 23, 4, 0);
    const other = await openHall({ clock: () => now_ms });
    const manager = await setUp(other);
    await act(WALK_IN, manager);
    now_ms += 3600_000;
    await act(WALK_IN, manager);
    now_ms -= 3600_000;
    await act(WALK_IN, manager);
    const board = (await manager.ask('GET', '/api/board')).body;
    expect(board.waiting).toEqual(['A001', 'A002', 'A003']);
    now_ms += 24 * 3600_000;
    await act(WALK_IN, manager);
    now_ms -= 24 * 3600_000;
    await act(WALK_IN, manager);
    const floor = await floorNow(manager);
    expect(floor.day).toBe('2026-11-24');
    expect(floor.tickets.map((one) => one.number)).toEqual(['A001', 'A002']);
    const visits = await other.store.db.selectFrom('visit').select('state').where('day', '=', '2026-11-23').execute();
    expect(visits.map((visit) => visit.state)).toEqual(['left', 'left', 'left']);
    await other.close();
  });
});
