/** What one finished run is when it crosses the network: one schema for browser, server and tests. */
import { z } from 'zod';

/** One earned or lost mark. `rule` is a rule id of procedures (FF-M8); points may be negative for errors. */
export const MarkRow = z.strictObject({
  rule: z.string().regex(/^[A-Z]{2}-[A-Z]\d+[a-z]?$/),
  points: z.number(),
  max: z.number(),
  /** seconds into the run when it was decided; null when it never came about */
  at_s: z.number().nonnegative().nullable(),
  stage: z.string(),
});
export type MarkRow = z.infer<typeof MarkRow>;

export const ENDINGS = ['finished', 'failed', 'abandoned', 'technical-fault'] as const;

/** A try: the first is the record; the second, after a critical failure, is kept beside it, never instead. */
export const Attempt = z.strictObject({
  ended: z.enum(ENDINGS),
  /** word of the ending reached (fire-out, left-in-time, ...), null when abandoned */
  ending: z.string().nullable(),
  passed: z.boolean(),
  /** 0..100, null in learn mode and after a technical fault: a missing value is never a zero */
  score: z.number().min(0).max(100).nullable(),
  grade: z.enum(['excellent', 'pass', 'practise', 'not-passed']).nullable(),
  duration_s: z.number().nonnegative(),
  marks: z.array(MarkRow).max(200),
  /** rule ids of critical failures, in order */
  critical: z.array(z.string()).max(20),
});
export type Attempt = z.infer<typeof Attempt>;

/** What the trainer did to a run while it went on; it is on the tape too. */
export const Intervention = z.strictObject({
  what: z.enum(['hint', 'calmer', 'surprise']),
  at_s: z.number().nonnegative(),
  attempt: z.union([z.literal(1), z.literal(2)]),
});
export type Intervention = z.infer<typeof Intervention>;

export const Session = z.strictObject({
  /** UUIDv7 made where the run was made; the server never makes another */
  id: z.uuid(),
  scenario: z.string().max(60),
  variant: z.string().max(60),
  version: z.number().int().positive(),
  mode: z.enum(['learn', 'assess']),
  how: z.enum(['headset', 'desktop']),
  role: z.enum(['performed', 'observed']),
  locale: z.enum(['zh-CN', 'en']),
  /** by the clock of the device, ms since 1970 UTC */
  started_ms: z.number().int().positive(),
  seed: z.number().int().nonnegative(),
  first: Attempt,
  second: Attempt.nullable(),
  /** gzip of the tape (drill/tape.ts), base64; null only for observed and for technical faults */
  tape: z.string().max(900_000).nullable(),
  /** opaque id of the hall's turn this run belongs to; none for a run outside the queue */
  turn: z.uuid().optional(),
  /** in order; none where the trainer let the run be */
  interventions: z.array(Intervention).max(40).optional(),
  /** SHA-256 of the JSON of all other fields, lower-case hex (wire/digest.ts) */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Session = z.infer<typeof Session>;

export const MAX_SESSIONS_AN_UPLOAD = 50;
export const Upload = z.strictObject({
  sessions: z.array(Session).min(1).max(MAX_SESSIONS_AN_UPLOAD),
  /** the device's clock when it sent this: headset clocks are wrong, the server notes by how much */
  sent_ms: z.number().int().positive().optional(),
});
export type Upload = z.infer<typeof Upload>;
/** Per run. created and duplicate: stored. conflict: another run has this id, kept aside. rejected: `reason` names the field. */
export const UploadResult = z.strictObject({
  id: z.string(),
  status: z.enum(['created', 'duplicate', 'conflict', 'rejected']),
  reason: z.string().optional(),
});
export type UploadResult = z.infer<typeof UploadResult>;
export const UploadReply = z.strictObject({ results: z.array(UploadResult), server_ms: z.number() });
export type UploadReply = z.infer<typeof UploadReply>;
