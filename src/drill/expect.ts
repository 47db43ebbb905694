/** Holds a played plan against what it must earn. */
import type { Plan } from '../script/plan.ts';
import type { Attempt } from '../wire/session.ts';

/** @returns one sentence for every expectation that was not met. */
export function unmet(plan: Plan, attempt: Attempt): string[] {
  const { expect } = plan;
  const wrong: string[] = [];
  const say = (what: string, want: unknown, got: unknown) =>
    wrong.push(`${plan.run}: ${what} should be ${JSON.stringify(want)}, was ${JSON.stringify(got)}`);
  if (!expect) return wrong;
  for (const word of ['ended', 'ending', 'passed'] as const)
    if (expect[word] !== undefined && expect[word] !== attempt[word]) say(word, expect[word], attempt[word]);
  if (expect.score && !inside(attempt.score, expect.score)) say('score', expect.score, attempt.score);
  for (const [rule, points] of Object.entries(expect.marks ?? {})) {
    const got = attempt.marks.find((mark) => mark.rule === rule)?.points ?? null;
    if (!inside(got, Array.isArray(points) ? points : [points, points])) say(rule, points, got);
  }
  if (expect.critical && !same(expect.critical, attempt.critical)) say('critical', expect.critical, attempt.critical);
  const errors = attempt.marks.filter((mark) => mark.points < 0).map((mark) => mark.rule);
  if (expect.errors && !same(expect.errors, errors)) say('errors', expect.errors, errors);
  return wrong;
}

function inside(value: number | null, [least, most]: readonly [number, number]): boolean {
  return value !== null && value >= least && value <= most;
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().every((word, index) => word === [...b].sort()[index]);
}
