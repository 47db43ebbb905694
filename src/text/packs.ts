/** What the drills are called and say, for rooms that read no packs: main hands them the reader. */
import { createContext, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from './text.ts';

export interface PackWords {
  scenario: string;
  variant: string;
  intro: string;
  /** planned length, minutes */
  minutes: number;
  level: number;
  audience: string;
  /** by stage id */
  stages: Record<string, string>;
  /** by stage id: the instruction of that stage */
  prompts: Record<string, string>;
  /** by stage id: what watchers are asked before the decision is shown; options in the order of the script */
  questions: Record<string, { text: string; options: string[]; right: number }>;
  /** by word of the ending */
  endings: Record<string, string>;
  /** by rule id: what it asks, and why; {dutyPhone} and the like stand where the hall's settings go */
  rules: Record<string, { title: string; reason: string }>;
  /** the trainer's surprise of this variant, null where it has none */
  surprise: string | null;
  /** what to check at home or in the shop afterwards (scenario.yaml: checks) */
  checks: string[];
}
export interface Packs {
  /** rejects when there is no such variant any more */
  words: (scenario: string, variant: string, locale: Locale) => Promise<PackWords>;
  /** every variant there is */
  list: () => Promise<{ scenario: string; variant: string }[]>;
}

const none: Packs = { words: () => Promise.reject(new Error('no packs')), list: async () => [] };
export const PacksContext = createContext<Packs>(none);

const read = new Map<string, Promise<PackWords | null>>();

function wordsOf(packs: Packs, scenario: string, variant: string, locale: Locale): Promise<PackWords | null> {
  const key = `${scenario}/${variant}/${locale}`;
  const reading = read.get(key) ?? packs.words(scenario, variant, locale).catch(() => null);
  read.set(key, reading);
  return reading;
}

function useLocale(): Locale {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh-CN';
}

/** @returns the words of a variant; null while they load and for a variant that is no longer there (show its id then) */
export function usePackWords(scenario: string, variant: string): PackWords | null {
  const packs = useContext(PacksContext);
  const locale = useLocale();
  const [words, setWords] = useState<PackWords | null>(null);
  useEffect(() => {
    let wanted = true;
    void wordsOf(packs, scenario, variant, locale).then((found) => wanted && setWords(found));
    return () => {
      wanted = false;
    };
  }, [packs, scenario, variant, locale]);
  return words;
}

export interface NamedPack {
  /** scenario/variant */
  name: string;
  words: PackWords;
}

/** @returns every variant with its words, in the language of the page; null while they load */
export function useAllPacks(): NamedPack[] | null {
  const packs = useContext(PacksContext);
  const locale = useLocale();
  const [all, setAll] = useState<NamedPack[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const one = async ({ scenario, variant }: { scenario: string; variant: string }): Promise<NamedPack[]> => {
      const words = await wordsOf(packs, scenario, variant, locale);
      return words ? [{ name: `${scenario}/${variant}`, words }] : [];
    };
    void packs
      .list()
      .then((names) => Promise.all(names.map(one)))
      .then((found) => wanted && setAll(found.flat()));
    return () => {
      wanted = false;
    };
  }, [packs, locale]);
  return all;
}
