/** Nothing is made and nothing lost: energy, mass and every gas, before anything else is asked of the smoke model. */
import { describe, expect, test } from 'vitest';
import type { Building } from '../../../src/sim/zone/building.ts';
import { CP_JpkgK, GAMMA_frac } from '../../../src/sim/zone/constants.ts';
import { setVent } from '../../../src/sim/zone/control.ts';
import { createBuilding } from '../../../src/sim/zone/create.ts';
import { FUELS, type Fuel, products_kgpkg } from '../../../src/sim/zone/fuel.ts';
import { stillOutside_Pa } from '../../../src/sim/zone/scene.ts';
import { CO2, FUEL, O2, SPECIES } from '../../../src/sim/zone/species.ts';
import { stepBuilding, totalMass_kg, totalSpecies_kg } from '../../../src/sim/zone/step.ts';
import { storedHeat_Jpm2 } from '../../../src/sim/zone/wall.ts';
import { BARE, burner, cube, flat, opening, run } from './rooms.ts';

/** Internal energy of all the gas: pV / (gamma - 1). */
function gasEnergy_J(b: Building): number {
  return b.rooms.reduce(
    (sum, r) => sum + ((stillOutside_Pa(b, r.floor_m) + r.pressure_Pa) * r.volume_m3) / (GAMMA_frac - 1),
    0,
  );
}
function wallHeat_J(b: Building): number {
  return b.rooms.flatMap((r) => r.slabs).reduce((sum, one) => sum + one.area_m2 * storedHeat_Jpm2(one.slab), 0);
}

describe('energy', () => {
  test.each([false, true])('[S20] 100 kW for 60 s in a sealed 125 m3 box is 19 200 Pa (one layer: %s)', (mixed) => {
    const b = run(
      { humidity_frac: 0, rooms: [cube('box', 5, { ...BARE, sealed: true, mixed })], fires: [burner('box', 100)] },
      60,
    );
    expect(b.rooms[0]!.pressure_Pa).toBeCloseTo(19_200, 6);
    expect(b.fires[0]!.burned_kJ).toBeCloseTo(6000, 6);
  });

  test('[S20] two sealed rooms share the same energy through an open door', () => {
    const b = run(
      {
        rooms: [cube('a', 4, { ...BARE, sealed: true }), cube('b', 3, { ...BARE, sealed: true })],
        vents: [opening('door', 'a', 'b')],
        fires: [burner('a', 50)],
      },
      120,
    );
    const rise = ((GAMMA_frac - 1) * 50_000 * 120) / (64 + 27);
    for (const room of b.rooms) expect(room.pressure_Pa / rise).toBeCloseTo(1, 3);
  });

  test('[S23] heat of a fire is found in gas, walls and backs of walls', () => {
    const b = createBuilding({ rooms: [cube('box', 4, { sealed: true })], fires: [burner('box', 60)] });
    const start = gasEnergy_J(b);
    let out_J = 0;
    for (let i = 0; i < 480; i++) {
      stepBuilding(b, 0.25);
      for (const one of b.rooms[0]!.slabs) {
        const s = one.slab;
        const last = s.cells_K.length - 1;
        const link = 1 / (1 / 9 + s.cells_m[last]! / (2 * s.conductivity_WpmK));
        out_J += link * (s.cells_K[last]! - s.back_K) * one.area_m2 * 0.25;
      }
    }
    const owed_J = b.rooms[0]!.owed_W * 0.25;
    const found = gasEnergy_J(b) - start + wallHeat_J(b) + out_J + owed_J;
    expect(wallHeat_J(b)).toBeGreaterThan(0.3 * 60_000 * 120);
    expect(found / (b.fires[0]!.burned_kJ * 1000)).toBeCloseTo(1, 6);
  });

  test('[S23] a door carries out what the walls do not take, once steady', () => {
    const b = run(
      { rooms: [cube('room', 3, BARE)], vents: [opening('door', 'room', 'outside')], fires: [burner('room', 80)] },
      900,
    );
    const door = b.vents[0]!;
    expect(door.out_kW - door.in_kW).toBeGreaterThan(80 * 0.98);
    expect(door.out_kW - door.in_kW).toBeLessThan(80 * 1.02);
  });
});

describe('mass', () => {
  test('[S21] a sealed building gains the fuel and nothing else', () => {
    const b = createBuilding({
      rooms: [cube('a', 4, { sealed: true }), cube('b', 4, { sealed: true, floor_m: 4 })],
      hatches: [{ id: 'hole', below: 'a', above: 'b', area_m2: 1 }],
      fires: [burner('a', 100)],
    });
    const start = totalMass_kg(b);
    for (let i = 0; i < 400; i++) stepBuilding(b, 0.25);
    expect(totalMass_kg(b) - start).toBeCloseTo(b.fires[0]!.burned_kJ / FUELS.methane!.heat_kJpkg, 9);
  });

  test('[S21] through open doors, gain is inflow less outflow plus fuel, door slamming included', () => {
    const b = createBuilding(flat(150));
    let through = 0;
    let before = totalMass_kg(b);
    for (let i = 0; i < 1200; i++) {
      if (i % 97 === 0) setVent(b, 'fire-door', { open_frac: (i / 97) % 2 });
      stepBuilding(b, 0.25);
      const out = b.vents.find((v) => v.id === 'exit')!;
      const leak = b.vents.find((v) => v.id === 'bedroom.leak')!;
      const fuel = b.fires[0]!.asked_kW / b.fires[0]!.fuel.heat_kJpkg;
      through += (out.in_kgps - out.out_kgps + leak.in_kgps - leak.out_kgps + fuel) * 0.25;
    }
    before += through;
    expect(totalMass_kg(b) / before).toBeCloseTo(1, 6);
  });
});

describe('species', () => {
  test.each(Object.keys(FUELS))('[S22] burning %s closes in mass', (name) => {
    const fuel = FUELS[name] as Fuel;
    const change = products_kgpkg(fuel);
    const molar =
      12.011 * fuel.carbon_count +
      1.008 * fuel.hydrogen_count +
      15.999 * fuel.oxygen_count +
      14.007 * fuel.nitrogen_count +
      35.45 * fuel.chlorine_count;
    const nitrogen = (14.007 * fuel.nitrogen_count) / molar - (fuel.hcn_kgpkg * 14.007) / 27.026;
    expect(change.reduce((sum, x) => sum + x, 0) + nitrogen).toBeCloseTo(1, 4);
    expect(fuel.heat_kJpkg / -change[O2]!).toBeGreaterThan(8_000);
    expect(fuel.heat_kJpkg / -change[O2]!).toBeLessThan(16_000);
  });

  test('[S22] the gases in a sealed house are those of the fuel burned, in whatever room they are', () => {
    const b = createBuilding({
      rooms: [cube('a', 4, { sealed: true }), cube('b', 3, { sealed: true })],
      vents: [opening('door', 'a', 'b')],
      fires: [burner('a', 40, { fuel: 'polyurethane' })],
    });
    const start = SPECIES.map((_, s) => totalSpecies_kg(b, s));
    for (let i = 0; i < 800; i++) stepBuilding(b, 0.25);
    const fire = b.fires[0]!;
    const burned_kg = fire.burned_kJ / fire.fuel.heat_kJpkg;
    for (const s of SPECIES.keys()) {
      if (s === FUEL) continue;
      expect((totalSpecies_kg(b, s) - start[s]!) / burned_kg).toBeCloseTo(fire.products_kgpkg[s]!, 8);
    }
    expect(totalSpecies_kg(b, CO2)).toBeGreaterThan(start[CO2]!);
  });

  test('[S22] yields that hold more carbon than the fuel are refused', () => {
    expect(() => products_kgpkg({ ...FUELS.wood!, soot_kgpkg: 0.5 })).toThrow(/more carbon/);
  });

  test('[S28] a fire in a sealed room smothers and never uses more oxygen than there is', () => {
    const b = run({ humidity_frac: 0, rooms: [cube('box', 3, { sealed: true })], fires: [burner('box', 100)] }, 1200);
    const box = b.rooms[0]!;
    expect(b.fires[0]!.burned_kW).toBeLessThan(1);
    expect(box.upper.species_kg[O2]! / box.upper.mass_kg).toBeGreaterThan(0.1);
    expect(box.upper.species_kg[O2]! / box.upper.mass_kg).toBeLessThan(0.18);
    expect(CP_JpkgK).toBe(1012);
  });
});
