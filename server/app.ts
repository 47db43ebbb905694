/** The server without a port: routes, doors and headers around one store. Called twice, for plain HTTP and for HTTPS. */
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { guard } from './doors.ts';
import { Refusal, refusalOf } from './refusal.ts';
import { deviceRoutes } from './routes/devices.ts';
import { floorRoutes } from './routes/floor.ts';
import { hallRoutes } from './routes/hall.ts';
import { openingRoutes } from './routes/openings.ts';
import { pageRoutes } from './routes/pages.ts';
import { reportRoutes } from './routes/reports.ts';
import { runRoutes } from './routes/runs.ts';
import { sessionRoutes } from './routes/session.ts';
import { staffRoutes } from './routes/staff.ts';
import { stationRoutes } from './routes/stations.ts';
import { closeStreams } from './routes/stream.ts';
import { uploadRoutes } from './routes/uploads.ts';
import { visitorRoutes } from './routes/visitors.ts';
import { watchRoutes } from './routes/watch.ts';
import { type AppOptions, typed } from './typed.ts';

/**
 * Scripts and workers as blob: are what the text and texture decoders of the stage are made of; wasm-unsafe-eval lets
 * them start, and blob: and data: in connect-src are how a model's own textures are read. Nothing may talk to another host.
 */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'", 'blob:', "'wasm-unsafe-eval'"],
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'", 'blob:', 'data:'],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  styleSrc: ["'self'", "'unsafe-inline'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  // plain HTTP on localhost is wanted
  upgradeInsecureRequests: null,
};

async function addDoors(app: FastifyInstance, options: AppOptions): Promise<void> {
  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: POLICY },
    // with an own authority a lost key would lock every headset out for as long as this says
    strictTransportSecurity: false,
    crossOriginEmbedderPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
  });
  await app.register(rateLimit, {
    max: 600,
    timeWindow: '1 minute',
    // after the doors: one hall may be one address, so its own devices and staff are counted each by itself
    hook: 'preHandler',
    keyGenerator: (request) => request.deviceId ?? request.staff?.id ?? request.ip,
    errorResponseBuilder: (_request, { ttl }) => new Refusal('too-many', { wait_s: Math.ceil(ttl / 1000) }),
  });
  guard(app, options.store);
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

function addRefusals(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.status >= 500) request.log.error(error);
    if (refusal.problem.wait_s) reply.header('retry-after', refusal.problem.wait_s);
    return reply.code(refusal.status).send(refusal.problem);
  });
  app.setNotFoundHandler((request, reply) => {
    // a mistyped address, opened by a person: the first page is a better answer than a sentence for machines
    const opened = request.method === 'GET' && request.headers.accept?.includes('text/html');
    if (opened && request.url !== '/' && !request.url.startsWith('/api/')) return reply.redirect('/');
    const { status, problem } = new Refusal('not-found');
    return reply.code(status).send(problem);
  });
}

/** @returns the app, ready for listen or inject; throws when a route declares no permission. */
export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const app = Fastify({
    ...(options.tls ? { https: options.tls } : {}),
    logger: options.logger ?? false,
    bodyLimit: 64 * 1024,
    requestTimeout: 60_000,
    // who stops the hall waits at most so long for browsers that keep their line open (the default is 72 s)
    keepAliveTimeout: 2_000,
    routerOptions: { maxParamLength: 200 },
    return503OnClosing: true,
  } as FastifyServerOptions) as unknown as FastifyInstance;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  addRefusals(app);
  await addDoors(app, options);
  const routes = typed(app);
  hallRoutes(routes, options);
  sessionRoutes(routes, options);
  staffRoutes(routes, options);
  deviceRoutes(routes, options);
  uploadRoutes(routes, options);
  runRoutes(routes, options);
  floorRoutes(routes, options);
  stationRoutes(routes, options);
  watchRoutes(routes, options);
  openingRoutes(routes, options);
  visitorRoutes(routes, options);
  reportRoutes(routes, options);
  await pageRoutes(routes, options);
  app.addHook('preClose', async () => closeStreams(app));
  await app.ready();
  return app;
}
