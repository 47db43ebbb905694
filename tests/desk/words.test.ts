/** Promises of the desk's words: every key used is there in both languages, every refusal has its sentence. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { settingFault } from '../../src/desk/SettingsFields.tsx';
import english from '../../src/text/desk.en.json' with { type: 'json' };
import chinese from '../../src/text/desk.zh-CN.json' with { type: 'json' };
import { PROBLEMS } from '../../src/wire/problem.ts';
import { ENDINGS } from '../../src/wire/session.ts';

type Tree = { [key: string]: string | Tree };
const leaves = (tree: Tree, at = ''): string[] =>
  Object.entries(tree).flatMap(([key, inner]) =>
    typeof inner === 'string' ? [at + key] : leaves(inner, `${at}${key}.`),
  );
const FOLDER = join(import.meta.dirname, '..', '..', 'src', 'desk');
const source = readdirSync(FOLDER)
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

describe('the words of the desk', () => {
  test('are the same keys in Chinese and English', () => expect(leaves(english)).toEqual(leaves(chinese)));

  test('hold every key a page names', () => {
    const named = [...source.matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1]!);
    expect(named.length).toBeGreaterThan(50);
    expect(named.filter((key) => !leaves(chinese).includes(key))).toEqual([]);
  });

  test('hold every family a page builds from a word of the wire', () => {
    const all = new Set(leaves(chinese));
    for (const problem of [...PROBLEMS, 'no-answer', 'odd-answer']) expect(all).toContain(`trouble.${problem}`);
    for (const ended of ENDINGS) expect(all).toContain(`ended.${ended}`);
    for (const hold of ['offline', 'not-a-hall-device', 'hall-full', 'hall-unwell', 'not-stored'])
      expect(all).toContain(`outbox.hold.${hold}`);
  });

  test('use the same blanks in both languages', () => {
    const blanks = (tree: Tree): string[][] =>
      Object.values(tree).flatMap((inner) =>
        typeof inner === 'string' ? [[...inner.matchAll(/\{\{\w+\}\}/g)].map(String).sort()] : blanks(inner),
      );
    expect(blanks(english)).toEqual(blanks(chinese));
  });
});

test('a setting left empty or a phone that is none is told at its field', () => {
  expect(settingFault('name', '  ')).toBe('form.required');
  expect(settingFault('dutyPhone', '打电话')).toBe('form.phone');
  expect(settingFault('dutyPhone', '0871-65110119')).toBeNull();
  expect(settingFault('address', '昆'.repeat(121))).toBe('form.long');
});
