/** People drawn by the dozen: the baked motions are the model's own, feet keep pace, a missing motion is stood in for. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AnimationMixer, MeshStandardMaterial, ShaderChunk, ShaderLib, Vector3 } from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PersonDoing } from '../../../src/sim/things.ts';
import { bakeLook, type Look, skinnedOf } from '../../../src/stage/people/bake.ts';
import { posed } from '../../../src/stage/people/material.ts';
import { clipOf, play, rowsAt, startPlaying } from '../../../src/stage/people/motion.ts';

const MODELS = join(import.meta.dirname, '../../../public/models');
const NAMES = ['guest-a', 'grandma', 'child', 'firefighter'] as const;
const models: Record<string, GLTF> = {};
const looks: Record<string, Look> = {};

beforeAll(async () => {
  for (const name of NAMES) {
    const bytes = readFileSync(join(MODELS, `${name}.glb`));
    const loader = new GLTFLoader().setMeshoptDecoder(MeshoptDecoder);
    models[name] = await loader.parseAsync(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), '');
    looks[name] = bakeLook(name, models[name]);
  }
});

/** A vertex as the shader places it at a row. */
function placed(look: Look, k: number, row: number): Vector3 {
  const { geometry, bones } = look;
  const data = bones.image.data as Float32Array;
  const width = bones.image.width;
  const v = new Vector3().fromBufferAttribute(geometry.getAttribute('position'), k);
  const out = new Vector3();
  for (let c = 0; c < 4; c++) {
    const w = geometry.getAttribute('boneWeight').getComponent(k, c);
    const bone = geometry.getAttribute('boneIndex').getComponent(k, c);
    for (let axis = 0; axis < 3; axis++) {
      const at = 4 * (row * width + 3 * bone + axis);
      const sum = data[at]! * v.x + data[at + 1]! * v.y + data[at + 2]! * v.z + data[at + 3]!;
      out.setComponent(axis, out.getComponent(axis) + w * sum);
    }
  }
  return out;
}

describe.each(NAMES)('%s', (name) => {
  test('stands where its own skeleton would put it, in every motion', () => {
    const look = looks[name]!;
    const model = models[name]!;
    const mesh = skinnedOf(model.scene)!;
    const mixer = new AnimationMixer(model.scene);
    const v = new Vector3();
    for (const clip of model.animations) {
      mixer.stopAllAction();
      mixer.clipAction(clip).reset().play();
      const motion = look.motions[clip.name]!;
      const row = Math.floor(motion.rows / 2);
      mixer.setTime((0.9999 * clip.duration * row) / (motion.once ? motion.rows - 1 : motion.rows));
      model.scene.updateMatrixWorld(true);
      for (let k = 0; k < look.geometry.getAttribute('position').count; k += 97) {
        mesh.getVertexPosition(k, v).applyMatrix4(mesh.matrixWorld);
        expect(placed(look, k, motion.row + row).distanceTo(v)).toBeLessThan(0.002);
      }
    }
  });

  test('walks at a pace of people and runs faster', () => {
    const { walk, run } = looks[name]!.motions;
    expect(walk!.speed_mps).toBeGreaterThan(0.5);
    expect(walk!.speed_mps).toBeLessThan(1.8);
    expect(run!.speed_mps).toBeGreaterThan(walk!.speed_mps);
    expect(looks[name]!.motions.idle!.speed_mps).toBe(0);
  });

  test('has clothes that can be tinted, and skin and head that are not', () => {
    const clothing = looks[name]!.geometry.getAttribute('clothing').array as Float32Array;
    const share = clothing.reduce((sum, one) => sum + one, 0) / clothing.length;
    expect(share).toBeGreaterThan(0.15);
    expect(share).toBeLessThan(0.9);
  });
});

test('what a model has no motion for is stood in for by one that it has', () => {
  const { motions } = looks.child!;
  const doings: PersonDoing[] = [
    'idle',
    'walking',
    'hurrying',
    'crouching',
    'coughing',
    'helping',
    'carrying',
    'phoning',
    'down',
  ];
  for (const doing of doings) expect(motions[clipOf(motions, doing)]).toBeDefined();
  expect(clipOf(looks['guest-a']!.motions, 'crouching')).toBe('crouch');
});

test('feet go with the ground: twice the speed, twice the steps; standing, none', () => {
  const { motions } = looks['guest-a']!;
  const gone = (speed_mps: number) => {
    const p = startPlaying(0);
    play(p, motions, 'walking', speed_mps, 1 / 72);
    const from = p.phase_s;
    play(p, motions, 'walking', speed_mps, 0.1);
    return p.phase_s - from;
  };
  expect(gone(1)).toBeCloseTo(2 * gone(0.5), 6);
  expect(gone(1) * motions.walk!.speed_mps).toBeCloseTo(0.1, 6);
  expect(gone(0)).toBe(0);
});

test('whoever has fallen stays down; whoever walks goes round', () => {
  const { motions } = looks['guest-a']!;
  const rows = new Float32Array(4);
  rowsAt(motions.down, 99, rows, 0);
  expect(rows[0]).toBe(motions.down!.row + motions.down!.rows - 1);
  rowsAt(motions.walk, motions.walk!.length_s * 0.9999, rows, 0);
  expect(rows[1]).toBe(motions.walk!.row);
});

test('one motion flows into the next', () => {
  const { motions } = looks['guest-a']!;
  const p = startPlaying(3);
  play(p, motions, 'walking', 1.2, 1 / 72);
  expect(p.was).toBe('idle');
  expect(p.flow_frac).toBeGreaterThan(0);
  expect(p.flow_frac).toBeLessThan(0.2);
  for (let i = 0; i < 72; i++) play(p, motions, 'walking', 1.2, 1 / 72);
  expect(p.flow_frac).toBe(1);
});

test('the built-in shader has every place that the pose is put in', () => {
  const made = new MeshStandardMaterial();
  const before = ShaderLib.physical.vertexShader;
  const after = posed(before);
  for (const mark of [
    'crowdPose();',
    'crowdTurned( objectNormal )',
    'crowdMoved( transformed )',
    'mix( vec3( 1.0 ), tint',
  ])
    expect(after).toContain(mark);
  expect(ShaderChunk.color_vertex).toContain('vColor');
  made.dispose();
});
