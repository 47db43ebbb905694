/** What can be wrong with the store, each with a sentence for the person who can mend it. */

/** full: no room on the disk. read-only: may not write, or the disk fails. busy: another process holds it. fault: a bug. */
export type StoreTrouble = 'full' | 'read-only' | 'busy' | 'damaged' | 'fault';

export class StoreError extends Error {
  readonly trouble: StoreTrouble;
  constructor(trouble: StoreTrouble, message: string) {
    super(message);
    this.name = 'StoreError';
    this.trouble = trouble;
  }
}

/** Cannot start: its message is the whole sentence to print. */
export class StartError extends Error {
  override name = 'StartError';
}

/** SQLite result codes (sqlite3.h): BUSY 5, LOCKED 6, READONLY 8, IOERR 10, CORRUPT 11, FULL 13, CANTOPEN 14, NOTADB 26. */
export function troubleOf(errcode: number | undefined): StoreTrouble {
  const primary = (errcode ?? 0) & 0xff;
  if (primary === 13) return 'full';
  if (primary === 8 || primary === 10 || primary === 14) return 'read-only';
  if (primary === 5 || primary === 6) return 'busy';
  if (primary === 11 || primary === 26) return 'damaged';
  return 'fault';
}
