/** Smoke filling and doses against solved equations. */
import {
  clothedHeat_fracpmin,
  gasDose_fracpmin,
  lightHeat_fracpmin,
  purserDose_fracpmin,
  radiantBurn_fracpmin,
  radiantPain_fracpmin,
} from '../../sim/dose.ts';
import { zukoskiEntrainment_kgps } from '../../sim/plume.ts';
import { fillLayer } from '../../sim/smoke.ts';
import { tSquared_kW } from '../../sim/test-fire.ts';
import type { Comparer, Verdict } from './comparer.ts';
import { bench } from './free-burn.ts';
import { absolute, judge, short, verdict } from './judge.ts';
import { numberIn, type Table } from './table.ts';

const ALPHA: Record<string, number> = { slow: 0.00293, medium: 0.01172, fast: 0.0469, ultrafast: 0.1876 };
const STEP_s = 0.02;

/** Fire power of a case from its name: "…_100kW" steady, "…_medium" and the like t-squared. */
function powerOf(name: string): ((time_s: number) => number) | null {
  const steady = /(\d+(?:p\d+)?)\s*kW/i.exec(name)?.[1];
  if (steady) return () => Number(steady.replace('p', '.'));
  const word = /ultrafast|fast|medium|slow/i.exec(name)?.[0].toLowerCase();
  return word ? (time_s) => tSquared_kW(ALPHA[word]!, time_s) : null;
}

function filling(table: Table): Verdict {
  const j = judge();
  const names = [...new Set(table.rows.map((row) => row.case ?? ''))];
  let worst = 0;
  for (const name of names) {
    const rows = table.rows.filter((row) => row.case === name);
    const power = powerOf(name);
    if (!power) {
      j.unmodelled.push(`${name} (no power in its name)`);
      continue;
    }
    const number = (column: string) => numberIn(table, rows[0]!, column);
    const height_m = number('H_m');
    const fireAt_m = number('z_fire_m');
    const world = bench({}, Math.sqrt(number('A_m2')), height_m);
    let time_s = 0;
    for (const row of rows) {
      for (; time_s < numberIn(table, row, 't_s') - STEP_s / 2; time_s += STEP_s) {
        const convective_kW = power(time_s + STEP_s / 2) * (1 - number('chi_r'));
        const entrained_kgps = zukoskiEntrainment_kgps(convective_kW, world.smoke.layerHeight_m - fireAt_m);
        const feed = { convective_kW, entrained_kgps, soot_kgps: 0, co_kgps: 0, oxygen_kgps: 0 };
        fillLayer(world, feed, STEP_s, 0, fireAt_m);
      }
      const wanted_m = numberIn(table, row, 'z_int_m');
      const error = Math.abs(world.smoke.layerHeight_m - wanted_m) / height_m;
      worst = Math.max(worst, error);
      const detail = `computed ${short(world.smoke.layerHeight_m)} m, table ${short(wanted_m)} m`;
      absolute(j, `${name} at ${row.t_s} s`, error, 0.01, detail);
    }
  }
  return verdict(j, '1 % of the room height', `worst ${short(100 * worst)} % of the height`);
}

const FED: [column: string, (row: (column: string) => number) => number][] = [
  ['FED_ISO13571_gas', (r) => gasDose_fracpmin(r('CO_ppm'), r('HCN_ppm'), r('CO2_pct'))],
  ['FED_Purser_FDS', (r) => purserDose_fracpmin(r('CO_ppm'), r('HCN_ppm'), r('CO2_pct'), r('O2_pct'))],
  ['FED_conv_clothed', (r) => clothedHeat_fracpmin(r('T_C'))],
  ['FED_conv_light', (r) => lightHeat_fracpmin(r('T_C'))],
  ['FED_rad_pain', (r) => radiantPain_fracpmin(r('q_kW_m2'))],
  ['FED_rad_2ndburn', (r) => radiantBurn_fracpmin(r('q_kW_m2'))],
];

function doses(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows)
    for (const [column, rate_fracpmin] of FED) {
      if (!table.columns.includes(column)) continue;
      const value = (name: string) => numberIn(table, row, name);
      const wanted = value(column);
      const computed = rate_fracpmin(value) * value('t_min');
      // the table prints four figures: half of its last one is no error of ours
      const printed = wanted === 0 ? 5e-5 : 0.0005 * 10 ** Math.floor(Math.log10(Math.abs(wanted)));
      const error = Math.max(0, Math.abs(computed - wanted) - printed);
      absolute(
        j,
        `${row.case} ${column}`,
        wanted === 0 ? error : error / wanted,
        0.001,
        `computed ${short(computed)}, table ${wanted}`,
      );
    }
  return verdict(j, '0.1 %');
}

export const AIR: Comparer[] = [
  { files: /^fire_filling_reference\.csv$/, compare: filling },
  { files: /^fire_fed_vectors\.csv$/, compare: doses },
];
