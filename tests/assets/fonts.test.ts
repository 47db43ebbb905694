/** No glyph is ever missing: every character the app can show is in both fonts that are shipped. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { beforeAll, describe, expect, test } from 'vitest';
import { charactersOfTheApp, gb2312, textFiles } from '../../assets/fonts/characters.ts';

const ROOT = join(import.meta.dirname, '../..');

/** Every code point that a font's character map gives a glyph to (OpenType cmap formats 4 and 12). */
function covered(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const tables = view.getUint16(4);
  let cmap = -1;
  for (let k = 0; k < tables; k++) {
    const at = 12 + k * 16;
    if (String.fromCharCode(...font.subarray(at, at + 4)) === 'cmap') cmap = view.getUint32(at + 8);
  }
  if (cmap < 0) throw new Error('The font has no character map.');
  const all = new Set<number>();
  const maps = view.getUint16(cmap + 2);
  for (let k = 0; k < maps; k++) {
    const map = cmap + view.getUint32(cmap + 4 + k * 8 + 4);
    const format = view.getUint16(map);
    if (format === 12)
      for (let g = 0; g < view.getUint32(map + 12); g++) {
        const group = map + 16 + g * 12;
        for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) all.add(code);
      }
    if (format === 4) {
      const segments = view.getUint16(map + 6) / 2;
      for (let s = 0; s < segments; s++) {
        const end = view.getUint16(map + 14 + s * 2);
        const start = view.getUint16(map + 16 + segments * 2 + s * 2);
        const offsetAt = map + 16 + segments * 6 + s * 2;
        const delta = view.getUint16(map + 16 + segments * 4 + s * 2);
        const offset = view.getUint16(offsetAt);
        for (let code = start; code <= end && code < 0xffff; code++) {
          const glyph = offset === 0 ? (code + delta) & 0xffff : view.getUint16(offsetAt + offset + (code - start) * 2);
          if (glyph !== 0) all.add(code);
        }
      }
    }
  }
  return all;
}

describe.each(['regular', 'bold'])('the %s font', (weight) => {
  let has: Set<number>;
  beforeAll(async () => {
    const file = readFileSync(join(ROOT, `public/fonts/drillhall-${weight}.woff2`));
    expect(file.subarray(0, 4).toString('latin1')).toBe('wOF2');
    // what is asked for and not there stays missing; asking for a character the font lacks adds nothing
    const wanted = [...charactersOfTheApp(ROOT)].join('');
    has = covered(new Uint8Array(await subsetFont(file, wanted, { targetFormat: 'truetype' })));
  }, 120_000);

  test('holds every character of every text file and of the source', () => {
    for (const path of textFiles(ROOT)) {
      const missing = [...new Set(readFileSync(path, 'utf8'))].filter(
        (character) => !/[\p{C}\u2028\u2029]/u.test(character) && !has.has(character.codePointAt(0)!),
      );
      expect.soft(missing, `${path.slice(ROOT.length + 1)}: run node assets/fonts/build.ts`).toEqual([]);
    }
  });
  test('holds the everyday Chinese that halls and streets are named with', () => {
    const [level1, level2] = [[...gb2312(1)], [...gb2312(2)]];
    expect([level1.length, level2.length]).toEqual([3755, 3008]);
    expect([...level1, ...level2].filter((character) => !has.has(character.codePointAt(0)!))).toEqual([]);
  });
  test('the reading of the map is not blind: it misses what was left out', () => {
    expect(has.has('龘'.codePointAt(0)!)).toBe(false);
    expect(has.has('火'.codePointAt(0)!)).toBe(true);
  });
});
