/** Compares whole runs of the zone model with closed forms: sealed boxes, fans and cracks, products of burning, doses. */
import type { Building } from '../../sim/zone/building.ts';
import { createBuilding } from '../../sim/zone/create.ts';
import { sprayed_kW } from '../../sim/zone/detect.ts';
import { gasDose_fracpmin, hotAirDose_fracpmin } from '../../sim/zone/dose.ts';
import { FUELS, type Fuel } from '../../sim/zone/fuel.ts';
import type { Layout, RoomLayout } from '../../sim/zone/layout.ts';
import { radiantFlux_kWpm2 } from '../../sim/zone/plume.ts';
import { SPECIES, type SpeciesName } from '../../sim/zone/species.ts';
import { stepBuilding, totalSpecies_kg } from '../../sim/zone/step.ts';
import type { Verdict } from './comparer.ts';
import type { Table } from './table.ts';
import { type Point, Tally } from './zone-verdict.ts';

type Case = Record<string, unknown>;
type Numbers = Record<string, number>;
const bare = { ceiling: 'none', walls: 'none', floor: 'none' };

function box(id: string, size_m: number, more: Partial<RoomLayout> = {}): RoomLayout {
  return { id, width_m: size_m, depth_m: size_m, height_m: size_m, ...bare, ...more };
}

function run(layout: Layout, for_s: number, step_s = 0.25): Building {
  const building = createBuilding(layout);
  for (let i = 0; i < Math.round(for_s / step_s); i++) stepBuilding(building, step_s);
  return building;
}

/** Pressure and mean temperature of a sealed box with a steady fire. */
function sealedBox(of: Case, list: Point[]): void {
  const [w, d, h] = of.room_m as [number, number, number];
  const building = createBuilding({
    humidity_frac: 0,
    inside_K: (of.T0_C as number) + 273.15,
    rooms: [{ id: 'box', width_m: w, depth_m: d, height_m: h, ...bare, sealed: true, mixed: Boolean(of.one_zone) }],
    fires: [{ id: 'fire', room: 'box', base_m: 0, area_m2: 0.5, fuel: 'methane', curve: [[0, of.Q_kW as number]] }],
  });
  const room = building.rooms[0]!;
  const [p, T] = [of.P_rise_Pa as Numbers, of.T_C as Numbers];
  for (const at of Object.keys(p).sort((a, b) => Number(a) - Number(b))) {
    while (building.time_s < Number(at) - 0.1) stepBuilding(building, 0.25);
    const short = building.fires[0]!.leanest_frac < 0.999 ? 'the fire has used up its air' : undefined;
    relative(list, `sealed box pressure at ${at} s`, room.pressure_Pa, p[at]!, short);
    relative(list, `sealed box temperature at ${at} s`, room.upper.temp_K, T[at]! + 273.15, short);
  }
}

function relative(list: Point[], where: string, found: number, wanted: number, limit?: string): void {
  list.push({ where, error: found / wanted - 1, ...(limit ? { limit } : {}) });
}

/** Gas in a sealed steel box brought to the temperature of the air behind its walls. */
function sealedHeating(of: Numbers, list: Point[]): void {
  const building = createBuilding({
    inside_K: of.T0_C! + 273.15,
    rooms: [box('box', 5, { ceiling: 'steel', walls: 'steel', floor: 'steel', sealed: true })],
  });
  for (const one of building.rooms[0]!.slabs) one.slab.back_K = of.T1_C! + 273.15;
  for (let i = 0; i < 40_000; i++) stepBuilding(building, 0.25);
  relative(list, 'sealed heating pressure', building.rooms[0]!.pressure_Pa, of.P_rise_Pa!);
}

function fans(door: Numbers, leak: Numbers, chain: Numbers, list: Point[]): void {
  const hole = (id: string, from: string, to: string, sill_m: number, soffit_m: number, width_m: number) => ({
    id,
    from,
    to,
    sill_m,
    soffit_m,
    width_m,
  });
  const side = Math.sqrt(door.leak_m2!);
  const pressed = run(
    {
      rooms: [{ id: 'a', width_m: 5, depth_m: 5, height_m: 3, ...bare }],
      vents: [hole('hole', 'a', 'outside', 1.5 - side / 2, 1.5 + side / 2, side)],
      fans: [{ id: 'fan', from: 'outside', to: 'a', flow_m3ps: door.V_in_m3_s!, height_m: 1.5 }],
    },
    8000,
  );
  relative(list, 'fan against a hole, pressure', pressed.rooms[0]!.pressure_Pa, door.P_rise_Pa!);
  const leaking = run(
    {
      rooms: [box('a', 1)],
      vents: [hole('crack', 'a', 'outside', 0, 0.01, 1)],
      fans: [{ id: 'fan', from: 'outside', to: 'a', flow_m3ps: 0.01, height_m: 0.5 }],
    },
    600,
  );
  relative(list, 'leak flow', leaking.vents[0]!.out_kgps, leak.mdot_kg_s!);
  relative(list, 'leak pressure', leaking.rooms[0]!.pressure_Pa, leak.P_floor_Pa!);
  const flat = run(
    {
      rooms: [box('a', 5), box('b', 5, { floor_m: 5 }), box('c', 5, { floor_m: 10 })],
      hatches: [
        { id: 'h1', below: 'a', above: 'b', area_m2: 0.25 },
        { id: 'h2', below: 'b', above: 'c', area_m2: 0.25 },
      ],
      vents: [hole('out', 'c', 'outside', 2, 2.5, 0.5)],
      fans: [{ id: 'fan', from: 'outside', to: 'a', flow_m3ps: chain.V_m3_s!, height_m: 0.5 }],
    },
    900,
  );
  relative(list, 'chain of vents, last flow', flat.vents[0]!.out_kgps, chain.mdot_kg_s!);
}

/** Products of a 5 kW fire of 100 s in a sealed box. */
function products(name: string, of: Case, fuel: Fuel, list: Point[]): void {
  const building = createBuilding({
    humidity_frac: 0,
    fuels: { fuel },
    rooms: [box('box', 5, { sealed: true })],
    fires: [{ id: 'fire', room: 'box', base_m: 0, area_m2: 0.2, fuel: 'fuel', curve: [[0, 5]] }],
  });
  const start = SPECIES.map((_, i) => totalSpecies_kg(building, i));
  for (let i = 0; i < 400; i++) stepBuilding(building, 0.25);
  for (const [key, wanted] of Object.entries(of)) {
    const species = (key === 'O2_consumed_kg' ? 'o2' : key.replace(/_kg$/, '').toLowerCase()) as SpeciesName;
    const i = SPECIES.indexOf(species);
    if (i < 0 || species === 'fuel' || typeof wanted !== 'number') continue;
    relative(list, `${name} ${key}`, Math.abs(totalSpecies_kg(building, i) - start[i]!), wanted);
  }
}

export function analytic(table: Table): Verdict {
  const all = table.json as Record<string, Case>;
  const tally = new Tally();
  const boxes: Point[] = [];
  const flows: Point[] = [];
  const burned: Point[] = [];
  const formulas: Point[] = [];
  if (all.sealed_adiabatic_box) sealedBox(all.sealed_adiabatic_box, boxes);
  if (all.sealed_heating) sealedHeating(all.sealed_heating as Numbers, boxes);
  const mech = all.door_flow?.mech_vent_case as Numbers | undefined;
  if (mech && all.leakage && all.vent_chain) fans(mech, all.leakage as Numbers, all.vent_chain as Numbers, flows);
  if (all.species_methane_5kW_100s)
    products(
      'methane',
      all.species_methane_5kW_100s,
      { ...(FUELS.methane as Fuel), soot_kgpkg: 0, co_kgpkg: 0 },
      burned,
    );
  const mixed = all.species_C12H9O3N2Cl_5kW_100s;
  if (mixed) {
    const y = mixed.yields as Numbers;
    const fuel: Fuel = {
      carbon_count: 12,
      hydrogen_count: 9,
      oxygen_count: 3,
      nitrogen_count: 2,
      chlorine_count: 1,
      heat_kJpkg: 10_000,
      radiative_frac: 0.35,
      soot_kgpkg: y.soot!,
      co_kgpkg: y.CO!,
      hcn_kgpkg: y.HCN!,
    };
    products('C12H9O3N2Cl', mixed, fuel, burned);
  }
  const target = all.target_point_source;
  for (const [R, q] of Object.entries((target?.q_kW_m2_at_R_m ?? {}) as Numbers))
    relative(formulas, `heat flux at ${R} m`, radiantFlux_kWpm2(target!.chi_r_Q_kW as number, Number(R)), q);
  const gas = all.fed_gas_1s as Numbers | undefined;
  if (gas)
    relative(
      formulas,
      'gas dose of 1 s',
      gasDose_fracpmin({ co_ppm: gas.CO_ppm!, co2_pct: gas.CO2_pct!, hcn_ppm: 0, o2_pct: 20.9 }) / 60,
      gas.dFED!,
    );
  const heat = all.fed_heat_1s as Numbers | undefined;
  if (heat) relative(formulas, 'heat dose of 1 s', hotAirDose_fracpmin(heat.T_C! + 273.15, true) / 60, heat.dFED!);
  if (all.sprinkler_suppression)
    relative(
      formulas,
      'spray of 0.1 mm/s after 60 s',
      sprayed_kW(100, 60, 0.1),
      100 * Math.exp(-60 / (3 * 0.1 ** -1.8)),
    );
  tally.points('sealed box', '%', 0.02, boxes);
  tally.points('fans and cracks', '%', 0.02, flows);
  tally.points('products of burning', '%', 0.02, burned);
  tally.points('formulas', '%', 0.02, formulas);
  return tally.verdict();
}
