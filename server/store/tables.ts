/** What each table holds, as Kysely sees it. Times are ms since 1970 UTC; local_* are the hall's calendar (Asia/Shanghai). */
import type { StationKind } from '../../src/wire/floor.ts';
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
  /** the hall's turn it belongs to; null for a run outside the queue */
  turn_id: string | null;
  /** JSON of the trainer's interventions, null when there were none */
  interventions: string | null;
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
/** What happened on the floor, append only: tickets, turns and stations are folded from it. */
export interface FloorEventTable {
  hall_id: string;
  seq: number;
  /** of the command or report that made it and its place in it; the same one twice is one */
  id: string;
  day: string;
  at_ms: number;
  /** staff id, 'station:<id>', 'phone' or 'system' */
  who: string;
  kind: string;
  /** JSON of floor/events.ts */
  body: string;
}
export interface StationTable {
  hall_id: string;
  id: string;
  device_id: string;
  name: string;
  kind: StationKind;
  created_ms: number;
  removed_ms: number | null;
}
export interface PairingTable {
  hall_id: string;
  /** SHA-256 of the six digits */
  id: string;
  name: string;
  kind: StationKind;
  made_by: string;
  created_ms: number;
  expires_ms: number;
  used_ms: number | null;
}
/** One row a ticket: somebody who came on a day. */
export interface VisitTable {
  hall_id: string;
  id: string;
  day: string;
  number: string;
  audience: string;
  age_band: string;
  place: string;
  card_id: string | null;
  booking_id: string | null;
  state: string;
  came_ms: number;
  ended_ms: number | null;
}
export interface TurnTable {
  hall_id: string;
  id: string;
  visit_id: string;
  station_id: string;
  day: string;
  variant: string;
  mode: 'learn' | 'assess';
  crew: number;
  purpose: 'training' | 'recheck';
  called_ms: number;
  ready_ms: number | null;
  began_ms: number | null;
  ended_ms: number | null;
  /** wiped: the next one could be called */
  freed_ms: number | null;
  ending: string | null;
  run_id: string | null;
}
/** Who had a part in a turn: performed (several after a swap), or observed from a seat. */
export interface PartTable {
  hall_id: string;
  turn_id: string;
  /** ticket id of a performer, seat of a watcher */
  id: string;
  visit_id: string | null;
  role: 'performed' | 'observed';
  answered: number;
  correct: number;
}
export interface CardTable {
  hall_id: string;
  id: string;
  /** SHA-256 of the short number; the number itself is only on the card */
  code_hash: string;
  created_ms: number;
  deleted_ms: number | null;
}
/** A data point of a visit (procedures 9): a choice and whether it was right, never what was typed. */
export interface PointTable {
  hall_id: string;
  id: string;
  day: string;
  visit_id: string | null;
  turn_id: string | null;
  kind: 'quiz' | 'duty-phone' | 'duty-phone-recognised' | 'kit' | 'comfort' | 'confidence' | 'decision';
  /** before, after, recheck; the stage of a decision */
  moment: string | null;
  form: 'A' | 'B' | null;
  /** quiz item, kit question, variant of a decision */
  item: string | null;
  choice: number | null;
  correct: number | null;
  at_ms: number;
  device_id: string | null;
}
export interface NoteTable {
  hall_id: string;
  id: string;
  day: string;
  at_ms: number;
  who: string;
  kind: string;
  text: string;
  station_id: string | null;
  turn_id: string | null;
}
export interface OpeningTable {
  hall_id: string;
  id: string;
  series: string | null;
  day: string;
  from_clock: string;
  to_clock: string;
  room: string;
  audience: string;
  /** JSON array of scenario names */
  scenarios: string;
  places: number;
  headsets: number;
  desktops: number;
  crew: number;
  created_ms: number;
  cancelled_ms: number | null;
}
export interface BookingTable {
  hall_id: string;
  id: string;
  opening_id: string;
  name: string;
  count: number;
  audience: string;
  at_clock: string | null;
  arrived: number;
  created_ms: number;
  cancelled_ms: number | null;
}
interface FloorRuleTable {
  hall_id: string;
  name: string;
  value: string;
  updated_ms: number;
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
  floor_event: FloorEventTable;
  station: StationTable;
  pairing: PairingTable;
  visit: VisitTable;
  turn: TurnTable;
  part: PartTable;
  card: CardTable;
  point: PointTable;
  note: NoteTable;
  opening: OpeningTable;
  booking: BookingTable;
  floor_rule: FloorRuleTable;
}
