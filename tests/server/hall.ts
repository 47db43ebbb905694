/** A real hall for the tests: store on disk, app in this process or `npm start` as a child, runs that look like runs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { buildApp } from '../../server/app.ts';
import { type Floor, openFloor } from '../../server/floor/floor.ts';
import { hashPassword } from '../../server/password.ts';
import { type Intake, openIntake } from '../../server/store/group.ts';
import { openStore, STORE_FILE, type Store } from '../../server/store/open.ts';
import { addStaff, issueCode } from '../../server/store/staff.ts';
import { digest } from '../../src/wire/digest.ts';
import type { HallSettings } from '../../src/wire/hall.ts';
import type { Attempt, Session } from '../../src/wire/session.ts';

export const ROOT = join(import.meta.dirname, '..', '..');
export const ORIGIN = 'http://localhost';
export const SETTINGS: HallSettings = {
  name: '翠湖演练馆',
  dutyPhone: '0871-65110119',
  gasLine: '96777',
  assemblyPoint: '东门广场',
  aedPlace: '一楼大厅',
  address: '昆明市五华区翠湖南路1号',
};
export const MANAGER = { name: '馆长', password: 'correct horse battery' };

export function tempFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'drillhall-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

export function attempt(change: Partial<Attempt> = {}): Attempt {
  return {
    ended: 'finished',
    ending: 'fire-out',
    passed: true,
    score: 92.5,
    grade: 'excellent',
    duration_s: 73.016666,
    marks: [
      { rule: 'FF-M8', points: 18.25, max: 20, at_s: 31.4, stage: 'discharge' },
      { rule: 'FF-M2', points: 15, max: 15, at_s: 12.05, stage: 'gates' },
      { rule: 'FF-E4', points: -5, max: 0, at_s: null, stage: 'watch' },
    ],
    critical: [],
    ...change,
  };
}

/** A run with its right digest; `change` is applied before the digest is taken. */
export async function aRun(change: Partial<Session> = {}): Promise<Session> {
  const session: Omit<Session, 'sha256'> = {
    id: v7(),
    scenario: 'firefighting',
    variant: 'kitchen-wok',
    version: 1,
    mode: 'assess',
    how: 'headset',
    role: 'performed',
    locale: 'zh-CN',
    started_ms: Date.UTC(2026, 10, 23, 4, 0),
    seed: 7,
    first: attempt(),
    second: null,
    tape: 'H4sIAAAAAAAAA0vLz1dISiwCAB1mS4wHAAAA',
    ...change,
  };
  return { ...session, sha256: await digest(session) };
}

export interface Hall {
  folder: string;
  store: Store;
  intake: Intake;
  floor: Floor;
  app: FastifyInstance;
  close: () => Promise<void>;
}

/** A hall in this process; nothing of it is faked, only the port is missing. */
export async function openHall(
  options: { folder?: string; maxPages?: number; readOnly?: boolean; dist?: string; clock?: () => number } = {},
): Promise<Hall> {
  const temp = options.folder ? null : tempFolder();
  const folder = options.folder ?? temp!.path;
  const store = await openStore(join(folder, STORE_FILE), { maxPages: options.maxPages, readOnly: options.readOnly });
  const intake = openIntake(store);
  const floor = await openFloor(store, options.clock);
  const app = await buildApp({ store, intake, floor, dist: options.dist ?? null });
  return {
    folder,
    store,
    intake,
    floor,
    app,
    async close() {
      await app.close();
      await intake.idle();
      await floor.idle();
      await store.close();
      temp?.remove();
    },
  };
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
export interface Browser {
  cookies: Map<string, string>;
  ask: (
    method: Method,
    url: string,
    body?: unknown,
    headers?: Record<string, string>,
    // biome-ignore lint/suspicious/noExplicitAny: the tests look into answers of every shape
  ) => Promise<{ status: number; body: any; headers: Record<string, unknown>; raw: Buffer }>;
}

/** A browser of one visitor: keeps cookies and names its origin on writes, as browsers do. */
export function openBrowser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async ask(method, url, body, headers = {}) {
      const reply = await app.inject({
        method,
        url,
        headers: {
          host: 'localhost',
          ...(method === 'GET' ? {} : { origin: ORIGIN }),
          cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
          ...headers,
        },
        payload: body as object | undefined,
      });
      for (const { name, value } of reply.cookies) {
        if (value) cookies.set(name, value);
        else cookies.delete(name);
      }
      const json = /json/.test(String(reply.headers['content-type'])) ? reply.json() : null;
      return { status: reply.statusCode, body: json, headers: reply.headers, raw: reply.rawPayload };
    },
  };
}

/** Sets the hall up as on its first day. @returns the manager's browser, which is a device of the hall too */
export async function setUp(hall: Hall): Promise<Browser> {
  const { code } = await issueCode(hall.store, 'set-up', null);
  const browser = openBrowser(hall.app);
  const reply = await browser.ask('POST', '/api/setup', { code, ...MANAGER, settings: SETTINGS });
  if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
  return browser;
}

/** @returns the browser of a member of staff who just signed in */
export async function signedIn(hall: Hall, name: string, role: 'staff' | 'manager' = 'staff'): Promise<Browser> {
  const password = 'a long enough one';
  await addStaff(hall.store, name, role, await hashPassword(password));
  const browser = openBrowser(hall.app);
  await browser.ask('POST', '/api/session', { name, password });
  return browser;
}

export interface Child {
  process: ChildProcess;
  port: number;
  /** one-time code it printed, null when it has a manager */
  code: string | null;
  output: () => string;
  /** ends it at once, as a pulled plug ends a process */
  kill: () => Promise<void>;
  stop: () => Promise<number | null>;
}

/** Starts server/main.ts as npm start does, without the build, and waits until it says it is ready. */
export async function startChild(folder: string, env: Record<string, string> = {}): Promise<Child> {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(ROOT, 'server/main.ts'), '--no-build'],
    {
      env: { ...process.env, DRILLHALL_DATA: folder, PORT: '0', HTTPS_PORT: '0', LANG: 'en_US.UTF-8', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (/Ctrl\+C/.test(output)) resolve();
    };
    child.stdout!.on('data', read);
    child.stderr!.on('data', read);
  });
  await Promise.race([ready, ended]);
  if (child.exitCode !== null) throw new Error(output);
  return {
    process: child,
    port: Number(output.match(/http:\/\/localhost:(\d+)/)![1]),
    code: output.match(/\b([2-9A-Z]{4}-[2-9A-Z]{4})\b/)?.[1] ?? null,
    output: () => output,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** fetch as the page of a started hall would do it: same origin, cookies kept. */
export function pageOf(port: () => number, cookies = new Map<string, string>()): typeof fetch {
  return async (input, init) => {
    const origin = `http://localhost:${port()}`;
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const reply = await fetch(new URL(String(input), origin), { ...init, headers });
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = line.match(/^([^=]+)=([^;]*)/)!;
      cookies.set(name!, value!);
    }
    return reply;
  };
}

/** Sets up a started hall through its own door with the code it printed. */
export async function setUpChild(child: Child, page: typeof fetch): Promise<void> {
  const body = JSON.stringify({ code: child.code, ...MANAGER, settings: SETTINGS });
  const reply = await page('/api/setup', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  if (!reply.ok) throw new Error(await reply.text());
}
