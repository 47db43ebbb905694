/** The packs of the scenarios folder as Node sees them. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../script/contents.ts';
import { houseOf } from '../script/house.ts';
import { packPaths, readPack } from '../script/pack.ts';

export const SCENARIOS = join(import.meta.dirname, '..', '..', 'scenarios');

/** @returns "firefighting/kitchen-wok" and its like, in order. */
export function listVariants(root: string = SCENARIOS): string[] {
  const folders = (at: string) => readdirSync(at).filter((name) => statSync(join(at, name)).isDirectory());
  return folders(root)
    .flatMap((scenario) => folders(join(root, scenario)).map((variant) => `${scenario}/${variant}`))
    .filter((name) => existsSync(join(root, name, 'variant.yaml')))
    .sort();
}

/** @returns the files of one variant by path under the scenarios folder; absent ones are left out. */
export function packFiles(name: string, root: string = SCENARIOS): Record<string, string> {
  const [scenario = '', variant = ''] = name.split('/');
  const files: Record<string, string> = {};
  for (const path of packPaths(scenario, variant)) {
    const file = join(root, path);
    if (existsSync(file)) files[path] = readFileSync(file, 'utf8');
  }
  if (houseOf(files[`${name}/room.yaml`]) === null) return files;
  for (const file of readdirSync(join(root, scenario)))
    if (file.endsWith('.yaml')) files[`${scenario}/${file}`] = readFileSync(join(root, scenario, file), 'utf8');
  return files;
}

/** @throws PackError by file and line. */
export function loadPack(name: string, root: string = SCENARIOS): Pack {
  const [scenario = '', variant = ''] = name.split('/');
  return readPack(packFiles(name, root), scenario, variant);
}
