/** A variant as the stage draws it after so many seconds of its own air, doors held as the address says
 * (?variant=fire-escape/own-flat-night&t=60&doors=door-kitchen:1&views=0,1.6,1,0,1.2,-3;0,0.7,1,0,0.8,-3&night=0.9); for looking. */
import {
  Color,
  MeshStandardMaterial,
  NeutralToneMapping,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from 'three';
import { createDrill } from '../../../src/drill/drill.ts';
import { loadPack } from '../../../src/drill/packs.ts';
import type { Intent, Vec3 } from '../../../src/sim/world.ts';
import { clock_s } from '../../../src/sim/world.ts';
import { createHazards, drawHazards } from '../../../src/stage/hazards/Hazards.tsx';
import { buildProps, drawProps } from '../../../src/stage/props/Props.tsx';
import { openLibrary } from '../../../src/stage/props/prop.ts';
import { middleOf } from '../../../src/stage/room/cameras.ts';
import { loadModels } from '../../../src/stage/room/loader.ts';
import { captureEnvironment, type Paints, paint } from '../../../src/stage/room/recipe.ts';

const query = new URLSearchParams(location.search);
const [scenario, variant] = (query.get('variant') ?? 'fire-escape/own-flat-night').split('/') as [string, string];
/** from and to, as many as are asked for; the pictures lie in window.shots */
const views = (query.get('views') ?? '0,1.6,1,0,1.2,-3').split(';').map((one) => one.split(',').map(Number));
const doors = (query.get('doors') ?? '')
  .split(',')
  .filter(Boolean)
  .map((one) => one.split(':') as [string, string]);

const pack = await loadPack(scenario, variant);
const hall = { name: '馆', dutyPhone: '1', gasLine: '2', assemblyPoint: '3', aedPlace: '4', address: '5' };
const drill = createDrill({ pack, mode: 'learn', how: 'desktop', locale: 'en', seed: 5, hall, id: 'x', started_ms: 0 });
const q: [number, number, number, number] = [0, 0, 0, 1];
const hand = (side: number) => ({
  pose: { position_m: [-15 + side, -5, 7] as Vec3, orientation_quat: q },
  squeeze_frac: 0,
  tracked: true,
});
// nobody is there while the fire grows: the watcher stands in the open
const away: Vec3 = [-15, -4.4, 7];
const body: Intent = {
  head: { position_m: away, orientation_quat: q },
  gaze_dir: [0, 0, -1],
  left: hand(-0.3),
  right: hand(0.3),
  deeds: [],
};
const until_s = Number(query.get('t') ?? 60);
for (let k = 0; k < until_s * 60 + 600 && clock_s(drill.world) < until_s; k++) {
  for (const [id, open] of doors) {
    const thing = drill.world.things[id];
    if (thing && 'open_frac' in thing) thing.open_frac = Number(open);
  }
  drill.advance(1 / 60, body);
}

const renderer = new WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.setSize(innerWidth, innerHeight);
renderer.toneMapping = NeutralToneMapping;
renderer.toneMappingExposure = 1.2;
document.body.append(renderer.domElement);
const dark = Number(query.get('night') ?? (pack.room.night ? 0.84 : 0));
const scene = new Scene();
scene.background = new Color(dark > 0.5 ? '#0d141b' : '#9fcbe6');
const models = await loadModels(renderer, pack.room.room, [], () => undefined);
const paints: Paints = new Map();
paint(models.room, { lightMap: models.lightMap, lite: false }, paints);
paint(models.props, { lightMap: models.lightMap, lite: false }, paints);
scene.add(models.room);
const texture = captureEnvironment(renderer, scene, middleOf(pack.room.room), [], paints);
scene.environment = texture;
for (const one of paints.values()) {
  one.needsUpdate = true;
  if (one instanceof MeshStandardMaterial && !one.userData.lit) one.envMap = texture;
}
const layer = buildProps(drill, { library: openLibrary(models.props), people: {}, roots: models.roots });
scene.add(layer.group);
const hazards = createHazards(query.has('lite'));
scene.add(hazards.group);
const camera = new PerspectiveCamera(66, innerWidth / innerHeight, 0.03, 60);
const look = { eye: new Vector3(), dark };
const { world } = drill;
const end_tick = world.tick;
const shots: string[] = [];
for (const [x = 0, y = 0, z = 0, ...to] of views) {
  world.body.head.position_m = [x, y, z];
  camera.position.set(x, y, z);
  camera.lookAt(new Vector3().fromArray(to));
  look.eye.copy(camera.position);
  for (let tick = Math.max(0, end_tick - 300); tick <= end_tick; tick++) {
    world.tick = tick;
    drawHazards(hazards, world, drill.facts, look);
  }
  for (let k = 0; k < 90; k++) drawProps(layer, drill, null, 1 / 30);
  renderer.render(scene, camera);
  shots.push(renderer.domElement.toDataURL('image/png'));
}
Object.assign(window, { shots });
document.title = JSON.stringify({
  calls: renderer.info.render.calls,
  at_s: Math.round(clock_s(world)),
  rooms: Object.fromEntries(
    world.air.rooms
      .filter((room) => room.upper.species_kg[6]! / room.upper.volume_m3 > 1e-6)
      .map((room) => [
        room.id,
        `${(room.floor_m + room.layer_m).toFixed(1)}m ${((8700 * room.upper.species_kg[6]!) / room.upper.volume_m3).toFixed(2)}/${((8700 * room.lower.species_kg[6]!) / room.lower.volume_m3).toFixed(2)}`,
      ]),
  ),
});
document.body.dataset.ready = '1';
