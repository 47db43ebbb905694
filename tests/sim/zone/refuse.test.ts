/** Layouts that cannot be buildings, and buildings that must never lose a number. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Building } from '../../../src/sim/zone/building.ts';
import { layoutRefusals } from '../../../src/sim/zone/check.ts';
import { setHeat, setVent } from '../../../src/sim/zone/control.ts';
import { createBuilding } from '../../../src/sim/zone/create.ts';
import { FUELS } from '../../../src/sim/zone/fuel.ts';
import type { Layout } from '../../../src/sim/zone/layout.ts';
import { stepBuilding } from '../../../src/sim/zone/step.ts';
import { burner, cube, flat, go, opening } from './rooms.ts';

const good: Layout = flat(100);

describe('refusals', () => {
  test('[S32] a good layout has none', () => {
    expect(layoutRefusals(good)).toEqual([]);
  });

  const wrong: [name: string, layout: unknown, said: RegExp][] = [
    [
      'a room nobody can reach',
      { ...good, rooms: [...good.rooms, cube('attic', 2)] },
      /room "attic": nobody can reach it/,
    ],
    [
      'a vent to nowhere',
      { ...good, vents: [...good.vents!, opening('gate', 'corridor', 'coridor')] },
      /vent "gate": to leads nowhere.*did you mean "corridor"/,
    ],
    [
      'a vent above the ceiling',
      { ...good, vents: [...good.vents!, opening('gate', 'corridor', 'outside', { soffit_m: 3 })] },
      /"gate": leads nowhere, its soffit is above the ceiling/,
    ],
    [
      'a hatch between floors that do not meet',
      { ...good, hatches: [{ id: 'h', below: 'corridor', above: 'bedroom', area_m2: 1 }] },
      /hatch "h": leads nowhere/,
    ],
    [
      'a negative size',
      { ...good, rooms: [cube('a', 3, { width_m: -2 })] },
      /room "a": width_m must be a number above 0, not -2/,
    ],
    [
      'a size that is no number',
      { ...good, rooms: [cube('a', 3, { width_m: Number.NaN })] },
      /width_m must be a number above 0/,
    ],
    [
      'an unknown key',
      { ...good, rooms: [{ ...cube('a', 3), hieght_m: 2 }] },
      /room "a": unknown key "hieght_m"; did you mean "height_m"/,
    ],
    ['an unknown key on top', { ...good, ventz: [] }, /unknown key "ventz"; did you mean "vents"/],
    ['a missing key', { rooms: [{ id: 'a', width_m: 2, depth_m: 2 }] }, /room "a": height_m is missing/],
    ['two rooms of one name', { rooms: [cube('a', 2), cube('a', 2)] }, /room "a": two rooms have this id/],
    ['a fire in no room', { ...good, fires: [burner('kitchen', 5)] }, /fire "fire": no room is called "kitchen"/],
    [
      'a fire larger than its floor',
      { ...good, fires: [burner('corridor', 5, { area_m2: 20 })] },
      /larger than the floor/,
    ],
    [
      'a fuel of another name',
      { ...good, fires: [burner('corridor', 5, { fuel: 'constructor' })] },
      /no fuel is called "constructor"/,
    ],
    [
      'a curve that runs backwards',
      {
        ...good,
        fires: [
          burner('corridor', 5, {
            curve: [
              [10, 1],
              [5, 2],
            ],
          }),
        ],
      },
      /must rise/,
    ],
    [
      'a fuel that makes more soot than it has carbon',
      { ...good, fuels: { tar: { ...FUELS.wood!, soot_kgpkg: 0.9 } } },
      /more carbon than the fuel/,
    ],
    ['no table at all', 7, /must be a table/],
  ];
  test.each(wrong)('[S32] %s is refused by name', (_name, layout, said) => {
    expect(layoutRefusals(layout).join('\n')).toMatch(said);
    expect(() => createBuilding(layout as Layout)).toThrow();
  });

  test('[S32] a fire bigger than its air is no reason to refuse', () => {
    expect(layoutRefusals(flat(50_000))).toEqual([]);
  });
});

function lost(b: Building): string[] {
  const out: string[] = [];
  for (const room of b.rooms) {
    const numbers = [room.pressure_Pa, room.layer_m, room.owed_W, ...room.slabs.flatMap((one) => one.slab.cells_K)];
    for (const layer of [room.upper, room.lower]) {
      numbers.push(layer.mass_kg, layer.volume_m3, layer.temp_K, ...layer.species_kg);
      if (!(layer.mass_kg > 0) || !(layer.volume_m3 > 0) || !(layer.temp_K > 100))
        out.push(`${room.id}: ${JSON.stringify(layer)}`);
      if (layer.species_kg.some((kg) => kg < 0)) out.push(`${room.id}: less than nothing of a gas`);
      if (layer.species_kg.reduce((sum, kg) => sum + kg, 0) > layer.mass_kg * (1 + 1e-6))
        out.push(`${room.id}: more gases than gas`);
    }
    if (!numbers.every(Number.isFinite)) out.push(`${room.id}: not a number`);
    if (room.layer_m < 0 || room.layer_m > room.height_m) out.push(`${room.id}: layer at ${room.layer_m}`);
  }
  if (b.vents.some((v) => !Number.isFinite(v.out_kgps + v.in_kgps + v.out_kW + v.in_kW)))
    out.push('a vent lost its flow');
  return out;
}

const size = fc.double({ min: 1.2, max: 9, noNaN: true });
const roomOf = (i: number) =>
  fc
    .record({
      width_m: size,
      depth_m: size,
      height_m: fc.double({ min: 2.2, max: 6, noNaN: true }),
      mixed: fc.boolean(),
      bare: fc.boolean(),
    })
    .map((r) => ({
      id: `r${i}`,
      width_m: r.width_m,
      depth_m: r.depth_m,
      height_m: r.height_m,
      mixed: r.mixed,
      ...(r.bare ? { ceiling: 'none', walls: 'none', floor: 'none' } : {}),
    }));
const act = fc.record({
  vent: fc.nat(),
  open: fc.double({ min: 0, max: 1, noNaN: true }),
  seal: fc.double({ min: 0, max: 1, noNaN: true }),
  heat: fc.double({ min: 0, max: 6000, noNaN: true }),
  steps: fc.integer({ min: 1, max: 60 }),
});

/** A chain of rooms to the outside with crosswise doors, an upper room over the first, a fan, a fire. */
const building = fc.integer({ min: 1, max: 4 }).chain((n) =>
  fc.record({
    rooms: fc.tuple(...Array.from({ length: n }, (_, i) => roomOf(i))),
    doors: fc.array(
      fc.record({
        a: fc.nat(n - 1),
        b: fc.nat(n),
        sill: fc.double({ min: 0, max: 1.5, noNaN: true }),
        high: fc.double({ min: 0.02, max: 0.7, noNaN: true }),
        width: fc.double({ min: 0.01, max: 3, noNaN: true }),
      }),
      { maxLength: 4 },
    ),
    outside_K: fc.double({ min: 250, max: 313, noNaN: true }),
    fan: fc.double({ min: 0, max: 2, noNaN: true }),
    fuel: fc.constantFrom(...Object.keys(FUELS)),
    acts: fc.array(act, { minLength: 1, maxLength: 6 }),
    step_s: fc.constantFrom(1 / 60, 0.1, 0.25, 1),
  }),
);

describe('whatever is done', () => {
  test('[S33] random buildings and door operations never lose a number', () => {
    fc.assert(
      fc.property(building, ({ rooms, doors, outside_K, fan, fuel, acts, step_s }) => {
        const above = { id: 'over', width_m: 3, depth_m: 3, height_m: 2.5, floor_m: rooms[0]!.height_m };
        const name = (i: number) => (i >= rooms.length ? 'outside' : `r${i}`);
        const layout: Layout = {
          outside_K,
          rooms: [...rooms, above],
          vents: [
            ...rooms.map((_, i) => opening(`d${i}`, `r${i}`, name(i + 1), { bottomGap_m2: 0.01, sideGap_m2: 0.01 })),
            ...doors
              .filter((d) => d.a !== d.b)
              .map((d, i) =>
                opening(`x${i}`, name(d.a), name(d.b), { sill_m: d.sill, soffit_m: d.sill + d.high, width_m: d.width }),
              ),
          ],
          hatches: [{ id: 'hole', below: 'r0', above: 'over', area_m2: 1 }],
          fans: [{ id: 'fan', from: 'over', to: 'outside', flow_m3ps: fan, height_m: 1 }],
          fires: [{ ...burner('r0', 0), fuel }],
        };
        const b = createBuilding(layout);
        for (const one of acts) {
          const vent = b.vents[one.vent % b.vents.length]!.id;
          setVent(b, vent, { open_frac: one.open, bottomSealed_frac: one.seal, sidesSealed_frac: one.seal });
          setHeat(b, 'fire', one.heat);
          for (let i = 0; i < one.steps; i++) stepBuilding(b, step_s);
          expect(lost(b)).toEqual([]);
        }
      }),
      { numRuns: 150, seed: 20 },
    );
  });

  test('[S33] a step that is no step is refused', () => {
    const b = createBuilding(good);
    expect(() => stepBuilding(b, 0)).toThrow(/longer than 0 s/);
    expect(() => stepBuilding(b, Number.NaN)).toThrow();
  });

  test('[S34] a copy through JSON goes on bit for bit as the original', () => {
    const b = createBuilding(flat(250));
    go(b, 60);
    const copy = JSON.parse(JSON.stringify(b)) as Building;
    const clone = structuredClone(b);
    go(b, 60);
    go(copy, 60);
    go(clone, 60);
    expect(copy).toEqual(b);
    expect(clone).toEqual(b);
  });

  test('[S35] a step of 0.25 s tells what one of 0.05 s tells', () => {
    const at = (step_s: number) => {
      const b = createBuilding(flat(200));
      go(b, 180, step_s);
      return b.rooms.slice(0, 2);
    };
    const [coarse, fine] = [at(0.25), at(0.05)];
    for (const [i, room] of coarse.entries()) {
      expect(Math.abs(room.layer_m - fine[i]!.layer_m)).toBeLessThan(0.03);
      expect((room.upper.temp_K - 293.15) / (fine[i]!.upper.temp_K - 293.15)).toBeCloseTo(1, 1);
    }
  });
});
