/** What a room.yaml may say, and the world setup it becomes. */
import { z } from 'zod';
import { DEFECTS } from '../sim/facts.ts';
import { type RoomEntry, setupFromEntry } from '../sim/room-entry.ts';
import type { WorldSetup } from '../sim/world.ts';

const Point = z.tuple([z.number(), z.number(), z.number()]);
const KINDS = [
  'oil-pan',
  'solid-fuel',
  'appliance',
  'extinguisher',
  'lid',
  'fire-blanket',
  'water',
  'flour',
  'gas-tap',
  'plug',
  'breaker',
  'hood',
  'call-point',
  'door',
  'phone',
  'person',
  'lookout',
] as const;

const ThingShape = z.strictObject({
  kind: z.enum(KINDS),
  at_m: Point,
  half_m: Point,
  facing_deg: z.number().optional(),
  diameter_m: z.number().positive().optional(),
  oil_kg: z.number().positive().optional(),
  oil_C: z.number().optional(),
  burner: z.string().optional(),
  open_frac: z.number().min(0).max(1).optional(),
  on: z.boolean().optional(),
  left_kg: z.number().nonnegative().optional(),
  agent: z.enum(['abc-powder', 'co2', 'water-based', 'wet-chemical']).optional(),
  charge_kg: z.number().positive().optional(),
  made: z.number().int().optional(),
  defect: z.enum(DEFECTS).optional(),
  exit: z.boolean().optional(),
  cells: z.tuple([z.number().int().positive(), z.number().int().positive()]).optional(),
  cell_m: z.number().positive().optional(),
  fuel: z.string().optional(),
  plug: z.string().optional(),
  breaker: z.string().nullable().optional(),
  live: z.boolean().optional(),
  lit_s: z.number().nonnegative().optional(),
});

export const RoomShape = z.strictObject({
  room: z.string(),
  size_m: Point,
  floor_m: z.array(z.tuple([z.number(), z.number()])).min(3),
  start: z.strictObject({ at_m: Point, facing_deg: z.number() }),
  exit: z.strictObject({ door: z.string(), outside_m: z.tuple([Point, Point]) }),
  draught_mps: Point,
  posts: z.record(z.string(), Point),
  obstacles_m: z.array(z.tuple([Point, Point])),
  things: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), ThingShape),
});
export type RoomFile = z.infer<typeof RoomShape>;

/**
 * @param numbers the hall's telephone numbers, number to line
 * @param standing_m head height of the person standing straight
 */
export function setupOf(room: RoomFile, numbers: Record<string, string>, standing_m: number): WorldSetup {
  const { room: _, ...entry } = room;
  return setupFromEntry(entry as RoomEntry, numbers, standing_m);
}
