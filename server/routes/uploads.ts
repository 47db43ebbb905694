/** Takes finished runs: each is judged by itself, the good ones are answered only after they are on the disk. */
import { z } from 'zod';
import { digest } from '../../src/wire/digest.ts';
import { MAX_SESSIONS_AN_UPLOAD, Session, UploadReply, type UploadResult } from '../../src/wire/session.ts';
import type { Arrived } from '../store/accept.ts';
import { settleRecheck } from '../store/slip.ts';
import type { AppOptions, TypedApp } from '../typed.ts';

/** a batch of the outbox is at most half of this */
const BODY_LIMIT = 8 * 1024 * 1024;
const UPLOADS_A_MINUTE = 240;

/** Loose on purpose: one run that is not as it should be must not keep its neighbours out. */
const Parcel = z.strictObject({
  sessions: z.array(z.unknown()).min(1).max(MAX_SESSIONS_AN_UPLOAD),
  sent_ms: z.number().int().positive().optional(),
});

function idOf(value: unknown): string {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id.slice(0, 100) : '';
}

/** @returns the run, or the result that refuses it with the name of the field at fault. */
export async function judge(value: unknown): Promise<Session | UploadResult> {
  const read = Session.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    const field = [...(issue?.path ?? []), ...(issue?.code === 'unrecognized_keys' ? issue.keys : [])].join('.');
    return { id: idOf(value), status: 'rejected', reason: `${field || 'session'}: ${issue?.message ?? ''}` };
  }
  if ((await digest(read.data)) !== read.data.sha256)
    return { id: read.data.id, status: 'rejected', reason: 'sha256: is not the digest of the other fields' };
  return read.data;
}

export function uploadRoutes(app: TypedApp, { store, intake, floor, uploadsAMinute }: AppOptions): void {
  /** The watchers of a turn get their rows when its run is there; a recheck has its result. */
  async function settleTurn({ id, turn, first, second, started_ms }: Session): Promise<void> {
    if (!turn) return;
    await floor.runArrived(id);
    const lasted_ms = ((first.duration_s ?? 0) + (second?.duration_s ?? 0)) * 1000;
    const run = { id, turn, ended: first.ended, began_ms: started_ms, ended_ms: started_ms + Math.round(lasted_ms) };
    await settleRecheck(store, run);
  }

  app.post(
    '/api/uploads',
    {
      bodyLimit: BODY_LIMIT,
      config: {
        permission: 'device',
        // one hall may be one address: count by device
        rateLimit: {
          max: uploadsAMinute ?? UPLOADS_A_MINUTE,
          timeWindow: '1 minute',
          keyGenerator: (request) => request.deviceId ?? request.ip,
        },
      },
      schema: { body: Parcel, response: { 200: UploadReply } },
    },
    async (request) => {
      const received_ms = Date.now();
      const judged = await Promise.all(request.body.sessions.map(judge));
      const good: Arrived[] = judged
        .filter((one): one is Session => 'sha256' in one)
        .map((session) => ({ session, received_ms, sent_ms: request.body.sent_ms, deviceId: request.deviceId! }));
      const stored = (await intake.take(good)).values();
      for (const { session } of good) await settleTurn(session);
      const results = judged.map((one) => ('sha256' in one ? stored.next().value! : one));
      return { results, server_ms: Date.now() };
    },
  );
}
