/** What a refusal looks like: a word for the program, a sentence for the person, never the inside of the server. */
import { z } from 'zod';

export const PROBLEMS = [
  'bad-request',
  'not-signed-in',
  'not-allowed',
  'not-a-hall-device',
  'foreign-origin',
  'not-found',
  'wrong-password',
  'wrong-code',
  'weak-password',
  'locked-out',
  'too-many',
  'too-large',
  'taken',
  'last-manager',
  'already-set-up',
  'changed-meanwhile',
  'nobody-waiting',
  'station-busy',
  'wrong-place',
  'consent-missing',
  'wrong-ticket',
  'crew-full',
  'foreign-card',
  'no-places',
  'bad-file',
  'not-due',
  'disk-full',
  'store-unavailable',
  'not-built',
  'server-fault',
] as const;
export type ProblemWord = (typeof PROBLEMS)[number];

export const Problem = z.strictObject({
  error: z.enum(PROBLEMS),
  sentence: z.string(),
  /** name of the field at fault */
  field: z.string().optional(),
  /** seconds until it is worth another try */
  wait_s: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

/** the answer of what only happens (204) */
export const Nothing = z.null();
/** for rooms that read answers without the schema library itself */
export type Shape = z.ZodType;
export type Read<Of extends Shape> = z.infer<Of>;
