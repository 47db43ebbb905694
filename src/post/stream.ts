/** Streams of the hall as a page follows them: over restarts, and with a word when nothing has been heard for a while. */
import type { Read, Shape } from '../wire/problem.ts';

type Make = (url: string) => EventSource;
const make: Make = (url) => new EventSource(url);

/** A browser gives up on an answer that is no stream; the hall may only be starting. [D] */
const AGAIN_ms = 2_000;
/** The hall speaks at least every five seconds. [D] */
const STALE_ms = 12_000;

/**
 * Hears every message that has the shape until it is closed.
 * @param lost told when the browser has given the stream up; it is asked for again
 * @param open how a stream is opened; only tests give another
 * @returns closes it
 */
export function follow<Of extends Shape>(
  url: string,
  shape: Of,
  hear: (told: Read<Of>) => void,
  lost: () => void = () => undefined,
  open: Make = make,
): () => void {
  let source: EventSource;
  let again: ReturnType<typeof setTimeout> | undefined;
  const begin = () => {
    source = open(url);
    source.onmessage = ({ data }) => {
      const read = shape.safeParse(JSON.parse(String(data)));
      if (read.success) hear(read.data as Read<Of>);
    };
    source.onerror = () => {
      if (source.readyState !== 2) return;
      lost();
      again = setTimeout(begin, AGAIN_ms);
    };
  };
  begin();
  return () => {
    clearTimeout(again);
    source.close();
  };
}

export interface SnapshotsState<Snapshot> {
  /** null until the hall has spoken */
  latest: Snapshot | null;
  /** the hall has not been heard for a while: what is shown may be old */
  stale: boolean;
  /** server clock minus this device's, ms: countdowns go by the server's */
  ahead_ms: number;
}
export interface Snapshots<Snapshot> {
  getState: () => SnapshotsState<Snapshot>;
  subscribe: (listener: () => void) => () => void;
}

/** The latest snapshot of a stream, followed while anybody looks. @param open as of follow */
export function openSnapshots<Of extends Shape>(url: string, shape: Of, open: Make = make): Snapshots<Read<Of>> {
  const fresh: SnapshotsState<Read<Of>> = { latest: null, stale: false, ahead_ms: 0 };
  let state = fresh;
  const listeners = new Set<() => void>();
  let late: ReturnType<typeof setTimeout> | undefined;
  let close = () => {};
  const set = (change: Partial<SnapshotsState<Read<Of>>>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const stale = () => set({ stale: true });
  function hear(latest: Read<Of>): void {
    clearTimeout(late);
    late = setTimeout(stale, STALE_ms);
    const { server_ms } = latest as { server_ms: number };
    set({ latest, stale: false, ahead_ms: server_ms - Date.now() });
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      if (listeners.size === 1) close = follow(url, shape, hear, stale, open);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(late);
        close();
        state = fresh;
      };
    },
  };
}
