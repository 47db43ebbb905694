/** A page that shows one packed room with its things in place, lit as the app lights it. For pictures while authoring. */
import * as THREE from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { KTX2Loader } from 'three/examples/jsm/loaders/KTX2Loader.js';

interface Shot {
  room: string;
  from: [number, number, number];
  at: [number, number, number];
  fov: number;
  things: {
    id: string;
    node: string;
    also?: string[];
    at_m: [number, number, number];
    facing_deg: number;
    hide: string[];
    clip?: string;
  }[];
  exposure: number;
  only?: string[];
}
const LIT = `#include <lights_fragment_maps>
#if defined( USE_ENVMAP ) && defined( STANDARD ) && defined( USE_LIGHTMAP )
  iblIrradiance = vec3( 0.0 );
  radiance *= clamp( dot( lightMapTexel.rgb * lightMapIntensity / 3.14159, vec3( 0.33 ) ) * 1.6, 0.08, 1.0 );
#endif`;

const renderer = new THREE.WebGLRenderer({ antialias: true, preserveDrawingBuffer: true });
renderer.toneMapping = THREE.NeutralToneMapping;
document.body.appendChild(renderer.domElement);
const ktx = new KTX2Loader().setTranscoderPath('/node_modules/three/examples/jsm/libs/basis/').detectSupport(renderer);
const loader = new GLTFLoader().setKTX2Loader(ktx).setMeshoptDecoder(MeshoptDecoder);
const paints = new Map<string, THREE.Material>();

function paint(root: THREE.Object3D, light: THREE.Texture | null): void {
  root.traverse((node) => {
    if (!(node instanceof THREE.Mesh)) return;
    const source = node.material as THREE.MeshStandardMaterial;
    const extras = { ...node.parent?.userData, ...node.userData };
    const lit = Boolean(extras.static && light);
    const key = [source.name, source.map?.uuid, lit, extras.unlit].join();
    let made = paints.get(key);
    if (!made) {
      made = make(source, lit ? light : null, Boolean(extras.unlit));
      (made as THREE.MeshStandardMaterial).vertexColors = node.geometry.hasAttribute('color');
      paints.set(key, made);
    }
    node.material = made;
    node.renderOrder = source.name === 'glass' ? 5 : source.name === 'decal' ? 1 : 0;
  });
}

function make(source: THREE.MeshStandardMaterial, light: THREE.Texture | null, unlit: boolean): THREE.Material {
  if (source.map) source.map.anisotropy = 8;
  if (source.name === 'glass')
    return new THREE.MeshStandardMaterial({
      color: '#e9f6fa',
      transparent: true,
      opacity: 0.08,
      roughness: 0.15,
      envMapIntensity: 0.4,
      depthWrite: false,
    });
  if (unlit || source.name === 'emit' || source.name === 'backdrop') {
    const glow = new THREE.MeshBasicMaterial({ map: source.map });
    if (source.name === 'emit' && !unlit) glow.color.setScalar(1.6);
    return glow;
  }
  const made = source.clone();
  if (source.name === 'decal')
    Object.assign(made, {
      transparent: true,
      depthWrite: false,
      polygonOffset: true,
      polygonOffsetFactor: -1,
      polygonOffsetUnits: -1,
    });
  if (!light) return made;
  Object.assign(made, { lightMap: light, lightMapIntensity: Math.PI * 4, aoMap: null });
  made.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace('#include <lights_fragment_maps>', LIT);
  };
  return made;
}

function environment(scene: THREE.Scene): THREE.Texture {
  const standard = [...paints.values()].filter(
    (m): m is THREE.MeshStandardMaterial => m instanceof THREE.MeshStandardMaterial,
  );
  const shine = standard.map((m) => m.envMapIntensity);
  for (const m of standard) m.envMapIntensity = 0;
  const target = new THREE.WebGLCubeRenderTarget(128, { type: THREE.HalfFloatType });
  const cube = new THREE.CubeCamera(0.05, 50, target);
  cube.position.set(0.1, 1.35, 0.1);
  renderer.toneMapping = THREE.NoToneMapping;
  cube.update(renderer, scene);
  renderer.toneMapping = THREE.NeutralToneMapping;
  const texture = new THREE.PMREMGenerator(renderer).fromCubemap(target.texture).texture;
  standard.forEach((m, i) => {
    m.envMapIntensity = shine[i]!;
  });
  return texture;
}

async function place(scene: THREE.Scene, shot: Shot): Promise<void> {
  const props = (await loader.loadAsync('/public/models/props.glb')).scene;
  for (const thing of shot.things) {
    for (const name of [thing.node, ...(thing.also ?? [])]) {
      let model: THREE.Object3D;
      const found = props.getObjectByName(name);
      if (found) model = found.clone();
      else {
        const person = await loader.loadAsync(`/public/models/${name}.glb`).catch(() => null);
        if (!person) continue;
        model = person.scene;
        const mixer = new THREE.AnimationMixer(model);
        const clip = person.animations.find((c) => c.name === (thing.clip ?? 'idle'));
        if (clip) mixer.clipAction(clip).play();
        mixer.setTime(0.3);
        model.traverse((o) => {
          o.frustumCulled = false;
        });
      }
      model.position.fromArray(thing.at_m);
      model.rotation.y = THREE.MathUtils.degToRad(thing.facing_deg);
      for (const child of model.children) if (thing.hide.includes(child.userData.part)) child.visible = false;
      scene.add(model);
      paint(model, null);
    }
  }
}

async function show(shot: Shot): Promise<unknown> {
  const [width, height] = [innerWidth, innerHeight];
  renderer.setSize(width, height);
  renderer.toneMappingExposure = shot.exposure;
  const scene = new THREE.Scene();
  scene.background = new THREE.Color('#9fcbe6');
  const camera = new THREE.PerspectiveCamera(shot.fov, width / height, 0.02, 60);
  camera.position.fromArray(shot.from);
  camera.lookAt(new THREE.Vector3().fromArray(shot.at));
  let light: THREE.Texture | null = null;
  light = await ktx.loadAsync(`/public/models/${shot.room}.light.ktx2`).catch(() => null);
  if (light) Object.assign(light, { flipY: false, colorSpace: THREE.SRGBColorSpace, channel: 1, anisotropy: 4 });
  const room = (await loader.loadAsync(`/public/models/${shot.room}.glb`)).scene;
  room.traverse((node) => {
    if (node.userData.storey !== undefined) node.visible = node.userData.storey === 11;
  });
  scene.add(room);
  paint(room, light);
  scene.environment = environment(scene);
  await place(scene, shot);
  for (const one of paints.values()) {
    if (one instanceof THREE.MeshStandardMaterial && !one.lightMap && one.name !== 'glass')
      Object.assign(one, { envMap: scene.environment, envMapIntensity: 1.8 });
  }
  renderer.info.autoReset = false;
  renderer.info.reset();
  renderer.render(scene, camera);
  const { calls, triangles } = renderer.info.render;
  return { calls, triangles, programs: renderer.info.programs?.length };
}

Object.assign(window, { show });
