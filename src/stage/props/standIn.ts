/** What stands where the props model has no such root: a plain box of the thing's own size, so that a run can go on. */
import { BoxGeometry, Group, Mesh, type MeshStandardMaterial, type Object3D } from 'three';
import type { Thing } from '../../sim/things.ts';
import { eachMesh, type Library } from './prop.ts';

const missed = new Set<string>();

/** Says once what is missing, all names of a moment in one sentence. */
function miss(node: string): void {
  if (missed.has(node)) return;
  if (missed.size === 0)
    queueMicrotask(() => {
      console.warn(`The props model has no ${[...missed].join(', ')}: plain boxes stand for them.`);
    });
  missed.add(node);
}

/** The material that every movable thing shares, so that a box costs no program of its own. */
function sharedMaterial(library: Library): MeshStandardMaterial | undefined {
  for (const root of library.values()) {
    let found: MeshStandardMaterial | undefined;
    eachMesh(root, (mesh) => {
      const material = mesh.material as MeshStandardMaterial;
      if (!found && material.name === 'props') found = material;
    });
    if (found) return found;
  }
  return undefined;
}

/** @returns a clone of the root, or a box of the thing's size; a slab's box is one part `leaf`, hinged at its -x end. */
export function takeOr(library: Library, node: string, thing: Thing, partName: string | null): Object3D {
  const source = library.get(node);
  if (source) {
    const root = source.clone(true);
    root.position.set(0, 0, 0);
    root.quaternion.identity();
    return root;
  }
  miss(node);
  const [hx, hy, hz] = thing.half_m;
  const slab = partName !== null;
  const [x, z] = slab && hz > hx ? [hz, hx] : [hx, hz];
  const box = new Mesh(new BoxGeometry(2 * x, 2 * hy, 2 * z), sharedMaterial(library));
  const root = new Group();
  if (!slab) return root.add(box);
  const leaf = new Group();
  leaf.userData.part = partName;
  if (partName === 'leaf') {
    leaf.position.x = -x;
    box.position.x = x;
  }
  root.add(leaf.add(box));
  return root;
}
