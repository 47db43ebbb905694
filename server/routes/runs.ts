/** What staff see of runs: the list, one run with its tape, and what was kept aside. */
import { z } from 'zod';
import { ConflictRow, RunFilter, RunPage, RunReply } from '../../src/wire/runs.ts';
import { Refusal } from '../refusal.ts';
import { known, listConflicts, listRuns, readRun } from '../store/read.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

export function runRoutes(app: TypedApp, { store }: AppOptions): void {
  const config = { permission: 'staff' as const };

  app.get('/api/runs', { config, schema: { querystring: RunFilter, response: { 200: RunPage } } }, async (request) => ({
    ...(await listRuns(store, request.query)),
    ...(await known(store)),
  }));

  app.get(
    '/api/runs/:id',
    { config, schema: { params: z.strictObject({ id: z.string() }), response: { 200: RunReply } } },
    async (request) => {
      const read = await readRun(store, request.params.id);
      if (!read) throw new Refusal('not-found');
      return read;
    },
  );

  app.get('/api/conflicts', { config, schema: { response: { 200: z.array(ConflictRow) } } }, () =>
    listConflicts(store),
  );
}
