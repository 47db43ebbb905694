/** A client on a bad network: requests and answers get lost, servers die; it asks again until somebody answers. */
import { Problem } from '../../wire/problem.ts';
import { pageOf } from '../served.ts';

export interface Weather {
  /** share of requests that never arrive, and of answers that never come back */
  drops_frac: number;
  /** 0..1, of a seed of its own */
  chance: () => number;
  /** the port the hall is on now */
  port: () => number;
}
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape, read by whoever asked
  body: any;
}
export interface Client {
  cookies: Map<string, string>;
  /** @returns the first answer that came through; latencies are of exchanges that were answered */
  ask: (method: 'GET' | 'POST', path: string, body?: unknown) => Promise<Answer>;
  /** hears a stream of server-sent events until stopped, over restarts */
  follow: (path: string, hear: (message: never) => void) => () => void;
  latencies_ms: number[];
}

/** mulberry32 (Tommy Ettinger, public domain): the same seed gives the same weather. */
export function chanceOf(seed: number): () => number {
  let a = seed >>> 0;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

export const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const AGAIN_ms = 60;
const PATIENCE_ms = 20_000;

export function openClient(weather: Weather): Client {
  const cookies = new Map<string, string>();
  const page = pageOf(weather.port, cookies);
  const latencies_ms: number[] = [];

  /** @returns null when the exchange was lost somewhere */
  async function once(method: string, path: string, body: unknown): Promise<Answer | null> {
    if (weather.chance() < weather.drops_frac) return null;
    const began_ms = performance.now();
    try {
      const reply = await page(path, {
        method,
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(10_000),
      });
      const answer = reply.status === 204 ? null : await reply.json().catch(() => undefined);
      if (weather.chance() < weather.drops_frac) return null;
      if (reply.status >= 500 || answer === undefined) return null;
      latencies_ms.push(performance.now() - began_ms);
      return { status: reply.status, body: answer };
    } catch {
      return null;
    }
  }

  return {
    cookies,
    latencies_ms,
    async ask(method, path, body) {
      const until_ms = performance.now() + PATIENCE_ms;
      for (;;) {
        const answer = await once(method, path, body);
        if (answer) return answer;
        if (performance.now() > until_ms) throw new Error(`${method} ${path}: no answer in ${PATIENCE_ms / 1000} s`);
        await sleep(AGAIN_ms);
      }
    },
    follow(path, hear) {
      const stopped = new AbortController();
      void follow(page, path, hear as (message: unknown) => void, stopped.signal);
      return () => stopped.abort();
    },
  };
}

async function follow(
  page: typeof fetch,
  path: string,
  hear: (message: unknown) => void,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    try {
      const reply = await page(path, { signal });
      if (reply.ok && reply.body) {
        let text = '';
        const decoder = new TextDecoder();
        for await (const bytes of reply.body) {
          text += decoder.decode(bytes as Uint8Array, { stream: true });
          const messages = text.split('\n\n');
          text = messages.pop() ?? '';
          for (const message of messages) if (message.startsWith('data: ')) hear(JSON.parse(message.slice(6)));
        }
      }
    } catch {
      // the hall is away: ask again
    }
    if (!signal.aborted) await sleep(AGAIN_ms);
  }
}

/** @returns the word of a refusal, null for an answer that is none */
export function refusal(answer: Answer): string | null {
  const read = Problem.safeParse(answer.body);
  return read.success && answer.status >= 400 ? read.data.error : null;
}
