/** Opens a hall's records: the folder, the file, the tables, and the hall's own id. */
import { accessSync, constants, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { uuidv7 } from '../ids.ts';
import { Thread, threadDialect } from './dialect.ts';
import { StartError } from './errors.ts';
import type { Tables } from './tables.ts';

export const STORE_FILE = 'hall.db';

export interface Store {
  db: Kysely<Tables>;
  hallId: string;
  /** raw SQL on the same connection, for pragmas; never for values from outside */
  ask: (sql: string) => Promise<unknown[]>;
  close: () => Promise<void>;
}

/** @returns the folder of the records: DRILLHALL_DATA, or `data` in the place it was started from. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
  return resolve(env.DRILLHALL_DATA || 'data');
}

/** Level by level: Node's own recursive mkdir never returns where the system takes no folders (/proc). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** Makes the folder where it is missing; throws a StartError where it cannot be written. */
export function prepareFolder(folder: string): void {
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    const probe = join(folder, `.write-test-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(
      `The data folder ${folder} cannot be written (${code}): name another one in DRILLHALL_DATA, or give this user the right to write there.`,
    );
  }
}

/** Opens or makes the store of `file`. Two servers on one folder are kept apart by takeFolder, not here. */
export async function openStore(file: string, options: { readOnly?: boolean; maxPages?: number } = {}): Promise<Store> {
  const readOnly = options.readOnly ?? false;
  if (readOnly && !existsSync(file)) throw new StartError(`There is no file ${file}.`);
  const thread = await Thread.open({ path: file, readOnly, maxPages: options.maxPages });
  const db = new Kysely<Tables>({ dialect: threadDialect(thread) });
  const ask = async (sql: string) => (await thread.ask(sql)).rows;
  try {
    const known = await db.selectFrom('hall').select('id').executeTakeFirst();
    const hallId = known?.id ?? uuidv7();
    if (!known && readOnly) throw new StartError(`The file ${file} holds no hall.`);
    if (!known) await db.insertInto('hall').values({ id: hallId, created_ms: Date.now() }).execute();
    return { db, hallId, ask, close: () => db.destroy() };
  } catch (error) {
    await db.destroy();
    throw error;
  }
}
