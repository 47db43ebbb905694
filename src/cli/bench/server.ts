/** Uploads a second through the real server on this disk: commits shared by a group against one commit a request. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { buildApp } from '../../../server/app.ts';
import { openFloor } from '../../../server/floor/floor.ts';
import { acceptRuns } from '../../../server/store/accept.ts';
import { addDevice } from '../../../server/store/devices.ts';
import { type Intake, openIntake } from '../../../server/store/group.ts';
import { openStore, STORE_FILE, type Store } from '../../../server/store/open.ts';
import { digest } from '../../wire/digest.ts';
import type { Session } from '../../wire/session.ts';

const ROUNDS = 5;
const SENDERS = 16;
const UPLOADS_A_ROUND = 480;

/** A run of usual size: twelve marks and a tape of 60 kB. */
export async function usualRun(): Promise<Session> {
  const mark = { points: 10, max: 20, at_s: 31.4, stage: 'discharge' };
  const marks = Array.from({ length: 12 }, (_, i) => ({ rule: `FF-M${i + 1}`, ...mark }));
  const first = { ended: 'finished', ending: 'fire-out', passed: true, score: 92, grade: 'excellent' } as const;
  const run: Omit<Session, 'sha256'> = {
    id: v7(),
    scenario: 'firefighting',
    variant: 'kitchen-wok',
    version: 1,
    mode: 'assess',
    how: 'headset',
    role: 'performed',
    locale: 'zh-CN',
    started_ms: Date.now() - 90_000,
    seed: 7,
    first: { ...first, duration_s: 73, marks, critical: [] },
    second: null,
    tape: 'A'.repeat(60_000),
  };
  return { ...run, sha256: await digest(run) };
}

/** What the group commit replaces: every request has its own transaction. */
function oneByOne(store: Store): Intake {
  return {
    take: (arrived) => store.db.transaction().execute((trx) => acceptRuns(trx, store.hallId, arrived)),
    idle: async () => {},
  };
}

/** @returns uploads a second of SENDERS that each wait for the answer before they send the next */
async function uploadsPerSecond(origin: string, cookie: string): Promise<number> {
  const bodies = await Promise.all(
    Array.from({ length: UPLOADS_A_ROUND }, async () => JSON.stringify({ sessions: [await usualRun()] })),
  );
  const headers = { 'content-type': 'application/json', origin, cookie };
  const began_ms = performance.now();
  const sender = async () => {
    for (let body = bodies.pop(); body; body = bodies.pop()) {
      const reply = await fetch(`${origin}/api/uploads`, { method: 'POST', headers, body });
      if (!reply.ok) throw new Error(await reply.text());
      await reply.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, sender));
  return UPLOADS_A_ROUND / ((performance.now() - began_ms) / 1000);
}

async function serve(store: Store, intake: Intake) {
  const app = await buildApp({ store, intake, floor: await openFloor(store), dist: null, uploadsAMinute: 1e9 });
  await app.listen({ port: 0, host: 'localhost' });
  const { port } = app.server.address() as { port: number };
  return { app, origin: `http://localhost:${port}` };
}

/** @returns "median (least to most)" */
export function spread(values: number[], digits = 1): string {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)]!;
  return `${middle.toFixed(digits)} (${sorted[0]!.toFixed(digits)} to ${sorted.at(-1)!.toFixed(digits)})`;
}

export async function run(_args: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'drillhall-bench-'));
  const store = await openStore(join(folder, STORE_FILE));
  const cookie = `drillhall-device=${(await addDevice(store, 'bench', 'bench')).token}`;
  const group = await serve(store, openIntake(store));
  const single = await serve(store, oneByOne(store));
  const figures: { group: number; single: number }[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const figure = {
      group: await uploadsPerSecond(group.origin, cookie),
      single: await uploadsPerSecond(single.origin, cookie),
    };
    // the first round only warms up
    if (round >= 0) figures.push(figure);
  }
  await Promise.all([group.app.close(), single.app.close()]);
  await store.close();
  rmSync(folder, { recursive: true });
  console.log(
    `uploads a second, ${SENDERS} senders, one run each, durable before the answer; median (spread) of ${ROUNDS} rounds`,
  );
  console.log(
    `  group commit            ${spread(
      figures.map((one) => one.group),
      0,
    )}`,
  );
  console.log(
    `  one commit a request    ${spread(
      figures.map((one) => one.single),
      0,
    )}`,
  );
  console.log(
    `  group / single          ${spread(
      figures.map((one) => one.group / one.single),
      2,
    )}`,
  );
}
