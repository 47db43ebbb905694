/** A plain room with the hazards in it, at an instant named in the address (?scene=wok&t=4&cam=near); for looking. */
import {
  AmbientLight,
  BoxGeometry,
  CylinderGeometry,
  DirectionalLight,
  Mesh,
  MeshStandardMaterial,
  NeutralToneMapping,
  PerspectiveCamera,
  Scene,
  StereoCamera,
  WebGLRenderer,
} from 'three';
import { createHazards, drawHazards } from '../../../src/stage/hazards/Hazards.tsx';
import { applyHeightSmoke } from '../../../src/stage/hazards/smokeMaterial.ts';
import { SCENES } from './worlds.ts';

const query = new URLSearchParams(location.search);
const world = SCENES[query.get('scene') ?? 'wok']!();
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

const camera = new PerspectiveCamera(68, renderer.domElement.width / renderer.domElement.height, 0.05, 30);
const cameras: Record<string, [number, number, number, number, number, number]> = {
  far: [0.5, 1.6, 1.6, -0.5, 1.05, -2.2],
  near: [-0.1, 1.55, -0.7, -0.35, 1.1, -2.2],
  side: [1.2, 1.6, 2.2, -0.2, 0.95, -1.4],
  floor: [0.5, 0.8, 1.6, -0.5, 1.2, -2.2],
};
const c = cameras[query.get('cam') ?? 'far']!;
camera.position.set(c[0], c[1], c[2]);
camera.lookAt(c[3], c[4], c[5]);
const eyes = new StereoCamera();

const hazards = createHazards(false);
scene.add(hazards.group);
const facts: never[] = [];
for (let beat_s = Math.max(0, at_s - 6); beat_s <= at_s; beat_s += 1 / 60) {
  world.tick = Math.round(beat_s * 60);
  drawHazards(hazards, world, facts);
}
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
