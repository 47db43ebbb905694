/** The duty phone from memory: what counts as it, and the three numbers beside it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decoysOf, digitsOf, fourNumbers, isDutyPhone } from '../../src/visitor/duty.ts';
import { HallSettings } from '../../src/wire/hall.ts';

/** every number a manager may write into the settings */
const numbers = fc.stringMatching(/^[0-9][0-9 -]{1,19}$/).filter((one) => digitsOf(one).length >= 2);

describe('the duty phone from memory', () => {
  test('blanks and hyphens do not matter, any other digit does', () => {
    expect(isDutyPhone('0871 6519 0119', '0871-65190119')).toBe(true);
    expect(isDutyPhone('087165190118', '0871-65190119')).toBe(false);
    expect(isDutyPhone('', '0871-65190119')).toBe(false);
  });

  test('three others are made up, never the number, never one another, of the same look', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(HallSettings.shape.dutyPhone.safeParse(number).success).toBe(true);
        const decoys = decoysOf(number);
        expect(decoys).toHaveLength(3);
        expect(new Set([...decoys, number].map(digitsOf)).size).toBe(4);
        for (const decoy of decoys) expect(decoy.replace(/\d/g, '#')).toBe(number.replace(/\d/g, '#'));
      }),
    );
  });

  test('a long number keeps its area code in all of them, so that it gives nothing away', () => {
    for (const decoy of decoysOf('0871-65190119')) expect(decoy).toMatch(/^0871-6519/);
  });

  test('the same ticket sees the same four, and the right one stands not always at one place', () => {
    const places = ['A001', 'A002', 'A003', 'A004'].map((ticket) => {
      const four = fourNumbers('0871-65190119', ticket);
      expect(four).toEqual(fourNumbers('0871-65190119', ticket));
      expect(new Set(four).size).toBe(4);
      return four.indexOf('0871-65190119');
    });
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
  });
});
