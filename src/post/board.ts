/** The public board, kept up to date over restarts; `stale` while the hall's computer is not heard. */
import { Board } from '../wire/floor.ts';

export type { Board };
export interface BoardState {
  board: Board | null;
  stale: boolean;
  /** server clock minus this screen's, ms: countdowns go by the server's */
  ahead_ms: number;
}
export interface BoardLine {
  getState: () => BoardState;
  subscribe: (listener: () => void) => () => void;
}

/** The stream speaks at least every five seconds. [D] */
const STALE_ms = 12_000;
const AGAIN_ms = 2_000;

/** Listens while anybody looks. @param stream how a stream is opened; only tests give another */
export function openBoard(stream: (url: string) => EventSource = (url) => new EventSource(url)): BoardLine {
  let state: BoardState = { board: null, stale: false, ahead_ms: 0 };
  const listeners = new Set<() => void>();
  let source: EventSource | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  const set = (change: Partial<BoardState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  function open(): void {
    if (listeners.size === 0) return;
    source = stream('/api/board/stream');
    source.onmessage = ({ data }) => {
      const read = Board.safeParse(JSON.parse(String(data)));
      clearTimeout(late);
      late = setTimeout(() => set({ stale: true }), STALE_ms);
      if (read.success) set({ board: read.data, stale: false, ahead_ms: read.data.server_ms - Date.now() });
    };
    source.onerror = () => {
      if (source?.readyState !== 2) return;
      set({ stale: true });
      setTimeout(open, AGAIN_ms);
    };
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) open();
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(late);
        source?.close();
      };
    },
  };
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
