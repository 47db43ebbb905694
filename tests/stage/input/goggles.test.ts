/** Doors, cloth, torch and words by two controllers: grips that lead a leaf, triggers that work it, a cloth let go at its foot. */
import { describe, expect, test } from 'vitest';
import type { Door, Torch, Window } from '../../../src/sim/things.ts';
import { Goggles } from './goggles.ts';

const STAY = 'fire-escape/stair-smoky-stay';

function door(one: Goggles, id = 'door-flat'): Door {
  return one.drill.world.things[id] as Door;
}

/** Before the flat's door, whose hinge is at -x and which swings to -z, towards the wearer. */
function atFlatDoor(): Goggles {
  const one = new Goggles(STAY);
  one.stand(0.3, 0, 3.2);
  return one;
}

describe('a leaf in the headset', () => {
  test('gripped at its free edge and led a little rests at a crack, and led back it is shut', () => {
    const one = atFlatDoor();
    one.reach('right', [0.55, 1.05, 3.82]);
    one.hold('right', 1, 1);
    for (const z of [3.78, 3.74, 3.7]) one.reach('right', [0.55, 1.05, z]);
    one.hold('right', 1, 0);
    one.pass(1);
    expect(door(one).open_frac).toBeCloseTo(0.12, 1);
    expect(one.told('cracked')).toEqual(['door-flat']);
    one.reach('right', [0.54, 1.05, 3.74]);
    one.hold('right', 1, 1);
    for (const z of [3.78, 3.82, 3.88]) one.reach('right', [0.55, 1.05, z]);
    one.hold('right', 1, 0);
    one.pass(0.2);
    expect(one.told('closed')).toEqual(['door-flat']);
  });

  test('led far is opened, and let go stays where it is', () => {
    const one = atFlatDoor();
    one.reach('right', [0.55, 1.05, 3.82]);
    one.hold('right', 1, 1);
    for (const [x, z] of [
      [0.5, 3.6],
      [0.4, 3.4],
      [0.2, 3.2],
      [0.0, 3.1],
    ] as const)
      one.reach('right', [x, 1.05, z]);
    one.hold('right', 1, 0);
    one.pass(0.5);
    expect(one.told('opened')).toEqual(['door-flat']);
    expect(door(one).open_frac).toBeGreaterThan(0.5);
  });

  test('pointed at from a little way off is opened by a trigger and shut by the next', () => {
    const one = atFlatDoor();
    one.reach('right', [0.5, 1.2, 3.0], [0.3, 1.1, 3.9]);
    one.click('right', 0);
    expect(door(one).open_frac).toBe(1);
    // the leaf now stands along z at x = -0.25
    one.reach('right', [0.5, 1.2, 3.0], [-0.25, 1.1, 3.45]);
    one.click('right', 0);
    expect(door(one).open_frac).toBe(0);
  });

  test('is felt by a hand laid on it', () => {
    const one = atFlatDoor();
    one.reach('right', [0.3, 1.1, 3.84]);
    one.pass(0.8);
    expect(one.told('felt')).toEqual(['door-flat cool']);
  });

  test('shows its choices by the second button, and at nothing that button is for words', () => {
    const one = atFlatDoor();
    one.reach('right', [0.5, 1.2, 3.0], [0.3, 1.1, 3.9]);
    one.click('right', 4);
    expect(one.asked.open).toBe('door-flat');
    one.asked.open = null;
    one.reach('right', [0.5, 1.2, 3.0], [0.6, 2.6, 2.4]);
    one.click('right', 4);
    expect(one.keysShown()).toContain('say:fire');
  });
});

describe('what a hand carries', () => {
  test('a soaked towel let go at the foot of a door seals it', () => {
    const one = new Goggles(STAY);
    one.stand(-3.2, 0, 1.05);
    one.reach('right', [-3.35, 0.92, 1.68]);
    one.hold('right', 1, 1);
    expect(one.drill.world.body.holds.right).toBe('towel');
    one.reach('right', [-3.25, 1.05, 1.7]);
    one.hold('right', 1, 0);
    one.pass(0.2);
    expect(one.told('wetted')).toEqual(['towel']);
    expect(one.drill.world.body.holds.right).toBe('towel');
    one.stand(0.3, 0, 3.2);
    one.hold('right', 1, 1);
    one.reach('right', [0.25, 0.2, 3.65]);
    one.hold('right', 1, 0);
    one.pass(0.2);
    expect(door(one).bottomSealed_frac).toBe(1);
    expect(one.drill.world.body.holds.right).toBeNull();
  });

  test('a torch is switched by the trigger of the hand that holds it', () => {
    const one = new Goggles(STAY);
    one.stand(-3.0, 0, -1.6);
    one.reach('right', [-3.55, 0.62, -1.4]);
    one.hold('right', 1, 1);
    expect(one.drill.world.body.holds.right).toBe('torch');
    one.reach('right', [-3.2, 1.2, -1.5], [-2.5, 2.5, -1.5]);
    one.click('right', 0);
    expect((one.drill.world.things.torch as Torch).on).toBe(true);
    one.click('right', 0);
    expect((one.drill.world.things.torch as Torch).on).toBe(false);
  });

  test('a sash is pushed open by a grip, and waving a bright cloth there is a signal', () => {
    const one = new Goggles(STAY);
    one.stand(-3.5, 0, -2.75);
    one.reach('right', [-3.6, 1.3, -3.42]);
    one.hold('right', 1, 1);
    one.reach('right', [-3.3, 1.3, -3.42]);
    one.hold('right', 1, 0);
    expect((one.drill.world.things['window-bedroom'] as Window).open_frac).toBeGreaterThan(0.3);
    one.reach('right', [-4.3, 0.62, -2.7]);
    one.hold('right', 1, 1);
    expect(one.drill.world.body.holds.right).toBe('sheet');
    for (let k = 0; k < 100; k++) one.reach('right', [-3.5 + 0.25 * Math.sin(k / 5), 1.5, -3.1]);
    expect(one.told('signalled')).toEqual(['window-bedroom sheet']);
  });
});

describe('low in the headset', () => {
  test('one press of the stick crouches, the next goes down on hands and knees, the third stands up', () => {
    const one = atFlatDoor();
    const heights = [0, 1, 2, 3].map((k) => {
      if (k > 0) one.click('right', 3);
      one.pass(1.2);
      return one.t.head.y;
    });
    expect(heights[1]).toBeCloseTo(0.62, 1);
    expect(heights[2]).toBeLessThan(0.6);
    expect(heights[2]).toBeGreaterThan(0.3);
    expect(heights[3]).toBeCloseTo(heights[0]!, 2);
  });
});
