/** A plain room with the hazards in it, at an instant named in the address (?scene=wok&t=4&cam=near); for looking. */
import {
  AmbientLight,
  BoxGeometry,
  CylinderGeometry,
  DirectionalLight,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  NeutralToneMapping,
  PerspectiveCamera,
  Quaternion,
  Scene,
  StereoCamera,
  Vector3,
  WebGLRenderer,
} from 'three';
import { createHazards, drawHazards } from '../../../src/stage/hazards/Hazards.tsx';
import { applyHeightSmoke } from '../../../src/stage/hazards/smokeMaterial.ts';
import { createRim, drawRim, type Felt } from '../../../src/stage/rig/Comfort.tsx';
import { STOREYS } from './storey.ts';
import { SCENES } from './worlds.ts';

const query = new URLSearchParams(location.search);
const storey = STOREYS[query.get('storey') ?? ''];
const world = storey ? storey() : SCENES[query.get('scene') ?? 'wok']!();
const at_s = Number(query.get('t') ?? 4);
const stereo = query.has('stereo');
const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.setSize(Number(query.get('w') ?? 900), Number(query.get('h') ?? 620));
renderer.toneMapping = NeutralToneMapping;
renderer.toneMappingExposure = 1.2;
document.body.append(renderer.domElement);

const scene = new Scene();
scene.add(new AmbientLight(0xfff1e0, 1.3));
const sun = new DirectionalLight(0xffffff, 1.2);
sun.position.set(1, 3, 2);
scene.add(sun);

function box(x: number, y: number, z: number, w: number, h: number, d: number, colour: number): void {
  const material = applyHeightSmoke(new MeshStandardMaterial({ color: colour, roughness: 0.8 }));
  const one = new Mesh(new BoxGeometry(w, h, d), material);
  one.position.set(x, y, z);
  scene.add(one);
}
/** A box between two corners. */
function slab(x0: number, y0: number, z0: number, x1: number, y1: number, z1: number, colour: number): void {
  box((x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2, x1 - x0, y1 - y0, z1 - z0, colour);
}

function emit(x: number, y: number, z: number, w: number, h: number, d: number, colour: number): void {
  const material = new MeshBasicMaterial({ color: colour });
  material.name = 'emit';
  const one = new Mesh(new BoxGeometry(w, h, d), applyHeightSmoke(material));
  one.position.set(x, y, z);
  scene.add(one);
}

function buildStorey(): void {
  const wall = 0xe6dcc8;
  slab(-1.9, -0.1, -3.4, 2.5, 0, 3.8, 0xc9b08c);
  slab(-1.9, 2.7, -3.4, 2.5, 2.8, 3.8, 0xf2ede2);
  slab(-2.1, 0, -3.4, -1.9, 2.7, 3.8, wall);
  slab(2.5, 0, -3.4, 2.7, 2.7, 3.8, 0xd9c4a0);
  slab(-1.9, 0, -3.6, 2.5, 2.7, -3.4, wall);
  slab(-8, 0, 3.8, -0.25, 2.7, 4, wall);
  slab(0.65, 0, 3.8, 8, 2.7, 4, wall);
  slab(-0.25, 2.05, 3.8, 0.65, 2.7, 4, wall);
  slab(-8, -0.1, 3.8, 8, 0, 5.6, 0x9a9488);
  slab(-8, 2.5, 4, 8, 2.6, 5.6, 0xe8e8e4);
  slab(-8, 0, 5.6, 8, 2.5, 5.8, 0xd6dcd6);
  slab(-8.2, 0, 4, -8, 2.5, 5.6, 0xd6dcd6);
  slab(8, 0, 4, 8.2, 2.5, 5.6, 0xd6dcd6);
  for (const x of [-5, 0, 5]) emit(x, 2.47, 4.8, 0.9, 0.04, 0.25, 0xfff6dd);
  emit(0.3, 2.67, -0.6, 0.5, 0.05, 0.5, 0xfff2cf);
  emit(-6.7, 2.1, 5.55, 0.44, 0.18, 0.06, 0x18c060);
  // furniture: a sofa, a table, a picture, all to be lost in the smoke
  slab(-1.9, 0, -2.6, -1.05, 0.85, -0.3, 0x3f7a72);
  slab(-0.6, 0.38, -2.0, 0.2, 0.45, -1.0, 0x8a5a34);
  slab(-1.0, 1.2, -3.4, 0.6, 1.9, -3.36, 0x2f6f9f);
  slab(1.3, 0.7, 0.3, 2.2, 0.76, 1.2, 0x8a5a34);
  const leaf = world.things['door-flat'];
  if (leaf?.kind !== 'door') return;
  const material = applyHeightSmoke(new MeshStandardMaterial({ color: 0x6a7f8c, roughness: 0.6 }));
  const panel = new Mesh(new BoxGeometry(0.9, 2.05, 0.06).translate(0.45, 0, 0), material);
  panel.position.set(-0.25, 1.025, 3.9);
  panel.rotation.y = leaf.open_frac * (Math.PI / 2);
  scene.add(panel);
}

function buildRoom(): void {
  box(0, -0.05, 0, 6, 0.1, 5, 0xcbb89c);
  box(0, 2.75, 0, 6, 0.1, 5, 0xf2ede2);
  box(0, 1.35, -2.55, 6, 2.7, 0.1, 0xe3d6bf);
  box(0, 1.35, 2.55, 6, 2.7, 0.1, 0xe3d6bf);
  box(-3.05, 1.35, 0, 0.1, 2.7, 5, 0xd9c4a0);
  box(3.05, 1.35, 0, 0.1, 2.7, 5, 0xd9c4a0);
  if (world.things.wok) {
    box(-1.1, 0.44, -2.2, 3.8, 0.88, 0.62, 0x1f7a63);
    box(-1.1, 0.9, -2.2, 3.8, 0.04, 0.64, 0xf3e6d4);
    box(-0.1, 1.7, -2.28, 0.9, 0.14, 0.42, 0xb48a5e);
    const pan = new Mesh(
      new CylinderGeometry(0.17, 0.08, 0.09, 32, 1, true),
      applyHeightSmoke(new MeshStandardMaterial({ color: 0x2c2c2c, side: 2, roughness: 0.5 })),
    );
    pan.position.set(-0.29, 0.97, -2.22);
    scene.add(pan);
  }
  if (world.things.carton) box(-1.2, 0.4, -1.9, 0.8, 0.8, 0.8, 0xb98a55);
  if (world.things.heater) box(1.1, 0.3, -2.1, 0.4, 0.56, 0.2, 0xe8e8e8);
  if (world.things.bottle) box(...world.things.bottle.pose.position_m, 0.16, 0.4, 0.16, 0xc02020);
}
if (storey) buildStorey();
else buildRoom();

const camera = new PerspectiveCamera(68, renderer.domElement.width / renderer.domElement.height, 0.05, 30);
const cameras: Record<string, [number, number, number, number, number, number]> = {
  far: [0.5, 1.6, 1.6, -0.5, 1.05, -2.2],
  near: [-0.1, 1.55, -0.7, -0.35, 1.1, -2.2],
  side: [1.2, 1.6, 2.2, -0.2, 0.95, -1.4],
  floor: [0.5, 0.8, 1.6, -0.5, 1.2, -2.2],
};
const ahead = new Vector3(0, 0, -1).applyQuaternion(new Quaternion().fromArray(world.body.head.orientation_quat));
const [hx, hy, hz] = world.body.head.position_m;
if (storey) cameras.far = [hx, hy, hz, hx + 3 * ahead.x, hy + 3 * ahead.y, hz + 3 * ahead.z];
const c = cameras[query.get('cam') ?? 'far']!;
camera.position.set(c[0], c[1], c[2]);
camera.lookAt(c[3], c[4], c[5]);
const eyes = new StereoCamera();

const hazards = createHazards(false);
scene.add(hazards.group);
const facts: never[] = [];
const look = { eye: camera.position.clone(), dark: Number(query.get('dark') ?? 0) };
for (let beat_s = Math.max(0, at_s - 6); beat_s <= at_s; beat_s += 1 / 60) {
  world.tick = Math.round(beat_s * 60);
  drawHazards(hazards, world, facts, look);
}
// ?dose=0.7 and ?down: what the one in the smoke sees
const rim = createRim();
const felt: Felt = { tunnel: 0, grey_s: 0 };
world.body.smokeDose_frac = Number(query.get('dose') ?? 0);
world.body.alive = !query.has('down');
for (let k = 0; k < 300; k++) drawRim(rim, felt, 0, { world }, 1 / 60);
rim.position.copy(camera.position);
rim.quaternion.copy(camera.quaternion);
scene.add(rim);
if (stereo) {
  camera.aspect /= 2;
  camera.updateProjectionMatrix();
  camera.updateMatrixWorld();
  eyes.update(camera);
  const { width, height } = renderer.domElement;
  renderer.setScissorTest(true);
  for (const [k, eye] of [eyes.cameraL, eyes.cameraR].entries()) {
    renderer.setViewport((k * width) / 2, 0, width / 2, height);
    renderer.setScissor((k * width) / 2, 0, width / 2, height);
    renderer.render(scene, eye);
  }
} else renderer.render(scene, camera);
const far = Math.hypot(c[0] - c[3], c[1] - c[4], c[2] - c[5]);
const seen_m2 =
  4 * (far * Math.tan((68 / 2) * (Math.PI / 180))) ** 2 * (renderer.domElement.width / renderer.domElement.height);
document.title = JSON.stringify({
  calls: renderer.info.render.calls,
  coverage: Number(((hazards.puffs.aliveArea_m2(at_s) + hazards.flames.area_m2()) / seen_m2).toFixed(2)),
});
document.body.dataset.ready = '1';
