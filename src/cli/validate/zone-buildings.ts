/** The experiments' buildings as layouts: dimensions and linings from the tables' own headings, nothing adjusted. */

import type { Fuel } from '../../sim/zone/fuel.ts';
import { FUELS } from '../../sim/zone/fuel.ts';
import type { FireLayout, Layout, Material, RoomLayout, VentLayout } from '../../sim/zone/layout.ts';

function lining(k: number, rho: number, c: number, thickness_m: number, emissivity_frac = 0.9): Material {
  return { conductivity_WpmK: k, density_kgpm3: rho, heat_JpkgK: c, thickness_m, emissivity_frac };
}
function gas(radiative_frac: number, more: Partial<Fuel> = {}, name = 'methane'): Fuel {
  return { ...(FUELS[name] as Fuel), ...more, radiative_frac };
}
const door = (id: string, from: string, to: string, width_m: number, soffit_m: number, sill_m = 0): VentLayout => ({
  id,
  from,
  to,
  sill_m,
  soffit_m,
  width_m,
});

/** An opening to the outside as the tables' notes give it. */
export interface Hole {
  sill_m: number;
  soffit_m: number;
  width_m: number;
}
const holes = (room: string, list: Hole[]): VentLayout[] =>
  list.map((hole, i) => ({ id: `opening${i + 1}`, from: room, to: 'outside', ...hole }));

export interface StecklerTest {
  ambient_K: number;
  heat_kW: number;
  width_m: number;
  high_m: number;
  sill_m: number;
  base_m: number;
  place: 'centre' | 'wall' | 'corner';
}

/** Steckler room: 12.7 mm ceramic-fibre board (k in the middle of 0.09..0.2), calcium silicate floor. */
export function stecklerRoom(test: StecklerTest): Layout {
  const { sill_m } = test;
  return {
    inside_K: test.ambient_K,
    materials: { fibre: lining(0.15, 200, 1000, 0.0127), silicate: lining(0.12, 720, 1250, 0.0127, 0.83) },
    fuels: { gas: gas(0.2) },
    rooms: [
      { id: 'room', width_m: 2.8, depth_m: 2.8, height_m: 2.13, ceiling: 'fibre', walls: 'fibre', floor: 'silicate' },
    ],
    vents: [door('opening', 'room', 'outside', test.width_m, sill_m + test.high_m, sill_m)],
    fires: [
      {
        id: 'burner',
        room: 'room',
        base_m: test.base_m,
        area_m2: 0.0707,
        fuel: 'gas',
        place: test.place,
        curve: [[0, test.heat_kW]],
      },
    ],
  };
}

export interface NbsTest {
  ambient_K: number;
  curve: [number, number][];
  radiative_frac: number;
  exitShut: boolean;
  targetRoom: boolean;
}

/** NBS multi-room: MV100A (exit open), MV100O (exit shut but for a 10 mm gap at the top), MV100Z (with the target room). */
export function nbsRooms(test: NbsTest): Layout {
  const marinite = { ceiling: 'marinite', walls: 'marinite', floor: 'gypsum' };
  const gypsum = { ceiling: 'gypsum', walls: 'gypsum', floor: 'concrete' };
  const rooms: RoomLayout[] = [
    {
      id: 'fire_room',
      width_m: 2.34,
      depth_m: 2.34,
      height_m: 2.16,
      ceiling: 'ceramic',
      walls: 'ceramic',
      floor: 'firebrick',
    },
    { id: 'entry', width_m: 1.03, depth_m: 1.02, height_m: 2, ...marinite },
    { id: 'corridor', width_m: 12.19, depth_m: 2.44, height_m: 2.44, ...marinite },
  ];
  const vents = [
    door('d1', 'fire_room', 'entry', 0.81, 1.6),
    door('d2', 'entry', 'corridor', 0.81, 1.6),
    test.exitShut
      ? door('gap', 'corridor', 'outside', 0.76, 2.44, 2.43)
      : door('exit', 'corridor', 'outside', 0.76, 2.03),
  ];
  if (test.targetRoom) {
    rooms.push({ id: 'target_entry', width_m: 0.94, depth_m: 0.79, height_m: 2.04, ...gypsum });
    rooms.push({ id: 'target_room', width_m: 2.22, depth_m: 2.24, height_m: 2.43, ...gypsum });
    vents.push(
      door('d4', 'corridor', 'target_entry', 0.79, 2.04),
      door('d5', 'target_entry', 'target_room', 0.79, 2.04),
    );
  }
  return {
    inside_K: test.ambient_K,
    humidity_frac: 0.45,
    materials: {
      ceramic: lining(0.09, 128, 1040, 0.05, 0.97),
      firebrick: lining(0.36, 750, 1040, 0.113, 0.8),
      marinite: lining(0.12, 720, 1250, 0.0127, 0.83),
    },
    fuels: { gas: gas(test.radiative_frac, { soot_kgpkg: 0.005, co_kgpkg: 0.0029 }) },
    rooms,
    vents,
    fires: [
      { id: 'burner', room: 'fire_room', base_m: 0, area_m2: 0.1156, fuel: 'gas', place: 'wall', curve: test.curve },
    ],
  };
}

/** NIST/NRC hall, tests 1 to 3: slit under the ceiling or a 2 x 2 m door. */
export function nistNrcRoom(
  ambient_K: number,
  curve: [number, number][],
  openings: Hole[],
  radiative_frac: number,
): Layout {
  return {
    inside_K: ambient_K,
    materials: { marinite: lining(0.12, 737, 1250, 0.0254, 0.8), plaster: lining(0.16, 790, 900, 0.0254) },
    fuels: { spray: gas(radiative_frac, { soot_kgpkg: 0.0149, co_kgpkg: 0.006, heat_kJpkg: 45_000 }, 'heptane') },
    rooms: [
      {
        id: 'room',
        width_m: 21.7,
        depth_m: 7.04,
        height_m: 3.82,
        ceiling: 'marinite',
        walls: 'marinite',
        floor: 'plaster',
      },
    ],
    vents: holes('room', openings),
    fires: [{ id: 'spray', room: 'room', base_m: 0, area_m2: 0.785, fuel: 'spray', curve }],
  };
}

/** ATF: corridor, stairwell, corridor a storey higher with an open end. */
export function atfStair(curve: [number, number][]): Layout {
  const gypsum = { ceiling: 'board', walls: 'board', floor: 'concrete' };
  return {
    inside_K: 293.15,
    materials: { board: lining(0.13, 930, 1090, 0.017) },
    fuels: { gas: gas(0.2, { soot_kgpkg: 0.01, co_kgpkg: 0.0047 }) },
    rooms: [
      { id: 'lower_corridor', width_m: 17, depth_m: 1.8, height_m: 2.5, ...gypsum },
      { id: 'stair', width_m: 2.6, depth_m: 3.2, height_m: 5, ...gypsum },
      { id: 'upper_corridor', width_m: 17, depth_m: 1.8, height_m: 2.5, floor_m: 2.5, ...gypsum },
    ],
    vents: [
      door('d1', 'lower_corridor', 'stair', 2.6, 2.5),
      door('d2', 'upper_corridor', 'stair', 2.6, 2.5),
      door('end', 'upper_corridor', 'outside', 1.8, 2),
    ],
    fires: [
      {
        id: 'burner',
        room: 'lower_corridor',
        base_m: 0.37,
        area_m2: 0.2025,
        fuel: 'gas',
        curve,
      },
    ],
  };
}

/** VTT hall with a pitched roof from 12 m. */
export function vttHall(
  ambient_K: number,
  curve: [number, number][],
  openings: Hole[],
  radiative_frac: number,
): Layout {
  return {
    inside_K: ambient_K,
    materials: { sheet: lining(54, 7850, 425, 0.001, 0.95), slab: lining(2, 2300, 900, 0.15, 0.95) },
    fuels: { pool: gas(radiative_frac, { soot_kgpkg: 0.015, co_kgpkg: 0.0067 }, 'heptane') },
    rooms: [
      {
        id: 'hall',
        width_m: 13.8,
        depth_m: 27,
        height_m: 19,
        ceiling: 'sheet',
        walls: 'sheet',
        floor: 'slab',
        profile_m: [
          [0, 372.6],
          [12, 372.6],
          [17.1, 51.3],
          [19, 51.3],
        ],
      },
    ],
    vents: holes('hall', openings),
    fires: [{ id: 'pool', room: 'hall', base_m: 0, area_m2: 1.08, fuel: 'pool', curve }],
  };
}

/** NBS furniture room with a window. */
export function furnitureRoom(
  curve: [number, number][],
  size_m: [depth: number, width: number, height: number],
  opening: Hole,
  radiative_frac: number,
): Layout {
  const foam: Fuel = {
    ...(FUELS.polyurethane as Fuel),
    heat_kJpkg: 18_100,
    radiative_frac,
    soot_kgpkg: 0.2,
    co_kgpkg: 0.075,
  };
  return {
    inside_K: 300.15,
    materials: { board: lining(0.16, 790, 900, 0.016) },
    fuels: { foam },
    rooms: [
      {
        id: 'room',
        width_m: size_m[1],
        depth_m: size_m[0],
        height_m: size_m[2],
        ceiling: 'board',
        walls: 'board',
        floor: 'concrete',
      },
    ],
    vents: holes('room', [opening]),
    fires: [{ id: 'chair', room: 'room', base_m: 0, area_m2: 1.12, fuel: 'foam', curve }],
  };
}

/** Manufactured home of the NIST smoke alarm tests; doors of bath and bedroom 3 shut but for 25 mm. */
export function alarmHome(ambient_K: number, fire: Pick<FireLayout, 'room' | 'curve'>): Layout {
  const room = (id: string, width_m: number, depth_m: number): RoomLayout => ({
    id,
    width_m,
    depth_m,
    height_m: 2.4,
    ceiling: 'board',
    walls: 'board',
    floor: 'wood',
  });
  return {
    inside_K: ambient_K,
    materials: { board: lining(0.48, 1440, 840, 0.012) },
    fuels: {
      foam: { ...(FUELS.wood as Fuel), heat_kJpkg: 16_090, radiative_frac: 0.35, soot_kgpkg: 0.135, co_kgpkg: 0.0506 },
    },
    rooms: [
      room('bedroom2', 3.38, 3.96),
      room('bath', 2.16, 2.13),
      room('kitchen', 2.16, 1.83),
      room('living', 7.26, 3.96),
      room('bedroom3', 2.34, 3.05),
      room('closet3', 1.68, 1.47),
      room('hallway', 4.02, 0.81),
      room('bedroom1', 2.59, 3.96),
      room('closet1', 1.68, 1.47),
    ],
    vents: [
      door('v1', 'bedroom2', 'kitchen', 0.61, 1.98),
      door('v2', 'bath', 'kitchen', 0.61, 0.0254),
      door('v3', 'bath', 'outside', 0.6, 1.1, 1),
      door('v4', 'kitchen', 'living', 1.83, 2.4),
      door('v5', 'living', 'hallway', 0.61, 1.98),
      door('v6', 'hallway', 'bedroom1', 0.61, 1.98),
      door('v7', 'bedroom1', 'closet1', 0.61, 1.98),
      door('v8', 'bedroom3', 'closet3', 0.61, 1.98),
      door('v9', 'bedroom3', 'hallway', 0.61, 0.0254),
    ],
    fires: [{ id: 'item', base_m: 0.3, area_m2: 0.36, fuel: 'foam', ...fire }],
  };
}
