/**
 * Which browsers may hand in runs. A browser becomes a device of the hall when a member of staff says so on it: signed
 * in there, or with name and password given once and not kept (a headset must not stay signed in). It then holds a
 * token of its own, which a manager can take back. Set-up makes the browser it is done on the first device. A browser
 * that is no device plays every drill and keeps its runs until it is one: refusing loses nothing.
 */
import { z } from 'zod';
import { DeviceRows, NewDevice } from '../../src/wire/staff.ts';
import { giveCookie, staffOf } from '../doors.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { addDevice, listDevices, revokeDevice } from '../store/devices.ts';
import { audit } from '../store/settings.ts';
import type { AppOptions, TypedApp } from '../typed.ts';
import { checkPassword } from './session.ts';

export function deviceRoutes(app: TypedApp, { store }: AppOptions): void {
  app.post(
    '/api/devices',
    {
      config: { permission: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: { body: NewDevice, response: { 200: z.strictObject({ id: z.string() }) } },
    },
    async (request, reply) => {
      const { device, credentials } = request.body;
      const who = credentials ? await checkPassword(store, credentials) : await staffOf(request, store);
      if (!who) throw new Refusal('not-signed-in');
      const { id, token } = await addDevice(store, device, who.id);
      await audit(store, uuidv7(), who.id, 'device added', id);
      giveCookie(request, reply, 'device', token);
      return { id };
    },
  );

  app.get('/api/devices', { config: { permission: 'staff' }, schema: { response: { 200: DeviceRows } } }, () =>
    listDevices(store),
  );

  app.delete(
    '/api/devices/:id',
    {
      config: { permission: 'manager' },
      schema: { params: z.strictObject({ id: z.string() }), response: { 204: z.null() } },
    },
    async (request, reply) => {
      if (!(await revokeDevice(store, request.params.id))) throw new Refusal('not-found');
      await audit(store, uuidv7(), request.staff!.id, 'device taken back', request.params.id);
      return reply.code(204).send(null);
    },
  );
}
