/** Contact shadows: soft round darkness under what stands free, all in one draw. */
import { CanvasTexture, InstancedMesh, MeshBasicMaterial, PlaneGeometry } from 'three';

/** A soft round darkness, drawn once. */
function blobTexture(): CanvasTexture {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext('2d');
  if (pen) {
    const soft = pen.createRadialGradient(32, 32, 4, 32, 32, 32);
    soft.addColorStop(0, 'rgba(0,0,0,0.55)');
    soft.addColorStop(0.6, 'rgba(0,0,0,0.25)');
    soft.addColorStop(1, 'rgba(0,0,0,0)');
    pen.fillStyle = soft;
    pen.fillRect(0, 0, 64, 64);
  }
  return new CanvasTexture(canvas);
}

/** @returns as many blobs, placed by setMatrixAt; each is 2 m wide unscaled. */
export function makeShadows(count: number): InstancedMesh<PlaneGeometry, MeshBasicMaterial> {
  const look = { map: blobTexture(), transparent: true, depthWrite: false, toneMapped: false };
  const mesh = new InstancedMesh(
    new PlaneGeometry(2, 2).rotateX(-Math.PI / 2),
    new MeshBasicMaterial(look),
    Math.max(1, count),
  );
  // an instance nobody places would lie at the origin
  mesh.count = count;
  mesh.frustumCulled = false;
  mesh.renderOrder = 2;
  return mesh;
}
