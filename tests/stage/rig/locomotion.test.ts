/** Sticks move a body as a body can move: snap by snap, onto free floor only, and never through furniture. */
import { describe, expect, test } from 'vitest';
import type { Room, Vec3 } from '../../../src/sim/world.ts';
import { ARC_POINTS, throwArc } from '../../../src/stage/rig/arc.ts';
import { CLEARANCE_m, type Footing, judgeLanding, standable } from '../../../src/stage/rig/floor.ts';
import {
  blackness_frac,
  blink,
  createLocomotion,
  type Drive,
  FADE_s,
  STEP_BACK_m,
  snapTurn,
  stepBack,
  teleport,
  WALK_mps,
  walk,
} from '../../../src/stage/rig/locomotion.ts';
import { createRig, worldX_m, worldZ_m } from '../../../src/stage/rig/rig.ts';

const ROOM: Room = {
  width_m: 6,
  depth_m: 5,
  ceiling_m: 2.7,
  floor_m: [
    [-3, -2.5],
    [3, -2.5],
    [3, 2.5],
    [-3, 2.5],
  ],
  obstacles: [{ min_m: [-0.5, 0, -0.5], max_m: [0.5, 0.8, 0.5] }],
  exit: { door: 'door', outside: { min_m: [3.1, 0, -1], max_m: [4.2, 2.4, 0.1] } },
  posts: { stance: [2, 0, -1], shut: [3.6, 0, -0.45] },
  draught_mps: [0, 0, 0],
  surfaces: [],
  spaces: [],
  layout: { rooms: [] },
};
const SHUT: Footing = { room: ROOM, exitOpen: false, leaves: [] };
const OPEN: Footing = { ...SHUT, exitOpen: true };
const FEET: Vec3 = [0, 0, 1];
const HEAD = { x: 0.7, y: 1.6, z: -0.4 };
const drive = (more: Partial<Drive>): Drive => ({ turn: 0, walkX: 0, walkZ: 0, back: 0, aim: null, ...more });
const landing = () => ({ valid: false, x_m: 0, y_m: 0, z_m: 0, post: null });

describe('snap turn', () => {
  test('one push is one turn until the stick has come back', () => {
    const loco = createLocomotion();
    const rig = createRig(0, 0, 0);
    const step = Math.PI / 4;
    for (const stick of [0.3, 0.6, 1, 1, 0.4, 0.3, 0.9]) snapTurn(loco, rig, HEAD, stick, step);
    expect(rig.yaw_rad).toBeCloseTo(-step);
    snapTurn(loco, rig, HEAD, 0.2, step);
    snapTurn(loco, rig, HEAD, -0.55, step);
    expect(rig.yaw_rad).toBeCloseTo(0);
    expect(loco.turns).toBe(2);
  });
});

describe('walking', () => {
  test('goes 1.5 m in a second at full stick, at any frame rate, where the head faces', () => {
    for (const rate of [36, 72, 120]) {
      const rig = createRig(-2.5 - HEAD.x, 2.2 - HEAD.z, 0);
      const loco = createLocomotion();
      for (let i = 0; i < rate; i++) walk(loco, rig, HEAD, 0, drive({ walkZ: -1 }), SHUT, 1 / rate);
      expect(worldX_m(rig, HEAD)).toBeCloseTo(-2.5, 6);
      expect(worldZ_m(rig, HEAD)).toBeCloseTo(2.2 - WALK_mps, 6);
      expect(loco.motion_frac).toBe(1);
    }
  });

  test('a resting thumb does not walk', () => {
    const rig = createRig(0, 2, 0);
    walk(createLocomotion(), rig, HEAD, 0, drive({ walkX: 0.1, walkZ: 0.1 }), SHUT, 1);
    expect([rig.x_m, rig.z_m]).toEqual([0, 2]);
  });

  test('slides along furniture and never enters it', () => {
    const rig = createRig(-HEAD.x, 1 - HEAD.z, 0);
    const loco = createLocomotion();
    for (let i = 0; i < 300; i++) {
      walk(loco, rig, HEAD, 0, drive({ walkZ: -1, walkX: 0.3 }), SHUT, 1 / 72);
      expect(standable(SHUT, worldX_m(rig, HEAD), 0, worldZ_m(rig, HEAD), 0.19)).toBe(true);
    }
    // past the table by its right side
    expect(worldZ_m(rig, HEAD)).toBeLessThan(-0.6);
  });

  test('the way out opens with the door', () => {
    const out = (open: boolean) => {
      const rig = createRig(2.4 - HEAD.x, -0.45 - HEAD.z, 0);
      const loco = createLocomotion();
      for (let i = 0; i < 150; i++) walk(loco, rig, HEAD, 0, drive({ walkX: 1 }), open ? OPEN : SHUT, 1 / 72);
      return worldX_m(rig, HEAD);
    };
    expect(out(false)).toBeLessThan(3);
    expect(out(true)).toBeGreaterThan(3.4);
  });

  test('who was tracked into a table can walk out of it again', () => {
    const rig = createRig(0.3 - HEAD.x, -HEAD.z, 0);
    const loco = createLocomotion();
    for (let i = 0; i < 72; i++) walk(loco, rig, HEAD, 0, drive({ walkX: 1 }), SHUT, 1 / 72);
    expect(worldX_m(rig, HEAD)).toBeGreaterThan(0.7);
  });
});

describe('a step back', () => {
  test('is 0.4 m away from where the head faces, once a pull', () => {
    const loco = createLocomotion();
    const rig = createRig(2 - HEAD.x, 1 - HEAD.z, 0);
    for (let i = 0; i < 5; i++) stepBack(loco, rig, HEAD, 0, 1, SHUT);
    expect(worldZ_m(rig, HEAD)).toBeCloseTo(1 + STEP_BACK_m);
  });

  test('stops before a wall', () => {
    const rig = createRig(2 - HEAD.x, 2.2 - HEAD.z, 0);
    stepBack(createLocomotion(), rig, HEAD, 0, 1, SHUT);
    expect(worldZ_m(rig, HEAD)).toBeLessThanOrEqual(2.31);
  });
});

describe('teleport', () => {
  test('keeps 0.3 m from walls and furniture', () => {
    expect(judgeLanding(SHUT, 0.5 + CLEARANCE_m - 0.02, 0, 0, FEET, landing()).valid).toBe(false);
    expect(judgeLanding(SHUT, 0.5 + CLEARANCE_m + 0.02, 0, 0, FEET, landing()).valid).toBe(true);
    expect(judgeLanding(SHUT, -2.8, 0, 0, FEET, landing()).valid).toBe(false);
    expect(judgeLanding(SHUT, 9, 0, 9, FEET, landing()).valid).toBe(false);
  });

  test('a post pulls a landing near it, one behind a shut door does not', () => {
    expect(judgeLanding(SHUT, 2.2, 0, -1.2, FEET, landing())).toMatchObject({
      valid: true,
      x_m: 2,
      z_m: -1,
      post: 'stance',
    });
    expect(judgeLanding(SHUT, 3.5, 0, -0.45, FEET, landing()).valid).toBe(false);
    expect(judgeLanding(OPEN, 3.5, 0, -0.45, FEET, landing())).toMatchObject({ valid: true, post: 'shut' });
  });

  test('the head lands on the ring to the micrometre, at the darkest moment, whatever the frame rate', () => {
    for (const rate of [10, 36, 72, 120]) {
      const loco = createLocomotion();
      const rig = createRig(-2, 1, 0.9);
      const hand = { x: 0, y: 1.2, z: 1.5 };
      const down = { x: 0.9, y: -0.435, z: 0 };
      teleport(loco, 'right', hand, down, SHUT, FEET);
      expect(loco.landing.valid).toBe(true);
      teleport(loco, null, hand, down, SHUT, FEET);
      let darkest = 0;
      for (let i = 0; i < rate; i++) {
        blink(loco, rig, HEAD, 1 / rate);
        darkest = Math.max(darkest, blackness_frac(loco));
      }
      expect(loco.jumps).toBe(1);
      expect(worldX_m(rig, HEAD)).toBeCloseTo(loco.landing.x_m, 6);
      expect(worldZ_m(rig, HEAD)).toBeCloseTo(loco.landing.z_m, 6);
      if (rate >= 72) expect(darkest).toBeGreaterThan(0.75);
      expect(blackness_frac(loco)).toBe(0);
    }
    expect(FADE_s).toBe(0.12);
  });

  test('letting go over a forbidden place does nothing', () => {
    const loco = createLocomotion();
    teleport(loco, 'left', { x: 0, y: 1.2, z: 0 }, { x: 0, y: -1, z: 0 }, SHUT, FEET);
    expect(loco.landing.valid).toBe(false);
    teleport(loco, null, { x: 0, y: 1.2, z: 0 }, { x: 0, y: -1, z: 0 }, SHUT, FEET);
    expect(loco.goal).toBeNull();
  });

  test('the arc ends on the floor and flies further when aimed higher', () => {
    const points = new Float32Array(ARC_POINTS * 3);
    const end = () => Math.hypot(points[ARC_POINTS * 3 - 3]!, points[ARC_POINTS * 3 - 1]!);
    throwArc({ x: 0, y: 1.1, z: 0 }, { x: 0, y: 0, z: -1 }, points);
    expect(points[ARC_POINTS * 3 - 2]).toBeCloseTo(0, 5);
    const level = end();
    throwArc({ x: 0, y: 1.1, z: 0 }, { x: 0, y: Math.SQRT1_2, z: -Math.SQRT1_2 }, points);
    expect(end()).toBeGreaterThan(level);
  });
});
