/** Ways over the floors of a house: a grid laid once over its surfaces, A* on it, distance fields for many at once. */
import { floorsAt, type Ground, groundAt, meets, standable } from './ground.ts';
import type { Box, Surface, Vec3 } from './world.ts';

/** Side of a cell, half a body kept from walls and furniture. [D] */
export const CELL_m = 0.2;
export const BODY_radius_m = 0.2;
/** Neighbours differ by no more than this: 0.28 m over a flight of 1 in 1.6 is 0.18. [D] */
const RISE_m = 0.3;

/** Places where a body can stand, and from which to which it can step. */
export interface Grid {
  /** x, y, z of node k at 3k */
  at_m: Float64Array;
  count: number;
  /** up to eight neighbours of node k at 8k, -1 where there is none; straight ones first */
  next: Int32Array;
}

const STRAIGHT_count = 4;
/** Neighbours of a cell: straight ones first. */
export const ROUND: readonly (readonly [di: number, dj: number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];
/** Length of a step to neighbour n, in metres. */
export const STRIDE_m = ROUND.map(([di, dj]) => CELL_m * Math.hypot(di, dj));

const grids = new WeakMap<readonly Surface[], Grid>();

/** @returns the grid of a room; made once, since surfaces and furniture never change: a memory, not a state. Doors are not in it. */
export function gridOf(ground: Ground): Grid {
  let known = grids.get(ground.surfaces);
  if (!known) {
    known = layGrid(ground);
    grids.set(ground.surfaces, known);
  }
  return known;
}

function layGrid(ground: Ground): Grid {
  const corners = ground.surfaces.flatMap((surface) => surface.corners_m);
  const low = (k: 0 | 2) => Math.floor(Math.min(...corners.map((c) => c[k])) / CELL_m);
  const high = (k: 0 | 2) => Math.ceil(Math.max(...corners.map((c) => c[k])) / CELL_m);
  const [i0, i1, j0, j1] = corners.length > 0 ? [low(0), high(0), low(2), high(2)] : [0, -1, 0, -1];
  const columns = i1 - i0 + 1;
  const places: number[] = [];
  const atCell = new Map<number, number[]>();
  for (let j = j0; j <= j1; j++)
    for (let i = i0; i <= i1; i++)
      for (const y of floorsAt(ground, i * CELL_m, j * CELL_m)) {
        if (!standable(ground, [], i * CELL_m, y, j * CELL_m, BODY_radius_m)) continue;
        const cell = i - i0 + columns * (j - j0);
        const here = atCell.get(cell);
        if (here) here.push(places.length / 3);
        else atCell.set(cell, [places.length / 3]);
        places.push(i * CELL_m, y, j * CELL_m);
      }
  const grid = {
    at_m: Float64Array.from(places),
    count: places.length / 3,
    next: new Int32Array((places.length / 3) * 8).fill(-1),
  };
  join(grid, (k, di, dj) => {
    const i = Math.round(grid.at_m[3 * k]! / CELL_m) - i0 + di;
    const j = Math.round(grid.at_m[3 * k + 2]! / CELL_m) - j0 + dj;
    return i < 0 || i >= columns || j < 0 ? [] : (atCell.get(i + columns * j) ?? []);
  });
  return grid;
}

/** Straight steps first, then those round no corner. */
function join(grid: Grid, beside: (k: number, di: number, dj: number) => number[]): void {
  const rise_m = (a: number, b: number) => Math.abs(grid.at_m[3 * a + 1]! - grid.at_m[3 * b + 1]!);
  for (let k = 0; k < grid.count; k++)
    for (let n = 0; n < ROUND.length; n++) {
      const [di, dj] = ROUND[n]!;
      const to = beside(k, di, dj).find((one) => rise_m(k, one) <= RISE_m);
      if (to !== undefined) grid.next[8 * k + n] = to;
    }
  for (let k = 0; k < grid.count; k++)
    for (let n = STRAIGHT_count; n < ROUND.length; n++) {
      const [di, dj] = ROUND[n]!;
      const sideX = grid.next[8 * k + (di > 0 ? 0 : 1)]!;
      const sideZ = grid.next[8 * k + (dj > 0 ? 2 : 3)]!;
      if (sideX < 0 || sideZ < 0) grid.next[8 * k + n] = -1;
    }
}

/** Nothing in reach of a hand hangs higher over the floor it is reached from. [D] */
const HANGS_m = 2.2;

/**
 * The node to start from or to end at.
 * @param y height of feet, or of a thing up to 2.2 m over the floor it is reached from
 * @returns -1 in an empty grid
 */
export function nodeAt(grid: Grid, x: number, y: number, z: number, free: (k: number) => boolean = () => true): number {
  let best = -1;
  let bestScore = Number.POSITIVE_INFINITY;
  for (let k = 0; k < grid.count; k++) {
    const up_m = y - grid.at_m[3 * k + 1]!;
    const wrong_m = up_m < -0.45 ? -up_m : up_m > HANGS_m ? up_m : 0;
    const flat_m = Math.hypot(grid.at_m[3 * k]! - x, grid.at_m[3 * k + 2]! - z);
    const score = flat_m + 0.1 * Math.abs(up_m) + 4 * wrong_m;
    if (score >= bestScore || !free(k)) continue;
    best = k;
    bestScore = score;
  }
  return best;
}

/** @returns which nodes shut doors take up, as a test. */
export function freeOf(grid: Grid, leaves: readonly Box[]): (k: number) => boolean {
  if (leaves.length === 0) return () => true;
  return (k) => !meets(leaves, grid.at_m[3 * k]!, grid.at_m[3 * k + 1]!, grid.at_m[3 * k + 2]!, LEAF_clear_m);
}

/** Nearer than half a cell to a shut leaf is through it. */
const LEAF_clear_m = 0.11;

/** Distance on foot from every node to a goal, and the node to step to next (-1 at the goal and where there is no way). */
export interface Spread {
  far_m: Float64Array;
  next: Int32Array;
}

/**
 * How far it is on foot from every node to the nearest of `goals` (Dijkstra).
 * @param free whether a node may be stepped on
 * @param longer_frac by how much a way onto a node counts as longer than it is
 * @param within_m no further than this from the goals; beyond, there is no way
 * @returns metres a node, Infinity where there is no way
 */
export function spreadFrom(
  grid: Grid,
  goals: readonly number[],
  free: (node: number) => boolean = () => true,
  longer_frac: (node: number) => number = () => 1,
  within_m = Number.POSITIVE_INFINITY,
): Spread {
  const far_m = new Float64Array(grid.count).fill(Number.POSITIVE_INFINITY);
  const next = new Int32Array(grid.count).fill(-1);
  const done = new Uint8Array(grid.count);
  const heap = new Heap();
  for (const goal of goals) {
    far_m[goal] = 0;
    heap.push(goal, 0, goal);
  }
  for (let k = heap.pop(); k >= 0; k = heap.pop()) {
    if (done[k]) continue;
    if (far_m[k]! > within_m) break;
    done[k] = 1;
    for (let n = 0; n < 8; n++) {
      const to = grid.next[8 * k + n]!;
      if (to < 0 || done[to] || !free(to)) continue;
      const cost_m = far_m[k]! + STRIDE_m[n]! * longer_frac(to);
      if (cost_m >= far_m[to]!) continue;
      far_m[to] = cost_m;
      next[to] = k;
      heap.push(to, cost_m, to);
    }
  }
  if (within_m < Number.POSITIVE_INFINITY)
    for (let k = 0; k < grid.count; k++) if (!done[k]) far_m[k] = Number.POSITIVE_INFINITY;
  return { far_m, next };
}

/** A binary heap of nodes by cost; of equal costs the lesser turn comes out first, the one put in first unless said: the same in every run. */
class Heap {
  private readonly nodes: number[] = [];
  private readonly costs_m: number[] = [];
  private readonly turns: number[] = [];
  private turn = 0;
  lastCost_m = 0;

  private before(a: number, b: number): boolean {
    const difference_m = this.costs_m[a]! - this.costs_m[b]!;
    return difference_m !== 0 ? difference_m < 0 : this.turns[a]! < this.turns[b]!;
  }

  private swap(a: number, b: number): void {
    for (const list of [this.nodes, this.costs_m, this.turns]) [list[a], list[b]] = [list[b]!, list[a]!];
  }

  push(node: number, cost_m: number, turn = this.turn++): void {
    this.nodes.push(node);
    this.costs_m.push(cost_m);
    this.turns.push(turn);
    for (let k = this.nodes.length - 1; k > 0; ) {
      const up = (k - 1) >> 1;
      if (!this.before(k, up)) break;
      this.swap(k, up);
      k = up;
    }
  }

  /** @returns the cheapest node, -1 when empty; its cost stands in lastCost_m */
  pop(): number {
    const last = this.nodes.length - 1;
    if (last < 0) return -1;
    this.swap(0, last);
    const node = this.nodes.pop()!;
    this.lastCost_m = this.costs_m.pop()!;
    this.turns.pop();
    for (let k = 0; ; ) {
      const left = 2 * k + 1;
      if (left >= last) break;
      const down = left + 1 < last && this.before(left + 1, left) ? left + 1 : left;
      if (!this.before(down, k)) break;
      this.swap(down, k);
      k = down;
    }
    return node;
  }
}

/** A*: where the goal cannot be reached, the way to the node nearest to it. @returns nodes after the first */
function search(grid: Grid, from: number, goal: number, free: (k: number) => boolean): number[] {
  const away_m = (k: number) =>
    Math.hypot(grid.at_m[3 * k]! - grid.at_m[3 * goal]!, grid.at_m[3 * k + 2]! - grid.at_m[3 * goal + 2]!) +
    2 * Math.max(0, Math.abs(grid.at_m[3 * k + 1]! - grid.at_m[3 * goal + 1]!) - RISE_m);
  const guess_m = (k: number) =>
    Math.hypot(grid.at_m[3 * k]! - grid.at_m[3 * goal]!, grid.at_m[3 * k + 2]! - grid.at_m[3 * goal + 2]!);
  const cost_m = new Float64Array(grid.count).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(grid.count).fill(-1);
  const heap = new Heap();
  cost_m[from] = 0;
  heap.push(from, guess_m(from));
  let nearest = from;
  for (let k = heap.pop(); k >= 0; k = heap.pop()) {
    if (heap.lastCost_m > cost_m[k]! + guess_m(k) + 1e-9) continue;
    if (away_m(k) < away_m(nearest) - 1e-9) nearest = k;
    if (k === goal) break;
    for (let n = 0; n < 8; n++) {
      const to = grid.next[8 * k + n]!;
      if (to < 0 || !free(to)) continue;
      const next_m = cost_m[k]! + STRIDE_m[n]!;
      if (next_m >= cost_m[to]! - 1e-12) continue;
      cost_m[to] = next_m;
      cameFrom[to] = k;
      heap.push(to, next_m + guess_m(to));
    }
  }
  const way: number[] = [];
  for (let k = nearest; k !== from && k >= 0; k = cameFrom[k]!) way.unshift(k);
  return way;
}

/**
 * A way on foot.
 * @param leaves shut doors (ground.ts shutLeaves); empty where doors are opened on the way
 * @param from feet
 * @param goal feet, or a thing one wants to reach
 * @returns points to walk through, ending at the goal, or as near to it as one can get; empty when already there
 */
export function wayOver(ground: Ground, leaves: readonly Box[], from: Readonly<Vec3>, goal: Readonly<Vec3>): Vec3[] {
  const grid = gridOf(ground);
  const free = freeOf(grid, leaves);
  const start = nodeAt(grid, from[0], from[1], from[2], free);
  const end = nodeAt(grid, goal[0], goal[1], goal[2]);
  if (start < 0 || end < 0) return [];
  const nodes = search(grid, start, end, free);
  const points = nodes.map((k): Vec3 => [grid.at_m[3 * k]!, grid.at_m[3 * k + 1]!, grid.at_m[3 * k + 2]!]);
  const last = nodes.at(-1) ?? start;
  const end_m: Vec3 = [grid.at_m[3 * last]!, grid.at_m[3 * last + 1]!, grid.at_m[3 * last + 2]!];
  const exact = Math.abs(goal[1] - end_m[1]) < RISE_m && last === end;
  if (exact && standable(ground, leaves, goal[0], goal[1], goal[2], BODY_radius_m * 0.9)) {
    points.pop();
    points.push([goal[0], goal[1], goal[2]]);
  } else if (points.length === 0) points.push(end_m);
  return straighten(ground, leaves, from, points);
}

/** Leaves out points between which one can walk straight. */
function straighten(ground: Ground, leaves: readonly Box[], from: Readonly<Vec3>, points: Vec3[]): Vec3[] {
  const kept: Vec3[] = [];
  let here: Readonly<Vec3> = from;
  for (let i = 0; i < points.length; ) {
    let reach = i;
    for (let j = Math.min(points.length - 1, i + LOOK_count); j > i; j--)
      if (walkable(ground, leaves, here, points[j]!)) {
        reach = j;
        break;
      }
    kept.push(points[reach]!);
    here = points[reach]!;
    i = reach + 1;
  }
  return kept;
}

/** A straight piece is looked for over 60 cells (12 m) at most. [D] */
const LOOK_count = 60;

/** @returns whether one can walk from a to b in a straight line. */
export function walkable(ground: Ground, leaves: readonly Box[], a: Readonly<Vec3>, b: Readonly<Vec3>): boolean {
  const length_m = Math.hypot(b[0] - a[0], b[2] - a[2]);
  const steps = Math.ceil(length_m / 0.1);
  let y = a[1];
  for (let k = 1; k <= steps; k++) {
    const x = a[0] + ((b[0] - a[0]) * k) / steps;
    const z = a[2] + ((b[2] - a[2]) * k) / steps;
    const under = groundAt(ground, x, z, y);
    if (under === null || Math.abs(under - y) > RISE_m) return false;
    y = under;
    if (!standable(ground, leaves, x, y, z, BODY_radius_m * 0.9)) return false;
  }
  return Math.abs(y - b[1]) < RISE_m;
}
