/** Reads the house's own source as syntax trees, for the tests that judge the source itself. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = join(import.meta.dirname, '..');

/** A node of the syntax tree, as far as these tests look at it. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: unknown;
}
export interface Source {
  /** from the root of the house, with forward slashes */
  path: string;
  text: string;
  tree: Node;
}

/** @returns every file under the patterns, parsed; a file that does not parse is an error with its name. */
export function sources(...patterns: string[]): Source[] {
  const found = globSync(patterns, { cwd: ROOT }).map((path) => path.replaceAll('\\', '/'));
  const paths = found.filter((path) => !path.includes('/out/'));
  return paths.sort().map((path) => read(path, readFileSync(join(ROOT, path), 'utf8')));
}

/** @returns one text as if it stood at the path. */
export function read(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  return { path, text, tree: program as unknown as Node };
}

/** Calls `see` for every node under (and with) the given one, with the chain of its parents, nearest last. */
export function walk(node: unknown, see: (node: Node, parents: Node[]) => void, parents: Node[] = []): void {
  if (Array.isArray(node)) {
    for (const one of node) walk(one, see, parents);
    return;
  }
  if (node === null || typeof node !== 'object' || typeof (node as Node).type !== 'string') return;
  see(node as Node, parents);
  const inner = [...parents, node as Node];
  for (const value of Object.values(node)) if (value !== null && typeof value === 'object') walk(value, see, inner);
}

/** @returns what follows in words where a node stands: "src/a.ts:12". */
export function place(source: Source, node: Node): string {
  return `${source.path}:${source.text.slice(0, node.start).split('\n').length}`;
}

/** @returns every module a source names, type imports, lazy imports, globs and workers included. */
export function imports(source: Source): { from: string; lazy: boolean; node: Node }[] {
  const found: { from: string; lazy: boolean; node: Node }[] = [];
  const add = (value: unknown, lazy: boolean, node: Node) => {
    const literal = value as Node | null;
    if (literal?.type === 'Literal' && typeof literal.value === 'string')
      found.push({ from: literal.value, lazy, node });
  };
  walk(source.tree, (node) => {
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type)) add(node.source, false, node);
    else if (node.type === 'ImportExpression' || node.type === 'TSImportType') add(node.source, true, node);
    else if (node.type === 'CallExpression' && /^import\.meta\.glob$/.test(textOf(source, node.callee)))
      walk((node.arguments as Node[])[0], (inner) => add(inner, false, node));
    else if (node.type === 'NewExpression' && textOf(source, node.callee) === 'URL')
      if (textOf(source, (node.arguments as Node[])[1]) === 'import.meta.url')
        add((node.arguments as Node[])[0], true, node);
  });
  return found;
}

export function textOf(source: Source, node: unknown): string {
  const one = node as Node | undefined;
  return one ? source.text.slice(one.start, one.end) : '';
}
