/** Portable extinguishers: order of acts, lag, finite charge, faults, and the measures told about a burst. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usable_kg } from '../../src/sim/extinguisher.ts';
import { DEFECTS } from '../../src/sim/facts.ts';
import { CATALOGUE, RESIDUE_frac } from '../../src/sim/materials.ts';
import type { Extinguisher } from '../../src/sim/things.ts';
import type { Vec3 } from '../../src/sim/world.ts';
import { baseOf, fightWith, sweep } from './acts.ts';
import { type Actor, actor, fireIn } from './rooms.ts';

const bottleOf = (a: Actor, id: string) => a.world.things[id] as Extinguisher;

function take(bottle: string, post: string): Actor {
  const trainee = actor('shop-inspection-carton').stand(post);
  trainee.run(0.2, [{ do: 'grab', hand: 'right', thing: bottle }]);
  return trainee;
}

test('[X1] the lever is locked until the pin is out', () => {
  const trainee = take('ext-1', 'row-a');
  trainee.squeeze = 1;
  trainee.run(3);
  expect(trainee.has('lever-locked', 'ext-1')).toBeDefined();
  expect(bottleOf(trainee, 'ext-1').agentLeft_kg).toBe(4);
  trainee.run(3, [{ do: 'pull', hand: 'left', thing: 'ext-1.pin' }]);
  expect(trainee.has('pin-pulled', 'ext-1')).toBeDefined();
  expect(bottleOf(trainee, 'ext-1').agentLeft_kg).toBeLessThan(4);
});

test('[X2] agent comes after a lag of at most 5 s, and not at once', () => {
  const trainee = take('ext-1', 'row-a');
  trainee.run(0.2, [{ do: 'pull', hand: 'left', thing: 'ext-1.pin' }]);
  const from_s = trainee.world.tick / 60;
  trainee.squeeze = 1;
  trainee.run(5);
  const lag_s = trainee.has('spray-started', 'ext-1')!.at_s - from_s;
  expect(lag_s).toBeGreaterThan(0.3);
  expect(lag_s).toBeLessThan(5);
});

test('[X3] never gives more than it holds, and keeps at most a tenth', () => {
  for (const row of CATALOGUE) {
    const trainee = actor('shop-inspection-carton', 1, (setup) => {
      const it = setup.things.find((thing) => thing.id === 'ext-1') as Extinguisher;
      Object.assign(it, { ...row, agentLeft_kg: row.charge_kg });
    }).stand('row-a');
    trainee.run(0.2, [{ do: 'grab', hand: 'right', thing: 'ext-1' }]);
    trainee.run(0.2, [{ do: 'pull', hand: 'left', thing: 'ext-1.pin' }]);
    trainee.squeeze = 1;
    trainee.run(row.discharge_s + 6);
    const it = bottleOf(trainee, 'ext-1');
    expect(it.agentLeft_kg).toBeGreaterThanOrEqual(0);
    expect(it.agentLeft_kg).toBeLessThanOrEqual(0.1 * row.charge_kg);
    expect(trainee.has('empty', 'ext-1')).toBeDefined();
    const stopped = trainee.has('spray-stopped', 'ext-1')!.values!;
    expect(Math.abs(stopped.spray_s! - row.discharge_s)).toBeLessThan(0.1);
  }
});

test('[X3] whatever the lever does, charge = left + used', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 90 })), {
        maxLength: 12,
      }),
      (pulls) => {
        const trainee = take('ext-1', 'row-a');
        trainee.run(0.1, [{ do: 'pull', hand: 'left', thing: 'ext-1.pin' }]);
        for (const [squeeze, ticks] of pulls) {
          trainee.squeeze = squeeze;
          trainee.run(ticks / 60);
        }
        const it = bottleOf(trainee, 'ext-1');
        expect(it.agentLeft_kg + trainee.world.tally.used_kg).toBeCloseTo(4, 9);
        expect(usable_kg(it)).toBeGreaterThanOrEqual(0);
      },
    ),
    { numRuns: 25 },
  );
});

test('[X4] a low, an expired or a leaking bottle gives a fizz or a dribble; a sound one its charge', () => {
  const thrown: Record<string, number> = {};
  for (const [bottle, post] of [
    ['ext-1', 'row-a'],
    ['ext-2', 'row-a'],
    ['ext-5', 'row-b'],
  ] as const) {
    const trainee = take(bottle, post);
    trainee.run(0.1, [{ do: 'pull', hand: 'left', thing: `${bottle}.pin` }]);
    trainee.squeeze = 1;
    trainee.run(30);
    thrown[bottle] = trainee.world.tally.used_kg;
    expect([bottle, trainee.has('fizzled', bottle) !== undefined]).toEqual([bottle, bottle !== 'ext-1']);
  }
  expect(thrown['ext-1']).toBeCloseTo(4 * (1 - RESIDUE_frac), 3);
  expect(thrown['ext-2']).toBeLessThan(0.4);
  expect(thrown['ext-5']).toBeLessThan(0.4);
});

test('[X4] a cracked hose, with all its charge, does not put the cartons out', () => {
  const shop = fireIn('shop-inspection-carton', 'carton', 80);
  fightWith(shop, {
    bottle: 'ext-4',
    fetchFrom: 'row-b',
    standAt: 'stance',
    target: baseOf(shop, 'carton'),
    for_s: 30,
    sweep_m: 0.35,
  });
  expect(shop.has('spray-started', 'ext-4')).toBeDefined();
  expect(shop.has('out', 'carton')).toBeUndefined();
});

test('[X5] upside down it says so and throws almost nothing', () => {
  const trainee = take('ext-1', 'row-a');
  trainee.run(0.1, [{ do: 'pull', hand: 'left', thing: 'ext-1.pin' }]);
  trainee.squeeze = 1;
  const intent = trainee.intent.bind(trainee);
  trainee.intent = (deeds) => {
    const turned = intent(deeds);
    turned.right.pose.orientation_quat = [0, 0, 1, 0];
    return turned;
  };
  trainee.run(13);
  expect(trainee.has('inverted', 'ext-1')).toBeDefined();
  expect(trainee.world.tally.used_kg).toBeLessThan(0.4);
});

test('[X6] the first burst tells distance, whether the exit is behind, and the time since the fire began', () => {
  const shop = fireIn('shop-inspection-carton', 'carton', 20);
  fightWith(shop, { bottle: 'ext-1', fetchFrom: 'row-a', standAt: 'stance', target: baseOf(shop, 'carton'), for_s: 4 });
  const begun = shop.has('spray-started', 'ext-1')!;
  expect(begun.with).toBe('abc-powder');
  expect(begun.values!.distance_m).toBeCloseTo(Math.hypot(0.6 + 2.4, -0.75 + 2.3), 2);
  expect(begun.values!.exitBehind_frac).toBeGreaterThan(0.7);
  expect(begun.values!.sinceStart_s).toBeCloseTo(begun.at_s, 1);
});

test('[X7] aim and sweep are measured at the base: a true sweep counts, a jet beside does not', () => {
  const good = fireIn('shop-inspection-carton', 'carton', 80);
  fightWith(good, {
    bottle: 'ext-1',
    fetchFrom: 'row-a',
    standAt: 'stance',
    target: baseOf(good, 'carton'),
    for_s: 5,
    sweep_m: 0.2,
  });
  good.run(0.2);
  const well = good.has('spray-stopped', 'ext-1')!.values!;
  expect(well.onTarget_frac).toBeGreaterThan(0.9);
  expect(well.sweep_m).toBeGreaterThan(0.3);
  expect(well.sweep_m).toBeLessThan(0.45);
  const beside = fireIn('shop-inspection-carton', 'carton', 80);
  const [x, y, z] = baseOf(beside, 'carton');
  fightWith(beside, {
    bottle: 'ext-1',
    fetchFrom: 'row-a',
    standAt: 'stance',
    target: [x + 0.6, y, z - 1.2] as Vec3,
    for_s: 5,
  });
  beside.run(0.2);
  expect(beside.has('spray-stopped', 'ext-1')!.values!.onTarget_frac).toBeLessThan(0.1);
});

test('[X8] with the wind in the face the jet turns round', () => {
  const shop = fireIn('shop-inspection-carton', 'carton', 20);
  shop.world.room.draught_mps = [3, 0, 1.5];
  fightWith(shop, { bottle: 'ext-1', fetchFrom: 'row-a', standAt: 'stance', target: baseOf(shop, 'carton'), for_s: 4 });
  expect(shop.has('blown-back', 'ext-1')).toBeDefined();
  expect(shop.has('spray-started')!.values!.upwind_frac).toBeLessThan(0.3);
});

test('[X9] the hose hand aims once it holds the hose', () => {
  const trainee = take('ext-1', 'row-a');
  trainee.run(0.1, [{ do: 'grab', hand: 'left', thing: 'ext-1.hose' }]);
  expect(bottleOf(trainee, 'ext-1').hoseHeldBy).toBe('left');
  expect(trainee.has('grabbed', 'ext-1.hose')).toBeDefined();
  const nozzle = bottleOf(trainee, 'ext-1').nozzle.position_m;
  const left = trainee.world.body.left.pose.position_m;
  expect(Math.hypot(nozzle[0] - left[0], nozzle[2] - left[2])).toBeLessThan(0.2);
  trainee.run(0.1, [{ do: 'release', hand: 'right' }]);
  expect(bottleOf(trainee, 'ext-1').hoseHeldBy).toBeNull();
  expect(trainee.world.body.holds).toEqual({ left: null, right: null });
});

test('[X10] an inspection verdict is right only when it names the fault there is', () => {
  const rows: Record<string, string> = {
    'ext-1': 'row-a',
    'ext-2': 'row-a',
    'ext-5': 'row-b',
    'ext-7': 'row-c',
    'ext-9': 'row-d',
  };
  for (const [bottle, post] of Object.entries(rows))
    for (const label of ['good', ...DEFECTS]) {
      const trainee = actor('shop-inspection-carton').stand(post);
      trainee.run(0.1, [{ do: 'tag', thing: bottle, label }]);
      const truth = bottleOf(trainee, bottle).defect ?? 'good';
      expect(trainee.has('tagged', bottle)!.values!.right).toBe(label === truth ? 1 : 0);
    }
});

test('[X11] a sweep that stops stops the flow, and a second burst goes on from what is left', () => {
  const shop = fireIn('shop-inspection-carton', 'carton', 60);
  fightWith(shop, { bottle: 'ext-1', fetchFrom: 'row-a', standAt: 'stance', target: baseOf(shop, 'carton'), for_s: 3 });
  shop.run(2);
  const left_kg = bottleOf(shop, 'ext-1').agentLeft_kg;
  expect(bottleOf(shop, 'ext-1').flow_kgps).toBe(0);
  sweep(shop, baseOf(shop, 'carton'), 3, 0.2);
  expect(bottleOf(shop, 'ext-1').agentLeft_kg).toBeLessThan(left_kg);
  expect(shop.facts.filter((fact) => fact.fact === 'spray-started').length).toBe(2);
});
