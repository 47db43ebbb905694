/** Compares smoke alarm times in the NIST manufactured home with the temperature surrogate at five stations. */
import { createBuilding } from '../../sim/zone/create.ts';
import { ALARM_OBSCURATION_pctpm, type Link, smokeAlarm, stepLink } from '../../sim/zone/detect.ts';
import { obscuration_pctpm } from '../../sim/zone/optics.ts';
import { ceilingGas, layerAir, roomNamed } from '../../sim/zone/readings.ts';
import { stepBuilding } from '../../sim/zone/step.ts';
import type { Verdict } from './comparer.ts';
import { biasAndSigma, numberIn, type Table } from './table.ts';
import { alarmHome } from './zone-buildings.ts';
import { CFAST, Tally } from './zone-verdict.ts';

/** Station to room, and distance from the fire when it burns there (NIST TN 1455, devices of CFAST's Dunes 2000 inputs). */
const STATIONS: Record<string, { room: string; radius_m: number }> = {
  A: { room: 'bedroom2', radius_m: 2 },
  B: { room: 'bedroom1', radius_m: 1.76 },
  C: { room: 'kitchen', radius_m: 2 },
  D: { room: 'hallway', radius_m: 2 },
  E: { room: 'living', radius_m: 1.34 },
};
/** The table gives no ambient; alarms act on the rise above it. */
const AMBIENT_K = 295.15;
const LONGEST_s = 400;

interface Times {
  heat_s: number | null;
  smoke_s: number | null;
}

function times(room: string, peak_kW: number, tau_s: number, offset_s: number): Record<string, Times> {
  const curve: [number, number][] = [];
  for (let t = 0; t <= LONGEST_s; t += 3) {
    const grown = t > offset_s ? peak_kW * ((t - offset_s) / tau_s) ** 2 : 0;
    curve.push([t, grown]);
  }
  const where = /bed/.test(room) ? 'bedroom1' : /kitchen/.test(room) ? 'kitchen' : 'living';
  const building = createBuilding(alarmHome(AMBIENT_K, { room: where, curve }));
  const kind = smokeAlarm(AMBIENT_K);
  const links = Object.fromEntries(
    Object.keys(STATIONS).map((name) => [name, { temp_K: AMBIENT_K, activatedAt_s: null } as Link]),
  );
  const found: Record<string, Times> = Object.fromEntries(
    Object.keys(STATIONS).map((name) => [name, { heat_s: null, smoke_s: null }]),
  );
  while (building.time_s < LONGEST_s) {
    stepBuilding(building, 0.25);
    for (const [name, station] of Object.entries(STATIONS)) {
      const at = roomNamed(building, station.room);
      const gas = ceilingGas(building, at, station.radius_m);
      stepLink(links[name]!, kind, gas.temp_K, gas.speed_mps, AMBIENT_K, building.time_s, 0.25);
      found[name]!.heat_s = links[name]!.activatedAt_s;
      const dark =
        at.layer_m < at.height_m * 0.998 &&
        obscuration_pctpm(layerAir(at.upper).extinction_1pm) >= ALARM_OBSCURATION_pctpm;
      if (dark) found[name]!.smoke_s ??= building.time_s;
    }
  }
  return found;
}

export function alarms(table: Table): Verdict {
  const tally = new Tally();
  const runs = new Map<string, Record<string, Times>>();
  const heat: number[] = [];
  const smoke: number[] = [];
  for (const row of table.rows) {
    const of = (column: string) => numberIn(table, row, column);
    const key = `${row.test}`;
    if (!runs.has(key)) runs.set(key, times(row.room ?? '', of('Q0_kW'), of('tau_s'), of('t_offset_s')));
    const found = runs.get(key)![row.station ?? ''];
    if (!found) throw new Error(`${table.name}: no station "${row.station}" in the home`);
    if (found.heat_s !== null) heat.push(found.heat_s / of('t_median_s'));
    else tally.short.push(`${row.test} ${row.station}: no alarm in ${LONGEST_s} s`);
    if (found.smoke_s !== null) smoke.push(found.smoke_s / of('t_median_s'));
  }
  tally.spread('alarm time, 5 K and RTI 5', heat, 0.6, 1.4, 0.45, CFAST.alarm);
  const dark = biasAndSigma(smoke);
  tally.limits.push(
    `by obscuration: bias ${dark.bias.toFixed(2)} sigma ${dark.sigma.toFixed(3)} [CFAST 0.57/0.49]; no zone model knows the dust and the chamber of an alarm`,
  );
  return tally.verdict();
}
