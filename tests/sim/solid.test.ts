/** Paper, card and cloth, and appliances beside them: growth, putting out, coming back. */
import { expect, test } from 'vitest';
import { FUELS } from '../../src/sim/materials.ts';
import type { Appliance, SolidFuel } from '../../src/sim/things.ts';
import { baseOf, fightWith } from './acts.ts';
import { actor, fireIn } from './rooms.ts';

test('[F12] a basket grows to about 50 kW, a carton stack to a few hundred, and neither beyond its fuel', () => {
  const basket = fireIn('living-room-basket', 'basket', 1);
  const carton = fireIn('shop-inspection-carton', 'carton', 1);
  let basketPeak_kW = 0;
  let cartonPeak_kW = 0;
  for (let s = 0; s < 300; s++) {
    basket.run(1);
    carton.run(1);
    basketPeak_kW = Math.max(basketPeak_kW, (basket.world.things.basket as SolidFuel).heatRelease_kW);
    cartonPeak_kW = Math.max(cartonPeak_kW, (carton.world.things.carton as SolidFuel).heatRelease_kW);
  }
  expect(basketPeak_kW).toBeGreaterThan(30);
  expect(basketPeak_kW).toBeLessThanOrEqual(FUELS['paper-basket']!.peak_kW);
  expect(cartonPeak_kW).toBeGreaterThan(200);
  expect(cartonPeak_kW).toBeLessThanOrEqual(FUELS['carton-stack']!.peak_kW);
});

test('[F13] what stands near is lit by a grown fire, and the far side of the room is not', () => {
  const home = fireIn('living-room-basket', 'basket', 240);
  expect(home.has('ignited', 'curtain')?.with).toBe('spread');
  const shop = fireIn('shop-inspection-carton', 'carton', 150);
  expect(shop.has('ignited', 'shelf-goods')).toBeUndefined();
});

test('[F14] a trained hand with 4 kg of ABC from 3 m puts out basket and cartons with powder to spare, for good', () => {
  const home = fireIn('living-room-basket', 'basket', 55);
  fightWith(home, {
    bottle: 'extinguisher',
    fetchFrom: 'by-extinguishers',
    standAt: 'stance',
    target: baseOf(home, 'basket'),
    for_s: 8,
  });
  home.run(120);
  expect(home.has('out', 'basket')?.with).toBe('abc-powder');
  expect(home.has('reignited')).toBeUndefined();
  const shop = fireIn('shop-inspection-carton', 'carton', 80);
  fightWith(shop, {
    bottle: 'ext-1',
    fetchFrom: 'row-a',
    standAt: 'stance',
    target: baseOf(shop, 'carton'),
    for_s: 12,
    sweep_m: 0.35,
  });
  shop.run(120);
  const out = shop.has('out', 'carton');
  expect(out?.with).toBe('abc-powder');
  expect(out!.values!.used_kg).toBeLessThan(3);
  expect(shop.has('knocked', 'carton')!.values!.agentUsed_frac).toBeLessThan(0.62);
  expect(shop.has('reignited')).toBeUndefined();
});

test('[F15] aimed over the flames, or from 6 m, the same bottle does not put it out', () => {
  const high = fireIn('shop-inspection-carton', 'carton', 80);
  const top = baseOf(high, 'carton', -3);
  fightWith(high, { bottle: 'ext-1', fetchFrom: 'row-a', standAt: 'stance', target: top, for_s: 13 });
  expect(high.has('spray-started')).toBeDefined();
  expect(high.has('out', 'carton')).toBeUndefined();
  const far = fireIn('shop-inspection-carton', 'carton', 80);
  fightWith(far, {
    bottle: 'ext-1',
    fetchFrom: 'row-a',
    standAt: [2.6, 0, 1.3],
    target: baseOf(far, 'carton'),
    for_s: 13,
  });
  expect(far.has('spray-started')!.values!.distance_m).toBeGreaterThan(6);
  expect(far.has('out', 'carton')).toBeUndefined();
});

test('[F16] what CO2 has knocked down glows and flames up again within 20 to 90 s; wetted it does not', () => {
  const dry = fireIn('shop-inspection-carton', 'carton', 45);
  fightWith(dry, { bottle: 'ext-7', fetchFrom: 'row-c', standAt: 'close', target: baseOf(dry, 'carton'), for_s: 10 });
  const out = dry.has('out', 'carton');
  expect(out?.with).toBe('co2');
  dry.run(100);
  const again = dry.has('reignited', 'carton')!;
  expect(again.with).toBe('smoulder');
  expect(again.at_s - out!.at_s).toBeGreaterThanOrEqual(20);
  expect(again.at_s - out!.at_s).toBeLessThanOrEqual(90);
  const wet = fireIn('shop-inspection-carton', 'carton', 45);
  fightWith(wet, { bottle: 'ext-3', fetchFrom: 'row-b', standAt: 'stance', target: baseOf(wet, 'carton'), for_s: 18 });
  wet.run(120);
  expect(wet.has('out', 'carton')?.with).toBe('water-based');
  expect(wet.has('reignited')).toBeUndefined();
});

test('[F17] a bucket puts out a young basket', () => {
  const home = fireIn('living-room-basket', 'basket', 40);
  home.at = [1.5, 0, -1.6];
  home.run(0.3, [{ do: 'grab', hand: 'right', thing: 'bucket' }]);
  home.at = [-1.0, 0, -0.6];
  home.run(0.3, [{ do: 'place', hand: 'right', thing: 'basket' }]);
  home.run(60);
  expect(home.has('out', 'basket')?.with).toBe('water');
});

test('[E1] an appliance is live until its plug or its breaker is off', () => {
  for (const off of ['plug', 'breaker'] as const) {
    const home = actor('living-room-basket');
    home.at = off === 'plug' ? [0.3, 0, -1.5] : [2.2, 0, 0.75];
    home.run(0.3, [
      off === 'plug' ? { do: 'pull', hand: 'right', thing: off } : { do: 'press', hand: 'right', thing: off },
    ]);
    expect(home.has('power-off', 'heater')).toBeDefined();
    expect((home.world.things.heater as Appliance).live).toBe(false);
  }
});

test('[E2] water on or beside a live appliance shocks who throws it; with the power off it does not', () => {
  for (const live of [true, false]) {
    const home = fireIn('living-room-basket', 'basket', 30);
    home.at = [0.3, 0, -1.5];
    if (!live) home.run(0.3, [{ do: 'pull', hand: 'right', thing: 'plug' }]);
    home.at = [1.5, 0, -1.6];
    home.run(0.3, [{ do: 'grab', hand: 'right', thing: 'bucket' }]);
    home.at = [-0.9, 0, -0.6];
    home.run(0.3, [{ do: 'place', hand: 'right', thing: 'heater' }]);
    expect(home.has('shocked', 'heater') !== undefined).toBe(live);
  }
});

test('[E2] touching a live appliance that burns shocks, with a current a body would carry', () => {
  const home = fireIn('living-room-basket', 'heater', 5);
  home.at = [-0.7, 0, -1.1];
  home.run(0.3, [{ do: 'grab', hand: 'right', thing: 'heater' }]);
  const shock = home.has('shocked', 'heater')!;
  expect(shock.with).toBe('touch');
  expect(shock.values!.current_mA).toBeGreaterThan(30);
  expect(shock.values!.current_mA).toBeLessThan(300);
});
