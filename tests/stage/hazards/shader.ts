/** Runs the shader's own words for the integral of smoke along a ray as JavaScript, on the uniforms the stage has filled. */
import { air, SMOKE_GLSL, SPACES } from '../../../src/stage/hazards/air.ts';

export interface Point {
  x: number;
  y: number;
  z: number;
}
export interface Along {
  own: number;
  rest: number;
  above: number;
  red: number;
}

/** The words without their types are JavaScript: no vector is added or scaled in them. */
function translated(): string {
  return SMOKE_GLSL.replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\b(?:float|void) (\w+)\(([^)]*)\) \{/g, (_, name: string, given: string) => {
      return `function ${name}(${given.replace(/\b(?:float|vec3|int) /g, '')}) {`;
    })
    .replace(/\b(?:float|int) (\w+)/g, 'let $1')
    .replace(/\b(abs|sqrt|max|min|sin)\(/g, 'Math.$1(');
}

const run = new Function(
  'uAirCount',
  'uAirLow',
  'uAirHigh',
  'uAirLayer',
  'uAirTint',
  'uAirTime_s',
  'SPACES',
  'from',
  'to',
  `const clamp = (x, low, high) => Math.min(Math.max(x, low), high);
  ${translated()}
  airAlong(from, to);
  return { own: airOwn, rest: airRest, above: airAbove, red: airRed };`,
);

/** @returns what the shader finds between two points now. */
export function along(from: Point, to: Point): Along {
  return run(
    air.uAirCount.value,
    air.uAirLow.value,
    air.uAirHigh.value,
    air.uAirLayer.value,
    air.uAirTint.value,
    air.uAirTime_s.value,
    SPACES,
    from,
    to,
  ) as Along;
}

/** Share of light left: of what reflects (weight 1) or shines (3/8), as airVeil works it out. */
export function transmitted_frac(from: Point, to: Point, weight = 1): number {
  const { own, rest } = along(from, to);
  return Math.exp(-weight * (own + rest));
}
