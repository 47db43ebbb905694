/** The scenarios there are, by the letters of their quizzes and by name. */
import { useMemo } from 'react';
import { type NamedPack, useAllPacks } from '../text/packs.ts';
import { type QuizScenario, quizScenario } from './offer.ts';

export interface KnownScenario {
  /** folder of the scenario: firefighting */
  name: string;
  code: QuizScenario;
  title: string;
}

export function scenariosOf(packs: NamedPack[]): KnownScenario[] {
  const known = new Map<string, KnownScenario>();
  for (const { name, words } of packs) {
    const code = quizScenario(Object.keys(words.rules));
    const scenario = name.split('/')[0]!;
    if (code) known.set(scenario, { name: scenario, code, title: words.scenario });
  }
  return [...known.values()];
}

/** @returns null while they load */
export function useScenarios(): KnownScenario[] | null {
  const packs = useAllPacks();
  return useMemo(() => packs && scenariosOf(packs), [packs]);
}
