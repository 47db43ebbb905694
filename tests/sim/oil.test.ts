/** The pan of oil: lighting, covering, coming back, and everything one must not do to it. */
import { expect, test } from 'vitest';
import { OIL_AIT_K, OIL_again_K } from '../../src/sim/materials.ts';
import type { OilPan } from '../../src/sim/things.ts';
import { baseOf, fightWith } from './acts.ts';
import { type Actor, actor, burningWok } from './rooms.ts';

const wokOf = (a: Actor) => a.world.things.wok as OilPan;

function cover(cook: Actor, lid: string): void {
  cook.run(0.3, [{ do: 'grab', hand: 'right', thing: lid }]);
  cook.run(0.3, [{ do: 'place', hand: 'right', thing: 'wok' }]);
}

test('[F1] oil over an open burner lights by itself at its auto-ignition temperature, not before', () => {
  const cook = actor('kitchen-wok');
  while (!wokOf(cook).burning && cook.world.tick < 60 * 120) cook.run(1 / 60);
  expect(wokOf(cook).burning).toBe(true);
  expect(Math.abs(wokOf(cook).oil_K - OIL_AIT_K)).toBeLessThan(1);
});

test('[F1] with the gas shut first it never lights', () => {
  for (const tap of ['knob', 'gas-valve']) {
    const cook = actor('kitchen-wok').stand('stove');
    if (tap === 'gas-valve') cook.at = [1.1, 0, -1.4];
    cook.run(180, [{ do: 'turn', hand: 'right', thing: tap, to_frac: 0 }]);
    expect(cook.has('turned-off', tap)).toBeDefined();
    expect(cook.has('ignited')).toBeUndefined();
  }
});

test('[F2] an open wok of 0.32 m burns with 20 to 70 kW and a flame of 0.6 to 1.2 m', () => {
  const cook = burningWok();
  cook.run(80);
  expect(wokOf(cook).heatRelease_kW).toBeGreaterThan(20);
  expect(wokOf(cook).heatRelease_kW).toBeLessThan(70);
  expect(wokOf(cook).flameHeight_m).toBeGreaterThan(0.6);
  expect(wokOf(cook).flameHeight_m).toBeLessThan(1.2);
});

test('[F3] a fitting lid puts it out within seconds and it stays out while covered, gas on or off', () => {
  for (const gasOff of [true, false]) {
    const cook = burningWok();
    if (gasOff) cook.run(0.2, [{ do: 'turn', hand: 'right', thing: 'knob', to_frac: 0 }]);
    cover(cook, 'lid');
    cook.run(120);
    const covered = cook.has('covered', 'wok')!;
    const out = cook.has('out', 'wok')!;
    expect(out.with).toBe('lid');
    expect(out.at_s - covered.at_s).toBeLessThan(5);
    expect(cook.has('reignited')).toBeUndefined();
  }
});

test('[F3] a fire blanket does the same', () => {
  const cook = burningWok();
  cook.stand('by-blanket').run(0.3, [{ do: 'grab', hand: 'right', thing: 'blanket' }]);
  cook.stand('stove').run(0.3, [{ do: 'place', hand: 'right', thing: 'wok' }]);
  cook.run(10);
  expect(cook.has('out', 'wok')?.with).toBe('fire-blanket');
});

test('[F4] a lid too small says so and never puts it out', () => {
  const cook = burningWok();
  cover(cook, 'small-lid');
  cook.at = [-1.4, 0, -1.5];
  cover(cook, 'small-lid');
  cook.stand('stove').run(0.3, [{ do: 'place', hand: 'right', thing: 'wok' }]);
  cook.run(60);
  expect(cook.has('cover-misfit', 'wok')?.with).toBe('small-lid');
  expect(cook.has('out')).toBeUndefined();
});

test('[F4] the right lid goes over one that was too small, and puts it out', () => {
  const cook = burningWok();
  cook.at = [-1.4, 0, -1.5];
  cook.run(0.3, [{ do: 'grab', hand: 'right', thing: 'small-lid' }]);
  cook.stand('stove').run(0.3, [{ do: 'place', hand: 'right', thing: 'wok' }]);
  expect(cook.has('cover-misfit', 'wok')?.with).toBe('small-lid');
  cover(cook, 'lid');
  cook.run(10);
  expect(cook.has('covered', 'wok')?.with).toBe('lid');
  expect(cook.has('out', 'wok')?.with).toBe('lid');
});

test('[F5] lifted after 50 s it lights again; left until the oil is cool it does not', () => {
  const early = burningWok();
  cover(early, 'lid');
  early.run(50);
  early.run(2, [{ do: 'grab', hand: 'right', thing: 'lid' }]);
  expect(early.has('uncovered', 'wok')!.values!.covered_s).toBeGreaterThan(49);
  expect(early.has('reignited', 'wok')).toBeDefined();
  const late = burningWok();
  late.run(0.2, [{ do: 'turn', hand: 'right', thing: 'knob', to_frac: 0 }]);
  cover(late, 'lid');
  late.run(1800);
  expect(wokOf(late).oil_K).toBeLessThan(OIL_again_K);
  late.run(5, [{ do: 'grab', hand: 'right', thing: 'lid' }]);
  expect(late.has('uncovered')).toBeDefined();
  expect(late.has('reignited')).toBeUndefined();
});

test('[F6] water on burning oil is a fireball that burns who threw it', () => {
  const cook = burningWok();
  cook.run(0.5, [{ do: 'grab', hand: 'right', thing: 'basin' }]);
  cook.aim = baseOf(cook, 'wok', 0);
  cook.squeeze = 1;
  cook.run(0.2);
  const quiet_kW = 30;
  expect(cook.has('oil-flashed', 'wok')?.with).toBe('basin');
  expect(wokOf(cook).heatRelease_kW).toBeGreaterThan(20 * quiet_kW);
  expect(wokOf(cook).fireball_s).toBeGreaterThan(0);
  cook.run(3);
  expect(cook.has('burned')).toBeDefined();
  expect(wokOf(cook).burning).toBe(true);
});

test('[F6] a water-based bottle without class F flashes it too', () => {
  const cook = burningWok();
  const bottle = cook.world.things.extinguisher!;
  if (bottle.kind === 'extinguisher') Object.assign(bottle, { agent: 'water-based', rated: ['A', 'B'] });
  const target = baseOf(cook, 'wok', -1);
  fightWith(cook, {
    bottle: 'extinguisher',
    fetchFrom: 'by-extinguisher',
    standAt: 'stance',
    target,
    for_s: 6,
    sweep_m: 0.02,
  });
  expect(cook.has('oil-flashed', 'wok')?.with).toBe('extinguisher');
});

test('[F7] powder knocks the pan down and it comes back; wet chemical seals and it does not', () => {
  for (const agent of ['abc-powder', 'wet-chemical', 'co2'] as const) {
    const cook = burningWok();
    const bottle = cook.world.things.extinguisher!;
    if (bottle.kind === 'extinguisher') Object.assign(bottle, { agent, range_m: 3 });
    const target = baseOf(cook, 'wok', -1);
    fightWith(cook, {
      bottle: 'extinguisher',
      fetchFrom: 'by-extinguisher',
      standAt: 'stance',
      target,
      for_s: 9,
      sweep_m: 0.02,
    });
    cook.run(30);
    expect([agent, cook.has('out', 'wok')?.with]).toEqual([agent, agent]);
    expect([agent, cook.has('reignited', 'wok') !== undefined]).toEqual([agent, agent !== 'wet-chemical']);
  }
});

test('[F8] a jet from nearer than 2 m drives oil out and makes the fire larger', () => {
  const cook = burningWok();
  const target = baseOf(cook, 'wok', -1);
  fightWith(cook, {
    bottle: 'extinguisher',
    fetchFrom: 'by-extinguisher',
    standAt: [0.3, 0, -1.2],
    target,
    for_s: 2,
    sweep_m: 0.02,
  });
  expect(cook.has('oil-splashed', 'wok')?.with).toBe('extinguisher');
  expect(cook.has('too-close', 'extinguisher')).toBeDefined();
  expect(wokOf(cook).spill_m2).toBeGreaterThan(0);
});

test('[F9] the hood switched on over a burning pan draws the fire into the duct; off, never', () => {
  const on = burningWok();
  on.run(4, [{ do: 'press', hand: 'right', thing: 'hood' }]);
  expect(on.has('duct-fire', 'hood')).toBeDefined();
  const off = burningWok();
  off.run(60);
  expect(off.has('duct-fire')).toBeUndefined();
});

test('[F10] flour flashes, and a burning wok that is carried spills', () => {
  const flour = burningWok();
  flour.at = [-2.1, 0, -0.6];
  flour.run(0.3, [{ do: 'grab', hand: 'right', thing: 'flour' }]);
  flour.stand('stove');
  flour.aim = baseOf(flour, 'wok', 0);
  flour.squeeze = 1;
  flour.run(0.5);
  expect(flour.has('dust-flashed', 'wok')?.with).toBe('flour');
  const carry = burningWok();
  carry.run(1, [{ do: 'grab', hand: 'right', thing: 'wok' }]);
  expect(carry.has('carried-alight', 'wok')).toBeDefined();
  expect(wokOf(carry).spill_m2).toBeGreaterThan(0);
});

test('[F11] no oil is made or lost: pan, spill and burned add up', () => {
  const cook = burningWok();
  const total = () => {
    const book = cook.world.working.fires.wok!;
    return wokOf(cook).oil_kg + book.spill_kg + book.burned_kg;
  };
  const before = total();
  cook.run(20);
  cook.run(1, [{ do: 'grab', hand: 'right', thing: 'basin' }]);
  cook.aim = baseOf(cook, 'wok', 0);
  cook.squeeze = 1;
  cook.run(60);
  expect(cook.has('oil-flashed')).toBeDefined();
  expect(total()).toBeCloseTo(before, 9);
  expect(wokOf(cook).oil_kg).toBeLessThan(before);
});
