/** Promises of the floor's own reckoning on the tablet: the one next act, where a screening sends somebody, how waiting is told. */
import { expect, test } from 'vitest';
import {
  clock,
  minutesSince,
  needsConsent,
  nextAct,
  placeFor,
  SCREENING,
  working,
} from '../../src/desk/floor/floor.ts';
import { AGE_BANDS, STANDARD_RULES, type Station, type Turn } from '../../src/wire/floor.ts';

const station = (change: Partial<Station> = {}) => ({ state: 'busy', connected: true, ...change }) as Station;
const turn = (state: Turn['state']) => ({ state }) as Turn;
const NOTHING = Object.fromEntries(SCREENING.map((word) => [word, false])) as Record<
  (typeof SCREENING)[number],
  boolean
>;

test('a station has one next act, and nobody is called to one that is closed or not wiped', () => {
  expect(nextAct(station({ state: 'closed' }), undefined)).toBe('open');
  expect(nextAct(station({ state: 'wipe' }), undefined)).toBe('wipe');
  expect(nextAct(station({ state: 'free' }), undefined)).toBe('call');
  expect(nextAct(station(), turn('called'))).toBe('beside');
  expect(nextAct(station(), turn('ready'))).toBe('wait');
  expect(nextAct(station(), turn('running'))).toBe('running');
  expect(nextAct(station(), turn('paused'))).toBe('paused');
});

test('a station that is not heard any more is said to be gone, but not while its visitor is still on the way', () => {
  const silent = station({ connected: false });
  expect(nextAct(silent, turn('called'))).toBe('beside');
  for (const state of ['ready', 'running', 'paused'] as const) expect(nextAct(silent, turn(state))).toBe('gone');
});

test('any yes on the screening card, and any band with an age under the line, is the desktop twin', () => {
  for (const word of SCREENING)
    expect(placeFor('18-59', { ...NOTHING, [word]: true }, STANDARD_RULES), word).toBe('desktop');
  expect(AGE_BANDS.map((band) => placeFor(band, NOTHING, STANDARD_RULES))).toEqual([
    'desktop',
    'desktop',
    'headset',
    'headset',
    'headset',
    'headset',
  ]);
  // a line inside a band holds for the whole band
  expect(placeFor('10-13', NOTHING, { ...STANDARD_RULES, headsetFrom_y: 13 })).toBe('desktop');
});

test('a guardian is asked for whoever may be under the age the law names', () => {
  expect(AGE_BANDS.filter((band) => needsConsent(band, STANDARD_RULES))).toEqual(['under-7', '7-9', '10-13']);
  expect(needsConsent('14-17', { ...STANDARD_RULES, consentUnder_y: 18 })).toBe(true);
});

test('a waiting time says what it was computed from, and none is made up where no station is open', () => {
  const estimate = { place: 'headset', waiting: 3, stations: 2, cycle_min: 8, measured: 11, wait_min: 12 } as const;
  expect(working(estimate)).toEqual({ key: 'measured', fill: { waiting: 3, stations: 2, minutes: 8, turns: 11 } });
  expect(working({ ...estimate, measured: 0 }).key).toBe('planned');
  expect(working({ ...estimate, stations: 0, wait_min: null })).toEqual({ key: 'none', fill: { waiting: 3 } });
});

test('times never run below nothing, whatever a clock says', () => {
  expect([0, 59.9, 60, 65, 3_600, -5].map(clock)).toEqual(['0:00', '0:59', '1:00', '1:05', '60:00', '0:00']);
  expect(minutesSince(120_000, 60_000)).toBe(0);
  expect(minutesSince(0, 119_999)).toBe(1);
});
