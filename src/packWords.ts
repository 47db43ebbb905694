/** The words of a variant for rooms that may not read packs themselves: its titles, questions, rules and why they matter. */
import { loadPack } from './drill/packs.ts';
import type { PackWords } from './text/packs.ts';
import type { Locale } from './text/text.ts';

/** @returns all of it in one language; rejects when there is no such variant any more */
export async function packWords(scenario: string, variant: string, locale: Locale): Promise<PackWords> {
  const { about, script, texts } = await loadPack(scenario, variant);
  const own = texts[locale];
  const said = (key: string) => own[key] ?? key;
  const under = (prefix: string) =>
    Object.fromEntries(
      Object.entries(own).flatMap(([key, text]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), text]] : [])),
    );
  const prompts = script.stages.flatMap(({ id, prompt }) => (prompt ? [[id, said(prompt)]] : []));
  const questions = script.stages.flatMap(({ id, question }) =>
    question ? [[id, { text: said(question.text), options: question.options.map(said), right: question.right }]] : [],
  );
  const rules = [...script.marks, ...script.errors, ...script.critical].map(({ rule, title, reason }) => [
    rule,
    { title: said(title), reason: said(reason) },
  ]);
  return {
    scenario: said(about.title),
    variant: said(script.title),
    intro: said(script.intro),
    minutes: script.minutes,
    level: script.level,
    audience: script.audience,
    stages: under('stage.'),
    prompts: Object.fromEntries(prompts),
    questions: Object.fromEntries(questions),
    endings: under('ending.'),
    rules: Object.fromEntries(rules),
    surprise: script.surprise ? said(script.surprise.title) : null,
    checks: (about.checks ?? []).map(said),
  };
}
