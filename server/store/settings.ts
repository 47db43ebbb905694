/** The hall's own words: all of them or none. */
import { HallSettings } from '../../src/wire/hall.ts';
import type { Store } from './open.ts';

/** @returns the settings, or null while any is missing or no longer passes the schema. */
export async function readSettings({ db, hallId }: Store): Promise<HallSettings | null> {
  const rows = await db.selectFrom('setting').select(['name', 'value']).where('hall_id', '=', hallId).execute();
  const read = HallSettings.safeParse(Object.fromEntries(rows.map((row) => [row.name, row.value])));
  return read.success ? read.data : null;
}

export async function writeSettings(store: Pick<Store, 'db' | 'hallId'>, settings: HallSettings): Promise<void> {
  const updated_ms = Date.now();
  for (const [name, value] of Object.entries(settings))
    await store.db
      .insertInto('setting')
      .values({ hall_id: store.hallId, name, value, updated_ms })
      .onConflict((on) => on.columns(['hall_id', 'name']).doUpdateSet({ value, updated_ms }))
      .execute();
}

/** Notes who did what, in words and ids only: no names, no secrets. */
export async function audit(
  store: Pick<Store, 'db' | 'hallId'>,
  id: string,
  who: string,
  what: string,
  subject: string | null = null,
): Promise<void> {
  await store.db
    .insertInto('audit')
    .values({ hall_id: store.hallId, id, at_ms: Date.now(), who, what, subject })
    .execute();
}
