/** The trainee seen from outside: head, hands, and a body in the hall's green, from the poses on the tape. */
import {
  CapsuleGeometry,
  CylinderGeometry,
  Group,
  Mesh,
  MeshStandardMaterial,
  Quaternion,
  SphereGeometry,
  Vector3,
} from 'three';
import type { Body, HandSide, Pose } from '../../sim/world.ts';
import { applyHeightSmoke } from '../hazards/smokeMaterial.ts';

const UP = new Vector3(0, 1, 0);

function cloth(colour: number, roughness: number): MeshStandardMaterial {
  return applyHeightSmoke(
    new MeshStandardMaterial({ color: colour, roughness, emissive: colour, emissiveIntensity: 0.18 }),
  );
}

export interface Ghost {
  root: Group;
  /** @param floor_m height of the floor the body stands on */
  draw(body: Body, floor_m: number): void;
  dispose(): void;
}

export function createGhost(): Ghost {
  const root = new Group();
  root.name = 'trainee';
  const jacket = cloth(0x1f7a6d, 0.85);
  const skin = cloth(0xe0b48f, 0.7);
  const dark = cloth(0x2a3538, 0.6);
  const parts = {
    head: new Mesh(new SphereGeometry(0.105, 20, 16), skin),
    visor: new Mesh(new CapsuleGeometry(0.05, 0.09, 4, 12).rotateZ(Math.PI / 2), dark),
    torso: new Mesh(new CapsuleGeometry(0.17, 0.42, 6, 16), jacket),
    hips: new Mesh(new CapsuleGeometry(0.14, 0.6, 6, 16), dark),
  };
  const limb = new CylinderGeometry(0.04, 0.05, 1, 10).translate(0, 0.5, 0);
  const palm = new SphereGeometry(0.055, 14, 10);
  const arms: Record<HandSide, { arm: Mesh; hand: Mesh }> = {
    left: { arm: new Mesh(limb, jacket), hand: new Mesh(palm, skin) },
    right: { arm: new Mesh(limb, jacket), hand: new Mesh(palm, skin) },
  };
  root.add(...Object.values(parts), arms.left.arm, arms.left.hand, arms.right.arm, arms.right.hand);
  const at = new Vector3();
  const q = new Quaternion();
  const shoulder = new Vector3();
  const hand = new Vector3();
  const side = new Vector3();
  const place = (pose: Pose) => {
    at.fromArray(pose.position_m);
    q.fromArray(pose.orientation_quat);
  };
  return {
    root,
    draw(body, floor_m) {
      place(body.head);
      parts.head.position.copy(at);
      parts.visor.position.set(0, 0, -0.085).applyQuaternion(q).add(at);
      parts.visor.quaternion.copy(q);
      // the body turns with the head about the upright only
      side.set(1, 0, 0).applyQuaternion(q).setY(0).normalize();
      const chest_m = Math.max(0.35, at.y - floor_m - 0.42);
      parts.torso.position.set(at.x, floor_m + chest_m, at.z);
      parts.hips.position.set(at.x, floor_m + Math.max(0.3, chest_m - 0.6), at.z);
      parts.hips.scale.y = Math.max(0.4, Math.min(1, (chest_m - 0.15) / 0.9));
      for (const name of ['left', 'right'] as const) {
        const { pose, tracked } = body[name];
        shoulder
          .copy(side)
          .multiplyScalar(name === 'left' ? -0.19 : 0.19)
          .add(parts.torso.position);
        shoulder.y += 0.2;
        hand.fromArray(pose.position_m);
        const { arm, hand: palmMesh } = arms[name];
        arm.visible = palmMesh.visible = tracked;
        palmMesh.position.copy(hand);
        hand.sub(shoulder);
        arm.position.copy(shoulder);
        arm.scale.y = Math.max(0.05, hand.length());
        arm.quaternion.setFromUnitVectors(UP, hand.normalize());
      }
    },
    dispose() {
      for (const part of [...Object.values(parts), arms.left.arm, arms.left.hand]) part.geometry.dispose();
      for (const material of [jacket, skin, dark]) material.dispose();
    },
  };
}
