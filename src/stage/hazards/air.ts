/** What the air does to every surface in the room: the height of the smoke, how thick it is, and the light of fires. */
import { Color, LinearSRGBColorSpace, Vector3, Vector4 } from 'three';

/** Fires that light the room at once; the three strongest. [D] */
export const GLOWS = 3;

/** One set of uniforms, shared by every material of the room and every effect. */
export const air = {
  uAirTime_s: { value: 0 },
  /** underside of the smoke layer */
  uAirLayer_m: { value: 99 },
  /** half thickness of the layer's soft edge */
  uAirSoft_m: { value: 0.24 },
  /** light lost per metre inside the layer */
  uAirExtinction_pm: { value: 0 },
  /** colour of thick smoke as displayed (not linear), so that tone mapping cannot part the room from the effects */
  uAirSmoke: { value: new Color().setRGB(0.165, 0.15, 0.14, LinearSRGBColorSpace) },
  /** position and strength of the strongest fires */
  uAirGlow: { value: Array.from({ length: GLOWS }, () => new Vector4(0, 0, 0, 0)) },
  uAirGlowColour: { value: new Color(1.0, 0.42, 0.12) },
  /** inner box of the room, for puffs to spread along ceiling and floor */
  uAirRoomMin_m: { value: new Vector3(-50, 0, -50) },
  uAirRoomMax_m: { value: new Vector3(50, 50, 50) },
};

/** How much light passes from `from` to `to`, and what the fires add at a point. */
export const AIR_GLSL = /* glsl */ `
uniform float uAirTime_s;
uniform float uAirLayer_m;
uniform float uAirSoft_m;
uniform float uAirExtinction_pm;
uniform vec3 uAirSmoke;
uniform vec4 uAirGlow[${GLOWS}];
uniform vec3 uAirGlowColour;
uniform vec3 uAirRoomMin_m;
uniform vec3 uAirRoomMax_m;

/* integral over height of a density that ramps 0..1 across the soft edge */
float airDepth(float y_m) {
  float d = y_m - uAirLayer_m;
  float s = uAirSoft_m;
  return d <= -s ? 0.0 : d >= s ? d : (d + s) * (d + s) / (4.0 * s);
}
/* Beer-Lambert along the part of the ray inside the layer */
float airTransmission(vec3 from_m, vec3 to_m) {
  float rise = to_m.y - from_m.y;
  float reach = distance(from_m, to_m);
  float inside = abs(rise) > 0.02
    ? reach * (airDepth(to_m.y) - airDepth(from_m.y)) / rise
    : reach * clamp((to_m.y - uAirLayer_m + uAirSoft_m) / (2.0 * uAirSoft_m), 0.0, 1.0);
  return exp(-uAirExtinction_pm * max(inside, 0.0));
}
vec3 airGlow(vec3 at_m, vec3 normal) {
  float sum = 0.0;
  for (int i = 0; i < ${GLOWS}; i++) {
    vec3 to = uAirGlow[i].xyz - at_m;
    float d2 = dot(to, to);
    /* wrapped Lambert: a flame is a body of light, not a point */
    float facing = clamp(dot(normal, to) * inversesqrt(d2 + 1e-4) * 0.75 + 0.25, 0.0, 1.0);
    sum += uAirGlow[i].w * facing / (d2 + 0.12);
  }
  return uAirGlowColour * sum;
}
`;

/** Jin (1970s): a light-reflecting sign is lost where extinction times distance is 3. */
const JIN_REFLECTING = 3;
/** Past this the wall in front of the face is gone already. [D] */
const EXTINCTION_MAX_pm = 4;

/** @param visibility_m of a light-reflecting sign inside the layer. @returns light lost per metre. */
export function extinctionOf_pm(visibility_m: number): number {
  if (!Number.isFinite(visibility_m) || visibility_m >= 30) return 0;
  // fades in from 30 m, so that a clean room is exactly clean
  const fade = 1 - Math.max(0, (visibility_m - 20) / 10);
  return Math.min(EXTINCTION_MAX_pm, JIN_REFLECTING / Math.max(visibility_m, 0.1)) * fade;
}
