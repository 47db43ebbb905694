/** Which way to a goal from anywhere: one field of distances over the walking grid for each goal, shared by all who go there. */
import { bars, nearestOn, remembered, staysShut, type Walls, wallsNear, wallsOf } from './crowd-ground.ts';
import { clamp, inBox } from './vec.ts';
import { CELL_m, type Grid, gridOf, type Spread, STRIDE_m, spreadFrom } from './way.ts';
import type { Box, Vec3, World } from './world.ts';

/** The walking grid with what a crowd asks of it. */
export interface Flow {
  grid: Grid;
  /** cells as a rectangle: the first node of each, -1 for none, and after each node the next of its cell (another storey) */
  first: Int32Array;
  beneath: Int32Array;
  columns: number;
  minColumnIndex: number;
  minRowIndex: number;
  /** distance from each node to the nearest wall, at most 0.9 m */
  clear_m: Float64Array;
  /** rise of the floor per metre, 0 on the level */
  slope_frac: Float64Array;
  /** nodes in the leaf of a door nobody can open */
  closed: Uint8Array;
  fields: Map<string, Spread>;
}

/** A node this much higher or lower is on another storey. */
const LEVEL_m = 0.5;
/** Nearer than this to a wall a way counts as longer, up to twice: people keep off walls (HCM 2000: 0.3-0.5 m shy distance). */
const SHY_m = 0.45;
/** A stair is slower, so that the level way is taken where there are both (see STAIRS_frac of crowd-mind.ts). */
const STEEP_frac = 0.25;
const SLOW_frac = 1.25;
/** Fields of goals that move or are many are forgotten beyond this number, oldest first; they can always be made again. [D] */
const KEEP_count = 48;

/** An empty rectangle of cells about all nodes. */
function cellsOf({
  at_m,
  count,
}: Grid): Pick<Flow, 'first' | 'beneath' | 'columns' | 'minColumnIndex' | 'minRowIndex'> {
  const bounds = [0, 2].map((axis): [number, number] => {
    let low = 0;
    let high = 0;
    for (let k = 0; k < count; k++) {
      const cell = Math.round(at_m[3 * k + axis]! / CELL_m);
      if (k === 0 || cell < low) low = cell;
      if (k === 0 || cell > high) high = cell;
    }
    return [low, high];
  });
  const [[minColumnIndex, maxColumn], [minRowIndex, maxRow]] = bounds as [[number, number], [number, number]];
  const columns = maxColumn - minColumnIndex + 1;
  const first = new Int32Array(columns * (maxRow - minRowIndex + 1)).fill(-1);
  return { first, beneath: new Int32Array(count).fill(-1), columns, minColumnIndex, minRowIndex };
}

/** @returns number of the cell of a point, -1 outside the rectangle. */
function cellAt(
  flow: Pick<Flow, 'first' | 'columns' | 'minColumnIndex' | 'minRowIndex'>,
  x: number,
  z: number,
): number {
  const column = Math.round(x / CELL_m) - flow.minColumnIndex;
  const row = Math.round(z / CELL_m) - flow.minRowIndex;
  if (column < 0 || column >= flow.columns || row < 0) return -1;
  const cell = column + flow.columns * row;
  return cell < flow.first.length ? cell : -1;
}

function clearance_m(walls: Walls, x: number, y: number, z: number): number {
  let best_m = 0.9;
  for (const index of wallsNear(walls, x, z)) {
    const wall = walls.all[index]!;
    if (wall.door !== null) continue;
    const t = nearestOn(wall, x, z);
    if (!bars(wall, t, y)) continue;
    const wx = wall.a_m[0] + (wall.b_m[0] - wall.a_m[0]) * t;
    const wz = wall.a_m[2] + (wall.b_m[2] - wall.a_m[2]) * t;
    best_m = Math.min(best_m, Math.hypot(x - wx, z - wz));
  }
  return best_m;
}

function inClosedLeaf(world: World, walls: Walls, x: number, y: number, z: number): boolean {
  for (const index of wallsNear(walls, x, z)) {
    const wall = walls.all[index]!;
    if (wall.door === null || !staysShut(world, wall.door)) continue;
    const t = nearestOn(wall, x, z);
    const wx = wall.a_m[0] + (wall.b_m[0] - wall.a_m[0]) * t;
    const wz = wall.a_m[2] + (wall.b_m[2] - wall.a_m[2]) * t;
    if (bars(wall, t, y) && Math.hypot(x - wx, z - wz) < CELL_m / 2 + 0.01) return true;
  }
  return false;
}

/** @returns the flow of a room; made once: a memory, not a state. Locked doors and doors worked by a button are walls in it. */
export const flowOf = remembered((world): Flow => {
  const grid = gridOf(world.room);
  const walls = wallsOf(world);
  const { count, at_m } = grid;
  const flow: Flow = {
    grid,
    ...cellsOf(grid),
    clear_m: new Float64Array(count),
    slope_frac: new Float64Array(count),
    closed: new Uint8Array(count),
    fields: new Map(),
  };
  for (let k = 0; k < count; k++) {
    const [x, y, z] = [at_m[3 * k]!, at_m[3 * k + 1]!, at_m[3 * k + 2]!];
    const cell = cellAt(flow, x, z);
    flow.beneath[k] = flow.first[cell]!;
    flow.first[cell] = k;
    flow.clear_m[k] = clearance_m(walls, x, y, z);
    if (inClosedLeaf(world, walls, x, y, z)) flow.closed[k] = 1;
    for (let n = 0; n < 4; n++) {
      const to = grid.next[8 * k + n]!;
      if (to >= 0) flow.slope_frac[k] = Math.max(flow.slope_frac[k]!, Math.abs(at_m[3 * to + 1]! - y) / STRIDE_m[n]!);
    }
  }
  return flow;
});

/** @returns the node whose cell holds a point at that height, -1 for none. */
export function nodeIn(flow: Flow, x: number, y: number, z: number): number {
  const cell = cellAt(flow, x, z);
  if (cell < 0) return -1;
  let k = flow.first[cell]!;
  while (k >= 0 && Math.abs(flow.grid.at_m[3 * k + 1]! - y) >= LEVEL_m) k = flow.beneath[k]!;
  return k;
}

/** @returns the nearest node on a storey, within 1 m; -1 for none. */
export function nodeNear(flow: Flow, x: number, y: number, z: number): number {
  const { at_m } = flow.grid;
  for (let ring = 0; ring <= 5; ring++) {
    let best = -1;
    let best_m = Number.POSITIVE_INFINITY;
    for (let i = -ring; i <= ring; i++)
      for (let j = -ring; j <= ring; j++) {
        if (Math.max(Math.abs(i), Math.abs(j)) !== ring) continue;
        const k = nodeIn(flow, x + i * CELL_m, y, z + j * CELL_m);
        if (k < 0) continue;
        const far_m = Math.hypot(at_m[3 * k]! - x, at_m[3 * k + 2]! - z);
        if (far_m >= best_m) continue;
        best = k;
        best_m = far_m;
      }
    if (best >= 0) return best;
  }
  return -1;
}

function spread(flow: Flow, goals: readonly number[], within_m: number): Spread {
  const { grid, clear_m, slope_frac, closed } = flow;
  const longer_frac = (to: number) => {
    const shy = 1 + clamp((SHY_m - clear_m[to]!) / SHY_m, 0, 1);
    return shy * (slope_frac[to]! > STEEP_frac ? SLOW_frac : 1);
  };
  return spreadFrom(grid, goals, (to) => !closed[to], longer_frac, within_m);
}

/**
 * The field to a set of nodes.
 * @param key names goal and reach: the same key always the same field
 * @param within_m no further than this from the goal; beyond, there is no way in it
 */
export function fieldTo(
  flow: Flow,
  key: string,
  goals: () => readonly number[],
  within_m = Number.POSITIVE_INFINITY,
): Spread {
  let field = flow.fields.get(key);
  if (field) return field;
  field = spread(flow, goals(), within_m);
  if (flow.fields.size >= KEEP_count) flow.fields.delete(flow.fields.keys().next().value!);
  flow.fields.set(key, field);
  return field;
}

/** @returns the field to a node. */
export function fieldToNode(flow: Flow, nodeIndex: number): Spread {
  return fieldTo(flow, `node ${nodeIndex}`, () => (nodeIndex < 0 ? [] : [nodeIndex]));
}

/** @returns the field to all the ground in a box. */
export function fieldToBox(flow: Flow, box: Box): Spread {
  const { min_m, max_m } = box;
  return fieldTo(flow, `box ${min_m} ${max_m}`, () => {
    const inside: number[] = [];
    const at: Vec3 = [0, 0, 0];
    for (let k = 0; k < flow.grid.count; k++) {
      for (let axis = 0; axis < 3; axis++) at[axis] = flow.grid.at_m[3 * k + axis]!;
      at[1] += 0.1;
      if (inBox(box, at)) inside.push(k);
    }
    return inside;
  });
}

/** How many cells ahead one looks along the way: 2.4 m. [D] */
const AHEAD_count = 12;
const SIDE_m = 0.22; // kept from walls on a straight line to what one aims at [D]

/** @returns whether one can go straight over the floor between two points, half a body from walls. */
function straight(flow: Flow, x: number, y: number, z: number, node: number): boolean {
  const { at_m } = flow.grid;
  const toX = at_m[3 * node]!;
  const toZ = at_m[3 * node + 2]!;
  const steps = Math.ceil(Math.hypot(toX - x, toZ - z) / (CELL_m / 2));
  let height_m = y;
  for (let s = 1; s < steps; s++) {
    const k = nodeIn(flow, x + ((toX - x) * s) / steps, height_m, z + ((toZ - z) * s) / steps);
    if (k < 0 || (flow.clear_m[k]! < SIDE_m && s > 2)) return false;
    height_m = at_m[3 * k + 1]!;
  }
  return true;
}

/**
 * The point to walk towards: the furthest of the next cells of the way that lies straight ahead.
 * @returns the distance to the goal from here, Infinity where there is no way
 */
export function aimAlong(flow: Flow, field: Spread, at_m: Readonly<Vec3>, out: Vec3): number {
  const [x, y, z] = at_m;
  const start = nodeNear(flow, x, y, z);
  const far_m = start < 0 ? Number.POSITIVE_INFINITY : field.far_m[start]!;
  if (far_m === Number.POSITIVE_INFINITY) return far_m;
  let node = start;
  let seen = start;
  for (let count = 0; count < AHEAD_count; count++) {
    const next = field.next[node]!;
    if (next < 0) break;
    node = next;
    if (count < 1 || straight(flow, x, y, z, node)) seen = node;
    else if (count > 4) break;
  }
  for (let axis = 0; axis < 3; axis++) out[axis] = flow.grid.at_m[3 * seen + axis]!;
  return far_m;
}
