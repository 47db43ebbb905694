/** Openings in floor slabs and fans: Cooper's flow through a horizontal hole, with exchange where heavy air lies above. */
import { type Book, note } from './book.ts';
import type { Building, Fan, Hatch } from './building.ts';
import { CP_JpkgK, G_mps2, HATCH_frac, SMOOTH_Pa } from './constants.ts';
import { airOf, gauge_Pa, type Scene } from './scene.ts';
import { riseShare_frac } from './vent.ts';

/** A hole draws the nearer layer alone once that is a quarter of its width deep. [D] after selective withdrawal */
const DRAW_DEPTH_frac = 0.25;
/** Far-plume law of McCaffrey, for the smoke that rises through the upper room. */
const PLUME_kgps = 0.124;

function height_m(building: Building, hatch: Hatch): number {
  const above = building.rooms[hatch.above_index];
  const below = building.rooms[hatch.below_index];
  return above ? above.floor_m : below ? below.floor_m + below.height_m : 0;
}

/** Share a hole draws from the layer next to it; the rest comes from behind that layer. */
function nearShare_frac(scene: Scene, hatch: Hatch, up: boolean, z: number): number {
  const source = up ? hatch.below_index : hatch.above_index;
  if (source < 0) return 1;
  const depth = up
    ? z - (scene.interface_m[source] as number)
    : (scene.interface_m[source] as number) - (scene.floor_m[source] as number);
  return Math.min(1, Math.max(0, depth / (DRAW_DEPTH_frac * Math.sqrt(hatch.area_m2))));
}

let flow_kgps = 0;
let slope_kgpsPa = 0;
let source_K = 0;
let near_frac = 0;

/** Solves one hatch at the scene's pressures: flow (positive upward), slope, temperature of what it carries. */
function solve(building: Building, scene: Scene, hatch: Hatch): void {
  const z = height_m(building, hatch);
  const drop = gauge_Pa(scene, hatch.below_index, z) - gauge_Pa(scene, hatch.above_index, z);
  const up = drop >= 0;
  const source = up ? hatch.below_index : hatch.above_index;
  near_frac = nearShare_frac(scene, hatch, up, z);
  airOf(scene, source, up ? z + 1 : -1e9);
  const nearK = scene.air_K;
  const nearRho = scene.air_kgpm3;
  airOf(scene, source, up ? -1e9 : z + 1e6);
  source_K = near_frac * nearK + (1 - near_frac) * scene.air_K;
  const density = near_frac * nearRho + (1 - near_frac) * scene.air_kgpm3;
  const size = HATCH_frac * hatch.area_m2 * hatch.open_frac * Math.sqrt(2 * density);
  const p = Math.abs(drop);
  const linear = p < SMOOTH_Pa;
  flow_kgps = (linear ? size / Math.sqrt(SMOOTH_Pa) : size / Math.sqrt(p)) * drop;
  slope_kgpsPa = linear ? size / Math.sqrt(SMOOTH_Pa) : size / (2 * Math.sqrt(p));
}

/** Adds heat flow and slopes of a hatch to the balance. */
export function balanceHatch(building: Building, scene: Scene, hatch: Hatch): void {
  solve(building, scene, hatch);
  const { below_index: a, above_index: b } = hatch;
  const flow_W = flow_kgps * CP_JpkgK * source_K;
  const slope = slope_kgpsPa * CP_JpkgK * source_K;
  addHeat(scene, a, b, flow_W);
  const n = scene.n;
  if (a >= 0) {
    addSlope(scene, a * n + a, -slope);
    if (b >= 0) addSlope(scene, a * n + b, slope);
  }
  if (b >= 0) {
    addSlope(scene, b * n + b, -slope);
    if (a >= 0) addSlope(scene, b * n + a, slope);
  }
}

function addHeat(scene: Scene, from: number, to: number, flow_W: number): void {
  if (from >= 0) scene.heat_W[from] = (scene.heat_W[from] as number) - flow_W;
  if (to >= 0) scene.heat_W[to] = (scene.heat_W[to] as number) + flow_W;
}

function addSlope(scene: Scene, index: number, value: number): void {
  scene.slope_WpPa[index] = (scene.slope_WpPa[index] as number) + value;
}

/**
 * Exchange through a hole with heavier air above (Cooper 1989, as CFAST): 0.1 sqrt(g drho A^2.5 / rho) each way,
 * choked off as the pressure difference reaches the flooding value.
 * @returns m3/s each way
 */
export function exchange_m3ps(
  area_m2: number,
  shape: Hatch['shape'],
  below_kgpm3: number,
  above_kgpm3: number,
  drop_Pa: number,
): number {
  const heavier = above_kgpm3 - below_kgpm3;
  if (heavier <= 0 || area_m2 <= 0) return 0;
  const size = shape === 'round' ? 0.754 : 0.942;
  const across = shape === 'round' ? 2 * Math.sqrt(area_m2 / Math.PI) : Math.sqrt(area_m2);
  const flood = (size ** 2 * G_mps2 * heavier * across ** 5) / (2 * area_m2 ** 2);
  const most = 0.1 * Math.sqrt((2 * G_mps2 * heavier * area_m2 ** 2.5) / (below_kgpm3 + above_kgpm3));
  return most * Math.max(0, 1 - Math.abs(drop_Pa) / flood);
}

/** Writes a hatch's flows into the book. */
export function emitHatch(building: Building, scene: Scene, hatch: Hatch, book: Book): void {
  solve(building, scene, hatch);
  const z = height_m(building, hatch);
  const { below_index: below, above_index: above } = hatch;
  const drop = gauge_Pa(scene, below, z) - gauge_Pa(scene, above, z);
  hatch.up_kgps = Math.max(0, flow_kgps);
  hatch.down_kgps = Math.max(0, -flow_kgps);
  send(building, scene, book, hatch, flow_kgps >= 0, Math.abs(flow_kgps), near_frac);
  airOf(scene, below, z + 1);
  const lowRho = scene.air_kgpm3;
  airOf(scene, above, below < 0 ? z : z - 1e6);
  const highRho = scene.air_kgpm3;
  const swap = exchange_m3ps(hatch.area_m2 * hatch.open_frac, hatch.shape, lowRho, highRho, drop);
  if (swap <= 0) return;
  send(building, scene, book, hatch, true, swap * lowRho, nearShare_frac(scene, hatch, true, z));
  send(building, scene, book, hatch, false, swap * highRho, nearShare_frac(scene, hatch, false, z));
  hatch.up_kgps += swap * lowRho;
  hatch.down_kgps += swap * highRho;
}

function send(
  building: Building,
  scene: Scene,
  book: Book,
  hatch: Hatch,
  up: boolean,
  flow: number,
  near: number,
): void {
  const source = up ? hatch.below_index : hatch.above_index;
  if (source < 0) {
    pass(building, scene, book, hatch, up, -1, scene.outside_K, false, flow);
    return;
  }
  const upper_K = scene.upper_K[source] as number;
  const lower_K = scene.lower_K[source] as number;
  pass(building, scene, book, hatch, up, 2 * source + 1, upper_K, true, flow * (up ? near : 1 - near));
  pass(building, scene, book, hatch, up, 2 * source, lower_K, false, flow * (up ? 1 - near : near));
}

/** Gas arriving from below rises as a plume; arriving from above it falls, and joins the lower layer unless it is hotter. */
function pass(
  building: Building,
  scene: Scene,
  book: Book,
  hatch: Hatch,
  up: boolean,
  from: number,
  gas_K: number,
  smoke: boolean,
  flow: number,
): void {
  const target = up ? hatch.above_index : hatch.below_index;
  if (target < 0) {
    note(book, from, -1, flow);
    return;
  }
  const lower_K = scene.lower_K[target] as number;
  const share = riseShare_frac(gas_K - lower_K, smoke && up);
  note(book, from, 2 * target + 1, flow * share);
  note(book, from, 2 * target, flow * (1 - share));
  if (!up || building.rooms[target]?.mixed) return;
  const rise_m = (scene.interface_m[target] as number) - (scene.floor_m[target] as number);
  note(
    book,
    2 * target,
    2 * target + 1,
    risingEntrainment_kgps(flow * share, gas_K, lower_K, scene.upper_K[target] as number, rise_m),
  );
}

/** Air a stream from a hole in the floor takes along: McCaffrey's far plume continued from where it carries that flow. */
export function risingEntrainment_kgps(
  flow_kgps: number,
  gas_K: number,
  lower_K: number,
  upper_K: number,
  rise_m: number,
): number {
  const heat_kW = (flow_kgps * CP_JpkgK * (gas_K - lower_K)) / 1000;
  if (heat_kW <= 0 || rise_m <= 0) return 0;
  const law = PLUME_kgps * heat_kW ** 0.242;
  const start = (flow_kgps / law) ** (1 / 1.895);
  const air = law * (start + rise_m) ** 1.895 - flow_kgps;
  const most = upper_K > lower_K ? (heat_kW * 1000) / (CP_JpkgK * (upper_K - lower_K)) - flow_kgps : air;
  return Math.max(0, Math.min(air, most));
}

/** Fans move the same volume at any pressure; their heat does not depend on it. */
export function balanceFan(scene: Scene, fan: Fan): void {
  sample(scene, fan);
  addHeat(scene, fan.from, fan.to, fan.flow_m3ps * fan.on_frac * scene.air_kgpm3 * CP_JpkgK * scene.air_K);
}

function sample(scene: Scene, fan: Fan): boolean {
  const z = fan.from < 0 ? 0 : (scene.floor_m[fan.from] as number) + fan.height_m;
  airOf(scene, fan.from, z);
  return fan.from >= 0 && z > (scene.interface_m[fan.from] as number);
}

/** Writes a fan's flow into the book. */
export function emitFan(scene: Scene, fan: Fan, book: Book): void {
  const smoke = sample(scene, fan);
  fan.flow_kgps = fan.flow_m3ps * fan.on_frac * scene.air_kgpm3;
  const from = fan.from < 0 ? -1 : 2 * fan.from + (smoke ? 1 : 0);
  if (fan.to < 0) {
    note(book, from, -1, fan.flow_kgps);
    return;
  }
  const share = riseShare_frac(scene.air_K - (scene.lower_K[fan.to] as number), smoke);
  note(book, from, 2 * fan.to + 1, fan.flow_kgps * share);
  note(book, from, 2 * fan.to, fan.flow_kgps * (1 - share));
}
