/** What a critical failure looks like: the view whitens or closes to a tunnel, slowly in, slowly out; never red, never a flash. */
import { BackSide, Mesh, ShaderMaterial, SphereGeometry } from 'three';

export type VeilKind = 'white' | 'dark';

/** Rise and fall of the veil in seconds: the change is slower than 3 Hz by far. [D] */
export const VEIL_IN_s = 0.7;
export const VEIL_OUT_s = 0.8;
/** The eyes close for the rewind in this time. [D] */
const CLOSE_s = 0.5;
/** Wider than any room: both eyes see it alike, and a body put elsewhere is still inside. */
const RADIUS_m = 15;

/** Fire and current whiten; smoke and staying too long darken, and so does every failure of an escape. */
export function veilKind(rule: string): VeilKind {
  if (rule.startsWith('FE-')) return 'dark';
  return /-X[235]$/.test(rule) ? (rule.endsWith('X3') ? 'white' : 'dark') : 'white';
}

const smooth = (x: number): number => {
  const k = Math.min(1, Math.max(0, x));
  return k * k * (3 - 2 * k);
};

/**
 * @param since_s since the failure
 * @param after_s since the room went back (or the run ended), 0 while the failure still plays out
 * @returns 0 clear .. 1 full
 */
export function veil_frac(since_s: number, after_s: number): number {
  return smooth(since_s / VEIL_IN_s) * (1 - smooth(after_s / VEIL_OUT_s));
}

/**
 * How far the whole view is closed: altogether at the moment the room goes back, so that nobody sees it jump.
 * @param left_s until the rewind
 * @param after_s since it
 */
export function closed_frac(left_s: number, after_s: number): number {
  return smooth(1 - left_s / CLOSE_s) * (1 - smooth(after_s / VEIL_OUT_s));
}

export function createVeil(): Mesh<SphereGeometry, ShaderMaterial> {
  const material = new ShaderMaterial({
    name: 'veil',
    uniforms: { uAmount: { value: 0 }, uWhite: { value: 0 }, uClosed: { value: 0 } },
    vertexShader: /* glsl */ `
varying vec3 vAt;
void main() { vAt = position; gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0); }`,
    fragmentShader: /* glsl */ `
uniform float uAmount; uniform float uWhite; uniform float uClosed; varying vec3 vAt;
void main() {
  /* 0 straight ahead .. 1 beside */
  float off = acos(clamp(-normalize(vAt).z, -1.0, 1.0)) / 1.5708;
  float tunnel = smoothstep(0.55 - 0.42 * uAmount, 0.95 - 0.5 * uAmount, off);
  float alpha = mix(tunnel * uAmount, max(0.5, tunnel) * uAmount, uWhite);
  vec3 colour = mix(vec3(0.035, 0.034, 0.036), vec3(0.97, 0.95, 0.90), uWhite);
  /* eyes close to dark, never to a white flash */
  colour = mix(colour, vec3(0.035, 0.034, 0.036), uClosed);
  gl_FragColor = vec4(colour, max(alpha * 0.96, uClosed));
}`,
    transparent: true,
    depthTest: false,
    depthWrite: false,
    side: BackSide,
    toneMapped: false,
  });
  const mesh = new Mesh(new SphereGeometry(RADIUS_m, 24, 16), material);
  mesh.renderOrder = 7000;
  mesh.frustumCulled = false;
  mesh.visible = false;
  mesh.raycast = () => undefined;
  return mesh;
}
