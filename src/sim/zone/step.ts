/** One step of smoke: fires, walls, pressures, flows, then the books are carried out layer by layer. */
import { type Book, createBook, note } from './book.ts';
import type { Building, Layer, Room } from './building.ts';
import { OUTSIDE_index } from './building.ts';
import { type Change, carryOut, createChange } from './carry.ts';
import { afterburn, burn, createSources, type Sources } from './combust.ts';
import { emitFan, emitHatch } from './hatch.ts';
import { type GasHeat, stepRoomHeat } from './heat.ts';
import { solvePressures } from './pressure.ts';
import { look } from './scene.ts';
import { emitVent, openArea_m2 } from './vent.ts';

/** Longest step taken at once; a longer one is cut into equal parts. [D] stable and within 1 % at 0.25 s */
export const LONGEST_s = 0.25;
/** A layer colder than the one below it sinks into it at this rate per second, in full once 5 K colder. [D] */
const OVERTURN_1ps = 0.2;
const OVERTURN_K = 5;

interface Desk {
  sources: Sources;
  book: Book;
  change: Change;
  source_W: Float64Array;
  gas: GasHeat;
}
const desks = new Map<number, Desk>();

/** Scratch for buildings of n rooms; emptied at every step. */
function deskFor(n: number): Desk {
  let desk = desks.get(n);
  if (!desk) {
    desk = {
      sources: createSources(n),
      book: createBook(),
      change: createChange(n),
      source_W: new Float64Array(n),
      gas: { upper_W: 0, lower_W: 0, sink_kgps: 0 },
    };
    desks.set(n, desk);
  }
  desk.sources.heat_W.fill(0);
  desk.sources.mass_kgps.fill(0);
  desk.sources.species_kgps.fill(0);
  desk.sources.flame_W.fill(0);
  desk.book.count = 0;
  return desk;
}

/**
 * Moves the building on by dt_s, in place. The same building and step give the same bits on every machine with the same
 * arithmetic. Doors are changed between calls (setVent), heat by setHeat.
 */
export function stepBuilding(building: Building, dt_s: number): void {
  if (!(dt_s > 0 && Number.isFinite(dt_s))) throw new Error(`a step must be longer than 0 s, not ${dt_s}`);
  const parts = Math.ceil(dt_s / LONGEST_s - 1e-9);
  for (let i = 0; i < parts; i++) stepOnce(building, dt_s / parts);
}

function stepOnce(building: Building, dt_s: number): void {
  const n = building.rooms.length;
  const desk = deskFor(n);
  const { sources, book } = desk;
  for (const fire of building.fires) burn(building, fire, sources, book, dt_s);
  for (let i = 0; i < n; i++) {
    const room = building.rooms[i] as Room;
    afterburn(building, room, i, sources, dt_s);
    overturn(room, i, book);
    stepRoomHeat(building, room, sources.flame_W[i] as number, skyward_m2(building, i), dt_s, desk.gas);
    note(book, 2 * i + 1, 2 * i, desk.gas.sink_kgps);
    sources.heat_W[2 * i] = (sources.heat_W[2 * i] as number) + desk.gas.lower_W;
    sources.heat_W[2 * i + 1] = (sources.heat_W[2 * i + 1] as number) + desk.gas.upper_W;
    desk.source_W[i] = (sources.heat_W[2 * i] as number) + (sources.heat_W[2 * i + 1] as number);
  }
  const scene = look(building);
  building.newton_count = solvePressures(building, scene, desk.source_W, dt_s);
  for (let i = 0; i < n; i++) (building.rooms[i] as Room).solved_Pa = scene.pressure_Pa[i] as number;
  for (const vent of building.vents) emitVent(building, scene, vent, book);
  for (const hatch of building.hatches) emitHatch(building, scene, hatch, book);
  for (const fan of building.fans) emitFan(scene, fan, book);
  carryOut(building, sources, book, desk.change, dt_s);
  building.time_s += dt_s;
}

/** Open area through which a room radiates to the dark outside. */
function skyward_m2(building: Building, index: number): number {
  let sum = 0;
  for (const vent of building.vents)
    if ((vent.from === index && vent.to === OUTSIDE_index) || (vent.to === index && vent.from === OUTSIDE_index))
      sum += openArea_m2(vent);
  for (const hatch of building.hatches)
    if (hatch.above_index === OUTSIDE_index && hatch.below_index === index) sum += hatch.area_m2 * hatch.open_frac;
  return sum;
}

/** Cold smoke over warm air does not stay: both layers trade mass until it is gone. */
function overturn(room: Room, index: number, book: Book): void {
  const colder = room.lower.temp_K - room.upper.temp_K - 0.5;
  if (colder <= 0) return;
  const rate = OVERTURN_1ps * Math.min(1, colder / OVERTURN_K) * Math.min(room.upper.mass_kg, room.lower.mass_kg);
  note(book, 2 * index, 2 * index + 1, rate);
  note(book, 2 * index + 1, 2 * index, rate);
}

/** Everything in the building that weighs: for conservation tests and the CSV. */
export function totalMass_kg(building: Building): number {
  return building.rooms.reduce((sum, room) => sum + room.upper.mass_kg + room.lower.mass_kg, 0);
}

/** One gas over the whole building. */
export function totalSpecies_kg(building: Building, index: number): number {
  const of = (layer: Layer) => layer.species_kg[index] as number;
  return building.rooms.reduce((sum, room) => sum + of(room.upper) + of(room.lower), 0);
}
