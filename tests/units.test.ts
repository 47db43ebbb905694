/** Units stand in names: every number the simulation and the network declare says what it is measured in. */
import { describe, expect, test } from 'vitest';
import { type Node, place, read, type Source, sources, textOf, walk } from './source.ts';

/** Base units and the few words that say a number has none. */
const BASE = `mm cm km m ms min s h mg kg g K C kW MW W kJ MJ J kPa MPa Pa bar N kN Hz V mA A ohm mol L ppm frac deg rad
  quat dir lx px dB m2 m3 s2 K4 count index pct byte kB MB`.split(/\s+/);
const one = `(?:${BASE.sort((a, b) => b.length - a.length).join('|')})\\d?`;
/** "_kgpm2", "_kJpkgK", "_mps2": units side by side, "p" for per. */
const SUFFIX = new RegExp(`_(?:${one}|1)(?:p(?:${one})+)*$`);
/** Numbers without a unit that a reader cannot take for anything else: counts, places in a row, axes, points, and what a pure function of numbers takes. */
const COUNTS = 'i j n tick ticks rng seed id version columns rows column row line count index length attempt';
const PURE = 'x y z w t a b value low high scale min max points score from to';
const BARE = new RegExp(
  `^(${`${COUNTS} ${PURE}`.replaceAll(' ', '|')})$|(Count|Index|Year|Ticks|Seed|Direction|Points)$`,
);

function numeric(type: Node | null | undefined): boolean {
  if (!type) return false;
  if (type.type === 'TSNumberKeyword') return true;
  if (type.type === 'TSUnionType') return (type.types as Node[]).some(numeric);
  if (type.type === 'TSArrayType') return numeric(type.elementType as Node);
  return false;
}

function named(name: string): boolean {
  return SUFFIX.test(name) || SUFFIX.test(`_${name}`) || BARE.test(name);
}

function annotation(node: unknown): Node | null {
  const holder = (node as Node | null)?.typeAnnotation as Node | null | undefined;
  return (holder?.typeAnnotation as Node | undefined) ?? null;
}

/** @returns declared fields, parameters of exported functions and top-level constants whose name tells no unit. */
function bare(source: Source): string[] {
  const found: string[] = [];
  const judge = (name: string, node: Node) => {
    if (!named(name)) found.push(`${place(source, node)}: ${name}`);
  };
  walk(source.tree, (node, parents) => {
    if (node.type === 'TSPropertySignature' && numeric(annotation(node))) judge(textOf(source, node.key), node);
    const exported = parents.at(-1)?.type === 'ExportNamedDeclaration';
    if (node.type === 'FunctionDeclaration' && exported)
      for (const param of node.params as Node[])
        if (param.type === 'Identifier' && numeric(annotation(param))) judge(String(param.name), param);
    if (node.type === 'VariableDeclarator' && parents.length === (exportedBy(parents) ? 3 : 2)) {
      const value = node.init as Node | null;
      if (value?.type === 'Literal' && typeof value.value === 'number') judge(textOf(source, node.id), node);
    }
  });
  return found;
}

function exportedBy(parents: Node[]): boolean {
  return parents.some((node) => node.type === 'ExportNamedDeclaration');
}

describe('units stand in names', () => {
  test('every number declared in sim says its unit', () => {
    expect(sources('src/sim/**/*.ts').flatMap(bare)).toEqual([]);
  });

  test('every number declared in script and drill says its unit', () => {
    expect(sources('src/{script,drill}/**/*.ts').flatMap(bare)).toEqual([]);
  });

  test.each([
    'temp_K',
    'flow_kgps',
    'load_kgpm2',
    'specificHeat_kJpkgK',
    'gravity_mps2',
    'sigma_Wpm2K4',
    'TICK_s',
    'used_frac',
  ])('%s is understood', (name) => {
    expect(bare(read('src/sim/a.ts', `export interface A { ${name}: number | null }`))).toEqual([]);
  });

  test.each(['temperature', 'flow', 'mass_kgs', 'heat_kw', 'distance_meters'])('%s is refused', (name) => {
    expect(bare(read('src/sim/a.ts', `export interface A { ${name}: number[] }`))).toHaveLength(1);
    expect(bare(read('src/sim/a.ts', `const ${name} = 4;`))).toHaveLength(1);
    expect(bare(read('src/sim/a.ts', `export function f(${name}: number): void {}`))).toHaveLength(1);
  });
});
