/** Brings the models of a drill: room, props, people and the room's light, with a count that a progress bar can show. */
import { type Group, SRGBColorSpace, type Texture, TextureLoader, type WebGLRenderer } from 'three';
import { GLTFLoader, type GLTF } from 'three/examples/jsm/loaders/GLTFLoader.js';
import { KTX2Loader } from 'three/examples/jsm/loaders/KTX2Loader.js';
import { MeshoptDecoder } from 'three/examples/jsm/libs/meshopt_decoder.module.js';

export interface Models {
  room: Group;
  lightMap: Texture | null;
  props: Group;
  /** by model name: grandma, child, customer */
  people: Record<string, GLTF>;
}

/** @returns how much has come, 0..1, whenever it changes. */
export type Progress = (done_frac: number) => void;

/** Loads everything in parallel; a failure names the file that did not come. */
export async function loadModels(gl: WebGLRenderer, room: string, people: readonly string[], progress: Progress): Promise<Models> {
  const ktx = new KTX2Loader().setTranscoderPath('/basis/').detectSupport(gl);
  const gltf = new GLTFLoader().setKTX2Loader(ktx).setMeshoptDecoder(MeshoptDecoder);
  const parts = 3 + people.length;
  let done = 0;
  const counted = async <T>(job: Promise<T>): Promise<T> => {
    const result = await job;
    done++;
    progress(done / parts);
    return result;
  };
  const [roomModel, lightMap, props, ...persons] = await Promise.all([
    counted(gltf.loadAsync(`/models/${room}.glb`)),
    counted(loadLight(ktx, room)),
    counted(gltf.loadAsync('/models/props.glb')),
    ...people.map((name) => counted(gltf.loadAsync(`/models/${name}.glb`))),
  ]);
  ktx.dispose();
  return {
    room: roomModel.scene,
    lightMap,
    props: props.scene,
    people: Object.fromEntries(people.map((name, i) => [name, persons[i] as GLTF])),
  };
}

async function loadLight(ktx: KTX2Loader, room: string): Promise<Texture> {
  const url = `/models/${room}.light.ktx2`;
  const map: Texture = url.endsWith('.ktx2') ? await ktx.loadAsync(url) : await new TextureLoader().loadAsync(url);
  map.flipY = false;
  map.colorSpace = SRGBColorSpace;
  map.channel = 1;
  map.anisotropy = 4;
  return map;
}
