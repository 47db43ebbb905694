/** Doors and windows of a house: what is told of them, what moves them, what they feel like. */
import { describe, expect, test } from 'vitest';
import type { Deed, HandSide, Vec3 } from '../../src/sim/world.ts';
import { BIKE, door, light, tower } from './house.ts';
import type { Actor } from './rooms.ts';

const turn = (thing: string, to_frac: number): Deed => ({ do: 'turn', hand: 'right', thing, to_frac });
const kinds = (actor: Actor, thing: string) => actor.facts.filter((one) => one.thing === thing).map((one) => one.fact);

/** Stands somewhere and looks along a direction. */
function at(actor: Actor, place: Vec3, look: Vec3): Actor {
  actor.at = [...place];
  actor.look = look;
  return actor;
}

/** The hand is held where it is said, instead of at the hip. */
function reaching(actor: Actor, side: HandSide, to: () => Vec3): Actor {
  const hang = actor.intent.bind(actor);
  actor.intent = (deeds = []) => {
    const intent = hang(deeds);
    intent[side].pose.position_m = to();
    return intent;
  };
  return actor;
}

const AT_FLAT: Vec3 = [0.2, 0, 3.4];
const TO_CORRIDOR: Vec3 = [0, -0.2, 0.98];

describe('a door', () => {
  test('[W4] is cracked up to 15 degrees, opened beyond, and says how it was closed', () => {
    const actor = at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR);
    actor.run(1, [turn('door-flat', 0.12)]);
    actor.run(1, [turn('door-flat', 0)]);
    actor.run(1, [turn('door-flat', 1)]);
    actor.run(2, [turn('door-flat', 0)]);
    expect(kinds(actor, 'door-flat').filter((one) => one !== 'looked' && one !== 'peeped')).toEqual([
      'cracked',
      'closed',
      'opened',
      'closed',
    ]);
    const [first, second] = actor.facts.filter((one) => one.fact === 'closed');
    expect(first!.values!.crack_frac).toBe(1);
    expect(first!.values!.open_s).toBeCloseTo(1, 1);
    expect(second!.values!.crack_frac).toBe(0);
  });

  test('[W4] pulled open in one go past the crack it is opened, never cracked', () => {
    const actor = at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR);
    for (let open_frac = 0.03; open_frac < 0.6; open_frac += 0.03) actor.run(1 / 60, [turn('door-flat', open_frac)]);
    actor.run(1);
    expect(kinds(actor, 'door-flat')).toContain('opened');
    expect(kinds(actor, 'door-flat')).not.toContain('cracked');
  });

  test('[W5] with a closer swings shut once nobody is within a metre, unless it is wedged', () => {
    const actor = at(tower('corridor-b'), [6.7, 0, 5.0], [0, 0, 1]);
    actor.run(4, [turn('door-stair-b', 1)]);
    expect(door(actor, 'door-stair-b').open_frac).toBe(1);
    at(actor, [3, 0, 4.8], [0, 0, 1]).run(2);
    expect(door(actor, 'door-stair-b').open_frac).toBeLessThan(1);
    actor.run(2);
    expect(door(actor, 'door-stair-b').open_frac).toBe(0);
    expect(kinds(actor, 'door-stair-b')).toContain('closed');
    const wedged = at(tower('corridor-b'), [6.7, 0, 5.0], [0, 0, 1]);
    door(wedged, 'door-stair-b').wedged = true;
    wedged.run(1, [turn('door-stair-b', 1)]);
    at(wedged, [3, 0, 4.8], [0, 0, 1]).run(6);
    expect(door(wedged, 'door-stair-b').open_frac).toBe(1);
  });

  test('[W5] of the flat stays as it was left', () => {
    const actor = at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR);
    actor.run(1, [turn('door-flat', 1)]);
    at(actor, [0.2, 0, 0.4], TO_CORRIDOR).run(6);
    expect(door(actor, 'door-flat').open_frac).toBe(1);
  });

  test('[W6] that is locked, or that only a button opens, does not give and says so', () => {
    const actor = at(tower('corridor-flat'), [0.2, 0, 5.0], [0, 0, 1]);
    door(actor, 'door-flat').locked = true;
    actor.run(0.5, [turn('door-lift', 1)]);
    at(actor, [0.2, 0, 4.4], [0, 0, -1]).run(0.5, [turn('door-flat', 1)]);
    expect(actor.has('locked', 'door-lift')).toBeDefined();
    expect(actor.has('locked', 'door-flat')).toBeDefined();
    expect(door(actor, 'door-flat').open_frac).toBe(0);
    expect(door(actor, 'door-lift').open_frac).toBe(0);
  });

  test('[W6] of the lift opens three seconds after its button and shuts when nobody is in it', () => {
    const actor = at(tower('corridor-flat'), [0.9, 0, 5.0], [0, 0, 1]);
    actor.run(4.5, [{ do: 'press', hand: 'right', thing: 'lift-button' }]);
    const pressed = actor.has('pressed', 'lift-button')!;
    const came = actor.has('lift-came', 'door-lift')!;
    expect(came.at_s - pressed.at_s).toBeCloseTo(3, 0);
    expect(door(actor, 'door-lift').open_frac).toBe(1);
    actor.run(12);
    expect(door(actor, 'door-lift').open_frac).toBe(0);
  });
});

describe('the back of a hand', () => {
  const feel: Deed = { do: 'feel', hand: 'right', thing: 'door-flat' };

  test('[W7] on a leaf for half a second tells whether it is cool, warm or hot; in the air it tells nothing', () => {
    for (const [face_C, feeling] of [
      [20, 'cool'],
      [50, 'warm'],
      [80, 'hot'],
    ] as const) {
      const actor = reaching(at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR), 'right', () => [0.3, 1.1, 3.85]);
      actor.run(0.35, [feel], () => {
        door(actor, 'door-flat').face_K = face_C + 273.15;
      });
      expect(actor.has('felt')).toBeUndefined();
      actor.run(0.4, [], () => {
        door(actor, 'door-flat').face_K = face_C + 273.15;
      });
      expect(actor.has('felt', 'door-flat')).toMatchObject({ with: feeling });
      expect(actor.facts.filter((one) => one.fact === 'felt')).toHaveLength(1);
    }
    const off = reaching(at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR), 'right', () => [0.3, 1.1, 3.5]);
    off.run(2, [feel]);
    expect(off.has('felt')).toBeUndefined();
  });

  test('[W7] that somebody has opened tells nothing, also when it is opened under the hand', () => {
    const actor = reaching(at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR), 'right', () => [0.3, 1.1, 3.85]);
    actor.run(0.3, [feel]);
    const leaf = door(actor, 'door-flat');
    leaf.open_frac = 0.5;
    actor.run(1);
    actor.run(1, [feel]);
    expect(actor.has('felt')).toBeUndefined();
    leaf.open_frac = 0;
    actor.run(1, [feel]);
    expect(actor.has('felt', 'door-flat')).toBeDefined();
  });

  test('[W7] lifted, it must be laid on anew', () => {
    const actor = reaching(at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR), 'right', () => [0.3, 1.1, 3.85]);
    actor.run(0.3, [feel]);
    actor.run(1, [{ do: 'unfeel', hand: 'right' }]);
    expect(actor.has('felt')).toBeUndefined();
    actor.run(0.7, [feel]);
    expect(actor.has('felt', 'door-flat')).toBeDefined();
  });
});

describe('an eye', () => {
  test('[W8] at the crack of a door, or at its peephole, sees whether it is clear behind', () => {
    const crack = at(tower('in-flat-door'), AT_FLAT, TO_CORRIDOR);
    crack.run(0.5);
    expect(crack.has('peeped')).toBeUndefined();
    crack.run(1.5, [turn('door-flat', 0.12)]);
    expect(crack.has('peeped', 'door-flat')).toMatchObject({ with: 'clear' });
    const peephole = at(tower('in-flat-door'), [0.2, 0, 3.5], [0, -0.35, 0.94]);
    peephole.run(1.5);
    expect(peephole.has('peeped', 'door-flat')).toMatchObject({ with: 'clear' });
  });

  test('[W8] sees smoke where there is smoke', () => {
    const actor = tower('landing-a', { bike: { ...BIKE, at_m: [-2, 0.5, 4.6], half_m: [0.8, 0.5, 0.3] } });
    at(actor, AT_FLAT, TO_CORRIDOR);
    light(actor, 'bike', 100);
    actor.run(20);
    actor.run(1.5, [turn('door-flat', 0.12)]);
    expect(actor.has('peeped', 'door-flat')).toMatchObject({ with: 'smoky' });
  });

  test('[W8] sees nothing through a wall, and a door only to itself', () => {
    const actor = at(tower('living-middle'), [0.2, 0, 2.2], [0, -0.1, 0.99]);
    actor.run(1.5);
    expect(actor.has('looked', 'door-flat')).toBeDefined();
    expect(actor.has('looked', 'door-lift')).toBeUndefined();
    at(actor, AT_FLAT, TO_CORRIDOR).run(0.2, [turn('door-flat', 1)]);
    actor.run(1.5);
    expect(actor.has('looked', 'door-lift')).toBeDefined();
  });
});

describe('a window', () => {
  const AT_PANE: Vec3 = [0.3, 0, -3.0];

  test('[W9] opens, shuts and breaks; only an open or broken one lets a body fall out', () => {
    const actor = at(tower('living-middle'), AT_PANE, [0, 0, -1]);
    actor.run(0.1, [{ do: 'climb', thing: 'window-living' }]);
    expect(actor.has('jumped')).toBeUndefined();
    actor.run(0.5, [turn('window-living', 1)]);
    actor.run(0.5, [turn('window-living', 0)]);
    expect(kinds(actor, 'window-living')).toEqual(expect.arrayContaining(['opened', 'closed']));
    actor.run(0.1, [{ do: 'press', hand: 'right', thing: 'window-living.glass' }]);
    expect(actor.has('broke', 'window-living')).toBeDefined();
    actor.run(0.5, [{ do: 'climb', thing: 'window-living' }]);
    expect(actor.has('jumped', 'window-living')).toBeDefined();
    expect(actor.world.body.alive).toBe(false);
  });

  test('[W9] across the room is out of reach', () => {
    const actor = at(tower('living-middle'), [0.3, 0, 1], [0, 0, -1]);
    const pane = actor.world.things['window-living']!;
    if (pane.kind === 'window') pane.open_frac = 1;
    actor.run(0.1, [{ do: 'climb', thing: 'window-living' }]);
    expect(actor.has('jumped')).toBeUndefined();
    expect(actor.has('out-of-reach', 'window-living')).toBeDefined();
  });
});
