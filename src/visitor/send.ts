/** Sends an answer until the hall has it: the same body with the same id, again and again while the network is away. */
import { AskError, ask, type Trouble } from '../post/ask.ts';
import type { Read, Shape } from '../wire/problem.ts';

/** troubles that pass by themselves; any other refusal is final */
const PASSING: Trouble[] = ['no-answer', 'odd-answer', 'too-many', 'store-unavailable', 'disk-full', 'server-fault'];
const FIRST_WAIT_ms = 1_000;
const LONGEST_WAIT_ms = 15_000;
/** after so long the visitor has gone and so, perhaps, has the hall's computer [D] */
const GIVE_UP_ms = 30 * 60_000;

const pending = new Set<symbol>();
const watchers = new Set<() => void>();
function tell(): void {
  for (const watcher of watchers) watcher();
}

/** How many answers wait for the network: held in memory only, whose they are is not shown. */
export const unsent = {
  count: () => pending.size,
  subscribe(watcher: () => void): () => void {
    watchers.add(watcher);
    return () => watchers.delete(watcher);
  },
};

/**
 * @param onWait told once when the first try had no answer: the visitor may go on meanwhile
 * @throws AskError when the hall refuses it, or gave no answer for half an hour
 */
export async function sendSurely<Of extends Shape>(
  path: string,
  shape: Of,
  body: unknown,
  onWait: () => void = () => {},
): Promise<Read<Of>> {
  const mine = Symbol(path);
  const end_ms = Date.now() + GIVE_UP_ms;
  try {
    for (let wait_ms = FIRST_WAIT_ms; ; wait_ms = Math.min(wait_ms * 2, LONGEST_WAIT_ms)) {
      try {
        return await ask(path, shape, { method: 'POST', body });
      } catch (error) {
        const passes = error instanceof AskError && PASSING.includes(error.trouble);
        if (!passes || Date.now() > end_ms) throw error;
        if (!pending.has(mine)) {
          pending.add(mine);
          tell();
          onWait();
        }
        await new Promise((done) => setTimeout(done, wait_ms));
      }
    }
  } finally {
    if (pending.delete(mine)) tell();
  }
}
