/** What staff do from their tablet, over the same door: codes, check-in, commands, and the floor as it is shown to them. */
import {
  type Command,
  CommandReply,
  Floor,
  type Station,
  type StationKind,
  type Ticket,
  type Turn,
} from '../../src/wire/floor.ts';
import { RunReply } from '../../src/wire/runs.ts';
import type { Session } from '../../src/wire/session.ts';
import { PairingCode } from '../../src/wire/station.ts';

export interface Tablet {
  origin: string;
  code: (name: string, kind: StationKind) => Promise<string>;
  act: (command: Command) => Promise<CommandReply>;
  /** the first of those this tablet checked in that waits for a kind of place: other tests have visitors of their own */
  next: (place: string) => Promise<Ticket>;
  /** a walk-in's ticket */
  checkIn: (place: 'headset' | 'desktop') => Promise<Ticket>;
  floor: () => Promise<Floor>;
  station: (name: string) => Promise<Station>;
  turn: (id: string) => Promise<Turn>;
  ticket: (id: string) => Promise<Ticket>;
  /** the run as the hall keeps it, null until it has come */
  record: (id: string) => Promise<Session | null>;
  /** the first words of a turn's tape as staff watch it */
  firstOfTape: (turn: string) => Promise<string>;
}

export function openTablet(origin: string, cookies: string[]): Tablet {
  async function ask(path: string, body?: unknown): Promise<unknown> {
    const headers = { 'content-type': 'application/json', origin, cookie: cookies.join('; ') };
    const reply = await fetch(
      origin + path,
      body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers },
    );
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    return reply.json();
  }
  const mine = new Set<string>();
  async function floor(): Promise<Floor> {
    return Floor.parse(await ask('/api/floor'));
  }
  async function act(command: Command): Promise<CommandReply> {
    return CommandReply.parse(await ask('/api/floor', { id: crypto.randomUUID(), command }));
  }
  function found<Of>(what: string, one: Of | undefined): Of {
    if (!one) throw new Error(`The floor has no ${what}.`);
    return one;
  }
  async function firstOfTape(turn: string): Promise<string> {
    const gone = new AbortController();
    const headers = { cookie: cookies.join('; ') };
    const reply = await fetch(`${origin}/api/live/${turn}`, { headers, signal: gone.signal });
    let said = '';
    for await (const chunk of reply.body!) {
      said += new TextDecoder().decode(chunk);
      if (said.includes('data:')) break;
    }
    gone.abort();
    return said;
  }
  return {
    origin,
    firstOfTape,
    record: async (id) => {
      const reply = await fetch(`${origin}/api/runs/${id}`, { headers: { cookie: cookies.join('; ') } });
      return reply.ok ? RunReply.parse(await reply.json()).session : null;
    },
    floor,
    act,
    code: async (name, kind) => PairingCode.parse(await ask('/api/stations/codes', { name, kind })).code,
    next: async (place) =>
      found(
        'visitor of ours',
        (await floor()).tickets.find((one) => mine.has(one.id) && one.state === 'waiting' && one.place === place),
      ),
    checkIn: async (place) => {
      const who = { audience: 'resident', ageBand: '18-59', consent: false, card: null, booking: null } as const;
      const made = found('ticket', (await act({ do: 'check-in', ...who, place, count: 1 })).tickets[0]);
      mine.add(made.id);
      return made;
    },
    station: async (name) =>
      found(
        name,
        (await floor()).stations.find((one) => one.name === name),
      ),
    turn: async (id) =>
      found(
        `turn ${id}`,
        (await floor()).turns.find((one) => one.id === id),
      ),
    ticket: async (id) =>
      found(
        `ticket ${id}`,
        (await floor()).tickets.find((one) => one.id === id),
      ),
  };
}
