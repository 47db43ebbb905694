/** Every root of the props model on a grid, turning slowly, lit by the kitchen's own light. */
import { Canvas, useFrame, useThree } from '@react-three/fiber';
import { useEffect, useMemo, useState } from 'react';
import { Box3, Group, NeutralToneMapping, Vector3 } from 'three';
import { DRAW } from '../stage/frame.ts';
import { openLibrary, take } from '../stage/props/prop.ts';
import { loadModels, type Models } from '../stage/room/loader.ts';
import { captureEnvironment, type Paints, paint } from '../stage/room/recipe.ts';

export function PropsBench() {
  return (
    <div style={{ height: '70vh' }}>
      <Canvas
        camera={{ position: [0, 2.4, 5], fov: 45 }}
        gl={{ toneMapping: NeutralToneMapping, toneMappingExposure: 1.2 }}
      >
        <color attach="background" args={['#e9e2d2']} />
        <Table />
      </Canvas>
    </div>
  );
}

function useModels(): { models: Models; paints: Paints } | null {
  const { gl, scene } = useThree();
  const [loaded, setLoaded] = useState<{ models: Models; paints: Paints } | null>(null);
  useEffect(() => {
    void loadModels(gl, 'kitchen', [], () => undefined).then((models) => {
      const paints: Paints = new Map();
      paint(models.room, { lightMap: models.lightMap, lite: false }, paints);
      paint(models.props, { lightMap: models.lightMap, lite: false }, paints);
      scene.add(models.room);
      scene.environment = captureEnvironment(gl, scene, [0.1, 1.35, 0.1], [], paints);
      scene.remove(models.room);
      setLoaded({ models, paints });
    });
  }, [gl, scene]);
  return loaded;
}

function Table() {
  const loaded = useModels();
  const table = useMemo(() => {
    const group = new Group();
    if (!loaded) return group;
    const library = openLibrary(loaded.models.props);
    const size = new Vector3();
    [...library.keys()].forEach((name, i) => {
      const one = take(library, name);
      new Box3().setFromObject(one).getSize(size);
      one.scale.setScalar(0.55 / Math.max(size.x, size.y, size.z, 0.05));
      one.position.set(((i % 8) - 3.5) * 0.7, 1.6 - Math.floor(i / 8) * 0.7, 0);
      group.add(one);
    });
    return group;
  }, [loaded]);
  useFrame((_, dt_s) => {
    for (const one of table.children) one.rotation.y += dt_s * 0.5;
  }, DRAW);
  return <primitive object={table} />;
}
