/** The baked room, its reflections taken once, and every program compiled before the first frame is shown. */
import { useFrame, useThree } from '@react-three/fiber';
import { useEffect, useState } from 'react';
import {
  type Camera,
  HemisphereLight,
  type Material,
  Mesh,
  MeshStandardMaterial,
  type Scene,
  type Texture,
  Vector3,
} from 'three';
import type { Space } from '../../sim/world.ts';
import type { Cast } from '../props/make.ts';
import { openLibrary } from '../props/prop.ts';
import { middleOf } from './cameras.ts';
import { loadModels, type Models, type Progress } from './loader.ts';
import { captureEnvironment, type Paints, paint, showStorey } from './recipe.ts';
import { seenFrom, showRegions } from './sight.ts';

export interface Furnished {
  /** name of the room */
  room: string;
  models: Models;
  cast: Cast;
  paints: Paints;
}

/** Loads and paints everything of a room; null while it comes. A failure goes to `onTrouble` with the file's name. */
export function useFurnished(
  room: string,
  people: readonly string[],
  lite: boolean,
  progress: Progress,
  onTrouble: (error: unknown) => void,
): Furnished | null {
  const gl = useThree((state) => state.gl);
  const [furnished, setFurnished] = useState<Furnished | null>(null);
  const names = people.join(' ');
  useEffect(() => {
    let gone = false;
    loadModels(gl, room, names === '' ? [] : names.split(' '), progress)
      .then((models) => {
        if (!gone) setFurnished(furnish(room, models, lite));
      })
      .catch(onTrouble);
    return () => {
      gone = true;
    };
  }, [gl, room, names, lite]);
  return furnished;
}

function furnish(room: string, models: Models, lite: boolean): Furnished {
  const paints: Paints = new Map();
  const lighting = { lightMap: models.lightMap, lite };
  paint(models.room, lighting, paints);
  paint(models.props, lighting, paints);
  for (const person of Object.values(models.people)) paint(person.scene, lighting, paints);
  return {
    room,
    models,
    paints,
    cast: { library: openLibrary(models.props), people: models.people, roots: models.roots, paints },
  };
}

/** Draws the room; calls `onReady` once, when nothing more will be compiled in front of the trainee. */
export function Room({
  furnished,
  storey,
  spaces,
  lite,
  movable,
  onReady,
}: {
  furnished: Furnished;
  /** number on the plates of a house with many storeys alike */
  storey?: number | undefined;
  /** of a house: what cannot be seen from the eye's is not drawn */
  spaces?: readonly Space[];
  lite: boolean;
  movable: string;
  onReady: () => void;
}) {
  const { gl, scene, camera } = useThree();
  useEffect(() => {
    let gone = false;
    showStorey(furnished.models.room, storey);
    showRegions(furnished.models.room, furnished.room, null);
    const lit = lite ? null : light(gl, scene, furnished, movable);
    gl.compileAsync(scene, camera)
      .catch(() => undefined)
      .then(() => {
        if (!gone) onReady();
      });
    return () => {
      gone = true;
      lit?.dispose();
    };
  }, [furnished, gl, scene]);
  useFrame(({ camera: eye }) => {
    if (spaces) showRegions(furnished.models.room, furnished.room, seenFrom(furnished.room, spaces, at(eye)));
  });
  return (
    <>
      <primitive object={furnished.models.room} />
      {lite && <primitive object={LITE_LIGHT} />}
    </>
  );
}

const point = new Vector3();

function at(eye: Camera): [number, number, number] {
  const { x, y, z } = eye.getWorldPosition(point);
  return [x, y, z];
}

const LITE_LIGHT = new HemisphereLight('#fff4e0', '#a08a70', 3);

function light(
  gl: Parameters<typeof captureEnvironment>[0],
  scene: Scene,
  furnished: Furnished,
  movable: string,
): Texture {
  const layers = scene.getObjectByName(movable);
  const texture = captureEnvironment(gl, scene, middleOf(furnished.room), layers ? [layers] : [], furnished.paints);
  scene.environment = texture;
  // three heeds a material's own strength only for a material's own map
  for (const one of furnished.paints.values()) {
    if (!(one instanceof MeshStandardMaterial) || one.userData.lit) continue;
    one.envMap = texture;
    one.needsUpdate = true;
  }
  forgetPrograms(scene);
  return texture;
}

/** The picture was taken without tone mapping and reflections: those programs are never used again. */
function forgetPrograms(scene: Scene): void {
  scene.traverse((node) => {
    if (!(node instanceof Mesh)) return;
    for (const one of [node.material].flat() as Material[]) one.dispose();
  });
}
