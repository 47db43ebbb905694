/** The import table of the house and its few laws of style, kept by reading the source itself. */
import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { imports, place, read, type Source, sources, textOf, walk } from './source.ts';

const REACT = ['react', 'react-dom', 'i18next', 'react-i18next'];
/** What each room may import: other rooms of the house, and packages by the start of their name. */
const TABLE: Record<string, { rooms: string[]; packages: string[] }> = {
  sim: { rooms: [], packages: [] },
  wire: { rooms: [], packages: ['zod'] },
  script: { rooms: ['sim'], packages: ['yaml', 'zod'] },
  drill: { rooms: ['sim', 'script', 'wire'], packages: ['zustand/vanilla'] },
  post: { rooms: ['wire'], packages: ['idb'] },
  text: { rooms: [], packages: REACT },
  stage: {
    rooms: ['drill', 'post', 'script', 'sim', 'text'],
    packages: [...REACT, 'three', '@react-three/', 'zustand', 'qrcode'],
  },
  desk: { rooms: ['wire', 'post', 'text'], packages: [...REACT, '@mantine/', 'wouter', 'dayjs', 'qrcode', 'qr'] },
  visitor: { rooms: ['wire', 'post', 'text'], packages: [...REACT, '@mantine/', 'wouter', 'dayjs', 'qrcode'] },
  dev: { rooms: ['*'], packages: ['*'] },
  cli: { rooms: ['*'], packages: ['*'] },
  main: { rooms: ['*'], packages: ['*'] },
  server: {
    rooms: ['server', 'wire'],
    packages: [
      'node:',
      'fastify',
      '@fastify/',
      'fastify-type-provider-zod',
      'reflect-metadata',
      'kysely',
      '@node-rs/argon2',
      '@peculiar/x509',
      'qrcode',
      'uuid',
      'zod',
      'dayjs',
      'csv-parse',
      'read-excel-file',
    ],
  },
};

const all = sources('src/**/*.{ts,tsx}', 'server/**/*.ts');

/** @returns the room a path lies in: "sim", "server", "main" for the files directly in src, "scenarios" for data. */
function room(path: string): string {
  const [top, second, third] = path.split('/');
  if (top !== 'src') return top!;
  return third === undefined ? 'main' : second!;
}

function refusals(source: Source): string[] {
  const here = room(source.path);
  const may = TABLE[here];
  if (!may) return [`${source.path}: the house has no room "${here}"`];
  return imports(source).flatMap(({ from, lazy, node }) => {
    const where = place(source, node);
    if (!from.startsWith('.')) {
      const known = may.packages.some((name) => name === '*' || from === name || from.startsWith(withSlash(name)));
      const rigid = source.path === 'src/sim/rigid.ts' && from === 'cannon-es';
      return known || rigid ? [] : [`${where}: ${here} may not import the package ${from}`];
    }
    const there = room(posix.join(posix.dirname(source.path), from));
    if (there === here || there === 'node_modules') return [];
    if (there === 'scenarios')
      return source.path === 'src/drill/packs.ts' || here === 'cli'
        ? []
        : [`${where}: scenarios are read by drill/packs.ts`];
    if (here === 'desk' && there === 'stage' && lazy) return [];
    return may.rooms.includes('*') || may.rooms.includes(there) ? [] : [`${where}: ${here} may not import ${there}`];
  });
}

/** @returns by file the files it imports, less what it loads only when it is wanted */
function graph(files: Source[]): Map<string, Set<string>> {
  const known = new Set(files.map((source) => source.path));
  return new Map(
    files.map((source) => {
      const near = imports(source).filter(({ from, lazy }) => !lazy && from.startsWith('.'));
      const paths = near.map(({ from }) => posix.join(posix.dirname(source.path), from));
      return [source.path, new Set(paths.filter((path) => known.has(path)))];
    }),
  );
}

/** @returns what is left when files that import nothing left, and files that nothing left imports, have been taken away */
function circles(of: Map<string, Set<string>>): string[] {
  const left = new Set(of.keys());
  const imported = (path: string) => [...left].some((other) => of.get(other)!.has(path));
  const importing = (path: string) => [...of.get(path)!].some((other) => left.has(other));
  for (let before = -1; before !== left.size; ) {
    before = left.size;
    for (const path of left) if (!imported(path) || !importing(path)) left.delete(path);
  }
  return [...left].sort();
}

function withSlash(name: string): string {
  return /[:/]$/.test(name) ? name : `${name}/`;
}

describe('who may import what', () => {
  for (const name of Object.keys(TABLE))
    test(`${name} imports only what the table allows`, () => {
      expect(all.filter((source) => room(source.path) === name).flatMap(refusals)).toEqual([]);
    });

  test.each([
    ['src/sim/a.ts', "import type { Mesh } from 'three';"],
    ['src/sim/a.ts', "export * from '../script/pack.ts';"],
    ['src/sim/fire.ts', "import { Body } from 'cannon-es';"],
    ['src/desk/a.tsx', "import { Room } from '../stage/room.tsx';"],
    ['src/desk/a.tsx', "const three = await import('three');"],
    ['src/stage/a.tsx', "const packs = import.meta.glob('../../scenarios/**/*.yaml');"],
    ['src/post/a.ts', "type X = import('../drill/types.ts').Mode;"],
    ['server/a.ts', "import { createDrill } from '../src/drill/drill.ts';"],
    ['src/attic/a.ts', ''],
  ])('%s is refused %s', (path, text) => {
    expect(refusals(read(path, text))).toHaveLength(1);
  });

  test('every file lies in a room of the table', () => {
    expect(all.map((source) => source.path).filter((path) => !TABLE[room(path)])).toEqual([]);
  });

  test('no files import each other in a circle, types included', () => {
    expect(circles(graph(all))).toEqual([]);
    const turning = [read('src/sim/a.ts', "import { b } from './b.ts';"), read('src/sim/b.ts', "import './a.ts';")];
    expect(circles(graph([...turning, read('src/sim/c.ts', "import './b.ts';")]))).toEqual([
      'src/sim/a.ts',
      'src/sim/b.ts',
    ]);
  });

  test('desk reaches the stage through one lazy import at most', () => {
    const lazy = all
      .filter((source) => room(source.path) === 'desk')
      .flatMap((source) => imports(source).filter((one) => /\/stage\//.test(one.from)));
    expect(lazy.length).toBeLessThanOrEqual(1);
  });
});

describe('the simulation and the script are pure', () => {
  const CLOCKS =
    /^(Date\.now|performance\.now|Math\.random|crypto\.\w+|setTimeout|setInterval|setImmediate|queueMicrotask|requestAnimationFrame|fetch|document\.(create|query|getElement|body)\w*|window|globalThis|navigator|process|console)\b/;
  test('sim and script know no clock, chance, timer, DOM or console', () => {
    const found = all
      .filter((source) => ['sim', 'script'].includes(room(source.path)))
      .flatMap((source) => {
        const bad: string[] = [];
        walk(source.tree, (node) => {
          const what = /^(CallExpression|NewExpression)$/.test(node.type) ? textOf(source, node.callee) : '';
          if (CLOCKS.test(what) || (node.type === 'NewExpression' && what === 'Date'))
            bad.push(`${place(source, node)}: ${what}`);
        });
        return bad;
      });
    expect(found).toEqual([]);
  });

  test('no score is summed outside the script', () => {
    const found = all
      .filter((source) => ['stage', 'desk', 'visitor', 'main', 'dev'].includes(room(source.path)))
      .flatMap((source) => {
        const bad: string[] = [];
        walk(source.tree, (node) => {
          if (!/^(AssignmentExpression|BinaryExpression)$/.test(node.type)) return;
          if (!/^[-+]=?$|^[*/]=?$/.test(String(node.operator))) return;
          const terms = [node.left, node.right].map((side) => textOf(source, side));
          if (terms.some((term) => /\.(points|score)$/.test(term)))
            bad.push(`${place(source, node)}: ${terms.join(' ')}`);
        });
        return bad;
      });
    expect(found).toEqual([]);
  });
});

describe('the style of the house', () => {
  const files = [...all, ...sources('tests/**/*.ts', 'assets/**/*.ts', 'vite.config.ts')];

  test('a file opens with a sentence that says what it is for', () => {
    expect(files.filter((one) => !/^(#!.*\n)?\/\*\*?\s|^\/\/ /.test(one.text)).map((one) => one.path)).toEqual([]);
  });

  test('no file is longer than 400 lines', () => {
    const long = files
      .map((one) => `${one.path}: ${one.text.split('\n').length}`)
      .filter((one) => Number(one.split(': ')[1]) > 401);
    expect(long).toEqual([]);
  });

  test('exports have names, but for pages', () => {
    const found = all.filter((source) => {
      if (/(Page|Desk)\.tsx$/.test(source.path)) return false;
      let named = true;
      walk(source.tree, (node) => {
        if (node.type === 'ExportDefaultDeclaration') named = false;
      });
      return !named;
    });
    expect(found.map((one) => one.path)).toEqual([]);
  });

  test('what people read stands in text files, not in the source', () => {
    const CJK = /[\u3400-\u9fff\uff01-\uff5e]/;
    const found = all
      .filter((source) => !['cli', 'text'].includes(room(source.path)) && source.path !== 'src/sim/facts.ts')
      .flatMap((source) => {
        const bad: string[] = [];
        walk(source.tree, (node, parents) => {
          if (!/^(Literal|TemplateElement|JSXText)$/.test(node.type)) return;
          const said = typeof node.value === 'string' ? node.value : textOf(source, node);
          if (CJK.test(said) && !parents.some((one) => 'regex' in one) && !('regex' in node))
            bad.push(`${place(source, node)}: ${said.trim().slice(0, 30)}`);
        });
        return bad;
      });
    expect(found).toEqual([]);
  });
});
