/** What a crack of the door shows is what the drill then asks for: smoke where one stays, none where one goes. */
import { expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { loadPack } from '../../src/cli/packs-node.ts';
import { playPlan } from '../../src/drill/play.ts';

const SHOWS: [variant: string, run: string, sight: 'smoky' | 'clear'][] = [
  ['fire-escape/stair-smoky-stay', 'good-stay', 'smoky'],
  ['fire-escape/ebike-stairwell', 'good-stay', 'smoky'],
  ['fire-escape/fire-above', 'good-stairs', 'clear'],
];

test.each(SHOWS)('%s: the crack of %s shows it %s', (variant, run, sight) => {
  const pack = loadPack(variant);
  const plan = pack.plans.find((one) => one.run === run)!;
  const { facts, drill } = playPlan({ pack, plan, mode: 'assess', hall: NO_HALL });
  const peeped = facts.filter((fact) => fact.fact === 'peeped' && fact.thing === 'door-flat');
  expect(peeped.map((fact) => fact.with)).toContain(sight);
  expect(peeped.every((fact) => fact.with === sight)).toBe(true);
  // who stayed behind the sealed door breathed next to nothing of it
  expect(drill.world.body.smokeDose_frac).toBeLessThan(0.01);
});
