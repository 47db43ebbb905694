/** Planning a session: what the form refuses, what fits, what a month shows. */
import { describe, expect, test } from 'vitest';
import { newPlan, ofMonth, planFaults, today } from '../../src/desk/openings/plan.ts';
import { fitOf, minutesOf } from '../../src/wire/fit.ts';
import type { Opening } from '../../src/wire/openings.ts';

const PLAN = { ...newPlan('2026-12-12', undefined), room: '二楼', scenarios: ['firefighting'] };

describe('the form of a session', () => {
  test('takes a plan that is whole', () => {
    expect(planFaults(PLAN)).toEqual({});
  });

  test.each([
    [{ room: '  ' }, 'room', 'bad.room'],
    [{ day: '2026-13-01' }, 'day', 'bad.day'],
    [{ scenarios: [] }, 'scenarios', 'bad.scenarios'],
    [{ places: 0 }, 'places', 'bad.places'],
    [{ from: '17:00', to: '14:00' }, 'to', 'bad.order'],
    [{ from: '' }, 'from', 'bad.from'],
    [{ headsets: 0, desktops: 0 }, 'headsets', 'bad.stations'],
    [{ crew: 8 }, 'crew', 'bad.other'],
  ])('refuses %o at its field', (wrong, field, fault) => {
    expect(planFaults({ ...PLAN, ...wrong })).toEqual({ [field]: fault });
  });

  test('begins like the session before', () => {
    const before = { ...PLAN, id: 'x', room: '三楼', crew: 4 } as unknown as Opening;
    expect(newPlan('2027-01-09', before)).toMatchObject({ day: '2027-01-09', room: '三楼', crew: 4, repeatMonths: 0 });
  });
});

describe('what fits', () => {
  const hour = { from: '14:00', to: '15:00', headsets: 4, desktops: 0, crew: 1 };
  test('counts whole turns of the time that stations are at work', () => {
    // 48 minutes at work, 10 a turn: 4 turns at each of 4 headsets
    expect(fitOf(hour, 10)).toEqual({ performers: 16, people: 16 });
  });

  test('a crew multiplies those who are trained, not those who perform; a desktop trains one', () => {
    expect(fitOf({ ...hour, crew: 4, desktops: 1 }, 10)).toEqual({ performers: 20, people: 68 });
  });

  test('hours that end before they begin hold nobody', () => {
    expect(minutesOf({ from: '15:00', to: '14:00' })).toBe(0);
    expect(fitOf({ ...hour, to: '14:00' }, 10)).toEqual({ performers: 0, people: 0 });
  });
});

test('a month shows its own sessions, soonest first', () => {
  const on = (day: string, from: string) => ({ ...PLAN, day, from }) as unknown as Opening;
  const shown = ofMonth(
    [on('2026-12-20', '14:00'), on('2026-12-05', '15:00'), on('2026-12-05', '09:00'), on('2027-01-02', '09:00')],
    '2026-12',
  );
  expect(shown.map((one) => `${one.day} ${one.from}`)).toEqual([
    '2026-12-05 09:00',
    '2026-12-05 15:00',
    '2026-12-20 14:00',
  ]);
});

test('the day of the hall changes at midnight in Shanghai', () => {
  expect(today(Date.parse('2026-11-26T15:59:00Z'))).toBe('2026-11-26');
  expect(today(Date.parse('2026-11-26T16:01:00Z'))).toBe('2026-11-27');
});
