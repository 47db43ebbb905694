/** A station's line against a started hall: orders down, reports up, the live tape, over a pulled plug; never a throw. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pageOf, setUpChild, startChild } from '../../src/cli/served.ts';
import { type Orders, openLine, type Paired, pair, type Said, sendLive } from '../../src/post/station.ts';
import type { Command, CommandReply, Floor } from '../../src/wire/floor.ts';
import { MANAGER, SETTINGS, tempFolder } from './hall.ts';

let folder: ReturnType<typeof tempFolder>;
let child: Awaited<ReturnType<typeof startChild>>;
let port = 0;
const staff = pageOf(() => port);
let device: typeof fetch;

beforeEach(async () => {
  folder = tempFolder();
  child = await startChild(folder.path);
  port = child.port;
  await setUpChild(child, staff, { ...MANAGER, settings: SETTINGS });
  device = pageOf(() => port, new Map());
});
afterEach(async () => {
  await child.stop();
  folder.remove();
});

async function pullPlug(): Promise<void> {
  await child.kill();
}
async function plugIn(): Promise<void> {
  child = await startChild(folder.path, { PORT: String(port) });
}

async function ask(path: string, body?: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const reply = await staff(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {});
  if (!reply.ok) throw new Error(await reply.text());
  return reply.json();
}
const act = (command: Command) => ask('/api/floor', { id: crypto.randomUUID(), command }) as Promise<CommandReply>;
const floor = () => ask('/api/floor') as Promise<Floor>;
const codeFor = async (name: string) =>
  ((await ask('/api/stations/codes', { name, kind: 'headset' })) as { code: string }).code;

/** What a browser's EventSource does, as far as the line uses it: asks again by itself, gives up when refused. */
function stream(url: string): EventSource {
  const gone = new AbortController();
  const it = {
    readyState: 0,
    onopen: null as (() => void) | null,
    onmessage: null as ((event: { data: string }) => void) | null,
    onerror: null as (() => void) | null,
    close: () => gone.abort(),
  };
  const read = async () => {
    const reply = await device(url, { signal: gone.signal });
    if (!reply.ok) {
      it.readyState = 2;
      it.onerror?.();
      return;
    }
    it.readyState = 1;
    it.onopen?.();
    let said = '';
    for await (const chunk of reply.body!) {
      said += new TextDecoder().decode(chunk);
      const messages = said.split('\n\n');
      said = messages.pop()!;
      for (const message of messages) if (message.startsWith('data: ')) it.onmessage?.({ data: message.slice(6) });
    }
  };
  const loop = async () => {
    while (!gone.signal.aborted && it.readyState !== 2) {
      await read().catch(() => undefined);
      it.readyState = it.readyState === 2 ? 2 : 0;
      if (it.readyState === 0) it.onerror?.();
      await new Promise((done) => setTimeout(done, 200));
    }
  };
  void loop();
  return it as unknown as EventSource;
}

const IDLE: Said = {
  turn: null,
  phase: 'idle',
  run: null,
  stage: null,
  elapsed_s: 0,
  controllers: 'two',
  attended: false,
  score: null,
  end: null,
  trouble: null,
  done: [],
  question: null,
};

function talk() {
  const heard = { orders: [] as Orders[], paired: 'unknown' as Paired, said: { ...IDLE } };
  const line = openLine({
    fetch: device,
    stream,
    read: () => heard.said,
    onOrders: (orders) => void heard.orders.push(orders),
    onPaired: (paired) => {
      heard.paired = paired;
    },
  });
  line.start();
  return { heard, line, last: () => heard.orders.at(-1) };
}
const soon = { timeout: 15_000, interval: 50 };

test('a wrong code is a word, a right one makes the browser a station, and the same code again does not', async () => {
  expect(await pair('000000', { fetch: device })).toMatchObject({ refused: 'wrong-code' });
  const code = await codeFor('3 号机');
  expect(await pair(code, { fetch: device })).toMatchObject({ paired: { name: '3 号机', kind: 'headset' } });
  expect(await pair(code, { fetch: device })).toMatchObject({ refused: 'wrong-code' });
  await pullPlug();
  expect(await pair(code, { fetch: device })).toMatchObject({ refused: 'no-answer' });
  await plugIn();
});

test('a browser that is no station is told so, and is one as soon as a code was typed', async () => {
  const { heard, line, last } = talk();
  await vi.waitFor(() => expect(heard.paired).toBe('no'), soon);
  line.stop();
  await pair(await codeFor('3 号机'), { fetch: device });
  line.start();
  await vi.waitFor(() => expect(last()?.station.name).toBe('3 号机'), soon);
  expect(heard.paired).toBe('yes');
  line.stop();
});

test('orders and reports come through over a killed server; the live tape begins anew where the hall has lost it', async () => {
  await pair(await codeFor('3 号机'), { fetch: device });
  const { heard, line, last } = talk();
  await vi.waitFor(() => expect(last()).toBeDefined(), soon);
  const who = { audience: 'resident', ageBand: '18-59', place: 'headset', consent: false, card: null } as const;
  await act({ do: 'check-in', ...who, booking: null, count: 1 });
  const station = last()!.station.id;
  const variant = 'firefighting/kitchen-wok';
  const { turn } = await act({ do: 'call', station, ticket: null, variant, mode: 'learn', crew: false });
  await vi.waitFor(() => expect(last()?.turn?.state).toBe('called'), soon);
  await act({ do: 'beside', turn: turn!.id });
  await vi.waitFor(() => expect(last()?.turn?.state).toBe('ready'), soon);
  const run = crypto.randomUUID();
  heard.said = { ...IDLE, turn: turn!.id, run, phase: 'running', attended: true };
  line.changed();
  await vi.waitFor(() => expect(last()?.turn?.state).toBe('running'), soon);

  // every cut adds ten ticks to a tape that grows
  const cuts: number[] = [];
  let ticks = 10;
  const endLive = sendLive(
    turn!.id,
    run,
    (from) => {
      cuts.push(from);
      ticks += 10;
      const piece = { from, ticks: ticks - from, numbers: 'AAAA', deeds: [], sum: 0 };
      return from === 0 ? { head: { scenario: 'firefighting' }, piece } : { piece };
    },
    { fetch: device },
  );
  await vi.waitFor(() => expect(Math.max(...cuts)).toBeGreaterThan(0), soon);
  await pullPlug();
  await new Promise((done) => setTimeout(done, 1500));
  cuts.length = 0;
  await plugIn();
  // what the hall had is gone: it is sent from the beginning, head and all, and then on from there
  await vi.waitFor(() => expect(cuts.indexOf(0)).toBeGreaterThan(-1), soon);
  await vi.waitFor(() => expect(cuts.slice(cuts.indexOf(0)).some((from) => from > 0)).toBe(true), soon);
  await vi.waitFor(async () => expect((await floor()).stations[0]?.connected).toBe(true), soon);
  expect(last()?.turn?.state).toBe('running');
  await act({ do: 'end', turn: turn!.id });
  await vi.waitFor(() => expect(last()?.turn?.stopping).toBe(true), soon);
  await endLive();
  heard.said = { ...heard.said, phase: 'over', end: 'abandoned' };
  line.changed();
  await vi.waitFor(() => expect(last()).toMatchObject({ turn: null, wipe: true }), soon);
  line.stop();
}, 60_000);
