/** Every motion of every look in one picture (?looks=guest-a,child&t=1.2): rows are looks, columns motions; for looking. */
import {
  AmbientLight,
  DirectionalLight,
  Mesh,
  MeshStandardMaterial,
  NeutralToneMapping,
  PerspectiveCamera,
  PlaneGeometry,
  Scene,
  WebGLRenderer,
} from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import type { Person, PersonDoing } from '../../../src/sim/things.ts';
import type { World } from '../../../src/sim/world.ts';
import { makeCrowd } from '../../../src/stage/people/crowd.ts';
import { paint } from '../../../src/stage/room/recipe.ts';

const query = new URLSearchParams(location.search);
const names = (query.get('looks') ?? 'guest-a').split(',');
const at_s = Number(query.get('t') ?? 1);
const DOINGS: [PersonDoing, number][] = [
  ['idle', 0],
  ['walking', 1.2],
  ['hurrying', 2.2],
  ['crouching', 0.8],
  ['coughing', 0],
  ['helping', 0],
  ['carrying', 1],
  ['phoning', 0],
  ['down', 0],
];

const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.setSize(1400, 320 * names.length + 100);
renderer.toneMapping = NeutralToneMapping;
document.body.append(renderer.domElement);
const scene = new Scene();
scene.add(new AmbientLight(0xfff1e0, 1.6));
const sun = new DirectionalLight(0xffffff, 2);
sun.position.set(1, 3, -2);
scene.add(sun);
const floor = new Mesh(new PlaneGeometry(40, 40), new MeshStandardMaterial({ color: 0xb8a890 }));
floor.rotation.x = -Math.PI / 2;
scene.add(floor);

const people: Record<string, GLTF> = {};
for (const name of names) {
  people[name] = await new GLTFLoader().setMeshoptDecoder(MeshoptDecoder).loadAsync(`/models/${name}.glb`);
  paint(people[name].scene, { lightMap: null, lite: query.has('lite') }, new Map());
}
const things: Record<string, Person> = {};
names.forEach((look, row) => {
  DOINGS.forEach(([doing, speed_mps], column) => {
    const id = `${look}-${doing}`;
    const pose = { position_m: [(column - 4) * 1.15, 0, row * 2.4], orientation_quat: [0, 0.25, 0, 0.97] };
    const self = { id, kind: 'person', look, role: 'guest', doing, velocity_mps: [0, 0, -speed_mps], pose };
    things[id] = self as unknown as Person;
  });
});
const world = { things } as unknown as World;
const crowd = makeCrowd({ library: new Map(), people, roots: {} }, world)!;
scene.add(crowd.group);
const frames = Math.round(at_s * 72);
for (let i = 0; i < frames; i++) crowd.draw(world, 1.6, 1 / 72);
const camera = new PerspectiveCamera(26, 1400 / (320 * names.length + 100), 0.1, 60);
camera.position.set(0, 2.2, -13);
camera.lookAt(0, 0.8, (names.length - 1) * 1.1);
renderer.render(scene, camera);
document.title = `calls ${renderer.info.render.calls} triangles ${renderer.info.render.triangles}`;
