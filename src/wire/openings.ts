/** Monthly sessions: what is planned, who is booked, what fits, as they cross the network. */
import { z } from 'zod';
import { AUDIENCES } from './floor.ts';

const Id = z.uuid();
const Day = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const OpeningFields = z.strictObject({
  day: Day,
  from: Clock,
  to: Clock,
  /** room of the hall, e.g. its name or floor */
  room: z.string().trim().min(1).max(40),
  audience: z.enum(AUDIENCES),
  scenarios: z.array(z.string().max(60)).min(1).max(10),
  places: z.number().int().min(1).max(500),
  /** stations planned for it; capacity is counted from them */
  headsets: z.number().int().min(0).max(40),
  desktops: z.number().int().min(0).max(40),
  /** people a turn trains: 1, or a crew's performer with its watchers (2..7) */
  crew: z.number().int().min(1).max(7),
});
export type OpeningFields = z.infer<typeof OpeningFields>;
/** POST /api/openings: one, or one a month as well for so many months more (same weekday of the month) */
export const NewOpening = z.strictObject({ fields: OpeningFields, repeatMonths: z.number().int().min(0).max(12) });
export const Fit = z.strictObject({
  /** people who can perform, and with watchers be trained, in these hours */
  performers: z.number(),
  people: z.number(),
  cycle_min: z.number(),
  /** turns the cycle was measured from; 0: the planning value */
  measured: z.number(),
});
export type Fit = z.infer<typeof Fit>;
export const Opening = OpeningFields.extend({
  id: Id,
  /** the openings planned together */
  series: Id.nullable(),
  cancelled: z.boolean(),
  booked: z.number(),
  arrived: z.number(),
  fit: Fit,
});
export type Opening = z.infer<typeof Opening>;
export const Openings = z.array(Opening);

export const BookingFields = z.strictObject({
  /** of the group (class, restaurant), not of its people */
  name: z.string().trim().min(1).max(60),
  count: z.number().int().min(1).max(200),
  audience: z.enum(AUDIENCES),
  /** HH:MM they are due; null: when the opening begins */
  at: Clock.nullable(),
});
export type BookingFields = z.infer<typeof BookingFields>;
export const Booking = BookingFields.extend({
  id: Id,
  opening: Id,
  arrived: z.number(),
  cancelled: z.boolean(),
});
export type Booking = z.infer<typeof Booking>;
export const Bookings = z.array(Booking);

/** POST /api/openings/:id/import/preview (the file as bytes) and .../import (the token that the preview gave) */
export const ImportRow = z.strictObject({
  row: z.number(),
  fields: BookingFields.nullable(),
  /** word of what is wrong and the column it is in */
  fault: z.strictObject({ column: z.string(), what: z.string() }).nullable(),
  cells: z.array(z.string()),
});
export type ImportRow = z.infer<typeof ImportRow>;
export const ImportPreview = z.strictObject({
  token: z.string(),
  kind: z.enum(['csv', 'xlsx']),
  encoding: z.string(),
  columns: z.array(z.string()),
  rows: z.array(ImportRow),
  good: z.number(),
  bad: z.number(),
  people: z.number(),
});
export type ImportPreview = z.infer<typeof ImportPreview>;
export const ImportDone = z.strictObject({ bookings: z.number(), people: z.number() });
export type ImportDone = z.infer<typeof ImportDone>;
export const MAX_IMPORT_ROWS = 2000;
