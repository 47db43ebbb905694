/** Asks the hall what it is, and remembers the answer for when the network is gone. */
import { HallReply, HallSettings } from '../wire/hall.ts';
import { openShelf, type Shelf } from './keep.ts';

export type HallKnown =
  /** ask: told just now; kept: from an earlier visit, the hall does not answer */
  | { state: 'set'; settings: HallSettings; from: 'hall' | 'kept'; device: boolean | null }
  /** the hall answers, but a manager has not filled its settings: no drill opens */
  | { state: 'not-set'; hasManager: boolean }
  /** no answer and nothing kept */
  | { state: 'unknown' };

const TIMEOUT_ms = 8_000;
const KEPT_AS = 'settings';

async function askHall(): Promise<HallReply | null> {
  try {
    const reply = await fetch('/api/hall', { signal: AbortSignal.timeout(TIMEOUT_ms) });
    const read = HallReply.safeParse(await reply.json());
    return reply.ok && read.success ? read.data : null;
  } catch {
    return null;
  }
}

async function keep(shelf: Shelf | null, settings: HallSettings | null): Promise<void> {
  if (!shelf) return;
  if (settings) await shelf.put('hall', { settings, at_ms: Date.now() }, KEPT_AS);
  else await shelf.delete('hall', KEPT_AS);
}

/** @returns the hall as known now; never rejects. */
export async function fetchHall(shelfName?: string): Promise<HallKnown> {
  const shelf = await openShelf(shelfName).catch(() => null);
  try {
    const told = await askHall();
    if (told) {
      await keep(shelf, told.settings).catch(() => {});
      if (!told.settings) return { state: 'not-set', hasManager: told.hasManager };
      return { state: 'set', settings: told.settings, from: 'hall', device: told.device };
    }
    const kept = HallSettings.safeParse((await shelf?.get('hall', KEPT_AS).catch(() => undefined))?.settings);
    return kept.success ? { state: 'set', settings: kept.data, from: 'kept', device: null } : { state: 'unknown' };
  } finally {
    shelf?.close();
  }
}
