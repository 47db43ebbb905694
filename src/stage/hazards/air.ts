/** What the air does to every surface: the smoke of up to six spaces along the eye's ray, the light of fires, a torch, the night. */
import { Color, LinearSRGBColorSpace, Vector3, Vector4 } from 'three';

/** Fires that light the room at once; the three strongest. [D] */
export const GLOWS = 3;
/** Spaces whose smoke is integrated along a ray: the eye's own and those it can look into. [D] */
export const SPACES = 6;
/** The same on weak machines. [D] */
export const LITE_SPACES = 3;

const fours = (count: number) => Array.from({ length: count }, () => new Vector4(0, 0, 0, 0));

/** One set of uniforms, shared by every material of the room and every effect; spaces.ts and flames.ts write them. */
export const air = {
  uAirTime_s: { value: 0 },
  /** how many of the spaces below are in use; 0 where nothing smokes */
  uAirCount: { value: 0 },
  /** least corner of each space, and light lost per metre above its layer's underside */
  uAirLow: { value: fours(SPACES) },
  /** greatest corner, and light lost per metre below the underside */
  uAirHigh: { value: fours(SPACES) },
  /** height of the underside, half thickness of its soft edge */
  uAirLayer: { value: fours(SPACES) },
  /** colour of thick smoke as displayed (not linear), so that tone mapping cannot part the room from the effects */
  uAirTint: { value: Array.from({ length: SPACES }, () => new Vector3(0.165, 0.15, 0.14)) },
  /** 0 by day with the lamps on .. 1 at night without power */
  uAirDark: { value: 0 },
  /** position and strength of the strongest fires */
  uAirGlow: { value: fours(GLOWS) },
  /** space each of them burns in, and the share of its light that an open door lets out of it */
  uAirGlowLow: { value: fours(GLOWS) },
  uAirGlowHigh: { value: fours(GLOWS) },
  uAirGlowColour: { value: new Color().setRGB(1.0, 0.42, 0.12, LinearSRGBColorSpace) },
  /** a torch that is on: where and how strong (0: none), and which way */
  uAirTorch: { value: new Vector4(0, 0, 0, 0) },
  uAirTorchAim: { value: new Vector3(0, 0, -1) },
};

/**
 * The integral of the smoke along a ray. Written without vector arithmetic, so that the same words run as JavaScript in
 * the tests (tests/stage/hazards/shader.ts). Leaves its results in the air* globals.
 */
export const SMOKE_GLSL = /* glsl */ `
float airOwn;   /* optical depth inside the first space, the eye's */
float airRest;  /* and inside all others */
float airRed; float airGreen; float airBlue;  /* colour of the others, mixed by their depth */
float airAbove;  /* optical depth straight up from the ray's end to the ceiling: what dims its light */

/* integral over height of a density that ramps 0..1 across the soft edge */
float airFill(float d_m, float soft_m) {
  float c = clamp(d_m, -soft_m, soft_m) + soft_m;
  return c * c / (4.0 * soft_m) + max(d_m - soft_m, 0.0);
}
/* how the underside rolls, slowly, -1..1 */
float airWave(float x_m, float z_m) {
  return 0.6 * sin(1.3 * x_m - 0.7 * z_m + 0.31 * uAirTime_s) + 0.4 * sin(4.1 * z_m + 2.9 * x_m - 0.37 * uAirTime_s);
}
/* never quite zero, so that a ray along a wall can be divided by */
float airRun(float run_m) {
  return abs(run_m) > 0.0001 ? run_m : 0.0001;
}
void airAlong(vec3 from_m, vec3 to_m) {
  airOwn = 0.0; airRest = 0.0; airAbove = 0.0;
  airRed = 0.0; airGreen = 0.0; airBlue = 0.0;
  float runX = airRun(to_m.x - from_m.x);
  float runY = airRun(to_m.y - from_m.y);
  float runZ = airRun(to_m.z - from_m.z);
  float reach_m = sqrt(runX * runX + runY * runY + runZ * runZ);
  float near = 1.0 - 0.3 / max(reach_m, 0.3);
  float swing = 0.5 * clamp(0.3 + 3.0 * abs(runY) / reach_m, 0.0, 1.0);
  for (int i = 0; i < SPACES; i++) {
    if (i >= uAirCount) { break; }
    float ax = (uAirLow[i].x - from_m.x) / runX;
    float bx = (uAirHigh[i].x - from_m.x) / runX;
    float ay = (uAirLow[i].y - from_m.y) / runY;
    float by = (uAirHigh[i].y - from_m.y) / runY;
    float az = (uAirLow[i].z - from_m.z) / runZ;
    float bz = (uAirHigh[i].z - from_m.z) / runZ;
    float enters = max(max(min(ax, bx), min(ay, by)), max(min(az, bz), 0.0));
    float leaves = min(min(max(ax, bx), max(ay, by)), max(az, bz));
    float share = min(leaves, 1.0) - enters;
    if (share <= 0.0) { continue; }
    float soft_m = uAirLayer[i].y;
    /* by a hand's breadth, taken where the ray goes through it; less along a ray that runs level, which passes many rolls */
    float through = clamp((uAirLayer[i].x - from_m.y) / runY, enters, min(leaves, 1.0));
    float under_m = uAirLayer[i].x + soft_m * swing * airWave(from_m.x + runX * through, from_m.z + runZ * through);
    float d0 = from_m.y + runY * enters - under_m;
    float d1 = from_m.y + runY * min(leaves, 1.0) - under_m;
    float rise = d1 - d0;
    float fill1 = airFill(d1, soft_m);
    float level = clamp((0.5 * (d0 + d1) + soft_m) / (2.0 * soft_m), 0.0, 1.0);
    float upper = abs(rise) > 0.02 ? (fill1 - airFill(d0, soft_m)) / rise : level;
    float depth = reach_m * share * (uAirHigh[i].w + (uAirLow[i].w - uAirHigh[i].w) * clamp(upper, 0.0, 1.0));
    /* the ray ends in this space (walls lie a little outside their box) */
    float ends = leaves >= near ? 1.0 : 0.0;
    float over = max(airFill(uAirHigh[i].y - under_m, soft_m) - fill1, 0.0);
    airAbove += ends * (uAirLow[i].w * over + uAirHigh[i].w * max(uAirHigh[i].y - to_m.y - over, 0.0));
    if (i == 0) { airOwn = depth; } else {
      airRest += depth;
      airRed += depth * uAirTint[i].x;
      airGreen += depth * uAirTint[i].y;
      airBlue += depth * uAirTint[i].z;
    }
  }
}
`;

/** How much light passes from `from` to `to`, what colour the smoke between them has, and what the fires add at a point. */
export const AIR_GLSL = /* glsl */ `
#define SPACES ${SPACES}
uniform float uAirTime_s;
uniform int uAirCount;
uniform vec4 uAirLow[SPACES];
uniform vec4 uAirHigh[SPACES];
uniform vec4 uAirLayer[SPACES];
uniform vec3 uAirTint[SPACES];
uniform float uAirDark;
uniform vec4 uAirGlow[${GLOWS}];
uniform vec4 uAirGlowLow[${GLOWS}];
uniform vec4 uAirGlowHigh[${GLOWS}];
uniform vec3 uAirGlowColour;
uniform vec4 uAirTorch;
uniform vec3 uAirTorchAim;
${SMOKE_GLSL}
/* after airAlong: rgb the smoke's own colour, premultiplied; a the share of light that comes through. weight 1 for what
   reflects, 3/8 for what shines: it is seen 8/3 times as far (Jin: 8 against 3) */
vec4 airVeil(float weight) {
  if (uAirCount == 0) return vec4(0.0, 0.0, 0.0, 1.0);
  float own = exp(-weight * airOwn);
  float rest = exp(-weight * airRest);
  vec3 behind = vec3(airRed, airGreen, airBlue) / max(airRest, 1e-4);
  return vec4(uAirTint[0] * (1.0 - own) + behind * (own * (1.0 - rest)), own * rest);
}
/* after airAlong: share of the room's light that still falls on the ray's end under the smoke, by day and by night */
float airLight() {
  return (0.42 + 0.58 * exp(-0.33 * airAbove)) * (1.0 - 0.9 * uAirDark);
}
vec3 airGlow(vec3 at_m, vec3 normal) {
  float sum = 0.0;
  for (int i = 0; i < ${GLOWS}; i++) {
    vec3 to = uAirGlow[i].xyz - at_m;
    float d2 = dot(to, to);
    /* wrapped Lambert: a flame is a body of light, not a point */
    float facing = clamp(dot(normal, to) * inversesqrt(d2 + 1e-4) * 0.75 + 0.25, 0.0, 1.0);
    /* walls hold the light of a fire; an open door lets some out, for a few steps */
    float out_m = length(max(max(uAirGlowLow[i].xyz - at_m, at_m - uAirGlowHigh[i].xyz), 0.0));
    float past = out_m < 0.12 ? 1.0 : uAirGlowLow[i].w * exp(-0.8 * out_m);
    sum += uAirGlow[i].w * facing * past / (d2 + 0.12);
  }
  vec3 light = uAirGlowColour * sum;
  if (uAirTorch.w > 0.0) {
    vec3 way = at_m - uAirTorch.xyz;
    float d2 = dot(way, way);
    vec3 ray = way * inversesqrt(d2 + 1e-4);
    float cone = smoothstep(0.86, 0.985, dot(ray, uAirTorchAim));
    light += vec3(1.0, 0.95, 0.84) * (uAirTorch.w * cone * clamp(0.3 - 0.7 * dot(normal, ray), 0.0, 1.0) / (0.5 + 0.6 * d2));
  }
  return light;
}
`;

/** Light lost per metre below this is clear air: half the light would still pass 140 m. [D] */
const CLEAR_pm = 0.005;
/** Past this the hand before the face is gone already. [D] */
const EXTINCTION_MAX_pm = 6;

/** @returns what is drawn of an extinction: exactly nothing in clean air, and never more than blinds. */
export function drawnExtinction_pm(extinction_pm: number): number {
  if (!(extinction_pm > CLEAR_pm)) return 0;
  const fade = Math.min(1, (extinction_pm - CLEAR_pm) / CLEAR_pm);
  return Math.min(EXTINCTION_MAX_pm, extinction_pm * fade);
}
