/** Smoke that is seen is the layer the sim computes: how far one sees, from where, through which doors; and the body's own signs. */
import { MeshBasicMaterial, Vector3 } from 'three';
import { describe, expect, test } from 'vitest';
import { DRILL_FUELS } from '../../../src/sim/air.ts';
import type { EBike } from '../../../src/sim/things.ts';
import type { World } from '../../../src/sim/world.ts';
import { FUELS, products_kgpkg } from '../../../src/sim/zone/fuel.ts';
import { visibility_m } from '../../../src/sim/zone/optics.ts';
import { CO2, SOOT } from '../../../src/sim/zone/species.ts';
import { AIR_GLSL, air, LITE_SPACES, SPACES } from '../../../src/stage/hazards/air.ts';
import { fillGlows } from '../../../src/stage/hazards/flames.ts';
import { createHazards, drawHazards } from '../../../src/stage/hazards/Hazards.tsx';
import { jetOf, seeps_ps } from '../../../src/stage/hazards/looks.ts';
import { openingsOf } from '../../../src/stage/hazards/openings.ts';
import { applyHeightSmoke } from '../../../src/stage/hazards/smokeMaterial.ts';
import { chooseSpaces, fillSpaces } from '../../../src/stage/hazards/spaces.ts';
import { blackness, tintOf, whiteness } from '../../../src/stage/hazards/tint.ts';
import { along, transmitted_frac } from './shader.ts';
import { airOf, SOOT_PER_CO2 } from './smoky.ts';
import { STOREYS, storey } from './storey.ts';
import { poseAt, roomOf } from './worlds.ts';

/** Least contrast an eye makes out, the 5 % of the meteorological optical range (WMO no. 8): exp(-3), Jin's 3. */
const CONTRAST = 0.05;
const SHINES = 3 / 8;

/** A hall so long that a sign can be lost in it, all smoke. */
function hall(extinction_pm: number): World {
  const world = roomOf([], {
    rooms: [
      {
        box: [
          [-60, 0, -2],
          [60, 3, 2],
        ],
        layer_m: 0,
        upper_pm: extinction_pm,
      },
    ],
  });
  fillSpaces(world, new Vector3(-50, 1.5, 0), SPACES);
  return world;
}
const eye = { x: -50, y: 1.5, z: 0 };
const ahead = (far_m: number) => ({ x: -50 + far_m, y: 1.5, z: 0 });

describe('how far one sees', () => {
  test.each([0.1, 0.3, 1, 2.5])(
    'at %f per metre signs are lost where the sim says, and neither before nor beyond',
    (k) => {
      hall(k);
      for (const lit of [false, true]) {
        const sight_m = visibility_m(k, lit);
        const weight = lit ? SHINES : 1;
        expect(transmitted_frac(eye, ahead(sight_m * 0.97), weight)).toBeGreaterThan(CONTRAST);
        expect(transmitted_frac(eye, ahead(sight_m * 1.03), weight)).toBeLessThan(CONTRAST);
      }
    },
  );
  test('materials that shine use that weight, those that reflect the whole', () => {
    const words = (material: MeshBasicMaterial) => {
      const shader = { uniforms: {}, vertexShader: '', fragmentShader: '#include <colorspace_fragment>' };
      applyHeightSmoke(material).onBeforeCompile(shader as never, null as never);
      return /airVeil\( ([\d.]+) \)/.exec(shader.fragmentShader)?.[1];
    };
    const sign = new MeshBasicMaterial();
    sign.name = 'emit';
    expect(Number(words(sign))).toBe(SHINES);
    expect(Number(words(new MeshBasicMaterial()))).toBe(1);
  });
  test('clear air takes nothing', () => {
    hall(0);
    expect(air.uAirCount.value).toBe(0);
    expect(transmitted_frac(eye, ahead(100))).toBe(1);
  });
  test('a crouching eye sees under the layer because the ray stays out of it', () => {
    const world = STOREYS['deep-standing']!();
    const far = { x: -0.2, y: 0.9, z: -3.3 };
    fillSpaces(world, new Vector3(0.4, 1.6, 3.2), SPACES);
    expect(transmitted_frac({ x: 0.4, y: 1.6, z: 3.2 }, far)).toBeLessThan(0.005);
    expect(transmitted_frac({ x: 0.4, y: 0.7, z: 3.2 }, far)).toBeGreaterThan(0.5);
  });
  test('straight up through a layer one loses what its depth takes, whatever its soft edge', () => {
    const world = storey({ living: { layer_m: 1.5, upper_pm: 0.7, lower_pm: 0.05 } });
    fillSpaces(world, new Vector3(0, 1, 0), SPACES);
    for (const x of [-1, 0, 1.3]) {
      const { own } = along({ x, y: 0.01, z: 0.4 }, { x: x + 0.01, y: 2.7, z: 0.41 });
      // rolls of the underside move it by a hand's breadth at most
      expect(Math.abs(own - (1.2 * 0.7 + 1.5 * 0.05))).toBeLessThan(0.14 * 0.7);
    }
  });
  test('less light falls on what stands under more smoke', () => {
    const world = storey({ living: { layer_m: 1.6, upper_pm: 1.5 } });
    fillSpaces(world, new Vector3(0, 1, 0), SPACES);
    const from = { x: 0, y: 1, z: 0 };
    const floor = along(from, { x: 1, y: 0, z: -1 }).above;
    const ceiling = along(from, { x: 1, y: 2.69, z: -1 }).above;
    expect(floor).toBeGreaterThan(1.2);
    expect(ceiling).toBeLessThan(0.3);
  });
  test('no depth is ever negative or no number, from any point to any other', () => {
    const world = STOREYS.open!();
    fillSpaces(world, new Vector3(0.2, 1.6, 1.2), SPACES);
    const points = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((k) =>
      [0, 1.05, 2.5].map((y) => ({ x: ((k * 37) % 17) - 8, y, z: ((k * 53) % 11) - 3.4 })),
    );
    for (const a of points)
      for (const b of points) {
        const { own, rest, above } = along(a, b);
        for (const depth of [own, rest, above]) expect(depth).toBeGreaterThanOrEqual(0);
      }
  });
});

describe('which spaces are drawn', () => {
  const chosen = (world: World, most = SPACES) => {
    const [x, y, z] = world.body.head.position_m;
    const into = new Int32Array(SPACES);
    const used = chooseSpaces(world, x, y, z, most, into);
    return [...into.slice(0, used)].map((i) => world.room.spaces[i]!.id);
  };
  test("the head's own first, then what an open door shows", () => {
    const smoke = { layer_m: 1, upper_pm: 1 };
    expect(chosen(storey({ living: smoke, corridor: smoke, stair: smoke, open_frac: 1 }))).toEqual([
      'living',
      'corridor',
      'stair',
    ]);
  });
  test('clean ones never, however near', () => {
    expect(chosen(storey({ corridor: { layer_m: 1, upper_pm: 1 }, open_frac: 1 }))).toEqual(['corridor']);
    expect(chosen(storey())).toEqual([]);
  });
  test('an open one farther away before a shut one near by', () => {
    // fifteen rooms in a row along a passage: only the last has an open door
    const rooms = Array.from({ length: 15 }, (_, k) => ({
      id: `room-${k}`,
      box: [
        [k, 0, 0],
        [k + 0.9, 2.5, 3],
      ] as [[number, number, number], [number, number, number]],
      layer_m: 1,
      upper_pm: 1,
    }));
    const {
      spaces,
      layout,
      air: building,
    } = airOf(
      [
        ...rooms,
        {
          id: 'passage',
          box: [
            [0, 0, 3.1],
            [15, 2.5, 4.5],
          ],
        },
      ],
      [{ id: 'far', from: 'room-7', to: 'passage', sill_m: 0, soffit_m: 2, width_m: 0.9 }],
    );
    const world = roomOf([], { air: building });
    Object.assign(world.room, { spaces, layout });
    world.body.head.position_m = [1, 1.6, 3.8];
    expect(chosen(world)[0]).toBe('room-7');
    expect(chosen(world)).toHaveLength(SPACES);
    expect(chosen(world, LITE_SPACES)).toHaveLength(LITE_SPACES);
  });
  test('the loop of the shader goes no farther than its arrays', () => {
    expect(AIR_GLSL).toContain(`#define SPACES ${SPACES}`);
    expect(air.uAirLow.value).toHaveLength(SPACES);
  });
});

describe('colour by what it is made of', () => {
  const red = (fuel: keyof typeof SOOT_PER_CO2) => {
    const { air: building } = airOf([{ layer_m: 1, upper_pm: 1, fuel }]);
    return tintOf(building.rooms[0]!.upper, building, 0, new Vector3()).x;
  };
  test('foam is blacker than oil, oil than wood, and the vapour of a battery is white', () => {
    expect(red('foam')).toBeLessThan(red('oil') * 0.7);
    expect(red('oil')).toBeLessThan(red('wood') * 0.9);
    expect(red('vapour')).toBeGreaterThan(0.65);
    expect(blackness(SOOT_PER_CO2.foam)).toBe(1);
    expect(whiteness(SOOT_PER_CO2.foam, 0)).toBe(0);
  });
  test("the sim's own yields are what the colours are set by", () => {
    const rich = (name: string) => {
      const made = products_kgpkg({ ...FUELS, ...DRILL_FUELS }[name]!);
      return made[SOOT]! / made[CO2]!;
    };
    expect(rich('wood')).toBeCloseTo(SOOT_PER_CO2.wood, 3);
    expect(rich('cooking-oil')).toBeCloseTo(SOOT_PER_CO2.oil, 3);
    expect(rich('polyurethane')).toBeCloseTo(SOOT_PER_CO2.foam, 2);
    expect(rich('pack-vapour')).toBeCloseTo(SOOT_PER_CO2.vapour, 2);
    for (const name of ['polystyrene', 'polyurethane', 'polypropylene']) expect(whiteness(rich(name), 0)).toBe(0);
  });
  test('soot of PVC is as rich as vapour but not white', () => {
    expect(whiteness(0.25, 0.9)).toBe(0);
    expect(whiteness(0.25, 0)).toBe(1);
  });
  test('thinner smoke of the same fire has the same colour', () => {
    const of = (upper_pm: number) => {
      const { air: building } = airOf([{ layer_m: 1, upper_pm, fuel: 'wood' }]);
      return tintOf(building.rooms[0]!.upper, building, 0, new Vector3()).x;
    };
    expect(of(0.1)).toBeCloseTo(of(3), 2);
  });
});

/** Plays a still world on, as the stage does. */
function played(world: World, for_s: number) {
  const scene = createHazards(false);
  for (let frame = 0; frame <= for_s * 60; frame++) {
    world.tick = frame;
    drawHazards(scene, world, []);
  }
  return scene;
}

describe('smoke at doors', () => {
  const seeping = { corridor: { layer_m: 0.4, upper_pm: 2, lower_pm: 1 } };
  const puffs = (world: World) => played(world, 4).puffs.aliveArea_m2(4);
  test('comes through the gaps of a shut door, and stops when they are sealed', () => {
    const before = puffs(storey({ ...seeping, toFlat_kgps: 0.016 }));
    expect(before).toBeGreaterThan(0.5);
    expect(puffs(storey({ ...seeping, toFlat_kgps: 0.0008, bottomSealed_frac: 1, sidesSealed_frac: 1 }))).toBe(0);
    // a twentieth of a gap's flow is what a seal leaves (zone/vent.ts)
    expect(seeps_ps(0.016 / 20)).toBe(0);
  });
  test('does not come from a clean side, nor against the flow', () => {
    expect(puffs(storey({ toFlat_kgps: 0.016 }))).toBe(0);
    expect(puffs(storey({ ...seeping, toCorridor_kgps: 0.016 }))).toBe(0);
  });
  test('wells out of an open door into the room it flows to', () => {
    const scene = played(storey({ open_frac: 1, corridor: { layer_m: 1, upper_pm: 1.5 }, toFlat_kgps: 0.3 }), 4);
    expect(scene.puffs.aliveArea_m2(4)).toBeGreaterThan(1);
    for (let k = 0; k < scene.puffs.size; k++) {
      if (scene.puffs.origin.array[k * 4 + 3]! < 0) continue;
      expect(scene.puffs.velocity.array[k * 4 + 2]!).toBeLessThan(0);
      expect(scene.puffs.high.array[k * 3 + 2]!).toBeCloseTo(3.8, 5);
    }
  });
  test('a door is where its thing is, and its normal points from one space to the other', () => {
    const [door] = openingsOf(storey());
    expect(door).toMatchObject({ thing: 'door-flat', x_m: 0.2, z_m: 3.9, normalX: 0, normalZ: 1, hinge: -1 });
  });
});

describe('what burns in a house', () => {
  const bike = (over: Partial<EBike>): EBike => ({
    id: 'bike',
    kind: 'e-bike',
    pose: poseAt(0, 0.5, 0),
    home: poseAt(0, 0.5, 0),
    half_m: [0.85, 0.5, 0.3],
    heldBy: null,
    pack: 'e-bike',
    burning: false,
    venting: false,
    litAt_s: 0,
    heatRelease_kW: 0,
    flameHeight_m: 0,
    ...over,
  });
  test('a bike that stands there shows nothing; one that vents gives white vapour and no flame', () => {
    const still = played(roomOf([bike({})]), 2);
    expect(still.puffs.aliveArea_m2(2)).toBe(0);
    const vents = played(roomOf([bike({ venting: true })]), 2);
    expect(vents.puffs.aliveArea_m2(2)).toBeGreaterThan(0.5);
    expect(vents.parts.flame.visible).toBe(false);
    for (let k = 0; k < vents.puffs.size; k++)
      if (vents.puffs.origin.array[k * 4 + 3]! >= 0) expect(vents.puffs.tint.array[k * 3]!).toBeGreaterThan(0.8);
  });
  test('a jet reaches as far as the pack throws it, and no farther', () => {
    const world = roomOf([bike({ burning: true, heatRelease_kW: 400, flameHeight_m: 2 })]);
    world.working.packs = { bike: { jet_s: 5, jet_kW: 400 } as never };
    expect(jetOf(world, world.things.bike as EBike)).toBeCloseTo(2.5, 6);
    world.working.packs = { bike: { jet_s: 0, jet_kW: 400 } as never };
    expect(jetOf(world, world.things.bike as EBike)).toBe(0);
  });
  test('a burning bike and its jet stay under one view', () => {
    const world = roomOf([bike({ burning: true, heatRelease_kW: 900, flameHeight_m: 2.2 })]);
    world.working.packs = { bike: { jet_s: 5, jet_kW: 400 } as never };
    const scene = played(world, 5);
    expect((scene.puffs.aliveArea_m2(5) + scene.flames.area_m2()) / 36).toBeLessThan(1);
  });
  test('a fire lights its own space, and others only by open doors', () => {
    const lit = (open_frac: number) => {
      const world = storey({ open_frac });
      world.things.stove = {
        ...bike({ burning: true, heatRelease_kW: 300, flameHeight_m: 1 }),
        id: 'stove',
        kind: 'blaze',
        fuel: 'wood',
        alpha_kWps2: 0.01,
        peak_kW: 500,
      } as never;
      fillGlows(world, 0);
      const strongest = air.uAirGlow.value.findIndex((glow) => glow.w > 0);
      return { leaks: air.uAirGlowLow.value[strongest]!.w, far: air.uAirGlowHigh.value[strongest]!.z };
    };
    expect(lit(0).leaks).toBe(0);
    expect(lit(1).leaks).toBeGreaterThan(0.1);
    expect(lit(1).far).toBeCloseTo(3.8, 5);
  });
});

describe('the budget of the worst smoke', () => {
  /** 3 m away, 90 by 90 degrees, as tests/stage/hazards/looks.test.ts. */
  const VIEW_m2 = (2 * 3 * Math.tan(Math.PI / 4)) ** 2;
  /** Share of a level view (90 degrees up and down) that a layer's underside covers, as seen from below it. */
  function sheet_frac(world: World): number {
    const [x, y, z] = world.body.head.position_m;
    const { box } = world.room.spaces.find((one) => one.id === world.body.space) ?? world.room.spaces[0]!;
    const layer = air.uAirLayer.value[0]!.x;
    if (air.uAirCount.value === 0 || layer < y + 0.05) return 0;
    const far_m = Math.max(x - box.min_m[0], box.max_m[0] - x, z - box.min_m[2], box.max_m[2] - z);
    return 0.5 * Math.max(0, 1 - (layer - y) / far_m);
  }
  test.each(Object.keys(STOREYS))('%s: puffs, flames and the underside stay under one view', (name) => {
    const world = STOREYS[name]!();
    const scene = played(world, 6);
    const covered = (scene.puffs.aliveArea_m2(6) + scene.flames.area_m2()) / VIEW_m2 + sheet_frac(world);
    expect(covered).toBeLessThan(1);
  });
  test('a frame of smoke leaves next to nothing behind', () => {
    const world = STOREYS.open!();
    const scene = played(world, 2);
    const frame = () => {
      world.tick++;
      drawHazards(scene, world, []);
    };
    for (let k = 0; k < 600; k++) frame();
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    for (let k = 0; k < 600; k++) frame();
    // only meaningful where the collector can be asked; else it must at least not pile up
    expect((process.memoryUsage().heapUsed - before) / 600).toBeLessThan(globalThis.gc ? 3000 : 60_000);
  });
});
