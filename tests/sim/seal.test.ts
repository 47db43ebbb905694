/** Cloth, tape, water, torch and mask: what keeps smoke out, and what tells those outside where one is. */
import { describe, expect, test } from 'vitest';
import type { ThingEntry } from '../../src/sim/thing-entry.ts';
import type { Cloth, EscapeMask, Tape, Throwable } from '../../src/sim/things.ts';
import type { Deed, Vec3 } from '../../src/sim/world.ts';
import { door, tower } from './house.ts';
import type { Actor } from './rooms.ts';

const small: Vec3 = [0.1, 0.04, 0.1];
const THINGS: Record<string, ThingEntry> = {
  towel: { kind: 'cloth', at_m: [0.6, 0.9, 3.2], half_m: small },
  sheet: { kind: 'cloth', at_m: [0.6, 0.9, 3.0], half_m: small, bright: true },
  basin: { kind: 'water', at_m: [0.6, 0.5, 3.0], half_m: small, left_kg: 4 },
  tap: { kind: 'tap', at_m: [0.9, 1.0, 3.2], half_m: small },
  tape: { kind: 'tape', at_m: [0.5, 0.9, 3.2], half_m: small, left_m: 20 },
  torch: { kind: 'torch', at_m: [0.5, 0.9, 3.0], half_m: small },
  mask: { kind: 'escape-mask', at_m: [0.4, 0.9, 3.0], half_m: small },
};
const AT_FLAT: Vec3 = [0.2, 0, 3.4];

/** Before the door of the flat with everything at hand. */
function before(): Actor {
  const actor = tower('in-flat-door', THINGS);
  actor.at = [...AT_FLAT];
  actor.look = [0, -0.2, 0.98];
  return actor;
}

const grab = (thing: string): Deed => ({ do: 'grab', hand: 'right', thing });
const place = (thing: string): Deed => ({ do: 'place', hand: 'right', thing });
const vent = (actor: Actor) => actor.world.air.vents.find((one) => one.id === 'door-flat')!;
const thing = <T>(actor: Actor, id: string) => actor.world.things[id] as T;

describe('cloth along the bottom of a door', () => {
  test('[K1] seals it, soaked wholly and dry in part, and the air of the house feels it', () => {
    for (const [wet_frac, sealed_frac] of [
      [0, 0.6],
      [1, 1],
    ] as const) {
      const actor = before();
      thing<Cloth>(actor, 'towel').wet_frac = wet_frac;
      actor.run(0.3, [grab('towel')]);
      actor.run(0.5, [place('door-flat')]);
      expect(actor.has('sealed', 'door-flat')).toMatchObject({ with: 'towel', values: { wet_frac, sealed_frac } });
      expect(vent(actor).bottomSealed_frac).toBe(sealed_frac);
      expect(actor.world.body.holds.right).toBeNull();
      const at = thing<Cloth>(actor, 'towel').pose.position_m;
      expect(at[1]).toBeLessThan(0.1);
      expect(at[2]).toBeLessThan(3.9);
    }
  });

  test('[K1] comes away when the door is opened, or when it is taken up', () => {
    const opened = before();
    opened.run(0.3, [grab('towel')]);
    opened.run(0.3, [place('door-flat')]);
    opened.run(0.3, [{ do: 'turn', hand: 'right', thing: 'door-flat', to_frac: 0.12 }]);
    expect(opened.has('unsealed', 'door-flat')).toBeDefined();
    expect(door(opened, 'door-flat').bottomSealed_frac).toBe(0);
    const taken = before();
    taken.run(0.3, [grab('towel')]);
    taken.run(0.3, [place('door-flat')]);
    taken.run(0.3, [grab('towel')]);
    expect(taken.has('unsealed', 'door-flat')).toBeDefined();
    expect(vent(taken).bottomSealed_frac).toBe(0);
  });

  test('[K1] before an open door seals nothing', () => {
    const actor = before();
    actor.run(0.3, [grab('towel')]);
    actor.run(0.3, [{ do: 'turn', hand: 'left', thing: 'door-flat', to_frac: 1 }]);
    actor.run(0.3, [place('door-flat')]);
    expect(actor.has('sealed')).toBeUndefined();
  });

  test('[K2] is soaked under a tap or in a basin that holds water', () => {
    const tap = before();
    tap.run(0.2, [grab('towel')]);
    tap.run(0.2, [place('tap')]);
    expect(tap.has('wetted', 'towel')).toBeDefined();
    expect(tap.world.body.holds.right).toBe('towel');
    const basin = before();
    thing<Throwable>(basin, 'basin').left_kg = 0.1;
    basin.run(0.2, [grab('towel')]);
    basin.run(0.2, [place('basin')]);
    expect(basin.has('wetted')).toBeUndefined();
    thing<Throwable>(basin, 'basin').left_kg = 4;
    basin.run(0.2, [place('basin')]);
    expect(basin.has('wetted', 'towel')).toBeDefined();
    expect(thing<Throwable>(basin, 'basin').left_kg).toBeLessThan(4);
  });
});

describe('tape round a door', () => {
  test('[K3] takes three seconds at the door and some metres of the roll', () => {
    const actor = before();
    actor.run(0.2, [grab('tape')]);
    actor.run(1.5, [place('door-flat')]);
    expect(actor.has('sealed')).toBeUndefined();
    expect(door(actor, 'door-flat').sidesSealed_frac).toBeCloseTo(0.5, 1);
    actor.run(1.8);
    expect(actor.has('sealed', 'door-flat')).toMatchObject({ with: 'tape', values: { sealed_frac: 1 } });
    expect(vent(actor).sidesSealed_frac).toBe(1);
    const left_m = thing<Tape>(actor, 'tape').left_m;
    expect(left_m).toBeLessThan(16);
    expect(left_m).toBeGreaterThan(12);
  });

  test('[K3] stops where one walks away, and goes on from there', () => {
    const actor = before();
    actor.run(0.2, [grab('tape')]);
    actor.run(1.5, [place('door-flat')]);
    actor.at = [0.2, 0, 1];
    actor.run(3);
    expect(door(actor, 'door-flat').sidesSealed_frac).toBeLessThan(0.6);
    actor.at = [...AT_FLAT];
    actor.run(1.8, [place('door-flat')]);
    expect(actor.has('sealed', 'door-flat')).toBeDefined();
  });
});

test('[K4] water poured or thrown on a door is told, and a basin is filled at a tap', () => {
  const actor = before();
  actor.run(0.2, [grab('basin')]);
  actor.run(0.2, [place('door-flat')]);
  expect(actor.has('watered', 'door-flat')).toBeDefined();
  expect(thing<Throwable>(actor, 'basin').left_kg).toBe(0);
  actor.run(0.2, [place('tap')]);
  expect(thing<Throwable>(actor, 'basin').left_kg).toBe(4);
  const thrown = before();
  thrown.run(0.2, [grab('basin')]);
  thrown.squeeze = 1;
  thrown.run(0.3);
  expect(thrown.has('watered', 'door-flat')).toBeDefined();
});

describe('signs at a window', () => {
  /** Before the living-room window, the right hand swinging. */
  function waver(swing_m: number): Actor {
    const actor = before();
    const hang = actor.intent.bind(actor);
    let tick = 0;
    actor.intent = (deeds = []) => {
      const intent = hang(deeds);
      const x = actor.at[0] + swing_m * Math.sin((2 * Math.PI * tick++) / 60);
      intent.right.pose.position_m = [x, 1.3, actor.at[2] - 0.3];
      return intent;
    };
    return actor;
  }
  const toWindow = (actor: Actor) => {
    actor.at = [0.3, 0, -2.9];
    actor.look = [0, 0, -1];
  };

  test('[K5] a bright cloth waved for two seconds within a metre is seen outside; a dull one, a still one, or one far off is not', () => {
    const seen = (item: string, swing_m: number, near: boolean, for_s = 3) => {
      const actor = waver(swing_m);
      actor.run(0.2, [grab(item)]);
      if (near) toWindow(actor);
      actor.run(for_s);
      return actor.has('signalled', 'window-living');
    };
    expect(seen('sheet', 0.25, true)).toMatchObject({ with: 'sheet' });
    expect(seen('sheet', 0.25, true, 1.5)).toBeUndefined();
    expect(seen('towel', 0.25, true)).toBeUndefined();
    expect(seen('sheet', 0.02, true)).toBeUndefined();
    expect(seen('sheet', 0.25, false)).toBeUndefined();
  });

  test('[K5] a torch that is on, waved or pointed out', () => {
    const actor = waver(0);
    actor.run(0.2, [grab('torch')]);
    actor.run(0.1, [{ do: 'press', hand: 'right', thing: 'torch' }]);
    expect(actor.has('lit-up', 'torch')).toBeDefined();
    toWindow(actor);
    actor.aim = [0.3, 1.5, -3.5];
    actor.run(3);
    expect(actor.has('signalled', 'window-living')).toMatchObject({ with: 'torch' });
    const dark = waver(0.25);
    dark.run(0.2, [grab('torch')]);
    toWindow(dark);
    dark.run(3);
    expect(dark.has('signalled')).toBeUndefined();
  });
});

test('[K6] a mask held to the face is put on, leaves the hand and goes with the head', () => {
  const actor = before();
  actor.run(0.2, [grab('mask')]);
  const hang = actor.intent.bind(actor);
  actor.intent = (deeds = []) => {
    const intent = hang(deeds);
    intent.right.pose.position_m = [actor.at[0], actor.at[1] + 1.5, actor.at[2] + 0.1];
    return intent;
  };
  actor.run(1);
  expect(actor.has('masked', 'mask')).toBeDefined();
  expect(actor.world.body.holds.right).toBeNull();
  actor.at = [0.2, 0, 1];
  actor.run(0.1);
  expect(thing<EscapeMask>(actor, 'mask').pose.position_m[2]).toBeCloseTo(1, 5);
});

test('[K7] behind a sealed door the phone in the hand still calls', () => {
  const actor = before();
  actor.run(0.3, [grab('towel')]);
  actor.run(0.3, [place('door-flat')]);
  actor.at = [0.2, 0, 0];
  actor.run(0.1, [{ do: 'dial', number: '119' }]);
  expect(actor.has('called')).toBeUndefined();
  const caller = tower('in-flat-door', {
    ...THINGS,
    phone: { kind: 'phone', at_m: [0.5, 0.9, 3.1], half_m: [0.05, 0.01, 0.08] },
  });
  caller.at = [...AT_FLAT];
  caller.run(0.3, [grab('phone')]);
  caller.at = [-3.2, 0, -0.6];
  caller.run(0.1, [{ do: 'dial', number: '119' }]);
  expect(caller.has('called')).toMatchObject({ with: 'fire' });
});
