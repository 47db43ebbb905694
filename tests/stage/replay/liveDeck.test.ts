/** Promises of the deck that plays a run as it happens. */
import { expect, test } from 'vitest';
import { cutTape } from '../../../src/drill/live.ts';
import { hashWorld, replay } from '../../../src/drill/replay.ts';
import { openLiveDeck } from '../../../src/stage/replay/liveDeck.ts';
import { open, perform, planOf, wait } from '../../drill/hand.ts';

const drill = open('firefighting/kitchen-wok');
perform(drill, planOf({ 'wait until': { fact: 'ignited' } }, 'say fire', 'turn knob off', 'take basin'));
wait(drill, 3);
const { tape, pack } = drill;

test('[LT3] plays what it has and no more, and ends as the run it was cut from', () => {
  const deck = openLiveDeck(tape.head, pack);
  deck.seek(100);
  expect(deck.tick).toBe(0);
  expect(deck.speed).toBe(0);
  for (let from = 0; from < tape.ticks; from += 30) {
    deck.push(cutTape(tape, from, from + 30)!);
    deck.seek(deck.tick + 30);
    expect(deck.tick).toBeLessThanOrEqual(deck.ticks);
  }
  expect(deck.tick).toBe(tape.ticks);
  expect(hashWorld(deck.run.world)).toBe(replay(tape, pack).world);
});

test('[LT3] stands still from the moment a stage begins until it is released, then catches up', () => {
  const deck = openLiveDeck(tape.head, pack);
  const begun: string[] = [];
  deck.onStage((stage) => {
    begun.push(stage);
    if (stage === 'notice') deck.hold();
  });
  const first = tape.ticks - 150;
  deck.push(cutTape(tape, 0, first)!);
  while (deck.speed > 0) deck.seek(deck.tick + 10);
  expect(begun.at(-1)).toBe('notice');
  const stood = deck.tick;
  deck.push(cutTape(tape, first, tape.ticks)!);
  deck.seek(deck.tick + 100);
  expect(deck.tick).toBe(stood);
  expect(deck.lag_s).toBeGreaterThan(1.2);
  deck.release();
  expect(deck.speed).toBe(2);
  deck.seek(deck.tick + 20);
  expect(deck.tick).toBeGreaterThan(stood);
});

test('[LT3] far behind, it computes what lies between without showing it', () => {
  const deck = openLiveDeck(tape.head, pack);
  wait(drill, 30);
  deck.push(cutTape(drill.tape, 0)!);
  expect(deck.lag_s).toBeGreaterThan(20);
  deck.seek(1);
  expect(deck.tick).toBeGreaterThan(500);
});
