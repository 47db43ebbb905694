/** The month's participation, on the screen for staff and as sheets for managers. */
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Month, Participation } from '../../src/wire/runs.ts';
import { attachment } from '../exports/csv.ts';
import { pointsSheet, rowsSheet, summarySheet } from '../exports/participation.ts';
import { uuidv7 } from '../ids.ts';
import { monthFigures, pointsOfMonth } from '../store/figures.ts';
import { countParticipation, known, runsOfMonth } from '../store/read.ts';
import { audit, readSettings } from '../store/settings.ts';
import type { AppOptions, TypedApp } from '../typed.ts';
import { words } from '../words.ts';

const OfMonth = z.strictObject({ month: Month, language: z.enum(['zh-CN', 'en']).default('zh-CN') });

function download(reply: FastifyReply, name: string, text: string) {
  return reply.type('text/csv; charset=utf-8').header('content-disposition', attachment(name)).send(text);
}

export function reportRoutes(app: TypedApp, { store }: AppOptions): void {
  app.get(
    '/api/participation',
    {
      config: { permission: 'staff' },
      schema: { querystring: z.strictObject({ month: Month }), response: { 200: Participation } },
    },
    async (request) => {
      const { month } = request.query;
      const kept = await store.db
        .selectFrom('conflict')
        .select((of) => of.fn.countAll<number>().as('count'))
        .where('hall_id', '=', store.hallId)
        .executeTakeFirst();
      return {
        month,
        generated_ms: Date.now(),
        rows: countParticipation(await runsOfMonth(store, month)),
        figures: await monthFigures(store, month),
        conflicts: Number(kept?.count ?? 0),
        months: (await known(store)).months,
      };
    },
  );

  const exported = { config: { permission: 'manager' as const }, schema: { querystring: OfMonth } };
  async function about(month: string, language: 'zh-CN' | 'en') {
    return { hall: await readSettings(store), month, generated_ms: Date.now(), words: words(language) };
  }

  app.get('/api/exports/summary.csv', exported, async (request, reply) => {
    const { month, language } = request.query;
    const sheet = await about(month, language);
    await audit(store, uuidv7(), request.staff!.id, 'summary exported', month);
    const counted = countParticipation(await runsOfMonth(store, month));
    const text = summarySheet(sheet, counted, await monthFigures(store, month));
    return download(reply, `${sheet.words.summary.file}-${month}.csv`, text);
  });

  app.get('/api/exports/rows.csv', exported, async (request, reply) => {
    const { month, language } = request.query;
    const sheet = await about(month, language);
    await audit(store, uuidv7(), request.staff!.id, 'rows exported', month);
    return download(reply, `${sheet.words.rows.file}-${month}.csv`, rowsSheet(sheet, await runsOfMonth(store, month)));
  });

  app.get('/api/exports/points.csv', exported, async (request, reply) => {
    const { month, language } = request.query;
    const sheet = await about(month, language);
    await audit(store, uuidv7(), request.staff!.id, 'points exported', month);
    return download(
      reply,
      `${sheet.words.points.file}-${month}.csv`,
      pointsSheet(sheet, await pointsOfMonth(store, month)),
    );
  });
}
