/** The public board, and what a screen that shows it asks besides. */
import { Board } from '../wire/floor.ts';
import { openSnapshots, type Snapshots } from './stream.ts';

export type { Board };

/** The public board, followed while anybody looks. */
export function openBoard(): Snapshots<Board> {
  return openSnapshots('/api/board/stream', Board);
}

/** @returns whether this browser is a device of the hall; null while nobody answers */
export async function isHallDevice(): Promise<boolean | null> {
  try {
    const reply = await fetch('/api/station');
    return reply.status === 401 ? false : reply.ok ? true : null;
  } catch {
    return null;
  }
}

/** @returns the address to print for phones: this page's own, unless only this computer can reach it */
export function phoneOrigin(known: string | null): string {
  return known && /^(localhost|127\.)/.test(location.hostname) ? known : location.origin;
}

/** @returns phoneOrigin for a page that does not follow the board; this page's own while nobody answers */
export async function askPhoneOrigin(): Promise<string> {
  const reply = await fetch('/api/board').catch(() => null);
  const read = Board.safeParse(await reply?.json().catch(() => null));
  return phoneOrigin(read.success ? read.data.origin : null);
}
