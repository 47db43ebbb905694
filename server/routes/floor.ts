/** The floor for staff: what it is, its stream, the commands; the public board; and the live tape of a turn. */
import { z } from 'zod';
import { Board, type Command, CommandCall, CommandReply, Floor } from '../../src/wire/floor.ts';
import type { Given } from '../floor/floor.ts';
import { shownBoard, shownFloor } from '../floor/shown.ts';
import { Refusal } from '../refusal.ts';
import { cardOf } from '../store/cards.ts';
import { bookedDue_ms } from '../store/floor.ts';
import { readRules } from '../store/rules.ts';
import { readSettings } from '../store/settings.ts';
import { stationOfDevice } from '../store/stations.ts';
import type { App, AppOptions, TypedApp } from '../typed.ts';
import { openStream, streamSnapshots } from './stream.ts';

/** Clocks go on without any event: waiting times and lost stations are told anew. */
const ANEW_ms = 5_000;

export function floorRoutes(app: TypedApp, { store, floor, reach }: AppOptions): void {
  const anew = (listener: () => void) => {
    const unsubscribe = floor.subscribe(listener);
    const timer = setInterval(listener, ANEW_ms);
    return () => {
      unsubscribe();
      clearInterval(timer);
    };
  };
  const staffSees = () => shownFloor(floor.day(), floor.looking());
  let hallName: string | null = null;
  const boardSees = () => shownBoard(floor.day(), { name: hallName, origin: reach?.origin ?? null }, floor.looking());

  app.get('/api/floor', { config: { permission: 'staff' }, schema: { response: { 200: Floor } } }, staffSees);
  app.get('/api/floor/stream', { config: { permission: 'staff' } }, (request, reply) => {
    streamSnapshots(app as App, request, reply, anew, staffSees);
  });

  /** Looks up what a decision needs but may not ask for itself. */
  async function given(command: Command): Promise<Given> {
    const rules = await readRules(store);
    if (command.do !== 'check-in') return { rules, cardId: null, bookedDue_ms: null };
    return {
      rules,
      cardId: command.card === null ? null : await cardOf(store, command.card),
      bookedDue_ms:
        command.booking === null ? null : await bookedDue_ms(store, command.booking, floor.looking().now_ms),
    };
  }

  app.post(
    '/api/floor',
    { config: { permission: 'staff' }, schema: { body: CommandCall, response: { 200: CommandReply } } },
    async (request) => floor.command(request.body, request.staff!.id, await given(request.body.command)),
  );

  app.get('/api/board', { config: { permission: 'public' }, schema: { response: { 200: Board } } }, async () => {
    hallName = (await readSettings(store))?.name ?? null;
    return boardSees();
  });
  app.get('/api/board/stream', { config: { permission: 'public' } }, async (request, reply) => {
    hallName = (await readSettings(store))?.name ?? null;
    streamSnapshots(app as App, request, reply, anew, boardSees);
  });

  app.get(
    '/api/live/:turn',
    { config: { permission: 'hall' }, schema: { params: z.strictObject({ turn: z.uuid() }) } },
    async (request, reply) => {
      const station = request.deviceId ? await stationOfDevice(store, request.deviceId) : null;
      // a headset or a kiosk does not look at others' runs
      if (!request.staff && station?.kind !== 'wall') throw new Refusal('not-allowed');
      const stream = openStream(app as App, request, reply);
      stream.onClose(floor.tapes.watch(request.params.turn, (message) => void stream.send(message)));
    },
  );
}
