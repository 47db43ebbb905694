/** The trainer's three interventions: they come in with the intents, so the tape has them, and they stand on the row. */
import type { Action } from '../script/schema.ts';
import { kindle } from '../sim/kindle.ts';
import { clock_s, type Intent } from '../sim/world.ts';
import type { Intervention } from '../wire/session.ts';
import type { Run, RunEvent } from './run-state.ts';

/** A calmer level gives half as much time again (procedures 1: L1 has +50 % time). */
export const CALMER_frac = 1.5;

/** Does to the room what a stage or a surprise says. */
export function enact(run: Run, actions: Action[]): void {
  for (const action of actions)
    if (action.ignite !== undefined) run.pending.push(...kindle(run.world, action.ignite, action.burned_s ?? 0));
}

/** Whether the trainer can do this now: a surprise once a try and only where the variant has one. */
export function mayIntervene(run: Run, what: Intervention['what']): boolean {
  if (run.ended || run.consequence) return false;
  if (what === 'calmer') return !run.calmer;
  if (what === 'hint') return hintOf(run) !== null;
  const before = run.interventions.some((one) => one.what === 'surprise' && one.attempt === run.attempt);
  return run.pack.script.surprise !== undefined && !before;
}

/** @returns text key of the instruction of the stage that is on, or of the last one before it that has one */
function hintOf(run: Run): string | null {
  const { stages } = run.pack.script;
  const at = stages.findIndex((stage) => stage.id === run.judging.stage);
  return stages.slice(0, at + 1).findLast((stage) => stage.prompt !== undefined)?.prompt ?? null;
}

/** Carries out what the trainer asks for in this tick. @returns what panels show of it */
export function answerCoach(run: Run, intent: Intent): RunEvent[] {
  const events: RunEvent[] = [];
  for (const deed of intent.deeds) {
    if (deed.do !== 'coach' || !mayIntervene(run, deed.what)) continue;
    run.interventions.push({ what: deed.what, at_s: clock_s(run.world), attempt: run.attempt });
    if (deed.what === 'hint') events.push({ kind: 'hint', key: hintOf(run)! });
    else if (deed.what === 'calmer') {
      run.calmer = true;
      run.pace_frac *= CALMER_frac;
      events.push({ kind: 'hint', key: hintOf(run) ?? run.pack.script.intro });
    } else {
      const actions = run.pack.script.surprise!.enter;
      enact(run, actions);
      events.push({ kind: 'surprise', actions });
    }
  }
  return events;
}
