/** Promises of the doors: who may do what, from where, and how often a password may be wrong. */

import Fastify from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { guard, PERMISSIONS, type Permission } from '../../server/doors.ts';
import { hashPassword } from '../../server/password.ts';
import { addStaff, issueCode } from '../../server/store/staff.ts';
import {
  aRun,
  type Browser,
  type Hall,
  MANAGER,
  ORIGIN,
  openBrowser,
  openHall,
  SETTINGS,
  setUp,
  signedIn,
} from './hall.ts';

let hall: Hall;
beforeEach(async () => {
  hall = await openHall();
});
afterEach(() => hall.close());

type Route = [method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, permission: Permission, body?: unknown];
/** Every route of the server and who may use it: a new one must be written here too. */
const ROUTES: Route[] = [
  ['GET', '/api/hall', 'public'],
  ['PUT', '/api/hall', 'manager', SETTINGS],
  ['POST', '/api/setup', 'public', {}],
  ['GET', '/api/session', 'public'],
  ['POST', '/api/session', 'public', {}],
  ['DELETE', '/api/session', 'public'],
  ['POST', '/api/password', 'public', {}],
  ['GET', '/api/staff', 'manager'],
  ['POST', '/api/staff', 'manager', { name: 'x', role: 'staff' }],
  ['POST', '/api/staff/:id/code', 'manager'],
  ['PUT', '/api/staff/:id', 'manager', { disabled: true }],
  ['GET', '/api/devices', 'staff'],
  ['POST', '/api/devices', 'public', {}],
  ['DELETE', '/api/devices/:id', 'manager'],
  ['POST', '/api/uploads', 'device', { sessions: [{}] }],
  ['GET', '/api/runs', 'staff'],
  ['GET', '/api/runs/:id', 'staff'],
  ['GET', '/api/conflicts', 'staff'],
  ['GET', '/api/participation', 'staff'],
  ['GET', '/api/exports/summary.csv', 'manager'],
  ['GET', '/api/exports/rows.csv', 'manager'],
  ['GET', '/api/exports/points.csv', 'manager'],
  ['GET', '/api/floor', 'staff'],
  ['GET', '/api/floor/stream', 'staff'],
  ['POST', '/api/floor', 'staff', {}],
  ['GET', '/api/board', 'public'],
  ['GET', '/api/board/stream', 'public'],
  ['GET', '/api/live/:turn', 'hall'],
  ['POST', '/api/stations/codes', 'staff', {}],
  ['POST', '/api/stations', 'public', { code: '000000' }],
  ['DELETE', '/api/stations/:id', 'manager'],
  ['GET', '/api/station', 'device'],
  ['GET', '/api/station/stream', 'device'],
  ['POST', '/api/station/report', 'device', {}],
  ['POST', '/api/station/live', 'device', {}],
  ['POST', '/api/watch', 'public', {}],
  ['GET', '/api/watch', 'public'],
  ['GET', '/api/watch/stream', 'public'],
  ['POST', '/api/watch/answer', 'public', {}],
  ['GET', '/api/openings', 'staff'],
  ['POST', '/api/openings', 'staff', {}],
  ['PUT', '/api/openings/:id', 'staff', {}],
  ['DELETE', '/api/openings/:id', 'staff'],
  ['GET', '/api/openings/:id/bookings', 'staff'],
  ['POST', '/api/openings/:id/bookings', 'staff', {}],
  ['PUT', '/api/bookings/:id', 'staff', {}],
  ['DELETE', '/api/bookings/:id', 'staff'],
  ['POST', '/api/openings/:id/import/preview', 'staff', {}],
  ['POST', '/api/openings/:id/import', 'staff', {}],
  ['GET', '/api/floor-rules', 'staff'],
  ['PUT', '/api/floor-rules', 'manager', {}],
  ['POST', '/api/cards', 'staff'],
  ['POST', '/api/cards/look', 'hall', {}],
  ['POST', '/api/cards/forget', 'staff', {}],
  ['GET', '/api/quiz', 'public'],
  ['POST', '/api/quiz', 'public', {}],
  ['POST', '/api/points', 'public', {}],
  ['GET', '/api/visit', 'public'],
  ['GET', '/api/visits/:number/slip', 'hall'],
  ['POST', '/api/slip', 'public', {}],
  ['POST', '/api/recheck', 'device', {}],
  ['GET', '/ca.crt', 'public'],
  ['GET', '/ca', 'public'],
  ['GET', '/*', 'public'],
];
/** They do not end by themselves: who may hear them is tried by those who may not. */
const STREAMS = ['/api/floor/stream', '/api/board/stream', '/api/station/stream', '/api/live/:turn'];
const REFUSED = new Set(['not-signed-in', 'not-allowed', 'not-a-hall-device']);
const MAY: Record<string, Permission[]> = {
  stranger: ['public'],
  device: ['public', 'device', 'hall'],
  staff: ['public', 'hall', 'staff'],
  manager: ['public', 'hall', 'staff', 'manager'],
};

describe('every route', () => {
  test('is in the list of these tests, with its permission', () => {
    const listed = ROUTES.map(([method, url]) => `${method} ${url}`).sort();
    const tree = hall.app.printRoutes({ commonPrefix: false, includeHooks: false });
    const found: string[] = [];
    const parts: string[] = [];
    for (const line of tree.split('\n')) {
      const [, indent, name, methods] = line.match(/^([│ ]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/) ?? [];
      if (indent === undefined) continue;
      const depth = indent.length / 4;
      parts.length = depth;
      parts.push(name!);
      for (const method of methods?.split(', ') ?? [])
        if (method !== 'HEAD') found.push(`${method} ${parts.join('').replace(/^\*/, '/*')}`);
    }
    expect(found.sort()).toEqual(listed);
  });

  test('stops the start when it declares no permission', async () => {
    const app = Fastify();
    guard(app, hall.store);
    expect(() => app.get('/forgotten', () => 'open to all')).toThrow(/declares no permission/);
    await app.close();
  });

  for (const [who, may] of Object.entries(MAY))
    test(`lets a ${who} in where it may and nowhere else`, async () => {
      const browsers: Record<string, () => Promise<Browser>> = {
        stranger: async () => openBrowser(hall.app),
        device: async () => {
          const manager = await setUp(hall);
          const { code } = (await manager.ask('POST', '/api/stations/codes', { name: '1', kind: 'headset' })).body;
          await manager.ask('POST', '/api/stations', { code });
          await manager.ask('DELETE', '/api/session');
          return manager;
        },
        staff: async () => signedIn(hall, '小王'),
        manager: async () => signedIn(hall, '老李', 'manager'),
      };
      const kept = await browsers[who]!();
      // signing out last: it ends the sign-in that the others need
      const order = [...ROUTES].sort(
        (a, b) => Number(a[0] + a[1] === 'DELETE/api/session') - Number(b[0] + b[1] === 'DELETE/api/session'),
      );
      for (const [method, url, permission, body] of order) {
        if (STREAMS.includes(url) && may.includes(permission)) continue;
        // each with the cookies of the beginning: some routes take them away
        const browser = openBrowser(hall.app);
        for (const [name, value] of kept.cookies) browser.cookies.set(name, value);
        const reply = await browser.ask(method, url.replace(/:(id|turn|number)/, 'nobody').replace('*', 'page'), body);
        if (may.includes(permission))
          expect([method, url, REFUSED.has(reply.body?.error) && permission !== 'public']).toEqual([
            method,
            url,
            false,
          ]);
        else expect([method, url, REFUSED.has(reply.body?.error)]).toEqual([method, url, true]);
      }
    });

  test('the five permissions are all there are', () =>
    expect([...PERMISSIONS]).toEqual(['public', 'device', 'hall', 'staff', 'manager']));
});

describe('a write', () => {
  test('from another page is refused before anything is looked at', async () => {
    const manager = await setUp(hall);
    for (const origin of ['http://evil.example', 'null', 'https://localhost', 'http://localhost:81'])
      expect((await manager.ask('PUT', '/api/hall', SETTINGS, { origin })).body.error).toBe('foreign-origin');
    expect((await manager.ask('PUT', '/api/hall', SETTINGS, { origin: ORIGIN })).status).toBe(200);
  });
  test('that names no origin is refused', async () => {
    const reply = await hall.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { host: 'localhost' },
      payload: {},
    });
    expect(reply.json().error).toBe('foreign-origin');
  });
});

describe('cookies', () => {
  test('are out of reach of scripts and other sites, and bound to the address over TLS', async () => {
    const { code } = await issueCode(hall.store, 'set-up', null);
    const reply = await hall.app.inject({
      method: 'POST',
      url: '/api/setup',
      headers: { host: 'localhost', origin: ORIGIN },
      payload: { code, ...MANAGER, settings: SETTINGS },
    });
    for (const cookie of reply.cookies) expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(reply.cookies.map((cookie) => cookie.name).sort()).toEqual(['drillhall-device', 'drillhall-staff']);
  });
  test('hold nothing that is in the store: a copy of the store signs nobody in', async () => {
    const manager = await setUp(hall);
    await manager.ask('POST', '/api/uploads', { sessions: [await aRun()] });
    const tables = (await hall.store.ask("select name from sqlite_master where type='table'")) as { name: string }[];
    const all = JSON.stringify(await Promise.all(tables.map(({ name }) => hall.store.ask(`select * from ${name}`))));
    for (const token of manager.cookies.values()) expect(all).not.toContain(token);
    expect(all).not.toContain(MANAGER.password);
  });
});

describe('the first day', () => {
  test('has no settings and no manager, and says so', async () => {
    const { body } = await openBrowser(hall.app).ask('GET', '/api/hall');
    expect(body).toMatchObject({ state: 'not-set', settings: null, hasManager: false, device: false });
  });
  test('opens with the printed code once, and with nothing else', async () => {
    const { code } = await issueCode(hall.store, 'set-up', null);
    const browser = openBrowser(hall.app);
    const body = { ...MANAGER, settings: SETTINGS };
    expect((await browser.ask('POST', '/api/setup', { code: 'AAAA-AAAA', ...body })).body.error).toBe('wrong-code');
    expect(
      (await browser.ask('POST', '/api/setup', { code: code.toLowerCase().replace('-', ' '), ...body })).status,
    ).toBe(200);
    expect((await browser.ask('POST', '/api/setup', { code, ...body })).body.error).toBe('already-set-up');
    expect((await browser.ask('GET', '/api/hall')).body).toMatchObject({
      state: 'set',
      settings: SETTINGS,
      hasManager: true,
      device: true,
    });
  });
  test('needs every setting: each missing one is named', async () => {
    const { code } = await issueCode(hall.store, 'set-up', null);
    for (const field of Object.keys(SETTINGS)) {
      const settings = { ...SETTINGS, [field]: ' ' };
      const other = await openHall();
      const reply = await openBrowser(other.app).ask('POST', '/api/setup', { code, ...MANAGER, settings });
      expect([reply.status, reply.body.field]).toEqual([400, `settings.${field}`]);
      await other.close();
    }
  });
  test('refuses passwords anybody would try first', async () => {
    const { code } = await issueCode(hall.store, 'set-up', null);
    for (const password of ['12345678', 'Password', 'woaini1314', 'aaaaaaaaaa', 'abcdefghij', '馆长馆长馆长']) {
      const other = await openHall();
      const reply = await openBrowser(other.app).ask('POST', '/api/setup', {
        code,
        name: '馆长馆长馆长',
        password,
        settings: SETTINGS,
      });
      expect([password, reply.status]).toEqual([password, 400]);
      await other.close();
    }
  });
});

describe('a wrong password', () => {
  const WRONG = { name: MANAGER.name, password: 'not this one' };
  test('ten times closes the name for a while, also for the right one, and says how long', async () => {
    await setUp(hall);
    const browser = openBrowser(hall.app);
    for (let i = 0; i < 10; i += 1)
      expect((await browser.ask('POST', '/api/session', WRONG)).body.error).toBe('wrong-password');
    const reply = await browser.ask('POST', '/api/session', MANAGER);
    expect(reply.status).toBe(429);
    expect(reply.body.error).toBe('locked-out');
    expect(reply.body.wait_s).toBeGreaterThan(0);
    expect(reply.body.sentence).toMatch(/\d+ minutes/);
    expect(reply.headers['retry-after']).toBe(String(reply.body.wait_s));
  });
  test('ten at once count as ten', async () => {
    await setUp(hall);
    const browser = openBrowser(hall.app);
    const replies = await Promise.all(Array.from({ length: 14 }, () => browser.ask('POST', '/api/session', WRONG)));
    expect(replies.filter((reply) => reply.body.error === 'wrong-password')).toHaveLength(10);
    expect(replies.filter((reply) => reply.body.error === 'locked-out')).toHaveLength(4);
  });
  test('nine times and then the right one opens, and the count begins anew', async () => {
    await setUp(hall);
    const browser = openBrowser(hall.app);
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < 9; i += 1) await browser.ask('POST', '/api/session', WRONG);
      expect((await browser.ask('POST', '/api/session', MANAGER)).status).toBe(200);
    }
  });
  test('for a name nobody has looks the same as for one somebody has', async () => {
    await setUp(hall);
    const browser = openBrowser(hall.app);
    const known = await browser.ask('POST', '/api/session', WRONG);
    const unknown = await browser.ask('POST', '/api/session', { ...WRONG, name: '没有这个人' });
    expect([unknown.status, unknown.body]).toEqual([known.status, known.body]);
  });
});

describe('staff', () => {
  test('set their own password with a one-time code that works once', async () => {
    const manager = await setUp(hall);
    const made = await manager.ask('POST', '/api/staff', { name: '小王', role: 'staff' });
    const browser = openBrowser(hall.app);
    const body = { name: '小王', code: made.body.code, password: 'fresh and long' };
    expect((await browser.ask('POST', '/api/password', body)).body).toEqual({ name: '小王', role: 'staff' });
    expect((await browser.ask('GET', '/api/runs')).status).toBe(200);
    expect((await openBrowser(hall.app).ask('POST', '/api/password', body)).body.error).toBe('wrong-code');
  });
  test('are signed out everywhere when a manager resets or closes their account', async () => {
    const manager = await setUp(hall);
    const staff = await signedIn(hall, '小王');
    const id = (await manager.ask('GET', '/api/staff')).body.find((row: { name: string }) => row.name === '小王').id;
    await manager.ask('PUT', `/api/staff/${id}`, { disabled: true });
    expect((await staff.ask('GET', '/api/runs')).status).toBe(401);
    expect((await staff.ask('POST', '/api/session', { name: '小王', password: 'a long enough one' })).body.error).toBe(
      'wrong-password',
    );
  });
  test('always keep one manager who can sign in', async () => {
    const manager = await setUp(hall);
    const [row] = (await manager.ask('GET', '/api/staff')).body;
    expect((await manager.ask('PUT', `/api/staff/${row.id}`, { disabled: true })).body.error).toBe('last-manager');
  });
  test('are signed out by half an hour without a request and by the end of a shift', async () => {
    const staff = await signedIn(hall, '小王');
    await hall.store.ask('update staff_session set seen_ms = seen_ms - 31 * 60000');
    expect((await staff.ask('GET', '/api/runs')).status).toBe(401);
    const again = await signedIn(hall, '小张');
    await hall.store.ask('update staff_session set created_ms = created_ms - 13 * 3600000');
    expect((await again.ask('GET', '/api/runs')).status).toBe(401);
  });
  test('leave by their own hand: the token is dead, not only the cookie', async () => {
    const staff = await signedIn(hall, '小王');
    const token = new Map(staff.cookies);
    await staff.ask('DELETE', '/api/session');
    for (const [name, value] of token) staff.cookies.set(name, value);
    expect((await staff.ask('GET', '/api/runs')).status).toBe(401);
  });
  test('never have two of one name', async () => {
    const manager = await setUp(hall);
    expect((await manager.ask('POST', '/api/staff', { name: ` ${MANAGER.name} `, role: 'staff' })).body.error).toBe(
      'taken',
    );
    expect(await addStaff(hall.store, MANAGER.name, 'staff', await hashPassword('x'))).toBeNull();
  });
});

test('a fault of the server says nothing of its inside', async () => {
  const manager = await setUp(hall);
  await hall.store.ask('alter table run rename to lost');
  const reply = await manager.ask('GET', '/api/runs');
  expect(reply.status).toBe(500);
  expect(reply.raw.toString()).not.toMatch(/table|sql|run\b.*column|at .*\.ts/i);
});

test('pages may talk to this hall and to no other host', async () => {
  const { headers } = await openBrowser(hall.app).ask('GET', '/api/hall');
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/default-src 'self';/);
  expect(policy).toMatch(/connect-src 'self' blob: data:;/);
  expect(policy).not.toMatch(/https?:|\*/);
  expect(headers['cache-control']).toBe('no-store');
});
