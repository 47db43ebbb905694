/** The play space on the storeys of a house: up and down its stairs, onto its flights, not through its walls. */
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { setupOf } from '../../../src/script/room.ts';
import { shutLeaves } from '../../../src/sim/ground.ts';
import type { Vec3 } from '../../../src/sim/world.ts';
import { ARC_POINTS, throwOnto } from '../../../src/stage/rig/arc.ts';
import { type Footing, judgeLanding, slide } from '../../../src/stage/rig/floor.ts';
import { blink, createLocomotion, type Drive, stand, teleport, walk } from '../../../src/stage/rig/locomotion.ts';
import { createRig } from '../../../src/stage/rig/rig.ts';

const setup = setupOf(loadPack('fire-escape/fire-above').room, {}, 1.6);
const things = Object.fromEntries(setup.things.map((thing) => [thing.id, thing]));
const { room } = setup;
const on: Footing = { room, exitOpen: false, leaves: shutLeaves({ room, things }) };
const HEAD = { x: 0, y: 1.6, z: 0 };
const drive = (more: Partial<Drive>): Drive => ({ turn: 0, walkX: 0, walkZ: 0, back: 0, aim: null, ...more });
const landing = () => ({ valid: false, x_m: 0, y_m: 0, z_m: 0, post: null });

describe('walking', () => {
  test('down a flight the play space sinks with it, smoothly, at any frame rate', () => {
    for (const rate of [36, 72, 120]) {
      const rig = createRig(-6, 6.8, Math.PI, 0);
      const loco = createLocomotion();
      let before_m = 0;
      for (let i = 0; i < rate * 2.4; i++) {
        walk(loco, rig, HEAD, Math.PI, drive({ walkZ: -1 }), on, 1 / rate);
        stand(rig, HEAD, room, 1 / rate);
        expect(rig.y_m).toBeLessThanOrEqual(before_m + 1e-9);
        expect((before_m - rig.y_m) * rate).toBeLessThan(2.6);
        before_m = rig.y_m;
      }
      expect(rig.y_m).toBeCloseTo(-1.5, 6);
      expect(rig.z_m).toBeGreaterThan(9.6);
    }
  });

  test('a flat floor leaves the height alone, and so does a room without storeys', () => {
    const rig = createRig(0.2, 0.4, 0, 0);
    stand(rig, HEAD, room, 0.1);
    expect(rig.y_m).toBe(0);
    const single = createRig(1, 1, 0, 0);
    stand(single, HEAD, setupOf(loadPack('firefighting/kitchen-wok').room, {}, 1.6).room, 0.1);
    expect(single.y_m).toBe(0);
  });

  test('a shut door stops it, an open one does not', () => {
    const north = (leaves: Footing['leaves']) => {
      const rig = createRig(0.2, 3, Math.PI, 0);
      for (let i = 0; i < 144; i++)
        walk(createLocomotion(), rig, HEAD, Math.PI, drive({ walkZ: -1 }), { ...on, leaves }, 1 / 72);
      return rig.z_m;
    };
    expect(north(on.leaves)).toBeLessThan(3.9);
    expect(north([])).toBeGreaterThan(4.5);
  });

  test('smoke and knees slow it', () => {
    const far_m = (pace_frac: number) => {
      const rig = createRig(-7, 4.8, -Math.PI / 2, 0);
      walk(createLocomotion(), rig, HEAD, -Math.PI / 2, drive({ walkZ: -1 }), on, 0.1, pace_frac);
      return rig.x_m + 7;
    };
    expect(far_m(0.4)).toBeCloseTo(0.4 * far_m(1), 6);
  });

  test('who leaned into a wall can walk out of it again', () => {
    const at: [number, number] = [2.58, 2.6];
    for (let i = 0; i < 40; i++) slide(on, at, 0, -0.02, 0);
    expect(at[0]).toBeLessThan(2.31);
  });
});

describe('a throw', () => {
  const points = new Float32Array(ARC_POINTS * 3);
  const from = (place: Vec3) => ({ x: place[0], y: place[1] + 1.2, z: place[2] });
  const unit = (x: number, y: number, z: number) => {
    const size = Math.hypot(x, y, z);
    return { x: x / size, y: y / size, z: z / size };
  };

  test('down a stair lands on the flight or the half landing, and one stands there', () => {
    const feet: Vec3 = [-6, 0, 7];
    const loco = createLocomotion();
    const rig = createRig(-6, 7, 0, 0);
    teleport(loco, 'right', from(feet), unit(0, -0.5, 1), on, feet);
    expect(loco.landing.valid).toBe(true);
    expect(loco.landing.y_m).toBeLessThan(-0.5);
    teleport(loco, null, from(feet), unit(0, -0.5, 1), on, feet);
    for (let i = 0; i < 20; i++) blink(loco, rig, HEAD, 1 / 72);
    expect(rig.y_m).toBeCloseTo(loco.landing.y_m, 6);
  });

  test('up a stair lands higher', () => {
    const feet: Vec3 = [-7.4, 0, 6.6];
    const loco = createLocomotion();
    teleport(loco, 'right', from(feet), unit(0, 0.25, 1), on, feet);
    expect(loco.landing.y_m).toBeGreaterThan(0.3);
    expect(loco.landing.valid).toBe(true);
  });

  test('does not land behind a wall or a shut door, though there is floor', () => {
    const judge = (leaves: Footing['leaves'], x: number, z: number, feet: Vec3) =>
      judgeLanding({ ...on, leaves }, x, 0, z, feet, landing()).valid;
    expect(judge(on.leaves, 0.2, 4.8, [0.2, 0, 2.5])).toBe(false);
    expect(judge([], 0.2, 4.8, [0.2, 0, 2.5])).toBe(true);
    expect(judge([], 4.0, 1.0, [0.2, 0, 0.4])).toBe(false);
    expect(judge(on.leaves, 0.2, 2.6, [0.2, 0, 0.4])).toBe(true);
  });

  test('that meets no floor is told so', () => {
    expect(throwOnto({ x: 0, y: 1, z: 0 }, unit(0, -1, 0.01), () => null, points)).toBe(false);
  });
});
