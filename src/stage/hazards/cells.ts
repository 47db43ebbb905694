/** Where the cells of a burning solid stand in the room: the one place that knows how the grid lies on its thing. */
import { Quaternion, Vector3 } from 'three';
import type { SolidFuel } from '../../sim/things.ts';
import type { Pose } from '../../sim/world.ts';

const turn = new Quaternion();

/** Local offset to the world by a thing's pose; writes into `out`. */
export function toWorld(pose: Pose, x: number, y: number, z: number, out: Vector3): Vector3 {
  const q = pose.orientation_quat;
  turn.set(q[0], q[1], q[2], q[3]);
  return out
    .set(x, y, z)
    .applyQuaternion(turn)
    .add(shift.set(pose.position_m[0], pose.position_m[1], pose.position_m[2]));
}
const shift = new Vector3();

/** Curtains hang: their rows climb; baskets and cartons lie: their rows go back. */
export function hangs(fuel: SolidFuel): boolean {
  const rows_m = (fuel.cells.length / fuel.columns) * fuel.cell_m;
  return Math.abs(rows_m - 2 * fuel.half_m[1]) < Math.abs(rows_m - 2 * fuel.half_m[2]);
}

/** World position of the burning surface of cell `index`; `jitter` in -0.5..0.5 of a cell. */
export function cellAt(fuel: SolidFuel, index: number, jitterX: number, jitterY: number, out: Vector3): Vector3 {
  const column = (index % fuel.columns) + 0.5 + jitterX;
  const row = Math.floor(index / fuel.columns) + 0.5 + jitterY;
  const rows = fuel.cells.length / fuel.columns;
  const x = (column / fuel.columns - 0.5) * 2 * fuel.half_m[0];
  if (hangs(fuel)) return toWorld(fuel.pose, x, (row / rows - 0.5) * 2 * fuel.half_m[1], 0.03, out);
  const z = (row / rows - 0.5) * 2 * fuel.half_m[2];
  // the pile sinks as it burns away
  const top = fuel.half_m[1] * (0.92 - 0.9 * (1 - fuel.left_frac));
  return toWorld(fuel.pose, x, top, z, out);
}

export function burningCells(fuel: SolidFuel): number {
  let count = 0;
  for (const cell of fuel.cells) if (cell.burning) count++;
  return count;
}
