/** How smoke and air move: pressures, doors, wells, seals, and the plume that drives them. */
import { describe, expect, test } from 'vitest';
import { setHeat, setVent } from '../../../src/sim/zone/control.ts';
import { createBuilding } from '../../../src/sim/zone/create.ts';
import { exchange_m3ps } from '../../../src/sim/zone/hatch.ts';
import { ceilingJet, centreline, entrainment_kgps, flameHeight_m } from '../../../src/sim/zone/plume.ts';
import { airAt, layerAir, roomNamed } from '../../../src/sim/zone/readings.ts';
import { stepBuilding } from '../../../src/sim/zone/step.ts';
import { createSlab, stepSlab } from '../../../src/sim/zone/wall.ts';
import { BARE, burner, cube, flat, go, opening, run } from './rooms.ts';

describe('pressure and doors', () => {
  test('[S24] a fan against a crack settles at rho/2 (V / C A)^2', () => {
    const b = run(
      {
        humidity_frac: 0,
        rooms: [cube('a', 1, BARE)],
        vents: [opening('crack', 'a', 'outside', { soffit_m: 0.01, width_m: 1 })],
        fans: [{ id: 'fan', from: 'outside', to: 'a', flow_m3ps: 0.01, height_m: 0.5 }],
      },
      300,
    );
    const rho = 101325 / (289.142857 * 293.15);
    expect(b.rooms[0]!.pressure_Pa).toBeCloseTo((rho / 2) * (0.01 / (0.7 * 0.01)) ** 2, 1);
  });

  test('[S24] a shut exit needs no more Newton steps than an open one', () => {
    const steps = (exit: number) => {
      const b = createBuilding({
        ...flat(100),
        vents: flat(100).vents!.map((v) => (v.id === 'exit' ? { ...v, open_frac: exit, sideGap_m2: 0.01 } : v)),
      });
      let sum = 0;
      for (let i = 0; i < 800; i++) {
        stepBuilding(b, 0.25);
        sum += b.newton_count;
      }
      return sum / 800;
    };
    expect(steps(0)).toBeLessThan(4);
    expect(steps(1)).toBeLessThan(4);
  });

  test('[S24] a house at rest stays at rest', () => {
    const b = run({ ...flat(0), fires: [] }, 300);
    for (const room of b.rooms) {
      expect(Math.abs(room.pressure_Pa)).toBeLessThan(1e-3);
      expect(room.upper.temp_K).toBeCloseTo(293.15, 3);
    }
  });

  test('[S25] a door of a burning room flows in below and out above its neutral plane, in balance', () => {
    const b = run(
      { rooms: [cube('room', 3)], vents: [opening('door', 'room', 'outside')], fires: [burner('room', 100)] },
      900,
    );
    const door = b.vents[0]!;
    expect(door.neutral_m).toBeGreaterThan(0.5);
    expect(door.neutral_m).toBeLessThan(1.5);
    expect(door.in_kgps).toBeGreaterThan(0.2);
    expect(door.out_kgps / door.in_kgps).toBeCloseTo(1, 1);
  });

  test('[S25] a warm building draws at the bottom and blows at the top', () => {
    const b = run(
      {
        inside_K: 303.15,
        outside_K: 273.15,
        rooms: [{ id: 'tower', width_m: 4, depth_m: 4, height_m: 20, ...BARE }],
        vents: [
          opening('low', 'tower', 'outside', { soffit_m: 1 }),
          opening('high', 'tower', 'outside', { sill_m: 19, soffit_m: 20 }),
        ],
      },
      5,
    );
    expect(b.vents[0]!.in_kgps).toBeGreaterThan(0.5);
    expect(b.vents[0]!.out_kgps).toBe(0);
    expect(b.vents[1]!.out_kgps).toBeGreaterThan(0.5);
    expect(b.vents[1]!.in_kgps).toBe(0);
  });

  test('[S29] a shut door holds smoke back; a towel and tape hold back most of the rest', () => {
    const soot = (change: object) => {
      const b = createBuilding(flat(200));
      setVent(b, 'exit', { open_frac: 0.05 });
      setVent(b, 'bed-door', change);
      go(b, 240);
      const room = roomNamed(b, 'bedroom');
      return room.upper.species_kg[6]! + room.lower.species_kg[6]!;
    };
    const open = soot({ open_frac: 1 });
    const shut = soot({ open_frac: 0 });
    const sealed = soot({ open_frac: 0, bottomSealed_frac: 1, sidesSealed_frac: 1 });
    expect(shut).toBeLessThan(open / 10);
    expect(sealed).toBeLessThan(shut / 5);
    expect(sealed).toBeGreaterThan(0);
  });

  test('[S29] a door opened while it burns lets the layer down behind it within a minute', () => {
    const b = createBuilding(flat(300));
    setVent(b, 'fire-door', { open_frac: 0 });
    go(b, 60);
    const before = roomNamed(b, 'corridor').layer_m;
    setVent(b, 'fire-door', { open_frac: 1 });
    go(b, 60);
    expect(roomNamed(b, 'corridor').layer_m).toBeLessThan(before - 0.5);
    expect(() => setVent(b, 'fire-door', { open_frac: 1.2 })).toThrow(/between 0 and 1/);
    expect(() => setVent(b, 'no-door', { open_frac: 1 })).toThrow(/no vent or hatch/);
  });
});

describe('fires', () => {
  test('[S26] entrainment has no jump between flame, intermittent and plume', () => {
    for (const x of [0.08, 0.2]) {
      const z = x * 100 ** 0.4;
      const below = entrainment_kgps('mccaffrey', 100, 80, z * 0.9999);
      expect(entrainment_kgps('mccaffrey', 100, 80, z * 1.0001) / below).toBeCloseTo(1, 1);
    }
  });

  test('[S26] a wall and a corner feed less air, as two and four mirrored fires', () => {
    const of = (place: 'centre' | 'wall' | 'corner') => entrainment_kgps('mccaffrey', 60, 48, 1.5, place);
    expect(of('wall') / of('centre')).toBeGreaterThan(0.55);
    expect(of('wall') / of('centre')).toBeLessThan(0.7);
    expect(of('corner') / of('wall')).toBeLessThan(0.75);
    expect(of('corner')).toBeCloseTo(entrainment_kgps('mccaffrey', 240, 192, 1.5) / 4, 9);
  });

  test('[S26] centreline, flame and ceiling jet', () => {
    expect(centreline(33, 2, 293.15).rise_K).toBeGreaterThan(66);
    expect(centreline(33, 2, 293.15).rise_K).toBeLessThan(82);
    expect(flameHeight_m(100, 0.5)).toBeCloseTo(
      0.5 * (3.7 * (100 / (352 * Math.sqrt(9.81 * 0.5) * 0.25)) ** 0.4 - 1.02),
      9,
    );
    expect(flameHeight_m(0, 0.5)).toBe(0);
    const under = ceilingJet(100, 2.4, 0, 293.15);
    const far = ceilingJet(100, 2.4, 4, 293.15);
    expect(under.rise_K).toBeGreaterThan(far.rise_K * 2);
    expect(under.speed_mps).toBeGreaterThan(far.speed_mps);
  });

  test('[S27] a fire bigger than its air is limited, makes more CO, and says since when', () => {
    const of = (heat: number) =>
      run(
        {
          rooms: [cube('room', 2.5)],
          vents: [opening('slit', 'room', 'outside', { soffit_m: 0.5, width_m: 0.5 })],
          fires: [burner('room', heat, { fuel: 'wood' })],
        },
        600,
      );
    const small = of(20);
    const big = of(2000);
    const fire = big.fires[0]!;
    expect(small.fires[0]!.shortAt_s).toBeNull();
    expect(fire.shortAt_s).toBeGreaterThan(1);
    expect(fire.burned_kW).toBeLessThan(fire.asked_kW / 2);
    const perCo2 = (b: typeof big) => layerAir(b.rooms[0]!.upper).co_ppm / layerAir(b.rooms[0]!.upper).co2_pct;
    expect(perCo2(big)).toBeGreaterThan(4 * perCo2(small));
    expect(big.rooms[0]!.upper.species_kg[7]).toBeGreaterThan(0);
  });

  test('[S27] heat can be set from outside and given back to the curve', () => {
    const b = createBuilding(flat(100));
    setHeat(b, 'fire', 30);
    go(b, 1);
    expect(b.fires[0]!.burned_kW).toBe(30);
    setHeat(b, 'fire', null);
    go(b, 1);
    expect(b.fires[0]!.burned_kW).toBe(100);
    expect(() => setHeat(b, 'fire', -1)).toThrow(/0 kW or more/);
  });
});

describe('wells and walls', () => {
  const tower = (mixed: boolean) => ({
    rooms: [
      { id: 'ground', width_m: 3, depth_m: 5, height_m: 2.8 },
      { id: 'first', width_m: 3, depth_m: 5, height_m: 2.8, floor_m: 2.8, mixed },
      { id: 'second', width_m: 3, depth_m: 5, height_m: 2.8, floor_m: 5.6 },
    ],
    hatches: [
      { id: 'w1', below: 'ground', above: 'first', area_m2: 3 },
      { id: 'w2', below: 'first', above: 'second', area_m2: 3 },
    ],
    vents: [opening('street', 'ground', 'outside')],
    fires: [burner('ground', 150, { fuel: 'polyurethane' })],
  });

  test('[S30] smoke climbs a stair and gathers at its top first', () => {
    const b = run(tower(false), 60);
    const top = roomNamed(b, 'second');
    expect(airAt(top, 2).visibility_m).toBeLessThan(5);
    expect(top.layer_m).toBeLessThan(1.4);
    expect(b.hatches[0]!.up_kgps).toBeGreaterThan(0.05);
  });

  test('[S30] a stirred shaft has one layer from top to bottom', () => {
    const shaft = roomNamed(run(tower(true), 60), 'first');
    expect(shaft.layer_m).toBeLessThan(0.01);
    expect(airAt(shaft, 0.5).temp_K).toBe(airAt(shaft, 2.5).temp_K);
  });

  test('[S30] heavy air above light air changes places through the hole, light above heavy does not', () => {
    expect(exchange_m3ps(1, 'square', 1, 1.2, 0)).toBeCloseTo(0.1 * Math.sqrt((2 * 9.80665 * 0.2) / 2.2), 9);
    expect(exchange_m3ps(1, 'square', 1.2, 1, 0)).toBe(0);
    expect(exchange_m3ps(1, 'square', 1, 1.2, 50)).toBe(0);
  });

  test('[S31] a thick wall under steady flux warms as 2 q sqrt(t / pi k rho c)', () => {
    const material = {
      conductivity_WpmK: 0.7,
      density_kgpm3: 1700,
      heat_JpkgK: 840,
      thickness_m: 0.24,
      emissivity_frac: 0.9,
    };
    const slab = createSlab(material, 293.15);
    for (let i = 0; i < 2400; i++) stepSlab(slab, 1000, 0, 0.25);
    const exact = 2000 * Math.sqrt(600 / (Math.PI * 0.7 * 1700 * 840));
    expect((slab.surface_K - 293.15) / exact).toBeGreaterThan(0.97);
    expect((slab.surface_K - 293.15) / exact).toBeLessThan(1.03);
  });
});
