/** What every route is handed: the app with its types, and what the hall is made of. */
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Floor } from './floor/floor.ts';
import type { Intake } from './store/group.ts';
import type { Store } from './store/open.ts';

export interface AppOptions {
  store: Store;
  intake: Intake;
  /** the one floor of the hall: every app of a process shares it */
  floor: Floor;
  /** how phones on the network reach the hall, once it listens */
  reach?: { origin: string | null };
  /** folder of the built app; null serves the API alone */
  dist: string | null;
  /** PEM of the hall's own certificate authority, offered for download */
  caCertificate?: string;
  tls?: { key: string; cert: string };
  /** uploads a minute from one device; 240 unless told */
  uploadsAMinute?: number;
  logger?: FastifyServerOptions['logger'];
}
export type App = FastifyInstance & { withTypeProvider: () => TypedApp };
export type TypedApp = ReturnType<typeof typed>;

export function typed(app: FastifyInstance) {
  return app.withTypeProvider<ZodTypeProvider>();
}
