/** The quiz: which items whom, in which order, and what was right; the answers never leave before they are given. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { QUIZ_SCENARIOS, type QUIZ_WHEN, type Quiz, type QuizAnswers, type QuizResult } from '../src/wire/visitor.ts';

const Words = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
/** scenarios/quiz.json: ten items a scenario, odd ones form A, even ones form B (procedures 9) */
export const QuizFile = z.array(
  z.strictObject({
    id: z.string(),
    scenario: z.enum(QUIZ_SCENARIOS),
    form: z.enum(['A', 'B']),
    stem: Words,
    options: z.array(Words).min(3).max(5),
    answer: z.number().int().min(0),
    explain: Words,
    sources: z.string(),
  }),
);
export type QuizEntry = z.infer<typeof QuizFile>[number];
type When = (typeof QUIZ_WHEN)[number];
type Form = 'A' | 'B';

let read: QuizEntry[] | null = null;
export function quizItems(): QuizEntry[] {
  read ??= QuizFile.parse(JSON.parse(readFileSync(join(import.meta.dirname, '..', 'scenarios', 'quiz.json'), 'utf8')));
  return read;
}

/** @returns 0..2^32-1, the same for the same words: chance that can be repeated */
function lot(...words: string[]): number {
  return createHash('sha256').update(words.join(' ')).digest().readUInt32BE(0);
}

function shuffled<T>(all: T[], key: (one: T, k: number) => number): T[] {
  return all
    .map((one, k) => ({ one, at: key(one, k) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}

/**
 * Counterbalanced: half the visits have form B before, and each has the other form after.
 * @param last form answered last, for a recheck: it gets the other one
 */
export function formOf(visit: string, when: When, last: Form | null = null): Form {
  if (when === 'recheck' && last) return last === 'A' ? 'B' : 'A';
  const first: Form = lot('form', visit) % 2 === 0 ? 'A' : 'B';
  return when === 'before' ? first : first === 'A' ? 'B' : 'A';
}

/** @returns the quiz of a visit; asked again it is the same one */
export function quizOf(
  visit: { id: string; number: string },
  asked: { scenario: Quiz['scenario']; when: When; count: number; form: Form },
): Quiz {
  const { scenario, when, count, form } = asked;
  const own = quizItems().filter((item) => item.scenario === scenario && item.form === form);
  const items = shuffled(own, (item) => lot('item', visit.id, when, item.id)).slice(0, count);
  return {
    ticket: visit.number,
    when,
    scenario,
    form,
    items: items.map((item) => ({
      id: item.id,
      stem: item.stem,
      options: shuffled(
        item.options.map((option, index) => ({ index, ...option })),
        (_, k) => lot('option', visit.id, item.id, String(k)),
      ),
    })),
  };
}

export interface Graded {
  item: QuizEntry;
  choice: number | null;
  correct: boolean;
}

/** @returns the answers with what they were worth; those to items that are not of this scenario are passed over */
export function grade(answers: QuizAnswers): Graded[] {
  return answers.answers.flatMap(({ item: id, option }) => {
    const item = quizItems().find((one) => one.id === id && one.scenario === answers.scenario);
    return item ? [{ item, choice: option, correct: option === item.answer }] : [];
  });
}

/** What is right and why is told after the drill only: before it, it would answer the next quiz. */
export function resultOf(graded: Graded[], when: When): QuizResult {
  return {
    right: graded.filter((one) => one.correct).length,
    of: graded.length,
    items:
      when === 'before'
        ? null
        : graded.map(({ item }) => ({ item: item.id, right: item.answer, explain: item.explain })),
  };
}
