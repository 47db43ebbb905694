/** A piece of a tape that is still being made, as it crosses the network. */
import { z } from 'zod';

export const TapePiece = z.strictObject({
  /** first tick of the piece */
  from: z.number().int().nonnegative(),
  ticks: z.number().int().positive().max(36_000),
  /** delta-coded varints as in drill/tape.ts, base64 */
  numbers: z.string().max(2_000_000),
  deeds: z.array(z.tuple([z.number().int().nonnegative(), z.unknown()])).max(5_000),
  /** sum over the bytes of `numbers` */
  sum: z.number().int().nonnegative(),
});
export type TapePiece = z.infer<typeof TapePiece>;
