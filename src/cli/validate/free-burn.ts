/** Burns one solid fuel of the catalogue in the open and watches its power. */
import { kindle } from '../../sim/kindle.ts';
import { type RoomEntry, setupFromEntry } from '../../sim/room-entry.ts';
import { createWorld } from '../../sim/setup.ts';
import { stepSolid } from '../../sim/solid.ts';
import type { ThingEntry } from '../../sim/thing-entry.ts';
import type { SolidFuel } from '../../sim/things.ts';
import { TICK_s, type World } from '../../sim/world.ts';
import { abuse, createPack, type PackKind, stepPack } from '../../sim/zone/pack.ts';

export interface FreeBurn {
  peak_kW: number;
  total_MJ: number;
  /** time a t-squared fire of the growth found here takes to 1055 kW */
  to1055_s: number;
}

/** A world of one room with the things given, for bench fires: no obstacles, nobody else. */
export function bench(things: Record<string, ThingEntry>, size_m = 10, ceiling_m = 5): World {
  const half = size_m / 2;
  const entry: RoomEntry = {
    size_m: [size_m, ceiling_m, size_m],
    floor_m: [
      [-half, -half],
      [half, -half],
      [half, half],
      [-half, half],
    ],
    start: { at_m: [0, 0, half - 0.5], facing_deg: 0 },
    exit: {
      door: 'door',
      outside_m: [
        [half + 0.1, 0, -1],
        [half + 1, 3, 1],
      ],
    },
    draught_mps: [0, 0, 0],
    posts: {},
    obstacles_m: [],
    things: { door: { kind: 'door', at_m: [half, 1, 0], half_m: [0.05, 1, 0.45], exit: true }, ...things },
  };
  const setup = setupFromEntry(entry);
  return createWorld(setup, 1);
}

/** @param fuel a word of FUELS; burned on a square of 9 cells as the basket, air without limit. */
export function burnFreely(fuel: string): FreeBurn {
  const half_m: [number, number, number] = [0.15, 0.17, 0.15];
  const world = bench({ fuel: { kind: 'solid-fuel', at_m: [0, 0.17, 0], half_m, cells: [3, 3], cell_m: 0.1, fuel } });
  const it = world.things.fuel as SolidFuel;
  kindle(world, 'fuel', 0);
  let peak_kW = 0;
  let total_kJ = 0;
  const curve: number[] = [];
  for (; world.tick < 1800 / TICK_s; world.tick++) {
    stepSolid(world, [], it, 1, TICK_s);
    peak_kW = Math.max(peak_kW, it.heatRelease_kW);
    total_kJ += it.heatRelease_kW * TICK_s;
    curve.push(it.heatRelease_kW);
    if (world.tick > 100 && !it.burning) break;
  }
  const quarter = curve.findIndex((q) => q >= peak_kW * 0.25);
  const most = curve.findIndex((q) => q >= peak_kW * 0.9);
  const rate = (Math.sqrt(0.9 * peak_kW) - Math.sqrt(0.25 * peak_kW)) / ((most - quarter) * TICK_s);
  return { peak_kW, total_MJ: total_kJ / 1000, to1055_s: Math.sqrt(1055) / rate };
}

const PACK_seeds = 9;
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

/** A lithium pack left alone in the open, from its first flame on: medians over several packs, whose jets differ. */
export function burnPack(kind: PackKind): FreeBurn {
  const burns = Array.from({ length: PACK_seeds }, (_, seed) => {
    const pack = createPack(kind, seed + 1);
    abuse(pack);
    let peak_kW = 0;
    let total_kJ = 0;
    let flamed_s = 0;
    let to1055_s = Number.POSITIVE_INFINITY;
    for (let tick = 0; tick < 1800 / TICK_s; tick++) {
      const { heat_kW } = stepPack(pack, 0, false, TICK_s);
      total_kJ += heat_kW * TICK_s;
      peak_kW = Math.max(peak_kW, heat_kW);
      if (total_kJ > 0) flamed_s += TICK_s;
      if (heat_kW >= 1055) to1055_s = Math.min(to1055_s, flamed_s);
    }
    return { peak_kW, total_MJ: total_kJ / 1000, to1055_s };
  });
  return {
    peak_kW: median(burns.map((one) => one.peak_kW)),
    total_MJ: median(burns.map((one) => one.total_MJ)),
    to1055_s: median(burns.map((one) => one.to1055_s)),
  };
}
