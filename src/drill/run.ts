/** One run, tick by tick: the sim, the judge, the consequence of a critical failure and the rewind after it. */
import type { Pack } from '../script/contents.ts';
import { beginJudging, closeJudging, judge, verdict } from '../script/engine.ts';
import { setupOf } from '../script/room.ts';
import { createWorld } from '../sim/setup.ts';
import { step } from '../sim/step.ts';
import { clock_s, type Intent, TICK_s } from '../sim/world.ts';
import type { Attempt } from '../wire/session.ts';
import { answerCoach, enact } from './coach.ts';
import { keep, type Moment } from './rewind.ts';
import type { Consequence, Run, RunEvent } from './run-state.ts';
import type { TapeHead } from './tape.ts';

/** Time limits at a desktop are 0.8 of a headset's (procedures 1.1). */
const DESKTOP_frac = 0.8;
/** Conditions that wait for time to pass are looked at four times a second. */
const JUDGE_count = 15;

/** @param rewinds false where only the first try is wanted (the command line, the robots) */
export function beginRun(pack: Pack, head: TapeHead, rewinds: boolean): { run: Run; events: RunEvent[] } {
  const numbers = { duty: head.hall.dutyPhone, gas: head.hall.gasLine };
  const world = createWorld(setupOf(pack.room, numbers, head.standing_m), head.seed);
  const { judging, events } = beginJudging(pack.script);
  const run: Run = {
    pack,
    head,
    pace_frac: head.how === 'desktop' ? DESKTOP_frac : 1,
    world,
    judging,
    facts: [],
    pending: [],
    attempt: 1,
    rewinds,
    consequence: null,
    decision: { world, judging, factCount: 0, pending: [] },
    interventions: [],
    calmer: false,
    first: null,
    second: null,
    ended: null,
  };
  for (const event of events) if (event.kind === 'stage') enact(run, event.actions);
  run.decision = momentOf(run);
  return { run, events };
}

/** Plays one tick. @returns what the script said of it, in order */
export function tickRun(run: Run, intent: Intent): RunEvent[] {
  if (run.ended) return [];
  if (run.consequence) return playConsequence(run, run.consequence, intent);
  const coached = answerCoach(run, intent);
  const facts = [...run.pending, ...step(run.world, intent)];
  run.pending = [];
  run.facts.push(...facts);
  if (facts.length === 0 && coached.length === 0 && run.world.tick % JUDGE_count !== 0) return [];
  const events: RunEvent[] = judge(run.pack.script, run.judging, facts, clock_s(run.world), run.pace_frac);
  events.unshift(...coached);
  const critical = events.find((event) => event.kind === 'critical');
  if (critical) {
    run.consequence = { rule: critical.rule, key: critical.key, until_s: clock_s(run.world) + critical.shows_s };
    run.judging.ending = 'critical';
    return events.filter((event) => event.kind !== 'ending');
  }
  for (const event of events) {
    if (event.kind === 'stage') {
      enact(run, event.actions);
      if (event.decision) run.decision = momentOf(run);
    }
    if (event.kind === 'ending') return [...events, finish(run, event.ended, event.word)];
  }
  return events;
}

/** @returns a copy of the run as it is now, to come back to. */
export function momentOf(run: Run): Moment {
  return keep({ world: run.world, judging: run.judging, factCount: run.facts.length, pending: run.pending });
}

/** The room goes on, the hands no longer count; then the run ends or goes back to the decision. */
function playConsequence(run: Run, consequence: Consequence, intent: Intent): RunEvent[] {
  run.facts.push(...step(run.world, { ...intent, deeds: [] }));
  if (clock_s(run.world) + TICK_s / 2 < consequence.until_s) return [];
  run.consequence = null;
  closeJudging(run.pack.script, run.judging, clock_s(run.world), run.pace_frac, 'critical');
  const attempt = attemptOf(run, 'failed', 'critical');
  if (run.attempt === 2 || !run.rewinds) return [close(run, attempt)];
  run.first = attempt;
  run.attempt = 2;
  const back = keep(run.decision);
  run.world = back.world;
  run.judging = back.judging;
  run.facts.length = back.factCount;
  run.pending = back.pending;
  return [{ kind: 'rewound' }];
}

function finish(run: Run, ended: 'finished' | 'failed', word: string): RunEvent {
  return close(run, attemptOf(run, ended, word));
}

function close(run: Run, attempt: Attempt): RunEvent {
  if (run.attempt === 1) run.first = attempt;
  else run.second = attempt;
  run.ended = attempt;
  return { kind: 'ended', attempt };
}

/** Ends from outside: the trainee walked away, or the machine failed. Twice is once. */
export function stopRun(run: Run, why: 'abandoned' | 'technical-fault'): RunEvent[] {
  if (run.ended) return [];
  closeJudging(run.pack.script, run.judging, clock_s(run.world), run.pace_frac, null);
  return [close(run, attemptOf(run, why, null))];
}

/** The tries as they would stand if nobody came back: the open one abandoned. Changes nothing; null while a consequence plays. */
export function leftBehind(run: Run): { first: Attempt; second: Attempt | null } | null {
  if (run.consequence || run.ended) return null;
  const judging = structuredClone(run.judging);
  closeJudging(run.pack.script, judging, clock_s(run.world), run.pace_frac, null);
  const open = attemptOf({ ...run, judging }, 'abandoned', null);
  return run.first ? { first: run.first, second: open } : { first: open, second: null };
}

function attemptOf(run: Run, ended: Attempt['ended'], ending: string | null): Attempt {
  const worth = verdict(run.pack.script, run.judging);
  const scored = run.head.mode === 'assess' && ended !== 'technical-fault';
  const judged = scored && ended !== 'abandoned';
  return {
    ended,
    ending,
    passed: ended === 'finished' && worth.passed,
    score: scored ? worth.score : null,
    grade: judged ? worth.grade : null,
    duration_s: Math.round(clock_s(run.world) * 1000) / 1000,
    marks: worth.rows,
    critical: run.judging.critical.map((one) => one.rule),
  };
}
