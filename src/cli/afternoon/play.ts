/** An afternoon in a hall: the real server and store, forty visitors, and all that goes wrong; then the verdict. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, STORE_FILE, type Store } from '../../../server/store/open.ts';
import type { Floor } from '../../wire/floor.ts';
import { type Child, setUpChild, startChild } from '../served.ts';
import { type Client, chanceOf, openClient, sleep } from './client.ts';
import { attend, type Ledger, lookOn, receive, type Scene, seedOf, stand, watch } from './people.ts';

export interface Afternoon {
  visitors: number;
  seed: number;
  /** share of requests and of answers that get lost */
  drops_frac?: number;
}
export interface Verdict {
  visitors: number;
  /** visitors that ended in exactly one state */
  endings: number;
  /** acknowledged things that are not in the store */
  lost: string[];
  leaks: string[];
  kills: number;
  /** 99th percentile of an answered exchange, ms: what staff do, what stations say */
  staff_p99_ms: number;
  station_p99_ms: number;
  exchanges: number;
  observed: number;
  faults: number;
}

const MANAGER = { name: 'bench', password: 'correct horse battery staple' };
const SETTINGS = {
  name: 'bench',
  dutyPhone: '0871-65110119',
  gasLine: '96777',
  assemblyPoint: 'bench',
  aedPlace: 'bench',
  address: 'bench',
};
const STATIONS = [
  ['1', 'headset'],
  ['2', 'headset'],
  ['3', 'headset'],
  ['4', 'desktop'],
] as const;
const WATCHERS = 12;
const LONGEST_ms = 170_000;

function p99(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? 0;
}

/** Opens the hall, two tablets, four stations; the hall may die and come back under the same folder. */
async function openHall(afternoon: Afternoon) {
  const folder = mkdtempSync(join(tmpdir(), 'drillhall-afternoon-'));
  const hall: { child: Child } = { child: await startChild(folder) };
  let port = hall.child.port;
  const chance = chanceOf(afternoon.seed);
  const calm = { drops_frac: 0, chance, port: () => port };
  const weather = { drops_frac: afternoon.drops_frac ?? 0.04, chance, port: () => port };
  const manager = openClient(calm);
  const page: typeof fetch = async (input, init) => {
    const answer = await manager.ask('POST', String(input), JSON.parse(String(init?.body)));
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  };
  await setUpChild(hall.child, page, { ...MANAGER, settings: SETTINGS });
  const tablets = [openClient(weather), openClient(weather)];
  for (const tablet of tablets) await tablet.ask('POST', '/api/session', MANAGER);
  const stations: Client[] = [];
  for (const [name, kind] of STATIONS) {
    // pairing is done once, beside the device, before the visitors come
    const { code } = (await manager.ask('POST', '/api/stations/codes', { name: `${name}号`, kind })).body;
    const paired = openClient(calm);
    await paired.ask('POST', '/api/stations', { code });
    const station = openClient(weather);
    for (const [cookie, value] of paired.cookies) station.cookies.set(cookie, value);
    stations.push(station);
  }
  return {
    folder,
    manager,
    tablets,
    stations,
    weather,
    chance,
    /** pulls the plug, and starts it again on another port: who asks finds it there */
    async kill() {
      await hall.child.kill();
      hall.child = await startChild(folder);
      port = hall.child.port;
    },
    stop: () => hall.child.stop(),
  };
}

/** Pulls the plug twice: after a quarter and after half of the turns. */
async function pullPlugs(
  hall: Awaited<ReturnType<typeof openHall>>,
  turns: () => number,
  visitors: number,
  open: () => boolean,
): Promise<number> {
  let kills = 0;
  for (const after of [visitors / 4, visitors / 2]) {
    while (open() && turns() < after) await sleep(40);
    if (!open()) break;
    await hall.kill();
    kills += 1;
  }
  return kills;
}

/** The wall: looks at every turn that is on. */
async function beWall(client: Client, scene: Scene): Promise<void> {
  const looking = new Map<string, () => void>();
  const stop = client.follow('/api/floor/stream', (floor: Floor) => {
    for (const turn of floor.turns) {
      if (turn.state === 'running' && !looking.has(turn.id)) looking.set(turn.id, lookOn(client, scene, turn));
      if (turn.state === 'over') looking.get(turn.id)?.();
    }
  });
  while (scene.open()) await sleep(100);
  stop();
  for (const end of looking.values()) end();
}

export async function playAfternoon(afternoon: Afternoon): Promise<Verdict> {
  const hall = await openHall(afternoon);
  const { manager, tablets, stations, weather, chance } = hall;
  const ledger: Ledger = { commands: new Set(), runs: new Set(), answers: new Set(), ended: new Set(), leaks: [] };
  let open = true;
  let turns = 0;
  const onEnded = () => {
    turns += 1;
  };
  const scene: Scene = { ledger, chance, open: () => open, onEnded };
  const phones = Array.from({ length: WATCHERS }, () => openClient(weather));
  const wall = openClient(weather);
  for (const [cookie, value] of manager.cookies) wall.cookies.set(cookie, value);
  const everybody = [
    ...tablets.map((tablet) => attend(tablet, scene)),
    ...stations.map((station, k) => stand(station, scene, k === 1 ? 3 : null)),
    ...phones.map((phone) => watch(phone, scene)),
    beWall(wall, scene),
  ];
  const kills = pullPlugs(hall, () => turns, afternoon.visitors, scene.open);
  await receive(tablets[0]!, scene, afternoon.visitors);
  const until_ms = performance.now() + LONGEST_ms;
  while (performance.now() < until_ms) {
    const { tickets } = (await manager.ask('GET', '/api/floor')).body as Floor;
    if (tickets.every((one) => ['done', 'no-show', 'left'].includes(one.state))) break;
    await sleep(200);
  }
  // stations that are away come back, outboxes empty themselves
  await sleep(500);
  open = false;
  await Promise.all(everybody);
  const pulled = await kills;
  await hall.stop();
  const store = await openStore(join(hall.folder, STORE_FILE));
  const verdict = await judge(store, afternoon.visitors, ledger);
  await store.close();
  rmSync(hall.folder, { recursive: true, force: true });
  const spoken = stations.flatMap((station) => station.latencies_ms);
  const done = tablets.flatMap((tablet) => tablet.latencies_ms);
  return {
    ...verdict,
    kills: pulled,
    staff_p99_ms: p99(done),
    station_p99_ms: p99(spoken),
    exchanges: done.length + spoken.length,
  };
}

type Judged = Omit<Verdict, 'kills' | 'staff_p99_ms' | 'station_p99_ms' | 'exchanges'>;

/** Holds what was acknowledged against what is on the disk. */
async function judge(store: Store, visitors: number, ledger: Ledger): Promise<Judged> {
  const { db, hallId } = store;
  const of = <T extends { hall_id: string }>(rows: T[]) => rows.filter((row) => row.hall_id === hallId);
  const [visits, turns, runs, points, events, parts] = await Promise.all([
    db.selectFrom('visit').selectAll().execute().then(of),
    db.selectFrom('turn').selectAll().execute().then(of),
    db.selectFrom('run').select(['hall_id', 'id', 'seed', 'role', 'turn_id']).execute().then(of),
    db.selectFrom('point').select(['hall_id', 'id']).execute().then(of),
    db.selectFrom('floor_event').select(['hall_id', 'id']).execute().then(of),
    db.selectFrom('part').selectAll().execute().then(of),
  ]);
  const lost: string[] = [];
  const has = (rows: { id: string }[], id: string, what: string) => {
    if (!rows.some((row) => row.id === id)) lost.push(`${what} ${id}`);
  };
  // an act that changed nothing has no event: those are ends asked for twice
  for (const id of ledger.commands) has(events, id, 'act');
  for (const id of ledger.runs) has(runs, id, 'run');
  for (const id of ledger.answers) has(points, id, 'answer');
  for (const id of ledger.ended) if (!turns.find((turn) => turn.id === id)?.ending) lost.push(`end of ${id}`);
  const leaks = [...ledger.leaks];
  for (const turn of turns) {
    const run = runs.find((one) => one.id === turn.run_id);
    const visit = visits.find((one) => one.id === turn.visit_id);
    if (run && visit && run.seed !== seedOf(visit.number))
      leaks.push(`the run of ${run.seed} stands with ${visit.number}`);
    if (run && run.turn_id !== turn.id) leaks.push(`the run ${run.id} names another turn than ${turn.id}`);
    if (turn.ending === 'technical-fault' && run && visit && visit.state === 'failed')
      leaks.push('a fault became a fail');
  }
  const doubled = turns.map((turn) => turn.run_id).filter((id, k, all) => id !== null && all.indexOf(id) !== k);
  for (const id of doubled) leaks.push(`the run ${id} stands with two turns`);
  const numbers = new Set(visits.map((visit) => visit.number));
  const endings = visits.filter((visit) => ['done', 'no-show', 'left'].includes(visit.state)).length;
  return {
    visitors: numbers.size,
    endings: turns.every((turn) => turn.ending !== null) && numbers.size === visitors ? endings : -1,
    lost,
    leaks,
    observed: parts.filter((part) => part.role === 'observed').length,
    faults: turns.filter((turn) => turn.ending === 'technical-fault').length,
  };
}
