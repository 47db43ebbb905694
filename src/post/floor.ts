/** The floor as staff see it, kept up to date; and their acts, each sent until it is answered, never done twice. */
import { type Command, CommandReply, Floor } from '../wire/floor.ts';
import { AskError, ask, type Trouble } from './ask.ts';

export interface FloorState {
  floor: Floor | null;
  /** the hall has not been heard for a while: what is shown may be old */
  stale: boolean;
  /** why, where the hall itself refused: signed out elsewhere, say */
  trouble: Trouble | null;
}
export interface FloorLine {
  getState: () => FloorState;
  subscribe: (listener: () => void) => () => void;
}

/** The stream speaks at least every five seconds. [D] */
const STALE_ms = 12_000;
const AGAIN_ms = 2_000;
/** From one page to the next nobody looks for a moment: the line stays open so long. [D] */
const LINGER_ms = 5_000;

function floorOf(data: unknown): Floor | null {
  try {
    return Floor.safeParse(JSON.parse(String(data))).data ?? null;
  } catch {
    return null;
  }
}

/** Listens while anybody looks. */
function openFloorLine(): FloorLine {
  let state: FloorState = { floor: null, stale: false, trouble: null };
  const listeners = new Set<() => void>();
  let source: EventSource | null = null;
  let late: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let leave: ReturnType<typeof setTimeout> | undefined;
  const set = (change: Partial<FloorState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  function wait(): void {
    clearTimeout(late);
    late = setTimeout(() => set({ stale: true }), STALE_ms);
  }
  /** A browser gives up on an answer that is no stream: the hall is starting, or says why it will not. */
  function lookAgain(): void {
    ask('/api/floor', Floor).then(
      (floor) => set({ floor, stale: false, trouble: null }),
      (refused: AskError) => set({ stale: true, trouble: refused.trouble }),
    );
    again = setTimeout(open, AGAIN_ms);
  }
  function open(): void {
    source?.close();
    const opened = new EventSource('/api/floor/stream');
    source = opened;
    wait();
    opened.onmessage = ({ data }) => {
      const floor = floorOf(data);
      wait();
      if (floor) set({ floor, stale: false, trouble: null });
    };
    opened.onerror = () => {
      if (source === opened && opened.readyState === EventSource.CLOSED) lookAgain();
    };
  }
  function close(): void {
    source?.close();
    source = null;
    clearTimeout(late);
    clearTimeout(again);
    state = { floor: null, stale: false, trouble: null };
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      clearTimeout(leave);
      if (!source) open();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) leave = setTimeout(close, LINGER_ms);
      };
    },
  };
}
export const floorLine = openFloorLine();

const TRIES_count = 6;
const WAIT_ms = 700;
/** An act whose answer never came and that is asked for again within so long is the same act. [D] */
const SAME_ms = 120_000;
/** What makes something new: done twice it would be two tickets, two seats, two notes. */
const MAKES: Command['do'][] = ['check-in', 'call', 'seat', 'note'];
const unanswered = new Map<string, { id: string; at_ms: number }>();

function idFor(command: Command): string {
  const before = unanswered.get(JSON.stringify(command));
  return before && Date.now() - before.at_ms < SAME_ms ? before.id : crypto.randomUUID();
}

/**
 * Does one act. The same id goes with every try, so that an answer that was lost does not make it two; nor does a
 * person who taps again after the last try went unanswered.
 * @param wait_ms before the second try; each further one waits that much longer
 * @throws AskError when it was refused, or nobody answered
 */
export async function act(command: Command, wait_ms = WAIT_ms): Promise<CommandReply> {
  const id = idFor(command);
  const key = JSON.stringify(command);
  for (let tries = 1; ; tries++) {
    try {
      const reply = await ask('/api/floor', CommandReply, { method: 'POST', body: { id, command } });
      unanswered.delete(key);
      return reply;
    } catch (error) {
      const lost = error instanceof AskError && (error.trouble === 'no-answer' || error.trouble === 'odd-answer');
      if (!lost) unanswered.delete(key);
      if (lost && MAKES.includes(command.do)) unanswered.set(key, { id, at_ms: Date.now() });
      if (!lost || tries >= TRIES_count) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait_ms * tries));
    }
  }
}
