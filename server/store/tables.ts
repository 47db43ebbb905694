/** What each table holds, as Kysely sees it. Times are ms since 1970 UTC; local_* are the hall's calendar (Asia/Shanghai). */
import type { Role } from '../../src/wire/staff.ts';

interface HallTable {
  id: string;
  created_ms: number;
}
interface SettingTable {
  hall_id: string;
  name: string;
  value: string;
  updated_ms: number;
}
interface StaffTable {
  hall_id: string;
  id: string;
  name: string;
  /** lower case, for looking up */
  name_key: string;
  role: Role;
  /** argon2id; null until the one-time code was used */
  password_hash: string | null;
  created_ms: number;
  disabled_ms: number | null;
}
interface StaffSessionTable {
  hall_id: string;
  /** SHA-256 of the token; the token itself is only in the browser */
  id: string;
  staff_id: string;
  created_ms: number;
  seen_ms: number;
}
interface SignInTryTable {
  hall_id: string;
  /** SHA-256 of the lower-case name tried, known or not */
  id: string;
  failed: number;
  last_ms: number;
  locked_until_ms: number | null;
}
interface OneTimeCodeTable {
  hall_id: string;
  /** SHA-256 of the code */
  id: string;
  purpose: 'set-up' | 'password';
  staff_id: string | null;
  created_ms: number;
  expires_ms: number | null;
  used_ms: number | null;
}
interface DeviceTable {
  hall_id: string;
  id: string;
  token_hash: string;
  name: string;
  added_by: string;
  created_ms: number;
  seen_ms: number | null;
  revoked_ms: number | null;
}
export interface RunTable {
  hall_id: string;
  id: string;
  scenario: string;
  variant: string;
  version: number;
  mode: 'learn' | 'assess';
  how: 'headset' | 'desktop';
  role: 'performed' | 'observed';
  locale: 'zh-CN' | 'en';
  seed: number;
  /** as the device said */
  started_ms: number;
  /** server clock minus device clock when it was sent, null when the device did not say */
  clock_offset_ms: number | null;
  /** when it began as best known; dated_by says whose clock */
  began_ms: number;
  dated_by: 'device' | 'corrected' | 'received';
  local_date: string;
  local_month: string;
  received_ms: number;
  device_id: string;
  sha256: string;
}
export interface AttemptTable {
  hall_id: string;
  run_id: string;
  /** 1 is the record; 2, after a critical failure, is kept beside it */
  attempt: number;
  ended: 'finished' | 'failed' | 'abandoned' | 'technical-fault';
  ending: string | null;
  passed: number;
  score: number | null;
  grade: string | null;
  duration_s: number;
  /** JSON array of rule ids */
  critical: string;
}
export interface MarkTable {
  hall_id: string;
  run_id: string;
  attempt: number;
  seq: number;
  rule: string;
  points: number;
  max: number;
  at_s: number | null;
  stage: string;
}
interface TapeTable {
  hall_id: string;
  run_id: string;
  tape: string;
}
interface ConflictTable {
  hall_id: string;
  run_id: string;
  sha256: string;
  /** the whole session as JSON, so that nothing is lost */
  body: string;
  received_ms: number;
  device_id: string;
}
interface AuditTable {
  hall_id: string;
  id: string;
  at_ms: number;
  /** staff id, 'device:<id>' or 'system' */
  who: string;
  what: string;
  subject: string | null;
}

export interface Tables {
  hall: HallTable;
  setting: SettingTable;
  staff: StaffTable;
  staff_session: StaffSessionTable;
  sign_in_try: SignInTryTable;
  one_time_code: OneTimeCodeTable;
  device: DeviceTable;
  run: RunTable;
  attempt: AttemptTable;
  mark: MarkTable;
  tape: TapeTable;
  conflict: ConflictTable;
  audit: AuditTable;
}
