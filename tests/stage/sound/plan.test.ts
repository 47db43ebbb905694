/** What is heard follows the world: what burns crackles, what sprays hisses, and never more voices than the budget. */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reseed } from '../../../assets/sound/dsp.ts';
import { EFFECTS, makeEffect } from '../../../assets/sound/effects.ts';
import { FACTS } from '../../../src/sim/facts.ts';
import { dulledBy, throughDoors } from '../../../src/stage/sound/hearing.ts';
import { fireGain, LOOPS, loopsOf, shotOf, sirenGain, VOICES } from '../../../src/stage/sound/plan.ts';
import { spokenFile } from '../../../src/stage/sound/speech.ts';
import { STOREYS, storey } from '../hazards/storey.ts';
import { bottle, carton, heater, poseAt, roomOf, SCENES, wok } from '../hazards/worlds.ts';

const ROOT = join(import.meta.dirname, '../../..');
const file = (name: string) => join(ROOT, 'public/sounds', name);
const sounds = (world: Parameters<typeof loopsOf>[0]) => loopsOf(world).map((wish) => wish.sound);

describe('loops', () => {
  test('a bigger fire is louder, no fire is silent', () => {
    expect(fireGain(0)).toBe(0);
    for (const [small, big] of [
      [1, 5],
      [5, 30],
      [30, 120],
    ] as const)
      expect(fireGain(big)).toBeGreaterThan(fireGain(small));
    expect(fireGain(5000)).toBeLessThanOrEqual(1);
  });
  test('each agent has its own voice, only while it flows', () => {
    const at: [[number, number, number], [number, number, number]] = [
      [0, 1, 0],
      [0, 1, -2],
    ];
    expect(sounds(roomOf([bottle('abc-powder', ...at)]))).toContain('powder-loop');
    expect(sounds(roomOf([bottle('co2', ...at)]))).toContain('co2-loop');
    expect(sounds(roomOf([bottle('water-based', ...at)]))).toContain('water-loop');
    expect(sounds(roomOf([bottle('abc-powder', ...at, 0)]))).not.toContain('powder-loop');
  });
  test('hot oil sizzles before it burns', () => {
    const hot = wok({ burning: false, heatRelease_kW: 0, oil_K: 560 });
    expect(sounds(roomOf([hot]))).toContain('sizzle-loop');
    expect(sounds(roomOf([wok({ burning: false, heatRelease_kW: 0, oil_K: 320 })]))).not.toContain('sizzle-loop');
  });
  test('a heart is heard only when the body suffers', () => {
    const world = SCENES.wok!();
    expect(sounds(world)).not.toContain('heartbeat-loop');
    world.body.smokeDose_frac = 0.6;
    expect(sounds(world)).toContain('heartbeat-loop');
  });
  test('never more than the budget, the loudest kept', () => {
    const many = Array.from({ length: 20 }, (_, k) => ({ ...carton(20, 20 + k, 0.5), id: `carton-${k}` }));
    const wishes = loopsOf(roomOf([...many, heater()]));
    expect(wishes).toHaveLength(LOOPS);
    expect(LOOPS).toBeLessThan(VOICES);
    for (let k = 1; k < wishes.length; k++) expect(wishes[k]!.gain).toBeLessThanOrEqual(wishes[k - 1]!.gain);
  });
});

/** An alarm of the corridor that has acted. */
function alarmed(over: Parameters<typeof storey>[0]) {
  const world = storey(over);
  world.things.alarm = {
    id: 'alarm',
    kind: 'smoke-alarm',
    pose: poseAt(0.2, 2.4, 4.8),
    home: poseAt(0.2, 2.4, 4.8),
    half_m: [0.06, 0.03, 0.06],
    heldBy: null,
    link_K: 293,
    actedAt_s: 3,
  };
  return loopsOf(world).find((wish) => wish.sound === 'beeper-loop');
}

describe('through doors', () => {
  test('an alarm behind a shut door is faint and dull, through a crack less so, in the open clear', () => {
    const [shut, crack, open] = [0, 0.15, 1].map((open_frac) => alarmed({ open_frac })!);
    expect(shut!.gain).toBeLessThan(crack!.gain * 0.8);
    expect(crack!.gain).toBeLessThan(open!.gain * 0.8);
    expect(shut!.low_Hz).toBeLessThan(1000);
    expect(open!.low_Hz).toBeGreaterThan(10_000);
  });
  test('an alarm that has not acted is silent', () => {
    const world = storey({ open_frac: 1 });
    expect(loopsOf(world).some((wish) => wish.sound === 'beeper-loop')).toBe(false);
  });
  test('two shut doors hold back more than one', () => {
    const world = storey();
    expect(dulledBy(world, [-6, 1, 8])).toBeGreaterThan(dulledBy(world, [0, 1, 4.8]));
    expect(dulledBy(world, world.body.head.position_m)).toBe(0);
    expect(throughDoors(0).gain).toBe(1);
  });
});

describe('the body and others', () => {
  test('breath is heard in smoke and not in clean air', () => {
    expect(sounds(STOREYS.clear!())).not.toContain('breath-loop');
    expect(sounds(STOREYS['deep-standing']!())).toContain('breath-loop');
    // the head below the layer breathes what is below it
    expect(sounds(STOREYS['deep-crouching']!())).not.toContain('breath-loop');
  });
  test('one who has fallen is silent', () => {
    const world = STOREYS['deep-standing']!();
    world.body.alive = false;
    expect(sounds(world)).not.toContain('breath-loop');
  });
  test('many who stand murmur, many who hurry are heard to, two are not a crowd', () => {
    const crowd = (count: number, speed_mps: number) => {
      const world = storey();
      for (let k = 0; k < count; k++)
        world.things[`guest-${k}`] = {
          id: `guest-${k}`,
          kind: 'person',
          pose: poseAt(0, 0, -k * 0.3),
          home: poseAt(0, 0, 0),
          half_m: [0.2, 0.6, 0.2],
          heldBy: null,
          warned: false,
          out: false,
          doing: 'idle',
          look: null,
          role: 'guest',
          temper: 'follows',
          velocity_mps: [speed_mps, 0, 0],
          dose_frac: 0,
        };
      return sounds(world);
    };
    expect(crowd(8, 0)).toContain('murmur-loop');
    expect(crowd(8, 1.3)).toContain('hurry-loop');
    expect(crowd(2, 1.3)).not.toContain('hurry-loop');
  });
  test('the engine comes after the call, not before, and nearer', () => {
    expect(sirenGain(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(sirenGain(5)).toBe(0);
    expect(sirenGain(60)).toBeGreaterThan(sirenGain(30));
    expect(sirenGain(1000)).toBeLessThanOrEqual(0.5);
  });
});

describe('single sounds', () => {
  const fact = (kind: string, change = {}) => ({ at_s: 1, fact: kind, thing: 'wok', ...change });
  const world = roomOf([wok()]);
  test('what the hands do is heard where it is done', () => {
    for (const kind of [
      'grabbed',
      'pin-pulled',
      'lever-locked',
      'turned-off',
      'pressed',
      'unplugged',
      'opened',
      'closed',
      'covered',
    ]) {
      expect(FACTS).toHaveProperty(kind);
      expect(shotOf(fact(kind), world)?.thing, kind).toBe('wok');
    }
  });
  test('steel, glass and tape sound like themselves', () => {
    const flat = storey();
    const shot = (kind: string, change = {}) =>
      shotOf({ at_s: 1, fact: kind, thing: 'door-flat', ...change }, flat)?.sound;
    expect(shot('closed')).toBe('door-steel');
    expect(shot('cracked')).toBe('door-crack');
    expect(shot('felt', { with: 'hot' })).toBe('pat');
    expect(shot('sealed', { with: 'towel' })).toBe('cloth');
    flat.things.tape = { ...flat.things['door-flat']!, id: 'tape', kind: 'tape', left_m: 5 } as never;
    expect(shot('sealed', { with: 'tape' })).toBe('tape-rip');
  });
  test('what only was looked at makes no sound', () => {
    expect(shotOf(fact('looked'), world)).toBeNull();
    expect(shotOf(fact('gate-shut'), world)).toBeNull();
  });
  test('every fact that sounds has a file that is shipped, in both forms', () => {
    for (const kind of Object.keys(FACTS)) {
      const shot = shotOf(fact(kind), world);
      if (!shot) continue;
      for (const end of ['ogg', 'm4a'])
        expect(existsSync(file(`${shot.sound}.${end}`)), `${kind}: ${shot.sound}.${end}`).toBe(true);
    }
  });
});

describe('the files', () => {
  test('every recipe is shipped, and nothing without a recipe', () => {
    const shipped = globSync('*.ogg', { cwd: file('') }).map((name) => name.replace('.ogg', ''));
    expect(shipped.sort()).toEqual(Object.keys(EFFECTS).sort());
  });
  test('all sounds together stay small', () => {
    const bytes = globSync('**/*.ogg', { cwd: file('') }).reduce((sum, name) => sum + statSync(file(name)).size, 0);
    expect(bytes).toBeLessThan(4_500_000);
  });
  test.each(['pin', 'powder-loop', 'digit-1', 'fireball'])(
    '%s is made the same every time, neither silent nor clipped',
    (name) => {
      reseed(name);
      const once = makeEffect(name);
      reseed(name);
      expect(makeEffect(name)).toEqual(once);
      const peak = once.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
      expect(peak).toBeGreaterThan(0.2);
      expect(peak).toBeLessThanOrEqual(1);
    },
  );
  test('a loop has no jump at its seam', () => {
    reseed('co2-loop');
    const loop = makeEffect('co2-loop');
    let largest = 0;
    for (let k = 1; k < loop.length; k++) largest = Math.max(largest, Math.abs(loop[k]! - loop[k - 1]!));
    expect(Math.abs(loop[0]! - loop.at(-1)!)).toBeLessThanOrEqual(largest);
  });
  test('every spoken line is there in both languages', () => {
    const spoken = JSON.parse(readFileSync(join(ROOT, 'src/stage/sound/spoken.json'), 'utf8')) as Record<
      string,
      string[]
    >;
    expect(spoken.en).toEqual(spoken['zh-CN']);
    for (const [locale, names] of Object.entries(spoken))
      for (const name of names)
        expect(existsSync(file(`${spokenFile(locale, name)}.ogg`)), `${locale} ${name}`).toBe(true);
    expect(spokenFile('zh-CN', 'firefighting.say.nothing-such', 'firefighting.say.operator')).toBe(
      'speech/zh-CN/firefighting.say.operator',
    );
    expect(spokenFile('zh-CN', 'nobody')).toBeNull();
  });
});
