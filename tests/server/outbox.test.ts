/** Promises of the outbox against a real hall: a run is in the browser or in the hall, whatever is killed in between. */
import 'fake-indexeddb/auto';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openStore, STORE_FILE } from '../../server/store/open.ts';
import { type Child, pageOf, setUpChild, startChild } from '../../src/cli/served.ts';
import { makeOutbox, type Outbox } from '../../src/post/outbox.ts';
import { aRun, MANAGER, SETTINGS, tempFolder } from './hall.ts';

let temp: ReturnType<typeof tempFolder>;
let child: Child;
let port: number;
let cookies: Map<string, string>;
let boxes: Outbox[];
let shelf: string;

beforeEach(async () => {
  temp = tempFolder();
  cookies = new Map();
  boxes = [];
  shelf = v7();
  await open();
  await setUpChild(child, page, { ...MANAGER, settings: SETTINGS });
});
afterEach(async () => {
  for (const box of boxes) box.stop();
  await child.kill();
  temp.remove();
});

async function open(): Promise<void> {
  child = await startChild(temp.path);
  port = child.port;
}
const page: typeof fetch = (input, init) => pageOf(() => port, cookies)(input, init);

/** A page of this browser; a second one is a reload or another tab. */
function aPage(through: typeof fetch = page): Outbox {
  const box = makeOutbox({ shelf, fetch: through });
  boxes.push(box);
  return box;
}

async function storedIds(): Promise<string[]> {
  const store = await openStore(join(temp.path, STORE_FILE), { readOnly: true });
  const rows = (await store.ask('select id from run order by id')) as { id: string }[];
  await store.close();
  return rows.map((row) => row.id);
}

describe('a finished run', () => {
  test('goes to the hall and is forgotten here only then', async () => {
    const box = aPage();
    const run = await aRun();
    await box.enqueue(run);
    expect(box.getState()).toMatchObject({ queued: 1, sent: 0 });
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 0, sent: 1, holdUp: null, sending: false });
    expect(await storedIds()).toEqual([run.id]);
  });

  test('outlives a reload before it was sent', async () => {
    const run = await aRun();
    await aPage().enqueue(run);
    const reloaded = aPage();
    await reloaded.flush();
    expect(await storedIds()).toEqual([run.id]);
  });

  test('that never finished because its page was lost is handed in by the next page, and only by it', async () => {
    const box = aPage();
    const [lost, going] = [await aRun(), await aRun()];
    await box.sketch(lost);
    await box.enqueue(going);
    await box.sketch(going);
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 0, sent: 1 });
    expect(await storedIds()).toEqual([going.id]);
    const next = aPage();
    vi.stubGlobal('navigator', {});
    next.start();
    await vi.waitFor(() => expect(next.getState().sent).toBe(2), 30_000);
    vi.unstubAllGlobals();
    expect(await storedIds()).toEqual([lost.id, going.id].sort());
  });

  test('whose page is still at work is left to it, and its end replaces its draft', async () => {
    const box = aPage();
    const run = await aRun();
    await box.sketch(run);
    const other = aPage();
    other.start();
    await other.flush();
    expect(await storedIds()).toEqual([]);
    await box.enqueue(run);
    await box.flush();
    expect(await storedIds()).toEqual([run.id]);
  });

  test('waits through a dead network and a killed hall, and arrives when it is back', async () => {
    const box = aPage();
    await child.kill();
    const runs = await Promise.all([aRun(), aRun(), aRun()]);
    for (const run of runs) await box.enqueue(run);
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 3, holdUp: 'offline' });
    await open();
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 0, sent: 3, holdUp: null });
    expect(await storedIds()).toEqual(runs.map((run) => run.id).sort());
  });

  test('whose answer was lost on the way back is sent again and is one run', async () => {
    const deaf: typeof fetch = async (input, init) => {
      await page(input, init);
      throw new TypeError('the network is gone');
    };
    const box = aPage(deaf);
    const run = await aRun();
    await box.enqueue(run);
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 1, holdUp: 'offline' });
    const healed = aPage();
    await healed.flush();
    expect(healed.getState()).toMatchObject({ queued: 0, sent: 1 });
    expect(await storedIds()).toEqual([run.id]);
  });

  test('is one run, also when two tabs send it at once', async () => {
    const [one, other] = [aPage(), aPage()];
    const runs = await Promise.all(Array.from({ length: 30 }, () => aRun()));
    for (const run of runs) await one.enqueue(run);
    await Promise.all([one.flush(), other.flush(), one.flush()]);
    expect(await storedIds()).toEqual(runs.map((run) => run.id).sort());
    const last = aPage();
    await last.flush();
    expect(last.getState()).toMatchObject({ queued: 0, sent: 30 });
  });

  test('is nowhere twice and never nowhere while the hall is killed under a stream of them', async () => {
    const box = aPage();
    const ids: string[] = [];
    for (let round = 0; round < 3; round += 1) {
      const runs = await Promise.all(Array.from({ length: 25 }, () => aRun()));
      ids.push(...runs.map((run) => run.id));
      for (const run of runs) await box.enqueue(run);
      const flushing = box.flush();
      await child.kill();
      await flushing;
      await open();
    }
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 0, sent: ids.length });
    expect(await storedIds()).toEqual(ids.sort());
  });
});

describe('a run the hall will not have', () => {
  test('is set aside with the reason, and does not hold up the others', async () => {
    const box = aPage();
    const good = await aRun();
    const bad = { ...(await aRun()), seed: 99 };
    await box.enqueue(bad);
    await box.enqueue(good);
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 0, sent: 1, holdUp: null });
    expect(box.getState().aside).toEqual([
      { id: bad.id, standing: 'rejected', reason: expect.stringMatching(/^sha256:/) },
    ]);
    expect(await storedIds()).toEqual([good.id]);
  });

  test('because another has its id is kept on both sides', async () => {
    const box = aPage();
    const run = await aRun();
    await box.enqueue(run);
    await box.flush();
    await box.enqueue(await aRun({ id: run.id, seed: 8 }));
    await box.flush();
    expect(box.getState().aside).toEqual([{ id: run.id, standing: 'conflict', reason: expect.any(String) }]);
  });
});

describe('a browser that is no device of the hall', () => {
  test('keeps its runs, says why, and hands them in once it is one', async () => {
    cookies.clear();
    const box = aPage();
    const run = await aRun();
    await box.enqueue(run);
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 1, holdUp: 'not-a-hall-device' });
    const body = JSON.stringify({ device: '头显3号', credentials: MANAGER });
    await page('/api/devices', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 0, sent: 1, holdUp: null });
  });
});

describe('an answer that is not the hall’s', () => {
  const answers: [string, () => Response][] = [
    ['a sign-in page of the network', () => new Response('<html>Welcome to the hotel</html>', { status: 200 })],
    ['an empty yes', () => Response.json({})],
    ['results of other runs', () => Response.json({ results: [{ id: 'x', status: 'created' }], server_ms: 1 })],
    ['a bad gateway', () => new Response('Bad Gateway', { status: 502 })],
    ['a bad request without a word of ours', () => new Response('400 Bad Request', { status: 400 })],
  ];
  for (const [name, answer] of answers)
    test(`(${name}) acknowledges nothing`, async () => {
      const box = aPage(async () => answer());
      await box.enqueue(await aRun());
      await box.flush();
      expect(box.getState()).toMatchObject({ queued: 1, sent: 0, holdUp: 'hall-unwell' });
    });

  test('(full disk) is told as what it is, and the run stays', async () => {
    const problem = { error: 'disk-full', sentence: 'The disk is full.' };
    const box = aPage(async () => Response.json(problem, { status: 507 }));
    await box.enqueue(await aRun());
    await box.flush();
    expect(box.getState()).toMatchObject({ queued: 1, holdUp: 'hall-full' });
  });
});

test('a run that cannot be stored on the device is said so, never silently dropped', async () => {
  const box = aPage();
  const run = await aRun();
  await expect(box.enqueue({ ...run, tape: (() => {}) as never })).rejects.toThrow();
  expect(box.getState().queued).toBe(0);
});
