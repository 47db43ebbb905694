/** The one outbox of this page, and the state of its records in words the pages can show. */
import { useSyncExternalStore } from 'react';
import { makeOutbox, type Outbox, type OutboxState } from '../../post/outbox.ts';

let made: Outbox | undefined;

/** Made and started at first use; sends what earlier visits left behind. */
export function theOutbox(): Outbox {
  if (!made) {
    made = makeOutbox();
    made.start();
  }
  return made;
}

export function useOutbox(): OutboxState {
  const outbox = theOutbox();
  return useSyncExternalStore(outbox.subscribe, outbox.getState);
}
