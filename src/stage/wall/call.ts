/** What is said when a number is called: clips in a row, each number once for every time it was called. */
import type { Board } from '../../post/board.ts';

/** A call as it is known: the number, where, and how often it was called. */
export type Called = Board['called'][number];

/** @returns the clips of "please, A 0 1 2, number, to, 3, station": names under sounds/speech/zh-CN */
export function clipsOf({ number, station }: Pick<Called, 'number' | 'station'>): string[] {
  const signs = [...number].map((sign) => `call.${sign.toLowerCase()}`);
  const digits = /^\D*(\d{1,2})\D*$/.exec(station)?.[1];
  const where = digits ? [...digits].map((digit) => `call.${digit}`).concat('call.machine') : ['call.hall'];
  return ['call.please', ...signs, 'call.number', 'call.to', ...where];
}

/**
 * @param said times each number has been said here; changed by what is returned
 * @returns who is to be called aloud now, longest waiting first
 */
export function toSay(called: Called[], said: Map<string, number>): Called[] {
  const fresh = called.filter((one) => (said.get(key(one)) ?? 0) < one.calls);
  for (const one of fresh) said.set(key(one), one.calls);
  const open = new Set(called.map(key));
  for (const known of said.keys()) if (!open.has(known)) said.delete(known);
  return fresh.toSorted((a, b) => a.at_ms - b.at_ms);
}

/** The same number at another station, or called anew later, is another call. */
function key({ number, station }: Called): string {
  return `${number} ${station}`;
}
