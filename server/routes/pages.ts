/** The built app: one page for every path of its own, files with the caching they deserve, and the hall's certificate. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../refusal.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

/** paths that src/main.tsx turns into pages */
const PAGE = /^(|drill(\/.*)?|desk(\/.*)?|station|wall|kiosk|slip|watch)$/;
/** names that carry a hash of their content: /assets/name-hash.js */
const HASHED = /^assets\//;
const CERTIFICATE_HELP = join(import.meta.dirname, '..', 'certificate.html');

export async function pageRoutes(app: TypedApp, { dist, caCertificate }: AppOptions): Promise<void> {
  const config = { permission: 'public' as const, rateLimit: false as const };

  app.get('/ca.crt', { config }, async (_request, reply) => {
    if (!caCertificate) throw new Refusal('not-found');
    return reply
      .type('application/x-x509-ca-cert')
      .header('content-disposition', 'attachment; filename="drillhall-ca.crt"')
      .send(caCertificate);
  });
  app.get('/ca', { config }, async (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(readFileSync(CERTIFICATE_HELP, 'utf8')),
  );

  if (dist !== null)
    await app.register(fastifyStatic, { root: dist, serve: false, preCompressed: true, cacheControl: false });
  app.get('/*', { config }, (request: FastifyRequest, reply: FastifyReply) => {
    const path = (request.params as { '*': string })['*'];
    if (dist === null) throw new Refusal(PAGE.test(path) ? 'not-built' : 'not-found');
    if (path === 'api' || path.startsWith('api/') || path.startsWith('.')) throw new Refusal('not-found');
    reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
    return reply.sendFile(PAGE.test(path) ? 'index.html' : path);
  });
}
