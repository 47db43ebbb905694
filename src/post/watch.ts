/** A watcher's phone: a seat by the code on the wall, what is asked, an answer; the seat is kept by the tab alone. */
import { Nothing } from '../wire/problem.ts';
import { Seat, WatchView } from '../wire/station.ts';
import { ask } from './ask.ts';

export type { WatchView };

/** @throws AskError: the code is wrong, the crew is full, the ticket is none of today */
export function takeSeat(seat: string, code: string, ticket: string | null): Promise<{ seat: string; turn: string }> {
  return ask('/api/watch', Seat, { method: 'POST', body: { seat, code, ticket } });
}

/** @throws AskError: the question is closed */
export async function answer(seat: string, stage: string, option: number): Promise<void> {
  await ask('/api/watch/answer', Nothing, { method: 'POST', body: { seat, stage, option } });
}

const AGAIN_ms = 2_000;

/** Hears what is asked until told to stop; over restarts and a locked phone. */
export function followSeat(seat: string, hear: (view: WatchView, ahead_ms: number) => void): () => void {
  let source: EventSource | null = null;
  let stopped = false;
  function open(): void {
    if (stopped) return;
    source = new EventSource(`/api/watch/stream?seat=${seat}`);
    source.onmessage = ({ data }) => {
      const read = WatchView.safeParse(JSON.parse(String(data)));
      if (read.success) hear(read.data, read.data.server_ms - Date.now());
    };
    source.onerror = () => {
      if (source?.readyState === 2) setTimeout(open, AGAIN_ms);
    };
  }
  open();
  return () => {
    stopped = true;
    source?.close();
  };
}
