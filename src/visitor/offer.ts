/** What a visitor may do at the kiosk now, from what the hall knows of the ticket. */
import { doneWord, QUIZ_SCENARIOS, type VisitBrief } from '../wire/visitor.ts';

export type QuizScenario = (typeof QUIZ_SCENARIOS)[number];
export type Step =
  | { do: 'quiz'; when: 'before' | 'after'; scenario: QuizScenario }
  | { do: 'confidence'; when: 'before' | 'after' }
  | { do: 'comfort' }
  | { do: 'duty-phone' }
  | { do: 'kit' };

export type Offer =
  /** nothing was asked before the drill yet: which scenario it will be is the visitor's to say */
  | { moment: 'before'; steps: Step[] }
  | { moment: 'after'; steps: Step[] }
  /** at a station now: come back afterwards */
  | { moment: 'playing' }
  /** staff know why: ask them */
  | { moment: 'closed' };

const asked = (done: string[], kind: string, moment?: string, scenario?: string) =>
  done.includes(doneWord(kind, moment, scenario));

/** @returns FF for firefighting: the letters its rules begin with; null where there is no quiz of it */
export function quizScenario(rules: string[]): QuizScenario | null {
  const letters = rules[0]?.slice(0, 2);
  return QUIZ_SCENARIOS.find((one) => one === letters) ?? null;
}

/**
 * @param planned scenarios the visitor may be about to do
 * @param ran scenarios of the runs of this visit, oldest first
 */
export function offerOf(brief: VisitBrief, planned: QuizScenario[], ran: QuizScenario[]): Offer {
  const { state, done, place } = brief;
  if (state === 'no-show' || state === 'left') return { moment: 'closed' };
  if (state === 'playing') return { moment: 'playing' };
  const before = brief.ran.length === 0 && state !== 'after' && state !== 'done';
  if (before) {
    const quizzes = planned.filter((scenario) => !asked(done, 'quiz', 'before', scenario));
    const steps: Step[] = quizzes.map((scenario) => ({ do: 'quiz', when: 'before', scenario }));
    if (!asked(done, 'confidence', 'before')) steps.push({ do: 'confidence', when: 'before' });
    return { moment: 'before', steps };
  }
  const steps: Step[] = [];
  if (place === 'headset' && !asked(done, 'comfort')) steps.push({ do: 'comfort' });
  for (const scenario of new Set(ran))
    if (!asked(done, 'quiz', 'after', scenario)) steps.push({ do: 'quiz', when: 'after', scenario });
  if (!asked(done, 'confidence', 'after')) steps.push({ do: 'confidence', when: 'after' });
  if (!asked(done, 'duty-phone')) steps.push({ do: 'duty-phone' });
  if (!asked(done, 'kit')) steps.push({ do: 'kit' });
  return { moment: 'after', steps };
}
