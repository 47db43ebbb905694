/** The words of a variant for rooms that may not read packs themselves: its titles, its rules and why they matter. */
import { loadPack } from './drill/packs.ts';
import type { Locale } from './text/text.ts';

export interface PackWords {
  scenario: string;
  variant: string;
  /** by stage id */
  stages: Record<string, string>;
  /** by word of the ending */
  endings: Record<string, string>;
  /** by rule id: what it asks, and why; {dutyPhone} and the like stand where the hall's settings go */
  rules: Record<string, { title: string; reason: string }>;
}

/** @returns all of it in one language; rejects when there is no such variant any more */
export async function packWords(scenario: string, variant: string, locale: Locale): Promise<PackWords> {
  const { about, script, texts } = await loadPack(scenario, variant);
  const own = texts[locale];
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(own).flatMap(([key, text]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [])),
    );
  const said = [...script.marks, ...script.errors, ...script.critical].map(({ rule, title, reason }) => [
    rule,
    { title: own[title] ?? title, reason: own[reason] ?? reason },
  ]);
  return {
    scenario: own[about.title] ?? about.title,
    variant: own[script.title] ?? script.title,
    stages: under('stage.'),
    endings: under('ending.'),
    rules: Object.fromEntries(said),
  };
}
