/** The hall's own rules of the floor: ages, height, consent; the standard ones until a manager has set others. */
import { FloorRules, STANDARD_RULES } from '../../src/wire/floor.ts';
import type { Store } from './open.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;

export async function readRules({ db, hallId }: Reach): Promise<FloorRules> {
  const rows = await db.selectFrom('floor_rule').select(['name', 'value']).where('hall_id', '=', hallId).execute();
  const kept = Object.fromEntries(rows.map((row) => [row.name, Number(row.value)]));
  const read = FloorRules.safeParse({ ...STANDARD_RULES, ...kept });
  return read.success ? read.data : STANDARD_RULES;
}

export async function writeRules({ db, hallId }: Reach, rules: FloorRules): Promise<void> {
  const updated_ms = Date.now();
  for (const [name, value] of Object.entries(rules))
    await db
      .insertInto('floor_rule')
      .values({ hall_id: hallId, name, value: String(value), updated_ms })
      .onConflict((on) => on.columns(['hall_id', 'name']).doUpdateSet({ value: String(value), updated_ms }))
      .execute();
}
