/** What is dialled, at the door of the sim. */
import { describe, expect, test } from 'vitest';
import { cleanDeed, digitsOf } from '../../src/drill/door.ts';

const kept = new Set(['119', '0871-65190119'].map(digitsOf));

describe('a dialled number', () => {
  test.each(['087165190119', '0871-65190119', '0871 6519 0119'])('%s is the number the hall has set', (number) => {
    expect(cleanDeed({ do: 'dial', number }, kept)).toEqual({ do: 'dial', number: '087165190119' });
  });

  test('that is nobody’s business is not kept', () => {
    expect(cleanDeed({ do: 'dial', number: '13800138000' }, kept)).toEqual({ do: 'dial', number: 'other' });
  });
});
