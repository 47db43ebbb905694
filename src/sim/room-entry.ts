/** Turns what a room.yaml says (already parsed) into a WorldSetup: the defaults of every kind of thing live here. */
import { CATALOGUE, LIFE_years } from './materials.ts';
import { facing } from './vec.ts';
import type { Agent, Box, Defect, FireCell, Thing, Vec3, WorldSetup } from './world.ts';

/** A calendar year. */
type Year = number;

/** One entry of `things:`; which fields a kind reads is in makeThing. Lengths in metres, temperatures in Celsius as written by people. */
export interface ThingEntry {
  kind: string;
  at_m: [number, number, number];
  half_m: [number, number, number];
  facing_deg?: number;
  diameter_m?: number;
  oil_kg?: number;
  oil_C?: number;
  burner?: string;
  open_frac?: number;
  on?: boolean;
  left_kg?: number;
  agent?: Agent;
  charge_kg?: number;
  made?: Year;
  defect?: Defect;
  exit?: boolean;
  cells?: [columns: number, rows: number];
  cell_m?: number;
  fuel?: string;
  plug?: string;
  breaker?: string | null;
  live?: boolean;
  /** second of the run at which it catches fire by itself */
  lit_s?: number;
}
export interface RoomEntry {
  size_m: [width: number, ceiling: number, depth: number];
  floor_m: [number, number][];
  start: { at_m: [number, number, number]; facing_deg: number };
  exit: { door: string; outside_m: [Vec3, Vec3] };
  draught_mps: [number, number, number];
  posts: Record<string, [number, number, number]>;
  obstacles_m: [Vec3, Vec3][];
  things: Record<string, ThingEntry>;
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
      return { open_frac: e.open_frac ?? 0, exit: e.exit ?? false };
    case 'person':
      return { warned: false, out: false, doing: 'idle' };
    case 'phone':
    case 'lookout':
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

/** The whole room. `numbers` are the hall's own (duty, gas), `standing_m` the height calibrated at the start. */
export function setupFromEntry(room: RoomEntry, numbers: Record<string, string> = {}, standing_m = 1.6): WorldSetup {
  const box = ([min, max]: [Vec3, Vec3]): Box => ({ min_m: [...min], max_m: [...max] });
  const [width_m, ceiling_m, depth_m] = room.size_m;
  const lit: Record<string, { at_s: number }> = {};
  for (const [id, entry] of Object.entries(room.things)) if (entry.lit_s !== undefined) lit[id] = { at_s: entry.lit_s };
  return {
    room: {
      width_m,
      depth_m,
      ceiling_m,
      floor_m: room.floor_m.map(([x, z]) => [x, z]),
      obstacles: room.obstacles_m.map(box),
      exit: { door: room.exit.door, outside: box(room.exit.outside_m) },
      posts: structuredClone(room.posts),
      draught_mps: [...room.draught_mps],
    },
    things: Object.entries(room.things).map(([id, entry]) => makeThing(id, entry)),
    start: { position_m: [...room.start.at_m], orientation_quat: facing(room.start.facing_deg) },
    standing_m,
    numbers: { ...numbers },
    lit,
  };
}
