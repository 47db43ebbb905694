/** Before and after a run: training cards, the quiz, data points, the slip and the recheck. */
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import {
  Card,
  CardLook,
  PointCall,
  QUIZ_SCENARIOS,
  QUIZ_WHEN,
  Quiz,
  QuizAnswers,
  QuizResult,
  Recheck,
  RecheckAsk,
  Slip,
  VisitBrief,
} from '../../src/wire/visitor.ts';
import { deviceIdOf } from '../doors.ts';
import { shownFloor } from '../floor/shown.ts';
import { uuidv7 } from '../ids.ts';
import { formOf, grade, quizOf, resultOf } from '../quiz.ts';
import { expectCard, forgetCard, makeCard } from '../store/cards.ts';
import { pointsOf, putPoint, putQuiz, visitOf } from '../store/points.ts';
import { audit } from '../store/settings.ts';
import { briefOf, cardHistory, openRecheck, slipOf, visitOfKey } from '../store/slip.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

/** A ticket's number is no secret: what it opens is little, and asked for slowly. */
const open = { permission: 'public' as const, rateLimit: { max: 120, timeWindow: '1 minute' } };
/** A card is: guessing one of 40 bits is hopeless at this pace. */
const guarded = { permission: 'hall' as const, rateLimit: { max: 20, timeWindow: '1 minute' } };
const OfCard = z.strictObject({ code: z.string().trim().min(1).max(60) });

export function visitorRoutes(app: TypedApp, { store, floor }: AppOptions): void {
  const sat = async (request: FastifyRequest, number: string) => ({
    visit: await visitOf(store, number),
    deviceId: await deviceIdOf(request, store),
    now_ms: Date.now(),
  });

  app.post('/api/cards', { config: { permission: 'staff' }, schema: { response: { 200: Card } } }, async (request) => {
    const card = await makeCard(store);
    await audit(store, uuidv7(), request.staff!.id, 'card made', card.id);
    return card;
  });
  app.post(
    '/api/cards/look',
    { config: guarded, schema: { body: OfCard, response: { 200: CardLook } } },
    async (request) => cardHistory(store, await expectCard(store, request.body.code)),
  );
  app.post(
    '/api/cards/forget',
    { config: { permission: 'staff' }, schema: { body: OfCard, response: { 204: z.null() } } },
    async (request, reply) => {
      const card = await expectCard(store, request.body.code);
      await forgetCard(store, card);
      await audit(store, uuidv7(), request.staff!.id, 'card forgotten', card);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/quiz',
    {
      config: open,
      schema: {
        querystring: z.strictObject({
          ticket: z.string().max(8),
          scenario: z.enum(QUIZ_SCENARIOS),
          when: z.enum(QUIZ_WHEN),
          count: z.coerce.number().int().min(1).max(5).default(3),
        }),
        response: { 200: Quiz },
      },
    },
    async (request) => {
      const { ticket, ...asked } = request.query;
      const visit = await visitOf(store, ticket);
      const last = (await pointsOf(store, visit.id)).findLast((point) => point.kind === 'quiz')?.form ?? null;
      return quizOf(visit, { ...asked, form: formOf(visit.id, asked.when, last) });
    },
  );
  app.post(
    '/api/quiz',
    { config: open, schema: { body: QuizAnswers, response: { 200: QuizResult } } },
    async (request) => {
      const graded = grade(request.body);
      await putQuiz(store, await sat(request, request.body.ticket), request.body, graded);
      return resultOf(graded, request.body.when);
    },
  );
  app.post(
    '/api/points',
    { config: open, schema: { body: PointCall, response: { 204: z.null() } } },
    async (request, reply) => {
      const { id, ticket, point } = request.body;
      await putPoint(store, await sat(request, ticket), id, point);
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/api/visit',
    {
      config: open,
      schema: { querystring: z.strictObject({ ticket: z.string().max(8) }), response: { 200: VisitBrief } },
    },
    async (request) => {
      const visit = await visitOf(store, request.query.ticket);
      const { tickets, waits_min } = shownFloor(floor.day(), floor.looking());
      const own = tickets.find((ticket) => ticket.id === visit.id && ticket.state === 'waiting');
      const ahead = own
        ? tickets.filter((one) => one.state === 'waiting' && one.place === own.place && one.due_ms < own.due_ms).length
        : 0;
      return briefOf(store, visit, own ? { wait_min: waits_min[own.id] ?? null, ahead } : null);
    },
  );
  app.get(
    '/api/visits/:number/slip',
    {
      config: { permission: 'hall' },
      schema: { params: z.strictObject({ number: z.string().max(8) }), response: { 200: Slip } },
    },
    async (request) => slipOf(store, await visitOf(store, request.params.number)),
  );
  app.post(
    '/api/slip',
    {
      config: { permission: 'public', rateLimit: { max: 30, timeWindow: '1 minute' } },
      schema: { body: z.strictObject({ key: z.uuid() }), response: { 200: Slip } },
    },
    async (request) => slipOf(store, await visitOfKey(store, request.body.key)),
  );

  app.post(
    '/api/recheck',
    {
      config: { permission: 'device', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: { body: RecheckAsk, response: { 200: Recheck } },
    },
    async (request) => openRecheck(store, await expectCard(store, request.body.card), request.deviceId!, Date.now()),
  );
}
