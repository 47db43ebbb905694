/** Runs a case: steps the building, carries out the plan, reads instruments, and gives one row of numbers at a time. */
import type { Building, Room } from '../../sim/zone/building.ts';
import { setHeat, setVent } from '../../sim/zone/control.ts';
import { createBuilding } from '../../sim/zone/create.ts';
import {
  HEAT_DETECTOR_57,
  type Link,
  type LinkKind,
  SPRINKLER_68,
  smokeAlarm,
  stepLink,
} from '../../sim/zone/detect.ts';
import { gasDose_fracpmin, hotAirDose_fracpmin } from '../../sim/zone/dose.ts';
import { airAt, ceilingGas, layerAir, roomNamed } from '../../sim/zone/readings.ts';
import { stepBuilding } from '../../sim/zone/step.ts';
import type { PlannedChange, ZoneCase } from './case.ts';

export interface Column {
  name: string;
  value: number | null;
}
interface Watch {
  id: string;
  room: Room;
  kind: LinkKind;
  radius_m: number;
  link: Link;
}
interface Seen {
  id: string;
  room: Room;
  height_m: number;
  from_s: number;
  gas_frac: number;
  heat_frac: number;
}

export interface Ran {
  building: Building;
  steps: number;
  worked_s: number;
  /** sentences about what the run brought: fires short of air, detectors that acted */
  told: string[];
}

function apply(building: Building, change: PlannedChange): void {
  const { vent, fire, heat_kW, at_s: _, ...what } = change;
  if (vent !== undefined) setVent(building, vent, what);
  else if (fire !== undefined) setHeat(building, fire, heat_kW ?? null);
}

/** @param row takes each line of the CSV as it comes */
export function runCase(read: ZoneCase, row: (columns: Column[]) => void): Ran {
  const building = createBuilding(read.building);
  const step_s = read.step_s ?? 0.25;
  const every = Math.max(1, Math.round((read.every_s ?? 10) / step_s));
  const plan = [...(read.plan ?? [])].sort((a, b) => a.at_s - b.at_s);
  const watches = (read.detectors ?? []).map((one) => watchOf(building, one));
  const seen = (read.observers ?? []).map((one) => ({
    id: one.id,
    room: roomNamed(building, one.room),
    height_m: one.height_m,
    from_s: one.from_s ?? 0,
    gas_frac: 0,
    heat_frac: 0,
  }));
  const steps = Math.round(read.run_s / step_s);
  const before = performance.now();
  row(columns(building, watches, seen));
  for (let i = 1; i <= steps; i++) {
    while (plan[0] && plan[0].at_s <= building.time_s + step_s / 2) apply(building, plan.shift()!);
    stepBuilding(building, step_s);
    for (const watch of watches) look(building, watch, step_s);
    for (const one of seen) breathe(building, one, step_s);
    if (i % every === 0) row(columns(building, watches, seen));
  }
  return { building, steps, worked_s: (performance.now() - before) / 1000, told: told(building, watches, seen) };
}

function watchOf(building: Building, one: NonNullable<ZoneCase['detectors']>[number]): Watch {
  const kind =
    one.kind === 'smoke-alarm'
      ? smokeAlarm(building.inside_K)
      : one.kind === 'heat-57'
        ? HEAT_DETECTOR_57
        : SPRINKLER_68;
  const link = { temp_K: building.inside_K, activatedAt_s: null };
  return { id: one.id, room: roomNamed(building, one.room), kind, radius_m: one.radius_m ?? 2, link };
}

function look(building: Building, watch: Watch, step_s: number): void {
  const gas = ceilingGas(building, watch.room, watch.radius_m);
  stepLink(watch.link, watch.kind, gas.temp_K, gas.speed_mps, building.inside_K, building.time_s, step_s);
}

function breathe(building: Building, one: Seen, step_s: number): void {
  if (building.time_s < one.from_s) return;
  const air = airAt(one.room, one.height_m);
  one.gas_frac += (gasDose_fracpmin(air) * step_s) / 60;
  one.heat_frac += (hotAirDose_fracpmin(air.temp_K, true) * step_s) / 60;
}

const CELSIUS = 273.15;

function columns(building: Building, watches: Watch[], seen: Seen[]): Column[] {
  const out: Column[] = [{ name: 'time_s', value: building.time_s }];
  const add = (name: string, value: number | null) => out.push({ name, value });
  for (const fire of building.fires) {
    add(`${fire.id}.asked_kW`, fire.asked_kW);
    add(`${fire.id}.burned_kW`, fire.burned_kW);
  }
  for (const room of building.rooms) roomColumns(room, add);
  for (const vent of building.vents) {
    add(`${vent.id}.out_kgps`, vent.out_kgps);
    add(`${vent.id}.in_kgps`, vent.in_kgps);
    add(`${vent.id}.out_kW`, vent.out_kW);
    add(`${vent.id}.in_kW`, vent.in_kW);
    add(`${vent.id}.neutral_m`, vent.neutral_m);
  }
  for (const hatch of building.hatches) {
    add(`${hatch.id}.up_kgps`, hatch.up_kgps);
    add(`${hatch.id}.down_kgps`, hatch.down_kgps);
  }
  for (const fan of building.fans) add(`${fan.id}.flow_kgps`, fan.flow_kgps);
  for (const watch of watches) add(`${watch.id}.link_C`, watch.link.temp_K - CELSIUS);
  for (const one of seen) {
    add(`${one.id}.visibility_m`, airAt(one.room, one.height_m).visibility_m);
    add(`${one.id}.gasDose_frac`, one.gas_frac);
    add(`${one.id}.heatDose_frac`, one.heat_frac);
  }
  return out;
}

function roomColumns(room: Room, add: (name: string, value: number) => void): void {
  add(`${room.id}.layer_m`, room.layer_m);
  add(`${room.id}.pressure_Pa`, room.pressure_Pa);
  for (const side of ['upper', 'lower'] as const) {
    const air = layerAir(room[side]);
    add(`${room.id}.${side}_C`, air.temp_K - CELSIUS);
    add(`${room.id}.${side}_o2_pct`, air.o2_pct);
    add(`${room.id}.${side}_co2_pct`, air.co2_pct);
    add(`${room.id}.${side}_co_ppm`, air.co_ppm);
    add(`${room.id}.${side}_hcn_ppm`, air.hcn_ppm);
    add(`${room.id}.${side}_hcl_ppm`, air.hcl_ppm);
    add(`${room.id}.${side}_soot_gpm3`, air.soot_kgpm3 * 1000);
    add(`${room.id}.${side}_visibility_m`, air.visibility_m);
  }
}

function told(building: Building, watches: Watch[], seen: Seen[]): string[] {
  const out: string[] = [];
  for (const fire of building.fires)
    if (fire.shortAt_s !== null)
      out.push(
        `Fire "${fire.id}" is bigger than its air: from ${fire.shortAt_s.toFixed(0)} s it burned less than its fuel gave off, at worst ${(100 * fire.leanest_frac).toFixed(0)} % of it; the rest left as unburned fuel.`,
      );
  for (const watch of watches)
    out.push(
      watch.link.activatedAt_s === null
        ? `"${watch.id}" did not act.`
        : `"${watch.id}" acted at ${watch.link.activatedAt_s.toFixed(0)} s.`,
    );
  for (const one of seen)
    out.push(
      `"${one.id}" took a gas dose of ${one.gas_frac.toPrecision(3)} and a heat dose of ${one.heat_frac.toPrecision(3)} (1 = incapacitated, 0.3 for the sensitive).`,
    );
  return out;
}
