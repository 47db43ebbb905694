/** What a visitor may do at the kiosk, by what the hall knows of the ticket. */
import { describe, expect, test } from 'vitest';
import { offerOf, quizScenario, type Step } from '../../src/visitor/offer.ts';
import { doneWord, type VisitBrief } from '../../src/wire/visitor.ts';

function brief(told: Partial<VisitBrief>): VisitBrief {
  return { number: 'A012', state: 'waiting', place: 'headset', wait_min: 9, ahead: 2, ran: [], done: [], ...told };
}
const named = (steps: Step[]) =>
  steps.map((step) =>
    [step.do, 'when' in step ? step.when : '', 'scenario' in step ? step.scenario : ''].join(' ').trim(),
  );

function offered(told: Partial<VisitBrief>, ran: ('FF' | 'FE')[] = []) {
  const offer = offerOf(brief(told), ['FF', 'FE'], ran);
  return 'steps' in offer ? { moment: offer.moment, steps: named(offer.steps) } : offer;
}

describe('what may be done now', () => {
  test('before the drill a quiz of each scenario there is, and how sure one is', () => {
    for (const state of ['waiting', 'called'])
      expect(offered({ state })).toEqual({
        moment: 'before',
        steps: ['quiz before FF', 'quiz before FE', 'confidence before'],
      });
  });

  test('after it comfort, the quiz of what was run, confidence, duty phone, kit: in this order', () => {
    expect(offered({ state: 'after', ran: ['firefighting/kitchen-wok'] }, ['FF'])).toEqual({
      moment: 'after',
      steps: ['comfort', 'quiz after FF', 'confidence after', 'duty-phone', 'kit'],
    });
  });

  test('a scenario run twice is asked about once', () => {
    const twice = offered({ state: 'after', ran: ['a/b', 'a/c'] }, ['FF', 'FF']);
    expect('steps' in twice && twice.steps.filter((one) => one === 'quiz after FF')).toHaveLength(1);
  });

  test('who did it at a desktop or watched is not asked whether the headset made dizzy', () => {
    for (const place of ['desktop', 'watch'])
      expect(JSON.stringify(offered({ state: 'after', place, ran: ['a/b'] }, ['FF']))).not.toContain('comfort');
  });

  test('who waits for another run has had the first one: the questions after it are due', () => {
    expect(offered({ state: 'waiting', ran: ['a/b'] }, ['FF'])).toMatchObject({ moment: 'after' });
  });

  test('what was answered is not asked again', () => {
    const done = [
      doneWord('comfort'),
      doneWord('quiz', 'after', 'FF'),
      doneWord('confidence', 'after'),
      doneWord('duty-phone'),
      doneWord('kit'),
    ];
    expect(offered({ state: 'after', ran: ['a/b'], done }, ['FF'])).toEqual({ moment: 'after', steps: [] });
    const before = [doneWord('quiz', 'before', 'FF'), doneWord('confidence', 'before')];
    expect(offered({ done: before })).toEqual({ moment: 'before', steps: ['quiz before FE'] });
  });

  test('at a station nothing is asked, and a ticket that is over asks the staff', () => {
    expect(offered({ state: 'playing' })).toEqual({ moment: 'playing' });
    for (const state of ['no-show', 'left']) expect(offered({ state })).toEqual({ moment: 'closed' });
  });

  test('the letters of a quiz are those its rules begin with', () => {
    expect(quizScenario(['FF-M1', 'FF-X2'])).toBe('FF');
    expect(quizScenario(['ZZ-M1'])).toBeNull();
    expect(quizScenario([])).toBeNull();
  });
});
