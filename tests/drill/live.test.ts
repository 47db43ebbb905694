/** Promises of a tape that is still being made: cut and joined anyhow it is the same tape, and damage is noticed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutTape, joinTape } from '../../src/drill/live.ts';
import { intents, newTape, type Tape } from '../../src/drill/tape.ts';
import type { TapePiece } from '../../src/wire/tape.ts';
import { open, perform, planOf, wait } from './hand.ts';

const drill = open('firefighting/kitchen-wok');
perform(drill, planOf({ 'wait until': { fact: 'ignited' } }, 'say fire', 'turn knob off', 'take basin'));
wait(drill, 2);
const { tape } = drill;

function same(a: Tape, b: Tape): void {
  expect(a.ticks).toBe(b.ticks);
  expect([...intents(a)]).toEqual([...intents(b)]);
}

test('[LT1] pieces cut anywhere, come twice and out of order, join to the tape they were cut from', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(tape.ticks), { maxLength: 12 }),
      fc.array(fc.nat(40), { maxLength: 40 }),
      (cuts, order) => {
        const ends = [...new Set([0, ...cuts, tape.ticks])].sort((a, b) => a - b);
        const pieces: TapePiece[] = [];
        // each piece begins a little before the last one ended, as a sender does who has not heard what arrived
        for (let i = 1; i < ends.length; i++) pieces.push(cutTape(tape, Math.max(0, ends[i - 1]! - 7), ends[i]!)!);
        const joined = newTape(structuredClone(tape.head));
        for (const at of order) joinTape(joined, pieces[at % pieces.length]!);
        for (const piece of pieces) joinTape(joined, JSON.parse(JSON.stringify(piece)) as TapePiece);
        same(joined, tape);
      },
    ),
    { numRuns: 25 },
  );
});

test('[LT2] a piece that leaves a gap is not taken, a changed one is refused', () => {
  const joined = newTape(structuredClone(tape.head));
  expect(joinTape(joined, cutTape(tape, 10, 20)!)).toBe(0);
  expect(joinTape(joined, cutTape(tape, 0, 20)!)).toBe(20);
  const piece = cutTape(tape, 20, 60)!;
  const bytes = atob(piece.numbers);
  const changed = btoa(`${bytes.slice(0, 5)}${String.fromCharCode(bytes.charCodeAt(5) ^ 1)}${bytes.slice(6)}`);
  expect(() => joinTape(joined, { ...piece, numbers: changed })).toThrow(/damaged on its way/);
  expect(joined.ticks).toBe(20);
  expect(cutTape(tape, tape.ticks)).toBeNull();
});
