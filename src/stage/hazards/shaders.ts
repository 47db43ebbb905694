/** The six small programs of the hazards: flame, puff, streak, jet, deposit, ceiling sheet. Colours are as displayed. */
import {
  AddEquation,
  CustomBlending,
  DoubleSide,
  type IUniform,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type Texture,
} from 'three';
import { AIR_GLSL, air } from './air.ts';

/** sRGB of the smoke colour, for programs that write displayed colours. */
const DISPLAY_GLSL = /* glsl */ `
${AIR_GLSL}
uniform sampler2D uNoise;
vec3 displayed(vec3 linear) { return pow(clamp(linear, 0.0, 1.0), vec3(0.4545)); }
/* share of the room's light on what hangs in the air, by night */
float airNight() { return 1.0 - 0.8 * uAirDark; }
/* premultiplied colour sunk into the smoke between it and the eye; veil from airVeil */
vec4 sunk(vec3 premultiplied, float alpha, vec4 veil) {
  return vec4(premultiplied * veil.a + veil.rgb * alpha, alpha);
}
vec4 throughAir(vec3 premultiplied, float alpha, vec3 at_m) {
  airAlong(cameraPosition, at_m);
  return sunk(premultiplied, alpha, airVeil(1.0));
}
/* what shines is seen 8/3 times farther through smoke than what reflects (Jin: 8 against 3) */
vec4 shiningThroughAir(vec3 premultiplied, float alpha, vec3 at_m) {
  airAlong(cameraPosition, at_m);
  float t = airVeil(0.375).a;
  return vec4(premultiplied * t, alpha * t);
}
vec3 fireRamp(float heat) {
  vec3 c = mix(vec3(0.55, 0.07, 0.01), vec3(0.98, 0.33, 0.04), smoothstep(0.0, 0.35, heat));
  c = mix(c, vec3(1.0, 0.68, 0.17), smoothstep(0.28, 0.62, heat));
  return mix(c, vec3(1.0, 0.95, 0.74), smoothstep(0.6, 1.0, heat));
}
`;

/** One material of the hazards: premultiplied, unlit, depth-tested but not depth-writing. */
function effect(name: string, vertexShader: string, fragmentShader: string, uniforms: Record<string, IUniform>) {
  return new ShaderMaterial({
    name,
    vertexShader,
    fragmentShader,
    uniforms: { ...air, ...uniforms },
    transparent: true,
    depthWrite: false,
    side: DoubleSide,
    toneMapped: false,
    blending: CustomBlending,
    blendEquation: AddEquation,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    blendSrcAlpha: OneFactor,
    blendDstAlpha: OneMinusSrcAlphaFactor,
  });
}

export function flameMaterial(noise: Texture): ShaderMaterial {
  return effect(
    'flame',
    /* glsl */ `
attribute vec4 aBase;   /* x y z, width_m (0 = unused) */
attribute vec4 aShape;  /* height_m, seed, kind (0 fire, 1 gas), strength */
varying vec2 vAt;
varying vec4 vShape;
varying vec3 vWorld_m;
void main() {
  vec3 base = aBase.xyz;
  vec3 toEye = cameraPosition - base;
  vec3 flat_ = normalize(vec3(toEye.x, 0.0, toEye.z) + vec3(1e-4, 0.0, 0.0));
  vec3 right = vec3(flat_.z, 0.0, -flat_.x);
  /* seen from above a flame is a round patch: lean the card towards the eye */
  float steep = clamp((toEye.y / max(length(toEye), 0.01) - 0.25) * 1.1, 0.0, 0.8);
  vec3 up = normalize(vec3(0.0, 1.0, 0.0) - flat_ * steep);
  vAt = vec2(position.x, position.y);
  vShape = aShape;
  vec3 at = base + right * position.x * aBase.w + up * (position.y * aShape.x - 0.04 * aBase.w);
  vWorld_m = at;
  vec4 clip = projectionMatrix * viewMatrix * vec4(at, 1.0);
  gl_Position = aBase.w <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : clip;
}`,
    /* glsl */ `
${DISPLAY_GLSL}
varying vec2 vAt;
varying vec4 vShape;
varying vec3 vWorld_m;
void main() {
  float seed = vShape.y * 17.0;
  float y = vAt.y;
  float speed = mix(1.15, 0.75, clamp(vShape.x / 2.0, 0.0, 1.0));
  float t = uAirTime_s * speed;
  float sway = texture2D(uNoise, vec2(seed, y * 0.42 - t * 0.52 + seed)).r - 0.5;
  float curl = texture2D(uNoise, vec2(vAt.x * 0.55 + seed * 1.7, y * 0.75 - t * 0.95)).r - 0.5;
  float x = vAt.x * 2.0 + (sway * 1.5 + curl * 1.1) * y * (1.25 - 0.25 * y);
  float body = pow(max(1.0 - y, 0.0), 0.62) * (0.42 + 0.58 * smoothstep(0.0, 0.22, y)) * 0.86;
  float edge = 1.0 - abs(x) / max(body, 0.001);
  float lick = texture2D(uNoise, vec2(x * 0.32 - seed, y * 0.62 - t * 1.35)).r;
  float fine = texture2D(uNoise, vec2(x * 0.5 + seed * 3.1, y * 0.9 - t * 1.8)).g;
  float f = edge + (lick - 0.52) * (0.9 + 1.2 * y) - (1.0 - fine) * 0.42 * y - y * y * 0.32;
  float alpha = smoothstep(0.0, 0.42, f) * smoothstep(0.0, 0.07, y + 0.02) * vShape.w;
  float heat = clamp(f * 0.92 - y * 0.34 + 0.1, 0.0, 1.0);
  vec3 colour = fireRamp(heat);
  float cover = alpha * mix(0.42, 0.86, heat);
  if (vShape.z > 0.5) { /* gas flame: blue, thin */
    colour = mix(vec3(0.10, 0.25, 0.95), vec3(0.55, 0.78, 1.0), smoothstep(0.3, 1.0, heat));
    cover = alpha * 0.35;
    alpha *= 0.8;
  }
  if (alpha < 0.004) discard;
  gl_FragColor = shiningThroughAir(colour * alpha, cover, vWorld_m);
}`,
    { uNoise: { value: noise } },
  );
}

export function puffMaterial(noise: Texture): ShaderMaterial {
  return effect(
    'puff',
    /* glsl */ `
${AIR_GLSL}
attribute vec4 aOrigin; attribute vec4 aVelocity; attribute vec4 aForm; attribute vec4 aMove; attribute vec3 aTint;
attribute vec3 aLow; attribute vec3 aHigh;
varying vec2 vAt; varying vec3 vLit; varying vec4 vPuff; varying vec4 vVeil; varying vec3 vGlow; varying float vUp;
void main() {
  float age = uAirTime_s - aOrigin.w;
  float life = aVelocity.w;
  float k = age / life;
  float drag = max(aForm.w, 0.05);
  float run = (1.0 - exp(-drag * age)) / drag;
  vec3 at = aOrigin.xyz + aVelocity.xyz * run;
  at.y += aMove.x * (age - run);
  float seed = aForm.x * 6.2831;
  at += aMove.y * k * vec3(sin(seed * 7.0 + age * 1.3), 0.5 * sin(seed * 3.0 + age * 1.7), cos(seed * 5.0 + age * 1.1));
  float across = mix(aForm.y, aForm.z, 1.0 - (1.0 - k) * (1.0 - k));
  /* what rises past the ceiling or falls past the floor spreads along it */
  float over = max(0.0, at.y - (aHigh.y - 0.28 * across));
  float under = max(0.0, (aLow.y + 0.24 * across) - at.y);
  at.y += under - over;
  at.xz += vec2(cos(seed * 9.0), sin(seed * 9.0)) * (over * 0.9 + under * 0.8);
  at.xz = clamp(at.xz, aLow.xz + 0.22 * across, aHigh.xz - 0.22 * across);
  vec3 toEye = cameraPosition - at;
  float far = length(toEye);
  vec3 n = toEye / max(far, 0.01);
  vec3 right = normalize(cross(vec3(0.0, 1.0, 0.0), n));
  vec3 up = cross(n, right);
  float turn = seed + age * (0.35 * sin(seed * 11.0));
  vec2 spun = mat2(cos(turn), sin(turn), -sin(turn), cos(turn)) * position.xy;
  vec3 corner = at + (right * position.x + up * position.y) * across;
  vAt = spun * 1.848;
  vUp = position.y * 1.848;
  /* fades where the face is inside it: no card is ever cut by the eye */
  float near = smoothstep(0.25, 0.8, far - across * 0.25);
  float fade = smoothstep(0.0, 0.12, k) * pow(1.0 - k, 1.15) * near;
  vPuff = vec4(fade * aMove.w, k, aForm.x, aMove.z * pow(max(1.0 - k * 1.25, 0.0), 1.3));
  vLit = aTint;
  /* smoke changes little over a puff: its share of light and the fires' glow are worked out at the corners */
  airAlong(cameraPosition, corner);
  vVeil = airVeil(1.0);
  vGlow = airGlow(at, vec3(0.0, -1.0, 0.0));
  vec4 clip = projectionMatrix * viewMatrix * vec4(corner, 1.0);
  /* drawn as if half its width nearer, so that walls and pans do not slice it */
  vec4 nearer = projectionMatrix * viewMatrix * vec4(corner + n * min(across * 0.5, far * 0.4), 1.0);
  clip.z = nearer.z / nearer.w * clip.w;
  /* lost in the smoke before it: costs nothing */
  bool gone = age < 0.0 || age >= life || fade * aMove.w < 0.003 || vVeil.a < 0.02;
  gl_Position = gone ? vec4(2.0, 2.0, 2.0, 1.0) : clip;
}`,
    /* glsl */ `
${DISPLAY_GLSL}
varying vec2 vAt; varying vec3 vLit; varying vec4 vPuff; varying vec4 vVeil; varying vec3 vGlow; varying float vUp;
void main() {
  float r = length(vAt);
  float low = texture2D(uNoise, vAt * 0.23 + vPuff.z * 7.3 + vPuff.y * 0.05).r;
  float fine = texture2D(uNoise, vAt * 0.36 - vPuff.z * 3.7 - vPuff.y * 0.08).g;
  float dense = 1.0 - r + (low - 0.5) * 1.5 + (fine - 0.6) * 0.5 * (0.4 + vPuff.y);
  float alpha = smoothstep(0.08, 0.95, dense) * smoothstep(1.0, 0.55, r) * vPuff.x;
  if (alpha < 0.004) discard;
  /* a soft ball lit from above, with the noise as its relief */
  float lift = vUp * 0.5 + (low - 0.5) * 0.8;
  vec3 colour = vLit * clamp(0.94 + 0.2 * lift, 0.6, 1.1) * airNight();
  colour += displayed(vGlow * 0.14) * 0.55 * (1.0 - 0.4 * lift) * max(vLit.r, 0.3);
  float burning = clamp(vPuff.w * (0.55 + 1.1 * low) + (dense - 0.55) * vPuff.w, 0.0, 1.0);
  colour = mix(colour, fireRamp(burning), smoothstep(0.06, 0.3, burning));
  gl_FragColor = sunk(min(colour, vec3(1.0)) * alpha, alpha * (1.0 - 0.25 * burning), vVeil);
}`,
    { uNoise: { value: noise } },
  );
}

export function streakMaterial(noise: Texture): ShaderMaterial {
  return effect(
    'streak',
    /* glsl */ `
${AIR_GLSL}
attribute vec4 aOrigin; attribute vec4 aVelocity; attribute vec4 aForm; attribute vec4 aMove; attribute vec3 aTint;
attribute vec3 aLow; attribute vec3 aHigh;
varying vec2 vAt; varying vec4 vTint; varying float vGlow; varying vec4 vVeil;
void main() {
  /* aForm: seed, width, stretch, drag; aMove: gravity (down positive), unused, glow, alpha */
  float age = uAirTime_s - aOrigin.w;
  float life = aVelocity.w;
  float k = age / life;
  float drag = max(aForm.w, 0.05);
  float run = (1.0 - exp(-drag * age)) / drag;
  vec3 at = aOrigin.xyz + aVelocity.xyz * run - vec3(0.0, aMove.x * (age - run) / drag, 0.0);
  vec3 v = aVelocity.xyz * exp(-drag * age) - vec3(0.0, aMove.x * run, 0.0);
  bool landed = any(lessThan(at, aLow)) || any(greaterThan(at, aHigh));
  vec3 n = normalize(cameraPosition - at);
  vec3 side = cross(n, v);
  side = length(side) < 1e-3 ? vec3(1.0, 0.0, 0.0) : normalize(side);
  vec3 along = normalize(cross(side, n));
  float speed = length(v);
  vec3 corner = at + side * position.x * aForm.y + along * position.y * max(aForm.y, speed * aForm.z);
  vAt = position.xy * 1.848;
  vTint = vec4(aTint, aMove.w * smoothstep(0.0, 0.06, k) * (1.0 - k * k));
  vGlow = aMove.z;
  airAlong(cameraPosition, at);
  vVeil = airVeil(mix(1.0, 0.375, vGlow));
  gl_Position = age < 0.0 || age >= life || landed ? vec4(2.0, 2.0, 2.0, 1.0)
    : projectionMatrix * viewMatrix * vec4(corner, 1.0);
}`,
    /* glsl */ `
${DISPLAY_GLSL}
varying vec2 vAt; varying vec4 vTint; varying float vGlow; varying vec4 vVeil;
void main() {
  float alpha = smoothstep(1.0, 0.25, length(vAt)) * vTint.a;
  if (alpha < 0.01) discard;
  vec3 colour = mix(vTint.rgb * mix(airNight(), 1.0, vGlow), vec3(1.0, 0.97, 0.85), vGlow * smoothstep(0.6, 0.0, length(vAt)) * 0.7);
  gl_FragColor = sunk(colour * alpha, alpha * (1.0 - 0.6 * vGlow), vVeil);
}`,
    { uNoise: { value: noise } },
  );
}

/** The dense part of a jet at the nozzle: a cone from z = 0 to z = -1, scaled by the mesh. */
export function jetMaterial(noise: Texture): ShaderMaterial {
  return effect(
    'jet',
    /* glsl */ `
varying vec2 vUv; varying vec3 vWorld_m; varying float vRim;
void main() {
  vUv = uv;
  vec4 world = modelMatrix * vec4(position, 1.0);
  vWorld_m = world.xyz;
  /* radial: the true normal of a squeezed cone would need the inverse scale */
  vec3 n = normalize(mat3(modelMatrix) * vec3(position.xy, 0.0));
  vRim = abs(dot(n, normalize(cameraPosition - world.xyz)));
  gl_Position = projectionMatrix * viewMatrix * world;
}`,
    /* glsl */ `
${DISPLAY_GLSL}
uniform vec3 uTint; uniform float uFlow;
varying vec2 vUv; varying vec3 vWorld_m; varying float vRim;
void main() {
  /* vUv.y: 0 nozzle .. 1 far end */
  float run = vUv.y;
  float n = texture2D(uNoise, vec2(vUv.x * 2.0, run * 0.7 - uAirTime_s * 3.1)).r;
  float m = texture2D(uNoise, vec2(vUv.x * 3.0 + 0.3, run * 1.3 - uAirTime_s * 4.3)).g;
  float alpha = smoothstep(0.05, 0.75, vRim) * (0.35 + 0.65 * smoothstep(0.25, 0.75, n * 0.6 + m * 0.4 + (0.55 - run) * 0.6));
  alpha *= smoothstep(1.0, 0.35, run) * uFlow;
  vec3 colour = uTint * (0.9 + 0.14 * n) * airNight();
  gl_FragColor = throughAir(min(colour, vec3(1.0)) * alpha, alpha, vWorld_m);
}`,
    { uNoise: { value: noise }, uTint: { value: null }, uFlow: { value: 0 } },
  );
}

/** Powder, foam or wet lying on things: soft flat patches, drawn just above what they lie on. */
export function depositMaterial(noise: Texture): ShaderMaterial {
  const material = effect(
    'deposit',
    /* glsl */ `
attribute vec4 aBase;  /* x y z, across_m */
attribute vec4 aTint;  /* r g b, alpha */
varying vec2 vAt; varying vec4 vTint; varying vec3 vWorld_m;
void main() {
  vec3 at = aBase.xyz + vec3(position.x, 0.0, -position.y) * aBase.w;
  vAt = position.xy * 1.848;
  vTint = aTint;
  vWorld_m = at;
  gl_Position = aBase.w <= 0.0 ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * viewMatrix * vec4(at, 1.0);
}`,
    /* glsl */ `
${DISPLAY_GLSL}
varying vec2 vAt; varying vec4 vTint; varying vec3 vWorld_m;
void main() {
  float low = texture2D(uNoise, vWorld_m.xz * 1.3).r;
  float fine = texture2D(uNoise, vWorld_m.xz * 4.7).g;
  float cover = smoothstep(0.0, 0.55, 1.0 - length(vAt) + (low - 0.5) * 0.7 + (fine - 0.6) * 0.3) * vTint.a;
  if (cover < 0.01) discard;
  vec3 colour = vTint.rgb * (0.88 + 0.16 * fine) * airNight() + displayed(airGlow(vWorld_m, vec3(0.0, 1.0, 0.0)) * 0.4) * 0.2;
  gl_FragColor = throughAir(min(colour, vec3(1.0)) * cover, cover, vWorld_m);
}`,
    { uNoise: { value: noise } },
  );
  material.polygonOffset = true;
  material.polygonOffsetFactor = -2;
  material.polygonOffsetUnits = -2;
  return material;
}

/** The rolling underside of the smoke layers: one sheet for each space drawn, as wide as it is. */
export function sheetMaterial(noise: Texture): ShaderMaterial {
  return effect(
    'smoke-sheet',
    /* glsl */ `
${AIR_GLSL}
uniform sampler2D uNoise;
attribute float aSlot;
varying vec3 vWorld_m; varying vec4 vRim; varying vec3 vTint; varying float vThick;
void main() {
  int slot = int(aSlot);
  vec4 low = uAirLow[slot];
  vec4 high = uAirHigh[slot];
  float under = uAirLayer[slot].x;
  vec3 at = mix(low.xyz, high.xyz, vec3(position.x + 0.5, 0.0, position.z + 0.5));
  float swell = texture2D(uNoise, at.xz * 0.09 + uAirTime_s * vec2(0.011, 0.007)).r - 0.5;
  at.y = min(under - 0.4 * uAirLayer[slot].y + swell * 1.1 * uAirLayer[slot].y, high.y - 0.01);
  vWorld_m = at;
  vRim = vec4(low.xz, high.xz);
  vTint = uAirTint[slot];
  /* as much of it as a look through the layer's own thickness would show */
  float depth = (low.w - high.w) * min(0.9, high.y - under);
  vThick = 0.85 * (1.0 - exp(-depth));
  bool none = vThick < 0.02 || under < low.y || cameraPosition.y > under + 0.3;
  gl_Position = none ? vec4(2.0, 2.0, 2.0, 1.0) : projectionMatrix * viewMatrix * vec4(at, 1.0);
}`,
    /* glsl */ `
${DISPLAY_GLSL}
varying vec3 vWorld_m; varying vec4 vRim; varying vec3 vTint; varying float vThick;
void main() {
  vec2 drift = uAirTime_s * vec2(0.021, -0.014);
  float low = texture2D(uNoise, vWorld_m.xz * 0.17 + drift).r;
  float fine = texture2D(uNoise, vWorld_m.xz * 0.41 - drift * 2.1 + low * 0.12).r;
  float body = smoothstep(0.28, 0.82, low * 0.62 + fine * 0.42);
  vec3 toEye = cameraPosition - vWorld_m;
  float below = -toEye.y;
  /* no hard line where the eye meets the sheet, none where it meets the walls */
  float near = smoothstep(0.04, 0.35, abs(below)) * smoothstep(0.2, 1.1, length(toEye));
  near *= smoothstep(0.03, 0.16, abs(below) / length(toEye));
  vec2 rim = min(vWorld_m.xz - vRim.xy, vRim.zw - vWorld_m.xz);
  float wall = smoothstep(-0.02, 0.3, min(rim.x, rim.y));
  float alpha = vThick * near * mix(0.6, 1.0, wall) * body * smoothstep(-0.3, 0.1, below);
  if (alpha < 0.004) discard;
  vec3 colour = vTint * (0.66 + 0.62 * fine + 0.2 * (low - 0.5)) + displayed(airGlow(vWorld_m, vec3(0.0, -1.0, 0.0)) * 0.08) * 0.5 * fine;
  gl_FragColor = uAirCount > 1 ? throughAir(colour * alpha, alpha, vWorld_m) : vec4(colour * alpha, alpha);
}`,
    { uNoise: { value: noise } },
  );
}
