/** A rigged model turned into what many can be drawn from at once: its mesh, and every motion as rows of bone matrices in a texture. */
import {
  AnimationMixer,
  type Bone,
  BufferAttribute,
  BufferGeometry,
  DataTexture,
  FloatType,
  type InterleavedBufferAttribute,
  LoopOnce,
  Matrix4,
  NearestFilter,
  type Object3D,
  RGBAFormat,
  type SkinnedMesh,
  Vector3,
} from 'three';
import type { GLTF } from 'three/examples/jsm/loaders/GLTFLoader.js';

/** One motion in the texture. */
export interface Motion {
  /** its first row, how many rows, and how long it takes */
  row: number;
  rows: number;
  length_s: number;
  /** ends in its last row instead of going round */
  once: boolean;
  /** speed over the ground at which its feet do not slide; 0 for a motion on the spot */
  speed_mps: number;
}
export interface Look {
  name: string;
  geometry: BufferGeometry;
  /** three texels a bone, a row of the texture a moment */
  bones: DataTexture;
  motions: Record<string, Motion>;
  /** the material it was painted with */
  mesh: SkinnedMesh;
}

/** Moments a second; between two of them the shader goes straight. [D] */
const RATE_1ps = 15;
const ONCE = new Set(['down']);
/** Clips that go somewhere; the rest are on the spot even where a foot moves. */
const WALKS = new Set(['walk', 'run', 'crouch', 'carry']);
/** Used where the feet tell nothing. [D] */
const SPEED_mps: Record<string, number> = { walk: 1.2, run: 2.6, crouch: 0.8, carry: 1 };

export function skinnedOf(root: Object3D): SkinnedMesh | null {
  let found: SkinnedMesh | null = null;
  root.traverse((node) => {
    if (!found && (node as SkinnedMesh).isSkinnedMesh) found = node as SkinnedMesh;
  });
  return found;
}

/**
 * Every clip of a model, sampled. The model's own root is taken as the origin, so the matrices place vertices about
 * somebody's feet.
 * @throws when the model has no skinned mesh
 */
export function bakeLook(name: string, model: GLTF): Look {
  const mesh = skinnedOf(model.scene);
  if (!mesh) throw new Error(`The model "${name}" has no skinned mesh.`);
  const mixer = new AnimationMixer(model.scene);
  const rows: number[] = [];
  const motions: Record<string, Motion> = {};
  const width = 3 * mesh.skeleton.bones.length;
  for (const clip of model.animations) {
    mixer.stopAllAction();
    const action = mixer.clipAction(clip).reset();
    const once = ONCE.has(clip.name);
    if (once) action.setLoop(LoopOnce, 1).clampWhenFinished = true;
    action.play();
    const count = Math.max(2, Math.round(clip.duration * RATE_1ps));
    const row = rows.length / (4 * width);
    const feet = new FeetWatch(mesh.skeleton.bones);
    for (let k = 0; k < count; k++) {
      mixer.setTime((0.9999 * clip.duration * k) / (once ? count - 1 : count));
      model.scene.updateMatrixWorld(true);
      writeRow(mesh, rows);
      feet.see();
    }
    const speed_mps = WALKS.has(clip.name) ? feet.speed_mps(clip.duration / count) || SPEED_mps[clip.name]! : 0;
    motions[clip.name] = { row, rows: count, length_s: clip.duration, once, speed_mps };
  }
  mixer.stopAllAction();
  mixer.uncacheRoot(model.scene);
  return { name, geometry: shareable(mesh), bones: textureOf(rows, width), motions, mesh };
}

const bone = new Matrix4();
/** Where each bone has carried its vertices from the bind pose: three rows of four. */
function writeRow(mesh: SkinnedMesh, rows: number[]): void {
  const { bones, boneInverses } = mesh.skeleton;
  for (let i = 0; i < bones.length; i++) {
    bone.multiplyMatrices(bones[i]!.matrixWorld, boneInverses[i]!).multiply(mesh.bindMatrix);
    const e = bone.elements;
    for (let r = 0; r < 3; r++) rows.push(e[r]!, e[r + 4]!, e[r + 8]!, e[r + 12]!);
  }
}

function textureOf(rows: number[], width: number): DataTexture {
  const data = rows.length === 0 ? new Float32Array(4 * width) : Float32Array.from(rows);
  const texture = new DataTexture(data, width, Math.max(1, rows.length / (4 * width)), RGBAFormat, FloatType);
  texture.minFilter = texture.magFilter = NearestFilter;
  texture.generateMipmaps = false;
  texture.needsUpdate = true;
  return texture;
}

/** How fast the floor passes under the feet while they are on it. */
class FeetWatch {
  private readonly feet: Bone[];
  private readonly seen: Vector3[][];
  constructor(bones: readonly Bone[]) {
    this.feet = bones.filter((one) => /^foot/i.test(one.name));
    this.seen = this.feet.map(() => []);
  }
  see(): void {
    for (let i = 0; i < this.feet.length; i++)
      this.seen[i]!.push(new Vector3().setFromMatrixPosition(this.feet[i]!.matrixWorld));
  }
  /** @returns metres a second backwards (the model faces -z), 0 when no foot tells */
  speed_mps(step_s: number): number {
    let sum_mps = 0;
    let count = 0;
    for (const path of this.seen) {
      const low = Math.min(...path.map((p) => p.y));
      const high = Math.max(...path.map((p) => p.y));
      for (let k = 0; k < path.length; k++) {
        const next = path[(k + 1) % path.length]!;
        const back_mps = (next.z - path[k]!.z) / step_s;
        if (path[k]!.y > low + 0.3 * (high - low) || back_mps <= 0) continue;
        sum_mps += back_mps;
        count++;
      }
    }
    return count === 0 ? 0 : sum_mps / count;
  }
}

/** The mesh without what three takes for its own skinning; attributes named as material.ts reads them. */
function shareable(mesh: SkinnedMesh): BufferGeometry {
  const from = mesh.geometry;
  const geometry = new BufferGeometry();
  geometry.setIndex(from.index);
  for (const key of ['position', 'normal', 'uv', 'color']) {
    const attribute = from.getAttribute(key);
    if (attribute) geometry.setAttribute(key, attribute);
  }
  geometry.setAttribute('boneIndex', from.getAttribute('skinIndex'));
  geometry.setAttribute('boneWeight', from.getAttribute('skinWeight'));
  geometry.setAttribute('clothing', new BufferAttribute(clothingOf(mesh), 1));
  return geometry;
}

/** Colours this near to that of the hands are skin. [D] */
const SKIN_near = 0.06;

/** 1 where a vertex is clothing, 0 for skin, hair and face: told from the bone it hangs on and the colour of the hands. */
function clothingOf(mesh: SkinnedMesh): Float32Array {
  const { geometry, skeleton } = mesh;
  const bones = geometry.getAttribute('skinIndex');
  const weights = geometry.getAttribute('skinWeight');
  const colours = geometry.getAttribute('color');
  const out = new Float32Array(bones.count);
  if (!colours) return out;
  const of = (k: number) => skeleton.bones[mainBone(bones, weights, k)]?.name ?? '';
  const skin = new Vector3();
  let count = 0;
  for (let k = 0; k < bones.count; k++) {
    if (!/^hand/i.test(of(k))) continue;
    skin.add(colourAt(colours, k));
    count++;
  }
  if (count > 0) skin.divideScalar(count);
  for (let k = 0; k < bones.count; k++) {
    const bare = /^(head|neck|hand)/i.test(of(k)) || (count > 0 && colourAt(colours, k).distanceTo(skin) < SKIN_near);
    out[k] = bare ? 0 : 1;
  }
  return out;
}

type Attribute = BufferAttribute | InterleavedBufferAttribute;
const colour = new Vector3();
function colourAt(colours: Attribute, k: number): Vector3 {
  return colour.set(colours.getX(k), colours.getY(k), colours.getZ(k));
}

function mainBone(bones: Attribute, weights: Attribute, k: number): number {
  let best = 0;
  for (let c = 1; c < 4; c++) if (weights.getComponent(k, c) > weights.getComponent(k, best)) best = c;
  return bones.getComponent(k, best);
}
