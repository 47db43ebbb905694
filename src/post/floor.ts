/** The floor as staff see it, kept up to date; and their acts, each sent until it is answered, never done twice. */
import { type Command, CommandReply, Floor } from '../wire/floor.ts';
import { AskError, ask } from './ask.ts';

export interface FloorState {
  floor: Floor | null;
  /** the hall has not been heard for a while: what is shown may be old */
  stale: boolean;
}
export interface FloorLine {
  getState: () => FloorState;
  subscribe: (listener: () => void) => () => void;
}

/** The stream speaks at least every five seconds. [D] */
const STALE_ms = 12_000;
const AGAIN_ms = 2_000;

/** Listens while anybody looks. */
function openFloorLine(): FloorLine {
  let state: FloorState = { floor: null, stale: false };
  const listeners = new Set<() => void>();
  let source: EventSource | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  const set = (change: Partial<FloorState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  function open(): void {
    if (listeners.size === 0) return;
    source = new EventSource('/api/floor/stream');
    source.onmessage = ({ data }) => {
      const read = Floor.safeParse(JSON.parse(String(data)));
      clearTimeout(late);
      late = setTimeout(() => set({ stale: true }), STALE_ms);
      if (read.success) set({ floor: read.data, stale: false });
    };
    source.onerror = () => {
      // a browser gives up on an answer that is no stream; the hall may only be starting
      if (source?.readyState !== EventSource.CLOSED) return;
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
        source?.close();
        clearTimeout(late);
        state = { floor: null, stale: false };
      };
    },
  };
}
export const floorLine = openFloorLine();

const TRIES_count = 6;
const WAIT_ms = 700;

/**
 * Does one act. The same id goes with every try, so that an answer that was lost does not make it two.
 * @throws AskError when it was refused, or nobody answered
 */
export async function act(command: Command): Promise<CommandReply> {
  const id = crypto.randomUUID();
  for (let tries = 1; ; tries++) {
    try {
      return await ask('/api/floor', CommandReply, { method: 'POST', body: { id, command } });
    } catch (error) {
      const lost = error instanceof AskError && (error.trouble === 'no-answer' || error.trouble === 'odd-answer');
      if (!lost || tries >= TRIES_count) throw error;
      await new Promise((resolve) => setTimeout(resolve, WAIT_ms * tries));
    }
  }
}
