/** Group commit: uploads that arrive together share one transaction and one sync of the disk (2-15 times the uploads a second). */
import type { UploadResult } from '../../src/wire/session.ts';
import { type Arrived, acceptRuns } from './accept.ts';
import { StoreError } from './errors.ts';
import type { Store } from './open.ts';

interface Waiting {
  arrived: Arrived[];
  resolve: (results: UploadResult[]) => void;
  reject: (error: unknown) => void;
}

/** runs a transaction holds at most, so that nobody waits for a crowd [D] */
const RUNS_A_GROUP = 200;

export interface Intake {
  /** Resolves only after the commit that holds these runs is on the disk. */
  take: (arrived: Arrived[]) => Promise<UploadResult[]>;
  /** Resolves when nothing is waiting or being written. */
  idle: () => Promise<void>;
}

function write(store: Store, arrived: Arrived[]): Promise<UploadResult[]> {
  return store.db.transaction().execute((trx) => acceptRuns(trx, store.hallId, arrived));
}

async function writeGroup(store: Store, group: Waiting[]): Promise<void> {
  try {
    const results = await write(
      store,
      group.flatMap((one) => one.arrived),
    );
    let at = 0;
    for (const { arrived, resolve } of group) {
      resolve(results.slice(at, at + arrived.length));
      at += arrived.length;
    }
  } catch (error) {
    const alone = group.length === 1 || (error instanceof StoreError && error.trouble !== 'fault');
    if (alone) for (const { reject } of group) reject(error);
    // one upload the store cannot take must not take its neighbours with it
    else for (const one of group) await write(store, one.arrived).then(one.resolve, one.reject);
  }
}

/** @returns the one door through which runs enter a store. */
export function openIntake(store: Store): Intake {
  const waiting: Waiting[] = [];
  let busy: Promise<void> | null = null;

  function nextGroup(): Waiting[] {
    let runs = 0;
    const end = waiting.findIndex((one) => {
      runs += one.arrived.length;
      return runs > RUNS_A_GROUP;
    });
    return waiting.splice(0, end < 0 ? waiting.length : Math.max(1, end));
  }
  async function drain(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) await writeGroup(store, nextGroup());
    busy = null;
  }
  return {
    take(arrived) {
      if (arrived.length === 0) return Promise.resolve([]);
      return new Promise((resolve, reject) => {
        waiting.push({ arrived, resolve, reject });
        busy ??= drain();
      });
    },
    async idle() {
      await busy;
    },
  };
}
