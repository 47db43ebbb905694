/**
 * How a station keeps in touch with the hall: paired once, orders down, reports and the live tape up. A server that is
 * away or starts anew changes nothing here: the last word goes on being said until it is heard. Nothing here rejects.
 */
import type { Comfort, Question, TurnAsk, TurnEnd } from '../wire/floor.ts';
import type { Read, Shape } from '../wire/problem.ts';
import { LiveReply, Orders, type Report, ReportReply, StationMe } from '../wire/station.ts';
import type { TapePiece } from '../wire/tape.ts';
import { AskError, answerOf, type Trouble } from './ask.ts';
import { openShelf } from './keep.ts';

export type { Comfort, Orders, Question, TurnAsk, TurnEnd };
export type TurnOrders = NonNullable<Orders['turn']>;
/** What a station says of itself; the line counts the reports. */
export type Said = Omit<Report, 'boot' | 'seq'>;

/** Said once a second, and at every change. */
const REPORT_ms = 1_000;
const LIVE_ms = 500;
/** A packet that was lost is not waited for. [D] */
const TIMEOUT_ms = 5_000;
/** A stream the browser has given up, or that was refused, is asked for again. [D] */
const AGAIN_ms = 3_000;

/** unknown: nothing heard yet; no: this browser is no station of the hall */
export type Paired = 'unknown' | 'yes' | 'no';

interface Reach {
  /** origin of the hall, '' for the one this page came from */
  hall?: string;
  fetch?: typeof fetch;
}

async function send<Of extends Shape>(reach: Reach, path: string, shape: Of, body?: unknown): Promise<Read<Of>> {
  const post = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const go = reach.fetch ?? fetch;
  const reply = await go((reach.hall ?? '') + path, {
    ...(body === undefined ? {} : post),
    signal: AbortSignal.timeout(TIMEOUT_ms),
  }).catch(() => {
    throw new AskError('no-answer');
  });
  return answerOf(reply, shape);
}

export type Pairing = { paired: StationMe } | { refused: Trouble; wait_s: number | null };

/** Six digits once: from then on this browser is a station of the hall. */
export async function pair(code: string, reach: Reach = {}): Promise<Pairing> {
  try {
    return { paired: await send(reach, '/api/stations', StationMe, { code }) };
  } catch (error) {
    return error instanceof AskError
      ? { refused: error.trouble, wait_s: error.wait_s }
      : { refused: 'odd-answer', wait_s: null };
  }
}

export interface LineOptions extends Reach {
  /** what the station does now, asked for each report */
  read: () => Said;
  onOrders: (orders: Orders) => void;
  onPaired: (paired: Paired) => void;
  /** whether the hall answered the last report */
  onReached?: (reached: boolean) => void;
  stream?: (url: string) => EventSource;
}

export interface Line {
  start: () => void;
  stop: () => void;
  /** something has changed: said at once */
  changed: () => void;
  /** said while the page goes: whether it arrives nobody learns */
  farewell: () => void;
}

export function openLine(options: LineOptions): Line {
  const { read, onOrders, onPaired, onReached, hall = '' } = options;
  const open = options.stream ?? ((url: string) => new EventSource(url));
  const boot = crypto.randomUUID();
  let seq = 0;
  let rev = -1;
  let late = false;
  let running = false;
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setTimeout> | undefined;
  let saying = false;
  let news = false;

  /** @param fresh told by a server that may have begun anew: its count holds, whatever was heard before */
  function hear(told: unknown, fresh: boolean): void {
    const orders = Orders.safeParse(told);
    if (!orders.success || !running || (!fresh && orders.data.rev < rev)) return;
    rev = orders.data.rev;
    late = false;
    onPaired('yes');
    onOrders(orders.data);
  }

  async function ask(): Promise<void> {
    try {
      hear(await send(options, '/api/station', Orders), false);
    } catch (error) {
      refused(error);
    }
  }

  function refused(error: unknown): void {
    if (running && error instanceof AskError && error.trouble === 'not-a-hall-device') onPaired('no');
  }

  function listen(): void {
    source?.close();
    clearTimeout(again);
    if (!running) return;
    const stream = open(`${hall}/api/station/stream`);
    source = stream;
    let fresh = true;
    stream.onopen = () => {
      fresh = true;
    };
    stream.onmessage = ({ data }: MessageEvent<string>) => {
      hear(parsed(data), fresh);
      fresh = false;
    };
    stream.onerror = () => {
      // a browser tries again by itself unless it was refused
      if (stream.readyState !== 2) return;
      void ask();
      again = setTimeout(listen, AGAIN_ms);
    };
  }

  function report(): Report {
    return { ...read(), boot, seq: seq++ };
  }

  async function say(): Promise<void> {
    clearTimeout(beat);
    if (saying || !running) return;
    saying = true;
    news = false;
    try {
      const reply = await send(options, '/api/station/report', ReportReply, report());
      onReached?.(true);
      // twice behind: the stream is dead and does not know it
      if (reply.rev > rev && late) void ask();
      late = reply.rev > rev;
    } catch (error) {
      news = false;
      onReached?.(false);
      refused(error);
    }
    saying = false;
    if (running) beat = setTimeout(() => void say(), news ? 0 : REPORT_ms);
  }

  return {
    start() {
      if (running) return;
      running = true;
      // asked before anything is opened: a browser that is no station yet is told so once
      void ask().then(() => {
        if (!running) return;
        listen();
        void say();
      });
    },
    stop() {
      running = false;
      clearTimeout(again);
      clearTimeout(beat);
      source?.close();
    },
    changed() {
      news = true;
      void say();
    },
    farewell() {
      void (options.fetch ?? fetch)(`${hall}/api/station/report`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(report()),
        keepalive: true,
      }).catch(() => undefined);
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A piece of the tape from a tick on, with its head when it is the first; null when there is nothing new. */
export type Cut = (from: number) => { head?: unknown; piece: TapePiece } | null;

/**
 * Sends the tape of a run while it is made, on from what the server has.
 * @returns ends it; resolves when the last piece was sent, or could not be
 */
export function sendLive(turn: string, run: string, cut: Cut, reach: Reach = {}): () => Promise<void> {
  let have = 0;
  let over = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const piece = async () => {
    const next = cut(have);
    if (!next) return;
    await send(reach, '/api/station/live', LiveReply, { turn, run, ...next })
      .then((reply) => {
        have = reply.have;
      })
      // what did not arrive is sent again with the next
      .catch(() => undefined);
  };
  const beat = async () => {
    await piece();
    if (!over) timer = setTimeout(() => void next(), LIVE_ms);
  };
  let sending = beat();
  const next = () => {
    sending = beat();
  };
  return async () => {
    over = true;
    clearTimeout(timer);
    await sending;
    await piece();
  };
}

/**
 * Runs of this station's turns that are still kept on this device: what an earlier page has played, in whatever way it
 * was lost. To be asked before the outbox starts.
 */
export async function pastRuns(shelfName?: string): Promise<{ turn: string; run: string; end: TurnEnd }[]> {
  const shelf = await openShelf(shelfName).catch(() => null);
  const kept = await shelf?.getAll('run').catch(() => []);
  shelf?.close();
  return (kept ?? []).flatMap(({ id, session }) =>
    session.turn ? [{ turn: session.turn, run: id, end: (session.second ?? session.first).ended }] : [],
  );
}
