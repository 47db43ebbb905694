/** Which panels hang in the room now and where their keys are: what the probe shows of them. */
import { type Object3D, Vector3 } from 'three';
import type { Layout } from './layout.ts';

/** What is looked at of a panel's board. */
interface Hung {
  readonly mesh: Object3D;
  layout: Layout | null;
}
const boards = new Set<Hung>();
const middle = new Vector3();

export interface ShownKey {
  id: string;
  position_m: [x: number, y: number, z: number];
  disabled: boolean;
}
export interface ShownPanel {
  name: string;
  keys: ShownKey[];
}

/** @returns a function that takes the board off the list */
export function listBoard(board: Hung): () => void {
  boards.add(board);
  return () => void boards.delete(board);
}

/** @returns copies, of boards that are in a scene and visible */
export function shownPanels(): ShownPanel[] {
  return [...boards].filter((one) => one.layout && one.mesh.visible && one.mesh.parent?.parent).map(face);
}

function face({ mesh, layout }: Hung): ShownPanel {
  const { width_dmm, height_dmm, hits } = layout!;
  const keys = hits.map(({ id, x, y, width, height, disabled }): ShownKey => {
    // in the plane's own space the panel is the square -0.5..0.5
    middle
      .set((x + width / 2) / width_dmm - 0.5, 0.5 - (y + height / 2) / height_dmm, 0)
      .applyMatrix4(mesh.matrixWorld);
    return { id, position_m: [middle.x, middle.y, middle.z], disabled };
  });
  return { name: mesh.name.replace(/^panel ?/, ''), keys };
}
