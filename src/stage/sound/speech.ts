/** Which lines have a voice, and where it lies; made by assets/sound/speech.ts. */
import spoken from './spoken.json' with { type: 'json' };

const LINES: Record<string, ReadonlySet<string>> = {
  'zh-CN': new Set(spoken['zh-CN']),
  en: new Set(spoken.en),
};

/** @returns the sound of the first of these names that was spoken in this language, null when none was. */
export function spokenFile(locale: string, ...names: string[]): string | null {
  const name = names.find((one) => LINES[locale]?.has(one));
  return name ? `speech/${locale}/${name}` : null;
}
