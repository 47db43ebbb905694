/** The form of an opening: how it begins, what is wrong with it by field, and its month. */
import { minutesOf } from '../../wire/fit.ts';
import { type Opening, OpeningFields } from '../../wire/openings.ts';

export interface PlanForm extends OpeningFields {
  repeatMonths: number;
}

/** A first guess for a day: an afternoon, four headsets, crews of one performer and three watchers. [D] */
export function newPlan(day: string, like: Opening | undefined): PlanForm {
  const { room, headsets, desktops, crew, from, to, places, scenarios, audience } = like ?? {
    room: '',
    headsets: 4,
    desktops: 0,
    crew: 1,
    from: '14:00',
    to: '17:00',
    places: 40,
    scenarios: [],
    audience: 'resident' as const,
  };
  return { day, from, to, room, audience, scenarios, places, headsets, desktops, crew, repeatMonths: 0 };
}

export function fieldsOf(form: PlanForm): OpeningFields {
  const { repeatMonths: _, ...fields } = form;
  return { ...fields, room: fields.room.trim() };
}

export function planOf(opening: Opening): PlanForm {
  const { day, from, to, room, audience, scenarios, places, headsets, desktops, crew } = opening;
  return { day, from, to, room, audience, scenarios, places, headsets, desktops, crew, repeatMonths: 0 };
}

/** @returns by field the text key of what is wrong with it */
export function planFaults(form: PlanForm): Record<string, string | undefined> {
  const faults: Record<string, string | undefined> = {};
  const read = OpeningFields.safeParse(fieldsOf(form));
  for (const { path } of read.success ? [] : read.error.issues) {
    const field = String(path[0]);
    faults[field] = KNOWN_FAULTS.includes(field) ? `bad.${field}` : 'bad.other';
  }
  if (!faults.from && !faults.to && minutesOf(form) === 0) faults.to = 'bad.order';
  if (!faults.headsets && !faults.desktops && form.headsets + form.desktops < 1) faults.headsets = 'bad.stations';
  return faults;
}
const KNOWN_FAULTS = ['day', 'from', 'to', 'room', 'scenarios', 'places'];

/** @returns 2026-11-27, the day it is now in the hall (UTC+8) */
export function today(now_ms = Date.now()): string {
  return new Date(now_ms + 8 * 3600_000).toISOString().slice(0, 10);
}

/** @returns those of a month (2026-11), soonest first */
export function ofMonth(openings: Opening[], month: string): Opening[] {
  return openings
    .filter((one) => one.day.startsWith(month))
    .toSorted((a, b) => `${a.day}${a.from}`.localeCompare(`${b.day}${b.from}`));
}
