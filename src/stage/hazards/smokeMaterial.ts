/** Lets any material of the room sink into the smoke layer and be lit by the fires, at no extra draw. */
import type { Material, WebGLProgramParametersWithUniforms, WebGLRenderer } from 'three';
import { AIR_GLSL, air } from './air.ts';

const KEY = 'height-smoke-1';
const done = new WeakSet<Material>();

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
        outgoingLight += diffuseColor.rgb * airGlow( vAirWorld_m, airNormal );
        #include <opaque_fragment>`,
      )
      // after tone mapping: the same displayed colour as the puffs and flames sink into
      .replace(
        '#include <colorspace_fragment>',
        `#include <colorspace_fragment>
        gl_FragColor.rgb = mix( uAirSmoke, gl_FragColor.rgb, airTransmission( cameraPosition, vAirWorld_m ) );`,
      );
  };
  material.customProgramCacheKey = () => `${source}|${keyBefore()}|${KEY}`;
  material.needsUpdate = true;
  return material;
}
