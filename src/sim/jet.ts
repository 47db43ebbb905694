/** Where a jet lands, and what its agent does to what burns there. */
import { shock, waterOnAppliance } from './appliance.ts';
import { agentOnBike } from './e-bike.ts';
import { fireBase, nearestFire } from './fire.ts';
import { actedOn, bookOf, type Fuel, isFuel } from './fire-book.ts';
import { type Footprint, share } from './fire-cells.ts';
import * as M from './materials.ts';
import { jetIntoOil, mouth_m2, waterOnOil } from './oil.ts';
import { fuelRow } from './solid.ts';
import { tellOnce } from './tell.ts';
import type { Appliance, EBike, Extinguisher, OilPan, SolidFuel } from './things.ts';
import { along, clamp, copy, distance, dot, forward, rayBox, sub } from './vec.ts';
import type { Fact, Vec3, World } from './world.ts';

/** Share of the agent that arrives at a distance: 0.6 in the middle of the throw, none beyond it, little too near (models.md 2). */
export function arrives_frac(distance_m: number, range_m: number): number {
  const far = range_m * 1.15;
  const gone = range_m * 1.7;
  if (distance_m >= gone) return 0;
  if (distance_m > far) return (M.TRANSFER_frac * (gone - distance_m)) / (gone - far);
  if (distance_m >= 1.8) return M.TRANSFER_frac;
  return M.TRANSFER_frac * clamp((distance_m - 0.6) / 1.2, 0.1, 1);
}

const from: Vec3 = [0, 0, 0];
const dir: Vec3 = [0, 0, 0];
const to: Vec3 = [0, 0, 0];
const near: Vec3 = [0, 0, 0];
const spot: Vec3 = [0, 0, 0];

/** Angle between the jet and the line to a fire's base, in radians. */
export function aimError_rad(bottle: Extinguisher, fuel: Fuel): number {
  copy(from, bottle.nozzle.position_m);
  forward(dir, bottle.nozzle.orientation_quat);
  sub(to, fireBase(fuel, to), from);
  const size_m = Math.hypot(to[0], to[1], to[2]);
  return size_m < 1e-6 ? 0 : Math.acos(clamp(dot(dir, to) / size_m, -1, 1));
}

/** Distance by which the jet's line passes a point. */
function miss_m(point: Readonly<Vec3>): number {
  sub(to, point, from);
  const t = Math.max(0, dot(to, dir));
  along(near, from, dir, t);
  return distance(near, point);
}

const print: Footprint = { fromU_m: 0, fromV_m: 0, toU_m: 0, toV_m: 0 };
/** The part of a solid's grid the jet crosses: its way through the box, or where it meets the grid's plane. */
function footprintOn(fuel: SolidFuel): Footprint | null {
  const { pose, half_m } = fuel;
  const vertical = fuelRow(fuel).vertical;
  const hit = rayBox(from, dir, pose.position_m, half_m);
  const axis = vertical ? 2 : 1;
  const plane_m = vertical ? pose.position_m[2] : pose.position_m[1] - half_m[1];
  let start = (plane_m - from[axis]) / (dir[axis] || 1e-9);
  let end = start;
  if (hit) [start, end] = hit;
  else if (start <= 0 || start > 9) return null;
  const other = vertical ? 1 : 2;
  print.fromU_m = from[0] + dir[0] * start - pose.position_m[0];
  print.fromV_m = from[other] + dir[other] * start - pose.position_m[other];
  print.toU_m = from[0] + dir[0] * end - pose.position_m[0];
  print.toV_m = from[other] + dir[other] * end - pose.position_m[other];
  return print;
}

const CRUSTS_frac = 0.5; // share of landed powder that sticks to hot card and paper [D]
function onSolid(world: World, bottle: Extinguisher, fuel: SolidFuel, kg: number): void {
  const where = footprintOn(fuel);
  if (!where) return;
  const book = bookOf(world, fuel);
  const faces_1 = Math.max(1, fuelRow(fuel).exposed_1 / M.SERVES_1[bottle.agent]);
  const landed = share(fuel.cells, fuel.columns, fuel.cell_m, where, kg, (i, raw_kgpm2) => {
    const added = raw_kgpm2 / faces_1;
    const cell = fuel.cells[i]!;
    if (bottle.agent === 'co2') book.cellCo2_kgpm2[i]! += added;
    else if (bottle.agent === 'abc-powder') {
      book.cellPowder_kgpm2[i]! += added;
      cell.agent_kgpm2 = Math.min(0.5, cell.agent_kgpm2 + CRUSTS_frac * added);
    } else cell.water_kgpm2 = Math.min(2, cell.water_kgpm2 + added);
  });
  if (landed > 0.02) actedOn(world, fuel, bottle.agent);
}

const PAN_rim_1 = 2; // a jet that meets the rim folds over the mouth: it catches twice its plain share [D]
function caught_frac(wide_m: number, off_m: number): number {
  const plain = 1 - Math.exp(-(wide_m * wide_m) / (4 * M.FOOTPRINT_m ** 2));
  return Math.min(1, PAN_rim_1 * plain) * Math.exp(-((off_m / M.FOOTPRINT_m) ** 2));
}

function onPan(world: World, facts: Fact[], bottle: Extinguisher, pan: OilPan, kg: number, away_m: number): void {
  const caught_kg = kg * caught_frac(pan.diameter_m, miss_m(fireBase(pan, spot)));
  if (caught_kg <= 0) return;
  const open = 1 - pan.covered_frac;
  const book = bookOf(world, pan);
  const on_kgpm2 = (caught_kg * open) / mouth_m2(pan);
  const aimed = aimError_rad(bottle, pan) < 0.12;
  if (bottle.agent === 'abc-powder') book.powder_kgpm2 += on_kgpm2;
  if (bottle.agent === 'co2') book.co2_kgpm2 += on_kgpm2;
  if (bottle.agent === 'wet-chemical') {
    book.foam_kgpm2 += on_kgpm2;
    const heat_kJpK = pan.oil_kg * M.OIL_cp_kJpkgK + M.PAN_heat_kJpK;
    if (pan.oil_K > 373)
      pan.oil_K = Math.max(373, pan.oil_K - (0.3 * caught_kg * open * M.WATER_vapour_kJpkg) / heat_kJpK);
  }
  if (bottle.agent === 'water-based') waterOnOil(world, facts, pan, caught_kg * open, bottle.id);
  if (aimed && away_m < M.SPLASH_distance_m && bottle.agent !== 'wet-chemical')
    jetIntoOil(world, facts, pan, bottle.id);
  if (aimed) actedOn(world, pan, bottle.agent);
}

function onAppliance(world: World, facts: Fact[], bottle: Extinguisher, it: Appliance, kg: number): void {
  const off_m = miss_m(it.pose.position_m);
  const caught_kg = kg * caught_frac(0.4, off_m);
  if (caught_kg <= 1e-9 || off_m > 0.8) return;
  const book = bookOf(world, it);
  const face_m2 = 4 * it.half_m[0] * Math.max(it.half_m[1], it.half_m[2]);
  if (bottle.agent === 'abc-powder') {
    book.powder_kgpm2 += caught_kg / face_m2;
    it.cell.agent_kgpm2 = Math.min(0.5, it.cell.agent_kgpm2 + (CRUSTS_frac * caught_kg) / face_m2);
  } else if (bottle.agent === 'co2') book.co2_kgpm2 += caught_kg / face_m2;
  else {
    waterOnAppliance(world, facts, it, caught_kg);
    if (it.live && it.cell.water_kgpm2 > 0.05) shock(world, facts, it, 'water');
  }
  if (it.burning) actedOn(world, it, bottle.agent);
}

function onBike(world: World, bottle: Extinguisher, bike: EBike, kg: number): void {
  const caught_kg = kg * caught_frac(2 * bike.half_m[0], miss_m(bike.pose.position_m));
  if (caught_kg > 1e-9) agentOnBike(world, bike, bottle.agent, caught_kg);
}

/** Wind in the face: the jet turns round. @returns share that still goes forward. */
function againstWind_frac(world: World, facts: Fact[], bottle: Extinguisher): number {
  const wind = world.room.draught_mps;
  const head_on_mps = -(wind[0] * dir[0] + wind[1] * dir[1] + wind[2] * dir[2]);
  if (head_on_mps < M.BLOWBACK_mps) return 1;
  tellOnce(world, facts, 3, 'blown-back', bottle.id);
  return clamp(1 - (head_on_mps - M.BLOWBACK_mps) / 3 - 0.5, 0, 1);
}

/** Lets the kilograms of one tick fall on whatever stands in the jet. */
export function landJet(world: World, facts: Fact[], bottle: Extinguisher, kg: number, step_s: number): void {
  copy(from, bottle.nozzle.position_m);
  forward(dir, bottle.nozzle.orientation_quat);
  const forward_kg = kg * againstWind_frac(world, facts, bottle);
  const nearest = nearestFire(world, from);
  if (nearest) {
    const away_m = distance(from, fireBase(nearest, to));
    if (away_m < M.TOO_CLOSE_m) tellOnce(world, facts, 5, 'too-close', bottle.id, undefined, { distance_m: away_m });
  }
  if (step_s <= 0) return;
  for (const id in world.things) {
    const fuel = world.things[id]!;
    if (!isFuel(fuel) && fuel.kind !== 'e-bike') continue;
    copy(from, bottle.nozzle.position_m);
    forward(dir, bottle.nozzle.orientation_quat);
    const away_m = distance(from, fireBase(fuel, spot));
    const reaches_kg = forward_kg * arrives_frac(away_m, bottle.range_m);
    if (reaches_kg <= 0) continue;
    if (fuel.kind === 'oil-pan') onPan(world, facts, bottle, fuel, reaches_kg, away_m);
    else if (fuel.kind === 'solid-fuel') onSolid(world, bottle, fuel, reaches_kg);
    else if (fuel.kind === 'e-bike') onBike(world, bottle, fuel, reaches_kg);
    else onAppliance(world, facts, bottle, fuel, reaches_kg);
  }
}
