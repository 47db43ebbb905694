/** Monthly sessions, their bookings and lists, and the hall's rules of the floor. */
import { z } from 'zod';
import { FloorRules } from '../../src/wire/floor.ts';
import {
  Booking,
  BookingFields,
  Bookings,
  ImportDone,
  ImportPreview,
  NewOpening,
  Opening,
  OpeningFields,
  Openings,
} from '../../src/wire/openings.ts';
import { uuidv7 } from '../ids.ts';
import { openImports } from '../imports.ts';
import {
  addBookings,
  addOpenings,
  cancel,
  changeBooking,
  changeOpening,
  listBookings,
  listOpenings,
} from '../store/openings.ts';
import { readRules, writeRules } from '../store/rules.ts';
import { audit } from '../store/settings.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

const FILE_byte = 10 * 1024 * 1024;
const OfId = z.strictObject({ id: z.uuid() });
const staff = { permission: 'staff' as const };

export function openingRoutes(app: TypedApp, { store }: AppOptions): void {
  const imports = openImports();
  // a list comes as its bytes
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: FILE_byte },
    (_request, body, done) => done(null, body),
  );

  app.get('/api/openings', { config: staff, schema: { response: { 200: Openings } } }, () => listOpenings(store));
  app.post(
    '/api/openings',
    { config: staff, schema: { body: NewOpening, response: { 200: Openings } } },
    async (request) => {
      const made = await addOpenings(store, request.body.fields, request.body.repeatMonths);
      await audit(store, uuidv7(), request.staff!.id, 'session planned', made[0]!.id);
      return made;
    },
  );
  app.put(
    '/api/openings/:id',
    { config: staff, schema: { params: OfId, body: OpeningFields, response: { 200: Opening } } },
    (request) => changeOpening(store, request.params.id, request.body),
  );
  for (const what of ['opening', 'booking'] as const)
    app.delete(
      `/api/${what}s/:id`,
      { config: staff, schema: { params: OfId, response: { 204: z.null() } } },
      async (request, reply) => {
        await cancel(store, what, request.params.id);
        await audit(store, uuidv7(), request.staff!.id, `${what} cancelled`, request.params.id);
        return reply.code(204).send(null);
      },
    );

  app.get(
    '/api/openings/:id/bookings',
    { config: staff, schema: { params: OfId, response: { 200: Bookings } } },
    (request) => listBookings(store, request.params.id),
  );
  app.post(
    '/api/openings/:id/bookings',
    { config: staff, schema: { params: OfId, body: BookingFields, response: { 200: Booking } } },
    async (request) => (await addBookings(store, request.params.id, [request.body]))[0]!,
  );
  app.put(
    '/api/bookings/:id',
    { config: staff, schema: { params: OfId, body: BookingFields, response: { 200: Booking } } },
    (request) => changeBooking(store, request.params.id, request.body),
  );

  app.post(
    '/api/openings/:id/import/preview',
    {
      bodyLimit: FILE_byte,
      config: { ...staff, rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: {
        params: OfId,
        querystring: z.strictObject({ name: z.string().max(200).default('') }),
        response: { 200: ImportPreview },
      },
    },
    (request) =>
      imports.preview(
        request.staff!.id,
        request.params.id,
        request.query.name,
        (request.body as Buffer) ?? Buffer.alloc(0),
      ),
  );
  app.post(
    '/api/openings/:id/import',
    {
      config: staff,
      schema: {
        params: OfId,
        body: z.strictObject({ token: z.string().max(100) }),
        response: { 200: ImportDone },
      },
    },
    async (request) => {
      const kept = imports.take(request.staff!.id, request.params.id, request.body.token);
      kept.doing ??= addBookings(store, request.params.id, kept.fields).then((made) => ({
        bookings: made.length,
        people: made.reduce((sum, one) => sum + one.count, 0),
      }));
      try {
        return await kept.doing;
      } catch (error) {
        // nothing of it was booked: it may be tried again
        kept.doing = null;
        throw error;
      }
    },
  );

  app.get('/api/floor-rules', { config: staff, schema: { response: { 200: FloorRules } } }, () => readRules(store));
  app.put(
    '/api/floor-rules',
    { config: { permission: 'manager' }, schema: { body: FloorRules, response: { 200: FloorRules } } },
    async (request) => {
      await writeRules(store, request.body);
      await audit(store, uuidv7(), request.staff!.id, 'floor rules changed');
      return readRules(store);
    },
  );
}
