/** What the store costs beside the least a durable record can cost: the same bytes appended to a file and synced. */
import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIntake } from '../../../server/store/group.ts';
import { openStore, STORE_FILE } from '../../../server/store/open.ts';
import type { Session } from '../../wire/session.ts';
import { spread, usualRun } from './server.ts';

const ROUNDS = 7;
const RUNS_A_ROUND = 60;
const CROWD = 50;

/** @returns milliseconds a run */
async function timed(runs: number, work: () => Promise<void> | void): Promise<number> {
  const began_ms = performance.now();
  await work();
  return (performance.now() - began_ms) / runs;
}

function runsOf(count: number): Promise<Session[]> {
  return Promise.all(Array.from({ length: count }, usualRun));
}

export async function run(_args: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'drillhall-bench-'));
  const store = await openStore(join(folder, STORE_FILE));
  const intake = openIntake(store);
  const file = openSync(join(folder, 'raw'), 'a');
  const take = (sessions: Session[]) =>
    intake.take(sessions.map((session) => ({ session, received_ms: Date.now(), deviceId: 'bench' })));
  const figures: { raw: number; single: number; crowd: number }[] = [];
  for (let round = -1; round < ROUNDS; round += 1) {
    const [forRaw, forSingle, forCrowd] = [await runsOf(RUNS_A_ROUND), await runsOf(RUNS_A_ROUND), await runsOf(CROWD)];
    const figure = {
      raw: await timed(RUNS_A_ROUND, () => {
        for (const session of forRaw) {
          writeSync(file, JSON.stringify(session));
          fsyncSync(file);
        }
      }),
      single: await timed(RUNS_A_ROUND, async () => {
        for (const session of forSingle) await take([session]);
      }),
      crowd: await timed(CROWD, async () => {
        await Promise.all(forCrowd.map((session) => take([session])));
      }),
    };
    if (round >= 0) figures.push(figure);
  }
  closeSync(file);
  await store.close();
  rmSync(folder, { recursive: true });
  console.log(`milliseconds a run (12 marks, tape of 60 kB); median (spread) of ${ROUNDS} rounds`);
  console.log(
    `  append and sync, no store    ${spread(
      figures.map((one) => one.raw),
      2,
    )}`,
  );
  console.log(
    `  store, one after another     ${spread(
      figures.map((one) => one.single),
      2,
    )}`,
  );
  console.log(
    `  store, ${CROWD} at once           ${spread(
      figures.map((one) => one.crowd),
      2,
    )}`,
  );
  console.log(
    `  store / raw, one by one      ${spread(
      figures.map((one) => one.single / one.raw),
      2,
    )}`,
  );
  console.log(
    `  store / raw, ${CROWD} at once     ${spread(
      figures.map((one) => one.crowd / one.raw),
      2,
    )}`,
  );
}
