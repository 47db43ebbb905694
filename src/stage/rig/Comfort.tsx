/** What the eyes feel: the vignette while walking by stick, the field that closes with the smoke's dose, the blink of a teleport. */
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
import type { Drill } from '../../drill/types.ts';
import { DRAW } from '../frame.ts';
import { settings } from '../input/settings.ts';
import type { Trainee } from '../input/trainee.ts';
import { blackness_frac } from './locomotion.ts';
import { clear_rad, GREY_MOST_frac, GREY_s, tunnel_frac } from './suffering.ts';

/** Rings of the rim; the shader lays them from the clear middle out to beside the head. */
const RINGS = 7;
const AROUND = 40;
/** The walking vignette: clear to here, dark from there on. */
const VIGNETTE_rad: [number, number] = [0.49, 0.77];

/** A rim around the eyes: each corner says how far out it lies and which way; its clear middle is not drawn at all. */
function rim(): BufferGeometry {
  const geometry = new BufferGeometry();
  const points: number[] = [];
  const index: number[] = [];
  for (let ring = 0; ring < RINGS; ring++)
    for (let i = 0; i < AROUND; i++) {
      const a = (i / AROUND) * Math.PI * 2;
      points.push(Math.cos(a), Math.sin(a), ring / (RINGS - 1));
    }
  for (let ring = 0; ring < RINGS - 1; ring++)
    for (let i = 0; i < AROUND; i++) {
      const a = ring * AROUND + i;
      const b = ring * AROUND + ((i + 1) % AROUND);
      index.push(a, a + AROUND, b, b, a + AROUND, b + AROUND);
    }
  geometry.setAttribute('position', new Float32BufferAttribute(points, 3));
  geometry.setIndex(index);
  return geometry;
}

/** One mesh far away, so that both eyes see one rim in one place: near the face it doubles. */
export function createRim(): Mesh<BufferGeometry, ShaderMaterial> {
  const mesh = new Mesh(rim(), rimMaterial());
  // under the panels: they are read to the last
  mesh.renderOrder = 7500;
  mesh.frustumCulled = false;
  mesh.scale.setScalar(15);
  return mesh;
}

function rimMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    uniforms: { uDark: { value: 0 }, uInner: { value: 0.49 }, uClear: { value: 2 }, uGrey: { value: 0 } },
    vertexShader: /* glsl */ `
uniform float uInner; varying float vOff;
void main() {
  vOff = mix(uInner, 1.6, position.z);
  vec3 at = vec3(position.xy * sin(vOff), -cos(vOff));
  gl_Position = projectionMatrix * modelViewMatrix * vec4(at, 1.0);
}`,
    fragmentShader: /* glsl */ `
uniform float uDark; uniform float uClear; uniform float uGrey; varying float vOff;
void main() {
  float walk = uDark * smoothstep(${VIGNETTE_rad[0]}, ${VIGNETTE_rad[1]}, vOff);
  /* soft over half the clear angle again */
  float tunnel = 0.97 * smoothstep(uClear, uClear * 1.6 + 0.04, vOff);
  float alpha = max(max(walk, tunnel), uGrey);
  vec3 colour = mix(vec3(0.02, 0.05, 0.05), vec3(0.03, 0.03, 0.032), step(walk, tunnel));
  colour = mix(colour, vec3(0.17, 0.17, 0.175), uGrey * (1.0 - tunnel));
  gl_FragColor = vec4(colour, alpha);
}`,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: DoubleSide,
  });
}

/** Body feeling follows slowly, so that no step of the sim is ever seen as a jump. [D] */
const FOLLOWS_ps = 1.4;

export interface Felt {
  tunnel: number;
  grey_s: number;
}

/** Brings the rim to what the body feels now; hidden where it would show nothing. */
export function drawRim(
  mesh: Mesh<BufferGeometry, ShaderMaterial>,
  felt: Felt,
  walking: number,
  drill: Pick<Drill, 'world'>,
  dt_s: number,
): void {
  const { body } = drill.world;
  const { uDark, uInner, uClear, uGrey } = mesh.material.uniforms as Record<string, { value: number }>;
  uDark!.value += (walking - uDark!.value) * Math.min(1, dt_s * 10);
  felt.tunnel += (tunnel_frac(body.smokeDose_frac) - felt.tunnel) * Math.min(1, dt_s * FOLLOWS_ps);
  felt.grey_s = Math.min(GREY_s, Math.max(0, felt.grey_s + (body.alive ? -dt_s : dt_s)));
  const closing = felt.tunnel > 0.005;
  uClear!.value = closing ? clear_rad(felt.tunnel) : 4;
  uGrey!.value = GREY_MOST_frac * (felt.grey_s / GREY_s) ** 2;
  uInner!.value = uGrey!.value > 0.004 ? 0 : Math.min(VIGNETTE_rad[0], uClear!.value);
  mesh.visible = uDark!.value > 0.01 || closing || uGrey!.value > 0.004;
}

export function Comfort({ trainee: t, drill }: { trainee: Trainee; drill: Drill }) {
  const vignette = useMemo(createRim, []);
  const felt = useMemo<Felt>(() => ({ tunnel: 0, grey_s: 0 }), [drill]);
  const lid = useMemo(() => {
    const look = {
      color: '#000000',
      transparent: true,
      opacity: 0,
      depthTest: false,
      depthWrite: false,
      side: DoubleSide,
      forceSinglePass: true,
    };
    return new Mesh(new SphereGeometry(0.2, 12, 8), new MeshBasicMaterial({ ...look, toneMapped: false }));
  }, []);
  useEffect(() => {
    lid.renderOrder = 9001;
    lid.frustumCulled = false;
    return () => {
      for (const mesh of [vignette, lid]) {
        mesh.geometry.dispose();
        mesh.material.dispose();
      }
    };
  }, [vignette, lid]);
  useFrame((_, dt_s) => {
    const walking = settings.getState().vignette && t.presenting ? t.loco.motion_frac * 0.96 : 0;
    drawRim(vignette, felt, walking, drill, dt_s);
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
