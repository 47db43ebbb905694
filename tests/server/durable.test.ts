/** Promises of the store: an acknowledged run survives a killed server, half a group never shows, old shapes are refused. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeFolder } from '../../server/store/lock.ts';
import { openStore, STORE_FILE } from '../../server/store/open.ts';
import { readSession } from '../../server/store/read.ts';
import { pageOf, setUpChild, startChild } from '../../src/cli/served.ts';
import { digest } from '../../src/wire/digest.ts';
import type { Session } from '../../src/wire/session.ts';
import { aRun, MANAGER, openHall, SETTINGS, tempFolder } from './hall.ts';

let temp: ReturnType<typeof tempFolder>;
beforeEach(() => {
  temp = tempFolder();
});
afterEach(() => temp.remove());

/** Uploads without pause until the server is gone. @returns ids acknowledged and parcels begun */
async function uploadUntilDead(page: typeof fetch, acknowledged: Set<string>, parcels: Session[][]): Promise<void> {
  for (;;) {
    const sessions = await Promise.all([aRun(), aRun(), aRun()]);
    parcels.push(sessions);
    const init = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ sessions }),
    };
    const reply = await page('/api/uploads', init).catch(() => null);
    const told = reply?.ok
      ? ((await reply.json().catch(() => null)) as { results: { id: string; status: string }[] } | null)
      : null;
    if (!told) return;
    for (const { id, status } of told.results) if (status === 'created') acknowledged.add(id);
  }
}

const ROUNDS = 6;
/** acknowledged uploads before the plug is pulled, another number each round */
const PULL_AFTER = [3, 30, 9, 60, 18, 90];

test(`nothing acknowledged is lost and no parcel is torn by SIGKILL in the middle of writing, ${ROUNDS} times over`, async () => {
  const acknowledged = new Set<string>();
  const parcels: Session[][] = [];
  const cookies = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const child = await startChild(temp.path);
    const page = pageOf(() => child.port, cookies);
    if (round === 0) await setUpChild(child, page, { ...MANAGER, settings: SETTINGS });
    const goal = acknowledged.size + PULL_AFTER[round]!;
    const writers = Array.from({ length: 4 }, () => uploadUntilDead(page, acknowledged, parcels));
    while (acknowledged.size < goal) await new Promise((resolve) => setImmediate(resolve));
    await child.kill();
    await Promise.all(writers);
  }
  const store = await openStore(join(temp.path, STORE_FILE));
  const stored = new Set(((await store.ask('select id from run')) as { id: string }[]).map((row) => row.id));
  expect([...acknowledged].filter((id) => !stored.has(id))).toEqual([]);
  const torn = parcels.filter((parcel) => new Set(parcel.map((run) => stored.has(run.id))).size > 1);
  expect(torn).toEqual([]);
  for (const id of stored) {
    const session = (await readSession(store, id))!;
    expect(await digest(session)).toBe(session.sha256);
  }
  expect(await store.ask('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await store.close();
  expect(acknowledged.size).toBeGreaterThan(100);
});

test('every commit waits for the disk: synchronous is FULL and the log is WAL', async () => {
  const store = await openStore(join(temp.path, STORE_FILE));
  expect(await store.ask('pragma synchronous')).toEqual([{ synchronous: 2 }]);
  expect(await store.ask('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  await store.close();
});

describe('the records', () => {
  test('keep their hall when opened again', async () => {
    const first = await openStore(join(temp.path, STORE_FILE));
    await first.close();
    const second = await openStore(join(temp.path, STORE_FILE));
    expect(second.hallId).toBe(first.hallId);
    await second.close();
  });

  test('written by a newer version are refused and left as they are', async () => {
    const file = join(temp.path, STORE_FILE);
    await (await openStore(file)).close();
    const db = new DatabaseSync(file);
    db.exec("insert into migration values ('9999-later', 'x', 1)");
    db.close();
    await expect(openStore(file)).rejects.toThrow(/written by a newer Drillhall/);
  });

  test('made by a changed step are refused', async () => {
    const file = join(temp.path, STORE_FILE);
    await (await openStore(file)).close();
    const db = new DatabaseSync(file);
    db.exec("update migration set checksum = 'other'");
    db.close();
    await expect(openStore(file)).rejects.toThrow(/step 0001-first-shape differs/);
  });

  test('that are no store are refused with the way to restore', async () => {
    const file = join(temp.path, STORE_FILE);
    writeFileSync(file, 'this is not a database, it is a text that somebody saved here by mistake'.repeat(20));
    await expect(openStore(file)).rejects.toThrow(/damaged or not a store.*restore FILE/);
  });

  test('belong to one server at a time, and to the next as soon as it ends', () => {
    const letGo = takeFolder(temp.path);
    expect(() => takeFolder(temp.path)).toThrow(new RegExp(`in use by a running Drillhall \\(process ${process.pid} `));
    letGo();
    takeFolder(temp.path)();
  });
});

test('one run the store cannot take does not take its neighbours of the same group with it', async () => {
  const hall = await openHall({ folder: temp.path });
  const good = await aRun();
  const bad = { ...(await aRun()), mode: null as never };
  const arrived = (session: Session) => [{ session, received_ms: 1, deviceId: 'd' }];
  const [one, other] = await Promise.allSettled([hall.intake.take(arrived(good)), hall.intake.take(arrived(bad))]);
  expect(one).toEqual({ status: 'fulfilled', value: [{ id: good.id, status: 'created' }] });
  expect(other.status).toBe('rejected');
  expect(await readSession(hall.store, good.id)).toEqual(good);
  await hall.close();
});
