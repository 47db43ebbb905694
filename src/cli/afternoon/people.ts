/** The staff, the stations and the phones of an afternoon: each does what its person does, over a bad network. */
import { v7 } from 'uuid';
import { digest } from '../../wire/digest.ts';
import { type Board, type Command, type Floor, STANDARD_COMFORT, type Turn } from '../../wire/floor.ts';
import type { Session } from '../../wire/session.ts';
import type { Orders, Report, WatchView } from '../../wire/station.ts';
import { type Client, refusal, sleep } from './client.ts';

/** What was promised to whom: the verdict holds it against the store. */
export interface Ledger {
  /** ids of commands that were answered with success */
  commands: Set<string>;
  /** ids of runs acknowledged as created or duplicate */
  runs: Set<string>;
  /** seat/stage of answers that were acknowledged */
  answers: Set<string>;
  /** turns whose end was acknowledged to their station */
  ended: Set<string>;
  /** sentences about anything of one visitor seen at another's */
  leaks: string[];
}
export interface Scene {
  ledger: Ledger;
  /** false when everybody should go home */
  open: () => boolean;
  chance: () => number;
  /** turns that ended, for the one who pulls plugs */
  onEnded: () => void;
}

export const VARIANT = 'firefighting/kitchen-wok';
/** A run here lasts so long: the compressed afternoon. */
const RUN_ms = 900;

async function act(client: Client, ledger: Ledger, command: Command) {
  const id = v7();
  const answer = await client.ask('POST', '/api/floor', { id, command });
  // an end asked for twice is answered, and changes nothing
  if (answer.status === 200 && (command.do !== 'end' || answer.body.turn)) ledger.commands.add(id);
  else if (answer.status !== 200 && !refusal(answer))
    throw new Error(`${command.do}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
}

/** Lets visitors in, one after the other, as they come. */
export async function receive(client: Client, scene: Scene, visitors: number): Promise<void> {
  for (let k = 0; k < visitors; ) {
    const count = scene.chance() < 0.2 ? Math.min(3, visitors - k) : 1;
    const place = k % 9 === 8 ? 'desktop' : 'headset';
    await act(client, scene.ledger, {
      do: 'check-in',
      audience: k % 2 === 0 ? 'resident' : 'shop',
      ageBand: k % 3 === 0 ? '60-plus' : '18-59',
      place,
      consent: false,
      card: null,
      booking: null,
      count,
    });
    k += count;
    await sleep(40 + scene.chance() * 80);
  }
}

/** One member of staff with a tablet: does the next thing that the floor asks for. Two of them get in each other's way. */
export async function attend(client: Client, scene: Scene): Promise<void> {
  let floor: Floor | null = null;
  const stop = client.follow('/api/floor/stream', (message: Floor) => {
    floor = message;
  });
  while (scene.open()) {
    const now = floor as Floor | null;
    const command = now && nextThing(now, scene.chance);
    if (command) await act(client, scene.ledger, command);
    await sleep(10 + scene.chance() * 20);
  }
  stop();
}

function nextThing(floor: Floor, chance: () => number): Command | null {
  const options: Command[] = [];
  const waiting = (place: string) => floor.tickets.filter((one) => one.state === 'waiting' && one.place === place);
  for (const station of floor.stations) {
    const turn = floor.turns.find((one) => one.id === station.turn);
    if (station.state === 'wipe') options.push({ do: 'wiped', station: station.id });
    if (station.state === 'free' && station.connected && waiting(station.kind).length > 0)
      options.push({
        do: 'call',
        station: station.id,
        ticket: null,
        variant: VARIANT,
        mode: 'assess',
        crew: chance() < 0.5,
      });
    if (!turn) continue;
    const lost = !station.connected && floor.server_ms - turn.called_ms > 12_000;
    if (lost) options.push({ do: 'fault', turn: turn.id, reason: 'the station does not answer' });
    if (turn.state === 'called')
      options.push(
        chance() < 0.06
          ? { do: 'no-show', ticket: turn.ticket }
          : chance() < 0.06
            ? { do: 'skip', ticket: turn.ticket }
            : { do: 'beside', turn: turn.id },
      );
    if (turn.state === 'running' && chance() < 0.05)
      options.push({
        do: 'comfort',
        turn: turn.id,
        comfort: { locale: 'en', captions: false, seated: true, intensity: 'calm' },
      });
    if (turn.state === 'running' && chance() < 0.03) options.push({ do: 'intervene', turn: turn.id, what: 'hint' });
    if (turn.state === 'running' && chance() < 0.01) options.push({ do: 'end', turn: turn.id });
  }
  for (const ticket of floor.tickets) if (ticket.state === 'after') options.push({ do: 'finish', ticket: ticket.id });
  return options.length === 0 ? null : options[Math.floor(chance() * options.length)]!;
}

/** The number on a ticket, so that a run says whose it was. */
export function seedOf(number: string): number {
  return number.charCodeAt(0) * 1000 + Number(number.slice(1));
}

async function sessionOf(
  turn: string,
  run: string,
  number: string,
  ended: 'finished' | 'failed' | 'abandoned',
): Promise<Session> {
  const score = ended === 'abandoned' ? null : 40 + (seedOf(number) % 60);
  const fields: Omit<Session, 'sha256'> = {
    id: run,
    scenario: 'firefighting',
    variant: 'kitchen-wok',
    version: 1,
    mode: 'assess',
    how: 'headset',
    role: 'performed',
    locale: 'zh-CN',
    started_ms: Date.now(),
    seed: seedOf(number),
    first: {
      ended,
      ending: null,
      passed: ended === 'finished',
      score,
      grade: null,
      duration_s: 1,
      marks: [],
      critical: [],
    },
    second: null,
    tape: 'AAAA',
    turn,
  };
  return { ...fields, sha256: await digest(fields) };
}

/** A station: shows its number, plays what it is ordered to, says what it does, keeps its runs until they are taken. */
export async function stand(client: Client, scene: Scene, diesAt: number | null): Promise<void> {
  let orders: Orders | null = null;
  const stop = client.follow('/api/station/stream', (message: Orders) => {
    orders = message;
  });
  const outbox: Session[] = [];
  const me = { boot: v7(), seq: 0, turns: 0 };
  const sending = send(client, scene, outbox);
  while (scene.open()) {
    const now = orders as Orders | null;
    if (now?.turn?.state === 'ready') {
      me.turns += 1;
      const over = await playTurn(
        client,
        scene,
        () => orders as Orders | null,
        me,
        now.turn.id,
        outbox,
        me.turns === diesAt,
      );
      if (!over) {
        // the battery is out: nothing is heard for a while, then its page opens anew and knows of no run
        stop();
        await sleep(14_000);
        return stand(client, scene, null);
      }
    } else await report(client, me, { turn: null, phase: 'idle' });
    await sleep(140);
  }
  stop();
  await sending;
}

async function report(client: Client, me: { boot: string; seq: number }, change: Partial<Report>) {
  me.seq += 1;
  const idle = { run: null, stage: null, elapsed_s: 0, controllers: 'two', attended: true, score: null } as const;
  const said = {
    boot: me.boot,
    seq: me.seq,
    turn: null,
    phase: 'idle',
    end: null,
    trouble: null,
    done: [],
    question: null,
    ...idle,
    ...change,
  };
  return client.ask('POST', '/api/station/report', said);
}

/** @returns false when the station died in the middle */
async function playTurn(
  client: Client,
  scene: Scene,
  orders: () => Orders | null,
  me: { boot: string; seq: number },
  turn: string,
  outbox: Session[],
  dies: boolean,
): Promise<boolean> {
  const run = v7();
  const first = orders()!.turn!;
  if (JSON.stringify(first.comfort) !== JSON.stringify(STANDARD_COMFORT))
    scene.ledger.leaks.push(`${first.number} began with another one's comfort`);
  const began_ms = performance.now();
  let have = 0;
  let ended: 'finished' | 'failed' | 'abandoned' = scene.chance() < 0.2 ? 'failed' : 'finished';
  while (performance.now() - began_ms < RUN_ms) {
    const mine = orders()?.turn;
    // staff have ended it meanwhile, or it was given up for lost
    if (mine?.id !== turn || mine.stopping) {
      ended = 'abandoned';
      break;
    }
    if (dies && performance.now() - began_ms > RUN_ms / 2) return false;
    const elapsed_s = (performance.now() - began_ms) / 1000;
    const question = { stage: elapsed_s < 0.45 ? 'choose' : 'leave', options: 3, right: 1 };
    const done = mine.asks.map((ask) => ask.id);
    await report(client, me, { turn, phase: 'running', run, stage: question.stage, elapsed_s, question, done });
    // the ticket's number goes along in the tape, so that a watcher of another turn would see it
    const piece = { from: have, ticks: 10, numbers: 'AAAA', deeds: [[have, { number: first.number }]], sum: 0 };
    const sent = await client.ask('POST', '/api/station/live', { turn, run, head: { number: first.number }, piece });
    have = sent.body?.have ?? have;
    await sleep(180);
  }
  outbox.push(await sessionOf(turn, run, first.number, ended));
  const told = await report(client, me, { turn, phase: 'over', run, end: ended });
  if (told.status === 200) scene.ledger.ended.add(turn);
  scene.onEnded();
  // the page stays until staff have wiped
  while (scene.open() && orders()?.turn?.id === turn) await sleep(50);
  return true;
}

/** The outbox: keeps a run until the hall has acknowledged it. */
async function send(client: Client, scene: Scene, outbox: Session[]): Promise<void> {
  while (scene.open() || outbox.length > 0) {
    const [session] = outbox;
    if (session) {
      const answer = await client.ask('POST', '/api/uploads', { sessions: [session] });
      const status = answer.body?.results?.[0]?.status;
      if (status === 'created' || status === 'duplicate') {
        scene.ledger.runs.add(session.id);
        outbox.shift();
      } else throw new Error(`A run was not taken: ${JSON.stringify(answer.body)}`);
    }
    await sleep(50);
  }
}

/** A watcher's phone: joins whatever crew is on the wall, answers what is asked. */
export async function watch(client: Client, scene: Scene): Promise<void> {
  let board: Board | null = null;
  const stopBoard = client.follow('/api/board/stream', (message: Board) => {
    board = message;
  });
  let joined = '';
  while (scene.open()) {
    const crew = (board as Board | null)?.crew;
    if (crew && crew.turn !== joined) {
      const seat = v7();
      const answer = await client.ask('POST', '/api/watch', { seat, code: crew.join, ticket: null });
      joined = crew.turn;
      if (answer.status === 200) await answerAll(client, scene, seat);
    }
    await sleep(120);
  }
  stopBoard();
}

async function answerAll(client: Client, scene: Scene, seat: string): Promise<void> {
  let view: WatchView | null = null;
  const stop = client.follow(`/api/watch/stream?seat=${seat}`, (message: WatchView) => {
    view = message;
  });
  while (scene.open()) {
    const now = view as WatchView | null;
    if (now?.over) break;
    if (now?.question && now.mine === null) {
      const { stage } = now.question;
      const option = Math.floor(scene.chance() * now.question.options);
      const answer = await client.ask('POST', '/api/watch/answer', { seat, stage, option });
      if (answer.status === 204) scene.ledger.answers.add(`${seat}/${stage}`);
    }
    await sleep(150);
  }
  stop();
}

/** Looks at a turn's tape as the wall does, and says when it holds anything of somebody else. */
export function lookOn(client: Client, scene: Scene, turn: Turn): () => void {
  type Message = { head?: { number: string }; piece?: { deeds: [number, { number: string }][] } };
  return client.follow(`/api/live/${turn.id}`, (message: Message) => {
    const numbers = [message.head?.number, ...(message.piece?.deeds ?? []).map(([, deed]) => deed.number)];
    for (const number of numbers)
      if (number !== undefined && number !== turn.number)
        scene.ledger.leaks.push(`${number} was seen in the tape of ${turn.number}`);
  });
}
