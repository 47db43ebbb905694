/** Asks the server when a page of the desk opens, and says how far that is. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { type AskError, ask } from '../post/ask.ts';
import type { Read, Shape } from '../wire/problem.ts';

export { type Ask, AskError, ask, type Trouble } from '../post/ask.ts';

export type Asked<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; again: () => void }
  | { state: 'failed'; error: AskError; again: () => void };

/**
 * Asks when the page opens and when `path` changes; an answer that comes too late is dropped. Asked again for the same
 * path, what was shown stays until the new answer is there.
 */
export function useAsk<Of extends Shape>(path: string, shape: Of): Asked<Read<Of>> {
  const [asked, setAsked] = useState<Asked<Read<Of>>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    let wanted = true;
    const same = shown.current === path;
    shown.current = path;
    setAsked((before) => (same && before.state === 'ready' ? before : { state: 'loading' }));
    ask(path, shape).then(
      (value) => wanted && setAsked({ state: 'ready', value, again }),
      (error: AskError) => wanted && setAsked({ state: 'failed', error, again }),
    );
    return () => {
      wanted = false;
    };
  }, [path, shape, again, round]);
  return asked;
}
