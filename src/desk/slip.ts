/** Opens a visitor's slip in a window of its own, where it is printed or shown to their phone. */
import { Slip } from '../wire/visitor.ts';
import { ask } from './ask.ts';

/**
 * The window opens with the press itself, or the browser would block it; the slip comes when the hall has answered.
 * @throws AskError, after the empty window was closed again
 */
export async function openSlip(number: string): Promise<void> {
  const shown = window.open('', '_blank');
  try {
    const { key } = await ask(`/api/visits/${encodeURIComponent(number)}/slip`, Slip);
    if (shown) shown.location.replace(`/slip#${key}`);
    else location.assign(`/slip#${key}`);
  } catch (refused) {
    shown?.close();
    throw refused;
  }
}
