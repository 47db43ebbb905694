/** Extinguishers: the catalogue against the standards' minima, and the cell model against ratings, with a trained operator. */
import { shuts_frac } from '../../sim/cover.ts';
import {
  CATALOGUE,
  COVER_tight_frac,
  CUP_BURNER,
  type ExtinguisherRow,
  LAG_s,
  RESIDUE_frac,
} from '../../sim/materials.ts';
import { panArea_m2 } from '../../sim/test-fire.ts';
import type { Agent } from '../../sim/things.ts';
import type { Comparer, Verdict } from './comparer.ts';
import { absolute, holds, judge, relative, verdict } from './judge.ts';
import { expertAtRating } from './operator.ts';
import { numberIn, numberOrNull, type Table } from './table.ts';

function agentOf(type: string): Agent | null {
  if (/powder|ABC/i.test(type)) return 'abc-powder';
  if (/CO2|carbon dioxide/i.test(type)) return 'co2';
  if (/wet.?chem/i.test(type)) return 'wet-chemical';
  return /water|mist|spray/i.test(type) ? 'water-based' : null;
}

/** Letters a column states without condition: "F* ", "E if certified" and "B polar" are conditions. */
function letters(text: string): string[] {
  return text
    .split(',')
    .flatMap((part) =>
      part
        .trim()
        .replace(/\b[A-F]\*?\s+(if|unless|polar)\b.*/, '')
        .replace(/\(.*?\)/g, '')
        .split(/\s+/),
    )
    .filter((word) => /^[A-F]$/.test(word));
}

const rowFor = (agent: Agent, charge: number): ExtinguisherRow | undefined =>
  CATALOGUE.find((each) => each.agent === agent && each.charge_kg === charge);

function catalogue(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const type = row.type ?? '';
    if (/blanket/i.test(type)) {
      const side_m = Number(/(\d+(?:\.\d+)?)\s*x/.exec(type)?.[1] ?? 1);
      const pan_m = Number(/D\s*<=?\s*(\d+(?:\.\d+)?)/.exec(row.good_for ?? '')?.[1] ?? 0.35);
      holds(j, type, shuts_frac(side_m, pan_m) >= COVER_tight_frac, `does not shut a pan of ${pan_m} m`);
      continue;
    }
    const agent = agentOf(type);
    const charge = numberIn(table, row, 'charge');
    const ours = agent ? rowFor(agent, charge) : undefined;
    if (!agent) {
      j.unmodelled.push(type);
      continue;
    }
    holds(j, type, ours !== undefined, 'is missing from the catalogue');
    if (!ours) continue;
    const least_s = numberIn(table, row, 't_discharge_min_s');
    const least_m = numberIn(table, row, 'range_min_m');
    holds(j, `${type}, discharge`, ours.discharge_s >= least_s, `${ours.discharge_s} s, at least ${least_s} s`);
    holds(
      j,
      `${type}, discharge`,
      ours.discharge_s <= 2.5 * least_s,
      `${ours.discharge_s} s, no more than 2.5 times ${least_s} s`,
    );
    holds(j, `${type}, range`, ours.range_m >= least_m, `${ours.range_m} m, at least ${least_m} m`);
    const rated = /(\d+)B/.exec(row.GB_rating ?? '')?.[1];
    if (rated)
      holds(j, `${type}, rating`, ours.panRating_1 >= Number(rated), `${ours.panRating_1}B, at least ${rated}B`);
    for (const letter of letters(row.good_for ?? ''))
      holds(j, `${type}, class ${letter}`, ours.rated.includes(letter), 'good for it, and not rated');
    for (const part of (row.bad_for ?? '').split(',')) {
      const letter = /^\s*([A-F])(\s+splash|\s*\(?re-?ignites|\s+unless|\s*$)/.exec(part)?.[1];
      if (letter) holds(j, `${type}, class ${letter}`, !ours.rated.includes(letter), 'bad for it, and rated');
    }
    holds(j, `${type}, lag`, LAG_s[agent] <= 5, `${LAG_s[agent]} s, at most 5 s`);
    holds(j, `${type}, residue`, RESIDUE_frac <= 0.1, `${RESIDUE_frac}, at most 0.10`);
  }
  const missed = j.short.length;
  return verdict(
    j,
    'every minimum met, classes agree, lag <= 5 s, residue <= 10 %',
    `${missed} of ${j.errors.length} checks missed`,
  );
}

function suppression(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const agent = agentOf(row.agent ?? '');
    const n = numberIn(table, row, 'pan_n');
    const name = `${n}B, ${row.agent} ${row.charge_kg} kg in ${row.t_discharge_s} s`;
    if (agent !== 'abc-powder' && agent !== 'co2') {
      j.unmodelled.push(`${name} (no pan model of this agent)`);
      continue;
    }
    const charge_kg = numberIn(table, row, 'charge_kg');
    const out = expertAtRating(n, agent === 'co2', charge_kg, numberIn(table, row, 't_discharge_s'));
    const wanted = (row.expert_expected ?? '').trim() === 'out';
    holds(j, name, out === wanted, `model ${out ? 'out' : 'fail'}, table ${row.expert_expected}`);
  }
  return verdict(
    j,
    'every rated pair out, every pair above it fails',
    `${j.short.length} of ${j.errors.length} differ`,
  );
}

function cupBurner(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const ours = CUP_BURNER[row.fuel ?? ''];
    if (!ours) {
      j.unmodelled.push(row.fuel ?? '');
      continue;
    }
    relative(j, `${row.fuel}, CO2`, ours.co2_frac, numberIn(table, row, 'CO2'), 0.05);
    relative(j, `${row.fuel}, N2`, ours.n2_frac, numberIn(table, row, 'N2'), 0.05);
  }
  return verdict(j, '5 %');
}

function testFires(table: Table): Verdict {
  const j = judge();
  for (const row of table.rows) {
    const n = /^(\d+)B$/.exec(row.rating ?? '')?.[1];
    if (!n) {
      j.unmodelled.push(row.rating ?? '');
      continue;
    }
    const area_m2 = panArea_m2(Number(n));
    const printed = 0.005; // the table gives two decimals
    const off_m2 = Math.max(0, Math.abs(area_m2 - numberIn(table, row, 'area_m2')) - printed);
    absolute(
      j,
      `${row.rating}, area`,
      off_m2 / area_m2,
      0.01,
      `computed ${area_m2.toFixed(3)} m2, table ${row.area_m2}`,
    );
    const wide_mm = numberOrNull(row, 'pan_dia_mm');
    if (wide_mm !== null) relative(j, `${row.rating}, diameter`, 2000 * Math.sqrt(area_m2 / Math.PI), wide_mm, 0.02);
    const water = numberOrNull(row, 'water_L');
    const fuel = numberOrNull(row, 'fuel_L');
    if (water === null || fuel === null) continue;
    absolute(j, `${row.rating}, litres`, Math.abs(water + fuel - Number(n)), 1, `${water} + ${fuel} L, rating ${n}`);
  }
  return verdict(j, 'area 1 % (beyond two decimals), diameter 2 %, litres 1');
}

export const EXTINGUISHERS: Comparer[] = [
  { files: /^ext_extinguishers\.csv$/, compare: catalogue },
  { files: /^ext_suppression_cases\.csv$/, compare: suppression },
  { files: /^ext_cup_burner\.csv$/, compare: cupBurner },
  { files: /^ext_test_fires\.csv$/, compare: testFires },
];
