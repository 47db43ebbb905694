/** Flames, plumes, pools and design fires against their published tables. */
import { AMBIENT_K, OIL_flux_kgpm2s, OIL_heat_kJpkg } from '../../sim/materials.ts';
import { openPan_kW } from '../../sim/oil.ts';
import { centrelineRise_K, centrelineSpeed_mps, flameOverDiameter } from '../../sim/plume.ts';
import { poolFlux_kgpm2s, tSquared_kW } from '../../sim/test-fire.ts';
import { E_BIKE, LMO_PACK, NMC_PACK, type PackKind } from '../../sim/zone/pack.ts';
import type { Comparer, Verdict } from './comparer.ts';
import { burnFreely, burnPack } from './free-burn.ts';
import { absolute, judge, percent, relative, short, verdict } from './judge.ts';
import { biasAndSigma, numberIn, numberOrNull, type Table } from './table.ts';

const ITEM_frac = 0.4; // the file's own: "screening values, +-40 %"
const GROWTH: Record<string, number> = { slow: 600, medium: 300, fast: 150, ultrafast: 75 };

const PACKS: [name: RegExp, kind: PackKind][] = [
  [/pack LMO/, LMO_PACK],
  [/pack NMC/, NMC_PACK],
  [/whole e-bike/, E_BIKE],
];

function hrr(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const fire = row.fire ?? '';
    const alpha = numberOrNull(row, 'alpha_kW_s2');
    const to1055_s = numberOrNull(row, 't_1055kW_s');
    const peak_kW = numberOrNull(row, 'peak_kW');
    const total_MJ = numberOrNull(row, 'total_MJ');
    const pack = PACKS.find(([name]) => name.test(fire))?.[1];
    if (/t2/.test(fire) && alpha !== null && to1055_s !== null)
      relative(j, fire, tSquared_kW(alpha, to1055_s), 1055, 0.02);
    else if (pack) {
      const free = burnPack(pack);
      if (peak_kW !== null) relative(j, `${fire}, peak kW`, free.peak_kW, peak_kW, ITEM_frac);
      if (total_MJ !== null) relative(j, `${fire}, MJ`, free.total_MJ, total_MJ, ITEM_frac);
      if (to1055_s !== null) relative(j, `${fire}, s to 1055 kW`, free.to1055_s, to1055_s, ITEM_frac);
    } else if (/waste.?(paper)?.?basket/i.test(fire)) {
      const free = burnFreely('paper-basket');
      if (peak_kW !== null) relative(j, `${fire}, peak kW`, free.peak_kW, peak_kW, ITEM_frac);
      if (total_MJ !== null) relative(j, `${fire}, MJ`, free.total_MJ, total_MJ, ITEM_frac);
      const grows_s = GROWTH[row.alpha_kW_s2 ?? ''];
      if (grows_s !== undefined) relative(j, `${fire}, growth`, free.to1055_s, grows_s, ITEM_frac);
    } else if (/wok|oil pan/i.test(fire) && peak_kW !== null) {
      const sizes = /0\.\d+\s*-\s*0\.\d+/.exec(fire)?.[0].split('-').map(Number) ?? [0.28];
      const middle_m = sizes.reduce((a, b) => a + b, 0) / sizes.length;
      relative(j, `${fire}, peak kW`, openPan_kW(middle_m), peak_kW, ITEM_frac);
    } else j.unmodelled.push(fire);
  }
  return verdict(j, 't2 2 %, items 40 %');
}

function flames(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const q = numberIn(table, row, 'Qstar');
    relative(j, `Q* ${q}`, flameOverDiameter(q), numberIn(table, row, 'L_over_D'), 0.05);
  }
  return verdict(j, '5 %');
}

function plume(table: Table): Verdict {
  const j = judge();
  const rises: number[] = [];
  for (const row of table.rows) {
    const q_kW = numberIn(table, row, 'Q_kW');
    const z_m = numberIn(table, row, 'z_m');
    if (z_m <= 0.3) continue; // the file's tolerance holds above 0.3 m
    const wanted_K = numberIn(table, row, 'T_C') - (AMBIENT_K - 273);
    const rise_K = centrelineRise_K(q_kW, z_m);
    rises.push(rise_K / wanted_K);
    relative(j, `${q_kW} kW, ${z_m} m, dT`, rise_K, wanted_K, 0.1);
    relative(j, `${q_kW} kW, ${z_m} m, u`, centrelineSpeed_mps(q_kW, z_m), numberIn(table, row, 'u_m_s'), 0.1);
  }
  const { bias, sigma } = biasAndSigma(rises);
  return verdict(
    j,
    '10 % on dT and u above 0.3 m',
    `worst ${percent(Math.max(0, ...j.errors))}, dT bias ${short(bias)}, sigma ${short(sigma)}`,
  );
}

/** A pool of 1 m by Babrauskas' parameters against the flux measured; the pan of oil against our own burning flux. */
function pools(table: Table): Verdict {
  const j = judge();
  const ratios: number[] = [];
  for (const row of table.rows) {
    const fuel = row.fuel ?? '';
    const measured = numberOrNull(row, 'm_flux_1m_exp');
    const most = numberIn(table, row, 'm_inf');
    if (/cooking_oil|oil_pan/i.test(fuel)) {
      relative(j, `${fuel}, flux`, OIL_flux_kgpm2s, most, 0.25);
      relative(j, `${fuel}, heat`, OIL_heat_kJpkg / 1000, numberIn(table, row, 'dHc_MJ_kg'), 0.05);
    } else if (measured === null) j.unmodelled.push(`${fuel} (no measured flux)`);
    else ratios.push(poolFlux_kgpm2s(most, numberOrNull(row, 'k_beta'), 1) / measured);
  }
  const { bias, sigma } = biasAndSigma(ratios);
  if (ratios.length > 0) {
    absolute(j, 'bias of flux', Math.abs(bias - 1), 0.25, `bias ${short(bias)}`);
    absolute(j, 'scatter of flux', sigma, 0.35, `sigma ${short(sigma)}`);
  }
  return {
    ...verdict(
      j,
      'flux at 1 m: bias 0.75..1.25, sigma <= 0.35; oil 25 %',
      `bias ${short(bias)}, sigma ${short(sigma)}`,
    ),
    cases: ratios.length + 1,
  };
}

export const FIRES: Comparer[] = [
  { files: /^fire_hrr_curves\.csv$/, compare: hrr },
  { files: /^fire_flame_height\.csv$/, compare: flames },
  { files: /^fire_plume_mccaffrey\.csv$/, compare: plume },
  { files: /^fire_pool_burning\.csv$/, compare: pools },
];
