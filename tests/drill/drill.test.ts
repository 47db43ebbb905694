/** One run as whoever shows it sees it: modes, consequence, rewind, pause, stop, session. */
import { describe, expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { digest } from '../../src/wire/digest.ts';
import { Session } from '../../src/wire/session.ts';
import { ID, open, perform, planOf, still, wait } from './hand.ts';

const KITCHEN = 'firefighting/kitchen-wok';
const WATER = planOf({ 'wait until': { fact: 'ignited' } }, 'take basin', 'throw at wok');

describe('a critical failure', () => {
  test('[DR3] shows its consequence for 3 to 6 s, then goes back to the last decision', () => {
    const drill = open(KITCHEN);
    const ignited = planOf({ 'wait until': { fact: 'ignited' } }, 'say fire', 'turn knob off');
    perform(drill, ignited);
    const decided_s = drill.facts.at(-1)!.at_s;
    perform(drill, planOf('take basin', 'throw at wok'));
    const shown = drill.view.getState().consequence!;
    expect(shown).toMatchObject({ rule: 'FF-X1', key: 'x1.consequence' });
    const shows_s = shown.until_s - drill.facts.find((fact) => fact.fact === 'oil-flashed')!.at_s;
    expect(shows_s).toBeGreaterThanOrEqual(3);
    expect(shows_s).toBeLessThanOrEqual(6.1);
    expect(drill.view.getState().ended).toBeNull();
    wait(drill, 6.2);
    const after = drill.view.getState();
    expect(after).toMatchObject({ consequence: null, attempt: 2, ended: null, stage: 'cover' });
    expect(drill.facts.some((fact) => fact.fact === 'oil-flashed')).toBe(false);
    expect(drill.facts.at(-1)!.at_s).toBeLessThan(decided_s + 2);
    const wok = drill.world.things.wok!;
    expect(wok.kind === 'oil-pan' && wok.fireball_s).toBe(0);
  });

  test('[DR4] the first try stays the record, and the second stands beside it', async () => {
    const drill = open(KITCHEN);
    perform(drill, WATER);
    wait(drill, 6.2);
    const first = structuredClone(drill.attempts.first!);
    expect(first).toMatchObject({ ended: 'failed', passed: false, critical: ['FF-X1'] });
    expect(first.score).toBeLessThanOrEqual(49);
    perform(drill, planOf('say fire', 'leave', 'dial 119', 'tell all', 'dial duty'));
    wait(drill, 1);
    const session = await drill.session();
    expect(session.first).toEqual(first);
    expect(session.second).toMatchObject({ ended: 'finished', ending: 'left-in-time', critical: [] });
  });

  test('[DR11] what a lost page leaves holds the failed first try, and asking for it changes nothing', async () => {
    const drill = open(KITCHEN);
    const atOnce = Session.parse(await drill.draft());
    expect(atOnce.first).toMatchObject({ ended: 'abandoned', grade: null, passed: false });
    perform(drill, WATER);
    expect(await drill.draft()).toBeNull();
    wait(drill, 6.2);
    const before = structuredClone(drill.world);
    const draft = Session.parse(await drill.draft());
    expect(draft.first).toMatchObject({ ended: 'failed', critical: ['FF-X1'] });
    expect(draft.second).toMatchObject({ ended: 'abandoned', passed: false });
    expect(drill.world).toEqual(before);
    expect(drill.view.getState().ended).toBeNull();
    expect(draft.sha256).toBe(await digest(draft));
  });

  test('[DR4] a second critical failure ends the run', () => {
    const drill = open(KITCHEN);
    perform(drill, WATER);
    wait(drill, 6.2);
    perform(drill, planOf({ 'wait until': { fact: 'ignited' } }, 'press hood'));
    wait(drill, 6.2);
    expect(drill.view.getState().ended).toMatchObject({ ended: 'failed', critical: ['FF-X5'] });
    expect(drill.attempts.first!.critical).toEqual(['FF-X1']);
  });

  test('[DR3] hands no longer count while the consequence shows', () => {
    const drill = open(KITCHEN);
    perform(drill, WATER);
    const before = drill.facts.length;
    drill.advance(1 / 60, still(drill, { do: 'say', phrase: 'fire' }));
    expect(drill.facts.slice(before).map((fact) => fact.fact)).not.toContain('said');
  });
});

describe('[DR5] two modes', () => {
  const mistake = planOf({ 'wait until': { fact: 'ignited' } }, 'take flour', 'throw at wok');

  test('learn shows prompts, explains a wrong act at once and has no score', async () => {
    const drill = open(KITCHEN, { mode: 'learn' });
    wait(drill, 7);
    expect(drill.view.getState()).toMatchObject({ stage: 'notice', promptKey: 'prompt.shout' });
    perform(drill, mistake);
    expect(drill.view.getState().captions).toContainEqual(expect.objectContaining({ key: 'say.leave-now' }));
    expect(drill.view.getState().explanation).toMatchObject({ rule: 'FF-E6', key: 'e6.reason' });
    wait(drill, 10);
    expect(drill.view.getState().explanation).toBeNull();
    drill.stop('abandoned');
    expect((await drill.session()).first).toMatchObject({ score: null, grade: null });
  });

  test('assess shows neither, but reminds once and calmly after 15 s without an act', () => {
    const drill = open(KITCHEN);
    perform(drill, mistake);
    expect(drill.view.getState()).toMatchObject({ promptKey: null, explanation: null });
    expect(drill.view.getState().reminder).toBe(false);
    wait(drill, 15.5);
    // the gates have told him to leave: in assess mode the coach keeps that to himself
    expect(drill.facts.some((fact) => fact.fact === 'gate-shut')).toBe(true);
    expect(drill.view.getState().captions.filter((one) => one.key === 'say.leave-now')).toEqual([]);
    expect(drill.view.getState().reminder).toBe(true);
    wait(drill, 7);
    expect(drill.view.getState().reminder).toBe(false);
    wait(drill, 17);
    expect(drill.view.getState().reminder).toBe(false);
  });
});

test('[DR6] a paused run does not move, and a stall moves it half a second at most', () => {
  const drill = open(KITCHEN);
  wait(drill, 1);
  const tick = drill.world.tick;
  drill.pause();
  wait(drill, 5);
  expect(drill.world.tick).toBe(tick);
  expect(drill.view.getState().paused).toBe(true);
  drill.resume();
  drill.advance(40, still(drill));
  expect(drill.world.tick - tick).toBe(30);
});

describe('[DR7] stopping', () => {
  test('is abandoned once and stays so', async () => {
    const drill = open(KITCHEN);
    wait(drill, 8);
    drill.stop('abandoned');
    drill.stop('technical-fault');
    wait(drill, 5);
    expect(drill.view.getState().ended).toMatchObject({ ended: 'abandoned', ending: null, passed: false, grade: null });
    expect((await drill.session()).tape).not.toBeNull();
  });

  test('a technical fault has no score and no tape, and is no fail', async () => {
    const drill = open(KITCHEN);
    wait(drill, 8);
    drill.stop('technical-fault');
    const session = await drill.session();
    expect(session).toMatchObject({ tape: null, first: { ended: 'technical-fault', score: null, grade: null } });
  });

  test('a run that goes on is no session yet', async () => {
    await expect(open(KITCHEN).session()).rejects.toThrow('when it has ended');
  });
});

test.each(Object.keys(NO_HALL))('[DR8] a hall without %s opens no drill', (field) => {
  expect(() => open(KITCHEN, { hall: { ...NO_HALL, [field]: ' ' } })).toThrow(new RegExp(`no ${field}`));
});

test('[DR9] the view changes only when something happened', () => {
  const drill = open(KITCHEN);
  let changes = 0;
  drill.view.subscribe(() => changes++);
  wait(drill, 4);
  expect(changes).toBe(0);
  wait(drill, 4);
  expect(changes).toBeGreaterThan(0);
  expect(changes).toBeLessThan(12);
});

test('[DR10] a session fits the wire, carries its digest, and tells itself apart', async () => {
  const drill = open(KITCHEN, { locale: 'en', how: 'desktop' });
  perform(
    drill,
    planOf({ 'wait until': { fact: 'ignited' } }, 'say fire', 'leave', 'dial 119', 'tell all', 'dial duty'),
  );
  wait(drill, 1);
  const session = await drill.session();
  expect(Session.parse(session)).toEqual(session);
  expect(session).toMatchObject({ id: ID, how: 'desktop', locale: 'en', role: 'performed', second: null });
  expect(session.sha256).toBe(await digest(session));
  expect(await digest({ ...session, seed: 2 })).not.toBe(session.sha256);
});

test('a height taken before the first tick is the height of the run, later ones are not', () => {
  const drill = open(KITCHEN);
  drill.calibrate(1.42);
  expect(drill.world.body.standing_m).toBe(1.42);
  wait(drill, 0.1);
  drill.calibrate(1.8);
  expect(drill.world.body.standing_m).toBe(1.42);
  expect(drill.tape.head.standing_m).toBe(1.42);
});
