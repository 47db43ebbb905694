/** Server-sent events: a snapshot at once and after every change, the same bytes for all; a slow listener misses some. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** proxies and phones close what is silent */
const PING_ms = 15_000;
/** changes that come together are told together [D] */
const GATHER_ms = 60;
/** a listener that has so much unread gets only the next snapshot */
const SLOW_byte = 512 * 1024;

const open = new WeakMap<FastifyInstance, Set<() => void>>();

/** Ends every stream when the app closes: a hall that restarts must not wait for its listeners. */
function streamsOf(app: FastifyInstance): Set<() => void> {
  const known = open.get(app);
  if (known) return known;
  const all = new Set<() => void>();
  open.set(app, all);
  return all;
}

export function closeStreams(app: FastifyInstance): void {
  for (const close of streamsOf(app)) close();
}

export interface Stream {
  /** sends one message; false when the listener is too slow to take it */
  send: (message: unknown) => boolean;
  onClose: (done: () => void) => void;
}

/** Takes the reply over for good. */
export function openStream(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): Stream {
  const headers = reply.getHeaders();
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, {
    ...(headers as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    // ended with the stream: a hall that stops does not wait for it
    connection: 'close',
  });
  // how long a browser waits before it asks again
  raw.write('retry: 1000\n\n');
  const closed: (() => void)[] = [];
  const ping = setInterval(() => raw.write(':\n\n'), PING_ms);
  const all = streamsOf(app);
  let over = false;
  const close = () => {
    if (over) return;
    over = true;
    clearInterval(ping);
    all.delete(close);
    for (const done of closed) done();
    raw.end();
  };
  all.add(close);
  request.raw.on('close', close);
  raw.on('error', close);
  return {
    send(message) {
      if (over || raw.writableLength > SLOW_byte) return false;
      raw.write(`data: ${typeof message === 'string' ? message : JSON.stringify(message)}\n\n`);
      return true;
    },
    onClose: (done) => void closed.push(done),
  };
}

/**
 * Sends `snapshot()` now, and again soon after every change.
 * @param snapshot null when there is nothing to say any more: the stream ends
 */
export function streamSnapshots(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  subscribe: (listener: () => void) => () => void,
  snapshot: () => unknown,
): void {
  const stream = openStream(app, request, reply);
  let soon: ReturnType<typeof setTimeout> | null = null;
  let last = '';
  const say = () => {
    soon = null;
    const text = JSON.stringify(snapshot());
    if (text !== last && stream.send(text)) last = text;
  };
  const unsubscribe = subscribe(() => {
    soon ??= setTimeout(say, GATHER_ms);
  });
  stream.onClose(() => {
    unsubscribe();
    if (soon) clearTimeout(soon);
  });
  say();
}
