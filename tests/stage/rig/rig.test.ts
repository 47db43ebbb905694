/** The play space moves about the head, exactly, wherever the head stands in it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createRig,
  landHead,
  placeHead,
  turnAboutHead,
  worldX_m,
  worldZ_m,
  wrap,
  yawOf_rad,
} from '../../../src/stage/rig/rig.ts';

const metres = fc.double({ min: -3, max: 3, noNaN: true });
const angle = fc.double({ min: -6, max: 6, noNaN: true });
const head = fc.record({ x: metres, y: metres, z: metres });

function quat(yaw: number, pitch: number): [number, number, number, number] {
  const [cy, sy, cp, sp] = [Math.cos(yaw / 2), Math.sin(yaw / 2), Math.cos(pitch / 2), Math.sin(pitch / 2)];
  return [cy * sp, sy * cp, -sy * sp, cy * cp];
}

describe('the rig', () => {
  test('a turn leaves the head where it is, however far from the origin it stands', () => {
    fc.assert(
      fc.property(metres, metres, angle, head, angle, (x, z, yaw, local, by) => {
        const rig = createRig(x, z, yaw);
        const before = [worldX_m(rig, local), worldZ_m(rig, local)];
        turnAboutHead(rig, local, by);
        expect(worldX_m(rig, local)).toBeCloseTo(before[0]!, 9);
        expect(worldZ_m(rig, local)).toBeCloseTo(before[1]!, 9);
        expect(wrap(rig.yaw_rad - yaw - by)).toBeCloseTo(0, 9);
      }),
    );
  });

  test('a landing puts the head on the point at any turn of the play space', () => {
    fc.assert(
      fc.property(metres, metres, angle, head, metres, metres, (x, z, yaw, local, toX, toZ) => {
        const rig = createRig(x, z, yaw);
        landHead(rig, local, toX, toZ);
        expect(worldX_m(rig, local)).toBeCloseTo(toX, 9);
        expect(worldZ_m(rig, local)).toBeCloseTo(toZ, 9);
        expect(rig.yaw_rad).toBe(yaw);
      }),
    );
  });

  test('after a recentre the head faces as it did, where it was', () => {
    fc.assert(
      fc.property(head, angle, metres, metres, angle, (local, localYaw, x, z, yaw) => {
        const rig = createRig(0, 0, 0);
        placeHead(rig, local, localYaw, x, z, yaw);
        expect(worldX_m(rig, local)).toBeCloseTo(x, 9);
        expect(worldZ_m(rig, local)).toBeCloseTo(z, 9);
        expect(wrap(rig.yaw_rad + localYaw - yaw)).toBeCloseTo(0, 9);
      }),
    );
  });

  test('the same local point 1 m to the right is 1 m to the left after a half turn', () => {
    const rig = createRig(0, 0, Math.PI);
    expect(worldX_m(rig, { x: 1, y: 0, z: 0 })).toBeCloseTo(-1);
    expect(worldZ_m(rig, { x: 0, y: 0, z: -1 })).toBeCloseTo(1);
  });

  test('looking up or down does not change where the head faces', () => {
    for (const yaw of [-3, -1.2, 0, 0.4, 2.9])
      for (const pitch of [-1.5, -0.7, 0, 0.7, 1.5]) expect(yawOf_rad(...quat(yaw, pitch))).toBeCloseTo(yaw, 6);
  });

  test('straight up and straight down still face somewhere', () => {
    for (const pitch of [Math.PI / 2, -Math.PI / 2]) expect(yawOf_rad(...quat(0.8, pitch))).toBeCloseTo(0.8, 5);
  });

  test('angles stay within half a turn', () => {
    expect(wrap(3 * Math.PI)).toBeCloseTo(Math.PI);
    expect(wrap(-Math.PI / 2)).toBeCloseTo(-Math.PI / 2);
  });
});
