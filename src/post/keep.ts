/** What this browser keeps until the hall has it: finished runs, and the last settings the hall told. In IndexedDB, durable. */
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { HallSettings } from '../wire/hall.ts';
import type { Session } from '../wire/session.ts';

/** a draft is what a run going on would leave if its page were lost; it is not sent */
export type Standing = 'draft' | 'queued' | 'conflict' | 'rejected';
export interface Kept {
  id: string;
  session: Session;
  standing: Standing;
  /** why it was set aside, in the server's words */
  reason: string | null;
  queued_ms: number;
  /** length of its JSON, to cut batches by */
  size: number;
}

interface Shelves extends DBSchema {
  run: { key: string; value: Kept; indexes: { standing: string } };
  /** one number: how many runs of this browser the hall has acknowledged */
  count: { key: string; value: number };
  hall: { key: string; value: { settings: HallSettings; at_ms: number } };
}
export type Shelf = IDBPDatabase<Shelves>;

export const SHELF_NAME = 'drillhall';

/** @param onClosed told when the browser or another tab closed it: open it anew before the next use */
export function openShelf(name: string = SHELF_NAME, onClosed: () => void = () => {}): Promise<Shelf> {
  return openDB<Shelves>(name, 1, {
    upgrade(db) {
      db.createObjectStore('run', { keyPath: 'id' }).createIndex('standing', 'standing');
      db.createObjectStore('count');
      db.createObjectStore('hall');
    },
    // another tab wants a newer shape: let it have it, this tab opens again when it needs to
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
}

/** strict: the promise settles after the disk has it, not after the operating system has heard of it */
const STRICT = { durability: 'strict' } as const;

/** Keeps a run; keeping the same id again changes nothing, but a draft of it is replaced. Resolves only when it is stored. */
export async function keepRun(
  shelf: Shelf,
  session: Session,
  now_ms: number,
  standing: 'queued' | 'draft' = 'queued',
): Promise<void> {
  const change = shelf.transaction('run', 'readwrite', STRICT);
  const kept = await change.store.get(session.id);
  if (!kept || kept.standing === 'draft')
    await change.store.put({
      id: session.id,
      session,
      standing,
      reason: null,
      queued_ms: now_ms,
      size: JSON.stringify(session).length,
    });
  await change.done;
}

/** @returns queued runs, oldest first, at most `count` of them and `size` characters of JSON; always at least one. */
export async function nextBatch(shelf: Shelf, count: number, size: number): Promise<Kept[]> {
  const queued = await shelf.getAllFromIndex('run', 'standing', 'queued');
  queued.sort((a, b) => a.queued_ms - b.queued_ms);
  let total = 0;
  const end = queued.findIndex((kept, i) => {
    total += kept.size;
    return i >= count || (i > 0 && total > size);
  });
  return end < 0 ? queued : queued.slice(0, end);
}

/** @returns ids of runs whose page may have been lost */
export async function draftIds(shelf: Shelf): Promise<string[]> {
  return shelf.getAllKeysFromIndex('run', 'standing', 'draft');
}

/** A draft whose page is gone is all there will be of that run: it is sent. */
export async function queueDraft(shelf: Shelf, id: string): Promise<void> {
  const change = shelf.transaction('run', 'readwrite', STRICT);
  const kept = await change.store.get(id);
  if (kept?.standing === 'draft') await change.store.put({ ...kept, standing: 'queued' });
  await change.done;
}

/** The hall has it: only now it may be forgotten here. */
export async function forgetRun(shelf: Shelf, id: string): Promise<void> {
  const change = shelf.transaction(['run', 'count'], 'readwrite', STRICT);
  const runs = change.objectStore('run');
  const counts = change.objectStore('count');
  // another tab may have sent it too: count it once
  if (await runs.get(id)) {
    await runs.delete(id);
    await counts.put(((await counts.get('sent')) ?? 0) + 1, 'sent');
  }
  await change.done;
}

export async function setAside(
  shelf: Shelf,
  id: string,
  standing: 'conflict' | 'rejected',
  reason: string | null,
): Promise<void> {
  const change = shelf.transaction('run', 'readwrite', STRICT);
  const kept = await change.store.get(id);
  if (kept) await change.store.put({ ...kept, standing, reason });
  await change.done;
}

/** Puts what was refused back into the queue, for a hall that was mended meanwhile. */
export async function queueRejected(shelf: Shelf): Promise<void> {
  const change = shelf.transaction('run', 'readwrite', STRICT);
  for (const kept of await change.store.index('standing').getAll('rejected'))
    await change.store.put({ ...kept, standing: 'queued', reason: null });
  await change.done;
}

export interface Counts {
  queued: number;
  sent: number;
  aside: { id: string; standing: Standing; reason: string | null }[];
}
export async function countKept(shelf: Shelf): Promise<Counts> {
  const aside = [
    ...(await shelf.getAllFromIndex('run', 'standing', 'conflict')),
    ...(await shelf.getAllFromIndex('run', 'standing', 'rejected')),
  ];
  return {
    queued: await shelf.countFromIndex('run', 'standing', 'queued'),
    sent: (await shelf.get('count', 'sent')) ?? 0,
    aside: aside.map(({ id, standing, reason }) => ({ id, standing, reason })),
  };
}
