/** Promises of a crew over HTTP: who watches is asked, answers count once, and another one performs. */
import { describe, expect, test, vi } from 'vitest';
import { onFloor, uuid, WALK_IN } from './floor.ts';
import { aRun, hallEach, openBrowser, openHall, setUp } from './hall.ts';

const here = hallEach();

const { act, floorNow, pair, begun } = onFloor(here);

describe('a crew', () => {
  async function crewWith(phones: number) {
    const station = await pair('1号');
    const playing = await begun(station, true);
    const { crew } = (await here.staff.ask('GET', '/api/board')).body;
    const seats: string[] = [];
    for (let k = 0; k < phones; k++) {
      const seat = uuid();
      const reply = await openBrowser(here.hall.app).ask('POST', '/api/watch', { seat, code: crew.join, ticket: null });
      expect(reply.status).toBe(200);
      seats.push(seat);
    }
    return { station, ...playing, seats, join: crew.join as string };
  }
  const QUESTION = { stage: 'choose', options: 3, right: 1 };

  test('is asked at a decision, and each watcher is a row of its own: observed, not performed', async () => {
    const { station, turn, run, seats } = await crewWith(2);
    await station.report({ turn, phase: 'running', run, stage: 'choose', question: QUESTION });
    const view = (await here.staff.ask('GET', `/api/watch?seat=${seats[0]}`)).body;
    expect(view.question).toMatchObject({ stage: 'choose', options: 3 });
    expect(JSON.stringify(view.question)).not.toContain('right');
    for (const [k, option] of [1, 2].entries())
      expect(
        (await here.staff.ask('POST', '/api/watch/answer', { seat: seats[k], stage: 'choose', option })).status,
      ).toBe(204);
    await station.report({ turn, phase: 'over', run, end: 'finished' });
    const session = await aRun({ id: run });
    expect((await station.browser.ask('POST', '/api/uploads', { sessions: [session] })).body.results[0].status).toBe(
      'created',
    );
    await here.hall.floor.runArrived(run);
    const rows = await here.hall.store.db.selectFrom('run').select(['id', 'role']).orderBy('role').execute();
    expect(rows.map((row) => row.role)).toEqual(['observed', 'observed', 'performed']);
    const points = await here.hall.store.db.selectFrom('point').selectAll().where('kind', '=', 'decision').execute();
    expect(points.map((point) => point.correct).sort()).toEqual([0, 1]);
    const parts = await here.hall.store.db.selectFrom('part').select(['role', 'answered', 'correct']).execute();
    expect(parts.filter((part) => part.role === 'observed')).toHaveLength(2);
  });

  test('has six watchers at most, by phone or by hand, and a wrong code lets nobody in', async () => {
    const { turn, join } = await crewWith(5);
    expect((await act({ do: 'seat', turn, ticket: null })).status).toBe(200);
    const late = await openBrowser(here.hall.app).ask('POST', '/api/watch', { seat: uuid(), code: join, ticket: null });
    expect(late.body.error).toBe('crew-full');
    const guess = await openBrowser(here.hall.app).ask('POST', '/api/watch', {
      seat: uuid(),
      code: 'ZZZZZZ',
      ticket: null,
    });
    expect(guess.body.error).toBe('wrong-code');
  });

  test('swaps its performer between stages; both performed', async () => {
    const { turn } = await crewWith(0);
    const [next] = (await act(WALK_IN)).body.tickets;
    expect((await act({ do: 'swap', turn, ticket: next.id })).status).toBe(200);
    const floor = await floorNow();
    expect(floor.turns[0]).toMatchObject({ state: 'paused', pause: 'swap', ticket: next.id });
    expect(floor.turns[0]!.performers.map((one) => one.number)).toEqual(['A001', 'A002']);
    expect(floor.tickets.map((one) => one.state)).toEqual(['after', 'playing']);
  });
});

describe('a question', () => {
  test('that ran out is closed for everybody, told at once, and takes no answer any more', async () => {
    await here.hall.close();
    let now_ms = Date.UTC(2026, 10, 23, 6, 0);
    here.hall = await openHall({ clock: () => now_ms });
    here.staff = await setUp(here.hall);
    const station = await pair('1号');
    const { turn, run } = await begun(station, true);
    const [hand] = (await act({ do: 'seat', turn, ticket: null })).body.turn.watchers;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let told = 0;
    const gone = here.hall.floor.subscribe(() => {
      told += 1;
    });
    try {
      const question = { stage: 'choose', options: 3, right: 1 };
      await station.report({ turn, phase: 'running', run, stage: 'choose', question });
      const answered = await act({ do: 'hand', turn, seat: hand.seat, option: 1 });
      expect(answered.body.turn.watchers).toMatchObject([{ option: 1, answered: 0 }]);
      const before = told;
      now_ms += 12_001;
      await vi.advanceTimersByTimeAsync(12_001);
      expect(told).toBe(before + 1);
      const [seen] = (await floorNow()).turns;
      expect(seen).toMatchObject({ question: null, watchers: [{ option: null, answered: 1, right: 1 }] });
      expect((await act({ do: 'hand', turn, seat: hand.seat, option: 0 })).body.error).toBe('changed-meanwhile');
    } finally {
      gone();
      vi.useRealTimers();
    }
  });
});
