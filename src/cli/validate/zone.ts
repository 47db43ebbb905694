/** The comparers of every fire_* table: which file is judged by what. */
import type { Comparer, Verdict } from './comparer.ts';
import { numberIn, type Table } from './table.ts';
import { alarms } from './zone-alarms.ts';
import { analytic } from './zone-analytic.ts';
import { atf, furniture, nbs, nistNrc, steckler, vtt } from './zone-experiments.ts';
import { doses, filling, flame, movement, plume } from './zone-formulas.ts';
import { CFAST, Tally } from './zone-verdict.ts';

/** CFAST's own figures: we quote them beside ours, so what we quote must be what the table says. */
function quoted(table: Table): Verdict {
  const names: [keyof typeof CFAST, string][] = [
    ['layerTemperatureOpen', 'HGL Temperature: Natural Ventilation'],
    ['layerTemperatureShut', 'HGL Temperature: No Ventilation'],
    ['layerDepthOpen', 'HGL Depth: Open Compartments'],
    ['layerDepthShut', 'HGL Depth: Closed Compartments'],
    ['oxygen', 'Oxygen Concentration'],
    ['plume', 'Plume Temperature'],
    ['alarm', 'Smoke Alarm Activation Time (Temperature Surrogate)'],
  ];
  const tally = new Tally();
  const list = names.map(([key, quantity]) => {
    const row = table.rows.find((one) => one.Quantity === quantity);
    const [bias, sigma] = /([\d.]+)\/([\d.]+)/.exec(CFAST[key])!.slice(1).map(Number) as [number, number];
    const error = row
      ? Math.max(Math.abs(numberIn(table, row, 'Bias') - bias), Math.abs(numberIn(table, row, 'Sigma_Model') - sigma))
      : 1;
    return { where: quantity, error };
  });
  tally.points('figures quoted', '%', 0.001, list);
  return tally.verdict();
}

const ZONE: Comparer[] = [
  { files: /^fire_steckler/, compare: steckler },
  { files: /^fire_nbs_multiroom/, compare: nbs },
  { files: /^fire_nbs_furniture/, compare: furniture },
  { files: /^fire_nist_nrc/, compare: nistNrc },
  { files: /^fire_atf/, compare: atf },
  { files: /^fire_vtt/, compare: vtt },
  { files: /^fire_filling/, compare: filling },
  { files: /^fire_fed/, compare: doses },
  { files: /^fire_movement/, compare: movement },
  { files: /^fire_verification/, compare: analytic },
  { files: /^fire_smoke_alarm/, compare: alarms },
  { files: /^fire_plume/, compare: plume },
  { files: /^fire_flame_height/, compare: flame },
  { files: /^fire_model_uncertainty/, compare: quoted },
];

/** One file, two models: both must agree with it. */
function both(room: Verdict, zone: Verdict): Verdict {
  return {
    cases: room.cases + zone.cases,
    measured: `${room.measured}; zone model: ${zone.measured}`,
    accepted: room.accepted === zone.accepted ? room.accepted : `${room.accepted}; ${zone.accepted}`,
    ok: room.ok && zone.ok,
    short: [...room.short, ...zone.short],
    unmodelled: [...(room.unmodelled ?? []), ...(zone.unmodelled ?? [])],
    limits: [...(room.limits ?? []), ...(zone.limits ?? [])],
  };
}

/** Adds the zone model's comparers to others; a table another one answers for is judged by both. */
export function withZone(others: Comparer[]): Comparer[] {
  const zone = (table: Table) => ZONE.find((each) => each.files.test(table.name));
  const shared = others.map((other) => ({
    files: other.files,
    compare(table: Table) {
      const ours = zone(table);
      return ours ? both(other.compare(table), ours.compare(table)) : other.compare(table);
    },
  }));
  return [...shared, ...ZONE];
}
