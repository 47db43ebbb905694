/** The validator against the reference tables, and against tables made wrong on purpose. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fallsShort, validateFolder } from '../../src/cli/validate.ts';

const HERE = import.meta.dirname;
const PROGRAM = join(HERE, '../../src/cli/validate.ts');
const made: string[] = [];

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'drillhall-'));
  made.push(path);
  return path;
}

function run(...args: string[]) {
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, ...args], { encoding: 'utf8' });
}

afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true });
});

test('[V1] agrees with every table it has a model for', () => {
  const lines = validateFolder(HERE);
  expect(lines.filter(fallsShort).map((line) => [line.file, line.fault, line.verdict?.short])).toEqual([]);
  const modelled = lines.filter((line) => line.verdict && line.verdict.cases > 0).map((line) => line.file);
  for (const kind of ['ext_', 'fire_hrr', 'fire_flame', 'fire_plume', 'fire_pool', 'fire_filling', 'fire_fed'])
    expect(modelled.some((file) => file.startsWith(kind))).toBe(true);
});

/** One number of each kind of table made wrong: column, and what is done to every row. */
const SPOILT: [file: string, spoil: (text: string) => string][] = [
  ['ext_suppression_cases.csv', (t) => t.replace('55,ABC,4,11,out', '55,ABC,4,11,fail')],
  ['ext_suppression_cases.csv', (t) => t.replace('89,CO2,5,10,fail', '89,CO2,5,10,out')],
  ['ext_extinguishers.csv', (t) => t.replace('ABC powder 4 kg,4,2A/55B,13A/70B,13,3.5', 'ABC powder 4 kg,4,2A/55B,13A/70B,19,3.5')],
  ['ext_extinguishers.csv', (t) => t.replace('CO2 2 kg,2,', 'CO2 4 kg,4,')],
  ['ext_cup_burner.csv', (t) => t.replace('0.214', '0.314')],
  ['ext_test_fires.csv', (t) => t.replace('1.73', '2.73')],
  ['ext_application_densities.csv', (t) => t.replace('surface,1.3,2-10', 'surface,13,20-100')],
  ['ext_application_densities.csv', (t) => t.replace('fire,1.7,1.7-2.3', 'fire,7.1,7.1-8')],
  ['fire_hrr_curves.csv', (t) => t.replace('0.0469,150', '0.0669,150')],
  ['fire_hrr_curves.csv', (t) => t.replace('medium,,50,4', 'medium,,150,4')],
  ['fire_flame_height.csv', (t) => t.replace('2.68', '3.68')],
  ['fire_plume_mccaffrey.csv', (t) => t.replace('337.74', '437.74')],
  ['fire_pool_burning.csv', (t) => t.replace('0.067,0.101', '0.007,0.101')],
  ['fire_filling_reference.csv', (t) => t.replace('2.027', '2.127')],
  ['fire_fed_vectors.csv', (t) => t.replace('0.8658', '0.8758')],
  ['crowd_door_flow.csv', (t) => t.replace('1.0,lab,1.9', '1.0,lab,1.3')],
  ['crowd_walking.csv', (t) => t.replace('free,,1.34', 'free,,1.5')],
];

test.each(SPOILT)('[V2] %s falls short when a number in it is wrong', (file, spoil) => {
  const text = readFileSync(join(HERE, file), 'utf8');
  const wrong = spoil(text);
  expect(wrong).not.toBe(text);
  const path = folder();
  writeFileSync(join(path, file), wrong);
  const [line] = validateFolder(path);
  expect(line!.fault).toBeNull();
  expect(line!.verdict!.ok).toBe(false);
  expect(line!.verdict!.short.length).toBeGreaterThan(0);
});

test('[V2] other rows in the same format are compared, not looked up', () => {
  const path = folder();
  writeFileSync(
    join(path, 'ext_suppression_cases.csv'),
    'pan_n,agent,charge_kg,t_discharge_s,expert_expected\n34,ABC,3,11,out\n89,ABC,6,15,out\n144,ABC,6,15,fail\n34,CO2,3,9,out\n',
  );
  writeFileSync(join(path, 'fire_flame_height.csv'), 'Qstar,L_over_D\n3,4.72\n');
  const lines = validateFolder(path);
  expect(lines.map((line) => [line.file, line.verdict!.ok])).toEqual([
    ['ext_suppression_cases.csv', true],
    ['fire_flame_height.csv', true],
  ]);
  expect(lines[0]!.verdict!.cases).toBe(4);
  expect(lines[1]!.verdict!.cases).toBeGreaterThan(0);
});

test('[V3] ends with 0, 1 or 2 and a sentence', () => {
  const wrong = folder();
  for (const name of readdirSync(HERE)) if (name === 'fire_flame_height.csv') copyFileSync(join(HERE, name), join(wrong, name));
  expect(run(wrong).status).toBe(0);
  writeFileSync(join(wrong, 'fire_flame_height.csv'), 'Qstar,L_over_D\n1,9\n');
  const short = run(wrong);
  expect(short.status).toBe(1);
  expect(short.stdout.trim().split('\n').at(-1)).toMatch(/^1 of 1 tables fall short: fire_flame_height\.csv\.$/);
  writeFileSync(join(wrong, 'fire_flame_height.csv'), 'Qstar,L_over_D\nten,9\n');
  const broken = run(wrong);
  expect(broken.status).toBe(1);
  expect(broken.stdout).toMatch(/row 1: "ten" in column "Qstar" is not a number/);
});

test('[V3] help, a missing folder, an empty one and an unknown option get one clear line', () => {
  expect(run('--help').stdout).toMatch(/npm run validate -- \[FOLDER\]/);
  for (const [args, wanted] of [
    [[join(folder(), 'nowhere')], /^There is no folder .*nowhere\.$/],
    [[folder()], /holds no table/],
    [['--fast'], /One folder is wanted, not "--fast"/],
  ] as const) {
    const got = run(...args);
    expect(got.status).toBe(2);
    expect(got.stderr.trim().split('\n').length).toBe(1);
    expect(got.stderr.trim()).toMatch(wanted);
  }
});
