/** Why a run stands still, decided anew each frame from what the machine reports; pure. */
import type { PauseReason } from '../contract.ts';

/** Both hands out of sight for this long is a lost input, not a gesture. */
export const LOST_s = 3;

export interface Circumstances {
  presenting: boolean;
  /** of the XR session */
  visibility: XRVisibilityState | null;
  handless_s: number;
  pageHidden: boolean;
}

/**
 * What holds it now. Reasons somebody chose or must confirm ('ready', 'menu', 'session-ended', 'staff', 'swap') stay until
 * resumed; those the machine caused end with their cause.
 */
export function pauseReason(now: PauseReason | null, c: Circumstances): PauseReason | null {
  if (c.presenting && c.visibility === 'hidden') return keep(now) ?? 'hidden';
  if (c.presenting && c.visibility === 'visible-blurred') return keep(now) ?? 'blurred';
  if (!c.presenting && c.pageHidden) return keep(now) ?? 'page-hidden';
  if (c.presenting && c.handless_s > LOST_s) return keep(now) ?? 'inputs-lost';
  return keep(now);
}

const STAYS: ReadonlySet<PauseReason> = new Set(['ready', 'menu', 'session-ended', 'staff', 'swap']);

function keep(now: PauseReason | null): PauseReason | null {
  return now !== null && STAYS.has(now) ? now : null;
}
