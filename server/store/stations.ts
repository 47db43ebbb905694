/** The hall's stations: paired once by a six-digit code, then known by their device's own token. */
import { randomInt } from 'node:crypto';
import type { StationKind } from '../../src/wire/floor.ts';
import { PAIRING_s } from '../../src/wire/station.ts';
import { secretHash, uuidv7 } from '../ids.ts';
import { addDevice, revokeDevice } from './devices.ts';
import type { Store } from './open.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;

/** Six digits are few: they live five minutes, once, and wrong tries are counted (routes/stations.ts). */
export const CODE_ms = PAIRING_s * 1000;

export interface KnownStation {
  id: string;
  name: string;
  kind: StationKind;
  deviceId: string;
}

/** @returns six digits that no other open code has, shown this once; the store keeps only their hash */
export async function makeCode(
  { db, hallId }: Reach,
  made: { name: string; kind: StationKind; by: string },
  now_ms: number,
): Promise<{ code: string; expires_ms: number }> {
  await db.deleteFrom('pairing').where('hall_id', '=', hallId).where('expires_ms', '<', now_ms).execute();
  for (;;) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expires_ms = now_ms + CODE_ms;
    const done = await db
      .insertInto('pairing')
      .values({
        hall_id: hallId,
        id: secretHash(code),
        name: made.name,
        kind: made.kind,
        made_by: made.by,
        created_ms: now_ms,
        expires_ms,
        used_ms: null,
      })
      .onConflict((on) => on.columns(['hall_id', 'id']).doNothing())
      .executeTakeFirst();
    if (done.numInsertedOrUpdatedRows === 1n) return { code, expires_ms };
  }
}

/** Voids every open code: somebody is guessing. */
export async function voidCodes({ db, hallId }: Reach): Promise<void> {
  await db.deleteFrom('pairing').where('hall_id', '=', hallId).where('used_ms', 'is', null).execute();
}

/** Uses up a code. @returns what the station is to be, or null when there is no such open code */
export async function useCode(
  { db, hallId }: Reach,
  code: string,
  now_ms: number,
): Promise<{ name: string; kind: StationKind; by: string } | null> {
  const row = await db
    .updateTable('pairing')
    .set({ used_ms: now_ms })
    .where('hall_id', '=', hallId)
    .where('id', '=', secretHash(code))
    .where('used_ms', 'is', null)
    .where('expires_ms', '>', now_ms)
    .returning(['name', 'kind', 'made_by'])
    .executeTakeFirst();
  return row ? { name: row.name, kind: row.kind, by: row.made_by } : null;
}

export async function stationOfDevice({ db, hallId }: Reach, deviceId: string): Promise<KnownStation | null> {
  const row = await db
    .selectFrom('station')
    .select(['id', 'name', 'kind', 'device_id'])
    .where('hall_id', '=', hallId)
    .where('device_id', '=', deviceId)
    .where('removed_ms', 'is', null)
    .executeTakeFirst();
  return row ? { id: row.id, name: row.name, kind: row.kind, deviceId: row.device_id } : null;
}

export async function deviceOfStation({ db, hallId }: Reach, id: string): Promise<string | null> {
  const row = await db
    .selectFrom('station')
    .select('device_id')
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.device_id ?? null;
}

/**
 * Makes the device a station. A device that is one already keeps its id and takes the new name and kind: one device is
 * never two stations.
 * @param deviceId the device the browser is already, null for a new one
 * @returns the station, and the token of a new device
 */
export async function pairStation(
  reach: Reach,
  deviceId: string | null,
  wanted: { name: string; kind: StationKind; by: string },
): Promise<{ station: KnownStation; token: string | null }> {
  const { db, hallId } = reach;
  const { name, kind } = wanted;
  const known = deviceId ? await stationOfDevice(reach, deviceId) : null;
  if (known) {
    await db
      .updateTable('station')
      .set({ name, kind })
      .where('hall_id', '=', hallId)
      .where('id', '=', known.id)
      .execute();
    return { station: { ...known, name, kind }, token: null };
  }
  const device = deviceId ? { id: deviceId, token: null } : await addDevice(reach, name, wanted.by);
  const id = uuidv7();
  await db
    .insertInto('station')
    .values({ hall_id: hallId, id, device_id: device.id, name, kind, created_ms: Date.now(), removed_ms: null })
    .execute();
  return { station: { id, name, kind, deviceId: device.id }, token: device.token };
}

/** @returns false when there is no such station; its device hands in nothing any more */
export async function removeStation(reach: Reach, id: string): Promise<boolean> {
  const deviceId = await deviceOfStation(reach, id);
  if (!deviceId) return false;
  await reach.db
    .updateTable('station')
    .set({ removed_ms: Date.now() })
    .where('hall_id', '=', reach.hallId)
    .where('id', '=', id)
    .execute();
  await revokeDevice(reach, deviceId);
  return true;
}
