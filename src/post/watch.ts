/** A watcher's phone: a seat by the code on the wall, what is asked, an answer; the seat is kept by the tab alone. */
import { Nothing } from '../wire/problem.ts';
import { Seat, WatchView } from '../wire/station.ts';
import { ask } from './ask.ts';
import { follow } from './stream.ts';

export type { WatchView };

/** @throws AskError: the code is wrong, the crew is full, the ticket is none of today */
export function takeSeat(seat: string, code: string, ticket: string | null): Promise<{ seat: string; turn: string }> {
  return ask('/api/watch', Seat, { method: 'POST', body: { seat, code, ticket } });
}

/** @throws AskError: the question is closed */
export async function answer(seat: string, stage: string, option: number): Promise<void> {
  await ask('/api/watch/answer', Nothing, { method: 'POST', body: { seat, stage, option } });
}

/** Hears what is asked until it is closed; over restarts and a locked phone. @returns closes it */
export function followSeat(seat: string, hear: (view: WatchView, ahead_ms: number) => void): () => void {
  return follow(`/api/watch/stream?seat=${seat}`, WatchView, (view) => hear(view, view.server_ms - Date.now()));
}
