/** Which browsers belong to the hall and may hand in runs. */

import type { DeviceRow } from '../../src/wire/staff.ts';
import { newToken, secretHash, uuidv7 } from '../ids.ts';
import type { Store } from './open.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;
const SEEN_EVERY_ms = 60_000;

/** @returns the token for the device's cookie; only its hash is kept */
export async function addDevice(
  { db, hallId }: Reach,
  name: string,
  addedBy: string,
): Promise<{ id: string; token: string }> {
  const token = newToken();
  const id = uuidv7();
  await db
    .insertInto('device')
    .values({
      hall_id: hallId,
      id,
      token_hash: secretHash(token),
      name,
      added_by: addedBy,
      created_ms: Date.now(),
      seen_ms: null,
      revoked_ms: null,
    })
    .execute();
  return { id, token };
}

/** @returns the device's id, or null when the token is unknown or was taken back */
export async function deviceOf({ db, hallId }: Reach, token: string): Promise<string | null> {
  const row = await db
    .selectFrom('device')
    .select(['id', 'seen_ms', 'revoked_ms'])
    .where('hall_id', '=', hallId)
    .where('token_hash', '=', secretHash(token))
    .executeTakeFirst();
  if (!row || row.revoked_ms !== null) return null;
  const now = Date.now();
  if (now - (row.seen_ms ?? 0) > SEEN_EVERY_ms) {
    // a full disk must not keep anyone from reading
    await db
      .updateTable('device')
      .set({ seen_ms: now })
      .where('hall_id', '=', hallId)
      .where('id', '=', row.id)
      .execute()
      .catch(() => undefined);
  }
  return row.id;
}

export async function listDevices({ db, hallId }: Reach): Promise<DeviceRow[]> {
  const rows = await db.selectFrom('device').selectAll().where('hall_id', '=', hallId).orderBy('created_ms').execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    created_ms: row.created_ms,
    seen_ms: row.seen_ms,
    revoked: row.revoked_ms !== null,
  }));
}

/** @returns false when there is no such device */
export async function revokeDevice({ db, hallId }: Reach, id: string): Promise<boolean> {
  const done = await db
    .updateTable('device')
    .set({ revoked_ms: Date.now() })
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst();
  return done.numUpdatedRows === 1n;
}
