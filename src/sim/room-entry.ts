/** Turns what a room.yaml says (already parsed) into a WorldSetup: the defaults of every kind of thing live here. */
import { type BuildingEntry, layoutOf, singleBuilding, spacesOf } from './building-entry.ts';
import { type CrowdEntry, peopleOf } from './crowd-entry.ts';
import { AMBIENT_K, CATALOGUE, LIFE_years } from './materials.ts';
import { floorArea_m2 } from './setup.ts';
import type { ThingEntry } from './thing-entry.ts';
import type { FireCell, Thing } from './things.ts';
import { facing } from './vec.ts';
import type { Box, Room, Space, Surface, Vec3, WorldSetup } from './world.ts';

export interface RoomEntry {
  size_m: [width: number, ceiling: number, depth: number];
  floor_m: [number, number][];
  start: { at_m: [number, number, number]; facing_deg: number };
  exit: { door: string; outside_m: [Vec3, Vec3] };
  draught_mps: [number, number, number];
  posts: Record<string, [number, number, number]>;
  obstacles_m: [Vec3, Vec3][];
  things: Record<string, ThingEntry>;
  /** where feet can stand in a house of more than one room or storey */
  surfaces_m?: Record<string, [Vec3, Vec3, Vec3, Vec3]>;
  building?: BuildingEntry;
  crowd?: Record<string, CrowdEntry>;
}

/** @returns a cell that has never burned. */
export function freshCell(): FireCell {
  return { burning: false, agent_kgpm2: 0, water_kgpm2: 0, surface_K: 293, left_frac: 1 };
}

function extinguisher(entry: ThingEntry) {
  const agent = entry.agent ?? 'abc-powder';
  const rows = CATALOGUE.filter((row) => row.agent === agent);
  const charge_kg = entry.charge_kg ?? 4;
  const row = rows.reduce((best, r) =>
    Math.abs(r.charge_kg - charge_kg) < Math.abs(best.charge_kg - charge_kg) ? r : best,
  );
  return {
    agent,
    charge_kg,
    agentLeft_kg: charge_kg,
    discharge_s: row.discharge_s,
    range_m: row.range_m,
    rated: [...row.rated],
    madeYear: entry.made ?? 2025 - Math.floor(LIFE_years[agent] / 4),
    defect: entry.defect ?? null,
    pinIn: entry.defect !== 'no-pin',
    lever_frac: 0,
    openFor_s: 0,
    flow_kgps: 0,
    hoseHeldBy: null,
    nozzle: { position_m: [...entry.at_m] as Vec3, orientation_quat: facing(entry.facing_deg ?? 0) },
    inverted: false,
    tag: null,
  };
}

/** Escape hoods for buildings last 15 min or more: GB 21976.7 class TZL15. */
const MASK_s = 900;
/** Growth of furniture: the t-squared class "fast" (models.md 1.1), and what a flat of it can give behind a door. [D] */
const FAST_kWps2 = 0.0469;
const FLAT_peak_kW = 3000;

function door(e: ThingEntry) {
  return {
    open_frac: e.open_frac ?? 0,
    exit: e.exit ?? false,
    hinge: e.hinge ?? null,
    swings: e.swings ?? null,
    slides: e.slides ?? false,
    steel: e.steel ?? false,
    glazed: e.glazed ?? false,
    louvred: e.louvred ?? false,
    peephole: e.peephole ?? false,
    selfClosing: e.self_closing ?? false,
    wedged: e.wedged ?? false,
    locked: e.locked ?? false,
    workedBy: e.worked_by ?? null,
    face_K: AMBIENT_K,
    back_K: AMBIENT_K,
    bottomSealed_frac: 0,
    sidesSealed_frac: 0,
    water_kg: 0,
  };
}

function kindFields(id: string, e: ThingEntry): object {
  switch (e.kind) {
    case 'oil-pan':
      return {
        diameter_m: e.diameter_m ?? 2 * e.half_m[0],
        oil_kg: e.oil_kg ?? 0.9,
        oil_K: (e.oil_C ?? 20) + 273,
        burner: e.burner ?? '',
        burning: false,
        cover: null,
        covered_frac: 0,
        heatRelease_kW: 0,
        flameHeight_m: 0,
        fireball_s: 0,
        spill_m2: 0,
      };
    case 'solid-fuel': {
      const [columns, rows] = e.cells ?? [3, 3];
      const cells = Array.from({ length: columns * rows }, freshCell);
      const fire = { heatRelease_kW: 0, flameHeight_m: 0, burning: false, left_frac: 1 };
      return { fuel: e.fuel ?? 'paper-basket', cells, columns, cell_m: e.cell_m ?? 0.1, ...fire };
    }
    case 'appliance': {
      const power = { plug: e.plug ?? '', breaker: e.breaker ?? null, live: e.live ?? true };
      return { ...power, burning: false, heatRelease_kW: 0, flameHeight_m: 0, cell: freshCell() };
    }
    case 'extinguisher':
      return extinguisher(e);
    case 'lid':
    case 'fire-blanket':
      return { diameter_m: e.diameter_m ?? 2 * e.half_m[0], on: null };
    case 'water':
    case 'flour':
      return { left_kg: e.left_kg ?? 1 };
    case 'gas-tap':
      return { open_frac: e.open_frac ?? 1 };
    case 'plug':
    case 'breaker':
      return { on: e.on ?? true };
    case 'hood':
    case 'call-point':
      return { on: e.on ?? false };
    case 'door':
      return door(e);
    case 'window':
      return { open_frac: e.open_frac ?? 0, broken: e.broken ?? false };
    case 'cloth':
      return { wet_frac: e.wet_frac ?? 0, bright: e.bright ?? false, on: null };
    case 'tape':
      return { left_m: e.left_m ?? 20 };
    case 'torch':
      return { on: e.on ?? false };
    case 'lift-button':
      return { calledAt_s: -1 };
    case 'smoke-alarm':
    case 'heat-alarm':
    case 'sprinkler':
      return { link_K: AMBIENT_K, actedAt_s: -1 };
    case 'escape-mask':
      return { worn: false, left_s: e.left_s ?? MASK_s };
    case 'blaze': {
      const growth = { alpha_kWps2: e.alpha_kWps2 ?? FAST_kWps2, peak_kW: e.peak_kW ?? FLAT_peak_kW };
      return {
        fuel: e.fuel ?? 'polyurethane',
        ...growth,
        burning: false,
        litAt_s: -1,
        heatRelease_kW: 0,
        flameHeight_m: 0,
      };
    }
    case 'e-bike': {
      const fire = { burning: false, venting: false, litAt_s: -1, heatRelease_kW: 0, flameHeight_m: 0 };
      return { pack: e.pack ?? 'e-bike', ...fire };
    }
    case 'person': {
      const self = { look: e.look ?? null, role: e.role ?? null, temper: e.temper ?? 'follows' };
      return { warned: false, out: false, doing: 'idle', ...self, velocity_mps: [0, 0, 0], dose_frac: 0 };
    }
    case 'tap':
    case 'valuable':
    case 'phone':
    case 'lookout':
    case 'exit-sign':
      return {};
    default:
      throw new Error(`"${id}" has kind "${e.kind}", which the sim does not know.`);
  }
}

/**
 * One thing as the sim holds it, from its line in a room.yaml.
 * @throws an Error naming the thing when its kind is unknown.
 */
export function makeThing(id: string, entry: ThingEntry): Thing {
  const pose = () => ({
    position_m: [...entry.at_m] as Vec3,
    orientation_quat: facing(entry.facing_deg ?? 0),
  });
  const base = { id, kind: entry.kind, pose: pose(), half_m: [...entry.half_m], heldBy: null, home: pose() };
  return { ...base, ...kindFields(id, entry) } as Thing;
}

function boxOf([min, max]: [Vec3, Vec3]): Box {
  return { min_m: [...min], max_m: [...max] };
}

function roomOf(room: RoomEntry): Room {
  const [width_m, ceiling_m, depth_m] = room.size_m;
  const base = {
    width_m,
    depth_m,
    ceiling_m,
    floor_m: room.floor_m.map(([x, z]): [number, number] => [x, z]),
    obstacles: room.obstacles_m.map(boxOf),
    exit: { door: room.exit.door, outside: boxOf(room.exit.outside_m) },
    posts: structuredClone(room.posts),
    draught_mps: [...room.draught_mps] as Vec3,
  };
  const openAt_frac = (id: string) => {
    const thing = room.things[id];
    return thing?.kind === 'door' || thing?.kind === 'window' ? (thing.open_frac ?? 0) : undefined;
  };
  const single = singleBuilding(base, room.things[room.exit.door], floorArea_m2(base.floor_m));
  const surfaces = Object.entries(room.surfaces_m ?? {}).map(
    ([id, corners]): Surface => ({ id, corners_m: structuredClone(corners) }),
  );
  const spaces = room.building ? spacesOf(room.building) : [wholeRoom(base)];
  return { ...base, surfaces, spaces, layout: layoutOf(room.building ?? single, openAt_frac) };
}

/** The one space of a room without a building: all of its floor, up to the ceiling. */
function wholeRoom({ floor_m, ceiling_m }: Pick<Room, 'floor_m' | 'ceiling_m'>): Space {
  const xs = floor_m.map(([x]) => x);
  const zs = floor_m.map(([, z]) => z);
  const min_m: Vec3 = [Math.min(...xs), 0, Math.min(...zs)];
  return { id: 'room', box: { min_m, max_m: [Math.max(...xs), ceiling_m, Math.max(...zs)] } };
}

/** The whole room. `numbers` are the hall's own (duty, gas), `standing_m` the height calibrated at the start. */
export function setupFromEntry(room: RoomEntry, numbers: Record<string, string> = {}, standing_m = 1.6): WorldSetup {
  const people = Object.entries(room.crowd ?? {}).flatMap(([id, crowd]) => peopleOf(id, crowd));
  const things = [...Object.entries(room.things), ...people];
  const lit: Record<string, { at_s: number }> = {};
  for (const [id, entry] of things) if (entry.lit_s !== undefined) lit[id] = { at_s: entry.lit_s };
  return {
    room: roomOf(room),
    things: things.map(([id, entry]) => makeThing(id, entry)),
    start: { position_m: [...room.start.at_m], orientation_quat: facing(room.start.facing_deg) },
    standing_m,
    numbers: { ...numbers },
    lit,
  };
}
