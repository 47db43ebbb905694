/** Subsets Noto Sans CJK SC (OFL) to what the app can say, and writes public/fonts. Run: node assets/fonts/build.ts */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { charactersOfTheApp } from './characters.ts';

/** Debian package fonts-noto-cjk; face 2 of each collection is Simplified Chinese. */
const SOURCE = '/usr/share/fonts/opentype/noto';
const FACE_SC = 2;
const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'public/fonts');

function subset(weight: 'Regular' | 'Bold', charsFile: string): void {
  const source = join(SOURCE, `NotoSansCJK-${weight}.ttc`);
  if (!existsSync(source)) throw new Error(`${source} is missing: install the Debian package fonts-noto-cjk.`);
  // fontTools of the system Python, because it has brotli (package python3-brotli) for woff2.
  execFileSync(
    '/usr/bin/python3',
    [
      '-m',
      'fontTools.subset',
      source,
      `--font-number=${FACE_SC}`,
      `--text-file=${charsFile}`,
      '--layout-features=',
      '--no-hinting',
      '--desubroutinize',
      '--flavor=woff2',
      `--output-file=${join(OUT, `drillhall-${weight.toLowerCase()}.woff2`)}`,
    ],
    { stdio: 'inherit' },
  );
}

function main(): void {
  const scratch = join(ROOT, 'assets/out');
  mkdirSync(OUT, { recursive: true });
  mkdirSync(scratch, { recursive: true });
  const charsFile = join(scratch, 'characters.txt');
  const characters = charactersOfTheApp(ROOT);
  writeFileSync(charsFile, [...characters].join(''));
  subset('Regular', charsFile);
  subset('Bold', charsFile);
  console.log(`Subset ${characters.size} characters into ${OUT}.`);
}

main();
