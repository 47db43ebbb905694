/** Writes the list of packages a hall receives, with their licences, into public/CREDITS.md. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Package {
  name: string;
  version: string;
  licence: string;
}

interface Lock {
  packages: Record<string, { version?: string; license?: string; dev?: boolean; devOptional?: boolean }>;
}

/** Read in the package's own licence file, where its package.json names none. */
const UNNAMED: Record<string, string> = {
  '@pmndrs/handle': 'MIT',
  '@pmndrs/pointer-events': 'MIT',
  '@pmndrs/xr': 'MIT',
  '@react-three/xr': 'MIT',
  'webgl-constants': 'MIT',
};
const OPEN = '<!-- packages: written by src/cli/credits.ts -->';
const CLOSE = '<!-- end of packages -->';

/** @returns packages of the lock file that are not for development alone, by name. */
export function packagesOf(root: string): Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
  const found = new Map<string, Package>();
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path === '' || entry.dev || entry.devOptional) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const version = entry.version ?? '';
    found.set(`${name}@${version}`, { name, version, licence: UNNAMED[name] ?? entry.license ?? 'unknown' });
  }
  return [...found.values()].sort((a, b) => `${a.name}@${a.version}`.localeCompare(`${b.name}@${b.version}`, 'en'));
}

/** @returns the generated section, from its opening to its closing mark. */
export function creditsOf(packages: Package[]): string {
  const rows = packages.map((one) => `| ${one.name} | ${one.version} | ${one.licence} |`);
  return [OPEN, '', '| package | version | licence |', '|---|---|---|', ...rows, '', CLOSE].join('\n');
}

function main(): void {
  const root = join(import.meta.dirname, '..', '..');
  const path = join(root, 'public', 'CREDITS.md');
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '# Credits\n';
  const section = creditsOf(packagesOf(root));
  const from = before.indexOf(OPEN);
  const to = before.indexOf(CLOSE);
  const after =
    from >= 0 && to > from
      ? before.slice(0, from) + section + before.slice(to + CLOSE.length)
      : `${before.trimEnd()}\n\n## Packages\n\n${section}\n`;
  writeFileSync(path, after);
  console.log(`public/CREDITS.md lists ${packagesOf(root).length} packages.`);
}

if (import.meta.main) main();
