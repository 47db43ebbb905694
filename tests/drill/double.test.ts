/** The body double moves like a body: round furniture, at walking speed, with delay and error. */
import { describe, expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { listVariants, loadPack } from '../../src/cli/packs-node.ts';
import { createDouble } from '../../src/drill/double.ts';
import { type Spot, standable, wayTo } from '../../src/drill/path.ts';
import { playPlan } from '../../src/drill/play.ts';
import { surroundingsOf } from '../../src/drill/surroundings.ts';
import type { Plan } from '../../src/script/plan.ts';
import { distance, facing } from '../../src/sim/vec.ts';
import { walkable, wayOver } from '../../src/sim/way.ts';
import type { Box, Vec3 } from '../../src/sim/world.ts';
import { open, perform, planOf } from './hand.ts';

/** A trunk of 0.3 m across in a piece of furniture. */
function bumped(obstacles: Box[], x: number, z: number): boolean {
  return obstacles.some(
    (box) => x > box.min_m[0] - 0.15 && x < box.max_m[0] + 0.15 && z > box.min_m[2] - 0.15 && z < box.max_m[2] + 0.15,
  );
}

const HOUSES = listVariants().filter((name) => loadPack(name).room.surfaces_m);
const ROOMS = listVariants().filter((name) => !HOUSES.includes(name));

/** One variant of each house: their floors are the same. */
const ONE_EACH = HOUSES.filter((name, i, all) => {
  const house = (one: string) => loadPack(one).room.house;
  return all.findIndex((one) => house(one) === house(name)) === i;
});

describe.each(ONE_EACH)('in the house of %s', (name) => {
  const { room, things } = open(name).world;
  const posts = Object.entries(room.posts);

  test('[HD1] there is a way between all posts over the stairs, and nobody has to walk through walls or furniture', () => {
    for (const [i, [from, a]] of posts.entries())
      for (const [to, b] of [posts[(i + 1) % posts.length]!, posts[(i + 5) % posts.length]!, posts.at(-1)!]) {
        const way = wayOver(room, [], a, b);
        expect(distance(way.at(-1) ?? a, b), `${from} to ${to}`).toBeLessThan(0.35);
        let here = a;
        for (const next of way) {
          expect(walkable(room, [], here, next), `${from} to ${to} at ${here}`).toBe(true);
          here = next;
        }
      }
  });

  test('[HD1] everything within a storey that can be acted on can be walked up to', () => {
    const start = open(name).world.body.head.position_m;
    const feet: Vec3 = [start[0], start[1] - 1.6, start[2]];
    for (const thing of Object.values(things)) {
      if (!['door', 'window', 'phone', 'torch', 'cloth', 'tape', 'tap', 'water', 'lift-button'].includes(thing.kind))
        continue;
      const at = thing.pose.position_m;
      const end = wayOver(room, [], feet, at).at(-1) ?? feet;
      const { half_m } = thing;
      const gap = Math.hypot(
        Math.max(0, Math.abs(end[0] - at[0]) - half_m[0]),
        Math.max(0, Math.abs(end[2] - at[2]) - half_m[2]),
      );
      expect(gap, thing.id).toBeLessThan(0.95);
      expect(at[1] - end[1], thing.id).toBeGreaterThan(-0.5);
      expect(at[1] - end[1], thing.id).toBeLessThan(2.2);
    }
  });
});

describe.each(ROOMS)('in %s', (name) => {
  const drill = open(name);
  const s = surroundingsOf(drill);
  const door = s.where(s.room.exit.door)!;

  test('[HD1] there is a way between all posts, and nobody has to walk through furniture', () => {
    for (const [from, a] of Object.entries(s.room.posts))
      for (const [to, b] of Object.entries(s.room.posts)) {
        const way = wayTo(s, [a[0], a[2]], [b[0], b[2]]);
        const end: Spot = way.at(-1) ?? [a[0], a[2]];
        expect(Math.hypot(end[0] - b[0], end[1] - b[2]), `${from} to ${to}`).toBeLessThan(0.35);
        let here: Spot = [a[0], a[2]];
        if (way.length > 0) expect(standable(s.room, door, end[0], end[1]), `${to}`).toBe(true);
        for (const [index, next] of way.entries()) {
          for (let k = 1; k <= 20; k++) {
            const x = here[0] + ((next[0] - here[0]) * k) / 20;
            const z = here[1] + ((next[1] - here[1]) * k) / 20;
            if (index > 0 || k > 8)
              expect(bumped(s.room.obstacles, x, z), `${from} to ${to} at ${x}, ${z}`).toBe(false);
          }
          here = next;
        }
      }
  });

  test('[HD1] every thing that can be acted on can be walked up to', () => {
    for (const [id, thing] of Object.entries(s.things)) {
      if (['lookout', 'person', 'solid-fuel'].includes(thing.kind)) continue;
      const at = s.where(id)!;
      const { at_m } = drill.pack.room.start;
      const end = wayTo(s, [at_m[0], at_m[2]], [at[0], at[2]]).at(-1) ?? [at_m[0], at_m[2]];
      const gap = Math.hypot(
        Math.max(0, Math.abs(end[0] - at[0]) - thing.half_m[0]),
        Math.max(0, Math.abs(end[1] - at[2]) - thing.half_m[2]),
      );
      expect(gap, id).toBeLessThan(0.95);
    }
  });
});

test('[HD1] it walks at walking speed and leaves by the door', () => {
  const drill = open('firefighting/kitchen-wok');
  const took_s = perform(drill, planOf('leave'));
  expect(drill.world.body.out).toBe(true);
  expect(drill.facts.map((fact) => fact.fact)).toEqual(expect.arrayContaining(['opened', 'left', 'closed']));
  const far_m = Math.hypot(3.65 - 0.2, -0.45 + 1.15);
  expect(took_s).toBeGreaterThan(far_m / 1.2);
  expect(took_s).toBeLessThan(far_m / 1.2 + 4);
});

function seen(plan: Plan, seed: number) {
  const pack = loadPack('firefighting/living-room-basket');
  return playPlan({ pack, plan: { ...plan, seed }, mode: 'assess', hall: NO_HALL });
}
const basket = loadPack('firefighting/living-room-basket');
const good = basket.plans.find((plan) => plan.run === 'good-powder')!;

test('[HD2] the same plan and seed give the same facts, another seed another aim', () => {
  const wavering = { ...good, aim_error_m: 0.2 };
  expect(seen(wavering, 3).facts).toEqual(seen(wavering, 3).facts);
  const stops = (seed: number) => seen(wavering, seed).facts.find((fact) => fact.fact === 'spray-stopped')!.values;
  expect(stops(3)).not.toEqual(stops(4));
});

test('[HD3] delay and error make a worse run of the same steps', () => {
  const best = seen(good, 1);
  const slow = seen({ ...good, delay_s: 4 }, 1);
  const shaky = seen({ ...good, aim_error_m: 0.9 }, 1);
  expect(slow.attempt.score!).toBeLessThan(best.attempt.score!);
  const grabbed_s = (run: typeof best) => run.facts.find((fact) => fact.fact === 'grabbed')!.at_s;
  expect(grabbed_s(slow)).toBeGreaterThan(grabbed_s(best) + 15);
  const used = (run: typeof best) => run.facts.filter((fact) => fact.fact === 'spray-stopped').at(-1)!.values!;
  expect(used(shaky).used_kg!).toBeGreaterThan(used(best).used_kg!);
  expect(used(shaky).onTarget_frac!).toBeLessThan(used(best).onTarget_frac!);
});

test('[HD4] every verb can be performed', () => {
  const drill = open('firefighting/kitchen-wok');
  perform(
    drill,
    planOf(
      'crouch',
      'stand',
      'look at door for 1',
      'take extinguisher',
      'look at extinguisher.gauge',
      'shake 1',
      'pull the pin',
      'hold the hose',
      'walk to stance',
      'aim at wok',
      'squeeze 1.5',
      'let go of the lever',
      'aim at wok for 1',
      'sweep wok for 1',
      'put back',
      'press breaker',
      'take lid',
      'slide onto wok',
      'turn knob off',
      'take phone',
      'let go',
      'dial 119',
      'tell where',
      'hang up',
      'tag extinguisher as used',
      'open door',
      'close door',
      'say fire',
      'wait 0.5',
      { 'wait until': { fact: 'closed' } },
    ),
  );
  const facts = new Set(drill.facts.map((fact) => fact.fact));
  for (const fact of [
    'said',
    'grabbed',
    'inverted',
    'pin-pulled',
    'spray-started',
    'spray-stopped',
    'placed',
    'pressed',
    'covered',
    'turned-off',
    'released',
    'called',
    'told',
    'hung-up',
    'tagged',
    'opened',
    'closed',
  ])
    expect(facts, fact).toContain(fact);
  expect(facts).not.toContain('out-of-reach');
  const plug = open('firefighting/living-room-basket');
  perform(plug, planOf('pull plug plug', 'take bucket', 'throw at basket', 'leave'));
  const plugFacts = plug.facts.map((fact) => fact.fact);
  expect(plugFacts).toEqual(expect.arrayContaining(['unplugged', 'power-off', 'grabbed', 'left', 'closed']));
});

test('a double without steps stands still and says it is done', () => {
  const drill = open('firefighting/kitchen-wok');
  const { at_m, facing_deg } = drill.pack.room.start;
  const double = createDouble(
    { run: 'none', steps: [] },
    { start: { position_m: at_m, orientation_quat: facing(facing_deg) }, standing_m: 1.6, seed: 1, numbers: {} },
  );
  expect(double.done).toBe(true);
  const one = double.frame(surroundingsOf(drill), 1 / 60);
  const two = double.frame(surroundingsOf(drill), 1 / 60);
  expect(two.head).toEqual(one.head);
});
