/** Opens a drill the way a visitor does and plays one of its plans there: at the desk, with controllers, with bare hands. */
import type { Browser } from 'playwright-core';
import { loadPack } from '../../src/cli/packs-node.ts';
import type { Mode } from '../../src/drill/types.ts';
import { DesktopBody } from './desktop.ts';
import { HeadsetBody } from './headset.ts';
import { openPlay, type Play, perform } from './puppet.ts';
import type { Seen } from './seen.ts';
import { drillPath, type Visit, visit } from './visit.ts';

export type Body = 'desk' | 'controllers' | 'hands';

export interface Opening {
  origin: string;
  cookies: string[];
  variant: string;
  body: Body;
  mode?: Mode;
  /** more of the address */
  query?: Record<string, string>;
  size?: [width: number, height: number];
  /** draw one frame of so many */
  drawsEvery?: number;
}
export interface Begun {
  visit: Visit;
  play: Play;
  actor: DesktopBody | HeadsetBody;
}

/** @returns a visit whose drill is loaded and waits for the start */
export async function openDrill(browser: Browser, opening: Opening): Promise<Visit> {
  const [width, height] = opening.size ?? [320, 200];
  const xr = opening.body === 'desk' ? null : ('quest3' as const);
  const { origin, cookies, variant, body, drawsEvery } = opening;
  const one = await visit(browser, { origin, cookies, xr, hands: body === 'hands', width, height, drawsEvery });
  await one.page.goto(origin + drillPath(variant, opening.mode ?? 'assess', opening.query));
  await one.until('the drill to be loaded', (seen) => seen.ready);
  return one;
}

/** Starts it by the page's own button; in a headset by its own button and the ready press. */
export async function begin(one: Visit, variant: string, body: Body): Promise<Begun> {
  const pack = loadPack(variant);
  if (body === 'desk') {
    await one.press('[data-testid=begin]');
    await one.until('the run to begin', (seen) => seen.running);
    const play = await openPlay(one, pack);
    return { visit: one, play, actor: new DesktopBody(play) };
  }
  await one.press('[data-testid=enter-vr]');
  await one.until('the headset', (seen) => seen.xr.presenting && seen.xr.inputs === 2 && seen.panels.length > 0);
  const play = await openPlay(one, pack);
  const actor = new HeadsetBody(play, body === 'hands');
  await actor.pressKey('right', 'resume');
  await one.until('the run to begin', (seen) => seen.running && seen.paused === null);
  await play.frame();
  return { visit: one, play, actor };
}

/** Plays a plan of the variant to its end. @returns what was seen when the run had ended */
export async function playPlan(begun: Begun, variant: string, run: string): Promise<Seen> {
  const pack = loadPack(variant);
  const plan = pack.plans.find((one) => one.run === run);
  if (!plan) throw new Error(`${variant} has no plan "${run}".`);
  await perform({ ...begun, pack, plan });
  return begun.visit.until('the run to end', (seen) => seen.ended !== null);
}
