/** The commands as an officer or a checker calls them: output lines, exit status, refusals in one line. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { Session } from '../../src/wire/session.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'drillhall-cli-'));
afterAll(() => rmSync(folder, { recursive: true }));

function call(file: string, ...args: string[]): { status: number | null; out: string; err: string } {
  const done = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', `src/cli/${file}.ts`, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}
function written(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const PLAN = written(
  'plan.yaml',
  `plans:
  - run: lid
    steps:
      - wait until: { fact: ignited, thing: wok }
      - take lid
      - slide onto wok
  - run: nothing
    steps:
      - wait 1
`,
);

describe('npm run drill', () => {
  test('prints one JSON line per run and leaves with 0 whatever the score', () => {
    const { status, out } = call('drill', 'firefighting/kitchen-wok', '--plan', PLAN, '--json');
    expect(status).toBe(0);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines.map((line) => line.run)).toEqual(['lid', 'nothing']);
    for (const line of lines) {
      expect(line).toMatchObject({
        ended: expect.any(String),
        passed: expect.any(Boolean),
        score: expect.any(Number),
        facts: expect.any(Array),
      });
      expect((line.marks as { rule: string; points: number }[])[0]).toMatchObject({ rule: 'FF-M1', points: 0 });
    }
    expect(lines[1]).toMatchObject({ ended: 'failed', passed: false, critical: ['FF-X2'] });
  });

  test('ends with a sentence for people, and has no score in learn mode', () => {
    const { status, out } = call(
      'drill',
      'firefighting/kitchen-wok',
      '--plan',
      PLAN,
      '--run',
      'lid',
      '--mode',
      'learn',
    );
    expect(status).toBe(0);
    expect(out).toMatch(/no score in learn mode/);
    expect(out.trim()).toMatch(/1 run of firefighting\/kitchen-wok played in learn mode\.$/);
  });

  test.each([
    [[], /^Which variant\? One of: /],
    [['firefighting/kitchen-work'], /did you mean "firefighting\/kitchen-wok"\?/],
    [['firefighting/kitchen-wok', '--jsn'], /did you mean "--json"\?/],
    [['firefighting/kitchen-wok', '--mode', 'test'], /learn or assess, not "test"/],
    [['firefighting/kitchen-wok', '--plan', '/no/such.yaml'], /cannot be read/],
    [['firefighting/kitchen-wok', '--run', 'good-lit'], /did you mean "good-lid"\?/],
    [['firefighting/kitchen-wok', '--plan'], /needs a value/],
  ])('refuses %j in one line', (args, sentence) => {
    const { status, err } = call('drill', ...args);
    expect(status).toBe(1);
    expect(err.trim()).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  test('refuses a plan by file and line', () => {
    const bad = written('bad.yaml', 'plans:\n  - run: a\n    steps:\n      - take lid\n      - take lidd\n');
    const { status, err } = call('drill', 'firefighting/kitchen-wok', '--plan', bad);
    expect(status).toBe(1);
    expect(err.trim()).toBe(`${bad}:5: unknown thing "lidd"; did you mean "lid"?`);
  });
});

describe('npm run replay', () => {
  const saved = join(folder, 'session.json');

  test('says that a saved run is equal, and where a forged one is not', () => {
    expect(call('drill', 'firefighting/kitchen-wok', '--run', 'lift-lid', '--save', saved).status).toBe(0);
    const equal = call('replay', saved);
    expect(equal.status).toBe(0);
    expect(equal.out).toMatch(/The replay equals what was stored\./);
    const session = Session.parse(JSON.parse(readFileSync(saved, 'utf8')));
    const forged = written('forged.json', JSON.stringify({ ...session, first: { ...session.first, score: 100 } }));
    const differs = call('replay', forged);
    expect(differs.status).toBe(1);
    expect(differs.out).toMatch(/score is stored as 100 and played as 49/);
  });

  test('plays a bare tape, and refuses a broken one with a sentence', () => {
    const session = Session.parse(JSON.parse(readFileSync(saved, 'utf8')));
    expect(call('replay', written('bare.txt', session.tape!)).out).toMatch(/no stored result to compare/);
    const broken = call('replay', written('broken.txt', session.tape!.slice(0, 400)));
    expect(broken.status).toBe(1);
    expect(broken.err.trim()).toMatch(/^This tape cannot be played: .*\.$/);
    expect(call('replay', written('half.json', '{"id": 1}')).err).toMatch(/is not a session: id/);
  });
});

test.each(['drill', 'replay', 'bench'])('npm run %s -- --help helps', (file) => {
  const { status, out } = call(file, '--help');
  expect(status).toBe(0);
  expect(out).toMatch(new RegExp(`^npm run ${file} -- `));
});
