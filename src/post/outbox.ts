/** Sends finished runs until the hall has acknowledged each: kept first, forgotten last, in whatever order things break. */
import { Problem } from '../wire/problem.ts';
import { type Session, UploadReply, type UploadResult } from '../wire/session.ts';
import {
  type Counts,
  countKept,
  draftIds,
  forgetRun,
  type Kept,
  keepRun,
  nextBatch,
  openShelf,
  queueDraft,
  queueRejected,
  type Shelf,
  setAside,
} from './keep.ts';

/** What holds the queue up, as a word for the screen; null when nothing does. */
export type HoldUp = 'offline' | 'not-a-hall-device' | 'hall-full' | 'hall-unwell' | 'not-stored';
export interface OutboxState extends Counts {
  holdUp: HoldUp | null;
  sending: boolean;
}

export interface Outbox {
  /** Resolves only after the run is stored on this device; rejects when it could not be (then it must be said). */
  enqueue: (session: Session) => Promise<void>;
  /** Stores what a run going on would leave if this page were lost; sent only by a later page that finds it orphaned. */
  sketch: (session: Session) => Promise<void>;
  /** Sends now what is queued; resolves when the queue is empty or held up. Never rejects. */
  flush: () => Promise<void>;
  /** Queues again what the hall refused. */
  retryRejected: () => Promise<void>;
  /** For useSyncExternalStore: the same object until something changed. */
  getState: () => OutboxState;
  subscribe: (listener: () => void) => () => void;
  /** Flushes at once, when the network returns, when the page is seen again, and at growing intervals while held up. */
  start: () => void;
  stop: () => void;
}

export interface OutboxOptions {
  shelf?: string;
  /** origin of the hall, '' for the one this page came from */
  hall?: string;
  fetch?: typeof fetch;
  now_ms?: () => number;
}

const RUNS_A_BATCH = 20;
/** characters of JSON; the server takes 8 MiB */
const BATCH_SIZE = 3_000_000;
const TIMEOUT_ms = 60_000;
/** between tries while held up: 5 s, doubled up to 5 min, each spread by a quarter so that a hall of headsets does not knock at once [D] */
const FIRST_WAIT_ms = 5_000;
const LONGEST_WAIT_ms = 300_000;

/** The hall answered something that is not about single runs. */
class HeldUp extends Error {
  readonly why: HoldUp;
  readonly wait_ms: number;
  constructor(why: HoldUp, wait_ms = 0) {
    super(why);
    this.why = why;
    this.wait_ms = wait_ms;
  }
}

/** One tab sends at a time where the browser can tell; where it cannot, the hall takes doubles as one. */
async function alone(shelf: string, work: () => Promise<void>): Promise<void> {
  const locks = globalThis.navigator?.locks;
  if (!locks) return work();
  await locks.request(`${shelf}-outbox`, work);
}

/** A page holds this lock while its run goes on: how a later page tells an orphaned draft from one at work. */
function holdRun(shelf: string, id: string): () => void {
  let release = () => {};
  const over = new Promise<void>((resolve) => {
    release = resolve;
  });
  void globalThis.navigator?.locks?.request(`${shelf}-run-${id}`, () => over);
  return () => release();
}

async function adoptDrafts(shelf: Shelf, name: string): Promise<void> {
  const locks = globalThis.navigator?.locks;
  for (const id of await draftIds(shelf)) {
    if (!locks) await queueDraft(shelf, id);
    else
      await locks.request(`${name}-run-${id}`, { ifAvailable: true }, async (lock) => {
        if (lock) await queueDraft(shelf, id);
      });
  }
}

async function refusalOf(reply: Response): Promise<HeldUp> {
  const read = Problem.safeParse(await reply.json().catch(() => null));
  const wait_ms = ((read.success ? read.data.wait_s : undefined) ?? 0) * 1000;
  if (reply.status === 401 || reply.status === 403) return new HeldUp('not-a-hall-device', wait_ms);
  if (reply.status === 507) return new HeldUp('hall-full', wait_ms);
  return new HeldUp('hall-unwell', wait_ms);
}

/** @returns a result per run; throws HeldUp when the hall did not judge them. */
async function post(batch: Kept[], options: Required<OutboxOptions>): Promise<UploadResult[]> {
  const body = JSON.stringify({ sessions: batch.map((kept) => kept.session), sent_ms: options.now_ms() });
  const send = options.fetch;
  let reply: Response;
  try {
    reply = await send(`${options.hall}/api/uploads`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body,
      signal: AbortSignal.timeout(TIMEOUT_ms),
    });
  } catch {
    throw new HeldUp('offline');
  }
  if (reply.status === 413 || reply.status === 400) return refusedWhole(batch, reply, options);
  if (!reply.ok) throw await refusalOf(reply);
  const read = UploadReply.safeParse(await reply.json().catch(() => null));
  // something else than the hall answered (a hotel's sign-in page): nothing is acknowledged
  if (!read.success) throw new HeldUp('hall-unwell');
  return read.data.results;
}

/** A parcel refused whole is opened: each run goes alone, so that one cannot hold up the others. */
async function refusedWhole(batch: Kept[], reply: Response, options: Required<OutboxOptions>): Promise<UploadResult[]> {
  if (batch.length > 1) {
    const half = Math.ceil(batch.length / 2);
    return [...(await post(batch.slice(0, half), options)), ...(await post(batch.slice(half), options))];
  }
  const read = Problem.safeParse(await reply.json().catch(() => null));
  if (!read.success) throw new HeldUp('hall-unwell');
  return [{ id: batch[0]!.id, status: 'rejected', reason: read.data.sentence }];
}

async function settle(shelf: Shelf, { id, status, reason }: UploadResult): Promise<void> {
  if (status === 'created' || status === 'duplicate') await forgetRun(shelf, id);
  else await setAside(shelf, id, status, reason ?? null);
}

/** @returns true when a batch was judged and there may be more */
async function sendBatch(shelf: Shelf, options: Required<OutboxOptions>): Promise<boolean> {
  const batch = await nextBatch(shelf, RUNS_A_BATCH, BATCH_SIZE);
  if (batch.length === 0) return false;
  const results = new Map((await post(batch, options)).map((result) => [result.id, result]));
  const judged = batch.flatMap((kept) => results.get(kept.id) ?? []);
  if (judged.length === 0) throw new HeldUp('hall-unwell');
  for (const result of judged) await settle(shelf, result);
  return true;
}

/** @returns an outbox; the page makes one and starts it. */
export function makeOutbox(given: OutboxOptions = {}): Outbox {
  const options: Required<OutboxOptions> = {
    shelf: given.shelf ?? 'drillhall',
    hall: given.hall ?? '',
    fetch: given.fetch ?? ((...args) => fetch(...args)),
    now_ms: given.now_ms ?? Date.now,
  };
  let opened: Promise<Shelf> | null = null;
  let state: OutboxState = { queued: 0, sent: 0, aside: [], holdUp: null, sending: false };
  let flushing: Promise<void> | null = null;
  let again = false;
  let wait_ms = FIRST_WAIT_ms;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  const listeners = new Set<() => void>();
  const others = 'BroadcastChannel' in globalThis ? new BroadcastChannel(`${options.shelf}-outbox`) : null;

  function shelf(): Promise<Shelf> {
    const closed = () => {
      opened = null;
    };
    opened ??= openShelf(options.shelf, closed).catch((error) => {
      closed();
      throw error;
    });
    return opened;
  }
  function set(change: Partial<OutboxState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }
  async function recount(tell: boolean): Promise<void> {
    set(await countKept(await shelf()));
    if (tell) others?.postMessage('changed');
  }
  function later(least_ms: number): void {
    clearTimeout(timer);
    if (!running) return;
    const spread = 0.75 + Math.random() / 2;
    timer = setTimeout(flush, Math.max(least_ms, wait_ms * spread));
    wait_ms = Math.min(wait_ms * 2, LONGEST_WAIT_ms);
  }
  async function sendAll(): Promise<void> {
    try {
      const from = await shelf();
      await alone(options.shelf, async () => {
        while (await sendBatch(from, options)) await recount(true);
      });
      wait_ms = FIRST_WAIT_ms;
      set({ holdUp: null });
    } catch (error) {
      set({ holdUp: error instanceof HeldUp ? error.why : 'not-stored' });
      later(error instanceof HeldUp ? error.wait_ms : 0);
    }
    await recount(true).catch(() => {});
  }
  async function flushOnce(): Promise<void> {
    set({ sending: true });
    do {
      again = false;
      await sendAll();
    } while (again && state.holdUp === null);
    flushing = null;
    set({ sending: false });
  }
  function flush(): Promise<void> {
    if (flushing) again = true;
    flushing ??= flushOnce();
    return flushing;
  }
  const atWork = new Map<string, () => void>();
  async function sketch(session: Session): Promise<void> {
    if (!atWork.has(session.id)) atWork.set(session.id, holdRun(options.shelf, session.id));
    await keepRun(await shelf(), session, options.now_ms(), 'draft');
  }
  async function enqueue(session: Session): Promise<void> {
    await keepRun(await shelf(), session, options.now_ms());
    atWork.get(session.id)?.();
    atWork.delete(session.id);
    await recount(true);
    if (running) void flush();
  }
  const onSeen = () => {
    if (document.visibilityState === 'visible') void flush();
  };
  const onOnline = () => void flush();

  function start(): void {
    if (running) return;
    running = true;
    if (others) others.onmessage = () => void recount(false).catch(() => {});
    globalThis.addEventListener?.('online', onOnline);
    globalThis.document?.addEventListener('visibilitychange', onSeen);
    // ask that the browser does not throw the runs away when the disk gets short
    void globalThis.navigator?.storage?.persist?.().catch(() => false);
    void shelf()
      .then((from) => adoptDrafts(from, options.shelf))
      .catch(() => {})
      .then(flush);
  }
  function stop(): void {
    running = false;
    clearTimeout(timer);
    if (others) others.onmessage = null;
    others?.close();
    globalThis.removeEventListener?.('online', onOnline);
    globalThis.document?.removeEventListener('visibilitychange', onSeen);
  }
  return {
    enqueue,
    sketch,
    flush,
    async retryRejected() {
      await queueRejected(await shelf());
      await flush();
    },
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    start,
    stop,
  };
}
