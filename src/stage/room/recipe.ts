/** Turns a baked model into what the stage draws: light from the map, reflections from the room itself, no lamp at all. */
import {
  CubeCamera,
  HalfFloatType,
  type Material,
  Mesh,
  MeshBasicMaterial,
  MeshLambertMaterial,
  MeshStandardMaterial,
  NoToneMapping,
  type Object3D,
  PMREMGenerator,
  type Scene,
  type Texture,
  WebGLCubeRenderTarget,
  type WebGLRenderer,
} from 'three';
import { air } from '../hazards/air.ts';
import { applyHeightSmoke } from '../hazards/smokeMaterial.ts';

/** The bake stores light divided by this (assets/README.md). */
const LIGHT_SCALE = 4;
const DEFAULT_STOREY = 3;
/** Lit by the map: the map is all diffuse light, the environment only shines. Dark corners do not shine. */
const LIT_CHUNK = `#include <lights_fragment_maps>
#if defined( USE_ENVMAP ) && defined( STANDARD ) && defined( USE_LIGHTMAP )
  iblIrradiance = vec3( 0.0 );
  radiance *= clamp( dot( lightMapTexel.rgb * lightMapIntensity / 3.14159, vec3( 0.33 ) ) * 1.6, 0.08, 1.0 );
#endif`;

export interface Lighting {
  lightMap: Texture | null;
  /** low-cost tier: no environment, simplest shading */
  lite: boolean;
}

/** Shared by the room and every prop, so that one class of material stays one program. */
export type Paints = Map<string, Material>;

/** What a node of a room says of itself: lit by the baked map, or shown as painted (outside the window). */
function says(mesh: Mesh, word: 'static' | 'unlit'): boolean {
  return Boolean(mesh.userData[word] ?? mesh.parent?.userData[word]);
}

/** Storeys of a house look alike but for their plates; those of other storeys than the drill's are not shown. */
export function showStorey(root: Object3D, storey = DEFAULT_STOREY): void {
  root.traverse((node) => {
    if (typeof node.userData.storey === 'number') node.visible = node.userData.storey === storey;
  });
}

/** Gives every mesh under `root` its material by class, lightmap and tier; equal ones are shared through `paints`. */
export function paint(root: Object3D, lighting: Lighting, paints: Paints): void {
  root.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    const source = node.material as MeshStandardMaterial;
    const unlit = says(node, 'unlit');
    const lit = says(node, 'static') && node.geometry.getAttribute('uv1') !== undefined && lighting.lightMap !== null;
    const colours = node.geometry.getAttribute('color') !== undefined;
    const skinned = 'isSkinnedMesh' in node;
    const key = [source.name, source.map?.uuid ?? '', lit, unlit, colours, skinned].join('|');
    let made = paints.get(key);
    if (!made) {
      made = make(source, lit, unlit, colours, lighting);
      paints.set(key, made);
    }
    node.material = made;
    if (source.name === 'glass') node.renderOrder = 5;
    if (source.name === 'decal') node.renderOrder = 1;
  });
}

function make(
  source: MeshStandardMaterial,
  lit: boolean,
  unlit: boolean,
  colours: boolean,
  lighting: Lighting,
): Material {
  if (source.map) source.map.anisotropy = 8;
  const name = source.name;
  const made =
    name === 'glass'
      ? glass(lighting.lite)
      : unlit || name === 'emit' || name === 'backdrop'
        ? glow(source, name === 'emit' && !unlit)
        : surface(source, lit, lighting);
  made.name = name;
  // a lamp of the room goes out with the mains; signs and alarms are props and have their own battery
  if (name === 'emit' && lit) made.userData.lamp = true;
  if (name === 'backdrop' && !unlit) made.userData.shines = true;
  made.vertexColors = colours;
  if (name === 'decal') {
    made.transparent = true;
    made.depthWrite = false;
    made.polygonOffset = true;
    made.polygonOffsetFactor = -1;
    made.polygonOffsetUnits = -1;
  }
  return applyHeightSmoke(made);
}

function glass(lite: boolean): MeshStandardMaterial | MeshBasicMaterial {
  const look = { color: '#e9f6fa', transparent: true, opacity: 0.08, depthWrite: false };
  return lite
    ? new MeshBasicMaterial(look)
    : new MeshStandardMaterial({ ...look, roughness: 0.15, envMapIntensity: 0.4 });
}

function glow(source: MeshStandardMaterial, strong: boolean): MeshBasicMaterial {
  const made = new MeshBasicMaterial({ map: source.map });
  if (strong) made.color.setScalar(1.6);
  return made;
}

function surface(
  source: MeshStandardMaterial,
  lit: boolean,
  lighting: Lighting,
): MeshStandardMaterial | MeshBasicMaterial | MeshLambertMaterial {
  if (lighting.lite && lit) {
    const flat = new MeshBasicMaterial({ map: source.map, color: source.color });
    flat.lightMap = lighting.lightMap;
    flat.lightMapIntensity = LIGHT_SCALE * 3.2;
    return flat;
  }
  if (lighting.lite) return new MeshLambertMaterial({ map: source.map, color: source.color });
  const made = source.clone();
  made.aoMap = null;
  // movable things have all their light from the environment, which has no lamps in it
  made.envMapIntensity = lit ? 1 : 1.7;
  if (!lit) return made;
  made.lightMap = lighting.lightMap;
  made.lightMapIntensity = Math.PI * LIGHT_SCALE;
  made.userData.lit = true;
  made.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace('#include <lights_fragment_maps>', LIT_CHUNK);
  };
  return made;
}

/**
 * One picture of the baked room from its middle lights everything that moves and gives the shine of everything else.
 * Movable things are hidden while it is taken.
 */
export function captureEnvironment(
  gl: WebGLRenderer,
  scene: Scene,
  at: [number, number, number],
  movable: readonly Object3D[],
  paints: Paints,
): Texture {
  const shown = movable.map((one) => one.visible);
  for (const one of movable) one.visible = false;
  const shine: [MeshStandardMaterial, number][] = [];
  for (const one of paints.values()) {
    if (!(one instanceof MeshStandardMaterial)) continue;
    shine.push([one, one.envMapIntensity]);
    one.envMapIntensity = 0;
  }
  const target = new WebGLCubeRenderTarget(128, { type: HalfFloatType, generateMipmaps: false });
  const cube = new CubeCamera(0.05, 50, target);
  cube.position.fromArray(at);
  const mapping = gl.toneMapping;
  // by day and in clean air: night and smoke are laid over what it lights
  const { value: dark } = air.uAirDark;
  const { value: spaces } = air.uAirCount;
  air.uAirDark.value = air.uAirCount.value = 0;
  gl.toneMapping = NoToneMapping;
  cube.update(gl, scene);
  gl.toneMapping = mapping;
  air.uAirDark.value = dark;
  air.uAirCount.value = spaces;
  const pmrem = new PMREMGenerator(gl);
  const { texture } = pmrem.fromCubemap(target.texture);
  pmrem.dispose();
  target.dispose();
  for (const [one, much] of shine) one.envMapIntensity = much;
  movable.forEach((one, i) => {
    one.visible = shown[i] ?? true;
  });
  return texture;
}
