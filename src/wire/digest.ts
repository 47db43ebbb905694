/** The fingerprint of a session: the same bytes of the same run give the same 64 hex digits in browser, server and tests. */
import type { Session } from './session.ts';

/** @returns JSON with object keys sorted at every depth, no blanks; what JSON.parse gives back has the same text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item === undefined ? null : item)).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${canonical(field)}`).join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * @param session a run, with or without its `sha256` (which is left out of the sum)
 * @returns SHA-256 of the canonical JSON of all other fields, lower-case hex
 */
export async function digest(session: Omit<Session, 'sha256'> & { sha256?: string }): Promise<string> {
  const { sha256: _, ...fields } = session;
  const bytes = new TextEncoder().encode(canonical(fields));
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(sum, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
