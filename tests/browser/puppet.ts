/** Plays a plan with a real body: the double says where head and hands go, a headset or a desktop does it by its own input. */
import type { Doer } from '../../src/drill/doer.ts';
import { dice } from '../../src/drill/double.ts';
import { type Limbs, moveLimbs, newLimbs, show } from '../../src/drill/limbs.ts';
import { VERB_ACTS } from '../../src/drill/verbs.ts';
import type { Pack } from '../../src/script/contents.ts';
import type { Plan, Step } from '../../src/script/plan.ts';
import { facing } from '../../src/sim/vec.ts';
import type { Deed, Intent } from '../../src/sim/world.ts';
import { SETTINGS } from './house.ts';
import { type Seen, surroundingsSeen } from './seen.ts';
import type { Visit } from './visit.ts';

/** What moves in the browser instead of a person. */
export interface Actor {
  /** brings head, hands and handle to where the double wants them, as far as one frame allows; false: not there yet */
  pose(wanted: Intent, limbs: Limbs, seen: Seen): Promise<boolean>;
  /** does one deed the way a person would; it is done when the room answered */
  act(deed: Deed, play: Play): Promise<void>;
  /** what is left of a step that the double did with its arms and this body cannot: waving, putting on a mask */
  finish?(step: Step, play: Play): Promise<void>;
}

/** A play as the actor needs it. */
export interface Play {
  visit: Visit;
  limbs: Limbs;
  seen: Seen;
  /** several rooms or storeys, whose doors have choices */
  house: boolean;
  frame_ms: number;
  /** lets a frame pass and looks again */
  frame(ms?: number): Promise<Seen>;
}

export interface PuppetOptions {
  play: Play;
  actor: Actor;
  pack: Pack;
  plan: Plan;
  /** page time a frame takes */
  frame_ms?: number;
  /** stop when this holds, before the plan is done */
  stop?: (seen: Seen) => boolean;
}

const FRAME_ms = 100;
/** Waiting needs no fine hand: the stage takes frames of up to 400 ms as one. */
const WAIT_ms = 300;
/** How many frames the body may lag behind before the play is given up: it stands against something. */
const LAG_frames = 120;

/** @returns a body at the room's start, not moved yet */
export async function openPlay(visit: Visit, pack: Pack, frame_ms = FRAME_ms): Promise<Play> {
  const { at_m, facing_deg } = pack.room.start;
  const first = await visit.see();
  const limbs = newLimbs({ position_m: at_m, orientation_quat: facing(facing_deg) }, first.body.standing_m);
  const play: Play = {
    visit,
    limbs,
    seen: first,
    house: pack.room.surfaces_m !== undefined,
    frame_ms,
    frame: async (ms = play.frame_ms) => {
      await visit.pass(ms);
      play.seen = await visit.see();
      return play.seen;
    },
  };
  return play;
}

/** Does all steps of a plan, or as many as the run lasts. @returns what was seen last */
export async function perform(options: PuppetOptions): Promise<Seen> {
  const { play, actor, pack, plan } = options;
  const frame_ms = options.frame_ms ?? FRAME_ms;
  const { limbs } = play;
  const doer: Doer = {
    limbs,
    s: surroundingsSeen(pack, () => play.seen),
    dt_s: frame_ms / 1000,
    speed_mps: plan.speed_mps ?? 1.2,
    aim_error_m: plan.aim_error_m ?? 0.03,
    shoves: plan.shoves ?? false,
    chance: dice(plan.seed ?? 1),
    numbers: { duty: SETTINGS.dutyPhone, gas: SETTINGS.gasLine },
    drift_m: [0, 0],
  };
  for (const step of plan.steps) {
    play.frame_ms = step.verb.startsWith('wait') ? Math.max(frame_ms, WAIT_ms) : frame_ms;
    doer.dt_s = play.frame_ms / 1000;
    const act = VERB_ACTS[step.verb]!(doer, step);
    while (!act.next().done) {
      moveLimbs(limbs, doer.dt_s);
      const wanted = show(limbs);
      await follow(actor, play, wanted);
      for (const deed of wanted.deeds) {
        if (over(play.seen)) return play.seen;
        await actor.act(deed, play);
      }
      if (over(play.seen) || options.stop?.(play.seen)) return play.seen;
    }
    await actor.finish?.(step, play);
  }
  return play.seen;
}

/** A run that has ended, or a consequence that plays out, wants no more acts. */
function over(seen: Seen): boolean {
  return seen.ended !== null || seen.consequence !== null;
}

async function follow(actor: Actor, play: Play, wanted: Intent): Promise<void> {
  for (let lag = 0; ; lag++) {
    const there = await actor.pose(wanted, play.limbs, play.seen);
    await play.frame();
    if (there || over(play.seen)) return;
    if (lag > LAG_frames)
      throw new Error(`The body does not get to ${wanted.head.position_m} from ${play.seen.body.head_m}.`);
  }
}

/** Lets frames pass while `again` goes on, until the room answered. */
export async function insist(
  play: Play,
  what: string,
  answered: (seen: Seen) => boolean,
  again: (frame: number) => Promise<void>,
  most = 30,
): Promise<void> {
  for (let frame = 0; frame < most; frame++) {
    if (answered(play.seen) || play.seen.ended) return;
    await again(frame);
    await play.frame(50);
  }
  if (answered(play.seen) || play.seen.ended) return;
  const { body, facts, clock_s, panels, paused } = play.seen;
  const last = JSON.stringify({ clock_s, paused, body, panels: panels.map((one) => one.name), facts: facts.slice(-6) });
  throw new Error(`The room did not answer to: ${what}\n${last}`);
}

/** How many facts of a kind about a thing there are: to tell a new one from an old one. */
export function told(seen: Seen, fact: string, about?: string): number {
  return seen.facts.filter((one) => one.fact === fact && (!about || one.thing === about || one.with === about)).length;
}
