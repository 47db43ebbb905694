/** Promises of the trainer's interventions: on the tape, on the row, and never more than they say. */
import { describe, expect, test } from 'vitest';
import { listVariants, loadPack } from '../../src/cli/packs-node.ts';
import { disagreements, openTape, replay } from '../../src/drill/replay.ts';
import { readTape } from '../../src/drill/tape.ts';
import { open, perform, wait } from './hand.ts';

const KITCHEN = 'firefighting/kitchen-wok';

describe('the trainer', () => {
  test('[CO1] gives a hint in an assessed run: the instruction of the stage that is on, as a caption', () => {
    const drill = open(KITCHEN);
    wait(drill, 1);
    while (drill.view.getState().stage !== 'notice') wait(drill, 0.5);
    const before = drill.view.getState().captions.length;
    expect(drill.intervene('hint')).toBe(true);
    wait(drill, 0.1);
    const said = drill.view.getState().captions.slice(before);
    expect(said.map((one) => one.key)).toContain('prompt.shout');
    expect(drill.view.getState().promptKey).toBeNull();
  });

  test('[CO2] makes it calmer: half as much time again, prompts shown, and it stays', () => {
    const drill = open(KITCHEN);
    wait(drill, 1);
    expect(drill.view.getState().promptKey).toBeNull();
    expect(drill.intervene('calmer')).toBe(true);
    wait(drill, 0.1);
    expect(drill.intervene('calmer')).toBe(false);
    while (drill.view.getState().stage !== 'notice') wait(drill, 0.5);
    expect(drill.view.getState().promptKey).toBe('prompt.shout');
  });

  test.each(listVariants().filter((name) => loadPack(name).script.surprise))(
    '[CO3] springs the surprise of %s once a try',
    (name) => {
      const drill = open(name);
      wait(drill, 4);
      expect(drill.intervene('surprise')).toBe(true);
      wait(drill, 0.2);
      expect(drill.intervene('surprise')).toBe(false);
      expect(drill.interventions.map((one) => one.what)).toEqual(['surprise']);
    },
  );

  test('[CO3] changes the room itself, and the run can still end well', () => {
    const drill = open(KITCHEN);
    const burning = () => {
      const { wok } = drill.world.things;
      return wok !== undefined && 'burning' in wok && wok.burning;
    };
    wait(drill, 1);
    expect(burning()).toBe(false);
    expect(drill.intervene('surprise')).toBe(true);
    wait(drill, 1);
    expect(burning()).toBe(true);
    perform(drill, drill.pack.plans.find((plan) => plan.run === 'good-lid')!);
    expect(burning()).toBe(false);
    expect(drill.view.getState().ended).toMatchObject({ ended: 'finished', passed: true });
  });

  test('[CO4] stands on the row with its times, and the tape replays to the same result', async () => {
    const drill = open(KITCHEN);
    wait(drill, 3);
    drill.intervene('calmer');
    while (drill.view.getState().stage !== 'notice') wait(drill, 0.5);
    drill.intervene('hint');
    wait(drill, 200);
    const session = await drill.session();
    expect(session.interventions?.map((one) => one.what)).toEqual(['calmer', 'hint']);
    expect(session.interventions?.[0]?.at_s).toBeCloseTo(3, 0);
    const tape = await readTape(session.tape!);
    expect(disagreements(session, replay(tape, drill.pack), drill.pack)).toEqual([]);
    const player = openTape(tape, drill.pack);
    player.playTo(tape.ticks);
    expect(player.run.interventions).toEqual(session.interventions);
  });

  test('[CO5] does nothing to a run that has ended, and a run left alone says nothing of it', async () => {
    const drill = open(KITCHEN);
    wait(drill, 2);
    drill.stop('abandoned');
    expect(drill.intervene('hint')).toBe(false);
    expect((await drill.session()).interventions).toBeUndefined();
  });
});
