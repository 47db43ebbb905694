/** A form's one action: sends it once, says while it is on its way, keeps the refusal. */
import { useState } from 'react';
import type { Read, Shape } from '../wire/problem.ts';
import { type Ask, AskError, ask } from './ask.ts';

export interface Sending {
  busy: boolean;
  error: AskError | null;
  /** @returns the answer, or null when it was refused (then `error` says why) */
  send: <Of extends Shape>(path: string, shape: Of, how: Ask) => Promise<Read<Of> | null>;
}

export function useSend(): Sending {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AskError | null>(null);
  return {
    busy,
    error,
    async send(path, shape, how) {
      setBusy(true);
      setError(null);
      try {
        return await ask(path, shape, how);
      } catch (refused) {
        setError(refused instanceof AskError ? refused : new AskError('odd-answer'));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}
