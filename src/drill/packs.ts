/** The packs of the scenarios folder as the browser sees them: each variant is read only when it is opened. */
import type { Pack } from '../script/contents.ts';
import { houseOf, housePath, housesAmong } from '../script/house.ts';
import { packPaths, readPack } from '../script/pack.ts';

const FILES = import.meta.glob<string>('../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
const ROOT = '../../scenarios/';

export interface VariantName {
  scenario: string;
  variant: string;
}

/** @returns every variant there is, by folder. */
export function listVariants(): VariantName[] {
  return Object.keys(FILES)
    .map((path) => path.slice(ROOT.length).split('/'))
    .filter((parts) => parts.length === 3 && parts[2] === 'variant.yaml')
    .map(([scenario, variant]) => ({ scenario: scenario!, variant: variant! }));
}

/**
 * Fetches, reads and checks one variant.
 * @throws PackError by file and line, or an Error when there is no such variant
 */
export async function loadPack(scenario: string, variant: string): Promise<Pack> {
  const files: Record<string, string> = {};
  const fetchAll = (paths: string[]) =>
    Promise.all(
      paths.map(async (path) => {
        const load = FILES[ROOT + path];
        if (load) files[path] = await load();
      }),
    );
  await fetchAll(packPaths(scenario, variant));
  const house = houseOf(files[`${scenario}/${variant}/room.yaml`]);
  if (house !== null) await fetchAll(housesToRead(scenario, house));
  if (!files[`${scenario}/${variant}/variant.yaml`]) throw new Error(`There is no drill "${scenario}/${variant}".`);
  return readPack(files, scenario, variant);
}

/** The house alone; where there is none of that name, all of them, so that the refusal can say the nearest. */
function housesToRead(scenario: string, house: string): string[] {
  const wanted = housePath(scenario, house);
  if (FILES[ROOT + wanted]) return [wanted];
  const there = Object.keys(FILES).map((path) => path.slice(ROOT.length));
  return housesAmong(there, scenario).map((name) => housePath(scenario, name));
}
