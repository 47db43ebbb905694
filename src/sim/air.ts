/** The building's air as the drill's world holds it: made from the room's layout, with a fire for each thing that can burn. */
import { FUELS as ROWS, STEP_air_s } from './materials.ts';
import type { Appliance, Blaze, EBike, OilPan, SolidFuel, Thing } from './things.ts';
import { boxAway_m, inBox } from './vec.ts';
import type { Room, Vec3, World, WorldSetup } from './world.ts';
import type { Building, Fire } from './zone/building.ts';
import { usableOxygen_frac } from './zone/combust.ts';
import { setHeat } from './zone/control.ts';
import { createBuilding } from './zone/create.ts';
import { FUELS, type Fuel as ZoneFuel } from './zone/fuel.ts';
import { type FireLayout, OUTSIDE } from './zone/layout.ts';
import { O2, volumeShare_frac } from './zone/species.ts';
import { stepBuilding } from './zone/step.ts';

/** Whatever feeds flame and smoke into the air. */
export type Flaming = OilPan | SolidFuel | Appliance | Blaze | EBike;

export function isFlaming(thing: { kind: string }): thing is Flaming {
  return ['oil-pan', 'solid-fuel', 'appliance', 'blaze', 'e-bike'].includes(thing.kind);
}

const WOOD = FUELS.wood as ZoneFuel;
/** Cotton and polyester, and goods in card and film: yields as between wood and plastics, models.md 1.1 [D]. */
const TEXTILE: ZoneFuel = like(8, 9, 4, 19_000, 0.03, 0.01);
const GOODS: ZoneFuel = like(7, 10, 4, 20_000, 0.04, 0.015);
/**
 * Solvent vapour of a venting pack (carbonates and the gases of runaway): brings its own oxygen, little heat, a dense
 * white aerosol that the model carries as soot. [D] 0.12 kg per kg hides a stair landing within 20 s, procedures 5.b.
 */
export const VAPOUR_kJpkg = 450;
const VAPOUR: ZoneFuel = { ...like(3, 6, 5, VAPOUR_kJpkg, 0.12, 0.1), radiative_frac: 0 };

function like(c: number, h: number, o: number, heat_kJpkg: number, soot_kgpkg: number, co_kgpkg: number): ZoneFuel {
  const counts = { carbon_count: c, hydrogen_count: h, oxygen_count: o, nitrogen_count: 0, chlorine_count: 0 };
  return { ...counts, heat_kJpkg, radiative_frac: 0.35, soot_kgpkg, co_kgpkg, hcn_kgpkg: 0 };
}

/** What the things of a drill burn as, beside zone/fuel.ts FUELS: rows of materials.ts FUELS and the pack's vapour. */
export const DRILL_FUELS: Record<string, ZoneFuel> = {
  'paper-basket': { ...WOOD, heat_kJpkg: 16_000 },
  'carton-stack': { ...WOOD, heat_kJpkg: 15_000 },
  curtain: TEXTILE,
  'shelf-goods': GOODS,
  'pack-vapour': VAPOUR,
};

function fuelName(thing: Flaming): string {
  switch (thing.kind) {
    case 'oil-pan':
      return 'cooking-oil';
    case 'solid-fuel':
    case 'blaze':
      return thing.fuel;
    case 'appliance':
      return 'polypropylene';
    case 'e-bike':
      return 'polyurethane'; // seat, tyres, housings, by their soot [D]
  }
}

/** Area of the flame's foot, for its height and for how it draws air. */
export function flameArea_m2(thing: Flaming): number {
  if (thing.kind === 'oil-pan') return (Math.PI * thing.diameter_m ** 2) / 4;
  return Math.max(0.01, 4 * thing.half_m[0] * thing.half_m[2]);
}

/** Height of the flame's foot: the mouth of a pan, the bottom of what lies, a quarter up what stands. */
export function flameFoot_m(thing: Flaming): number {
  const [, y] = thing.pose.position_m;
  if (thing.kind === 'oil-pan') return y + thing.half_m[1];
  if (thing.kind === 'solid-fuel' && !ROWS[thing.fuel]?.vertical) return y;
  return y - thing.half_m[1] / 2;
}

/** Name of the fire that carries a pack's white vapour. */
export function vapourOf(bike: string): string {
  return `${bike}.vapour`;
}

/** @returns the number of the space that holds a point, -1 for none. */
export function spaceHolding(room: Pick<Room, 'spaces'>, at_m: Readonly<Vec3>): number {
  for (let i = 0; i < room.spaces.length; i++) if (inBox(room.spaces[i]!.box, at_m)) return i;
  return -1;
}

/** Half the thickness of a wall with its door: within it one is still in one of the two spaces. [D] */
export const WALL_m = 0.35;

/** @returns the space of a point: the one that holds it, else the nearest within a wall's thickness, else -1. */
export function spaceIndexAt(room: Pick<Room, 'spaces'>, at_m: Readonly<Vec3>, within_m = WALL_m): number {
  const holds = spaceHolding(room, at_m);
  if (holds >= 0) return holds;
  let best = -1;
  let best_m = within_m;
  for (let i = 0; i < room.spaces.length; i++) {
    const away_m = boxAway_m(room.spaces[i]!.box, at_m[0], at_m[1], at_m[2]);
    if (away_m >= best_m) continue;
    best_m = away_m;
    best = i;
  }
  return best;
}

/** @returns the id of the space of a point, `outside` in the open air. */
export function spaceAt(world: Pick<World, 'room'>, at_m: Readonly<Vec3>): string {
  const index = spaceIndexAt(world.room, at_m);
  return index < 0 ? OUTSIDE : world.room.spaces[index]!.id;
}

/** @returns the number of a space by its id, -1 for the open air and for names of no space. */
export function spaceNumbered(room: Pick<Room, 'spaces'>, id: string): number {
  for (let i = 0; i < room.spaces.length; i++) if (room.spaces[i]!.id === id) return i;
  return -1;
}

function fireOf(setup: WorldSetup, thing: Flaming, id: string, fuel: string): FireLayout {
  const index = Math.max(0, spaceIndexAt(setup.room, thing.pose.position_m, Number.POSITIVE_INFINITY));
  const space = setup.room.layout.rooms[index]!;
  const area_m2 = Math.min(flameArea_m2(thing), 0.9 * space.width_m * space.depth_m);
  return { id, room: space.id, base_m: baseIn_m(thing, space.floor_m ?? 0, space.height_m), area_m2, fuel };
}

function baseIn_m(thing: Flaming, floor_m: number, height_m: number): number {
  return Math.min(0.9 * height_m, Math.max(0, flameFoot_m(thing) - floor_m));
}

/**
 * The air at rest, every fire out.
 * @throws when a layout cannot be a building or a blaze burns a fuel that is not known, in check.ts's words
 */
export function createAir(setup: WorldSetup): Building {
  const fires: FireLayout[] = [];
  for (const thing of setup.things) {
    if (!isFlaming(thing)) continue;
    fires.push(fireOf(setup, thing, thing.id, fuelName(thing)));
    if (thing.kind === 'e-bike') fires.push(fireOf(setup, thing, vapourOf(thing.id), 'pack-vapour'));
  }
  const { layout } = setup.room;
  const air = createBuilding({ ...layout, fires, fuels: { ...DRILL_FUELS, ...layout.fuels } });
  for (const fire of air.fires) fire.set_kW = 0;
  return air;
}

/** A fire goes where its thing is carried. */
function moveFire(world: World, fire: Fire, thing: Thing): void {
  if (!isFlaming(thing)) return;
  const index = spaceIndexAt(world.room, thing.pose.position_m);
  if (index < 0) {
    fire.set_kW = 0; // in the open air: it smokes nobody in
    return;
  }
  const room = world.air.rooms[index]!;
  fire.room_index = index;
  fire.base_m = baseIn_m(thing, room.floor_m, room.height_m);
}

/** Gives each fire of the air the mean power that its thing had since the last step of the air. */
function feedFires(world: World): void {
  for (const fire of world.air.fires) {
    const dot = fire.id.lastIndexOf('.');
    const id = world.things[fire.id] ? fire.id : fire.id.slice(0, dot);
    const thing = world.things[id];
    const book = world.working.fires[id];
    if (!thing || !book) continue;
    const vapour = id !== fire.id;
    setHeat(world.air, fire.id, (vapour ? book.vapour_kJ : book.given_kJ) / STEP_air_s);
    if (vapour) book.vapour_kJ = 0;
    else book.given_kJ = 0;
    if (fire.set_kW !== 0) moveFire(world, fire, thing);
  }
}

/** What air at the foot of a fire that is out would let burn. */
function breathes_frac(air: Building, fire: Fire): number {
  const room = air.rooms[fire.room_index]!;
  const layer = fire.base_m > room.layer_m ? room.upper : room.lower;
  return usableOxygen_frac(volumeShare_frac(layer.species_kg, layer.mass_kg, O2), layer.temp_K);
}

const SHRINK_s = 2; // a flame that lacks air gives less vapour within a few seconds [D]
/**
 * What the air leaves of each flame. Flames that lack air heat their fuel less, which then gives off less: pyrolysis is
 * taken to fall with the square root of the share that burns [D], so that fire and air meet and smoke stays rich.
 */
function learnFromAir(world: World): void {
  const keep = Math.exp(-STEP_air_s / SHRINK_s);
  for (const fire of world.air.fires) {
    const book = world.working.fires[fire.id];
    if (!book) continue;
    book.burned_frac = fire.asked_kW > 0 ? fire.burned_kW / fire.asked_kW : breathes_frac(world.air, fire);
    const wanted_frac = book.burned_frac > 0.999 ? 1 : Math.sqrt(book.burned_frac * book.air_frac);
    book.air_frac = Math.min(1, wanted_frac + (book.air_frac - wanted_frac) * keep);
  }
}

/** One step of the air. */
export function moveAir(world: World): void {
  feedFires(world);
  stepBuilding(world.air, STEP_air_s);
  learnFromAir(world);
}
