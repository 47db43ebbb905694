/** A crowd: bodies that go through nothing, minds that have to be led, smoke that slows them. */
import { describe, expect, test } from 'vitest';
import { breathDose_fracpmin } from '../../src/sim/breath.ts';
import { bars, nearestOn, standsShut, wallsNear, wallsOf } from '../../src/sim/crowd-ground.ts';
import { airAtPoint } from '../../src/sim/smoke.ts';
import { step } from '../../src/sim/step.ts';
import type { Fact, Vec3, World } from '../../src/sim/world.ts';
import { CO, SOOT } from '../../src/sim/zone/species.ts';
import { walkByVisibility_mps } from '../../src/sim/zone/walk.ts';
import {
  crowd,
  leadOut,
  member,
  open,
  person,
  restaurant,
  say,
  school,
  walkTo,
  wedge,
  withPeople,
} from './crowd-house.ts';
import type { Actor } from './rooms.ts';

/** How deep the deepest body is in a wall: share of a radius beyond which a middle has come too near. */
function nearestWall_m(world: World): number {
  const walls = wallsOf(world);
  let least_m = 9;
  for (const one of crowd(world)) {
    const [x, y, z] = one.pose.position_m;
    for (const index of wallsNear(walls, x, z)) {
      const wall = walls.all[index]!;
      const t = nearestOn(wall, x, z);
      if (!bars(wall, t, y) || !standsShut(world, wall)) continue;
      const wx = wall.a_m[0] + (wall.b_m[0] - wall.a_m[0]) * t;
      const wz = wall.a_m[2] + (wall.b_m[2] - wall.a_m[2]) * t;
      least_m = Math.min(least_m, Math.hypot(x - wx, z - wz));
    }
  }
  return least_m;
}

function deepest_m(world: World): number {
  const all = crowd(world);
  let most_m = 0;
  for (let i = 0; i < all.length; i++)
    for (let j = i + 1; j < all.length; j++) {
      const [a, b] = [all[i]!, all[j]!];
      const [ax, ay, az] = a.pose.position_m;
      const [bx, by, bz] = b.pose.position_m;
      if (Math.abs(ay - by) > 1) continue;
      const wide_m = member(world, a.id).radius_m + member(world, b.id).radius_m;
      most_m = Math.max(most_m, wide_m - Math.hypot(ax - bx, az - bz));
    }
  return most_m;
}

const told = (actor: Actor, fact: string): Fact[] => actor.facts.filter((one) => one.fact === fact);

describe('thirty guests led out by the second exit', () => {
  const actor = restaurant();
  let wall_m = 9;
  let deep_m = 0;
  const watch = () => {
    wall_m = Math.min(wall_m, nearestWall_m(actor.world));
    deep_m = Math.max(deep_m, deepest_m(actor.world));
  };
  leadOut(actor);
  for (let k = 0; k < 90; k++) {
    actor.run(0.5);
    watch();
  }

  test('[P6] all thirty are outside, each told once, and have gathered at the assembly point', () => {
    expect(new Set(told(actor, 'person-out').map((one) => one.thing)).size).toBe(30);
    expect(told(actor, 'person-out')).toHaveLength(30);
    const [x, , z] = actor.world.room.posts.assembly!;
    for (const one of crowd(actor.world))
      expect(Math.hypot(one.pose.position_m[0] - x, one.pose.position_m[2] - z)).toBeLessThan(6);
  });

  test('[P6] the three in side rooms were found there', () => {
    const found = told(actor, 'found').map((one) => one.with);
    expect(found.sort()).toEqual(['private-room', 'private-room', 'toilets']);
  });

  test('[P5] nobody came into a wall, and nobody deep into another', () => {
    expect(wall_m).toBeGreaterThan(0.1);
    expect(deep_m).toBeLessThan(0.12);
  });

  test('[P16] counted at the assembly point all are here; counted in the hall all are missing', () => {
    actor.run(0.1, [{ do: 'count' }]);
    expect(told(actor, 'counted').at(-1)!.values).toEqual({ here: 30, missing: 0 });
    actor.at = [...actor.world.room.posts['hall-middle']!];
    actor.run(0.1, [{ do: 'count' }]);
    expect(told(actor, 'counted').at(-1)!.values).toEqual({ here: 0, missing: 30 });
  });
});

test('[P5] a crowd that pushes for ten seconds against a locked door stays before it', () => {
  const people: Record<string, { at_m: Vec3; role: string }> = {};
  for (let i = 0; i < 12; i++)
    people[`p-${i}`] = { at_m: [2 + 0.6 * (i % 4), 0, 1.8 + 0.6 * Math.floor(i / 4)], role: 'resident' };
  const actor = withPeople(people);
  const door = actor.world.things['door-passage']!;
  if (door.kind === 'door') door.selfClosing = false;
  actor.at = [0, 0, 2];
  say(actor, 'get-out', 1);
  let wall_m = 9;
  for (let k = 0; k < 40; k++) {
    actor.run(0.25);
    // somebody holds it shut
    if (door.kind === 'door') door.open_frac = 0;
    wall_m = Math.min(wall_m, nearestWall_m(actor.world));
  }
  expect(crowd(actor.world).every((one) => one.pose.position_m[0] < 6.1)).toBe(true);
  expect(crowd(actor.world).some((one) => one.pose.position_m[0] > 5)).toBe(true);
  expect(wall_m).toBeGreaterThan(0.08);
  expect(deepest_m(actor.world)).toBeLessThan(0.12);
});

test('[P6] nobody stirs who was not called', () => {
  const actor = restaurant();
  actor.run(20);
  walkTo(actor, [4.4, 0, 2.6]);
  walkTo(wedge(actor, 'door-passage'), 'in-door-2');
  walkTo(wedge(actor, 'door-2'), 'assembly').run(20);
  expect(told(actor, 'person-out')).toHaveLength(0);
  actor.run(0.1, [{ do: 'count' }]);
  expect(told(actor, 'counted')[0]!.values).toEqual({ here: 0, missing: 30 });
});

test('[P7] whoever hesitates goes when told twice, and is told of once', () => {
  const actor = withPeople({ anna: { at_m: [-1.2, 0, -0.6], temper: 'hesitates' } });
  actor.at = [1, 0, -0.6];
  say(actor, 'follow-me', 5);
  expect(actor.has('hesitating', 'anna')).toBeDefined();
  expect(actor.has('following', 'anna')).toBeUndefined();
  say(actor, 'follow-me', 3);
  expect(actor.has('following', 'anna')).toBeDefined();
  expect(told(actor, 'hesitating')).toHaveLength(1);
});

test('[P7] two calls in one breath are one', () => {
  const actor = withPeople({ anna: { at_m: [-1.2, 0, -0.6], temper: 'hesitates' } });
  actor.at = [1, 0, -0.6];
  say(say(actor, 'follow-me', 0.3), 'get-out', 6);
  expect(actor.has('following', 'anna')).toBeUndefined();
});

test('[P7] whoever hesitates goes after others beside them have gone for a while', () => {
  const people: Record<string, { at_m: Vec3; temper?: 'hesitates' }> = {
    anna: { at_m: [1.0, 0, -0.75], temper: 'hesitates' },
  };
  for (let i = 0; i < 14; i++) people[`p-${i}`] = { at_m: [-5.4 + 0.42 * i, 0, i % 2 === 0 ? -1.2 : -0.3] };
  const actor = withPeople(people);
  actor.at = [0, 0, -0.75];
  actor.run(0.1);
  member(actor.world, 'anna').dithers_s = 2;
  say(actor, 'follow-me');
  walkTo(actor, [5.4, 0, -0.75]);
  walkTo(actor, [5.4, 0, 2.4]).run(6);
  expect(member(actor.world, 'anna').calls_count).toBe(1);
  const first_s = Math.min(...told(actor, 'following').map((one) => one.at_s));
  expect(actor.has('following', 'anna')!.at_s).toBeGreaterThan(first_s + 2);
});

test('[P8] whoever thinks of a bag turns back for it, fetches it and follows again', () => {
  const actor = withPeople({ ben: { at_m: [-5.4, 0, -0.75], temper: 'bag' } });
  actor.at = [-3, 0, -0.75];
  say(actor, 'follow-me');
  walkTo(actor, [4.2, 0, -0.75]).run(6);
  expect(actor.has('turned-back', 'ben')).toBeDefined();
  actor.run(12);
  expect(member(actor.world, 'ben').bag).toBe('fetched');
  actor.run(12);
  expect(person(actor.world, 'ben').pose.position_m[0]).toBeGreaterThan(2);
});

test('[P8] told to leave it they do not turn back, and turn round again if they have', () => {
  const first = withPeople({ ben: { at_m: [-5.4, 0, -0.75], temper: 'bag' } });
  first.at = [-3, 0, -0.75];
  say(say(first, 'follow-me'), 'leave-it');
  walkTo(first, [4.2, 0, -0.75]).run(12);
  expect(first.has('turned-back')).toBeUndefined();
  const second = withPeople({ ben: { at_m: [-5.4, 0, -0.75], temper: 'bag' } });
  second.at = [-3, 0, -0.75];
  say(second, 'follow-me');
  walkTo(second, [0, 0, -0.75]);
  while (!second.has('turned-back') && second.world.tick < 1800) second.run(0.1);
  say(second, 'leave-it', 8);
  expect(member(second.world, 'ben').bag).toBe('left');
  expect(person(second.world, 'ben').pose.position_m[0]).toBeGreaterThan(-2.2);
});

test('[P9] told only that there is a fire, some make for the way they came in by; called, they follow', () => {
  const alone = withPeople({ eve: { at_m: [-3.3, 0, 0], temper: 'familiar' } });
  alone.at = [0, 0, 0];
  say(alone, 'fire', 9);
  expect(person(alone.world, 'eve').pose.position_m[2]).toBeGreaterThan(4.2);
  const led = withPeople({ eve: { at_m: [-3.3, 0, 0], temper: 'familiar' } });
  led.at = [0, 0, 0];
  say(say(led, 'fire', 2), 'follow-me');
  walkTo(led, [4.2, 0, -0.4]).run(4);
  expect(person(led.world, 'eve').pose.position_m[0]).toBeGreaterThan(2);
});

test('[P9] nobody opens a door behind which it burns, and says so by hesitating', () => {
  const actor = restaurant(1, (entry) => {
    delete entry.crowd;
    entry.things['door-1']!.open_frac = 0;
    entry.things.eve = {
      kind: 'person',
      at_m: [-3.3, 0, 1.2],
      half_m: [0.2, 0.6, 0.2],
      role: 'guest',
      temper: 'familiar',
    };
    entry.things.fire = {
      kind: 'blaze',
      at_m: [-2.2, 0.5, 5.4],
      half_m: [0.4, 0.5, 0.4],
      lit_s: 0,
      alpha_kWps2: 0.1,
      peak_kW: 300,
    };
  });
  actor.at = [0, 0, 1];
  actor.run(8);
  say(actor, 'fire', 8);
  const door = actor.world.things['door-1']!;
  expect(door.kind === 'door' && door.open_frac).toBe(0);
  expect(actor.has('hesitating', 'eve')).toBeDefined();
  expect(member(actor.world, 'eve').mind).toBe('stopped');
  say(actor, 'follow-me', 3);
  expect(actor.has('following', 'eve')).toBeDefined();
});

test('[P10] smoke slows people as the curve by visibility says', () => {
  const clear = withPeople({ max: { at_m: [-5, 0, -0.75], role: 'resident' } }, 3);
  const smoky = withPeople({ max: { at_m: [-5, 0, -0.75], role: 'resident' } }, 3);
  fillHall(smoky.world, 0.2, 1.5);
  for (const one of [clear, smoky]) {
    one.at = [-3, 0, 2.5];
    say(one, 'get-out', 4);
  }
  const seen_m = airAtPoint(smoky.world, [0, 1, 0]).visibility_m;
  expect(seen_m).toBeGreaterThan(1.2);
  expect(seen_m).toBeLessThan(2.5);
  const { free_mps, pace_mps, stoops, coughs } = member(smoky.world, 'max');
  expect([stoops, coughs]).toEqual([true, true]);
  expect(pace_mps).toBeCloseTo(walkByVisibility_mps(0.8 * free_mps, seen_m), 1);
  const speed = (actor: Actor) =>
    Math.hypot(person(actor.world, 'max').velocity_mps[0], person(actor.world, 'max').velocity_mps[2]);
  expect(speed(clear)).toBeGreaterThan(1);
  expect(speed(smoky)).toBeLessThan(1.15 * pace_mps);
  expect(speed(smoky)).toBeGreaterThan(0.5 * pace_mps);
  expect(person(smoky.world, 'max').doing).toBe('crouching');
});

test('[P10] a dose adds up by the air at the mouth, and at one a person falls and stays', () => {
  const actor = withPeople({ max: { at_m: [-5, 0, -0.75] } });
  fillHall(actor.world, 0.2, 2);
  actor.run(1);
  const before = person(actor.world, 'max').dose_frac;
  const rate = breathDose_fracpmin(airAtPoint(actor.world, [-5, 1.05, -0.75]));
  actor.run(6);
  expect((person(actor.world, 'max').dose_frac - before) / (rate / 10)).toBeGreaterThan(0.8);
  expect((person(actor.world, 'max').dose_frac - before) / (rate / 10)).toBeLessThan(1.2);
  person(actor.world, 'max').dose_frac = 0.9999;
  fillHall(actor.world, 0.2, 8);
  actor.run(20);
  expect(actor.has('person-down', 'max')).toMatchObject({ with: 'smoke' });
  expect(person(actor.world, 'max').doing).toBe('down');
  const at = [...person(actor.world, 'max').pose.position_m];
  say(actor, 'follow-me', 3);
  expect(person(actor.world, 'max').pose.position_m).toEqual(at);
  expect(told(actor, 'person-down')).toHaveLength(1);
});

/** Makes the hall's upper layer of smoke reach down to `layer_m`, with so much soot that sight is a metre or two. */
function fillHall(world: World, layer_m: number, soot: number): void {
  const hall = world.air.rooms[0]!;
  const moved = hall.lower.mass_kg * (1 - layer_m / hall.layer_m);
  for (let k = 0; k < hall.lower.species_kg.length; k++) {
    const share = (hall.lower.species_kg[k]! * moved) / hall.lower.mass_kg;
    hall.upper.species_kg[k]! += share;
    hall.lower.species_kg[k]! -= share;
  }
  const volume_m3 = hall.lower.volume_m3 * (1 - layer_m / hall.layer_m);
  hall.upper.mass_kg += moved;
  hall.lower.mass_kg -= moved;
  hall.upper.volume_m3 += volume_m3;
  hall.lower.volume_m3 -= volume_m3;
  hall.layer_m = layer_m;
  soil(world, soot);
}

/** Soot of one gram in ten cubic metres, times so much, and a thousandth part of carbon monoxide with each. */
function soil(world: World, soot: number): void {
  const hall = world.air.rooms[0]!;
  hall.upper.species_kg[SOOT] = 1.15e-4 * soot * hall.upper.volume_m3;
  hall.upper.species_kg[CO] = 1e-3 * soot * hall.upper.mass_kg;
}

test('[P12] a voice stays in its room, but for an open door one stands at', () => {
  const actor = restaurant();
  walkTo(actor, [-5.2, 0, -0.75]);
  say(actor, 'anyone-here', 1);
  expect(told(actor, 'found')).toHaveLength(0);
  walkTo(actor, 'in-door-private');
  say(actor, 'anyone-here', 1);
  expect(told(actor, 'found')).toHaveLength(0);
  say(open(actor, 'door-private'), 'anyone-here', 1);
  expect(told(actor, 'found').map((one) => one.with)).toEqual(['private-room', 'private-room']);
  expect(told(actor, 'warned').map((one) => one.thing)).toEqual(told(actor, 'found').map((one) => one.thing));
});

test('[P13] a shut door on the way is opened by whoever comes to it; a locked one and the lift are no way', () => {
  const actor = withPeople({ max: { at_m: [4.6, 0, 2.4], role: 'resident' } });
  actor.at = [0, 0, 2.4];
  say(actor, 'get-out', 14);
  expect(actor.has('person-out', 'max')).toBeDefined();
  const shut = restaurant(1, (entry) => {
    delete entry.crowd;
    entry.things['door-passage']!.locked = true;
    entry.things.max = { kind: 'person', at_m: [4.6, 0, 2.4], half_m: [0.2, 0.6, 0.2], role: 'resident' };
  });
  shut.at = [0, 0, 2.4];
  say(shut, 'get-out', 10);
  const door = shut.world.things['door-passage']!;
  expect(door.kind === 'door' && door.open_frac).toBe(0);
  expect(shut.has('person-out', 'max')).toBeUndefined();
});

test('[P14] pupils go down three storeys, out of the ground door and to the playground, in a queue without shoving', () => {
  const actor = school();
  actor.at = [-3.7, 0, -1.2];
  say(say(actor, 'get-out', 2), 'get-out');
  let wall_m = 9;
  let deep_m = 0;
  for (let k = 0; k < 120 && told(actor, 'person-out').length < crowd(actor.world).length; k++) {
    actor.run(1);
    wall_m = Math.min(wall_m, nearestWall_m(actor.world));
    deep_m = Math.max(deep_m, deepest_m(actor.world));
  }
  expect(told(actor, 'person-out')).toHaveLength(crowd(actor.world).length);
  for (const one of crowd(actor.world)) expect(one.pose.position_m[1]).toBeCloseTo(-10.8, 1);
  expect(wall_m).toBeGreaterThan(0.09);
  expect(deep_m).toBeLessThan(0.05);
});

test('[P15] people give way to the trainee; pressing on through them is told as a push', () => {
  const people: Record<string, { at_m: Vec3 }> = {};
  for (let i = 0; i < 5; i++) people[`p-${i}`] = { at_m: [3.4, 0, -1.2 + 0.45 * i] };
  const gentle = withPeople(people);
  gentle.at = [0, 0, -0.3];
  walkTo(gentle, [2.6, 0, -0.3], 0.8).run(2);
  expect(told(gentle, 'pushed')).toHaveLength(0);
  walkTo(gentle, [5, 0, -0.3], 1.2);
  expect(told(gentle, 'pushed').length).toBeGreaterThan(0);
  const [x, z] = [gentle.at[0], gentle.at[2]];
  for (const one of crowd(gentle.world))
    expect(Math.hypot(one.pose.position_m[0] - x, one.pose.position_m[2] - z)).toBeGreaterThan(0.3);
});

describe('runs', () => {
  const ends = (seed: number) => {
    const actor = restaurant(seed);
    say(say(actor, 'fire', 0.5), 'follow-me', 1);
    walkTo(actor, [4.2, 0, -0.75]);
    walkTo(wedge(actor, 'door-passage'), 'in-door-passage').run(4);
    return actor;
  };

  test('[P11] the same seed is the same run to the last bit, another seed another', () => {
    const [first, again, other] = [ends(4), ends(4), ends(5)];
    expect(again.facts).toEqual(first.facts);
    expect(JSON.stringify(again.world)).toBe(JSON.stringify(first.world));
    const places = (actor: Actor) => crowd(actor.world).map((one) => one.pose.position_m);
    expect(places(other)).not.toEqual(places(first));
  });

  test('[P11] a copy taken in the middle goes on as the original does', () => {
    const actor = restaurant(2);
    say(actor, 'fire', 1);
    walkTo(say(actor, 'follow-me'), [4.2, 0, -0.75]);
    const copy = JSON.parse(JSON.stringify(actor.world)) as World;
    const intent = actor.intent();
    for (let k = 0; k < 600; k++) expect(step(copy, intent)).toEqual(step(actor.world, intent));
    expect(JSON.stringify(copy)).toBe(JSON.stringify(actor.world));
  });
});
