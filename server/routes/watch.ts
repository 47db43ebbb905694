/** Watchers of a crew with their phones: a seat by the code on the wall, the open question, an answer. */
import { z } from 'zod';
import { Join, Seat, WatchAnswer, WatchView } from '../../src/wire/station.ts';
import { decideAnswer, decideJoin, turnOfCode, turnOfSeat } from '../floor/decide-station.ts';
import { shownSeat } from '../floor/shown.ts';
import { uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { App, AppOptions, TypedApp } from '../typed.ts';
import { streamSnapshots } from './stream.ts';

const OfSeat = z.strictObject({ seat: z.uuid() });

export function watchRoutes(app: TypedApp, { floor }: AppOptions): void {
  app.post(
    '/api/watch',
    {
      config: { permission: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: { body: Join, response: { 200: Seat } },
    },
    async (request) => {
      const { seat, code, ticket } = request.body;
      const turn = turnOfCode(floor.day(), code);
      if (!turn) throw new Refusal('wrong-code');
      await floor.change(uuidv7(), 'phone', (day) => {
        const now = day.turns.get(turn.id);
        return now && now.state !== 'over' ? decideJoin(day, now, seat, ticket) : [];
      });
      return { seat, turn: turn.id };
    },
  );

  function view(seat: string): WatchView {
    const turn = turnOfSeat(floor.day(), seat);
    if (!turn) throw new Refusal('not-found');
    return shownSeat(floor.day(), turn, seat, floor.looking().now_ms);
  }

  app.get(
    '/api/watch',
    { config: { permission: 'public' }, schema: { querystring: OfSeat, response: { 200: WatchView } } },
    async (request) => view(request.query.seat),
  );
  app.get(
    '/api/watch/stream',
    { config: { permission: 'public' }, schema: { querystring: OfSeat } },
    (request, reply) => {
      const { seat } = request.query;
      view(seat);
      // a question closes by the clock alone
      const subscribe = (listener: () => void) => {
        const unsubscribe = floor.subscribe(listener);
        const timer = setInterval(listener, 1000);
        return () => {
          unsubscribe();
          clearInterval(timer);
        };
      };
      streamSnapshots(app as App, request, reply, subscribe, () => view(seat));
    },
  );

  app.post(
    '/api/watch/answer',
    { config: { permission: 'public' }, schema: { body: WatchAnswer, response: { 204: z.null() } } },
    async (request, reply) => {
      const { seat, stage, option } = request.body;
      if (!turnOfSeat(floor.day(), seat)) throw new Refusal('not-found');
      await floor.change(uuidv7(), 'phone', (day, now_ms) =>
        decideAnswer(turnOfSeat(day, seat)!, seat, stage, option, now_ms),
      );
      return reply.code(204).send(null);
    },
  );
}
