/** The one outbox of this page: import it, start it once, hand it finished runs. */
import { makeOutbox } from './outbox.ts';

export const outbox = makeOutbox();
