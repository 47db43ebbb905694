/** The world as plain data: the same seed and intents give the same world, and things let go come to rest. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { FACTS } from '../../src/sim/facts.ts';
import { createWorld } from '../../src/sim/setup.ts';
import { step } from '../../src/sim/step.ts';
import type { World } from '../../src/sim/world.ts';
import { baseOf, fightWith } from './acts.ts';
import { type Actor, actor, fireIn, ROOMS, setupOf } from './rooms.ts';

const hash = (world: World) => createHash('sha256').update(JSON.stringify(world)).digest('hex');

function busy(a: Actor): void {
  a.run(0.2, [{ do: 'say', phrase: 'fire' }]);
  fightWith(a, { bottle: 'ext-1', fetchFrom: 'row-a', standAt: 'stance', target: baseOf(a, 'carton'), for_s: 11 });
  a.run(30, [{ do: 'release', hand: 'right' }]);
}

test('[R1] a clone of the world with the same intents ends as the same world, bit for bit', () => {
  const one = fireIn('shop-inspection-carton', 'carton', 40);
  const two = actor('shop-inspection-carton');
  two.world = structuredClone(one.world);
  two.at = [...one.at];
  busy(one);
  busy(two);
  expect(one.world.rng).not.toBe(actor('shop-inspection-carton').world.rng); // chance had its part
  expect(hash(two.world)).toBe(hash(one.world));
  expect(hash(JSON.parse(JSON.stringify(one.world)))).toBe(hash(one.world));
});

test('[R1] another seed is another run where chance has a part', () => {
  const runs = [1, 2].map((seed) => {
    const a = actor('shop-inspection-carton', seed, (setup) => {
      setup.lit = { carton: { at_s: 0 } };
    });
    a.run(45);
    fightWith(a, { bottle: 'ext-7', fetchFrom: 'row-c', standAt: 'close', target: baseOf(a, 'carton'), for_s: 10 });
    a.run(100);
    return a.has('reignited', 'carton')!.at_s;
  });
  expect(runs[0]).not.toBe(runs[1]);
});

test('[R2] a thing let go falls and comes to rest on the floor or on what stands there', () => {
  const shop = actor('shop-inspection-carton').stand('row-a');
  shop.run(0.2, [{ do: 'grab', hand: 'right', thing: 'ext-1' }]);
  shop.stand('stance').run(0.2);
  shop.run(3, [{ do: 'release', hand: 'right' }]);
  const bottle = shop.world.things['ext-1']!;
  expect(Math.abs(bottle.pose.position_m[1] - bottle.half_m[1])).toBeLessThan(0.02);
  expect(shop.world.working.movers).toEqual({});
  const kitchen = actor('kitchen-wok').stand('stove');
  kitchen.run(0.2, [{ do: 'grab', hand: 'right', thing: 'lid' }]);
  kitchen.at = [0.3, 0, -1.95];
  kitchen.run(0.2);
  kitchen.run(3, [{ do: 'release', hand: 'right' }]);
  const lid = kitchen.world.things.lid!;
  expect(Math.abs(lid.pose.position_m[1] - 0.9 - lid.half_m[1])).toBeLessThan(0.02);
});

test('[R3] put back on its own place it hangs there again', () => {
  const shop = actor('shop-inspection-carton').stand('row-a');
  shop.run(0.2, [{ do: 'grab', hand: 'right', thing: 'ext-1' }]);
  shop.at = [3.0, 0, -2.3];
  shop.hand = (offset) => ({
    pose: { position_m: [3.2 + offset, 0.6, -2.3], orientation_quat: [0, 0, 0, 1] },
    squeeze_frac: 0,
    tracked: true,
  });
  shop.run(2, [{ do: 'place', hand: 'right', thing: 'ext-1' }]);
  expect(shop.world.things['ext-1']!.pose).toEqual(shop.world.things['ext-1']!.home);
});

test('[R4] a setup is not kept by reference, and a thing named twice is refused with its name', () => {
  const setup = setupOf('kitchen-wok');
  const before = JSON.stringify(setup);
  const world = createWorld(setup, 1);
  const a = actor('kitchen-wok');
  a.world = world;
  a.run(5);
  expect(JSON.stringify(setup)).toBe(before);
  setup.things.push(setup.things[0]!);
  expect(() => createWorld(setup, 1)).toThrow(/"wok" is the id of two things/);
});

test('[R5] says only words of its own table, with the values listed there', () => {
  for (const room of ROOMS) {
    const a = actor(room);
    a.run(200, [{ do: 'say', phrase: 'fire' }]);
    for (const fact of a.facts) {
      const word = FACTS[fact.fact as keyof typeof FACTS] as { thing: boolean; values?: readonly string[] };
      expect(word).toBeDefined();
      expect(fact.thing !== undefined).toBe(word.thing);
      for (const name of Object.keys(fact.values ?? {})) expect(word.values ?? []).toContain(name);
    }
  }
});

test('[R6] unknown names, empty hands and a lost hand are no error', () => {
  const a = actor('kitchen-wok');
  const deeds = [
    { do: 'grab', hand: 'left', thing: 'nothing' },
    { do: 'grab', hand: 'left', thing: 'wok.gauge' },
    { do: 'release', hand: 'left' },
    { do: 'place', hand: 'left', thing: 'wok' },
    { do: 'pull', hand: 'left', thing: 'extinguisher.tail' },
    { do: 'tell', card: 'weather' },
    { do: 'hang-up' },
    { do: 'tag', thing: 'wok', label: 'good' },
  ] as const;
  const intent = a.intent([...deeds]);
  intent.left.tracked = false;
  expect(step(a.world, intent)).toEqual([]);
});
