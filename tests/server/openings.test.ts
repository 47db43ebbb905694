/** Promises of sessions, bookings and lists: planned by the month, never overbooked, nothing imported unseen. */
import { describe, expect, test } from 'vitest';
import { sameWeekdayLater } from '../../server/store/openings.ts';
import { hallEach, openHall, setUp, signedIn } from './hall.ts';
import { xlsx } from './xlsx.ts';

const here = hallEach();

const FIELDS = {
  day: '2026-12-05',
  from: '14:00',
  to: '17:00',
  room: '一楼',
  audience: 'resident',
  scenarios: ['firefighting'],
  places: 40,
  headsets: 4,
  desktops: 0,
  crew: 1,
} as const;
async function plan(change: object = {}, repeatMonths = 0) {
  const made = await here.staff.ask('POST', '/api/openings', { fields: { ...FIELDS, ...change }, repeatMonths });
  expect(made.status).toBe(200);
  return made.body as {
    id: string;
    day: string;
    series: string | null;
    fit: { performers: number; measured: number };
  }[];
}
const GROUP = { name: '二年级三班', count: 30, audience: 'student', at: '14:30' } as const;

describe('a session', () => {
  test('is repeated on the same weekday of each month, the fifth falling to the last', async () => {
    const made = await plan({}, 3);
    expect(made.map((one) => one.day)).toEqual(['2026-12-05', '2027-01-02', '2027-02-06', '2027-03-06']);
    expect(new Set(made.map((one) => one.series)).size).toBe(1);
    expect(sameWeekdayLater('2026-10-31', 1)).toBe('2026-11-28');
    expect(sameWeekdayLater('2026-10-31', 4)).toBe('2027-02-27');
  });

  test('says what fits from the planning value until turns were measured here', async () => {
    const [one] = await plan();
    // 180 min x 0.8 / 10 min = 14 turns a headset
    expect(one!.fit).toMatchObject({ performers: 56, measured: 0 });
    const turn = {
      hall_id: here.hall.store.hallId,
      visit_id: 'v',
      station_id: 's',
      day: '2026-11-20',
      variant: 'a/b',
      crew: 0,
    };
    for (let k = 0; k < 7; k++)
      await here.hall.store.db
        .insertInto('turn')
        .values({
          ...turn,
          id: `t${k}`,
          mode: 'assess',
          purpose: 'training',
          called_ms: 0,
          ready_ms: 0,
          began_ms: 0,
          ended_ms: 240_000,
          freed_ms: 300_000,
          ending: 'finished',
          run_id: null,
        })
        .execute();
    const [measured] = (await here.staff.ask('GET', '/api/openings')).body;
    expect(measured.fit).toMatchObject({ cycle_min: 5, measured: 7, performers: 112 });
  });

  test('is cancelled and takes place after all', async () => {
    const [one] = await plan();
    expect((await here.staff.ask('DELETE', `/api/openings/${one!.id}`)).status).toBe(204);
    expect((await here.staff.ask('GET', '/api/openings')).body[0].cancelled).toBe(true);
    expect((await here.staff.ask('PUT', `/api/openings/${one!.id}`, FIELDS)).body.cancelled).toBe(false);
  });
});

describe('bookings', () => {
  test('never exceed the places, however many tablets book at once', async () => {
    const [one] = await plan();
    const other = await signedIn(here.hall, '小李');
    const replies = await Promise.all(
      Array.from({ length: 6 }, (_, k) =>
        (k % 2 ? here.staff : other).ask('POST', `/api/openings/${one!.id}/bookings`, { ...GROUP, count: 15 }),
      ),
    );
    expect(replies.map((reply) => reply.status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
    expect(replies.find((reply) => reply.status === 409)!.body.error).toBe('no-places');
    expect((await here.staff.ask('GET', '/api/openings')).body[0].booked).toBe(30);
    expect((await here.staff.ask('PUT', `/api/openings/${one!.id}`, { ...FIELDS, places: 20 })).body.error).toBe(
      'no-places',
    );
  });

  test('keep their place in the queue: a group due at 14:30 goes before who walked in at 14:40', async () => {
    let now_ms = Date.parse('2026-12-05T14:40:00+08:00');
    const other = await openHall({ clock: () => now_ms });
    const manager = await setUp(other);
    const [one] = (await manager.ask('POST', '/api/openings', { fields: FIELDS, repeatMonths: 0 })).body;
    const booking = (await manager.ask('POST', `/api/openings/${one.id}/bookings`, GROUP)).body;
    const base = { do: 'check-in', ageBand: '18-59', place: 'headset', consent: false, card: null } as const;
    const come = (command: object) => manager.ask('POST', '/api/floor', { id: crypto.randomUUID(), command });
    await come({ ...base, audience: 'resident', booking: null, count: 1 });
    now_ms += 60_000;
    await come({ ...base, audience: 'student', booking: booking.id, count: 2 });
    expect((await manager.ask('GET', '/api/board')).body.waiting).toEqual(['A002', 'A003', 'A001']);
    expect((await manager.ask('GET', `/api/openings/${one.id}/bookings`)).body[0].arrived).toBe(2);
    await other.close();
  });
});

describe('a list', () => {
  async function preview(opening: string, bytes: Buffer, name: string, browser = here.staff) {
    const path = `/api/openings/${opening}/import/preview?name=${encodeURIComponent(name)}`;
    return browser.ask('POST', path, bytes, { 'content-type': 'application/octet-stream' });
  }
  const TEXT =
    '名称,人数,类型,时间\r\n翠湖小学三班,25,学生,14:30\r\n"老滇味, 一店",6,店员,\r\n=1+1,5,居民,\r\n,3,居民,\r\n某社区,三,居民,\r\n某社区,3,火星人,25:00\r\n';
  /** GBK of the few characters used here, by the browser's own table turned round */
  function gbk(text: string): Buffer {
    const table = new Map<string, number[]>();
    const decoder = new TextDecoder('gbk');
    for (let high = 0x81; high <= 0xfe; high++)
      for (let low = 0x40; low <= 0xfe; low++) table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
    return Buffer.from([...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : table.get(sign)!)));
  }

  test.each([
    ['UTF-8 with BOM', () => Buffer.from(`\ufeff${TEXT}`), '名单.csv', 'UTF-8'],
    ['GBK, as Excel saves it in China', () => gbk(TEXT), '名单.csv', 'GB18030'],
    [
      'XLSX',
      () =>
        xlsx(
          TEXT.trim()
            .split('\r\n')
            .map((line) =>
              (line.match(/("[^"]*"|[^,]*)(,|$)/g) ?? [])
                .slice(0, 4)
                .map((cell) => cell.replace(/,$/, '').replaceAll('"', '')),
            ),
        ),
      '名单.xlsx',
      'XLSX',
    ],
  ])('%s is previewed row by row, and imports nothing until it is confirmed', async (_, bytes, name, encoding) => {
    const [one] = await plan();
    const reply = await preview(one!.id, bytes(), name);
    expect(reply.status).toBe(200);
    expect(reply.body).toMatchObject({ encoding, good: 2, bad: 4, people: 31 });
    const faults = reply.body.rows.map((row: { fault: object | null }) => row.fault);
    expect(faults).toEqual([
      null,
      null,
      { column: 'name', what: 'formula' },
      { column: 'name', what: 'missing' },
      { column: 'count', what: 'not-a-number' },
      { column: 'audience', what: 'unknown' },
    ]);
    expect((await here.staff.ask('GET', `/api/openings/${one!.id}/bookings`)).body).toEqual([]);
    const { token } = reply.body;
    const taken = await Promise.all(
      [0, 1].map(() => here.staff.ask('POST', `/api/openings/${one!.id}/import`, { token })),
    );
    expect(taken.map((each) => each.body)).toEqual([
      { bookings: 2, people: 31 },
      { bookings: 2, people: 31 },
    ]);
    const booked = (await here.staff.ask('GET', `/api/openings/${one!.id}/bookings`)).body;
    expect(booked.map((each: { name: string; at: string | null }) => [each.name, each.at])).toEqual([
      ['翠湖小学三班', '14:30'],
      ['老滇味, 一店', null],
    ]);
  });

  test('of 3,000 rows, of nothing, or that is no list is refused with one sentence', async () => {
    const [one] = await plan();
    const long = Buffer.from(`名称,人数\n${Array.from({ length: 3000 }, (_, k) => `组${k},1`).join('\n')}`);
    expect((await preview(one!.id, long, 'a.csv')).body.error).toBe('too-large');
    for (const [bytes, name] of [
      [Buffer.alloc(0), 'a.csv'],
      [Buffer.from('hello world'), 'a.csv'],
      [Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'a.xlsx'],
      [Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]), 'a.csv'],
      [Buffer.from('姓,名\n张,三\n'), 'a.csv'],
    ] as const) {
      const reply = await preview(one!.id, bytes as Buffer, name);
      expect([reply.status, reply.body.error]).toEqual([400, 'bad-file']);
    }
  });

  test('that others previewed, or that needs more places than there are, is not imported', async () => {
    const [one] = await plan({ places: 10 });
    const { token } = (await preview(one!.id, Buffer.from(TEXT), 'a.csv')).body;
    const other = await signedIn(here.hall, '小李');
    expect((await other.ask('POST', `/api/openings/${one!.id}/import`, { token })).body.error).toBe('wrong-code');
    expect((await here.staff.ask('POST', `/api/openings/${one!.id}/import`, { token })).body.error).toBe('no-places');
    expect((await here.staff.ask('GET', `/api/openings/${one!.id}/bookings`)).body).toEqual([]);
  });
});
