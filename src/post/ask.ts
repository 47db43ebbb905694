/** One door to the server for every page: asks, checks the answer's shape, and turns refusals into words. */
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

/** @throws AskError when it is refused, has another shape, or none came */
export async function answerOf<Of extends Shape>(reply: Response, shape: Of): Promise<Read<Of>> {
  const answer: unknown = reply.status === 204 ? null : await reply.json().catch(() => undefined);
  if (!reply.ok) {
    const problem = Problem.safeParse(answer);
    throw problem.success ? new AskError(problem.data.error, problem.data) : new AskError('odd-answer');
  }
  const read = shape.safeParse(answer);
  if (!read.success) throw new AskError('odd-answer');
  return read.data;
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
  return answerOf(reply, shape);
}
