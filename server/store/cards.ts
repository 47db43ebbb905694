/** Training cards: a number and nothing else; the store keeps only its hash. */
import { createHash, randomInt } from 'node:crypto';
import type { Card } from '../../src/wire/visitor.ts';
import { codeHash, SIGNS, uuidv7 } from '../ids.ts';
import { Refusal } from '../refusal.ts';
import type { Store } from './open.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;

/** What every QR of a card begins with; then the hall it is of, then its number. */
const MARK = 'DRILLHALL1';
const SIGNS_count = 8;

/** @returns six signs that tell this hall's cards from another's */
function hallMark(hallId: string): string {
  return createHash('sha256').update(`card ${hallId}`).digest('hex').slice(0, 6).toUpperCase();
}

/** @returns the sign that checks the others, for this hall: a slip of the finger or a card of elsewhere is noticed */
function checkSign(hallId: string, signs: string): string {
  const sum = createHash('sha256').update(`${hallId} ${signs}`).digest();
  return SIGNS[sum[0]! % SIGNS.length]!;
}

/** @returns e.g. 7KQM-X2RA-3 */
function newNumber(hallId: string): string {
  const signs = Array.from({ length: SIGNS_count }, () => SIGNS[randomInt(SIGNS.length)]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}-${checkSign(hallId, signs)}`;
}

/** Makes a card. Its number is told this once. */
export async function makeCard({ db, hallId }: Reach): Promise<Card> {
  const code = newNumber(hallId);
  const id = uuidv7();
  await db
    .insertInto('card')
    .values({ hall_id: hallId, id, code_hash: codeHash(code), created_ms: Date.now(), deleted_ms: null })
    .execute();
  return { id, code, qr: `${MARK}:${hallMark(hallId)}:${code}` };
}

/** @returns id of the card behind a short number or the text of its QR; null when it is none of this hall */
export async function cardOf({ db, hallId }: Reach, codeOrQr: string): Promise<string | null> {
  const parts = codeOrQr.trim().toUpperCase().split(':');
  if (parts.length > 1 && (parts.length !== 3 || parts[0] !== MARK || parts[1] !== hallMark(hallId))) return null;
  const signs = parts.at(-1)!.replace(/[\s-]/g, '');
  if (signs.length !== SIGNS_count + 1) return null;
  if (checkSign(hallId, signs.slice(0, SIGNS_count)) !== signs.at(-1)) return null;
  const row = await db
    .selectFrom('card')
    .select('id')
    .where('hall_id', '=', hallId)
    .where('code_hash', '=', codeHash(signs))
    .where('deleted_ms', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** @throws foreign-card */
export async function expectCard(reach: Reach, codeOrQr: string): Promise<string> {
  const id = await cardOf(reach, codeOrQr);
  if (!id) throw new Refusal('foreign-card');
  return id;
}

/** Forgets a card: its visits stay as numbers, nobody can tell any more that they were one person's. */
export async function forgetCard({ db, hallId }: Reach, id: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('visit')
      .set({ card_id: null })
      .where('hall_id', '=', hallId)
      .where('card_id', '=', id)
      .execute();
    await trx
      .updateTable('card')
      .set({ deleted_ms: Date.now(), code_hash: `deleted ${id}` })
      .where('hall_id', '=', hallId)
      .where('id', '=', id)
      .execute();
  });
}
