/** Words the server itself says, in the sheets and in the terminal: server/words.zh-CN.json and words.en.json. */
import english from './words.en.json' with { type: 'json' };
import chinese from './words.zh-CN.json' with { type: 'json' };

export type Language = 'zh-CN' | 'en';
export type Words = typeof english;

export function words(language: Language): Words {
  return language === 'en' ? english : chinese;
}

/** @returns the language of this computer: Chinese where it is set to Chinese, English elsewhere */
export function terminalLanguage(): Language {
  return Intl.DateTimeFormat().resolvedOptions().locale.startsWith('zh') ? 'zh-CN' : 'en';
}

/** @returns the word for an id, or the id itself where there is none yet (a new scenario) */
export function named(table: Record<string, string>, id: string): string {
  return table[id] ?? id;
}

type ListWord = keyof Words['lists'];
/** @returns what a column or an audience of a list may be called, in both languages, lower case without blanks */
export function listNames(word: ListWord): string[] {
  return `${chinese.lists[word]} ${english.lists[word]}`.split(' ');
}
