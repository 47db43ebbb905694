/** Broken packs are refused so that the person who wrote them can mend them. */
import { describe, expect, test } from 'vitest';
import { listVariants, loadPack, packFiles } from '../../src/cli/packs-node.ts';
import { PackError } from '../../src/script/located.ts';
import { editDistance, nearest } from '../../src/script/nearest.ts';
import { readPack } from '../../src/script/pack.ts';
import { readStep } from '../../src/script/plan.ts';

const AT = 'firefighting/kitchen-wok';
const whole = packFiles(AT);

/** @returns refusals of a pack in which one text has been replaced; fails when the text is not there. */
function refused(file: string, from: string | RegExp, to: string): { lines: string[]; line: number } {
  const path = file.includes('/') ? file : `${AT}/${file}`;
  const text = whole[path]!;
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  expect(at, `${String(from)} in ${path}`).toBeGreaterThanOrEqual(0);
  const broken = text.replace(from, to);
  const line = text.slice(0, at).split('\n').length;
  try {
    readPack({ ...whole, [path]: broken }, 'firefighting', 'kitchen-wok');
  } catch (error) {
    expect(error).toBeInstanceOf(PackError);
    return { lines: (error as PackError).message.split('\n'), line };
  }
  return { lines: [], line };
}

describe('broken packs', () => {
  test.each(listVariants())('%s is whole', (name) => {
    expect(loadPack(name).script.marks.length).toBeGreaterThan(5);
  });

  test('[PK1] a misspelt fact is refused with file, line and the nearest fact', () => {
    const { lines, line } = refused('variant.yaml', 'fact: lever-locked', 'fact: lever-loked');
    expect(lines).toContain(
      `scenarios/${AT}/variant.yaml:${line}: unknown fact "lever-loked"; did you mean "lever-locked"?`,
    );
  });

  test.each([
    [
      'variant.yaml',
      'thing: [knob, gas-valve]',
      'thing: [knop, gas-valve]',
      'unknown thing "knop"; did you mean "knob"?',
    ],
    ['variant.yaml', 'to: gates', 'to: gatse', 'unknown stage "gatse"; did you mean "gates"?'],
    ['variant.yaml', 'rule: FF-M12', 'rule: FF-M122', 'unknown rule "FF-M122"; did you mean "FF-M12"?'],
    [
      'variant.yaml',
      'reason: m12.reason',
      'reason: m12.raeson',
      'unknown text "m12.raeson"; did you mean "m12.reason"?',
    ],
    ['variant.yaml', 'minus: 15', 'minsu: 15', 'unknown word "minsu"; did you mean "minus"?'],
    [
      'variant.yaml',
      'with: [smoke, exit, fire-size]',
      'with: [smok, exit, fire-size]',
      'unknown gate "smok"; did you mean "smoke"?',
    ],
    [
      'variant.yaml',
      'onTarget_frac: { max: 0.35 }',
      'onTarget: { max: 0.35 }',
      'unknown value "onTarget"; did you mean "onTarget_frac"?',
    ],
    ['variant.yaml', 'ignite: wok', 'ignite: wock', 'unknown fuel "wock"; did you mean "wok"?'],
    ['variant.yaml', 'ended: finished', 'ended: finnished', 'unknown ended "finnished"; did you mean "finished"?'],
    ['room.yaml', 'kind: oil-pan', 'kind: oilpan', 'unknown kind "oilpan"; did you mean "oil-pan"?'],
    ['room.yaml', 'burner: knob', 'burner: nob', 'unknown thing "nob"; did you mean "knob"?'],
    ['plans.yaml', '- take: basin', '- tkae: basin', 'unknown verb "tkae"; did you mean "take"?'],
    ['plans.yaml', '- take: basin', '- take: bassin', 'unknown thing "bassin"; did you mean "basin"?'],
    ['plans.yaml', '- walk to: stance', '- walk to: stanse', 'unknown place "stanse"; did you mean "stance"?'],
    [
      'plans.yaml',
      'ending: left-in-time',
      'ending: left-in-tme',
      'unknown ending "left-in-tme"; did you mean "left-in-time"?',
    ],
  ])('[PK2] %s: "%s" as "%s" is refused at its line', (file, from, to, sentence) => {
    const { lines, line } = refused(file, from, to);
    const said = lines.find((one) => one.endsWith(sentence));
    expect(said, lines.join('\n')).toBeDefined();
    const where = Number(/:(\d+):/.exec(said!)![1]);
    expect(Math.abs(where - line)).toBeLessThanOrEqual(1);
  });

  test('[PK3] a text that is missing in one language is refused at the line of its twin', () => {
    const { lines } = refused('text.en.yaml', /^x1\.title:.*\n/m, '');
    expect(lines.join('\n')).toMatch(/text\.zh-CN\.yaml:\d+: "x1\.title" has no text in scenarios\/.*text\.en\.yaml/);
  });

  test('[PK3] a prompt of more than 18 characters is refused', () => {
    const { lines } = refused(
      'firefighting/text.zh-CN.yaml',
      '关火！盖严锅盖',
      '关火以后一定要记得马上把大小合适的锅盖盖严实',
    );
    expect(lines.join('\n')).toMatch(/at most 18 characters, this one 22/);
  });

  test('[PK4] points that do not sum to 100 are refused', () => {
    expect(refused('variant.yaml', 'points: 40', 'points: 41').lines.join('\n')).toMatch(
      /101 together; they must be 100/,
    );
  });

  test('[PK4] a rule that stands twice is refused', () => {
    expect(refused('variant.yaml', 'rule: FF-M12', 'rule: FF-M10').lines.join('\n')).toMatch(
      /"FF-M10" stands here twice/,
    );
  });

  test('[PK5] fewer than six plans are refused', () => {
    const few = whole[`${AT}/plans.yaml`]!.split('\n  - run: ').slice(0, 4).join('\n  - run: ');
    expect(() => readPack({ ...whole, [`${AT}/plans.yaml`]: few }, 'firefighting', 'kitchen-wok')).toThrow(
      /at least 6/,
    );
  });

  test('[PK6] a missing file is named', () => {
    const { [`${AT}/room.yaml`]: _, ...rest } = whole;
    expect(() => readPack(rest, 'firefighting', 'kitchen-wok')).toThrow(/room\.yaml:1: this file is missing/);
  });

  test('[PK6] what is not YAML is refused at its line', () => {
    expect(refused('variant.yaml', 'level: 2', 'level: [2').lines[0]).toMatch(/variant\.yaml:\d+: this is not YAML/);
  });

  test('[PK1] several faults are told at once', () => {
    const path = `${AT}/variant.yaml`;
    const broken = whole[path]!.replace('to: gates', 'to: gatse').replace('points: 40', 'points: 41');
    try {
      readPack({ ...whole, [path]: broken }, 'firefighting', 'kitchen-wok');
      expect.unreachable();
    } catch (error) {
      expect((error as PackError).refusals.length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('steps', () => {
  test.each([
    ['take lid', { take: 'lid' }],
    ['turn knob off', { turn: { thing: 'knob', to: 'off' } }],
    ['turn knob to 0.5', { turn: { thing: 'knob', to: 0.5 } }],
    ['aim at basket for 6', { 'aim at': { thing: 'basket', for_s: 6 } }],
    ['sweep basket for 10 s', { sweep: { thing: 'basket', for_s: 10 } }],
    ['tag ext-2 as low-pressure', { tag: { thing: 'ext-2', as: 'low-pressure' } }],
    ['wait 20', { wait: 20 }],
    ['dial 119', { dial: '119' }],
    ['let go of the lever', 'let go of the lever'],
  ])('[PK7] "%s" means the same as its map', (said, map) => {
    expect(readStep(said)).toEqual(readStep(map));
  });

  test.each([
    ['tkae lid', /did you mean "take"/],
    [{ take: 'lid', press: 'hood' }, /one verb/],
    [{ wait: 'long' }, /"for_s" of "wait" must be a number/],
    [{ turn: 'knob' }, /needs "to"/],
    [{ say: 'fier' }, /did you mean "fire"/],
    [{ sweep: { thing: 'wok', wide_m: 1 } }, /unknown word "wide_m"; did you mean "width_m"/],
  ])('[PK2] the step %j is refused', (raw, sentence) => {
    expect(() => readStep(raw)).toThrow(sentence);
  });

  test('the nearest word forgives a slip of the finger', () => {
    expect(editDistance('teh', 'the')).toBe(1);
    expect(nearest('pin-puled', ['pulled', 'pin-pulled', 'unplugged'])).toBe('pin-pulled');
    expect(nearest('x', [])).toBeNull();
  });
});
