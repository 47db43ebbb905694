/** Opens a drill: one run of one variant, with its clock, tape and view. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Pack } from '../script/contents.ts';
import type { Fact, Intent, World } from '../sim/world.ts';
import { clock_s } from '../sim/world.ts';
import type { Session } from '../wire/session.ts';
import { mayIntervene } from './coach.ts';
import { frame, newPace, type Pace } from './pace.ts';
import { makeDraft, makeSession, type Recorded } from './result.ts';
import { beginRun, stopRun, tickRun } from './run.ts';
import type { RunEvent } from './run-state.ts';
import { newTape, record, type TapeHead } from './tape.ts';
import type { Drill, DrillView, HallSettings, How, Locale, Mode } from './types.ts';
import { firstView, showEvents } from './view.ts';

/** Head height assumed until the trainee stands for calibration. [D] */
export const STANDING_m = 1.6;

export interface DrillOptions {
  pack: Pack;
  mode: Mode;
  how: How;
  locale: Locale;
  seed: number;
  hall: HallSettings;
  /** UUIDv7 of the session, made where the run is made */
  id: string;
  /** by the clock of the device, ms since 1970 UTC */
  started_ms: number;
  standing_m?: number;
  /** opaque id of the hall's turn this run belongs to */
  turn?: string;
  /** a second try after a critical failure; true unless only the first is wanted */
  rewinds?: boolean;
}

/** Everything a run is, for those inside this room. */
export interface Inside extends Recorded {
  pace: Pace;
  view: StoreApi<DrillView>;
}

/** @throws a sentence when the hall's settings have an empty field (procedures 0.1, 20) */
export function createDrill(options: DrillOptions): Drill {
  checkHall(options.hall);
  const { pack } = options;
  const head: TapeHead = {
    scenario: pack.scenario,
    variant: pack.variant,
    version: pack.script.version,
    mode: options.mode,
    how: options.how,
    locale: options.locale,
    seed: options.seed,
    standing_m: options.standing_m ?? STANDING_m,
    hall: options.hall,
  };
  const { run, events } = beginRun(pack, head, options.rewinds ?? true);
  const view = createStore<DrillView>(() => firstView(run, events));
  const { id, started_ms, turn } = options;
  return drillOf({ run, tape: newTape(head), pace: newPace(), view, id, started_ms, turn });
}

/** The face of a run that has begun: also of one taken up from the middle of a tape. */
export function drillOf(inside: Inside): Drill {
  const { run, tape, pace, view } = inside;
  const tell = (events: RunEvent[]) => showEvents(view, run, events);
  return {
    scenario: run.pack.scenario,
    variant: run.pack.variant,
    mode: run.head.mode,
    how: run.head.how,
    pack: run.pack,
    tape,
    get world(): World {
      return run.world;
    },
    view,
    get facts(): readonly Fact[] {
      return run.facts;
    },
    get attempts() {
      return { first: run.first, second: run.second };
    },
    advance(dt_s: number, sample: Intent): void {
      if (run.ended || view.getState().paused) return;
      frame(pace, dt_s, sample, (intent) => {
        const events = tickRun(run, record(tape, intent));
        if (events.length > 0 || expired(view.getState(), clock_s(run.world))) tell(events);
        return run.ended === null;
      });
    },
    calibrate(standing_m: number): void {
      if (tape.ticks > 0 || !(standing_m > 0.5 && standing_m < 2.5)) return;
      tape.head.standing_m = standing_m;
      run.world.body.standing_m = standing_m;
      run.decision.world.body.standing_m = standing_m;
    },
    pause(): void {
      if (!view.getState().paused) view.setState({ paused: true });
      pace.last = null;
    },
    resume(): void {
      if (view.getState().paused) view.setState({ paused: false });
      pace.last = null;
    },
    intervene(what): boolean {
      if (!mayIntervene(run, what)) return false;
      pace.waiting.push({ do: 'coach', what });
      return true;
    },
    get interventions() {
      return run.interventions;
    },
    stop(why): void {
      tell(stopRun(run, why));
    },
    session(): Promise<Session> {
      return makeSession(inside);
    },
    draft(): Promise<Session | null> {
      return makeDraft(inside);
    },
  };
}

function expired(view: DrillView, now_s: number): boolean {
  return (
    (view.reminder && now_s >= view.reminderUntil_s) || (view.explanation !== null && now_s >= view.explanation.until_s)
  );
}

function checkHall(hall: HallSettings): void {
  const empty = Object.entries(hall).find(([, value]) => value.trim() === '');
  if (empty) throw new Error(`The hall's settings have no ${empty[0]}: fill it in before a drill can open.`);
}
