/** The good plan of every escape variant, done with mouse and keys through the stage's own input: all of it can be done at a desk. */
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { DesktopBody } from '../../browser/desktop.ts';
import { HeadsetBody } from '../../browser/headset.ts';
import { openPlay, perform } from '../../browser/puppet.ts';
import { DeskVisit, GogglesVisit } from './page.ts';

const VARIANTS = [
  'own-flat-night',
  'stair-smoky-stay',
  'ebike-stairwell',
  'fire-above',
  'school-corridor',
  'restaurant-guests',
];

describe('at a desk', () => {
  test.each(VARIANTS)('%s is passed by mouse and keys', { timeout: 300_000 }, async (variant) => {
    const name = `fire-escape/${variant}`;
    const pack = loadPack(name);
    const plan = pack.plans.find((one) => one.run === 'good-desktop')!;
    const desk = new DeskVisit(name);
    const visit = desk.asVisit();
    const play = await openPlay(visit, pack);
    await perform({ play, actor: new DesktopBody(play), pack, plan });
    for (let s = 0; s < 120 && !desk.drill.view.getState().ended; s++) await visit.pass(1000);
    const { ended } = desk.drill.view.getState();
    expect(ended).toMatchObject({ ended: 'finished', passed: true, critical: [] });
    expect(ended!.ending).toBe(plan.expect!.ending);
  });
});

describe('in a headset', () => {
  test.each(VARIANTS)('%s is passed by two controllers', { timeout: 300_000 }, async (variant) => {
    const name = `fire-escape/${variant}`;
    const pack = loadPack(name);
    const plan = pack.plans.find((one) => one.run.startsWith('good') && one.how !== 'desktop')!;
    const worn = new GogglesVisit(name);
    const visit = worn.asVisit();
    await visit.pass(100);
    const play = await openPlay(visit, pack);
    await perform({ play, actor: new HeadsetBody(play, false), pack, plan });
    for (let s = 0; s < 120 && !worn.drill.view.getState().ended; s++) await visit.pass(1000);
    const { ended } = worn.drill.view.getState();
    expect(ended).toMatchObject({ ended: 'finished', passed: true, critical: [] });
    expect(ended!.ending).toBe(plan.expect!.ending);
  });
});
