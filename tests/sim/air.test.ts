/** The air of a whole house under the drill: doors, seals, stairs, alarms, packs and the leaf of a door. */
import { describe, expect, test } from 'vitest';
import { spaceAt } from '../../src/sim/air.ts';
import { agentOnBike } from '../../src/sim/e-bike.ts';
import { STEP_air_count } from '../../src/sim/materials.ts';
import { createWorld } from '../../src/sim/setup.ts';
import { airAtPoint, smokeIn } from '../../src/sim/smoke.ts';
import { step } from '../../src/sim/step.ts';
import type { Alarm, Blaze, EBike } from '../../src/sim/things.ts';
import type { World } from '../../src/sim/world.ts';
import { totalMass_kg } from '../../src/sim/zone/step.ts';
import { bookOf } from './air-book.ts';
import { BIKE, door, light, SOFA, tower } from './house.ts';
import { type Actor, setupOf } from './rooms.ts';

/** Heights of layers above each floor. */
function layers_m(house: Actor, ...spaces: string[]): number[] {
  return spaces.map((space) => {
    const smoke = smokeIn(house.world, space);
    return smoke.layerHeight_m - smoke.floor_m;
  });
}

describe('spaces', () => {
  test('[S7] every place is in the space that holds it, storey by storey; beyond walls and exit is outside', () => {
    const { world } = tower('living-middle');
    expect(spaceAt(world, [0.2, 1.6, 0.4])).toBe('living');
    expect(spaceAt(world, [0.2, 1.6, 4.8])).toBe('corridor');
    expect(spaceAt(world, [-6.7, 1.6, 6.5])).toBe('stair-a');
    expect(spaceAt(world, [-6.7, -1.4, 6.5])).toBe('stair-a-1');
    expect(spaceAt(world, [-15, -4.4, 7])).toBe('outside');
    expect(spaceAt(world, [-2.0, 1.6, -1.0])).toMatch(/living|bedroom/);
    expect(world.body.space).toBe('living');
  });

  test('[S7] walking through doors is told once a space, with what one sees there', () => {
    const house = tower('living-middle');
    for (const z of [0.4, 2, 3.85, 3.95, 3.85, 3.95, 4.3, 4.8]) {
      house.at = [0.2, 0, z];
      house.run(0.2);
    }
    const entered = house.facts.filter((fact) => fact.fact === 'entered');
    expect(entered.map((fact) => fact.thing)).toEqual(['corridor']);
    expect(entered[0]!.values!.visibility_m).toBeGreaterThan(100);
    expect(entered[0]!.values!.layer_m).toBeCloseTo(2.5, 2);
  });

  test('[S8] the air at a point is that of its layer; the layer told is that of the head', () => {
    const house = tower('living-middle', { sofa: SOFA });
    light(house, 'sofa');
    house.run(55);
    const smoke = smokeIn(house.world, 'living');
    expect(airAtPoint(house.world, [0, smoke.layerHeight_m + 0.05, 0]).temp_K).toBe(smoke.upper_K);
    expect(airAtPoint(house.world, [0, smoke.layerHeight_m - 0.05, 0]).temp_K).toBe(smoke.lower_K);
    expect(smoke.upper_K).toBeGreaterThan(smoke.lower_K + 20);
    expect(house.world.smoke.layerHeight_m).toBe(smoke.layerHeight_m);
    house.stand('assembly').run(0.2);
    expect(house.world.smoke.visibility_m).toBe(30);
    expect(house.world.smoke.layerHeight_m).toBeGreaterThan(100);
  });
});

describe('doors', () => {
  test('[S9] mass is kept through a door that a deed opens and shuts', () => {
    const house = tower('in-flat-door', { sofa: SOFA });
    light(house, 'sofa');
    house.run(40);
    const before_kg = totalMass_kg(house.world.air);
    const book = bookOf(house);
    const turn = (to_frac: number) => house.run(0.1, [{ do: 'turn', hand: 'right', thing: 'door-flat', to_frac }]);
    book.run(5);
    turn(1);
    book.run(0.1);
    const vent = house.world.air.vents.find((one) => one.id === 'door-flat')!;
    expect(vent.open_frac).toBe(1);
    const shut = structuredClone(house.world);
    for (let i = 0; i < 4; i++) {
      book.run(5);
      door(house, 'door-flat').open_frac = i % 2 === 0 ? 0 : 1;
    }
    const lost_kg = before_kg + book.through_kg + book.fuel_kg - totalMass_kg(house.world.air);
    // the tick of the deed itself is one step the book did not see
    expect(Math.abs(lost_kg)).toBeLessThan(0.05);
    expect(shut.tick).toBeLessThan(house.world.tick);
    expect((book.gas_kJ() + book.walls_kJ + book.out_kJ) / book.burned_kJ).toBeGreaterThan(0.95);
    expect((book.gas_kJ() + book.walls_kJ + book.out_kJ) / book.burned_kJ).toBeLessThan(1.05);
  });

  test('[S10] an open door fills the next room, a shut one keeps it, a sealed one keeps it better', () => {
    const after = (change: (house: Actor) => void) => {
      const house = tower('corridor-flat', { sofa: SOFA });
      door(house, 'door-bedroom').open_frac = 0;
      change(house);
      light(house, 'sofa');
      house.run(150);
      return smokeIn(house.world, 'bedroom');
    };
    const open = after((house) => {
      door(house, 'door-bedroom').open_frac = 1;
    });
    const shut = after(() => {});
    const sealed = after((house) => {
      Object.assign(door(house, 'door-bedroom'), { bottomSealed_frac: 1, sidesSealed_frac: 1 });
    });
    expect(open.layerHeight_m).toBeLessThan(1);
    expect(shut.layerHeight_m).toBeGreaterThan(1.6);
    expect(sealed.layerHeight_m).toBeGreaterThan(shut.layerHeight_m + 0.4);
    expect(sealed.soot_kg).toBeLessThan(0.15 * shut.soot_kg);
    expect(shut.lowerVisibility_m).toBeGreaterThan(5);
  });

  test('[S11] the back of the hand finds a door hot when fire stands behind it, and water cools it', () => {
    const house = tower('corridor-flat', { sofa: SOFA });
    light(house, 'sofa');
    house.run(60);
    const flat = door(house, 'door-flat');
    expect(flat.face_K).toBeLessThan(303);
    house.run(150);
    expect(flat.back_K).toBeGreaterThan(373);
    expect(flat.face_K).toBeGreaterThan(313);
    expect(door(house, 'door-stair-b').face_K).toBeLessThan(313);
    const dry_K = flat.face_K;
    flat.water_kg = 3;
    house.run(5);
    expect(flat.water_kg).toBeLessThan(1);
    expect(flat.face_K).toBeLessThan(dry_K - 8);
    const inside = tower('living-middle', { sofa: SOFA });
    light(inside, 'sofa');
    inside.run(100);
    expect(door(inside, 'door-flat').face_K).toBeGreaterThan(door(inside, 'door-flat').back_K);
  });
});

describe('fires of the house', () => {
  test('[S12] a blaze grows as alpha t squared to its peak while it has air, and no further than its air', () => {
    const house = tower('corridor-flat', { sofa: { ...SOFA, peak_kW: 400 } });
    door(house, 'door-flat').open_frac = 1;
    light(house, 'sofa');
    const blaze = house.world.things.sofa as Blaze;
    house.run(50);
    expect(blaze.heatRelease_kW / (0.0469 * 50 ** 2)).toBeCloseTo(1, 1);
    house.run(50);
    expect(blaze.heatRelease_kW).toBeCloseTo(400, 0);
    expect(blaze.flameHeight_m).toBeGreaterThan(0.8);
    expect(blaze.flameHeight_m).toBeLessThan(2.5);
    const shut = tower('corridor-flat', { sofa: { ...SOFA, peak_kW: 3000 } });
    light(shut, 'sofa');
    shut.run(330);
    expect((shut.world.things.sofa as Blaze).heatRelease_kW).toBeLessThan(500);
    expect(smokeIn(shut.world, 'living').co_ppm).toBeGreaterThan(3000);
  });

  test('[S12] a fire kindled with a past has filled the house as if one had waited', () => {
    const waited = tower('corridor-flat', { sofa: SOFA });
    light(waited, 'sofa');
    waited.run(90);
    const past = tower('corridor-flat', { sofa: SOFA });
    light(past, 'sofa', 90);
    expect(past.world.tick).toBe(0);
    expect(past.has('ignited', 'sofa')!.at_s).toBe(0);
    const [a, b] = [waited, past].map((house) => layers_m(house, 'living', 'bedroom', 'kitchen'));
    for (let i = 0; i < 3; i++) expect(b![i]).toBeCloseTo(a![i]!, 2);
    waited.run(10);
    past.run(10);
    expect((past.world.things.sofa as Blaze).heatRelease_kW).toBeCloseTo(
      (waited.world.things.sofa as Blaze).heatRelease_kW,
      0,
    );
  });

  test('[S13] an e-bike vents white vapour, jets, burns, and within a minute of flames the stair is lost', () => {
    const house = tower('corridor-flat', { bike: BIKE });
    light(house, 'bike');
    const bike = house.world.things.bike as EBike;
    expect(house.has('vented', 'bike')!.at_s).toBe(0);
    expect(bike.venting && !bike.burning).toBe(true);
    house.run(9);
    expect(smokeIn(house.world, 'stair-a-2').visibility_m).toBeLessThan(2);
    expect(layers_m(house, 'stair-a-2')[0]).toBeGreaterThan(1.8);
    house.run(14);
    expect(bike.burning).toBe(true);
    const flames_s = house.has('ignited', 'bike')!.at_s;
    expect(flames_s).toBeLessThanOrEqual(20.1);
    expect(house.has('jetted', 'bike')).toBeDefined();
    house.run(flames_s + 60 - 23);
    for (const space of ['stair-a-1', 'stair-a']) {
      expect(layers_m(house, space)[0]).toBeLessThan(1);
      expect(smokeIn(house.world, space).visibility_m).toBeLessThan(2.5);
    }
    expect(smokeIn(house.world, 'stair-b').visibility_m).toBeGreaterThan(100);
    expect(smokeIn(house.world, 'corridor').lowerVisibility_m).toBeGreaterThan(50);
    house.run(90);
    const jets = house.facts.filter((fact) => fact.fact === 'jetted').length;
    expect(jets).toBeGreaterThanOrEqual(3);
    expect(jets).toBeLessThanOrEqual(12);
    expect(house.world.working.fires.bike!.peak_kW).toBeGreaterThan(700);
  });

  test('[S13] powder makes a pack dark and it comes back; much water ends it', () => {
    const house = tower('corridor-flat', { bike: BIKE }, 3);
    light(house, 'bike');
    house.run(30);
    agentOnBike(house.world, house.world.things.bike as EBike, 'abc-powder', 1);
    house.run(0.2);
    expect(house.has('out', 'bike')!.with).toBe('abc-powder');
    house.run(180);
    expect(house.has('reignited', 'bike')).toBeDefined();
    const wet = tower('corridor-flat', { bike: BIKE });
    light(wet, 'bike');
    wet.run(30);
    agentOnBike(wet.world, wet.world.things.bike as EBike, 'water', 24);
    wet.run(0.2);
    expect(wet.has('out', 'bike')!.with).toBe('water');
    wet.run(200);
    expect(wet.has('reignited', 'bike')).toBeUndefined();
  });

  test('[S14] a smoke alarm sounds early, a heat alarm later, a sprinkler last, and it holds the fire down', () => {
    const at = (kind: string, x: number): Record<string, never> =>
      ({ kind, at_m: [x, 2.66, 0.4], half_m: [0.06, 0.03, 0.06] }) as never;
    const blaze = { ...SOFA, at_m: [-0.6, 0.4, 0.4] as [number, number, number] };
    const rig = { sofa: blaze, heat: at('heat-alarm', 0.6), spray: at('sprinkler', 0.9) };
    const house = tower('corridor-flat', rig as never);
    light(house, 'sofa');
    house.run(200);
    const acted = ['alarm-living', 'heat', 'spray'].map((id) => house.has('alarm', id)!.at_s);
    expect(acted[0]).toBeLessThan(30);
    expect(acted[1]).toBeGreaterThan(acted[0]!);
    expect(acted[2]).toBeGreaterThan(acted[1]!);
    expect(acted[2]).toBeLessThan(160);
    expect((house.world.things.spray as Alarm).link_K).toBeGreaterThan(341);
    const { sofa: _, ...dry } = rig;
    const free = tower('corridor-flat', { sofa: blaze, heat: dry.heat } as never);
    light(free, 'sofa');
    free.run(200);
    expect(house.world.working.fires.sofa!.peak_kW).toBeLessThan(0.8 * free.world.working.fires.sofa!.peak_kW);
    expect(house.facts.filter((fact) => fact.fact === 'alarm' && fact.thing === 'heat').length).toBe(1);
  });

  test('[S14] nothing sounds while nothing burns', () => {
    const house = tower('bedside', { spray: { kind: 'sprinkler', at_m: [0, 2.66, 0], half_m: [0.05, 0.05, 0.05] } });
    house.run(60);
    expect(house.has('alarm')).toBeUndefined();
    const [living, corridor, stair] = layers_m(house, 'living', 'corridor', 'stair-a');
    expect(living).toBeCloseTo(2.7, 2);
    expect(corridor).toBeCloseTo(2.5, 2);
    expect(stair).toBeCloseTo(3, 2);
    expect(house.world.smoke.visibility_m).toBe(30);
  });
});

describe('the run', () => {
  const rest = (house: Actor, for_s: number) => {
    house.run(for_s);
    return JSON.stringify(house.world);
  };

  test('[S15] a copy of a house in flames goes on bit for bit, through JSON too', () => {
    const one = tower('corridor-flat', { sofa: SOFA, bike: BIKE });
    light(one, 'sofa');
    light(one, 'bike');
    one.run(31.05);
    const copies = [structuredClone(one.world), JSON.parse(JSON.stringify(one.world)) as World].map((world) => {
      const two = tower('corridor-flat', { sofa: SOFA, bike: BIKE });
      two.world = world;
      two.at = [...one.at];
      return two;
    });
    const end = rest(one, 40);
    for (const copy of copies) expect(rest(copy, 40) === end).toBe(true);
  });

  test('[S16] the pressures of a tower in flames are found in few solver steps: it never stiffens', () => {
    const house = tower('corridor-flat', { sofa: SOFA, bike: BIKE });
    light(house, 'sofa');
    light(house, 'bike');
    house.run(20);
    const intent = house.intent();
    const counts: number[] = [];
    for (let tick = 0; tick < 4800; tick++) {
      const moves = house.world.tick % STEP_air_count === STEP_air_count - 1;
      step(house.world, intent);
      if (moves) counts.push(house.world.air.newton_count);
    }
    expect(counts).toHaveLength(800);
    expect(counts.reduce((sum, one) => sum + one, 0) / counts.length).toBeLessThan(8);
    expect(Math.max(...counts)).toBeLessThan(60);
  });

  test('[S17] a room that cannot be a building is refused by name', () => {
    const setup = setupOf('kitchen-wok');
    setup.room.layout.vents![0]!.to = 'garden';
    expect(() => createWorld(setup, 1)).toThrow(/vent "door": to leads nowhere, no room is called "garden"/);
    const { room } = setup;
    room.layout.vents![0]!.to = 'outside';
    expect(() => createWorld(setup, 1)).not.toThrow();
    expect(() => tower('bedside', { sofa: { ...SOFA, fuel: 'straw' } })).toThrow(/no fuel is called "straw"/);
  });
});
