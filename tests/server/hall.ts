/** A real hall for the tests: store on disk, app in this process, runs that look like runs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { afterEach, beforeEach } from 'vitest';
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

/** A hall of its own for each test of the file, and a browser where its manager is signed in. */
export function hallEach(): { hall: Hall; staff: Browser } {
  const at = {} as { hall: Hall; staff: Browser };
  beforeEach(async () => {
    at.hall = await openHall();
    at.staff = await setUp(at.hall);
  });
  afterEach(() => at.hall.close());
  return at;
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
