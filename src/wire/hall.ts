/** What the hall has set about itself: the drills speak with these words and do not open without them (procedures 0.1 #20). */
import { z } from 'zod';

const words = (max: number) => z.string().trim().min(1).max(max);
/** a number as it is dialled: digits, blanks and hyphens */
const phone = z
  .string()
  .trim()
  .regex(/^[0-9][0-9 -]{1,19}$/);

export const HallSettings = z.strictObject({
  name: words(60),
  dutyPhone: phone,
  gasLine: phone,
  assemblyPoint: words(80),
  aedPlace: words(80),
  address: words(120),
});
export type HallSettings = z.infer<typeof HallSettings>;

/** GET /api/hall: what any page of this hall may know. `settings` is null until a manager has filled all of them. */
export const HallReply = z.strictObject({
  state: z.enum(['set', 'not-set']),
  settings: HallSettings.nullable(),
  /** false until the first manager exists: /desk/setup is the way on */
  hasManager: z.boolean(),
  /** whether this browser is a device of the hall and may upload */
  device: z.boolean(),
  server_ms: z.number(),
});
export type HallReply = z.infer<typeof HallReply>;
