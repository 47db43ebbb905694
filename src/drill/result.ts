/** Makes a finished run into the Session that crosses the network. */
import { digest } from '../wire/digest.ts';
import { Session } from '../wire/session.ts';
import type { Inside } from './drill.ts';
import { writeTape } from './tape.ts';

/** What the wire takes at most; a longer run keeps its marks and loses its tape. */
const TAPE_byte = 900_000;

/** @throws an Error while the run goes on. */
export async function makeSession(inside: Inside): Promise<Session> {
  const { run, tape, id, started_ms } = inside;
  if (!run.ended || !run.first) throw new Error('A run becomes a session when it has ended.');
  const { head } = run;
  const text = run.ended.ended === 'technical-fault' ? null : await writeTape(tape);
  const fields = {
    id,
    scenario: head.scenario,
    variant: head.variant,
    version: head.version,
    mode: head.mode,
    how: head.how,
    role: 'performed' as const,
    locale: head.locale,
    started_ms,
    seed: head.seed,
    first: run.first,
    second: run.second,
    tape: text !== null && text.length <= TAPE_byte ? text : null,
  };
  return Session.parse({ ...fields, sha256: await digest(fields) });
}
