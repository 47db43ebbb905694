/** Which root of the props model draws a thing of a house, by its kind, its width and what its fields say of it. */

import type { Door, Thing, Way } from '../../sim/things.ts';
import type { Room, Vec3 } from '../../sim/world.ts';

export interface Root {
  node: string;
  /** degrees as in room.yaml: 0 faces -z, turning left is positive */
  facing_deg: number;
}

/** A row stands for every leaf up to this width. */
type Row = readonly [most_m: number, node: string];

const WOOD: readonly Row[] = [
  [0.75, 'leaf-wood-70'],
  [0.85, 'leaf-wood'],
  [0.95, 'leaf-wood-90'],
  [1.1, 'leaf-school'],
  [9, 'leaf-ground'],
];
const STEEL: readonly Row[] = [
  [0.95, 'leaf-steel'],
  [1.1, 'leaf-fire'],
  [9, 'leaf-fire-140'],
];
const GLASS: readonly Row[] = [
  [1.5, 'leaf-glass-140'],
  [9, 'leaf-glass-160'],
];
const WINDOWS: readonly Row[] = [
  [0.9, 'window-80'],
  [1.1, 'window-100'],
  [1.4, 'window-120'],
  [9, 'window-160'],
];

function row(rows: readonly Row[], width_m: number): string {
  return rows.find(([most_m]) => width_m <= most_m)![1];
}

/** Roots with a lower or taller twin: leaves of 2.10 m, windows of 1.50 m. */
const LOW_half_m = 1.075;
const TALL_half_m = 0.7;

/** @returns width of an upright slab: the longer of its two level sides. */
export function width_m(thing: Thing): number {
  return 2 * Math.max(thing.half_m[0], thing.half_m[2]);
}

/** @returns whether an upright slab lies along x; else along z. */
export function alongX(thing: Thing): boolean {
  return thing.half_m[0] >= thing.half_m[2];
}

export function leafNode(door: Door): string {
  const width = width_m(door);
  if (door.slides) return 'leaf-lift';
  if (door.glazed) return row(GLASS, width);
  const node = row(door.steel ? STEEL : WOOD, width);
  return node === 'leaf-fire-140' && door.half_m[1] < LOW_half_m ? 'leaf-fire-140-low' : node;
}

function windowNode(pane: Thing): string {
  const node = row(WINDOWS, width_m(pane));
  return node === 'window-160' && pane.half_m[1] > TALL_half_m ? 'window-160-tall' : node;
}

/** Models are drawn with the hinge at -x; turned by so much it is where the thing has it. */
const HINGE_deg: Record<Way, number> = { '-x': 0, '+z': 90, '+x': 180, '-z': -90 };
/** Where a leaf so turned swings to. */
const SWINGS: Record<Way, Way> = { '-x': '-z', '+z': '-x', '+x': '+z', '-z': '+x' };

/** @returns how a hinged leaf's model is turned, and +1 when it opens its own way, -1 when the other. */
export function hung(door: Pick<Door, 'hinge' | 'swings'>): { facing_deg: number; sense_1: 1 | -1 } {
  if (!door.hinge) return { facing_deg: 0, sense_1: 1 };
  return { facing_deg: HINGE_deg[door.hinge], sense_1: SWINGS[door.hinge] === door.swings ? 1 : -1 };
}

/** What hangs on a wall looks away from it, to where the space is that its middle is nearest to. */
function intoRoom_deg(thing: Thing, room: Room): number {
  const [x, y, z] = thing.pose.position_m;
  let best: Vec3 | null = null;
  let best_m = Number.POSITIVE_INFINITY;
  for (const { box } of room.spaces) {
    const away = [x, y, z].map((at, i) => Math.max(box.min_m[i]! - at, 0, at - box.max_m[i]!));
    const d_m = Math.hypot(...away);
    if (d_m >= best_m) continue;
    best_m = d_m;
    best = [(box.min_m[0] + box.max_m[0]) / 2, 0, (box.min_m[2] + box.max_m[2]) / 2];
  }
  if (!best) return 0;
  if (alongX(thing)) return best[2] < z ? 0 : 180;
  return best[0] < x ? 90 : -90;
}

const BOTTLES = { 'abc-powder': 'abc', 'water-based': 'water', 'wet-chemical': 'wet', co2: 'co2' } as const;
/** Things of one kind that look different, told by a word in their id; the last is the rest. */
const VALUABLES = ['wallet', 'laptop', 'handbag'] as const;

function byName(id: string, words: readonly string[]): string {
  return words.find((word) => id.includes(word)) ?? words[words.length - 1]!;
}

/** @returns the root that draws a thing of a house, null for what is not drawn here. */
export function rootOf(thing: Thing, room: Room): Root | null {
  switch (thing.kind) {
    case 'door':
      return { node: leafNode(thing), facing_deg: thing.slides ? intoRoom_deg(thing, room) : hung(thing).facing_deg };
    case 'window':
      return { node: windowNode(thing), facing_deg: intoRoom_deg(thing, room) };
    case 'lift-button':
    case 'call-point':
    case 'breaker':
      return { node: thing.kind, facing_deg: intoRoom_deg(thing, room) };
    case 'exit-sign':
      return { node: 'exit-sign-lit', facing_deg: intoRoom_deg(thing, room) };
    case 'extinguisher':
      return { node: `extinguisher-${BOTTLES[thing.agent]}`, facing_deg: intoRoom_deg(thing, room) };
    case 'cloth':
      return { node: thing.bright ? 'sheet' : 'towel', facing_deg: 0 };
    case 'water':
      return { node: byName(thing.id, ['bucket', 'basin']), facing_deg: 0 };
    case 'valuable': {
      const name = byName(thing.id, VALUABLES);
      return { node: name === 'laptop' ? 'laptop-bag' : name, facing_deg: 0 };
    }
    case 'smoke-alarm':
    case 'heat-alarm':
    case 'sprinkler':
    case 'tape':
    case 'torch':
    case 'tap':
    case 'escape-mask':
    case 'e-bike':
    case 'phone':
      return { node: thing.kind, facing_deg: 0 };
    default:
      return null;
  }
}
