/** How a crowd is painted: the painted material of one person, moved by rows of its bone texture instance by instance. */
import type { Material, WebGLProgramParametersWithUniforms } from 'three';
import { applyHeightSmoke } from '../hazards/smokeMaterial.ts';
import type { Look } from './bake.ts';

/** Row now and next, how far between them, how much of this pose; then the pose one comes from. */
const HEAD = /* glsl */ `
uniform highp sampler2D crowdBones;
attribute vec4 boneIndex;
attribute vec4 boneWeight;
attribute float clothing;
attribute vec4 poseNow;
attribute vec4 poseWas;
attribute vec3 tint;
vec4 crowdRow0;
vec4 crowdRow1;
vec4 crowdRow2;
void crowdMoment( float row, float much ) {
  if ( much < 0.004 ) return;
  int y = int( row + 0.5 );
  for ( int i = 0; i < 4; i ++ ) {
    float w = boneWeight[ i ] * much;
    if ( w <= 0.0 ) continue;
    int x = 3 * int( boneIndex[ i ] + 0.5 );
    crowdRow0 += w * texelFetch( crowdBones, ivec2( x, y ), 0 );
    crowdRow1 += w * texelFetch( crowdBones, ivec2( x + 1, y ), 0 );
    crowdRow2 += w * texelFetch( crowdBones, ivec2( x + 2, y ), 0 );
  }
}
void crowdPose() {
  crowdRow0 = crowdRow1 = crowdRow2 = vec4( 0.0 );
  crowdMoment( poseNow.x, poseNow.w * ( 1.0 - poseNow.z ) );
  crowdMoment( poseNow.y, poseNow.w * poseNow.z );
  crowdMoment( poseWas.x, ( 1.0 - poseNow.w ) * ( 1.0 - poseWas.z ) );
  crowdMoment( poseWas.y, ( 1.0 - poseNow.w ) * poseWas.z );
}
vec3 crowdTurned( vec3 v ) { return vec3( dot( crowdRow0.xyz, v ), dot( crowdRow1.xyz, v ), dot( crowdRow2.xyz, v ) ); }
vec3 crowdMoved( vec3 p ) { return crowdTurned( p ) + vec3( crowdRow0.w, crowdRow1.w, crowdRow2.w ); }
`;

/** @returns vertex shader of a built-in material with a crowd's pose put in. Exported for the test that reads it. */
export function posed(vertexShader: string): string {
  return vertexShader
    .replace('void main() {', `${HEAD}\nvoid main() {\n  crowdPose();`)
    .replace(
      '#include <beginnormal_vertex>',
      '#include <beginnormal_vertex>\n  objectNormal = crowdTurned( objectNormal );',
    )
    .replace('#include <begin_vertex>', '#include <begin_vertex>\n  transformed = crowdMoved( transformed );')
    .replace(
      '#include <color_vertex>',
      `#include <color_vertex>
  #if defined( USE_COLOR ) || defined( USE_COLOR_ALPHA )
    vColor.rgb *= mix( vec3( 1.0 ), tint, clothing );
  #endif`,
    );
}

/** A material like the painted one for all who share a look; they sink into the smoke as everything does. */
export function crowdMaterial(look: Look): Material {
  const painted = look.mesh.material as Material;
  const made = painted.clone();
  made.name = painted.name;
  const bones = { value: look.bones };
  made.onBeforeCompile = (shader: WebGLProgramParametersWithUniforms) => {
    shader.uniforms.crowdBones = bones;
    shader.vertexShader = posed(shader.vertexShader);
  };
  return applyHeightSmoke(made);
}
