/** The body: reach, looking, doses, in and out; the people; the call; the gates. */
import { expect, test } from 'vitest';
import { actables, affordances } from '../../src/sim/affordance.ts';
import { lineOf } from '../../src/sim/call.ts';
import { find, reachable } from '../../src/sim/parts.ts';
import type { Vec3 } from '../../src/sim/world.ts';
import { baseOf, fightWith } from './acts.ts';
import { actor, burningWok, fireIn, ROOMS } from './rooms.ts';

test('[B1] what is out of reach is told and not done', () => {
  const cook = actor('kitchen-wok').stand('by-door');
  cook.run(0.1, [
    { do: 'turn', hand: 'right', thing: 'knob', to_frac: 0 },
    { do: 'grab', hand: 'right', thing: 'lid' },
  ]);
  expect(cook.facts.filter((fact) => fact.fact === 'out-of-reach').map((fact) => fact.thing)).toEqual(['knob', 'lid']);
  expect(cook.world.body.holds.right).toBeNull();
  expect(reachable(cook.world, 'right', 'wok')).toBe(false);
});

test('[B2] a look of 0.6 s is told once, a glance is not, and a gauge must be near', () => {
  const trainee = actor('shop-inspection-carton').stand('row-a');
  const gaugeOf = (bottle: string): Vec3 => {
    const at = trainee.world.things[bottle]!.pose.position_m;
    return [at[0] - 0.05, at[1] + 0.19, at[2]];
  };
  const lookAtPoint = (at: Vec3) => {
    const d = [at[0] - trainee.at[0], at[1] - 1.6, at[2] - trainee.at[2]] as Vec3;
    const size = Math.hypot(...d);
    trainee.look = d.map((v) => v / size) as Vec3;
  };
  lookAtPoint(gaugeOf('ext-1'));
  trainee.run(0.4);
  expect(trainee.has('looked', 'ext-1.gauge')).toBeUndefined();
  trainee.run(2);
  expect(trainee.facts.filter((fact) => fact.fact === 'looked' && fact.thing === 'ext-1.gauge').length).toBe(1);
  const far = actor('shop-inspection-carton').stand('counter');
  far.lookAt('ext-1').run(2);
  expect(far.has('looked', 'ext-1')).toBeDefined();
  expect(far.has('looked', 'ext-1.gauge')).toBeUndefined();
});

test('[B3] going out by the exit is told, coming back too, and a door shut from outside says so', () => {
  const cook = actor('kitchen-wok').stand('by-door');
  cook.run(0.2, [{ do: 'turn', hand: 'right', thing: 'door', to_frac: 1 }]);
  cook.stand('hall').run(0.2);
  cook.run(0.2, [{ do: 'turn', hand: 'right', thing: 'door', to_frac: 0 }]);
  expect(cook.has('left', 'door')).toBeDefined();
  expect(cook.has('closed', 'door')!.values!.fromOutside_frac).toBe(1);
  cook.stand('by-door').run(0.2);
  expect(cook.has('returned', 'door')).toBeDefined();
});

test('[B4] who stays in the smoke falls in the end; who leaves in time keeps well', () => {
  const stays = fireIn('shop-inspection-carton', 'carton', 900);
  expect(stays.has('head-in-smoke')).toBeDefined();
  expect(stays.has('collapsed')).toBeDefined();
  expect(stays.world.body.alive).toBe(false);
  const leaves = fireIn('shop-inspection-carton', 'carton', 30);
  leaves.stand('street').run(600);
  expect(leaves.has('collapsed')).toBeUndefined();
  expect(leaves.world.body.heatDose_frac).toBeLessThan(0.01);
});

test('[B5] once the fire is out, 20 s of watching the spot are told; looking away they are not', () => {
  for (const watches of [true, false]) {
    const home = fireIn('living-room-basket', 'basket', 50);
    fightWith(home, {
      bottle: 'extinguisher',
      fetchFrom: 'by-extinguishers',
      standAt: 'stance',
      target: baseOf(home, 'basket'),
      for_s: 8,
    });
    if (!watches) home.look = [1, 0, 0];
    home.run(30);
    expect(home.has('out', 'basket')).toBeDefined();
    expect(home.has('watched', 'basket') !== undefined).toBe(watches);
  }
});

test.each(ROOMS)('[P1] in %s a shout sends everyone out by the exit, round the furniture', (room) => {
  const trainee = actor(room);
  const people = Object.values(trainee.world.things).filter((thing) => thing.kind === 'person');
  trainee.run(20, [{ do: 'say', phrase: 'fire' }], () => {
    for (const person of people) {
      if (person.kind !== 'person' || person.out) continue;
      const [x, , z] = person.pose.position_m;
      for (const box of trainee.world.room.obstacles)
        expect(x > box.min_m[0] && x < box.max_m[0] && z > box.min_m[2] && z < box.max_m[2]).toBe(false);
    }
  });
  for (const person of people) {
    expect(trainee.has('warned', person.id)).toBeDefined();
    expect(trainee.has('person-out', person.id)).toBeDefined();
  }
});

test('[P1] unwarned they stay', () => {
  const trainee = fireIn('living-room-basket', 'basket', 60);
  expect(trainee.has('person-out')).toBeUndefined();
});

test('[P2] the call needs a phone at hand, knows its lines, and is complete with four cards', () => {
  const far = actor('kitchen-wok').stand('stove');
  far.run(0.1, [{ do: 'dial', number: '119' }]);
  expect(far.has('called')).toBeUndefined();
  const near = actor('kitchen-wok').stand('table');
  near.run(0.1, [{ do: 'grab', hand: 'right', thing: 'phone' }]);
  near.run(0.1, [{ do: 'dial', number: '119' }]);
  for (const card of ['where', 'what', 'who', 'what']) near.run(0.1, [{ do: 'tell', card }]);
  expect(near.has('call-complete')).toBeUndefined();
  near.run(0.1, [{ do: 'tell', card: 'callback' }]);
  near.run(0.1, [{ do: 'hang-up' }]);
  expect(near.has('called')?.with).toBe('fire');
  expect(near.has('call-complete')).toBeDefined();
  expect(near.has('hung-up')!.values!.told).toBe(4);
  expect(['119', '120', '110', '0871-1234567', '96777', '12345'].map((n) => lineOf(near.world, n))).toEqual([
    'fire',
    'ambulance',
    'police',
    'duty',
    'gas',
    'unknown',
  ]);
});

test('[P3] the gates: people until warned and called, agent by the bottle in hand, size by the fire', () => {
  const cook = burningWok();
  expect(cook.world.gatesShut).toContain('people');
  cook.run(1, [
    { do: 'say', phrase: 'fire' },
    { do: 'say', phrase: 'call-119' },
  ]);
  expect(cook.world.gatesShut).toEqual([]);
  const shop = fireIn('shop-inspection-carton', 'carton', 10);
  shop.stand('row-c').run(1, [{ do: 'grab', hand: 'right', thing: 'ext-7' }]);
  expect(shop.world.gatesShut).toContain('agent');
  const left = fireIn('shop-inspection-carton', 'carton', 260);
  expect(left.world.gatesShut).toContain('fire-size');
});

test('[P3] a gate does not flicker while a fire grows', () => {
  for (const [room, fuel] of [
    ['shop-inspection-carton', 'carton'],
    ['living-room-basket', 'basket'],
  ] as const) {
    const grows = fireIn(room, fuel, 300);
    for (const gate of ['fire-size', 'smoke'])
      expect(grows.facts.filter((fact) => fact.with === gate).length).toBeLessThanOrEqual(2);
  }
});

test('[P3] the exit gate shuts when the flame stands between body and door', () => {
  const home = fireIn('living-room-basket', 'basket', 30);
  home.at = [-1.7, 0, -2.0];
  home.run(1);
  expect(home.world.gatesShut).toContain('exit');
  home.stand('stance').run(1);
  expect(home.world.gatesShut).not.toContain('exit');
});

test.each(ROOMS)(
  '[P4] in %s every thing and part on offer can be found, and every act offered does something',
  (room) => {
    const trainee = actor(room);
    for (const each of actables(trainee.world)) {
      expect(find(trainee.world, each.id)).not.toBeNull();
      expect(each.position_m.every(Number.isFinite)).toBe(true);
      for (const act of affordances(trainee.world, each.id)) {
        if (act.do === 'dial' || act.do === 'tag' || act.do === 'squeeze') continue;
        const fresh = actor(room);
        const at = fresh.world.things[each.id.split('.')[0]!]!.pose.position_m;
        fresh.at = [at[0] * 0.85, 0, at[2] * 0.85];
        fresh.hand = () => ({
          pose: { position_m: [...at], orientation_quat: [0, 0, 0, 1] },
          squeeze_frac: 0,
          tracked: true,
        });
        const deed =
          act.do === 'turn'
            ? { do: act.do, hand: 'right' as const, thing: act.thing, to_frac: act.to_frac! }
            : { do: act.do as 'grab', hand: 'right' as const, thing: act.thing };
        const facts = fresh.run(1 / 60, [deed]).filter((fact) => fact.fact !== 'out-of-reach');
        expect([each.id, act.label, facts.length > 0]).toEqual([each.id, act.label, true]);
      }
    }
  },
);
