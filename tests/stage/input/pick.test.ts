/** Pointing and reaching find what a person means, in plain box maths. */
import { describe, expect, test } from 'vitest';
import type { Quat, Vec3 } from '../../../src/sim/world.ts';
import {
  type Hit,
  isPartOf,
  pickNear,
  pickRay,
  pointBox_m,
  rayBox_m,
  type Target,
} from '../../../src/stage/input/pick.ts';

const FLAT: Quat = [0, 0, 0, 1];
/** 90 degrees to the left about y */
const LEFT: Quat = [0, Math.SQRT1_2, 0, Math.SQRT1_2];
const box = (id: string, at: Vec3, half: Vec3, turn: Quat = FLAT): Target => ({
  id,
  pose: { position_m: at, orientation_quat: turn },
  half_m: half,
});
const hit = (): Hit => ({ target: null, distance_m: 0, point: { x: 0, y: 0, z: 0 } });
const EYE = { x: 0, y: 1.6, z: 0 };
const towards = (at: Vec3) => {
  const d = [at[0] - EYE.x, at[1] - EYE.y, at[2] - EYE.z];
  const length = Math.hypot(...d);
  return { x: d[0]! / length, y: d[1]! / length, z: d[2]! / length };
};

describe('a ray and a box', () => {
  test('meets the near face, counts zero from inside, misses beside and behind', () => {
    const one = box('a', [0, 1.6, -3], [0.5, 0.5, 0.5]);
    expect(rayBox_m(EYE, { x: 0, y: 0, z: -1 }, one)).toBeCloseTo(2.5);
    expect(rayBox_m({ x: 0, y: 1.6, z: -3 }, { x: 0, y: 0, z: -1 }, one)).toBe(0);
    expect(rayBox_m(EYE, { x: 0, y: 0, z: 1 }, one)).toBe(Number.POSITIVE_INFINITY);
    expect(rayBox_m({ x: 0.6, y: 1.6, z: 0 }, { x: 0, y: 0, z: -1 }, one)).toBe(Number.POSITIVE_INFINITY);
  });

  test('a turned box is met where it really is', () => {
    const plank = box('a', [0, 1.6, -3], [1, 0.1, 0.1], LEFT);
    expect(rayBox_m(EYE, { x: 0, y: 0, z: -1 }, plank)).toBeCloseTo(2);
    expect(rayBox_m({ x: 0.5, y: 1.6, z: 0 }, { x: 0, y: 0, z: -1 }, plank)).toBe(Number.POSITIVE_INFINITY);
  });

  test('a hidden box is never met', () => {
    const gone = box('a', [0, 1.6, -3], [-1, -1, -1]);
    expect(rayBox_m(EYE, { x: 0, y: 0, z: -1 }, gone)).toBe(Number.POSITIVE_INFINITY);
    expect(pointBox_m({ x: 0, y: 1.6, z: -3 }, gone)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('pointing', () => {
  const bottle = box('ext-1', [0, 1.2, -2], [0.09, 0.24, 0.09]);
  const pin = box('ext-1.pin', [0.04, 1.41, -2], [0.035, 0.035, 0.035]);

  test('the nearest thing wins', () => {
    const far = box('b', [0, 1.6, -5], [1, 1, 1]);
    const near = box('c', [0, 1.6, -2], [0.2, 0.2, 0.2]);
    expect(pickRay(EYE, { x: 0, y: 0, z: -1 }, [far, near], 2, 12, hit()).target?.id).toBe('c');
  });

  test('a pin inside the outline of its bottle is picked, in either order', () => {
    for (const list of [
      [bottle, pin],
      [pin, bottle],
    ])
      expect(pickRay(EYE, towards([0.04, 1.41, -2]), list, 2, 12, hit()).target?.id).toBe('ext-1.pin');
    expect(pickRay(EYE, towards([0, 1.1, -2]), [bottle, pin], 2, 12, hit()).target?.id).toBe('ext-1');
  });

  test('an unsteady hand still gets a knob it points 1.5 degrees beside, not one 6 degrees beside', () => {
    const knob = box('knob', [0, 1.6, -2], [0.03, 0.03, 0.03]);
    const beside = (deg: number) => {
      const a = (deg * Math.PI) / 180 + 0.015;
      return pickRay(EYE, { x: Math.sin(a), y: 0, z: -Math.cos(a) }, [knob], 1, 12, hit()).target?.id ?? null;
    };
    expect(beside(1.5)).toBe('knob');
    expect(beside(6)).toBeNull();
  });

  test('further than the reach is nothing', () => {
    expect(pickRay(EYE, { x: 0, y: 0, z: -1 }, [box('a', [0, 1.6, -9], [1, 1, 1])], 1, 5, hit()).target).toBeNull();
  });
});

describe('reaching', () => {
  test('takes the nearest within reach, by centre when inside several', () => {
    const wok = box('wok', [0, 1, 0], [0.2, 0.1, 0.2]);
    const lid = box('lid', [0.1, 1.05, 0], [0.18, 0.04, 0.18]);
    expect(pickNear({ x: 0.1, y: 1.05, z: 0 }, [wok, lid], 2, 0.15, hit()).target?.id).toBe('lid');
    expect(pickNear({ x: -0.25, y: 1, z: 0 }, [wok, lid], 2, 0.15, hit()).target?.id).toBe('wok');
    expect(pickNear({ x: 1, y: 1, z: 0 }, [wok, lid], 2, 0.15, hit()).target).toBeNull();
  });
});

test('a part belongs to its own thing only', () => {
  expect(isPartOf('ext-1.pin', 'ext-1')).toBe(true);
  expect(isPartOf('ext-10.pin', 'ext-1')).toBe(false);
  expect(isPartOf('ext-1', 'ext-1')).toBe(false);
});
