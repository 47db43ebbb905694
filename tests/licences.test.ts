/** Every package a hall receives has a licence we may ship, and is credited. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { creditsOf, packagesOf } from '../src/cli/credits.ts';
import { ROOT } from './source.ts';

const ALLOWED = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'Python-2.0',
  'MPL-2.0',
  'CC-BY-4.0',
]);

/** "MIT OR GPL-3.0" is ours to choose; "MIT AND Zlib" needs both. */
function allowed(licence: string): boolean {
  const plain = licence.replace(/[()]/g, '');
  return plain.split(' OR ').some((choice) => choice.split(' AND ').every((one) => ALLOWED.has(one.trim())));
}

describe('what a hall receives', () => {
  const packages = packagesOf(ROOT);

  test('there are packages', () => {
    expect(packages.length).toBeGreaterThan(50);
  });

  test('each package has a licence we may ship', () => {
    expect(packages.filter((one) => !allowed(one.licence)).map((one) => `${one.name}: ${one.licence}`)).toEqual([]);
  });

  test('each package is credited; src/cli/credits.ts writes the list', () => {
    const page = readFileSync(join(ROOT, 'public', 'CREDITS.md'), 'utf8');
    expect(page).toContain(creditsOf(packages));
  });
});
