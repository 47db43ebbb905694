/** Flow through wall openings: Bernoulli slabs between sill, soffit, the two interfaces and the neutral plane. */

import { type Book, note } from './book.ts';
import type { Building, Vent } from './building.ts';
import { CP_JpkgK, SMOOTH_Pa, WALL_VENT_frac } from './constants.ts';
import { airOf, gauge_Pa, type Scene } from './scene.ts';

/** Height of the gap under a shut leaf. [D] */
const UNDERCUT_m = 0.02;
/** A wet towel or tape leaves a twentieth of the gap. [D] towel pressed by hand; no measurement found */
const SEAL_LEFT_frac = 0.05;
/** A stream this much warmer than the lower layer rises; below it the share falls to none. models.md 1.3 */
const RISE_K = 2;

/** One rectangle of an opening, heights above the building's zero. */
interface Piece {
  bottom_m: number;
  top_m: number;
  width_m: number;
}
const leaf: Piece = { bottom_m: 0, top_m: 0, width_m: 0 };
const undercut: Piece = { bottom_m: 0, top_m: 0, width_m: 0 };
const PIECES = [leaf, undercut];

/** The open leaf with the cracks beside it, and the gap under it. */
function pieces(vent: Vent): readonly Piece[] {
  const high = vent.soffit_m - vent.sill_m;
  const shut = 1 - vent.open_frac;
  const sides = vent.sideGap_m2 * shut * (1 - (1 - SEAL_LEFT_frac) * vent.sidesSealed_frac);
  const bottom = vent.bottomGap_m2 * shut * (1 - (1 - SEAL_LEFT_frac) * vent.bottomSealed_frac);
  const under_m = Math.min(UNDERCUT_m, high);
  leaf.bottom_m = vent.sill_m;
  leaf.top_m = vent.soffit_m;
  leaf.width_m = vent.width_m * vent.open_frac + sides / high;
  undercut.bottom_m = vent.sill_m;
  undercut.top_m = vent.sill_m + under_m;
  undercut.width_m = bottom / under_m;
  return PIECES;
}

/** Open area now, cracks included. */
export function openArea_m2(vent: Vent): number {
  let sum = 0;
  for (const p of pieces(vent)) sum += p.width_m * (p.top_m - p.bottom_m);
  return sum;
}

/** What one slab of opening carries: kg/s (positive from `from` to `to`) and its slope against pressure. */
let slab_kgps = 0;
let slope_kgpsPa = 0;

/** Slab in which the pressure difference runs straight and keeps its sign; CFAST Tech. Ref. (models.md 1.3). */
function carry(width_m: number, high_m: number, density_kgpm3: number, low_Pa: number, high_Pa: number): void {
  const a = Math.abs(low_Pa);
  const b = Math.abs(high_Pa);
  const ra = Math.sqrt(a);
  const rb = Math.sqrt(b);
  const small = ra + rb < 2 * Math.sqrt(SMOOTH_Pa);
  const roots = small ? 2 * Math.sqrt(SMOOTH_Pa) : ra + rb;
  const size = WALL_VENT_frac * Math.sqrt(2 * density_kgpm3) * width_m * high_m;
  slab_kgps = ((2 / 3) * size * (a + ra * rb + b)) / roots;
  slope_kgpsPa = (small ? 2 : 1) * (size / roots);
  if (low_Pa + high_Pa < 0) slab_kgps = -slab_kgps;
}

const cuts_m = new Float64Array(4);

/** Cuts a piece at the interfaces that lie inside it. @returns how many cuts */
function cut(piece: Piece, a_m: number, b_m: number): number {
  let n = 0;
  cuts_m[n++] = piece.bottom_m;
  const low = Math.min(a_m, b_m);
  const high = Math.max(a_m, b_m);
  if (low > piece.bottom_m && low < piece.top_m) cuts_m[n++] = low;
  if (high > low && high > piece.bottom_m && high < piece.top_m) cuts_m[n++] = high;
  cuts_m[n++] = piece.top_m;
  return n;
}

type Use = (scene: Scene, vent: Vent, bottom_m: number, top_m: number, mid_m: number) => void;

/** Walks every slab of an opening in which sign and both densities are constant. */
function eachSlab(scene: Scene, vent: Vent, use: Use): void {
  const { from, to } = vent;
  for (const piece of pieces(vent)) {
    if (piece.width_m <= 0) continue;
    const n = cut(
      piece,
      from < 0 ? -1e9 : (scene.interface_m[from] as number),
      to < 0 ? -1e9 : (scene.interface_m[to] as number),
    );
    for (let i = 0; i + 1 < n; i++) {
      const z1 = cuts_m[i] as number;
      const z2 = cuts_m[i + 1] as number;
      const d1 = gauge_Pa(scene, from, z1) - gauge_Pa(scene, to, z1);
      const d2 = gauge_Pa(scene, from, z2) - gauge_Pa(scene, to, z2);
      const mid = (z1 + z2) / 2;
      if (d1 * d2 < 0) {
        const zero = z1 + ((z2 - z1) * d1) / (d1 - d2);
        slab(scene, vent, piece.width_m, z1, zero, mid, d1, 0, use);
        slab(scene, vent, piece.width_m, zero, z2, mid, 0, d2, use);
      } else slab(scene, vent, piece.width_m, z1, z2, mid, d1, d2, use);
    }
  }
}

function slab(
  scene: Scene,
  vent: Vent,
  width_m: number,
  z1: number,
  z2: number,
  mid_m: number,
  d1: number,
  d2: number,
  use: Use,
): void {
  const source = d1 + d2 >= 0 ? vent.from : vent.to;
  airOf(scene, source, mid_m);
  carry(width_m, z2 - z1, scene.air_kgpm3, d1, d2);
  if (slab_kgps !== 0 || slope_kgpsPa !== 0) use(scene, vent, z1, z2, mid_m);
}

function balance(scene: Scene, vent: Vent): void {
  const { from, to } = vent;
  const heat = CP_JpkgK * scene.air_K;
  const flow_W = slab_kgps * heat;
  const slope = slope_kgpsPa * heat;
  const n = scene.n;
  if (from >= 0) {
    scene.heat_W[from] = (scene.heat_W[from] as number) - flow_W;
    scene.slope_WpPa[from * n + from] = (scene.slope_WpPa[from * n + from] as number) - slope;
    if (to >= 0) scene.slope_WpPa[from * n + to] = (scene.slope_WpPa[from * n + to] as number) + slope;
  }
  if (to >= 0) {
    scene.heat_W[to] = (scene.heat_W[to] as number) + flow_W;
    scene.slope_WpPa[to * n + to] = (scene.slope_WpPa[to * n + to] as number) - slope;
    if (from >= 0) scene.slope_WpPa[to * n + from] = (scene.slope_WpPa[to * n + from] as number) + slope;
  }
}

/** Adds the opening's heat flows, and their slopes against both pressures, to the rooms' balance. */
export function balanceVent(scene: Scene, vent: Vent): void {
  eachSlab(scene, vent, balance);
}

/** Streams entering a room, gathered per direction to be given what they entrain; `from_m` is their lowest edge. */
interface Stream {
  flow_kgps: number;
  heat_W: number;
  from_m: number;
}
const forthUp: Stream = { flow_kgps: 0, heat_W: 0, from_m: 0 };
const backUp: Stream = { flow_kgps: 0, heat_W: 0, from_m: 0 };
/** Cold streams that come in above the interface and fall through the smoke. */
const forthDown: Stream = { flow_kgps: 0, heat_W: 0, from_m: 0 };
const backDown: Stream = { flow_kgps: 0, heat_W: 0, from_m: 0 };

function gather(stream: Stream, flow_kgps: number, heat_W: number, from_m: number): void {
  if (flow_kgps <= 0 || heat_W <= 0) return;
  stream.flow_kgps += flow_kgps;
  stream.heat_W += heat_W;
  stream.from_m = Math.min(stream.from_m, from_m);
}

function empty(stream: Stream, top_m: number): void {
  stream.flow_kgps = 0;
  stream.heat_W = 0;
  stream.from_m = top_m;
}

let book: Book;

function emit(scene: Scene, vent: Vent, bottom_m: number, _top_m: number, mid_m: number): void {
  const forth = slab_kgps >= 0;
  const flow = Math.abs(slab_kgps);
  const source = forth ? vent.from : vent.to;
  const target = forth ? vent.to : vent.from;
  const air_K = scene.air_K;
  const upperSource = source >= 0 && mid_m > (scene.interface_m[source] as number);
  const heat_kW = (flow * CP_JpkgK * (air_K - scene.outside_K)) / 1000;
  if (forth) {
    vent.out_kgps += flow;
    vent.out_kW += heat_kW;
  } else {
    vent.in_kgps += flow;
    vent.in_kW += heat_kW;
  }
  const from = source < 0 ? -1 : 2 * source + (upperSource ? 1 : 0);
  if (target < 0) {
    note(book, from, -1, flow);
    return;
  }
  const up = riseShare_frac(air_K - (scene.lower_K[target] as number), upperSource);
  if (up > 0) note(book, from, 2 * target + 1, flow * up);
  if (up < 1) note(book, from, 2 * target, flow * (1 - up));
  const upW = flow * up * CP_JpkgK * (air_K - (scene.lower_K[target] as number));
  gather(forth ? forthUp : backUp, flow * up, upW, bottom_m);
  if (bottom_m < (scene.interface_m[target] as number)) return;
  const downW = flow * (1 - up) * CP_JpkgK * ((scene.upper_K[target] as number) - air_K);
  gather(forth ? forthDown : backDown, flow * (1 - up), downW, bottom_m);
}

/**
 * Share of an entering stream that joins the upper layer. Smoke (from an upper layer) does so unless it is colder than
 * the air it enters; air from a lower layer only once it is clearly warmer.
 */
export function riseShare_frac(warmer_K: number, smoke: boolean): number {
  return Math.min(1, Math.max(0, smoke ? 1 + warmer_K / RISE_K : (warmer_K - RISE_K / 2) / RISE_K));
}

/**
 * Air a stream from an opening pulls up with it on its way to the layer (spill plume, models.md 1.3):
 * 0.44 (Tl/Ts)^(2/3) (g rho^2 / cp Tl)^(1/3) H^(1/3) w^(2/3) rise, H in kW and cp in kJ/kgK.
 */
export function spill_kgps(
  heat_W: number,
  width_m: number,
  rise_m: number,
  lower_K: number,
  stream_K: number,
  density_kgpm3: number,
): number {
  if (heat_W <= 0 || rise_m <= 0 || width_m <= 0) return 0;
  const stir = Math.cbrt((9.80665 * density_kgpm3 ** 2) / ((CP_JpkgK / 1000) * lower_K));
  return 0.44 * (lower_K / stream_K) ** (2 / 3) * stir * Math.cbrt(heat_W / 1000) * width_m ** (2 / 3) * rise_m;
}

/** Writes the opening's flows at the solved pressures into the book, with what they entrain. */
export function emitVent(building: Building, scene: Scene, vent: Vent, into: Book): void {
  book = into;
  vent.out_kgps = vent.in_kgps = vent.out_kW = vent.in_kW = 0;
  vent.neutral_m = null;
  for (const stream of [forthUp, backUp, forthDown, backDown]) empty(stream, vent.soffit_m);
  eachSlab(scene, vent, emit);
  if (vent.out_kgps > 0 && vent.in_kgps > 0) vent.neutral_m = neutral(scene, vent);
  const width_m = Math.max(vent.width_m * vent.open_frac, 0.1 * vent.width_m);
  rise(building, scene, vent.to, forthUp, width_m);
  rise(building, scene, vent.from, backUp, width_m);
  fall(building, scene, vent.to, forthDown, width_m);
  fall(building, scene, vent.from, backDown, width_m);
}

/** A warm stream takes lower air up; never so much that it would arrive colder than the layer it joins. */
function rise(building: Building, scene: Scene, target: number, stream: Stream, width_m: number): void {
  if (target < 0 || stream.flow_kgps <= 0 || building.rooms[target]?.mixed) return;
  const lower_K = scene.lower_K[target] as number;
  const warmer = (scene.upper_K[target] as number) - lower_K;
  const stream_K = lower_K + stream.heat_W / (stream.flow_kgps * CP_JpkgK);
  const way_m = (scene.interface_m[target] as number) - stream.from_m;
  const air = spill_kgps(stream.heat_W, width_m, way_m, lower_K, stream_K, scene.lower_kgpm3[target] as number);
  const most = warmer > 0 ? stream.heat_W / (CP_JpkgK * warmer) - stream.flow_kgps : air;
  note(book, 2 * target, 2 * target + 1, Math.min(air, most));
}

/** The same upside down: cold air falling from a sill through smoke takes smoke down with it. */
function fall(building: Building, scene: Scene, target: number, stream: Stream, width_m: number): void {
  if (target < 0 || stream.flow_kgps <= 0 || building.rooms[target]?.mixed) return;
  const upper_K = scene.upper_K[target] as number;
  const warmer = upper_K - (scene.lower_K[target] as number);
  const stream_K = upper_K - stream.heat_W / (stream.flow_kgps * CP_JpkgK);
  const way_m = stream.from_m - (scene.interface_m[target] as number);
  const smoke = spill_kgps(stream.heat_W, width_m, way_m, upper_K, stream_K, scene.upper_kgpm3[target] as number);
  const most = warmer > 0 ? stream.heat_W / (CP_JpkgK * warmer) - stream.flow_kgps : smoke;
  note(book, 2 * target + 1, 2 * target, Math.min(smoke, most));
}

/** Height at which the pressure difference across the opening changes sign. */
function neutral(scene: Scene, vent: Vent): number | null {
  const { from, to } = vent;
  const n = cut(
    { bottom_m: vent.sill_m, top_m: vent.soffit_m, width_m: 1 },
    from < 0 ? -1e9 : (scene.interface_m[from] as number),
    to < 0 ? -1e9 : (scene.interface_m[to] as number),
  );
  for (let i = 0; i + 1 < n; i++) {
    const z1 = cuts_m[i] as number;
    const z2 = cuts_m[i + 1] as number;
    const d1 = gauge_Pa(scene, from, z1) - gauge_Pa(scene, to, z1);
    const d2 = gauge_Pa(scene, from, z2) - gauge_Pa(scene, to, z2);
    if (d1 * d2 <= 0 && d1 !== d2) return z1 + ((z2 - z1) * d1) / (d1 - d2);
  }
  return null;
}
