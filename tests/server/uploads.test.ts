/** Promises of the intake: what is acknowledged is stored once, and what is refused is told by name. */
import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSession } from '../../server/store/read.ts';
import { digest } from '../../src/wire/digest.ts';
import type { Session, UploadResult } from '../../src/wire/session.ts';
import { aRun, attempt, type Browser, type Hall, openBrowser, openHall, setUp } from './hall.ts';

let hall: Hall;
let device: Browser;
beforeEach(async () => {
  hall = await openHall();
  device = await setUp(hall);
});
afterEach(() => hall.close());

async function upload(sessions: unknown[], browser = device): Promise<UploadResult[]> {
  const reply = await browser.ask('POST', '/api/uploads', { sessions });
  expect(reply.status).toBe(200);
  return reply.body.results;
}

describe('a finished run', () => {
  test('comes back exactly as it was sent, second try, nulls and fractions included', async () => {
    const second = attempt({ ended: 'failed', passed: false, score: 0, grade: 'not-passed', marks: [] });
    const first = attempt({ critical: ['FF-X1'], score: null, grade: null, ending: null, duration_s: 0.1 + 0.2 });
    const run = await aRun({ first, second });
    expect(await upload([run])).toEqual([{ id: run.id, status: 'created' }]);
    expect(await readSession(hall.store, run.id)).toEqual(run);
  });

  test('without a tape (observed) is kept without one', async () => {
    const run = await aRun({ role: 'observed', tape: null });
    await upload([run]);
    expect((await readSession(hall.store, run.id))?.tape).toBeNull();
  });

  test('sent again is a duplicate and changes nothing', async () => {
    const run = await aRun();
    await upload([run]);
    const before = await hall.store.ask('select * from run');
    expect(await upload([run, run])).toEqual([
      { id: run.id, status: 'duplicate' },
      { id: run.id, status: 'duplicate' },
    ]);
    expect(await hall.store.ask('select * from run')).toEqual(before);
  });

  test('with the id of another is a conflict: the first stays, the other is kept aside whole', async () => {
    const run = await aRun();
    const other = await aRun({ id: run.id, seed: 8 });
    await upload([run]);
    expect((await upload([other]))[0]).toMatchObject({ status: 'conflict' });
    expect((await upload([other]))[0]).toMatchObject({ status: 'conflict' });
    expect((await readSession(hall.store, run.id))?.seed).toBe(7);
    const aside = (await hall.store.ask('select body from conflict')) as { body: string }[];
    expect(aside.map((row) => JSON.parse(row.body))).toEqual([other]);
  });

  test('however often, in whatever order and company it is sent, ends as one upload would', async () => {
    const runs = await Promise.all([1, 2, 3, 4].map((seed) => aRun({ seed })));
    const sends = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(sends, async (parcels) => {
        const fresh = await Promise.all(runs.map((run) => aRun({ seed: run.seed, id: v7() })));
        const replies = await Promise.all(parcels.map((parcel) => upload(parcel.map((i) => fresh[i]!))));
        const results = replies.flat();
        const sent = new Set(parcels.flat().map((i) => fresh[i]!.id));
        for (const id of sent) {
          const of = results.filter((result) => result.id === id);
          expect(of.filter((result) => result.status === 'created')).toHaveLength(1);
          expect(of.every((result) => result.status === 'created' || result.status === 'duplicate')).toBe(true);
          expect(await readSession(hall.store, id)).toEqual(fresh.find((run) => run.id === id));
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('a run that is not as it should be', () => {
  const fields: (keyof Session)[] = [
    'id',
    'scenario',
    'variant',
    'version',
    'mode',
    'how',
    'role',
    'locale',
    'started_ms',
    'seed',
    'first',
    'second',
    'tape',
    'sha256',
  ];
  for (const field of fields)
    test(`without ${field} is rejected by that name, and its neighbour is stored`, async () => {
      const { [field]: _, ...broken } = await aRun();
      const good = await aRun();
      const [refused, kept] = await upload([broken, good]);
      expect(refused).toMatchObject({ status: 'rejected' });
      expect(refused?.reason).toMatch(new RegExp(`^${field}:`));
      expect(kept).toEqual({ id: good.id, status: 'created' });
    });

  test('with a field missing deep inside is rejected by its whole path', async () => {
    const run = await aRun();
    const { points: _, ...mark } = run.first.marks[0]!;
    const [refused] = await upload([{ ...run, first: { ...run.first, marks: [mark] } }]);
    expect(refused?.reason).toMatch(/^first\.marks\.0\.points:/);
  });

  test('with a field nobody knows is rejected by its name', async () => {
    const [refused] = await upload([{ ...(await aRun()), phoneOfTrainee: '138' }]);
    expect(refused?.reason).toMatch(/^phoneOfTrainee:/);
  });

  test('whose content was changed on the way is rejected by its digest', async () => {
    const run = await aRun();
    const [refused] = await upload([{ ...run, first: { ...run.first, score: 100 } }]);
    expect(refused?.reason).toMatch(/^sha256:/);
    expect(await readSession(hall.store, run.id)).toBeNull();
  });

  test('a parcel that is no parcel gets 400 and the name of the field', async () => {
    const reply = await device.ask('POST', '/api/uploads', { runs: [] });
    expect(reply.status).toBe(400);
    expect(reply.body.field).toBe('sessions');
  });

  test('whatever is sent, the server refuses it or stores it and never fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }), async (junk) => {
        for (const result of await upload(junk)) expect(result.status).toBe('rejected');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a browser that is no device of the hall', () => {
  test('is refused with the way on, and nothing is stored', async () => {
    const stranger = openBrowser(hall.app);
    const run = await aRun();
    const reply = await stranger.ask('POST', '/api/uploads', { sessions: [run] });
    expect(reply.status).toBe(401);
    expect(reply.body).toMatchObject({ error: 'not-a-hall-device' });
    expect(reply.body.sentence).toContain('/desk/device');
    expect(await readSession(hall.store, run.id)).toBeNull();
  });

  test('becomes one by a name and password given once, without staying signed in', async () => {
    const headset = openBrowser(hall.app);
    const credentials = { name: '馆长', password: 'correct horse battery' };
    expect((await headset.ask('POST', '/api/devices', { device: 'headset 3', credentials })).status).toBe(200);
    expect((await headset.ask('GET', '/api/session')).body).toBeNull();
    expect((await upload([await aRun()], headset))[0]).toMatchObject({ status: 'created' });
  });

  test('is one no longer once a manager took it back', async () => {
    const [row] = (await device.ask('GET', '/api/devices')).body;
    await device.ask('DELETE', `/api/devices/${row.id}`);
    expect((await device.ask('POST', '/api/uploads', { sessions: [await aRun()] })).status).toBe(401);
  });
});

describe('when the disk cannot take it', () => {
  test('a full disk answers 507, keeps what was there, and takes the run once there is room', async () => {
    const [pages] = (await hall.store.ask('pragma page_count')) as { page_count: number }[];
    await hall.store.ask(`pragma max_page_count=${pages!.page_count}`);
    const big = await aRun({ tape: 'A'.repeat(800_000) });
    const reply = await device.ask('POST', '/api/uploads', { sessions: [big] });
    expect(reply.status).toBe(507);
    expect(reply.body.error).toBe('disk-full');
    expect((await device.ask('GET', '/api/runs')).status).toBe(200);
    await hall.store.ask('pragma max_page_count=1000000');
    expect((await upload([big]))[0]).toEqual({ id: big.id, status: 'created' });
  });

  test('a store that may not be written answers 503', async () => {
    await hall.store.ask('pragma query_only=1');
    const reply = await device.ask('POST', '/api/uploads', { sessions: [await aRun()] });
    expect(reply.status).toBe(503);
    expect(reply.body.error).toBe('store-unavailable');
  });

  test('a parcel over the limit answers 413', async () => {
    const sessions = Array.from({ length: 12 }, () => ({ tape: 'A'.repeat(800_000) }));
    expect((await device.ask('POST', '/api/uploads', { sessions })).status).toBe(413);
  });
});

describe('the day of a run', () => {
  async function dated(started_ms: number, sent_ms?: number) {
    const run = await aRun({ started_ms });
    const reply = await device.ask('POST', '/api/uploads', { sessions: [run], sent_ms });
    expect(reply.body.results[0].status).toBe('created');
    return (await device.ask('GET', `/api/runs/${run.id}`)).body.run;
  }
  const hour = 3600_000;

  test('is the device’s own where its clock is right', async () => {
    const now = Date.now();
    expect(await dated(now - hour, now)).toMatchObject({ began_ms: now - hour, dated_by: 'device' });
  });
  test('is put right by as much as its clock is wrong', async () => {
    const now = Date.now();
    const row = await dated(now - 400 * 24 * hour - hour, now - 400 * 24 * hour);
    expect(row.dated_by).toBe('corrected');
    expect(Math.abs(row.began_ms - (now - hour))).toBeLessThan(hour);
  });
  test('is the day it arrived where the device had no idea, never 1970 and never the future', async () => {
    expect(await dated(1_000)).toMatchObject({ dated_by: 'received' });
    expect(await dated(Date.now() + 48 * hour, Date.now())).toMatchObject({ dated_by: 'received' });
  });
  test('turns at midnight in Kunming, not in Greenwich', async () => {
    const row = await dated(Date.UTC(2026, 9, 31, 16, 0));
    expect(row.local_date).toBe('2026-11-01');
  });
});

test('the digest does not depend on the order of the fields, and depends on every one', async () => {
  const run = await aRun();
  const turned = Object.fromEntries(Object.entries(run).reverse()) as unknown as Session;
  expect(await digest(turned)).toBe(run.sha256);
  expect(await digest(JSON.parse(JSON.stringify(run)))).toBe(run.sha256);
  expect(await digest({ ...run, locale: 'en' })).not.toBe(run.sha256);
  expect(await digest({ ...run, first: { ...run.first, passed: false } })).not.toBe(run.sha256);
});
