/** A torch and its light in the air: a soft cone that smoke makes plain and clear air hardly shows. */
import {
  AdditiveBlending,
  BufferAttribute,
  ConeGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
} from 'three';
import type { Torch } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { follow, type Library, type Prop, part } from './prop.ts';
import type { Root } from './roots.ts';
import { takeOr } from './standIn.ts';

/** The beam as it is drawn. [D] */
const LONG_m = 2.6;
const WIDE_m = 0.42;
/** Share of the beam's brightness in clear air; dense smoke shows all of it. */
const CLEAR_frac = 0.18;
const DENSE_visibility_m = 4;

function beam(): Mesh<ConeGeometry, MeshBasicMaterial> {
  const cone = new ConeGeometry(WIDE_m, LONG_m, 20, 4, true).translate(0, -LONG_m / 2, 0).rotateX(Math.PI / 2);
  const at = cone.getAttribute('position');
  const colours = new Float32Array(at.count * 3);
  // bright at the lens, nothing at the far end
  for (let i = 0; i < at.count; i++) colours.fill((1 - Math.min(1, -at.getZ(i) / LONG_m)) ** 2, i * 3, i * 3 + 3);
  cone.setAttribute('color', new BufferAttribute(colours, 3));
  const look = new MeshBasicMaterial({
    color: '#fff1c9',
    vertexColors: true,
    transparent: true,
    blending: AdditiveBlending,
    depthWrite: false,
    side: DoubleSide,
    forceSinglePass: true,
    toneMapped: false,
  });
  const mesh = new Mesh(cone, look);
  mesh.renderOrder = 20;
  return mesh;
}

export function makeTorch(library: Library, torch: Torch, how: Root): Prop {
  const model = takeOr(library, how.node, torch, null);
  const lens: Object3D | null = part(model, 'lens');
  const light = beam();
  if (lens) light.position.copy(lens.position);
  else light.position.z = -torch.half_m[2];
  const root = new Group().add(model, light);
  return {
    id: torch.id,
    root,
    shadow_m: null,
    draw(now, world, dt_s) {
      if (now.kind !== 'torch') return;
      follow(root, now, dt_s);
      light.visible = now.on;
      if (now.on) light.material.opacity = dust_frac(world);
    },
  };
}

/** @returns how much of the beam the air shows. */
function dust_frac({ smoke }: World): number {
  const thick = Math.min(1, DENSE_visibility_m / Math.max(smoke.visibility_m, 0.1));
  return 0.55 * (CLEAR_frac + (1 - CLEAR_frac) * thick);
}
