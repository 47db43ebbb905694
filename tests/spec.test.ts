/** Promises and tests name each other: every id of a SPEC.md has a test, and every id in a test's name is promised. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT, sources, walk } from './source.ts';

/** Promise ids are a letter or two and a number ([X3], [SC12]); rule ids of the procedures (FF-M8) are another thing. */
const ID = /\[([A-Z]{1,2}\d+[a-z]?)\]/g;

function promised(): Map<string, string> {
  const ids = new Map<string, string>();
  for (const path of globSync('src/**/SPEC.md', { cwd: ROOT }))
    for (const line of readFileSync(join(ROOT, path), 'utf8').split('\n')) {
      const id = /^\s*(?:[-*]|#+|\||\d+\.)?\s*\**\[?([A-Z]{1,2}\d+[a-z]?)\]?\**[\s:.|]/.exec(line)?.[1];
      if (id) ids.set(id, path);
    }
  return ids;
}

/** Names given to test, it and describe, with what test.each prints left as it is. */
function named(): Map<string, string> {
  const ids = new Map<string, string>();
  for (const source of sources('tests/**/*.test.{ts,tsx}')) {
    if (source.path === 'tests/spec.test.ts') continue;
    walk(source.tree, (node) => {
      if (node.type !== 'Literal' && node.type !== 'TemplateElement') return;
      const said = node.type === 'Literal' ? node.value : (node.value as { raw: string }).raw;
      if (typeof said === 'string') for (const [, id] of said.matchAll(ID)) ids.set(id!, source.path);
    });
  }
  return ids;
}

describe('promises and tests', () => {
  const spec = promised();
  const tests = named();

  test('there are promises', () => {
    expect(spec.size).toBeGreaterThan(0);
  });

  test('every promise has a test that names it', () => {
    expect([...spec].filter(([id]) => !tests.has(id)).map(([id, path]) => `${path}: ${id}`)).toEqual([]);
  });

  test('every id a test names is promised', () => {
    expect([...tests].filter(([id]) => !spec.has(id)).map(([id, path]) => `${path}: ${id}`)).toEqual([]);
  });
});
