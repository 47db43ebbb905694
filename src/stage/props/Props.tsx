/** All movable things of a drill, placed from the world each DRAW, with a contact shadow under what stands free. */
import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  Group,
  type InstancedMesh,
  Matrix4,
  type MeshBasicMaterial,
  type PlaneGeometry,
  Quaternion,
  Vector3,
} from 'three';
import type { Drill } from '../../drill/types.ts';
import { floorUnder_m } from '../../sim/ground.ts';
import type { Thing } from '../../sim/things.ts';
import { DRAW } from '../frame.ts';
import type { Trainee } from '../input/trainee.ts';
import { type Crowd, makeCrowd } from '../people/crowd.ts';
import { makeShadows } from './blobs.ts';
import { type Cast, makeProp } from './make.ts';
import type { Prop } from './prop.ts';

interface Layer {
  group: Group;
  props: Prop[];
  shadows: InstancedMesh<PlaneGeometry, MeshBasicMaterial>;
  /** hidden because it is on another storey */
  elsewhere: Set<Prop>;
  /** everybody with a role, null where there is nobody */
  crowd: Crowd | null;
}

/** What is so much higher or lower than the eyes is behind a ceiling or a floor. [D] */
const STOREY_m = 3.6;

export function buildProps(drill: Drill, cast: Cast): Layer {
  const props: Prop[] = [];
  const group = new Group();
  group.name = 'props';
  for (const thing of Object.values(drill.world.things)) {
    const prop = makeProp(cast, thing, drill.world.room);
    if (!prop) continue;
    prop.root.name = thing.id;
    props.push(prop);
    group.add(prop.root);
    prop.draw(thing, drill.world, 1);
  }
  const shadows = makeShadows(props.filter((one) => one.shadow_m !== null).length);
  group.add(shadows);
  const crowd = makeCrowd(cast, drill.world);
  if (crowd) group.add(crowd.group);
  return { group, props, shadows, elsewhere: new Set(), crowd };
}

const delta = new Quaternion();
const was = new Quaternion();
const arm = new Vector3();

/** The sim carries by ticks; between two of them what is held moves with the hand as it is now. */
function keepInHand(prop: Prop, thing: Thing, drill: Drill, t: Trainee): void {
  if (!thing.heldBy) return;
  const now = t.hands[thing.heldBy];
  const { position_m: p, orientation_quat: q } = drill.world.body[thing.heldBy].pose;
  was.set(q[0], q[1], q[2], q[3]);
  delta.copy(was).invert().premultiply(now.quat);
  arm.set(p[0], p[1], p[2]);
  prop.root.position.sub(arm).applyQuaternion(delta).add(now.position);
  prop.root.quaternion.premultiply(delta);
}

const matrix = new Matrix4();
const at = new Vector3();
const flat = new Quaternion();
const size = new Vector3();

/** Highest level surface a free thing may stand over: floor here, tables by the height it rests at. */
function castShadow(layer: Layer, i: number, prop: Prop, thing: Thing, floor_m: number): void {
  const p = prop.root.position;
  const foot_m = thing.kind === 'person' ? p.y : p.y - thing.half_m[1];
  // carried high above anything it has no contact to show
  const much = thing.heldBy ? Math.max(0, 1 - (foot_m - floor_m)) : 1;
  at.set(p.x, thing.heldBy ? floor_m + 0.012 : foot_m + 0.006, p.z);
  size.setScalar(Math.max(0.0001, (prop.shadow_m ?? 0) * much * (prop.root.visible ? 1 : 0)));
  layer.shadows.setMatrixAt(i, matrix.compose(at, flat, size));
}

export function drawProps(layer: Layer, drill: Drill, t: Trainee | null, dt_s: number): void {
  let shade = 0;
  const eyes_m = t ? t.head.y : drill.world.body.head.position_m[1];
  const floor_m = floorUnder_m(drill.world.room, drill.world.body.head.position_m);
  for (const prop of layer.props) {
    const thing = drill.world.things[prop.id];
    if (!thing) continue;
    if (layer.elsewhere.delete(prop)) prop.root.visible = true;
    prop.draw(thing, drill.world, dt_s);
    if (Math.abs(prop.root.position.y - eyes_m) > STOREY_m && prop.root.visible) {
      layer.elsewhere.add(prop);
      prop.root.visible = false;
    }
    if (t) keepInHand(prop, thing, drill, t);
    if (prop.shadow_m !== null) castShadow(layer, shade++, prop, thing, floor_m);
  }
  layer.shadows.instanceMatrix.needsUpdate = true;
  layer.crowd?.draw(drill.world, eyes_m, dt_s);
}

/** `trainee` is null in a replay, where nobody's hands are nearer than the world's. */
export function Props({ drill, cast, trainee }: { drill: Drill; cast: Cast; trainee: Trainee | null }) {
  const layer = useMemo(() => buildProps(drill, cast), [drill, cast]);
  useEffect(
    () => () => {
      layer.shadows.geometry.dispose();
      layer.shadows.material.map?.dispose();
      layer.shadows.material.dispose();
      layer.shadows.dispose();
      layer.crowd?.dispose();
    },
    [layer],
  );
  useFrame((_, dt_s) => drawProps(layer, drill, trainee, dt_s), DRAW);
  return <primitive object={layer.group} />;
}
