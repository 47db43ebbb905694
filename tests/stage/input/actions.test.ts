/** One map for all devices: every action can be reached, a press is one press, and a wrist turns the way a tap does. */
import { describe, expect, test } from 'vitest';
import {
  ACTIONS,
  beginFrame,
  createActions,
  HAND_ACTIONS,
  isDown,
  KEYS,
  letAllGo,
  level,
  PAD_BUTTONS,
  press,
  settle,
  wentDown,
  wentUp,
  XR_BUTTONS,
} from '../../../src/stage/input/actions.ts';
import { roll_rad, twisted_frac } from '../../../src/stage/input/twist.ts';

function frame(state: ReturnType<typeof createActions>, much: number): void {
  beginFrame(state);
  press(state, 'use-right', much);
  settle(state);
}

describe('the action map', () => {
  test('names only actions there are', () => {
    const known = new Set<string>(ACTIONS);
    for (const name of [...Object.values(KEYS), ...Object.values(PAD_BUTTONS)]) expect(known.has(name)).toBe(true);
    for (const side of ['left', 'right'] as const)
      for (const name of Object.values(HAND_ACTIONS[side])) expect(known.has(name)).toBe(true);
  });

  test('what a keyboard can do a gamepad can do', () => {
    const sticks = ['walk-forward', 'walk-back', 'walk-left', 'walk-right', 'turn-left', 'turn-right'];
    // the rest of the numbers, and counting, have keys on the panel they belong to
    const onPanels = ['say-4', 'say-5', 'say-6', 'say-7', 'count'];
    const pad = new Set<string>([...Object.values(PAD_BUTTONS), ...sticks, ...onPanels]);
    expect([...new Set(Object.values(KEYS))].filter((name) => !pad.has(name))).toEqual([]);
  });

  test('one controller alone has squeeze, grip, pin, crouch and menu', () => {
    expect([...Object.values(XR_BUTTONS)].sort()).toEqual(['crouch', 'grip', 'menu', 'second', 'use']);
  });

  test('a trembling finger is one press, however long', () => {
    const state = createActions();
    let presses = 0;
    let releases = 0;
    for (const much of [0.1, 0.5, 0.62, 0.55, 0.45, 0.61, 0.5, 1, 1, 0.41, 0.3, 0.1]) {
      frame(state, much);
      presses += wentDown(state, 'use-right') ? 1 : 0;
      releases += wentUp(state, 'use-right') ? 1 : 0;
    }
    expect([presses, releases]).toEqual([1, 1]);
  });

  test('of two devices the stronger counts, and a level outlives its frame by nothing', () => {
    const state = createActions();
    beginFrame(state);
    press(state, 'use', 0.4);
    press(state, 'use', 0.7);
    press(state, 'use', 0.2);
    settle(state);
    expect(level(state, 'use')).toBeCloseTo(0.7);
    beginFrame(state);
    settle(state);
    expect(level(state, 'use')).toBe(0);
    expect(isDown(state, 'use')).toBe(false);
  });

  test('after losing the page nothing stays pressed', () => {
    const state = createActions();
    frame(state, 1);
    letAllGo(state);
    expect(isDown(state, 'use-right')).toBe(false);
    expect(wentUp(state, 'use-right')).toBe(false);
  });
});

describe('a twisting wrist', () => {
  const rolled = (a: number) => ({ x: 0, y: 0, z: Math.sin(a / 2), w: Math.cos(a / 2) });

  test('clockwise is positive, as its owner sees it', () => {
    // about +z a positive angle is anticlockwise for who looks along -z
    expect(roll_rad(rolled(-0.5))).toBeCloseTo(0.5);
    expect(roll_rad(rolled(0.5))).toBeCloseTo(-0.5);
  });

  test('a quarter turn clockwise shuts an open tap, anticlockwise opens it, never past its ends', () => {
    expect(twisted_frac(1, Math.PI / 2)).toBe(0);
    expect(twisted_frac(0, -Math.PI / 4)).toBeCloseTo(0.5);
    expect(twisted_frac(0, Math.PI)).toBe(0);
    expect(twisted_frac(1, -Math.PI)).toBe(1);
  });
});
