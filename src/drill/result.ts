/** Makes a finished run into the Session that crosses the network. */
import { digest } from '../wire/digest.ts';
import { Session } from '../wire/session.ts';
import { leftBehind } from './run.ts';
import type { Run } from './run-state.ts';
import { type Tape, writeTape } from './tape.ts';

/** What the wire takes at most; a longer run keeps its marks and loses its tape. */
const TAPE_byte = 900_000;

export interface Recorded {
  run: Run;
  tape: Tape;
  id: string;
  started_ms: number;
  turn?: string;
}

/** @throws an Error while the run goes on. */
export async function makeSession(recorded: Recorded): Promise<Session> {
  const { run } = recorded;
  if (!run.ended || !run.first) throw new Error('A run becomes a session when it has ended.');
  return sessionOf(recorded, { first: run.first, second: run.second }, run.ended.ended === 'technical-fault');
}

/** @returns what the run would leave if its page were lost now; null where that cannot be said (a consequence plays, it has ended). */
export async function makeDraft(recorded: Recorded): Promise<Session | null> {
  const tries = leftBehind(recorded.run);
  return tries && sessionOf(recorded, tries, false);
}

async function sessionOf(
  recorded: Recorded,
  tries: Pick<Session, 'first' | 'second'>,
  fault: boolean,
): Promise<Session> {
  const { run, tape, id, started_ms } = recorded;
  const { head } = run;
  const text = fault ? null : await writeTape(tape);
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
    ...tries,
    ...(recorded.turn ? { turn: recorded.turn } : {}),
    ...(run.interventions.length > 0 ? { interventions: [...run.interventions] } : {}),
    tape: text !== null && text.length <= TAPE_byte ? text : null,
  };
  return Session.parse({ ...fields, sha256: await digest(fields) });
}
