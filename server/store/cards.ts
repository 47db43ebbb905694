/** Training cards: a number and nothing else; the store keeps only its hash. */
import { codeHash } from '../ids.ts';
import type { Store } from './open.ts';

/** @returns id of the card behind a short number or the text of its QR; null when it is none of this hall */
export async function cardOf({ db, hallId }: Pick<Store, 'db' | 'hallId'>, codeOrQr: string): Promise<string | null> {
  const code = codeOrQr.trim().split(':').at(-1) ?? '';
  const row = await db
    .selectFrom('card')
    .select('id')
    .where('hall_id', '=', hallId)
    .where('code_hash', '=', codeHash(code))
    .where('deleted_ms', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
