/** The floor as staff see it, kept up to date; and their acts, each sent until it is answered, never done twice. */
import { type Command, CommandReply, Floor } from '../wire/floor.ts';
import { AskError, ask } from './ask.ts';
import { openSnapshots } from './stream.ts';

export const floorLine = openSnapshots('/api/floor/stream', Floor);

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
