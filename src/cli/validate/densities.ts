/** How much agent the model needs, found by trying, against the ranges of the literature. */
import { putCover } from '../../sim/cover.ts';
import { kindle } from '../../sim/kindle.ts';
import { CUP_BURNER, OIL_AIT_K } from '../../sim/materials.ts';
import { stepPan } from '../../sim/oil.ts';
import { stepSolid } from '../../sim/solid.ts';
import { panArea_m2 } from '../../sim/test-fire.ts';
import type { Cover, OilPan, SolidFuel } from '../../sim/things.ts';
import { TICK_s } from '../../sim/world.ts';
import type { Comparer, Verdict } from './comparer.ts';
import { bench } from './free-burn.ts';
import { holds, judge, short, verdict } from './judge.ts';
import { expertPutsOut } from './operator.ts';
import type { Table } from './table.ts';

/** Applies water evenly to burning wood. @returns kg/m2 spent until it is out, null when it burns on for five minutes. */
function waterUntilOut_kgpm2(flux_kgpm2s: number): number | null {
  const cells: [number, number] = [3, 3];
  const half_m: [number, number, number] = [0.15, 0.17, 0.15];
  const world = bench({
    wood: { kind: 'solid-fuel', at_m: [0, 0.17, 0], half_m, cells, cell_m: 0.1, fuel: 'carton-stack' },
  });
  const wood = world.things.wood as SolidFuel;
  kindle(world, 'wood', 0);
  for (let s = 0; s < 120 / TICK_s; s++, world.tick++) stepSolid(world, [], wood, 1, TICK_s);
  for (const cell of wood.cells) cell.left_frac = 1;
  for (let used = 0, s = 0; s < 300 / TICK_s; s++, world.tick++, used += flux_kgpm2s * TICK_s) {
    for (const cell of wood.cells) cell.water_kgpm2 += flux_kgpm2s * TICK_s;
    stepSolid(world, [], wood, 1, TICK_s);
    if (!wood.burning) return used;
  }
  return null;
}

/** Smallest value of `works` between low and high, by halving. */
function least(low: number, high: number, works: (value: number) => boolean): number {
  let a = low;
  let b = high;
  for (let i = 0; i < 14; i++) {
    const middle = (a + b) / 2;
    if (works(middle)) b = middle;
    else a = middle;
  }
  return b;
}

/** Mean over pan sizes of the least agent per pan area a trained operator needs in ten seconds or so. */
function panDose_kgpm2(gas: boolean): number {
  const sizes = gas ? [21, 34, 55] : [21, 34, 55, 89];
  const doses = sizes.map((n) => {
    const area_m2 = panArea_m2(n);
    return least(0.2, 8, (dose) => expertPutsOut(area_m2, gas, dose * area_m2, 11));
  });
  return doses.reduce((a, b) => a + b, 0) / doses.length;
}

/** Three litres under a blanket: minutes until the oil is 100 K below auto-ignition. */
function coverTime_min(): number {
  const world = bench({
    pan: { kind: 'oil-pan', at_m: [0, 1, 0], half_m: [0.175, 0.06, 0.175], diameter_m: 0.35, oil_kg: 2.7, oil_C: 430 },
    blanket: { kind: 'fire-blanket', at_m: [1, 1, 0], half_m: [0.5, 0.01, 0.5], diameter_m: 1 },
  });
  const pan = world.things.pan as OilPan;
  putCover(world, [], world.things.blanket as Cover, pan);
  for (; pan.oil_K > OIL_AIT_K - 100 && world.tick < 7200 / TICK_s; world.tick++) stepPan(world, [], pan, 1, TICK_s);
  return (world.tick * TICK_s) / 60;
}

/** First and last number of a text such as "2-10" or "34 design". */
function range(text: string): [number, number] | null {
  const found = text.match(/\d+(?:\.\d+)?/g)?.map(Number);
  return found?.length ? [found[0]!, found.at(-1)!] : null;
}

type Found = { value: number; low: number; high: number; unit: string } | null;

function cupShare(name: string, critical: number, typical: [number, number] | null): Found {
  const fuel = Object.keys(CUP_BURNER).find((each) => name.includes(each));
  if (!fuel) return null;
  const ours = CUP_BURNER[fuel]!;
  const value = 100 * (/CO2/i.test(name) ? ours.co2_frac : ours.n2_frac);
  return { value, low: 0.95 * critical, high: typical?.[1] ?? 2 * critical, unit: '% vol' };
}

/** What the model needs in the unit of the row, and the range in which it should lie; null where there is no model. */
function found(name: string, critical: number, typical: [number, number] | null): Found {
  if (/burning wood/i.test(name)) {
    const value = least(0.2, 20, (g) => waterUntilOut_kgpm2(g / 1000) !== null);
    return { value, low: critical, high: typical?.[1] ?? 3 * critical, unit: 'g/m2s' };
  }
  if (/crib/i.test(name)) {
    const value = waterUntilOut_kgpm2(0.01) ?? Number.NaN;
    return { value, low: critical, high: typical?.[1] ?? 3 * critical, unit: 'L/m2' };
  }
  if (/(powder|CO2) pan/i.test(name)) {
    const value = panDose_kgpm2(/CO2/i.test(name));
    return { value, low: 0.75 * critical, high: 1.25 * (typical?.[1] ?? critical), unit: 'kg/m2' };
  }
  return /flooding/i.test(name) ? cupShare(name, critical, typical) : null;
}

function densities(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const name = row.agent_fire ?? '';
    if (/lid|blanket/i.test(name)) {
      const least_min = range(row.critical ?? '')?.[0] ?? 15;
      const needs_min = coverTime_min();
      const sane = needs_min >= least_min && needs_min < 8 * least_min;
      holds(j, name, sane, `model ${short(needs_min)} min, table at least ${least_min} min`);
      continue;
    }
    const critical = Number(row.critical);
    const got = Number.isFinite(critical) ? found(name, critical, range(row.typical_success ?? '')) : null;
    if (!got) {
      j.unmodelled.push(name);
      continue;
    }
    const inside = got.value >= got.low && got.value <= got.high;
    holds(j, name, inside, `model ${short(got.value)} ${got.unit}, accepted ${short(got.low)}..${short(got.high)}`);
  }
  return verdict(
    j,
    'inside the range given (pan doses 25 % around it)',
    `${j.short.length} of ${j.errors.length} outside`,
  );
}

export const DENSITIES: Comparer[] = [{ files: /^ext_application_densities\.csv$/, compare: densities }];
