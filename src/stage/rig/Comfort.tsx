/** What keeps stomachs calm: the vignette while walking by stick, and the blink of a teleport. One cheap mesh each. */
import { useFrame } from '@react-three/fiber';
import { useEffect, useMemo } from 'react';
import {
  BufferGeometry,
  DoubleSide,
  Float32BufferAttribute,
  Mesh,
  MeshBasicMaterial,
  ShaderMaterial,
  SphereGeometry,
} from 'three';
import { DRAW } from '../frame.ts';
import { settings } from '../input/settings.ts';
import type { Trainee } from '../input/trainee.ts';
import { blackness_frac } from './locomotion.ts';

/** A tube around the eyes, clear in the middle, dark at the rim. */
function tube(): BufferGeometry {
  const geometry = new BufferGeometry();
  const points: number[] = [];
  const shade: number[] = [];
  const index: number[] = [];
  const n = 48;
  for (let ring = 0; ring < 3; ring++) {
    // from 28 degrees off the view's axis (clear) over 44 (dark) to beside the head (dark)
    const angle = [0.49, 0.77, 1.57][ring] ?? 0;
    for (let i = 0; i < n; i++) {
      const a = (i / n) * Math.PI * 2;
      points.push(Math.cos(a) * Math.sin(angle), Math.sin(a) * Math.sin(angle), -Math.cos(angle));
      shade.push(ring === 0 ? 0 : 1);
    }
  }
  for (let ring = 0; ring < 2; ring++)
    for (let i = 0; i < n; i++) {
      const a = ring * n + i;
      const b = ring * n + ((i + 1) % n);
      index.push(a, a + n, b, b, a + n, b + n);
    }
  geometry.setAttribute('position', new Float32BufferAttribute(points, 3));
  geometry.setAttribute('shade', new Float32BufferAttribute(shade, 1));
  geometry.setIndex(index);
  return geometry;
}

function vignetteMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uDark: { value: 0 } },
    vertexShader:
      'attribute float shade; varying float vShade; void main(){ vShade = shade; gl_Position = projectionMatrix * modelViewMatrix * vec4(position,1.0); }',
    fragmentShader:
      'uniform float uDark; varying float vShade; void main(){ gl_FragColor = vec4(0.02,0.05,0.05, vShade * uDark); }',
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  });
}

export function Comfort({ trainee: t }: { trainee: Trainee }) {
  const vignette = useMemo(() => new Mesh(tube(), vignetteMaterial()), []);
  const lid = useMemo(() => {
    const look = {
      color: '#000000',
      transparent: true,
      opacity: 0,
      depthTest: false,
      depthWrite: false,
      side: DoubleSide,
    };
    return new Mesh(new SphereGeometry(0.2, 12, 8), new MeshBasicMaterial({ ...look, toneMapped: false }));
  }, []);
  useEffect(() => {
    vignette.renderOrder = 9000;
    lid.renderOrder = 9001;
    vignette.frustumCulled = false;
    lid.frustumCulled = false;
    // far away, so that both eyes see one rim in one place: near the face it doubles
    vignette.scale.setScalar(15);
    return () => {
      for (const mesh of [vignette, lid]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    };
  }, [vignette, lid]);
  useFrame((_, dt_s) => {
    const dark = vignette.material.uniforms.uDark;
    if (!dark) return;
    const goal = settings.getState().vignette && t.presenting ? t.loco.motion_frac * 0.96 : 0;
    dark.value += (goal - dark.value) * Math.min(1, dt_s * 10);
    vignette.visible = dark.value > 0.01;
    vignette.position.copy(t.head);
    vignette.quaternion.copy(t.headQuat);
    lid.material.opacity = blackness_frac(t.loco);
    lid.visible = lid.material.opacity > 0.01;
    lid.position.copy(t.head);
  }, DRAW);
  return (
    <>
      <primitive object={vignette} />
      <primitive object={lid} />
    </>
  );
}
