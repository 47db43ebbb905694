/** Chinese and English say the same things: equal keys, equal places to fill, nothing empty, every key in use defined. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Node, place, ROOT, sources, textOf, walk } from './source.ts';

type Tree = { [key: string]: Tree | string };

function read(path: string): Map<string, string> {
  const said = readFileSync(join(ROOT, path), 'utf8');
  const flat = new Map<string, string>();
  const visit = (tree: Tree, before: string) => {
    for (const [key, value] of Object.entries(tree))
      if (value !== null && typeof value === 'object') visit(value, `${before}${key}.`);
      else flat.set(before + key, String(value ?? ''));
  };
  visit((path.endsWith('.json') ? JSON.parse(said) : parse(said)) as Tree, '');
  return flat;
}

function holes(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{?\s*[-\w.]+[^}]*\}?\}/g)].map(([hole]) => hole.replace(/\s/g, '')))].sort();
}

/** i18next keeps plurals as key_one, key_other; Chinese has only key_other. */
function stem(key: string): string {
  return key.replace(/_(zero|one|two|few|many|other)$/, '');
}

const files = globSync(['src/text/*.zh-CN.json', 'server/*.zh-CN.json', 'scenarios/**/*.zh-CN.yaml'], {
  cwd: ROOT,
}).sort();

describe('Chinese and English', () => {
  test('there are texts', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  test.each(files)('%s says the same in English', (path) => {
    const zh = read(path);
    const en = read(path.replace('zh-CN', 'en'));
    expect([...new Set([...en.keys()].map(stem))].sort()).toEqual([...new Set([...zh.keys()].map(stem))].sort());
    for (const [key, text] of zh) {
      const twin = en.get(key) ?? en.get(`${stem(key)}_other`) ?? '';
      expect.soft(text.trim(), `${key} is empty in Chinese`).not.toBe('');
      expect.soft(twin.trim(), `${key} is empty in English`).not.toBe('');
      expect.soft(holes(twin), `${key} has other places to fill in English`).toEqual(holes(text));
    }
  });

  test.each(files)('%s is Chinese, and its twin is not', (path) => {
    const mostly = (text: string[]) => text.filter((one) => /[\u3400-\u9fff]/.test(one)).length / text.length;
    expect(mostly([...read(path).values()])).toBeGreaterThan(0.6);
    expect(mostly([...read(path.replace('zh-CN', 'en')).values()])).toBeLessThan(0.05);
  });

  test('every key the pages ask for is defined', () => {
    const known = new Set(files.filter((path) => path.endsWith('.json')).flatMap((path) => [...read(path).keys()]));
    const stems = new Set([...known].map(stem));
    const missing = sources('src/{stage,desk,visitor,dev}/**/*.{ts,tsx}', 'src/*.{ts,tsx}').flatMap((source) => {
      const bad: string[] = [];
      walk(source.tree, (node) => {
        if (node.type !== 'CallExpression' || !/^(i18n\.|i18next\.)?t$/.test(textOf(source, node.callee))) return;
        const key = (node.arguments as Node[])[0];
        if (key?.type !== 'Literal' || typeof key.value !== 'string') return;
        const bareKey = key.value.replace(/^\w+:/, '');
        const found = [...stems].some((one) => one === bareKey || one.endsWith(`.${bareKey}`));
        if (!found) bad.push(`${place(source, node)}: ${key.value}`);
      });
      return bad;
    });
    expect(missing).toEqual([]);
  });
});
