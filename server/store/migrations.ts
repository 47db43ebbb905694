/** The tables of a hall, step by step. A step once released is never edited: its checksum is stored with the data. */
import { createHash } from 'node:crypto';

export interface Migration {
  id: string;
  /** plain DDL of the portable subset: (hall_id, ...) keys, text, integer ms UTC, real; no sequence, trigger or JSON type */
  statements: string[];
}

export const MIGRATIONS: Migration[] = [
  {
    id: '0001-first-shape',
    statements: [
      `create table hall (id text not null primary key, created_ms integer not null)`,
      `create table setting (hall_id text not null, name text not null, value text not null, updated_ms integer not null,
        primary key (hall_id, name))`,
      `create table staff (hall_id text not null, id text not null, name text not null, name_key text not null,
        role text not null, password_hash text, created_ms integer not null, disabled_ms integer,
        primary key (hall_id, id))`,
      `create unique index staff_name on staff (hall_id, name_key)`,
      `create table staff_session (hall_id text not null, id text not null, staff_id text not null,
        created_ms integer not null, seen_ms integer not null, primary key (hall_id, id))`,
      `create index staff_session_staff on staff_session (hall_id, staff_id)`,
      `create table sign_in_try (hall_id text not null, id text not null, failed integer not null,
        last_ms integer not null, locked_until_ms integer, primary key (hall_id, id))`,
      `create table one_time_code (hall_id text not null, id text not null, purpose text not null, staff_id text,
        created_ms integer not null, expires_ms integer, used_ms integer, primary key (hall_id, id))`,
      `create table device (hall_id text not null, id text not null, token_hash text not null, name text not null,
        added_by text not null, created_ms integer not null, seen_ms integer, revoked_ms integer,
        primary key (hall_id, id))`,
      `create unique index device_token on device (hall_id, token_hash)`,
      `create table run (hall_id text not null, id text not null, scenario text not null, variant text not null,
        version integer not null, mode text not null, how text not null, role text not null, locale text not null,
        seed integer not null, started_ms integer not null, clock_offset_ms integer, began_ms integer not null,
        dated_by text not null, local_date text not null, local_month text not null, received_ms integer not null,
        device_id text not null, sha256 text not null, primary key (hall_id, id))`,
      `create index run_began on run (hall_id, began_ms, id)`,
      `create index run_month on run (hall_id, local_month, began_ms, id)`,
      `create table attempt (hall_id text not null, run_id text not null, attempt integer not null, ended text not null,
        ending text, passed integer not null, score real, grade text, duration_s real not null, critical text not null,
        primary key (hall_id, run_id, attempt))`,
      `create table mark (hall_id text not null, run_id text not null, attempt integer not null, seq integer not null,
        rule text not null, points real not null, max real not null, at_s real, stage text not null,
        primary key (hall_id, run_id, attempt, seq))`,
      `create table tape (hall_id text not null, run_id text not null, tape text not null, primary key (hall_id, run_id))`,
      `create table conflict (hall_id text not null, run_id text not null, sha256 text not null, body text not null,
        received_ms integer not null, device_id text not null, primary key (hall_id, run_id, sha256))`,
      `create table audit (hall_id text not null, id text not null, at_ms integer not null, who text not null,
        what text not null, subject text, primary key (hall_id, id))`,
    ],
  },
  {
    id: '0002-the-hall',
    statements: [
      `alter table run add column turn_id text`,
      `alter table run add column interventions text`,
      `create index run_turn on run (hall_id, turn_id)`,
      // what happened on the floor, in order; tickets, turns and stations are folded from it
      `create table floor_event (hall_id text not null, seq integer not null, id text not null, day text not null,
        at_ms integer not null, who text not null, kind text not null, body text not null, primary key (hall_id, seq))`,
      `create unique index floor_event_id on floor_event (hall_id, id)`,
      `create index floor_event_day on floor_event (hall_id, day, seq)`,
      `create table station (hall_id text not null, id text not null, device_id text not null, name text not null,
        kind text not null, created_ms integer not null, removed_ms integer, primary key (hall_id, id))`,
      `create table pairing (hall_id text not null, id text not null, name text not null, kind text not null,
        made_by text not null, created_ms integer not null, expires_ms integer not null, used_ms integer,
        primary key (hall_id, id))`,
      `create table visit (hall_id text not null, id text not null, day text not null, number text not null,
        audience text not null, age_band text not null, place text not null, card_id text, booking_id text,
        state text not null, came_ms integer not null, ended_ms integer, primary key (hall_id, id))`,
      `create unique index visit_number on visit (hall_id, day, number)`,
      `create index visit_card on visit (hall_id, card_id)`,
      `create table turn (hall_id text not null, id text not null, visit_id text not null, station_id text not null,
        day text not null, variant text not null, mode text not null, crew integer not null, purpose text not null,
        called_ms integer not null, ready_ms integer, began_ms integer, ended_ms integer, freed_ms integer, ending text,
        run_id text, primary key (hall_id, id))`,
      `create index turn_visit on turn (hall_id, visit_id)`,
      `create index turn_day on turn (hall_id, day)`,
      // who did what in a turn: performed (more than one after a swap), observed from a seat
      `create table part (hall_id text not null, turn_id text not null, id text not null, visit_id text, role text not null,
        answered integer not null, correct integer not null, primary key (hall_id, turn_id, id))`,
      `create index part_visit on part (hall_id, visit_id)`,
      `create table card (hall_id text not null, id text not null, code_hash text not null, created_ms integer not null,
        deleted_ms integer, primary key (hall_id, id))`,
      `create unique index card_code on card (hall_id, code_hash)`,
      // data points of a visit: quiz items, duty phone, kit, comfort, decisions of watchers; never what was typed
      `create table point (hall_id text not null, id text not null, day text not null, visit_id text, turn_id text,
        kind text not null, moment text, form text, item text, choice integer, correct integer, at_ms integer not null,
        device_id text, primary key (hall_id, id))`,
      `create index point_visit on point (hall_id, visit_id)`,
      `create index point_day on point (hall_id, day, kind)`,
      `create table note (hall_id text not null, id text not null, day text not null, at_ms integer not null,
        who text not null, kind text not null, text text not null, station_id text, turn_id text,
        primary key (hall_id, id))`,
      `create table opening (hall_id text not null, id text not null, series text, day text not null, from_clock text not null,
        to_clock text not null, room text not null, audience text not null, scenarios text not null, places integer not null,
        headsets integer not null, desktops integer not null, crew integer not null, created_ms integer not null,
        cancelled_ms integer, primary key (hall_id, id))`,
      `create index opening_day on opening (hall_id, day)`,
      `create table booking (hall_id text not null, id text not null, opening_id text not null, name text not null,
        count integer not null, audience text not null, at_clock text, arrived integer not null, created_ms integer not null,
        cancelled_ms integer, primary key (hall_id, id))`,
      `create index booking_opening on booking (hall_id, opening_id)`,
      `create table floor_rule (hall_id text not null, name text not null, value text not null, updated_ms integer not null,
        primary key (hall_id, name))`,
    ],
  },
];

/** @returns what is stored beside an applied step; a changed step has another. */
export function checksum(migration: Migration): string {
  return createHash('sha256').update(migration.statements.join(';\n')).digest('hex');
}
