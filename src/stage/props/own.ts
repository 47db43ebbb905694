/** Materials of its own for a thing that darkens by itself: the only things whose material is not shared. */
import type { MeshStandardMaterial, Object3D } from 'three';
import { eachMesh } from './prop.ts';

/** @returns the copies that now draw everything under `root`; their programs stay the shared ones. */
export function ownMaterials(root: Object3D): MeshStandardMaterial[] {
  const own: MeshStandardMaterial[] = [];
  eachMesh(root, (mesh) => {
    const shared = mesh.material as MeshStandardMaterial;
    const material = shared.clone();
    material.onBeforeCompile = shared.onBeforeCompile;
    material.customProgramCacheKey = shared.customProgramCacheKey;
    mesh.material = material;
    own.push(material);
  });
  return own;
}
