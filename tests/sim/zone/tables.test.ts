/** The zone model against every fire table kept here, and what it costs. */
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { COMPARERS } from '../../../src/cli/validate/all.ts';
import { readTable } from '../../../src/cli/validate/table.ts';
import { nbsRooms } from '../../../src/cli/validate/zone-buildings.ts';
import { readCase } from '../../../src/cli/zone/case.ts';
import { type Column, runCase } from '../../../src/cli/zone/run.ts';
import type { Building } from '../../../src/sim/zone/building.ts';
import { createBuilding } from '../../../src/sim/zone/create.ts';
import { stepBuilding } from '../../../src/sim/zone/step.ts';

const ROOT = join(import.meta.dirname, '../../..');
const NODE = process.execPath;

describe('reference tables', () => {
  const files = globSync('tests/reference/fire_*', { cwd: ROOT });
  test('[S40] there are the tables of plume, rooms, corridors, halls, doses and alarms', () => {
    expect(files.length).toBeGreaterThanOrEqual(22);
  });
  test.each(files)('[S40] %s is met', (file) => {
    const name = basename(file);
    const comparer = COMPARERS.find((each) => each.files.test(name));
    const verdict = comparer!.compare(readTable(name, readFileSync(join(ROOT, file), 'utf8')));
    expect(verdict.short).toEqual([]);
    expect(verdict.ok).toBe(true);
    expect(verdict.cases).toBeGreaterThan(0);
    for (const limit of verdict.limits ?? []) expect(limit).toMatch(/\(.{20,}\)|\[CFAST|measured/);
  });

  test('[S40] a table that says otherwise is not met', () => {
    const text = readFileSync(join(ROOT, 'tests/reference/fire_steckler_steady.csv'), 'utf8');
    const hotter = text.replaceAll(
      /,(\d+\.\d),(\d\.\d+)(\r?\n)/g,
      (_all, T, z, end) => `,${(Number(T) * 1.6).toFixed(1)},${z}${end}`,
    );
    const table = readTable('fire_steckler_steady.csv', hotter);
    expect(COMPARERS.find((each) => each.files.test(table.name))!.compare(table).ok).toBe(false);
  });
});

describe('npm run zone', () => {
  const cases = globSync('tests/cases/zone/*.json', { cwd: ROOT });
  test('[S41] there are three worked cases', () => {
    expect(cases).toHaveLength(3);
  });
  test.each(cases)('[S41] %s runs, and every column is a number throughout', (file) => {
    const result = readCase(readFileSync(join(ROOT, file), 'utf8'));
    if ('refusals' in result) throw new Error(result.refusals.join('\n'));
    const rows: Column[][] = [];
    runCase(result.read, (columns) => rows.push(columns));
    expect(rows.length).toBeGreaterThan(20);
    for (const row of rows) {
      expect(row.map((one) => one.name)).toEqual(rows[0]!.map((one) => one.name));
      expect(row.filter((one) => one.value !== null && !Number.isFinite(one.value))).toEqual([]);
    }
  });

  test('[S41] the program writes the CSV, and the words beside it go elsewhere', () => {
    const csv = execFileSync(
      NODE,
      [join(ROOT, 'src/cli/zone.ts'), join(ROOT, 'tests/cases/zone/one-room.json'), '--every', '30'],
      { stdio: ['ignore', 'pipe', 'ignore'] },
    ).toString();
    const lines = csv.trim().split('\n');
    expect(lines).toHaveLength(12);
    expect(lines[0]).toMatch(/^time_s,armchair\.asked_kW/);
    expect(lines[11]).toMatch(/^300,/);
  });

  const wrong: [name: string, text: string, said: RegExp][] = [
    ['no JSON', '{ "run_s": 1,, }', /^not JSON/],
    ['an unknown key', '{ "run_s": 1, "bulding": {} }', /unknown key "bulding"; did you mean "building"/],
    [
      'an unknown key of the plan',
      '{ "run_s": 1, "building": { "rooms": [] }, "plan": [{ "at_s": 1, "vnet": "a" }] }',
      /plan 1: unknown key "vnet"; did you mean "vent"/,
    ],
    ['a negative time', '{ "run_s": -1, "building": {} }', /run_s/],
    [
      'a wrong building',
      '{ "run_s": 1, "building": { "rooms": [{ "id": "a", "width_m": -1, "depth_m": 1, "height_m": 1 }] } }',
      /width_m must be a number above 0, not -1/,
    ],
    [
      'a door that is not there',
      '{ "run_s": 1, "building": { "rooms": [{ "id": "a", "width_m": 1, "depth_m": 1, "height_m": 1, "sealed": true }] }, "plan": [{ "at_s": 1, "vent": "door", "open_frac": 0 }] }',
      /vent "door" is not in the building/,
    ],
  ];
  test.each(wrong)('[S41] %s is refused by name', (_name, text, said) => {
    const result = readCase(text);
    expect('refusals' in result ? result.refusals[0] : '').toMatch(said);
    expect('refusals' in result ? result.refusals.join('') : '\n').not.toContain('\n');
  });
});

describe('cost', () => {
  /** @returns solver steps a step, on the mean; what each step costs in time is `npm run bench -- zone` */
  function solverSteps(b: Building, steps: number): number {
    let count = 0;
    for (let i = 0; i < steps; i++) {
      stepBuilding(b, 0.25);
      count += b.newton_count;
    }
    return count / steps;
  }
  const nbs = (exitShut: boolean) =>
    createBuilding(
      nbsRooms({
        ambient_K: 296.15,
        curve: [
          [0, 0],
          [10, 110],
          [890, 110],
          [900, 0],
        ],
        radiative_frac: 0.2,
        exitShut,
        targetRoom: false,
      }),
    );

  test('[S42] 1500 s of MV100A take few solver steps, and its shut twin does not stiffen', () => {
    const [open, shut] = [nbs(false), nbs(true)];
    const counts = [solverSteps(open, 6000), solverSteps(shut, 6000)] as const;
    expect(open.time_s).toBeCloseTo(1500, 6);
    expect(Math.max(...counts)).toBeLessThan(3);
    expect(counts[1]).toBeLessThan(1.2 * counts[0]);
  });

  test('[S42] six rooms and a stair take few solver steps', () => {
    const result = readCase(readFileSync(join(ROOT, 'tests/cases/zone/flat-and-stair.json'), 'utf8'));
    if ('refusals' in result) throw new Error(result.refusals.join('\n'));
    expect(solverSteps(createBuilding(result.read.building), 2400)).toBeLessThan(5);
  });
});
