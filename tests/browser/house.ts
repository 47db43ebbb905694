/** Starts the real server on free ports and a data folder of its own, and can kill it like a pulled plug. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { HallSettings } from '../../src/wire/hall.ts';
import { RunPage, type RunRow } from '../../src/wire/runs.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const READY_ms = 60_000;

export const MANAGER = { name: '馆长', password: 'sheng-huo-yan-lian-42' };
export const SETTINGS: HallSettings = {
  name: '翠湖社区应急演练馆',
  dutyPhone: '0871-65190119',
  gasLine: '0871-95158',
  assemblyPoint: '翠湖公园东门广场',
  aedPlace: '一楼服务台左侧',
  address: '昆明市五华区翠湖南路 12 号',
};

export interface House {
  /** http://localhost:port, the same after a restart */
  origin: string;
  /** one-time code of the first sign-in as printed, null once there is a manager */
  code: string | null;
  folder: string;
  /** ends it at once, like a pulled plug */
  kill(): Promise<void>;
  /** the same folder on the same port again */
  start(): Promise<void>;
  /** ends it and removes its folder */
  close(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  port: number;
  code: string | null;
}

function launch(folder: string, port: number): Promise<Running> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'server/main.ts', '--no-build'], {
      cwd: ROOT,
      env: { ...process.env, PORT: String(port), HTTPS_PORT: '0', DRILLHALL_DATA: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const late = setTimeout(() => {
      child.kill('SIGKILL');
      fail(new Error(`The server was not ready in ${READY_ms / 1000} s:\n${said}`));
    }, READY_ms);
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/localhost:(\d+)/.exec(said);
      if (!found || !/Ctrl\+C/.test(said)) return;
      clearTimeout(late);
      done({ child, port: Number(found[1]), code: /one-time code (\S+)/.exec(said)?.[1] ?? null });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('exit', (code) => {
      clearTimeout(late);
      fail(new Error(`The server ended with ${code}:\n${said}`));
    });
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) return done();
    child.once('exit', () => done());
  });
}

/** @returns a hall whose first manager is still to come; the app must have been built. */
export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'drillhall-test-'));
  let running: Running | null = await launch(folder, 0);
  const { port, code } = running;
  const end = async (signal: NodeJS.Signals) => {
    const now = running;
    running = null;
    now?.child.kill(signal);
    if (now) await ended(now.child);
  };
  return {
    origin: `http://localhost:${port}`,
    code,
    folder,
    kill: () => end('SIGKILL'),
    start: async () => {
      running ??= await launch(folder, port);
    },
    close: async () => {
      await end('SIGTERM');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function post(origin: string, path: string, body: unknown): Promise<Response> {
  const reply = await fetch(origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  return reply;
}

/** Makes the first manager and fills the settings. @returns the cookies of that browser: a signed-in device of the hall */
export async function setUp(house: House): Promise<string[]> {
  const reply = await post(house.origin, '/api/setup', { code: house.code, ...MANAGER, settings: SETTINGS });
  return reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]!);
}

/** Puts cookies as from `setUp` into a browser: 'device' alone is a headset nobody is signed in on. */
export async function bring(context: BrowserContext, origin: string, cookies: string[], which: 'device' | 'both') {
  const wanted = which === 'both' ? cookies : cookies.filter((cookie) => /-device=/.test(cookie));
  await context.addCookies(
    wanted.map((cookie) => {
      const at = cookie.indexOf('=');
      return { name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin, httpOnly: true };
    }),
  );
}

/** @returns all runs the manager sees */
export async function runsOf(origin: string, cookies: string[]): Promise<RunRow[]> {
  const reply = await fetch(`${origin}/api/runs?limit=200`, { headers: { cookie: cookies.join('; ') } });
  if (!reply.ok) throw new Error(`/api/runs: ${reply.status} ${await reply.text()}`);
  return RunPage.parse(await reply.json()).runs;
}

/** @returns a sheet as the manager downloads it */
export async function sheet(origin: string, cookies: string[], path: string): Promise<string> {
  const reply = await fetch(origin + path, { headers: { cookie: cookies.join('; ') } });
  if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  // text() would swallow the mark that tells a spreadsheet the text is UTF-8
  return Buffer.from(await reply.arrayBuffer()).toString('utf8');
}

/** What the set-up of all browser tests hands to each of them. */
declare module 'vitest' {
  interface ProvidedContext {
    house: { origin: string; cookies: string[] };
  }
}
