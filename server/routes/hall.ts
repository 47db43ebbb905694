/** What the hall is, and the first day: the printed code makes the first manager and fills the settings. */
import { HallReply, HallSettings } from '../../src/wire/hall.ts';
import { Me, SetUp } from '../../src/wire/staff.ts';
import { deviceIdOf, giveCookie } from '../doors.ts';
import { uuidv7 } from '../ids.ts';
import { hashPassword, isWeak } from '../password.ts';
import { Refusal } from '../refusal.ts';
import { addDevice } from '../store/devices.ts';
import type { Store } from '../store/open.ts';
import { audit, readSettings, writeSettings } from '../store/settings.ts';
import { activeManagers, addStaff, startSession, useCode } from '../store/staff.ts';
import type { AppOptions, TypedApp } from '../typed.ts';
import { terminalLanguage, words } from '../words.ts';

/** All in one transaction: a set-up that fails half way leaves the code unused. */
async function setUp(store: Store, body: SetUp) {
  const passwordHash = await hashPassword(body.password);
  return store.db.transaction().execute(async (db) => {
    const reach = { db, hallId: store.hallId };
    if ((await activeManagers(reach)).length > 0) throw new Refusal('already-set-up');
    if (!(await useCode(reach, body.code, 'set-up', null))) throw new Refusal('wrong-code', { field: 'code' });
    const manager = await addStaff(reach, body.name, 'manager', passwordHash);
    if (!manager) throw new Refusal('taken', { field: 'name' });
    await writeSettings(reach, body.settings);
    const device = await addDevice(reach, words(terminalLanguage()).firstDevice, manager.id);
    await audit(reach, uuidv7(), manager.id, 'hall set up');
    return { manager, deviceToken: device.token, staffToken: await startSession(reach, manager.id) };
  });
}

export function hallRoutes(app: TypedApp, { store }: AppOptions): void {
  app.get(
    '/api/hall',
    { config: { permission: 'public' }, schema: { response: { 200: HallReply } } },
    async (request) => {
      const settings = await readSettings(store);
      return {
        state: settings ? ('set' as const) : ('not-set' as const),
        settings,
        hasManager: (await activeManagers(store)).length > 0,
        device: (await deviceIdOf(request, store)) !== null,
        server_ms: Date.now(),
      };
    },
  );

  app.post(
    '/api/setup',
    {
      config: { permission: 'public', rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: { body: SetUp, response: { 200: Me } },
    },
    async (request, reply) => {
      const { body } = request;
      if (isWeak(body.password, body.name)) throw new Refusal('weak-password', { field: 'password' });
      const { manager, deviceToken, staffToken } = await setUp(store, body);
      giveCookie(request, reply, 'staff', staffToken);
      giveCookie(request, reply, 'device', deviceToken);
      return { name: manager.name, role: manager.role };
    },
  );

  app.put(
    '/api/hall',
    { config: { permission: 'manager' }, schema: { body: HallSettings, response: { 200: HallSettings } } },
    async (request) => {
      await store.db.transaction().execute((db) => writeSettings({ db, hallId: store.hallId }, request.body));
      await audit(store, uuidv7(), request.staff!.id, 'settings changed');
      return request.body;
    },
  );
}
