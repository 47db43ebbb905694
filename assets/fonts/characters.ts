/** Which characters the shipped fonts must hold: all the app's own text, and the everyday Chinese of hall names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Signs the screens draw themselves, beyond what text files hold. */
const SIGNS =
  '←→↑↓↖↗↘↙↻▶‖■□●○◆◇△▽▲▼✓×÷±≤≥≈°℃²³₂‰№·•…—–“”‘’『』「」《》〈〉【】〔〕、。！？；：，（）％＋－＝／￥¥€①②③④⑤⑥⑦⑧⑨⑩';

/**
 * GB 2312: level 1 (rows 16 to 55, 3,755 characters by sound) is what people write with, level 2 (rows 56 to 87, 3,008 by
 * radical) is what streets, temples and surnames add. Together every name a hall is likely to have.
 */
export function gb2312(level: 1 | 2): string {
  const decoder = new TextDecoder('gbk');
  const [first, last] = level === 1 ? [16, 55] : [56, 87];
  let all = '';
  for (let row = first; row <= last; row++)
    for (let cell = 1; cell <= (row === 55 ? 89 : 94); cell++)
      all += decoder.decode(new Uint8Array([row + 0xa0, cell + 0xa0]));
  return all;
}

/** All text a person can meet: scenario words, screen words, and strings in the source. */
export function textFiles(root: string): string[] {
  const list = (folder: string, test: RegExp) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => test.test(path))
      .map((path) => join(root, folder, path));
  return [...list('scenarios', /\.ya?ml$/), ...list('src/text', /\.json$/), ...list('src', /\.tsx?$/)];
}

/** @returns every printable code point the fonts must draw. */
export function charactersOfTheApp(root: string): Set<string> {
  const all = new Set<string>(gb2312(1) + gb2312(2) + SIGNS);
  for (let code = 0x20; code < 0x7f; code++) all.add(String.fromCodePoint(code));
  for (let code = 0xa1; code < 0x180; code++) all.add(String.fromCodePoint(code));
  for (const path of textFiles(root)) for (const character of readFileSync(path, 'utf8')) all.add(character);
  for (const character of [...all]) if (/\p{C}|[\u2028\u2029]/u.test(character)) all.delete(character);
  return all;
}
