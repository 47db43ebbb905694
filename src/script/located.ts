/** Reads a YAML file keeping the line of every value, and turns what is wrong into refusals that name file and line. */
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { nearest } from './nearest.ts';

export interface Refusal {
  file: string;
  line: number;
  text: string;
}

/** Everything that is wrong with the files of a pack, one line each. */
export class PackError extends Error {
  readonly refusals: Refusal[];
  constructor(refusals: Refusal[]) {
    super(refusals.map(sentence).join('\n'));
    this.name = 'PackError';
    this.refusals = refusals;
  }
}

/** @returns `scenarios/x/y/variant.yaml:14: unknown fact "pin-puled"; did you mean "pin-pulled"?` */
export function sentence(refusal: Refusal): string {
  return `${refusal.file}:${refusal.line}: ${refusal.text}`;
}

export type Path = (string | number)[];

export interface Located {
  file: string;
  /** the plain value; undefined when the text is not YAML */
  value: unknown;
  /** line (from 1) of what stands at a path, or of the nearest thing above it */
  line(path: Path, key?: string): number;
  /** where one value is laid over another: the file that says what stands at a path, and its path there */
  source?(path: Path): { at: Located; path: Path };
}

/** @returns a refusal of what stands at a path, by the file that says it. */
export function refusal(located: Located, path: Path, text: string, key?: string): Refusal {
  const said = located.source?.(path) ?? { at: located, path };
  return { file: said.at.file, line: said.at.line(said.path, key), text };
}

/** Parses one file; syntax faults are added to `refusals`. */
export function readYaml(file: string, text: string, refusals: Refusal[]): Located {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
  for (const error of document.errors) {
    const line = error.linePos?.[0].line ?? 1;
    refusals.push({ file, line, text: `this is not YAML: ${error.message.split('\n')[0]?.replace(/ at line.*/, '')}` });
  }
  const lineAt = (offset: number | undefined) => (offset === undefined ? 1 : counter.linePos(offset).line);
  const line = (path: Path, key?: string): number => {
    for (let length = path.length; length >= 0; length--) {
      const at = path.slice(0, length);
      const node = length === 0 ? document.contents : document.getIn(at, true);
      if (!isNode(node)) continue;
      if (key !== undefined && length === path.length && isMap(node)) {
        const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
        if (pair && isScalar(pair.key)) return lineAt(pair.key.range?.[0]);
      }
      return lineAt(node.range?.[0]);
    }
    return 1;
  };
  return { file, value: document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 20 }), line };
}

/** Holds a value against a schema; what does not fit is refused by line with the nearest right word. */
export function shape<T>(located: Located, schema: z.ZodType<T>, refusals: Refusal[]): T | null {
  if (located.value === undefined) return null;
  const result = schema.safeParse(located.value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) refusals.push(...explain(located, schema, issue));
  return null;
}

function explain(located: Located, schema: z.ZodType, issue: z.core.$ZodIssue): Refusal[] {
  const path = issue.path.filter((step): step is string | number => typeof step !== 'symbol');
  const at = (key?: string) => refusal(located, path, '', key);
  if (issue.code === 'unrecognized_keys') {
    const allowed = keysAt(schema, path);
    return issue.keys.map((key) => {
      const near = nearest(key, allowed);
      return { ...at(key), text: `unknown word "${key}"${near ? `; did you mean "${near}"?` : ''}` };
    });
  }
  const value = valueAt(located.value, path);
  const name = path.length > 0 ? `"${path.at(-1)}"` : 'the file';
  if (issue.code === 'invalid_value') {
    const words = issue.values.map(String);
    if (typeof value !== 'string') return [{ ...at(), text: `${name} must be one of: ${words.join(', ')}` }];
    return [{ ...at(), text: `unknown ${path.at(-1)} "${value}"; did you mean "${nearest(value, words)}"?` }];
  }
  if (issue.code === 'custom') return [{ ...at(), text: issue.message }];
  if (value === undefined) return [{ ...at(), text: `${name} is missing` }];
  return [{ ...at(), text: `${name}: ${issue.message}` }];
}

/** @returns what stands at a path, undefined where nothing does. */
export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

interface Inner {
  def: {
    type: string;
    innerType?: Inner;
    element?: Inner;
    valueType?: Inner;
    getter?: () => Inner;
    options?: Inner[];
    in?: Inner;
  };
  shape?: Record<string, Inner>;
}

/** @returns the words a schema allows at a path, for the nearest one. */
function keysAt(schema: z.ZodType, path: Path): string[] {
  let here: Inner | undefined = unwrap(schema as unknown as Inner);
  for (const step of path) {
    if (here?.shape) here = unwrap(here.shape[step]);
    else here = unwrap(here?.def.element ?? here?.def.valueType);
    if (!here) return [];
  }
  return Object.keys(here?.shape ?? {});
}

function unwrap(schema: Inner | undefined): Inner | undefined {
  let here = schema;
  for (let guard = 0; here && guard < 20; guard++) {
    if (here.def.innerType) here = here.def.innerType;
    else if (here.def.getter) here = here.def.getter();
    else if (here.def.in) here = here.def.in;
    else if (here.def.options)
      here = here.def.options.find((one) => unwrap(one)?.shape || unwrap(one)?.def.element) ?? here.def.options[0];
    else return here;
  }
  return here;
}
