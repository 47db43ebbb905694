/** What a trainee does with doors, cloth, windows and people of a house, at a desk, through the real input step. */

import { Quaternion, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { smokeIn } from '../../../src/sim/smoke.ts';
import type { Door } from '../../../src/sim/things.ts';
import { phrasesOf } from '../../../src/stage/input/phrases.ts';
import { along_frac, beginPull, pull, rested_frac } from '../../../src/stage/input/pull.ts';
import { clear } from '../../../src/stage/input/sight.ts';
import { touch } from '../../../src/stage/input/touch.ts';
import { Desk } from './desk.ts';

const STAY = 'fire-escape/stair-smoky-stay';

function atFlatDoor(): Desk {
  const desk = new Desk(STAY);
  desk.stand(0.2, 0, 3.2);
  desk.faceThing('door-flat');
  return desk;
}

function door(desk: Desk, id: string): Door {
  return desk.drill.world.things[id] as Door;
}

describe('a door of a house', () => {
  test('opens its choices at a press, and each number key takes one of them', () => {
    const desk = atFlatDoor();
    desk.key('KeyE');
    expect(desk.words).toEqual(['feel', 'peep', 'crack', 'open']);
    desk.key('Digit3');
    desk.pass(1);
    expect(desk.told('cracked')).toEqual(['door-flat']);
    expect(door(desk, 'door-flat').open_frac).toBeCloseTo(0.12, 2);
    // the choices follow what the door is now
    expect(desk.words).toEqual(['look', 'open', 'close']);
    desk.key('Digit3');
    desk.pass(0.3);
    expect(desk.told('closed')).toEqual(['door-flat']);
  });

  test('is felt by a led hand for long enough to count, while the cursor is on the panel (FE-M3)', () => {
    const desk = atFlatDoor();
    desk.key('KeyE');
    desk.choose('feel');
    // the cursor wanders over the panel
    desk.t.desk.cursorX = -0.9;
    desk.pass(1.5);
    expect(desk.told('felt')).toEqual(['door-flat cool']);
    expect(desk.drill.world.body.feels).toEqual({ left: null, right: null });
  });

  test('is not felt by a hand whose owner walks away at once', () => {
    const desk = atFlatDoor();
    desk.key('KeyE');
    desk.choose('feel');
    desk.pass(0.2);
    desk.stand(0.2, 0, 2.0);
    desk.pass(1);
    expect(desk.told('felt')).toEqual([]);
  });

  test('its peephole is looked through from near enough only', () => {
    const desk = atFlatDoor();
    desk.key('KeyE');
    desk.choose('peep');
    desk.pass(2);
    expect(desk.told('peeped')).toEqual([]);
    desk.stand(0.2, 0, 3.5);
    desk.choose('peep');
    desk.pass(2);
    expect(desk.told('peeped')).toHaveLength(1);
  });

  test('closes its choices by itself when one walks off', () => {
    const desk = atFlatDoor();
    desk.key('KeyE');
    expect(desk.asked.open).toBe('door-flat');
    desk.stand(0.2, 0, 0.4);
    desk.frame();
    expect(desk.asked.open).toBeNull();
  });

  test('number keys shout again once no choices are open', () => {
    const desk = new Desk(STAY);
    desk.key('Digit1');
    expect(desk.told('said')).toEqual(['fire']);
  });
});

describe('cloth, tape and water', () => {
  test('a towel is soaked at the tap and laid against the door; tape seals its edges (FE-M5a)', () => {
    const desk = new Desk(STAY);
    desk.stand(-3.2, 0, 1.05);
    desk.faceThing('towel');
    desk.key('KeyE');
    expect(Object.values(desk.drill.world.body.holds)).toContain('towel');
    desk.faceThing('tap');
    desk.key('KeyE');
    desk.frame();
    expect(desk.told('wetted')).toEqual(['towel']);
    desk.stand(0.2, 0, 3.2);
    desk.faceThing('door-flat');
    desk.key('KeyE');
    expect(desk.words).toContain('seal');
    desk.choose('seal');
    desk.pass(0.2);
    expect(door(desk, 'door-flat').bottomSealed_frac).toBe(1);
    desk.stand(1.6, 0, -2.5);
    desk.faceThing('tape');
    desk.key('KeyE');
    desk.stand(0.2, 0, 3.2);
    desk.faceThing('door-flat');
    desk.key('KeyE');
    desk.choose('tape');
    desk.pass(4);
    expect(door(desk, 'door-flat').sidesSealed_frac).toBe(1);
  });
});

describe('a window', () => {
  test('is opened, waved at with a bright cloth, and climbed out of only when open (FE-X4)', () => {
    const desk = new Desk(STAY);
    desk.stand(-4.3, 0, -2.0);
    desk.stand(-3.5, 0, -2.7);
    desk.faceThing('sheet');
    desk.key('KeyE');
    expect(Object.values(desk.drill.world.body.holds)).toContain('sheet');
    desk.faceThing('window-bedroom');
    desk.key('KeyE');
    expect(desk.words).toEqual(['open', 'wave', 'break']);
    desk.choose('open');
    desk.pass(0.3);
    expect(desk.words).toEqual(['close', 'wave', 'climb']);
    desk.choose('wave');
    desk.pass(3.2);
    expect(desk.told('signalled')).toEqual(['window-bedroom sheet']);
  });
});

describe('what smoke hides', () => {
  test('is not offered from afar any more, and still is under the hand', () => {
    const desk = new Desk(STAY);
    const use = (x: number, z: number) => {
      desk.stand(x, 0, z);
      desk.faceThing('door-stair-b');
      return desk.t.hands.right.use;
    };
    expect(use(3.5, 4.8)).toBe('far');
    desk.stand(0.2, 0, 0.2);
    desk.pass(45);
    // the corridor's upper layer hides what is more than an arm away
    expect(smokeIn(desk.drill.world, 'corridor').visibility_m).toBeLessThan(1);
    expect(use(3.5, 4.8)).toBe('none');
    expect(use(6.7, 5.1)).toBe('ready');
  });
});

describe('what is behind a wall', () => {
  test('is not picked, and through an open doorway it is', () => {
    const desk = new Desk(STAY);
    // the torch lies in the bedroom beside the living room
    desk.stand(-0.6, 0, -0.1);
    const to = new Vector3(-3.55, 0.6, -1.4);
    const eye = desk.t.head.clone();
    const ray = to.clone().sub(eye);
    expect(clear(desk.drill.world, eye, ray.clone().normalize(), ray.length())).toBe(true);
    desk.stand(-0.6, 0, 2.5);
    const beside = desk.t.head.clone();
    const other = to.clone().sub(beside);
    expect(clear(desk.drill.world, beside, other.clone().normalize(), other.length())).toBe(false);
    desk.face([-3.55, 0.6, -1.4]);
    expect(desk.t.hands.right.hover.target?.id).not.toBe('torch');
  });
});

describe('words to a crowd', () => {
  test('are there only where there is one', () => {
    expect(phrasesOf(new Desk(STAY).drill.world)).toEqual(['fire', 'call-119', 'get-out']);
    const guests = new Desk('fire-escape/restaurant-guests');
    expect(phrasesOf(guests.drill.world)).toContain('follow-me');
    guests.key('Digit4');
    expect(guests.told('said')).toEqual(['follow-me']);
  });
});

describe('a leaf in a hand', () => {
  test('rests shut, at a crack of at most 15 degrees, or where the hand has it', () => {
    expect(rested_frac(0.01)).toBe(0);
    expect(rested_frac(0.07)).toBeCloseTo(0.12);
    expect(rested_frac(0.2)).toBeCloseTo(0.12);
    expect(rested_frac(0.5)).toBeCloseTo(0.5);
    expect(rested_frac(1.3)).toBe(1);
  });

  test('follows the hand about its hinge, whichever way it is hung', () => {
    const desk = new Desk(STAY);
    for (const id in desk.drill.world.things) {
      const leaf = desk.drill.world.things[id]!;
      if (leaf.kind !== 'door' || !leaf.hinge || !leaf.swings) continue;
      const [x, , z] = leaf.home.position_m;
      const way = { '-x': [-1, 0], '+x': [1, 0], '-z': [0, -1], '+z': [0, 1] } as const;
      const [hx, hz] = way[leaf.hinge];
      const [sx, sz] = way[leaf.swings];
      const half = Math.max(leaf.half_m[0], leaf.half_m[2]);
      const hinge = [x + hx * half, z + hz * half] as const;
      const at = (share: number): [number, number] => {
        const a = (share * Math.PI) / 2;
        const out = half * 1.6 * Math.cos(a);
        const swung = half * 1.6 * Math.sin(a);
        return [hinge[0] - hx * out + sx * swung, hinge[1] - hz * out + sz * swung];
      };
      expect(along_frac(leaf, ...at(0)), id).toBeCloseTo(0);
      expect(along_frac(leaf, ...at(0.4)), id).toBeCloseTo(0.4);
    }
  });

  test('is cracked by a hand that leads it a little, and shut by one that leads it back', () => {
    const desk = atFlatDoor();
    const { t, drill } = desk;
    const hand = t.hands.right;
    const leaf = door(desk, 'door-flat');
    hand.position.set(0.6, 1.05, 3.86);
    beginPull(hand, leaf);
    hand.position.set(0.58, 1.05, 3.72);
    expect(pull(t, drill, hand, true)).toBe(true);
    expect(t.deeds.at(-1)).toMatchObject({ do: 'turn', thing: 'door-flat', to_frac: 0.12 });
    hand.position.set(0.6, 1.05, 3.87);
    pull(t, drill, hand, true);
    expect(t.deeds.at(-1)).toMatchObject({ do: 'turn', to_frac: 0 });
    expect(pull(t, drill, hand, false)).toBe(false);
  });
});

describe('the back of a hand in a headset', () => {
  test('lies on a leaf within 5 cm and is lifted beyond 11; a bare palm does not count', () => {
    const desk = atFlatDoor();
    const { t, drill, asked } = desk;
    const hand = t.hands.right;
    t.xr.right.tracked = true;
    hand.quat.copy(new Quaternion());
    hand.position.set(0.3, 1.1, 3.82);
    touch(t, drill, hand, asked.targets.leaves);
    expect(t.deeds.at(-1)).toMatchObject({ do: 'feel', thing: 'door-flat' });
    hand.position.z = 3.72;
    touch(t, drill, hand, asked.targets.leaves);
    expect(t.deeds.at(-1)).toMatchObject({ do: 'unfeel' });
    const before = t.deeds.length;
    t.xr.right.bare = true;
    t.rig.yaw_rad = 0;
    // the palm looks at the door (+z), the back away from it
    t.xr.right.back = { x: 0, y: 0, z: -1 };
    hand.position.z = 3.82;
    touch(t, drill, hand, asked.targets.leaves);
    expect(t.deeds).toHaveLength(before);
    t.xr.right.back = { x: 0, y: 0, z: 1 };
    touch(t, drill, hand, asked.targets.leaves);
    expect(t.deeds).toHaveLength(before + 1);
  });
});
