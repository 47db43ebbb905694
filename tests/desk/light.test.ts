/** Promise of the desk's bundle: what its pages load at once holds no three, only the tape player does and only when asked. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const DESK = join(import.meta.dirname, '..', '..', 'src', 'desk', 'Desk.tsx');

/** @returns packages reached from a file by static imports, types left out; lazy ones are not followed */
function packages(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file) || !existsSync(file) || !/\.tsx?$/.test(file)) return new Set();
  seen.add(file);
  const found = new Set<string>();
  const source = readFileSync(file, 'utf8');
  for (const [, clause, from] of source.matchAll(/^(?:import|export)\s+([^;'"]*?from\s+)?['"]([^'"]+)['"]/gm)) {
    if (clause?.startsWith('type ')) continue;
    if (!from!.startsWith('.')) found.add(from!);
    else for (const name of packages(join(dirname(file), from!), seen)) found.add(name);
  }
  return found;
}

test('the desk loads no three, no canvas and no headset code', () => {
  const found = [...packages(DESK)];
  expect(found).toContain('@mantine/core');
  expect(found).toContain('idb');
  expect(found.filter((name) => /^(three|@react-three|troika|iwer|cannon)/.test(name))).toEqual([]);
});

test('the desk opens the stage through one lazy import', () => {
  const door = readFileSync(join(dirname(DESK), 'players.ts'), 'utf8');
  expect([...door.matchAll(/import\('\.\.\/stage\/[^']+'\)/g)].map(String)).toEqual([
    "import('../stage/replay/players.ts')",
  ]);
});
