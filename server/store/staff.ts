/** Staff accounts, their sign-ins, and one-time codes. Secrets are kept as hashes only. */

import type { Role, StaffRow } from '../../src/wire/staff.ts';
import { codeHash, newCode, newToken, secretHash, uuidv7 } from '../ids.ts';
import type { Store } from './open.ts';

type Reach = Pick<Store, 'db' | 'hallId'>;

/** A staffed desk: signed out after half an hour without a request, and after a shift [ASVS 7.3; D]. */
const IDLE_ms = 30 * 60_000;
const ABSOLUTE_ms = 12 * 3600_000;
/** codes for a first or new password last three days [D] */
const CODE_ms = 72 * 3600_000;
/** a session's last use is written at most this often */
const SEEN_EVERY_ms = 60_000;

export interface StaffMember {
  id: string;
  name: string;
  role: Role;
  passwordHash: string | null;
  disabled: boolean;
}
const COLUMNS = ['id', 'name', 'role', 'password_hash', 'disabled_ms'] as const;
type Row = { id: string; name: string; role: Role; password_hash: string | null; disabled_ms: number | null };

function member(row: Row): StaffMember {
  return {
    id: row.id,
    name: row.name,
    role: row.role,
    passwordHash: row.password_hash,
    disabled: row.disabled_ms !== null,
  };
}
export function staffRow(who: StaffMember): StaffRow {
  return {
    id: who.id,
    name: who.name,
    role: who.role,
    state: who.disabled ? 'disabled' : who.passwordHash ? 'active' : 'code-waiting',
  };
}
export function nameKey(name: string): string {
  return name.trim().normalize('NFKC').toLowerCase();
}

export async function staffNamed({ db, hallId }: Reach, name: string): Promise<StaffMember | null> {
  const row = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('hall_id', '=', hallId)
    .where('name_key', '=', nameKey(name))
    .executeTakeFirst();
  return row ? member(row) : null;
}
export async function staffById({ db, hallId }: Reach, id: string): Promise<StaffMember | null> {
  const row = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? member(row) : null;
}
export async function listStaff({ db, hallId }: Reach): Promise<StaffMember[]> {
  const rows = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('hall_id', '=', hallId)
    .orderBy('created_ms')
    .execute();
  return rows.map(member);
}
/** @returns managers who can sign in now */
export async function activeManagers(store: Reach): Promise<StaffMember[]> {
  return (await listStaff(store)).filter((who) => who.role === 'manager' && !who.disabled && who.passwordHash);
}

/** @returns the new account, or null when the name is taken */
export async function addStaff(
  { db, hallId }: Reach,
  name: string,
  role: Role,
  passwordHash: string | null,
): Promise<StaffMember | null> {
  const row = {
    hall_id: hallId,
    id: uuidv7(),
    name: name.trim(),
    name_key: nameKey(name),
    role,
    password_hash: passwordHash,
    created_ms: Date.now(),
    disabled_ms: null,
  };
  const made = await db
    .insertInto('staff')
    .values(row)
    .onConflict((on) => on.columns(['hall_id', 'name_key']).doNothing())
    .returning('id')
    .execute();
  return made.length > 0 ? member(row) : null;
}

/** Sets a password and ends every sign-in of that person. */
export async function setPassword(store: Reach, staffId: string, passwordHash: string): Promise<void> {
  await store.db
    .updateTable('staff')
    .set({ password_hash: passwordHash })
    .where('hall_id', '=', store.hallId)
    .where('id', '=', staffId)
    .execute();
  await endSessionsOf(store, staffId);
}
export async function disableStaff(store: Reach, staffId: string, disabled: boolean): Promise<void> {
  await store.db
    .updateTable('staff')
    .set({ disabled_ms: disabled ? Date.now() : null })
    .where('hall_id', '=', store.hallId)
    .where('id', '=', staffId)
    .execute();
  if (disabled) await endSessionsOf(store, staffId);
}

/** Makes a code that replaces any unused one of the same purpose and person; it is returned once and kept hashed. */
export async function issueCode(
  { db, hallId }: Reach,
  purpose: 'set-up' | 'password',
  staffId: string | null,
): Promise<{ code: string; expires_ms: number }> {
  const code = newCode();
  const created_ms = Date.now();
  const expires_ms = created_ms + CODE_ms;
  await db
    .deleteFrom('one_time_code')
    .where('hall_id', '=', hallId)
    .where('purpose', '=', purpose)
    .where('staff_id', staffId ? '=' : 'is', staffId)
    .where('used_ms', 'is', null)
    .execute();
  await db
    .insertInto('one_time_code')
    .values({ hall_id: hallId, id: codeHash(code), purpose, staff_id: staffId, created_ms, expires_ms, used_ms: null })
    .execute();
  return { code, expires_ms };
}

/** Uses a code up. @returns whether it was good: right purpose and person, in time, never used. */
export async function useCode(
  { db, hallId }: Reach,
  code: string,
  purpose: 'set-up' | 'password',
  staffId: string | null,
): Promise<boolean> {
  const now = Date.now();
  const used = await db
    .updateTable('one_time_code')
    .set({ used_ms: now })
    .where('hall_id', '=', hallId)
    .where('id', '=', codeHash(code))
    .where('purpose', '=', purpose)
    .where('staff_id', staffId ? '=' : 'is', staffId)
    .where('used_ms', 'is', null)
    .where('expires_ms', '>', now)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

/** @returns the token for the cookie; only its hash is kept */
export async function startSession({ db, hallId }: Reach, staffId: string): Promise<string> {
  const token = newToken();
  const now = Date.now();
  await db
    .insertInto('staff_session')
    .values({ hall_id: hallId, id: secretHash(token), staff_id: staffId, created_ms: now, seen_ms: now })
    .execute();
  return token;
}

/** @returns who this token belongs to now, or null: unknown, idle too long, too old, or the account is closed */
export async function sessionOf(store: Reach, token: string): Promise<StaffMember | null> {
  const { db, hallId } = store;
  const id = secretHash(token);
  const row = await db
    .selectFrom('staff_session')
    .selectAll()
    .where('hall_id', '=', hallId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const now = Date.now();
  if (now - row.seen_ms > IDLE_ms || now - row.created_ms > ABSOLUTE_ms) {
    await endSession(store, token);
    return null;
  }
  if (now - row.seen_ms > SEEN_EVERY_ms) {
    // a full disk must not keep anyone from reading
    await db
      .updateTable('staff_session')
      .set({ seen_ms: now })
      .where('hall_id', '=', hallId)
      .where('id', '=', id)
      .execute()
      .catch(() => undefined);
  }
  const who = await staffById(store, row.staff_id);
  return who && !who.disabled ? who : null;
}
export async function endSession({ db, hallId }: Reach, token: string): Promise<void> {
  await db.deleteFrom('staff_session').where('hall_id', '=', hallId).where('id', '=', secretHash(token)).execute();
}
export async function endSessionsOf({ db, hallId }: Reach, staffId: string): Promise<void> {
  await db.deleteFrom('staff_session').where('hall_id', '=', hallId).where('staff_id', '=', staffId).execute();
}
/** Forgets sign-ins that can no longer be used and codes long expired. */
export async function sweepSessions({ db, hallId }: Reach): Promise<void> {
  const now = Date.now();
  await db
    .deleteFrom('staff_session')
    .where('hall_id', '=', hallId)
    .where((of) => of.or([of('seen_ms', '<', now - IDLE_ms), of('created_ms', '<', now - ABSOLUTE_ms)]))
    .execute();
  await db
    .deleteFrom('one_time_code')
    .where('hall_id', '=', hallId)
    .where('expires_ms', '<', now - CODE_ms)
    .execute();
  await db
    .deleteFrom('sign_in_try')
    .where('hall_id', '=', hallId)
    .where('last_ms', '<', now - ABSOLUTE_ms)
    .execute();
}
