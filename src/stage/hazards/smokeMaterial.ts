/** Lets any material of the room sink into the smoke, be lit by the fires and darken with the night, at no extra draw. */
import type { Material, WebGLProgramParametersWithUniforms, WebGLRenderer } from 'three';
import { AIR_GLSL, air } from './air.ts';

const KEY = 'height-smoke-2';
const done = new WeakSet<Material>();

/** What gives light of its own: named `emit`, or saying so. It is seen farther through smoke, and no night darkens it. */
function shines(material: Material): boolean {
  return material.name === 'emit' || material.userData.shines === true;
}

/** Light of the room on a surface, or of a lamp the mains feed. */
function lightOf(material: Material): string {
  if (!shines(material))
    return `airAlong( cameraPosition, vAirWorld_m );
        outgoingLight *= airLight() * mix( vec3( 1.0 ), vec3( 0.74, 0.86, 1.12 ), uAirDark );
        outgoingLight += diffuseColor.rgb * airGlow( vAirWorld_m, airNormal );`;
  const mains = material.userData.lamp === true ? 'outgoingLight *= 1.0 - 0.97 * uAirDark;' : '';
  return `airAlong( cameraPosition, vAirWorld_m );\n${mains}`;
}

/**
 * Patches a built-in material (Basic, Lambert, Standard, Physical) once; a second call changes nothing. An earlier
 * onBeforeCompile of the material still runs, first.
 */
export function applyHeightSmoke<M extends Material>(material: M): M {
  if (done.has(material)) return material;
  done.add(material);
  const before = material.onBeforeCompile.bind(material);
  // taken now: the default key reads the current onBeforeCompile, which is about to be ours for every material
  const source = material.onBeforeCompile.toString();
  const keyBefore = material.customProgramCacheKey.bind(material);
  const light = lightOf(material);
  const weight = shines(material) ? '0.375' : '1.0';
  material.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms, renderer: WebGLRenderer) => {
    before(shader, renderer);
    Object.assign(shader.uniforms, air);
    shader.vertexShader = shader.vertexShader
      .replace('void main() {', 'varying vec3 vAirWorld_m;\nvoid main() {')
      .replace(
        '#include <project_vertex>',
        `#include <project_vertex>
        vec4 airWorld = vec4( transformed, 1.0 );
        #ifdef USE_BATCHING
          airWorld = batchingMatrix * airWorld;
        #endif
        #ifdef USE_INSTANCING
          airWorld = instanceMatrix * airWorld;
        #endif
        vAirWorld_m = ( modelMatrix * airWorld ).xyz;`,
      );
    shader.fragmentShader = shader.fragmentShader
      .replace('void main() {', `varying vec3 vAirWorld_m;\n${AIR_GLSL}\nvoid main() {`)
      .replace(
        '#include <opaque_fragment>',
        `
        #if defined( STANDARD ) || defined( LAMBERT ) || defined( PHONG )
          vec3 airNormal = normalize( ( vec4( normal, 0.0 ) * viewMatrix ).xyz );
        #else
          vec3 airNormal = normalize( cross( dFdx( vAirWorld_m ), dFdy( vAirWorld_m ) ) );
        #endif
        ${light}
        #include <opaque_fragment>`,
      )
      // after tone mapping: the same displayed colour as the puffs and flames sink into
      .replace(
        '#include <colorspace_fragment>',
        `#include <colorspace_fragment>
        vec4 airSmoke = airVeil( ${weight} );
        gl_FragColor.rgb = gl_FragColor.rgb * airSmoke.a + airSmoke.rgb;`,
      );
  };
  material.customProgramCacheKey = () => `${source}|${keyBefore()}|${KEY}|${light.length}`;
  material.needsUpdate = true;
  return material;
}
