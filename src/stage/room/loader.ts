/** Brings the models of a drill: room, props, people and the room's light, with a count that a progress bar can show. */
import { type Group, SRGBColorSpace, type Texture, type WebGLRenderer } from 'three';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';
import { type GLTF, GLTFLoader } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { KTX2Loader } from 'three/examples/jsm/loaders/KTX2Loader.js';

export interface Models {
  room: Group;
  lightMap: Texture | null;
  /** which root of props draws which thing, and how it faces where the room does not say */
  roots: Manifest['rooms'][string]['things'];
  props: Group;
  /** by model name: grandma, child, customer */
  people: Record<string, GLTF>;
}

/** public/models/manifest.json, as far as the stage reads it. */
export interface Manifest {
  rooms: Record<string, { things: Record<string, { node: string; facing_deg: number; also?: string[] }> }>;
}

/** @returns how much has come, 0..1, whenever it changes. */
export type Progress = (done_frac: number) => void;

/** Loads everything in parallel; a failure names the file that did not come. */
export async function loadModels(
  gl: WebGLRenderer,
  room: string,
  people: readonly string[],
  progress: Progress,
): Promise<Models> {
  const ktx = new KTX2Loader().setTranscoderPath('/basis/').detectSupport(gl);
  const gltf = new GLTFLoader().setKTX2Loader(ktx).setMeshoptDecoder(MeshoptDecoder);
  const parts = 4 + people.length;
  let done = 0;
  const counted = async <T>(job: Promise<T>): Promise<T> => {
    const result = await job;
    done++;
    progress(done / parts);
    return result;
  };
  const [manifest, roomModel, lightMap, props, ...persons] = await Promise.all([
    counted(loadManifest()),
    counted(gltf.loadAsync(`/models/${room}.glb`)),
    counted(loadLight(ktx, room)),
    counted(gltf.loadAsync('/models/props.glb')),
    ...people.map((name) => counted(gltf.loadAsync(`/models/${name}.glb`))),
  ]);
  ktx.dispose();
  return {
    room: roomModel.scene,
    lightMap,
    roots: manifest.rooms[room]?.things ?? {},
    props: props.scene,
    people: Object.fromEntries(people.map((name, i) => [name, persons[i] as GLTF])),
  };
}

async function loadManifest(): Promise<Manifest> {
  const reply = await fetch('/models/manifest.json');
  if (!reply.ok) throw new Error(`/models/manifest.json: ${reply.status}`);
  return (await reply.json()) as Manifest;
}

async function loadLight(ktx: KTX2Loader, room: string): Promise<Texture> {
  const map: Texture = await ktx.loadAsync(`/models/${room}.light.ktx2`);
  map.flipY = false;
  map.colorSpace = SRGBColorSpace;
  map.channel = 1;
  map.anisotropy = 4;
  return map;
}
