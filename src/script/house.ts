/** Lays a variant's room.yaml over the house it is in: names replace, change or take away; lists add. */
import { type Located, type Path, type Refusal, refusal, valueAt } from './located.ts';
import { unknown } from './nearest.ts';

type Loose = Record<string, unknown>;

/** Tables whose lines a variant may replace or take away, and the word without which a line only changes the house's. */
const TABLES: [path: Path, whole: string | null][] = [
  [['things'], 'kind'],
  [['posts'], null],
  [['surfaces_m'], null],
  [['crowd'], 'role'],
  [['building', 'spaces'], 'box_m'],
  [['building', 'openings'], 'from'],
  [['building', 'wells'], 'below'],
];
const OBSTACLES = 'obstacles_m';

/** @returns `tower` of `house: tower`, null for a room that stands alone; asked of the text before it is read. */
export function houseOf(roomText: string | undefined): string | null {
  return /^house:\s*['"]?([^\s'"#]+)/m.exec(roomText ?? '')?.[1] ?? null;
}

/** @returns the path (under scenarios/) of a house's file. */
export function housePath(scenario: string, house: string): string {
  return `${scenario}/${house}.yaml`;
}

/** @returns names of the houses among files of a scenario's folder. */
export function housesAmong(paths: Iterable<string>, scenario: string): string[] {
  const found: string[] = [];
  for (const path of paths) {
    const [folder, file, more] = path.split('/');
    if (folder !== scenario || more !== undefined || !file?.endsWith('.yaml')) continue;
    const name = file.slice(0, -'.yaml'.length);
    if (name !== 'scenario' && !name.startsWith('text.')) found.push(name);
  }
  return found.sort();
}

/** @returns room and house as one value; every line is still found in the file that says it. */
export function inHouse(own: Located, house: Located): Located {
  if (!isMap(own.value) || !isMap(house.value)) return own;
  return {
    file: own.file,
    value: laidOver(house.value, own.value),
    line: own.line,
    source: (path) => sourceOf(own, house, path),
  };
}

function isMap(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The plain values, one over the other. */
export function laidOver(house: Loose, own: Loose): Loose {
  const all: Loose = { ...house, ...own };
  if (isMap(house.building) && isMap(own.building)) all.building = { ...house.building, ...own.building };
  for (const [path, whole] of TABLES) {
    const [under, over] = [valueAt(house, path), valueAt(own, path)];
    if (isMap(under) && isMap(over)) put(all, path, laidTable(under, over, whole));
  }
  if (Array.isArray(house[OBSTACLES]) && Array.isArray(own[OBSTACLES]))
    all[OBSTACLES] = [...house[OBSTACLES], ...own[OBSTACLES]];
  return all;
}

function put(all: Loose, path: Path, value: unknown): void {
  let here = all;
  for (const step of path.slice(0, -1)) here = here[step] as Loose;
  here[path.at(-1)!] = value;
}

function laidTable(under: Loose, over: Loose, whole: string | null): Loose {
  const table: Loose = { ...under };
  for (const [name, line] of Object.entries(over)) {
    if (line === null) delete table[name];
    else if (whole !== null && isMap(line) && isMap(under[name]) && !(whole in line))
      table[name] = { ...under[name], ...line };
    else table[name] = line;
  }
  return table;
}

/** The file that says what stands at a path of the two together. */
function sourceOf(own: Located, house: Located, path: Path): { at: Located; path: Path } {
  if (path[0] === OBSTACLES && typeof path[1] === 'number') {
    const many = listLength(valueAt(house.value, [OBSTACLES]));
    if (path[1] < many) return { at: house, path };
    return { at: own, path: [OBSTACLES, path[1] - many, ...path.slice(2)] };
  }
  const depth = Math.max(known(own, path), 0);
  return depth >= known(house, path) ? { at: own, path } : { at: house, path };
}

function listLength(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

/** How far down a path a file has something to say. */
function known(located: Located, path: Path): number {
  let depth = 0;
  while (depth < path.length && valueAt(located.value, path.slice(0, depth + 1)) !== undefined) depth++;
  return depth;
}

/** Refuses what takes away a thing the house does not have. */
export function strayRemovals(own: Located, house: Located): Refusal[] {
  const out: Refusal[] = [];
  for (const [path] of TABLES) {
    const over = valueAt(own.value, path);
    const under = valueAt(house.value, path);
    if (!isMap(over)) continue;
    const names = isMap(under) ? Object.keys(under) : [];
    for (const [name, line] of Object.entries(over))
      if (line === null && !names.includes(name))
        out.push(refusal(own, [...path, name], unknown(String(path.at(-1)), name, names)));
  }
  return out;
}
