/** The small vocabulary of conditions, word by word, on facts made by hand. */
import { describe, expect, test } from 'vitest';
import { type Known, match } from '../../src/script/condition.ts';
import { ConditionShape } from '../../src/script/schema.ts';
import type { Fact } from '../../src/sim/world.ts';

function known(
  now_s: number,
  ...facts: [at_s: number, fact: string, thing?: string, label?: string, values?: Record<string, number>][]
): Known {
  const told = facts.map(([at_s, fact, thing, label, values]) => ({
    fact: { at_s, fact, ...(thing && { thing }), ...(label && { with: label }), ...(values && { values }) } as Fact,
    stage: at_s < 10 ? 'early' : 'late',
  }));
  return { facts: told, now_s, pace_frac: 1 };
}

const story = known(
  30,
  [1, 'ignited', 'wok'],
  [3, 'said', undefined, 'fire'],
  [8, 'covered', 'wok', 'lid'],
  [9, 'out', 'wok', 'lid', { peak_kW: 20 }],
  [12, 'reignited', 'wok', 'hot-oil'],
  [15, 'out', 'wok', 'lid', { peak_kW: 40 }],
  [20, 'tagged', 'ext-1', 'good'],
  [21, 'tagged', 'ext-1', 'good'],
  [22, 'tagged', 'ext-2', 'good'],
);
const at = (condition: unknown, facts: Known = story) => match(ConditionShape.parse(condition), facts)?.at_s ?? null;

describe('[JU7] conditions', () => {
  test.each([
    ['a fact, its first time', { fact: 'out' }, 9],
    ['its last time', { fact: 'out', last: true }, 15],
    ['of a thing, one of several', { fact: 'ignited', thing: ['pan', 'wok'] }, 1],
    ['of another thing', { fact: 'ignited', thing: 'pan' }, null],
    ['with a word', { fact: 'said', with: ['call-119', 'fire'] }, 3],
    ['with a value in limits', { fact: 'out', values: { peak_kW: { min: 30, max: 50 } } }, 15],
    ['with a value out of limits', { fact: 'out', values: { peak_kW: { min: 50 } } }, null],
    ['with a value it does not carry', { fact: 'said', values: { peak_kW: { min: 0 } } }, null],
    ['in a stage', { fact: 'out', in_stage: 'late' }, 15],
    ['taken back by another, for that thing', { fact: 'out', uncleared_by: 'reignited' }, 15],
    ['so many different things', { fact: 'tagged', count: 2 }, 22],
    ['not so many', { fact: 'tagged', count: 3 }, null],
    ['all of several, when the last came', { all: [{ fact: 'covered' }, { fact: 'said' }] }, 8],
    ['all of several, one missing', { all: [{ fact: 'covered' }, { fact: 'left' }] }, null],
    ['any of several, when the first came', { any: [{ fact: 'covered' }, { fact: 'said' }] }, 3],
    ['not, now', { not: { fact: 'left' } }, 30],
    ['not, of what happened', { not: { fact: 'out' } }, null],
    ['after another', { fact: 'out', after: { fact: 'reignited' } }, 15],
    ['after what never was', { fact: 'out', after: { fact: 'left' } }, null],
    ['before another', { fact: 'said', before: { fact: 'covered' } }, 3],
    ['before, but too late', { fact: 'covered', before: { fact: 'said' } }, null],
    ['before what never was', { fact: 'covered', before: { fact: 'left' } }, 8],
    ['within seconds of the start', { fact: 'covered', within_s: 8 }, 8],
    ['not within seconds of the start', { fact: 'covered', within_s: 7 }, null],
    ['within seconds of another', { fact: 'covered', within_s: 5, since: { fact: 'said' } }, 8],
    ['a wait since the start', { waited: { since: 'start', for_s: 25 } }, 25],
    ['a wait not over', { waited: { since: 'start', for_s: 31 } }, null],
    ['a wait since another', { waited: { since: { fact: 'covered' }, for_s: 4 } }, 12],
    ['a wait without rescue', { waited: { since: { fact: 'ignited' }, for_s: 5, without: { fact: 'left' } } }, 6],
    [
      'a wait rescued in time',
      { waited: { since: { fact: 'ignited' }, for_s: 8, without: { fact: 'covered' } } },
      null,
    ],
    ['a wait rescued too late', { waited: { since: { fact: 'ignited' }, for_s: 4, without: { fact: 'covered' } } }, 5],
  ])('%s', (_, condition, when_s) => {
    expect(at(condition)).toBe(when_s);
  });

  test('a state that is taken back and comes again counts from its return', () => {
    const gates = known(
      40,
      [5, 'gate-shut', undefined, 'smoke'],
      [8, 'gate-cleared', undefined, 'smoke'],
      [30, 'gate-shut', undefined, 'smoke'],
    );
    const shut = { fact: 'gate-shut', with: 'smoke', uncleared_by: 'gate-cleared' };
    expect(at(shut, gates)).toBe(30);
    expect(at({ waited: { since: shut, for_s: 12 } }, gates)).toBeNull();
    expect(at({ waited: { since: shut, for_s: 10 } }, gates)).toBe(40);
  });

  test.each([
    [{ fact: 'out', not: { fact: 'left' } }],
    [{}],
    [{ all: [] }],
    [{ all: [{ fact: 'out' }], thing: 'wok' }],
    [{ fact: 'out', since: { fact: 'left' } }],
    [{ fact: 'owt' }],
  ])('%j is no condition', (condition) => {
    expect(ConditionShape.safeParse(condition).success).toBe(false);
  });
});
