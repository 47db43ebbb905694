/** What shows the hands' attention: the ray and its dot in a headset, brackets around what can be used now. */
import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  BufferGeometry,
  Color,
  CylinderGeometry,
  Float32BufferAttribute,
  LineBasicMaterial,
  LineSegments,
  Mesh,
  MeshBasicMaterial,
  type Object3D,
  RingGeometry,
} from 'three';
import type { Drill } from '../../drill/types.ts';
import { DRAW } from '../frame.ts';
import { type HandState, OTHER, SIDES, type Trainee } from './trainee.ts';

const READY = new Color('#35d0bd');
const FAR = new Color('#f2b84b');
const PRESSED = new Color('#ffffff');

/** Corner brackets of a unit box (half size 1): three short edges at each of eight corners. */
function brackets(): BufferGeometry {
  const points: number[] = [];
  const arm = 0.45;
  for (const x of [-1, 1])
    for (const y of [-1, 1])
      for (const z of [-1, 1]) {
        points.push(x, y, z, x - x * arm, y, z);
        points.push(x, y, z, x, y - y * arm, z);
        points.push(x, y, z, x, y, z - z * arm);
      }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(points, 3));
  return geometry;
}

interface Mark {
  box: LineSegments<BufferGeometry, LineBasicMaterial>;
  ray: Mesh<CylinderGeometry, MeshBasicMaterial>;
  dot: Mesh<RingGeometry, MeshBasicMaterial>;
}

function createMark(): Mark {
  const box = new LineSegments(
    brackets(),
    new LineBasicMaterial({ toneMapped: false, depthTest: false, transparent: true }),
  );
  const beam = new CylinderGeometry(0.0018, 0.0018, 1, 6, 1, true).rotateX(Math.PI / 2).translate(0, 0, -0.5);
  const ray = new Mesh(
    beam,
    new MeshBasicMaterial({ transparent: true, opacity: 0.55, toneMapped: false, depthWrite: false }),
  );
  const dot = new Mesh(
    new RingGeometry(0.006, 0.011, 24),
    new MeshBasicMaterial({ toneMapped: false, depthTest: false, transparent: true }),
  );
  box.renderOrder = 30;
  ray.renderOrder = 31;
  dot.renderOrder = 32;
  for (const one of [box, ray, dot] as Object3D[]) {
    one.frustumCulled = false;
    one.visible = false;
  }
  return { box, ray, dot };
}

function showBox(mark: Mark, hand: HandState, drill: Drill): void {
  const { target } = hand.hover;
  mark.box.visible = target !== null && hand.use !== 'none';
  if (!target || !mark.box.visible) return;
  const held = drill.world.things[target.id]?.heldBy;
  mark.box.visible = !held;
  const p = target.pose.position_m;
  const q = target.pose.orientation_quat;
  mark.box.position.set(p[0], p[1], p[2]);
  mark.box.quaternion.set(q[0], q[1], q[2], q[3]);
  const grow = hand.flash_s > 0 ? 0.025 : 0.012;
  mark.box.scale.set(target.half_m[0] + grow, target.half_m[1] + grow, target.half_m[2] + grow);
  mark.box.material.color.copy(hand.flash_s > 0 ? PRESSED : hand.use === 'far' ? FAR : READY);
  // far: half there, so that the state reads without its colour
  mark.box.material.opacity = hand.use === 'far' ? 0.45 : 1;
}

function showRay(mark: Mark, hand: HandState, t: Trainee, drill: Drill): void {
  const ray = t.rays[hand.side === 'left' ? 0 : 1];
  const squeezing = drill.world.body.holds[hand.side] !== null && hand.squeeze_frac > 0.1;
  const shown = t.presenting && ray.active && !hand.near && !squeezing && t.loco.aiming !== hand.side;
  mark.ray.visible = shown;
  mark.dot.visible = shown;
  if (!shown) return;
  const hit_m = ray.panel_m ?? (hand.hover.target && hand.use !== 'none' ? hand.hover.distance_m : null);
  const length_m = Math.min(hit_m ?? 0.6, 6);
  mark.ray.position.copy(ray.origin);
  mark.ray.quaternion.copy(hand.quat);
  mark.ray.scale.set(1, 1, length_m);
  mark.ray.material.opacity = hit_m === null ? 0.25 : 0.6;
  mark.dot.visible = hit_m !== null;
  mark.dot.position.copy(ray.direction).multiplyScalar(length_m).add(ray.origin);
  mark.dot.quaternion.copy(t.headQuat);
  mark.dot.scale.setScalar((0.6 + length_m * 0.5) * (ray.pressed ? 0.7 : 1));
  mark.dot.material.color.copy(hand.use === 'far' ? FAR : READY);
}

export function Pointers({ drill, trainee: t }: { drill: Drill; trainee: Trainee }) {
  const marks = useMemo(() => ({ left: createMark(), right: createMark() }), []);
  useEffect(
    () => () => {
      for (const side of SIDES)
        for (const one of Object.values(marks[side]) as Mesh[]) {
          one.geometry.dispose();
          (one.material as MeshBasicMaterial).dispose();
        }
    },
    [marks],
  );
  useFrame(() => {
    for (const side of SIDES) {
      const hand = t.hands[side];
      // on a desktop one cursor serves both hands: one pair of brackets is enough
      const twin = !t.presenting && side === 'left';
      const same = t.hands[OTHER[side]].hover.target?.id === hand.hover.target?.id && side === 'left';
      if (twin || same) marks[side].box.visible = false;
      else showBox(marks[side], hand, drill);
      showRay(marks[side], hand, t, drill);
    }
  }, DRAW);
  return (
    <>
      {SIDES.flatMap((side) =>
        Object.entries(marks[side]).map(([name, one]) => <primitive key={side + name} object={one} />),
      )}
    </>
  );
}
