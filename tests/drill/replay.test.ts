/** A tape gives the run again: the same marks, the same world; and a result it does not give is reported. */
import { describe, expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { listVariants, loadPack } from '../../src/cli/packs-node.ts';
import { playPlan } from '../../src/drill/play.ts';
import { disagreements, hashWorld, openTape, replay, resumeAt, tickBefore } from '../../src/drill/replay.ts';
import { readTape } from '../../src/drill/tape.ts';
import type { Drill, How, Mode } from '../../src/drill/types.ts';
import type { Pack } from '../../src/script/contents.ts';
import type { Session } from '../../src/wire/session.ts';
import { ID, open, perform, planOf, wait } from './hand.ts';

const HOUSES = listVariants().filter((name) => loadPack(name).room.house);
const ROOMS = listVariants().filter((name) => !HOUSES.includes(name));

/** Plays a plan, reads its tape back, and holds the replay against the run. */
async function playedAgain(pack: Pack, runName: string, mode: Mode, how: How): Promise<Drill> {
  const plan = pack.plans.find((one) => one.run === runName)!;
  const { drill, attempt } = playPlan({ pack, plan, mode, how, hall: NO_HALL, frames_per_s: 72 });
  const session = await drill.session();
  const played = replay(await readTape(session.tape!), pack);
  expect(played.first).toEqual(attempt);
  expect(played.first!.marks).toEqual(session.first.marks);
  // the live run had no second try; where the replay would begin one, the worlds are compared at the end of the first
  if (attempt.ending !== 'critical') expect(played.world).toBe(hashWorld(drill.world));
  expect(disagreements(session, played, pack)).toEqual([]);
  return drill;
}

describe.each(ROOMS)('%s', (name) => {
  const pack = loadPack(name);
  test.each(
    pack.plans.slice(0, 12).flatMap(
      (plan) =>
        [
          [plan.run, 'assess', 'headset'],
          [plan.run, 'learn', 'desktop'],
        ] as const,
    ),
  )('[TA2] %s in %s at a %s is replayed with equal marks and an equal world', async (runName, mode, how) => {
    await playedAgain(pack, runName, mode, how);
  });
});

// an escape takes minutes of a building's air: its good run in assess and headset, its first failure in learn and desktop
describe.each(HOUSES)('%s', (name) => {
  const pack = loadPack(name);
  const failure = pack.plans.find((plan) => (plan.expect?.critical ?? []).length > 0)!;

  test(`[TA8] ${pack.plans[0]!.run} is replayed with smoke on to equal marks and an equal world`, async () => {
    const drill = await playedAgain(pack, pack.plans[0]!.run, 'assess', 'headset');
    const acts = new Set(drill.tape.deeds.map(([, deed]) => deed.do));
    const said = drill.tape.deeds.some(([, deed]) => deed.do === 'say');
    expect(said || acts.has('count') || acts.has('feel')).toBe(true);
  });

  test(`[TA8] ${failure.run} is replayed with smoke on to equal marks`, async () => {
    await playedAgain(pack, failure.run, 'learn', 'desktop');
  });
});

const kitchen = loadPack('firefighting/kitchen-wok');

/** Water first; after the rewind, gas off and the lid. */
async function twoTries(): Promise<{ session: Session; world: string }> {
  const drill = open('firefighting/kitchen-wok', { seed: 4 });
  perform(drill, planOf({ 'wait until': { fact: 'ignited' } }, 'take basin', 'throw at wok', 'wait 6'));
  expect(drill.view.getState().attempt).toBe(2);
  perform(
    drill,
    planOf(
      'wait 1',
      'say fire',
      'turn knob off',
      'take lid',
      'slide onto wok',
      'look at wok',
      { 'wait until': { fact: 'watched' } },
      'dial 119',
      'tell all',
      'dial duty',
    ),
  );
  wait(drill, 1);
  return { session: await drill.session(), world: hashWorld(drill.world) };
}

test('[TA2] a run with a rewind is replayed through both tries to the same world', async () => {
  const { session, world } = await twoTries();
  expect(session.first).toMatchObject({ ended: 'failed', critical: ['FF-X1'] });
  expect(session.second).toMatchObject({ ended: 'finished', ending: 'fire-out' });
  const played = replay(await readTape(session.tape!), kitchen);
  expect(played.first).toEqual(session.first);
  expect(played.second).toEqual(session.second);
  expect(played.world).toBe(world);
});

test('[TA6] a stored result that the tape does not give is reported mark by mark', async () => {
  const { session } = await twoTries();
  const played = replay(await readTape(session.tape!), kitchen);
  const forged: Session = structuredClone(session);
  forged.first.score = 95;
  forged.first.marks[0]!.points += 1;
  forged.second = null;
  const found = disagreements(forged, played, kitchen);
  expect(found).toHaveLength(3);
  expect(found.join(' ')).toMatch(/score is stored as 95.*FF-M1 is stored with.*second try is played but not stored/);
  expect(disagreements({ ...session, version: 9 }, played, kitchen)[0]).toMatch(/version 9/);
});

test('[TA3] a tape of another variant is refused', async () => {
  const { session } = await twoTries();
  const tape = await readTape(session.tape!);
  expect(() => openTape(tape, loadPack('firefighting/living-room-basket'))).toThrow(
    /it is of firefighting\/kitchen-wok, not of/,
  );
});

test('[TA7] a run taken up from the middle is at the same world and goes on as practice', async () => {
  const plan = kitchen.plans.find((one) => one.run === 'lift-lid')!;
  const { drill } = playPlan({ pack: kitchen, plan, mode: 'assess', hall: NO_HALL });
  const tape = await readTape((await drill.session()).tape!);
  const at = tickBefore(drill.attempts.first!.marks.find((mark) => mark.rule === 'FF-X5')!.at_s);
  const player = openTape(tape, kitchen);
  player.playTo(at);
  const taken = resumeAt(tape, kitchen, at, ID, 1);
  expect(hashWorld(taken.world)).toBe(hashWorld(player.run.world));
  expect(taken.view.getState()).toMatchObject({ ended: null, stage: 'watch' });
  wait(taken, 60);
  expect(taken.view.getState().ended).toBeNull();
  taken.stop('abandoned');
  const session = await taken.session();
  expect(session).toMatchObject({ mode: 'learn', first: { ended: 'abandoned', score: null } });
  const again = openTape(await readTape(session.tape!), kitchen);
  again.playTo(1e6);
  expect(hashWorld(again.run.world)).toBe(hashWorld(taken.world));
});
