/** A body double in a house: up and down its stairs, before its doors, and every act of an escape. */
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../src/cli/packs-node.ts';
import { createDouble } from '../../src/drill/double.ts';
import { surroundingsOf } from '../../src/drill/surroundings.ts';
import type { Drill } from '../../src/drill/types.ts';
import { groundAt } from '../../src/sim/ground.ts';
import { facing } from '../../src/sim/vec.ts';
import { open, perform, planOf } from './hand.ts';

const STAY = 'fire-escape/stair-smoky-stay';
const ABOVE = 'fire-escape/fire-above';

const facts = (drill: Drill) => drill.facts.map((one) => (one.thing ? `${one.fact} ${one.thing}` : one.fact));

test('[HD5] it comes down the stairs with its feet on them and its eyes as high as before', () => {
  const drill = open(ABOVE);
  const plan = planOf(
    'open door-flat',
    'walk to corridor-b',
    'open door-stair-b',
    'walk to landing-b',
    'walk to landing-b-2',
  );
  const { at_m, facing_deg } = drill.pack.room.start;
  const double = createDouble(plan, {
    start: { position_m: at_m, orientation_quat: facing(facing_deg) },
    standing_m: 1.6,
    seed: 1,
    numbers: {},
  });
  const s = surroundingsOf(drill);
  let feet_m = at_m[1];
  let fastest_mps = 0;
  let before_m: number | null = null;
  while (!double.done) {
    const intent = double.frame(s, 1 / 60);
    drill.advance(1 / 60, intent);
    const [x, y, z] = intent.head.position_m;
    const under = groundAt(drill.world.room, x, z, feet_m);
    expect(under, `floor at ${x}, ${z}`).not.toBeNull();
    feet_m = under!;
    expect(y - feet_m).toBeCloseTo(1.6, 2);
    if (before_m !== null) fastest_mps = Math.max(fastest_mps, Math.abs(y - before_m) * 60);
    before_m = y;
  }
  expect(feet_m).toBeCloseTo(-6, 6);
  // 1.2 m/s over a flight of 1 in 1.6: nobody falls down a stair
  expect(fastest_mps).toBeLessThan(1);
});

test('[HD5] before a shut door it stops, and says nothing was out of reach', () => {
  const drill = open(ABOVE);
  perform(drill, planOf('walk to corridor-flat'));
  const [, y, z] = drill.world.body.head.position_m;
  expect(z).toBeLessThan(3.9);
  expect(y).toBeCloseTo(1.6, 2);
  expect(facts(drill).filter((one) => one.startsWith('out-of-reach'))).toEqual([]);
});

describe('[HD6] in the flat that stays', () => {
  test('door, towel, tape, basin, torch and window', () => {
    const drill = open(STAY);
    perform(
      drill,
      planOf(
        'walk to in-flat-door',
        'feel door-flat',
        'crack door-flat',
        'close door-flat',
        'open door-bathroom',
        'take towel',
        'wet towel',
        'seal door-flat with towel',
        'take tape',
        'seal door-flat with tape',
        'let go',
        'take basin',
        'pour on door-flat',
        'let go',
        'take torch',
        'light torch',
        'open window-bedroom',
        'wave at window-bedroom for 3',
        'go low',
        'stand',
      ),
    );
    const told = facts(drill);
    for (const fact of [
      'felt door-flat',
      'cracked door-flat',
      'peeped door-flat',
      'closed door-flat',
      'wetted towel',
      'sealed door-flat',
      'watered door-flat',
      'lit-up torch',
      'opened window-bedroom',
      'signalled window-bedroom',
    ])
      expect(told).toContain(fact);
    expect(told.filter((one) => one === 'sealed door-flat')).toHaveLength(2);
    expect(told.filter((one) => one.startsWith('out-of-reach'))).toEqual([]);
  });

  test('on hands and knees its eyes are half a metre up and it crawls', () => {
    const drill = open(STAY);
    perform(drill, planOf('go low'));
    expect(drill.world.body.head.position_m[1]).toBeCloseTo(0.5, 2);
    const standing_s = perform(open(ABOVE), planOf('walk to in-flat-door'));
    const crawling_s = perform(open(ABOVE), planOf('go low', 'walk to in-flat-door'));
    expect(crawling_s).toBeGreaterThan(standing_s * 1.3);
  });

  test('out of the window is the end', () => {
    const drill = open(STAY);
    perform(drill, planOf('open window-living', 'climb out window-living'));
    expect(facts(drill)).toContain('jumped window-living');
    expect(drill.world.body.alive).toBe(false);
  });
});

test('[HD6] leaving a house leads down and out to the assembly point, the door shut behind, where people are counted', () => {
  const drill = open('fire-escape/school-corridor');
  perform(
    drill,
    planOf('open door-front', 'walk to corridor-e', 'open door-stair-e', 'walk to landing-e-3', 'leave', 'count'),
  );
  expect(drill.world.body.out).toBe(true);
  expect(facts(drill)).toEqual(
    expect.arrayContaining(['opened door-ground', 'left door-ground', 'closed door-ground', 'counted']),
  );
  const { posts } = loadPack('fire-escape/school-corridor').room;
  const [x, , z] = drill.world.body.head.position_m;
  expect(Math.hypot(x - posts.assembly![0], z - posts.assembly![2])).toBeLessThan(0.3);
});
