/** The one outbox of this page. */
import { makeOutbox, type Outbox } from './outbox.ts';

let made: Outbox | undefined;

/** Made and started at first use; sends what earlier visits left behind. */
export function theOutbox(): Outbox {
  if (!made) {
    made = makeOutbox();
    made.start();
  }
  return made;
}
