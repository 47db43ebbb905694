/** The arc of a teleport and the ring where it lands: open ring and tick where one may stand, a cross where not. */
import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  BufferAttribute,
  BufferGeometry,
  Color,
  DoubleSide,
  DynamicDrawUsage,
  Group,
  Mesh,
  MeshBasicMaterial,
  PlaneGeometry,
  RingGeometry,
} from 'three';
import { DRAW } from '../frame.ts';
import type { Trainee } from '../input/trainee.ts';
import { ARC_POINTS } from './arc.ts';

const GOOD = new Color('#2bb3a3');
const POST = new Color('#f2b84b');
const BAD = new Color('#c2453c');

/** A ribbon 2 cm wide along the arc; both triangles of each piece, lying flat. */
function ribbon(): BufferGeometry {
  const geometry = new BufferGeometry();
  const points = new BufferAttribute(new Float32Array(ARC_POINTS * 2 * 3), 3);
  points.setUsage(DynamicDrawUsage);
  geometry.setAttribute('position', points);
  // never read, but with it the ribbon shares the program of the ring and the cross
  geometry.setAttribute('normal', new BufferAttribute(new Float32Array(ARC_POINTS * 2 * 3), 3));
  const index: number[] = [];
  for (let i = 0; i < ARC_POINTS - 1; i++) {
    const a = i * 2;
    index.push(a, a + 1, a + 2, a + 1, a + 3, a + 2);
  }
  geometry.setIndex(index);
  return geometry;
}

function crossMark(material: MeshBasicMaterial): Group {
  const cross = new Group();
  for (const turn of [Math.PI / 4, -Math.PI / 4]) {
    const bar = new Mesh(new PlaneGeometry(0.42, 0.06), material);
    bar.rotation.set(-Math.PI / 2, 0, turn);
    cross.add(bar);
  }
  return cross;
}

function build() {
  const material = new MeshBasicMaterial({
    transparent: true,
    opacity: 0.85,
    depthWrite: false,
    side: DoubleSide,
    // flat and of one colour: backs and fronts need no pass, and no program, of their own
    forceSinglePass: true,
    toneMapped: false,
  });
  const arc = new Mesh(ribbon(), material);
  arc.frustumCulled = false;
  const ring = new Mesh(new RingGeometry(0.2, 0.26, 40).rotateX(-Math.PI / 2), material);
  const dot = new Mesh(new RingGeometry(0, 0.06, 24).rotateX(-Math.PI / 2), material);
  const cross = crossMark(material);
  const goal = new Group().add(ring, dot, cross);
  const all = new Group().add(arc, goal);
  all.visible = false;
  all.traverse((one) => {
    one.renderOrder = 20;
  });
  return { all, arc, ring, dot, cross, goal, material };
}

export function TeleportView({ trainee: t }: { trainee: Trainee }) {
  const view = useMemo(build, []);
  useEffect(() => () => view.material.dispose(), [view]);
  useFrame(() => {
    view.all.visible = t.loco.aiming !== null;
    if (!view.all.visible) return;
    const { landing, points } = t.loco;
    const place = view.arc.geometry.getAttribute('position') as BufferAttribute;
    const last = (ARC_POINTS - 1) * 3;
    const dx = (points[last] ?? 0) - (points[0] ?? 0);
    const dz = (points[last + 2] ?? 0) - (points[2] ?? 0);
    const away = Math.hypot(dx, dz) || 1;
    for (let i = 0; i < ARC_POINTS; i++) {
      const [x, y, z] = [points[i * 3] ?? 0, points[i * 3 + 1] ?? 0, points[i * 3 + 2] ?? 0];
      place.setXYZ(i * 2, x + (dz / away) * 0.012, y, z - (dx / away) * 0.012);
      place.setXYZ(i * 2 + 1, x - (dz / away) * 0.012, y, z + (dx / away) * 0.012);
    }
    place.needsUpdate = true;
    view.goal.position.set(landing.x_m, landing.y_m + 0.02, landing.z_m);
    view.material.color.copy(landing.valid ? (landing.post ? POST : GOOD) : BAD);
    view.ring.visible = landing.valid;
    view.dot.visible = landing.valid;
    view.cross.visible = !landing.valid;
  }, DRAW);
  return <primitive object={view.all} />;
}
