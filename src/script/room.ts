/** What a room.yaml and a house file may say, and the world setup they become. */
import { z } from 'zod';
import { DEFECTS } from '../sim/facts.ts';
import { type RoomEntry, setupFromEntry } from '../sim/room-entry.ts';
import type { WorldSetup } from '../sim/world.ts';
import { FUELS } from '../sim/zone/fuel.ts';
import { MATERIALS } from '../sim/zone/layout.ts';

const Point = z.tuple([z.number(), z.number(), z.number()]);
const Half = z.tuple([z.number().nonnegative(), z.number().nonnegative(), z.number().nonnegative()]);
const Corners = z.tuple([Point, Point, Point, Point]);
const Word = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name is small letters, digits and dashes');
const Area_m2 = z.number().nonnegative();
const Share = z.number().min(0).max(1);
/** Every kind of thing a room can hold. */
export const KINDS = [
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
  'window',
  'cloth',
  'tape',
  'torch',
  'tap',
  'lift-button',
  'smoke-alarm',
  'heat-alarm',
  'sprinkler',
  'escape-mask',
  'valuable',
  'blaze',
  'e-bike',
  'phone',
  'person',
  'lookout',
  'exit-sign',
] as const;
const WAYS = ['-x', '+x', '-z', '+z'] as const;
const ROLES = ['guest', 'pupil', 'resident', 'waiter', 'teacher', 'child', 'neighbour'] as const;
const TEMPERS = ['follows', 'hesitates', 'bag', 'familiar'] as const;
const SUBSTANCES = Object.keys(MATERIALS) as [string, ...string[]];

const FIELDS = {
  facing_deg: z.number().optional(),
  diameter_m: z.number().positive().optional(),
  oil_kg: z.number().positive().optional(),
  oil_C: z.number().optional(),
  burner: z.string().optional(),
  open_frac: Share.optional(),
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
  hinge: z.enum(WAYS).optional(),
  swings: z.enum(WAYS).optional(),
  slides: z.boolean().optional(),
  steel: z.boolean().optional(),
  glazed: z.boolean().optional(),
  louvred: z.boolean().optional(),
  peephole: z.boolean().optional(),
  self_closing: z.boolean().optional(),
  wedged: z.boolean().optional(),
  locked: z.boolean().optional(),
  worked_by: z.string().optional(),
  broken: z.boolean().optional(),
  wet_frac: Share.optional(),
  bright: z.boolean().optional(),
  left_m: z.number().positive().optional(),
  left_s: z.number().positive().optional(),
  alpha_kWps2: z.number().positive().optional(),
  peak_kW: z.number().positive().optional(),
  pack: z.enum(['e-bike', 'cell-box']).optional(),
  role: z.enum(ROLES).optional(),
  temper: z.enum(TEMPERS).optional(),
  look: z.string().optional(),
};

const ThingShape = z
  .strictObject({ kind: z.enum(KINDS), at_m: Point, half_m: Half, ...FIELDS })
  .superRefine((thing, context) => {
    if (thing.kind === 'blaze' && thing.fuel !== undefined && !(thing.fuel in FUELS))
      context.addIssue({ code: 'invalid_value', values: Object.keys(FUELS), path: ['fuel'], input: thing.fuel });
  });
const SpaceShape = z.strictObject({
  box_m: z.tuple([Point, Point]),
  leak_m2: Area_m2.optional(),
  mixed: z.boolean().optional(),
  ceiling: z.enum(SUBSTANCES).optional(),
  walls: z.enum(SUBSTANCES).optional(),
  floor: z.enum(SUBSTANCES).optional(),
});
const OpeningShape = z.strictObject({
  from: z.string(),
  to: z.string(),
  sill_m: z.number().nonnegative(),
  soffit_m: z.number().positive(),
  width_m: z.number().positive(),
  open_frac: Share.optional(),
  bottomGap_m2: Area_m2.optional(),
  sideGap_m2: Area_m2.optional(),
});
const WellShape = z.strictObject({
  below: z.string(),
  above: z.string(),
  area_m2: z.number().positive(),
  shape: z.enum(['square', 'round']).optional(),
  open_frac: Share.optional(),
});
const AIR = { inside_C: z.number().min(-40).max(60).optional(), outside_C: z.number().min(-40).max(60).optional() };

export const CrowdShape = z.strictObject({
  role: z.enum(ROLES),
  count: z.number().int().min(1).max(60),
  look: z.array(z.string()).min(1),
  at_m: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])).min(1),
  tempers: z.partialRecord(z.enum(TEMPERS), z.number().int().nonnegative()).optional(),
});

const Start = z.strictObject({ at_m: Point, facing_deg: z.number() });
const Exit = z.strictObject({ door: z.string(), outside_m: z.tuple([Point, Point]) });
const Floor = z.array(z.tuple([z.number(), z.number()])).min(3);
const Size = z.tuple([z.number().positive(), z.number().positive(), z.number().positive()]);
const Boxes = z.array(z.tuple([Point, Point]));
const BuildingShape = z.strictObject({
  spaces: z.record(Word, SpaceShape),
  openings: z.record(Word, OpeningShape),
  wells: z.record(Word, WellShape),
  ...AIR,
});

/** A room that stands alone, or a variant's room and its house together (house.ts). */
export const RoomShape = z.strictObject({
  room: z.string(),
  /** the house file it is part of, without `.yaml` */
  house: z.string().optional(),
  /** drawn by night; the air does not care */
  night: z.boolean().optional(),
  /** the number that the plates of the house show on the storey at y 0; the air does not care */
  storey: z.number().int().positive().optional(),
  size_m: Size,
  floor_m: Floor,
  start: Start,
  exit: Exit,
  draught_mps: Point,
  posts: z.record(z.string(), Point),
  obstacles_m: Boxes,
  things: z.record(Word, ThingShape),
  surfaces_m: z.record(Word, Corners).optional(),
  building: BuildingShape.optional(),
  crowd: z.record(Word, CrowdShape).optional(),
});
export type RoomFile = z.infer<typeof RoomShape>;

/**
 * @param numbers the hall's telephone numbers, number to line
 * @param standing_m head height of the person standing straight
 */
export function setupOf(room: RoomFile, numbers: Record<string, string>, standing_m: number): WorldSetup {
  const { room: _, house: __, night: ___, storey: ____, ...entry } = room;
  return setupFromEntry(entry as RoomEntry, numbers, standing_m);
}
