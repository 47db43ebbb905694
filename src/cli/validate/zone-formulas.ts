/** Compares the plume, flame, dose, sight and walking formulas with their tables, and the filling of a room with its ODE. */
import { HOTTEST_K } from '../../sim/zone/constants.ts';
import { createBuilding } from '../../sim/zone/create.ts';
import {
  gasDose_fracpmin,
  hotAirDose_fracpmin,
  purserDose_fracpmin,
  radiantDose_fracpmin,
} from '../../sim/zone/dose.ts';
import { FUELS, type Fuel } from '../../sim/zone/fuel.ts';
import type { FireLayout } from '../../sim/zone/layout.ts';
import { visibility_m } from '../../sim/zone/optics.ts';
import { centreline, flameOverDiameter_frac } from '../../sim/zone/plume.ts';
import { stepBuilding } from '../../sim/zone/step.ts';
import { walkByVisibility_mps, walkInSmoke_mps } from '../../sim/zone/walk.ts';
import type { Verdict } from './comparer.ts';
import { numberIn, type Table } from './table.ts';
import { CFAST, type Point, Tally } from './zone-verdict.ts';

const KELVIN = 273.15;

/** McCaffrey centreline above 0.3 m. */
export function plume(table: Table): Verdict {
  const rise: Point[] = [];
  const speed: Point[] = [];
  for (const row of table.rows) {
    const of = (column: string) => numberIn(table, row, column);
    if (of('z_m') <= 0.3) continue;
    const model = centreline(of('Q_kW'), of('z_m'), 20 + KELVIN);
    const where = `${row.Q_kW} kW at ${row.z_m} m`;
    rise.push({ where, error: model.rise_K / (of('T_C') - 20) - 1 });
    speed.push({ where, error: model.speed_mps / of('u_m_s') - 1 });
  }
  const tally = new Tally();
  tally.points('rise', '%', 0.1, rise, CFAST.plume);
  tally.points('speed', '%', 0.1, speed);
  return tally.verdict();
}

export function flame(table: Table): Verdict {
  const tally = new Tally();
  const list = table.rows.map((row) => ({
    where: `Q* ${row.Qstar}`,
    error: flameOverDiameter_frac(numberIn(table, row, 'Qstar')) / numberIn(table, row, 'L_over_D') - 1,
  }));
  tally.points('L/D', '%', 0.05, list);
  return tally.verdict();
}

/** Vectors are printed with four digits; half of the last one is no error. */
function against(value: number, wanted: number): number {
  if (Math.abs(value - wanted) <= 0.5 * 10 ** (Math.floor(Math.log10(Math.abs(wanted) || 1)) - 3)) return 0;
  return wanted === 0 ? value : value / wanted - 1;
}

export function doses(table: Table): Verdict {
  const tally = new Tally();
  const columns: [string, (of: (column: string) => number) => number][] = [
    ['FED_ISO13571_gas', (of) => gasDose_fracpmin(breath(of))],
    ['FED_Purser_FDS', (of) => purserDose_fracpmin(breath(of))],
    ['FED_conv_clothed', (of) => hotAirDose_fracpmin(of('T_C') + KELVIN, true)],
    ['FED_conv_light', (of) => hotAirDose_fracpmin(of('T_C') + KELVIN, false)],
    ['FED_rad_pain', (of) => radiantDose_fracpmin(of('q_kW_m2'), 'pain')],
    ['FED_rad_2ndburn', (of) => radiantDose_fracpmin(of('q_kW_m2'), 'burn')],
  ];
  for (const [column, rate] of columns) {
    const list = table.rows.map((row) => {
      const of = (name: string) => numberIn(table, row, name);
      return { where: row.case ?? '', error: against(rate(of) * of('t_min'), of(column)) };
    });
    tally.points(column, '%', 0.001, list);
  }
  return tally.verdict();
}

function breath(of: (column: string) => number) {
  return { co_ppm: of('CO_ppm'), hcn_ppm: of('HCN_ppm'), co2_pct: of('CO2_pct'), o2_pct: of('O2_pct') };
}

/** Sight and speed; the table prints two to three decimals. */
export function movement(table: Table): Verdict {
  const tally = new Tally();
  const of = (row: Record<string, string>, column: string) => numberIn(table, row, column);
  const list = (column: string, model: (k: number) => number, digit: number) =>
    tally.points(
      column,
      's',
      digit,
      table.rows.map((row) => ({ where: `K ${row.K_1_m}`, error: model(of(row, 'K_1_m')) - of(row, column) })),
    );
  list('vis_reflecting_m', (k) => visibility_m(k, false), 0.0051);
  list('vis_lit_m', (k) => visibility_m(k, true), 0.0051);
  list('v_frantzich_v0_1p2', (k) => walkInSmoke_mps(1.2, k), 0.00151);
  list('v_fridolf_v0_1p2', (k) => walkByVisibility_mps(1.2, visibility_m(k, false)), 0.0051);
  return tally.verdict();
}

const ALPHA_kWps2: Record<string, number> = { slow: 0.00293, medium: 0.01172, fast: 0.0469, ultrafast: 0.1876 };

/** The ODE knows convective heat alone, so the fire is given that share and radiates nothing. */
function fillingFire(name: string, convective_frac: number): Pick<FireLayout, 'curve' | 'growth'> {
  const steady = /_(\d+)kW/.exec(name);
  if (steady) return { curve: [[0, convective_frac * Number(steady[1])]] };
  const alpha = ALPHA_kWps2[/_(slow|medium|fast|ultrafast)(_|$)/.exec(name)?.[1] ?? ''];
  if (!alpha) throw new Error(`the case "${name}" names no fire (100kW, medium, fast ...)`);
  return { growth: { alpha_kWps2: alpha * convective_frac, peak_kW: 1e5, from_s: 0 } };
}

/** Filling with the ODE's own plume law, no heat to walls, a leak at the floor; the ODE stops at the fire's base. */
export function filling(table: Table): Verdict {
  const tally = new Tally();
  const list: Point[] = [];
  for (const name of new Set(table.rows.map((row) => row.case ?? ''))) {
    const rows = table.rows.filter((row) => row.case === name);
    const of = (column: string) => numberIn(table, rows[0]!, column);
    const [H, A, base_m] = [of('H_m'), of('A_m2'), of('z_fire_m')];
    const fuel: Fuel = { ...(FUELS.methane as Fuel), radiative_frac: 0, heat_kJpkg: 5e7, soot_kgpkg: 0, co_kgpkg: 0 };
    const building = createBuilding({
      inside_K: 293,
      humidity_frac: 0,
      plume: 'zukoski',
      fuels: { fuel },
      rooms: [{ id: 'room', width_m: A / 5, depth_m: 5, height_m: H, ceiling: 'none', walls: 'none', floor: 'none' }],
      vents: [{ id: 'leak', from: 'room', to: 'outside', sill_m: 0, soffit_m: 0.01, width_m: 100 }],
      fires: [{ id: 'fire', room: 'room', base_m, area_m2: 1, fuel: 'fuel', ...fillingFire(name, 1 - of('chi_r')) }],
    });
    let beyond = false;
    for (const row of rows) {
      const at_s = numberIn(table, row, 't_s');
      while (building.time_s < at_s - 0.01) stepBuilding(building, 0.1);
      const model = Math.max(base_m, building.rooms[0]!.layer_m);
      beyond ||= building.rooms[0]!.upper.temp_K > 0.99 * HOTTEST_K;
      const error = (model - numberIn(table, row, 'z_int_m')) / H;
      list.push({
        where: `${name} at ${at_s} s`,
        error,
        ...(beyond ? { limit: 'the ODE has heated the smoke past 2300 K' } : {}),
      });
    }
  }
  tally.points('interface over height', '%', 0.01, list);
  return tally.verdict();
}
