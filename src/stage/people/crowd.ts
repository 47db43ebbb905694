/** Everybody with a role as they are drawn: one draw a look, whatever their number, and one for the shadows under them. */
import { Group, InstancedBufferAttribute, InstancedMesh, type Material, Matrix4, Quaternion, Vector3 } from 'three';
import { flowOf } from '../../sim/flow.ts';
import type { Person } from '../../sim/things.ts';
import type { World } from '../../sim/world.ts';
import { makeShadows } from '../props/blobs.ts';
import type { Cast } from '../props/make.ts';
import { bakeLook, type Look } from './bake.ts';
import { crowdMaterial } from './material.ts';
import { type Playing, play, rowsAt, startPlaying } from './motion.ts';

/** One person between two ticks. */
interface Figure {
  id: string;
  at: Vector3;
  turn: Quaternion;
  speed_mps: number;
  size: number;
  tint: [number, number, number];
  playing: Playing;
}
interface Troupe {
  look: Look;
  mesh: InstancedMesh;
  figures: Figure[];
  poseNow: InstancedBufferAttribute;
  poseWas: InstancedBufferAttribute;
  tint: InstancedBufferAttribute;
}
export interface Crowd {
  group: Group;
  draw(world: World, eyes_m: number, dt_s: number): void;
  dispose(): void;
}

/** Clothes differ a little from one to the next: linear factors near 1. [D] */
const TINTS: readonly [number, number, number][] = [
  [1, 1, 1],
  [0.72, 0.86, 1.1],
  [1.12, 0.9, 0.74],
  [0.8, 1.02, 0.82],
  [1.08, 0.82, 0.9],
  [0.66, 0.66, 0.72],
  [1.12, 1.08, 0.86],
];
/** Heights differ by so much to each side. [D] about one sigma of adults */
const TALL_frac = 0.035;
/** Behind a floor or ceiling nobody is seen. [D] as props */
const STOREY_m = 3.6;
/** How fast drawing follows the ticks, and turns. [D] */
const FOLLOW_1ps = 20;
const TURN_1ps = 9;
const JUMP_m = 0.8;
const SHADOW_m = 0.3;

function figureOf(person: Person, index: number): Figure {
  const [x, y, z] = person.pose.position_m;
  const [qx, qy, qz, qw] = person.pose.orientation_quat;
  return {
    id: person.id,
    at: new Vector3(x, y, z),
    turn: new Quaternion(qx, qy, qz, qw),
    speed_mps: 0,
    size: 1 + TALL_frac * (((index * 0.618034) % 1) * 2 - 1),
    tint: [...TINTS[(index * 3) % TINTS.length]!],
    playing: startPlaying(index),
  };
}

function troupeOf(look: Look, material: Material, figures: Figure[]): Troupe {
  const { geometry } = look;
  const row = (size: number) => new InstancedBufferAttribute(new Float32Array(size * figures.length), size);
  const poseNow = row(4);
  const poseWas = row(4);
  const tint = row(3);
  geometry.setAttribute('poseNow', poseNow);
  geometry.setAttribute('poseWas', poseWas);
  geometry.setAttribute('tint', tint);
  const mesh = new InstancedMesh(geometry, material, figures.length);
  mesh.name = `people ${look.name}`;
  mesh.frustumCulled = false;
  return { look, mesh, figures, poseNow, poseWas, tint };
}

const goal = new Vector3();
const turned = new Quaternion();
const matrix = new Matrix4();
const scale = new Vector3();
const flat = new Quaternion();

/** Between two ticks: straight on, and round to where one faces. */
function follow(figure: Figure, person: Person, dt_s: number): void {
  const [x, y, z] = person.pose.position_m;
  const [qx, qy, qz, qw] = person.pose.orientation_quat;
  goal.set(x, y, z);
  const share = figure.at.distanceTo(goal) > JUMP_m ? 1 : 1 - Math.exp(-FOLLOW_1ps * dt_s);
  figure.at.lerp(goal, share);
  figure.turn.slerp(turned.set(qx, qy, qz, qw), 1 - Math.exp(-TURN_1ps * dt_s));
  const speed_mps = Math.hypot(person.velocity_mps[0], person.velocity_mps[2]);
  figure.speed_mps += (speed_mps - figure.speed_mps) * (1 - Math.exp(-8 * dt_s));
}

/** Writes one figure as instance `i` of its troupe. */
function write(troupe: Troupe, figure: Figure, i: number): void {
  const { motions } = troupe.look;
  const p = figure.playing;
  const now = troupe.poseNow.array as Float32Array;
  const was = troupe.poseWas.array as Float32Array;
  rowsAt(motions[p.clip], p.phase_s, now, 4 * i);
  now[4 * i + 3] = p.flow_frac;
  rowsAt(motions[p.was], p.wasPhase_s, was, 4 * i);
  troupe.tint.setXYZ(i, figure.tint[0], figure.tint[1], figure.tint[2]);
  troupe.mesh.setMatrixAt(i, matrix.compose(figure.at, figure.turn, scale.setScalar(figure.size)));
}

/** @returns everybody with a role and a model; null when there is nobody. */
export function makeCrowd(cast: Cast, world: World): Crowd | null {
  const byLook = new Map<string, Figure[]>();
  let index = 0;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind !== 'person' || thing.role === null) continue;
    const name = thing.look ?? thing.id;
    if (!cast.people[name]) continue;
    const figures = byLook.get(name) ?? [];
    figures.push(figureOf(thing, index++));
    byLook.set(name, figures);
  }
  if (index === 0) return null;
  // the ways through the house are worked out while it loads, not in the first tick
  if (world.room?.surfaces.length) flowOf(world);
  const group = new Group();
  group.name = 'people';
  const troupes = [...byLook].map(([name, figures]) => {
    const look = bakeLook(name, cast.people[name]!);
    const material = crowdMaterial(look);
    cast.paints?.set(`people|${name}`, material);
    return troupeOf(look, material, figures);
  });
  const shadows = makeShadows(index);
  for (const { mesh } of troupes) group.add(mesh);
  group.add(shadows);
  return {
    group,
    draw(now, eyes_m, dt_s) {
      let shade = 0;
      for (const troupe of troupes) {
        let i = 0;
        for (const figure of troupe.figures) {
          const person = now.things[figure.id];
          if (person?.kind !== 'person') continue;
          follow(figure, person, dt_s);
          play(figure.playing, troupe.look.motions, person.doing, figure.speed_mps / figure.size, dt_s);
          if (Math.abs(figure.at.y + 1 - eyes_m) > STOREY_m) continue;
          write(troupe, figure, i++);
          goal.set(figure.at.x, figure.at.y + 0.008, figure.at.z);
          shadows.setMatrixAt(shade++, matrix.compose(goal, flat, scale.setScalar(SHADOW_m)));
        }
        troupe.mesh.count = i;
        troupe.mesh.visible = i > 0;
        troupe.mesh.instanceMatrix.needsUpdate = true;
        troupe.poseNow.needsUpdate = troupe.poseWas.needsUpdate = troupe.tint.needsUpdate = true;
      }
      shadows.count = shade;
      shadows.instanceMatrix.needsUpdate = true;
    },
    dispose() {
      for (const { mesh, look } of troupes) {
        look.bones.dispose();
        look.geometry.dispose();
        mesh.dispose();
      }
      shadows.geometry.dispose();
      shadows.material.map?.dispose();
      shadows.material.dispose();
      shadows.dispose();
    },
  };
}
