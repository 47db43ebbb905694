/** The month's figures: a share that nobody was asked for is missing, not zero, and asks for something else than a low one. */
import { expect, test } from 'vitest';
import { figuresOf } from '../../src/desk/openings/FiguresShown.tsx';
import type { MonthFigures } from '../../src/wire/runs.ts';

const asked = { asked: 0, correct: 0, correct_frac: null };
const EMPTY: MonthFigures = {
  visits: 0,
  trained: 0,
  performed: 0,
  desktop: 0,
  observed: 0,
  cards: 0,
  technicalFaults: 0,
  knowledge: { tested: 0, knows: 0, knows_frac: null, gain_frac: null, paired: 0 },
  dutyPhone: asked,
  dutyPhoneRecognised: asked,
  kit: { asked: 0, complete: 0, complete_frac: null },
  retention: { rechecks: 0, passed: 0, passed_frac: null },
  notes: 0,
};

test('an empty month is missing everywhere and low nowhere', () => {
  for (const figure of figuresOf(EMPTY)) expect(figure).toMatchObject({ share_frac: null, verdict: 'none' });
});

test('nobody right is a real zero, and low', () => {
  const month = { ...EMPTY, visits: 9, trained: 9, dutyPhone: { asked: 4, correct: 0, correct_frac: 0 } };
  const figures = figuresOf(month);
  expect(figures.find((one) => one.word === 'dutyPhone')).toMatchObject({ share_frac: 0, verdict: 'low', of: 4 });
  expect(figures.find((one) => one.word === 'reached')).toMatchObject({ share_frac: 1, verdict: 'good' });
  expect(figures.find((one) => one.word === 'kit')).toMatchObject({ share_frac: null, verdict: 'none' });
});
