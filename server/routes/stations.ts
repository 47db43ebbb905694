/**
 * Stations: staff ask for six digits on the tablet, they are typed once on the device, and from then on it belongs to
 * the hall. Six digits could be guessed: they live five minutes, work once, and a few wrong tries void all that are open.
 */
import { z } from 'zod';
import {
  LivePiece,
  LiveReply,
  NewPairing,
  Orders,
  Pair,
  PairingCode,
  Report,
  ReportReply,
  StationMe,
} from '../../src/wire/station.ts';
import { deviceIdOf, giveCookie } from '../doors.ts';
import { Refused } from '../floor/decide.ts';
import { shownOrders } from '../floor/shown.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import { readRules } from '../store/rules.ts';
import { audit } from '../store/settings.ts';
import { makeCode, pairStation, removeStation, stationOfDevice, useCode, voidCodes } from '../store/stations.ts';
import type { App, AppOptions, TypedApp } from '../typed.ts';
import { streamSnapshots } from './stream.ts';

/** Wrong codes in a row before every open one is void: a guesser has 5 in a million. [D] */
const WRONG_most = 5;
const PIECE_byte = 3 * 1024 * 1024;

export function stationRoutes(app: TypedApp, { store, floor }: AppOptions): void {
  let wrong = 0;

  app.post(
    '/api/stations/codes',
    {
      config: { permission: 'staff', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { body: NewPairing, response: { 200: PairingCode } },
    },
    async (request) => {
      const by = request.staff!.id;
      wrong = 0;
      return makeCode(store, { ...request.body, by }, Date.now());
    },
  );

  app.post(
    '/api/stations',
    {
      config: { permission: 'public', rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: { body: Pair, response: { 200: StationMe } },
    },
    async (request, reply) => {
      const wanted = await useCode(store, request.body.code, Date.now());
      if (!wanted) {
        wrong += 1;
        if (wrong >= WRONG_most) {
          wrong = 0;
          await voidCodes(store);
        }
        throw new Refusal('wrong-code');
      }
      const { station, token } = await pairStation(store, await deviceIdOf(request, store), wanted);
      const { id, name, kind } = station;
      await floor.change(uuidv7(), wanted.by, () => [{ kind: 'paired', station: id, name, stationKind: kind }]);
      await audit(store, uuidv7(), wanted.by, 'station paired', id);
      if (token) giveCookie(request, reply, 'device', token);
      return { id, name, kind };
    },
  );

  app.delete(
    '/api/stations/:id',
    {
      config: { permission: 'manager' },
      schema: { params: z.strictObject({ id: z.uuid() }), response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { id } = request.params;
      await floor.change(uuidv7(), request.staff!.id, (day) => {
        const station = day.stations.get(id);
        if (!station) throw new Refused('not-found');
        if (station.state === 'busy') throw new Refused('station-busy');
        return [{ kind: 'removed', station: id }];
      });
      await removeStation(store, id);
      await audit(store, uuidv7(), request.staff!.id, 'station removed', id);
      return reply.code(204).send(null);
    },
  );

  async function mine(deviceId: string) {
    const station = await stationOfDevice(store, deviceId);
    if (!station) throw new Refusal('not-a-hall-device');
    return station;
  }

  async function ordersOf(deviceId: string): Promise<() => Orders> {
    const { id } = await mine(deviceId);
    const { abandonAfter_s } = await readRules(store);
    return () => {
      const station = floor.day().stations.get(id);
      if (!station) throw new Refusal('not-a-hall-device');
      return shownOrders(floor.day(), station, abandonAfter_s);
    };
  }

  app.get(
    '/api/station',
    { config: { permission: 'device' }, schema: { response: { 200: Orders } } },
    async (request) => (await ordersOf(request.deviceId!))(),
  );
  app.get('/api/station/stream', { config: { permission: 'device' } }, async (request, reply) => {
    const orders = await ordersOf(request.deviceId!);
    orders();
    streamSnapshots(app as App, request, reply, floor.subscribe, () => {
      try {
        return orders();
      } catch {
        return null;
      }
    });
  });

  app.post(
    '/api/station/report',
    { config: { permission: 'device' }, schema: { body: Report, response: { 200: ReportReply } } },
    async (request) => {
      const { id } = await mine(request.deviceId!);
      await floor.report(id, request.body);
      return { rev: floor.day().rev, server_ms: Date.now() };
    },
  );

  app.post(
    '/api/station/live',
    {
      bodyLimit: PIECE_byte,
      config: { permission: 'device' },
      schema: { body: LivePiece, response: { 200: LiveReply } },
    },
    async (request) => {
      const { id } = await mine(request.deviceId!);
      const { turn, run } = request.body;
      const own = floor.day().turns.get(turn);
      // a piece of another station's turn, of a turn that is over or of another run is nobody's: it is not kept
      if (own?.station !== id || own.state === 'over' || own.run !== run) return { have: 0 };
      return { have: floor.tapes.push(request.body) };
    },
  );
}
