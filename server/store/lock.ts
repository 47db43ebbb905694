/** One server a data folder: a lock the system itself drops when the process dies, and a note saying who holds it. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './errors.ts';

interface Holder {
  pid: number;
  host: string;
  /** when the machine booted, to tell a live pid from one of an earlier boot */
  boot_ms: number;
}

/**
 * Takes the folder for this process or throws a StartError naming the holder. The lock is SQLite's own file lock
 * (fcntl / LockFileEx): a killed process leaves none behind, so nothing has to be cleaned by hand.
 * @returns lets go; safe to call twice
 */
export function takeFolder(folder: string): () => void {
  const note = join(folder, 'server.json');
  const db = new DatabaseSync(join(folder, 'server.lock'));
  try {
    db.exec('pragma busy_timeout=0; pragma journal_mode=DELETE; begin exclusive');
  } catch (error) {
    db.close();
    const primary = ((error as { errcode?: number }).errcode ?? 0) & 0xff;
    if (primary !== 5)
      throw new StartError(`The data folder ${folder} cannot be written: ${(error as Error).message}.`);
    throw new StartError(
      `The data folder ${folder} is in use by a running Drillhall${holder(note)}: stop that one, or name another folder in DRILLHALL_DATA.`,
    );
  }
  const me: Holder = { pid: process.pid, host: hostname(), boot_ms: Math.round(Date.now() - uptime() * 1000) };
  writeFileSync(note, JSON.stringify(me));
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    rmSync(note, { force: true });
    db.close();
  };
}

function holder(note: string): string {
  try {
    const { pid, host } = JSON.parse(readFileSync(note, 'utf8')) as Holder;
    return ` (process ${pid} on ${host})`;
  } catch {
    return '';
  }
}
