/** Feet in a house: on its floors and stairs, never through its walls. */
import { describe, expect, test } from 'vitest';
import { floorUnder_m, groundAt, shutLeaves, standable } from '../../src/sim/ground.ts';
import { pathOut } from '../../src/sim/path.ts';
import { gridOf, nodeAt, spreadFrom, walkable, wayOver } from '../../src/sim/way.ts';
import type { Vec3 } from '../../src/sim/world.ts';
import { tower } from './house.ts';
import { actor } from './rooms.ts';

const house = tower('living-middle').world;
const { room } = house;
const post = (name: string) => room.posts[name]!;

describe('ground', () => {
  test('[W1] is the surface nearest below the feet, as high as a step above them', () => {
    expect(groundAt(room, 0.2, 0.4, 0)).toBe(0);
    expect(groundAt(room, -6.7, 6.5, 0.3)).toBe(0);
    expect(groundAt(room, -6.7, 6.5, -2.9)).toBeCloseTo(-3, 9);
    expect(groundAt(room, -6.7, 6.5, 2.7)).toBeCloseTo(3, 9);
    expect(groundAt(room, -6.7, 6.5, -7)).toBeNull();
  });

  test('[W1] a flight rises evenly from landing to landing', () => {
    // down flight 1 of stair a: z 7.2 at 0, z 9.6 at -1.5
    for (const share of [0, 0.25, 0.5, 1]) {
      const under = groundAt(room, -6, 7.2 + 2.4 * share, -1.5 * share);
      expect(under).toBeCloseTo(-1.5 * share, 6);
    }
  });

  test('[W1] there is none in a wall, and a head knows the floor it is over', () => {
    expect(groundAt(room, 2.6, 0.5, 0)).toBeNull();
    expect(floorUnder_m(room, [6.7, -1.4, 6.5])).toBeCloseTo(-3, 9);
    expect(floorUnder_m(room, [6.7, -2.5, 6.5])).toBeCloseTo(-3, 9);
  });

  test('[W1] a room without surfaces is flat everywhere', () => {
    expect(groundAt(actor('kitchen-wok').world.room, 55, 55, 3)).toBe(0);
  });
});

describe('standing', () => {
  test('[W2] keeps clear of walls, furniture and edges of flights', () => {
    expect(standable(room, [], 0.2, 0, 0.4, 0.2)).toBe(true);
    expect(standable(room, [], 2.4, 0, 0.4, 0.2)).toBe(false);
    expect(standable(room, [], -1.5, 0, -2.5, 0.2)).toBe(false);
    expect(standable(room, [], -6.7, -0.7, 8.4, 0.2)).toBe(false);
    expect(standable(room, [], -6.0, -0.75, 8.4, 0.2)).toBe(true);
  });

  test('[W2] a shut or cracked door bars its doorway, an open one does not', () => {
    const { world } = tower('living-middle');
    const door = world.things['door-flat']!;
    if (door.kind !== 'door') throw new Error('no door');
    for (const [open_frac, free] of [
      [0, false],
      [0.12, false],
      [0.5, false],
      [0.51, true],
      [1, true],
    ] as const) {
      door.open_frac = open_frac;
      expect(standable(world.room, shutLeaves(world), 0.2, 0, 3.9, 0.2), `${open_frac}`).toBe(free);
    }
  });

  test('[W2] what hangs over a storey does not bar the one below', () => {
    const table = { min_m: [-1, 3, 4.2], max_m: [1, 3.8, 5.4] };
    const over = { surfaces: room.surfaces, obstacles: [table as { min_m: Vec3; max_m: Vec3 }] };
    expect(standable(over, [], 0, 0, 4.8, 0.2)).toBe(true);
    expect(standable(over, [], 0, -6, 4.8, 0.2)).toBe(true);
  });
});

describe('ways', () => {
  test('[W3] from bed to the ground before the house, through doors that open, down four flights', () => {
    const way = wayOver(room, [], post('bedside'), post('assembly'));
    expect(way.at(-1)).toEqual(post('assembly'));
    let here = post('bedside');
    let lowest_m = 0;
    let length_m = 0;
    for (const next of way) {
      expect(walkable(room, [], here, next), `${here} to ${next}`).toBe(true);
      length_m += Math.hypot(next[0] - here[0], next[2] - here[2]);
      expect(next[1]).toBeLessThanOrEqual(lowest_m + 0.01);
      lowest_m = Math.min(lowest_m, next[1]);
      here = next;
    }
    expect(length_m).toBeGreaterThan(30);
    expect(length_m).toBeLessThan(60);
  });

  test('[W3] a shut door ends the way before it', () => {
    const end = wayOver(room, shutLeaves(house), post('living-middle'), post('corridor-flat')).at(-1)!;
    expect(end[2]).toBeLessThan(3.9);
    expect(end[2]).toBeGreaterThan(3.2);
  });

  test('[W3] the nearest floor below a thing is where one goes to reach it, not a storey off', () => {
    const grid = gridOf(room);
    const at = (x: number, y: number, z: number) => grid.at_m[3 * nodeAt(grid, x, y, z) + 1]!;
    expect(at(1, 1.15, 5.58)).toBe(0);
    expect(at(-6.7, -4.95, 5.7)).toBeCloseTo(-6, 6);
    expect(at(-6.7, 1.05, 5.7)).toBe(0);
  });

  test('[W3] a field of distances falls along every way to its goal', () => {
    const grid = gridOf(room);
    const goal = nodeAt(grid, ...post('assembly'));
    const { far_m } = spreadFrom(grid, [goal]);
    const way = wayOver(room, [], post('landing-b'), post('assembly'));
    let before_m = far_m[nodeAt(grid, ...post('landing-b'))]!;
    for (const next of way) {
      const now_m = far_m[nodeAt(grid, ...next)]!;
      expect(now_m).toBeLessThan(before_m + 0.3);
      before_m = now_m;
    }
    expect(before_m).toBeLessThan(0.3);
    expect(far_m[nodeAt(grid, ...post('bedside'))]).toBeLessThan(60);
  });

  test('[W3] the way out of a house ends outside on the ground', () => {
    expect(pathOut(house, post('corridor-flat')).at(-1)![1]).toBeCloseTo(-6, 6);
  });
});
