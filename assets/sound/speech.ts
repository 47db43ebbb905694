/**
 * Speaks the short lines of the drills with espeak-ng. Run: node assets/sound/speech.ts [PREFIX]
 * With a prefix (fire-escape, fire-escape.own-flat-night) only lines that begin so are spoken afresh, and those that have no file yet.
 * espeak-ng's voice "cmn" reads pinyin as English on Debian 12; "cmn-latn-pinyin+f2" reads characters with their tones.
 * A file assets/sound/human/<locale>/<name>.wav, where there is one, takes the place of the machine.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { PHRASES } from '../../src/sim/facts.ts';
import { encode } from './build.ts';

const ROOT = join(import.meta.dirname, '../..');
const OUT = join(ROOT, 'public/sounds/speech');
const SCRATCH = join(ROOT, 'assets/out/speech');
const LIST = join(ROOT, 'src/stage/sound/spoken.json');
const LOCALES = ['zh-CN', 'en'] as const;
type Locale = (typeof LOCALES)[number];

/** Lines worth a voice: what people say, what the coach asks for, what a failure shows. */
const SPOKEN = /^(say|prompt)\.|\.consequence$/;

function lines(locale: Locale): Map<string, string> {
  const all = new Map<string, string>();
  const scenarios = join(ROOT, 'scenarios');
  const read = (folder: string, prefix: string) => {
    const file = join(scenarios, folder, `text.${locale}.yaml`);
    if (!existsSync(file)) return;
    // a line with a hall's own number in it cannot be spoken beforehand
    for (const [key, text] of Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, string>))
      if (SPOKEN.test(key) && !/\{/.test(text)) all.set(`${prefix}.${key}`, text);
  };
  for (const scenario of folders(scenarios)) {
    read(scenario, scenario);
    for (const variant of folders(join(scenarios, scenario))) read(join(scenario, variant), `${scenario}.${variant}`);
  }
  const stage = JSON.parse(readFileSync(join(ROOT, `src/text/stage.${locale}.json`), 'utf8')) as {
    say: Record<string, string>;
  };
  const wall = JSON.parse(readFileSync(join(ROOT, `src/text/wall.${locale}.json`), 'utf8')) as {
    call: Record<string, string>;
  };
  // numbers are called in clips, joined by the wall
  for (const [word, text] of Object.entries(wall.call)) all.set(`call.${word}`, text);
  for (const phrase of PHRASES) all.set(`phrase.${phrase}`, stage.say[phrase]!);
  return all;
}

function folders(at: string): string[] {
  return readdirSync(at, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map((one) => one.name);
}

function say(locale: Locale, text: string, shout: boolean, file: string): void {
  const raw = `${file}.raw.wav`;
  // 119 is said digit by digit on the phone, with the old word for one
  const spoken =
    locale === 'zh-CN'
      ? text.replaceAll('119', '幺幺九').replaceAll('ABC', 'A B C')
      : text.replaceAll('119', 'one one nine');
  const voice = locale === 'zh-CN' ? 'cmn-latn-pinyin+f2' : 'en-us+f3';
  const pace = locale === 'zh-CN' ? (shout ? '205' : '180') : shout ? '175' : '155';
  execFileSync('espeak-ng', ['-v', voice, '-s', pace, '-p', shout ? '62' : '46', '-w', raw, spoken]);
  const tone = [
    'gain',
    '-9',
    'highpass',
    '140',
    'treble',
    '+2',
    'compand',
    '0.02,0.2',
    '6:-70,-60,-20',
    '-6',
    '-90',
    '0.1',
  ];
  execFileSync('sox', [
    raw,
    '-r',
    '48000',
    '-c',
    '1',
    file,
    ...tone,
    ...(shout ? ['overdrive', '4', '10'] : []),
    'norm',
    '-4',
    'pad',
    '0',
    '0.08',
  ]);
}

/** Whether a line is to be spoken now: all of them, or those asked for and those that were never spoken. */
function due(locale: Locale, name: string, prefix: string): boolean {
  return prefix === '' || name.startsWith(prefix) || !existsSync(join(OUT, locale, `${name}.ogg`));
}

/** What no text stands for any more goes. */
function tidy(locale: Locale, names: readonly string[]): void {
  if (!existsSync(join(OUT, locale))) return;
  for (const file of readdirSync(join(OUT, locale)))
    if (!names.includes(file.replace(/\.(ogg|m4a)$/, ''))) rmSync(join(OUT, locale, file));
}

function main(): void {
  const prefix = process.argv[2] ?? '';
  const list: Record<Locale, string[]> = { 'zh-CN': [], en: [] };
  let spoken = 0;
  for (const locale of LOCALES) {
    mkdirSync(join(SCRATCH, locale), { recursive: true });
    for (const [name, text] of lines(locale)) {
      list[locale].push(name);
      if (!due(locale, name, prefix)) continue;
      const file = join(SCRATCH, locale, `${name}.wav`);
      const human = join(import.meta.dirname, 'human', locale, `${name}.wav`);
      if (!existsSync(human)) say(locale, text, name.startsWith('phrase.'), file);
      encode(existsSync(human) ? human : file, name, join(OUT, locale), { opus: '24k', aac: '32k' });
      spoken++;
    }
    list[locale].sort();
    tidy(locale, list[locale]);
  }
  writeFileSync(LIST, `${JSON.stringify(list, null, 2)}\n`);
  console.log(`Spoke ${spoken} of ${list['zh-CN'].length} Chinese and ${list.en.length} English lines.`);
}

main();
