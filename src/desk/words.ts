/** Names of scenarios, stages and rules as the packs give them; the desk is handed the reader, it reads no packs. */
import { createContext, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '../text/text.ts';

export interface PackWords {
  scenario: string;
  variant: string;
  stages: Record<string, string>;
  endings: Record<string, string>;
  rules: Record<string, { title: string; reason: string }>;
}
export type PackWordsOf = (scenario: string, variant: string, locale: Locale) => Promise<PackWords>;

export const PackWordsContext = createContext<PackWordsOf>(() => Promise.reject(new Error('no packs')));

const read = new Map<string, Promise<PackWords | null>>();

/** @returns the words of a variant; null while they load and for a variant that is no longer there (show its id then) */
export function usePackWords(scenario: string, variant: string): PackWords | null {
  const packWords = useContext(PackWordsContext);
  const { i18n } = useTranslation('desk');
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [words, setWords] = useState<PackWords | null>(null);
  useEffect(() => {
    let wanted = true;
    const key = `${scenario}/${variant}/${locale}`;
    const reading = read.get(key) ?? packWords(scenario, variant, locale).catch(() => null);
    read.set(key, reading);
    void reading.then((found) => wanted && setWords(found));
    return () => {
      wanted = false;
    };
  }, [packWords, scenario, variant, locale]);
  return words;
}
