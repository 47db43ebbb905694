/** One door to the server for every page of the desk: asks, checks the answer's shape, and turns refusals into words. */
import { useCallback, useEffect, useState } from 'react';
import { Problem, type ProblemWord, type Read, type Shape } from '../wire/problem.ts';

/** `no-answer`: the server or the network is away; `odd-answer`: something else than this server answered. */
export type Trouble = ProblemWord | 'no-answer' | 'odd-answer';

export class AskError extends Error {
  readonly trouble: Trouble;
  readonly field: string | null;
  readonly wait_s: number | null;
  constructor(trouble: Trouble, problem?: Problem) {
    super(problem?.sentence ?? trouble);
    this.trouble = trouble;
    this.field = problem?.field ?? null;
    this.wait_s = problem?.wait_s ?? null;
  }
}

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
}

/** @throws AskError, and nothing else */
export async function ask<Of extends Shape>(
  path: string,
  shape: Of,
  { method = 'GET', body }: Ask = {},
): Promise<Read<Of>> {
  const headers = body === undefined ? undefined : { 'content-type': 'application/json' };
  const sent = body === undefined ? undefined : JSON.stringify(body);
  const reply = await fetch(path, { method, headers, body: sent }).catch(() => {
    throw new AskError('no-answer');
  });
  const answer: unknown = reply.status === 204 ? null : await reply.json().catch(() => undefined);
  if (!reply.ok) {
    const problem = Problem.safeParse(answer);
    throw problem.success ? new AskError(problem.data.error, problem.data) : new AskError('odd-answer');
  }
  const read = shape.safeParse(answer);
  if (!read.success) throw new AskError('odd-answer');
  return read.data;
}

export type Asked<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; again: () => void }
  | { state: 'failed'; error: AskError; again: () => void };

/** Asks when the page opens and when `path` changes; an answer that comes too late is dropped. */
export function useAsk<Of extends Shape>(path: string, shape: Of): Asked<Read<Of>> {
  const [asked, setAsked] = useState<Asked<Read<Of>>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((before) => before + 1), []);
  useEffect(() => {
    let wanted = true;
    setAsked({ state: 'loading' });
    ask(path, shape).then(
      (value) => wanted && setAsked({ state: 'ready', value, again }),
      (error: AskError) => wanted && setAsked({ state: 'failed', error, again }),
    );
    return () => {
      wanted = false;
    };
  }, [path, shape, again, round]);
  return asked;
}
