/** One run on a page: its drill and body, begun, paused, ended, and its record put into the outbox. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { createDrill } from '../../drill/drill.ts';
import { resumeAt } from '../../drill/replay.ts';
import type { Drill, HallSettings, How, Mode } from '../../drill/types.ts';
import { theOutbox } from '../../post/box.ts';
import type { Pack } from '../../script/contents.ts';
import { currentLocale } from '../../text/text.ts';
import type { PauseReason } from '../contract.ts';
import { type Breathing, startBreathing } from '../debrief/way.ts';
import { type Asked, createAsked } from '../input/asked.ts';
import { settings } from '../input/settings.ts';
import { createTrainee, type Trainee } from '../input/trainee.ts';
import { calibrate_m } from '../rig/posture.ts';
import { freshSeed } from './address.ts';
import { runId } from './runId.ts';

export type Saved = 'none' | 'kept' | 'sent' | 'lost';

export interface Run {
  id: string;
  drill: Drill;
  trainee: Trainee;
  asked: Asked;
  breathing: Breathing;
  /** no record is kept of it */
  practice: boolean;
}

function runOf(id: string, drill: Drill, practice: boolean): Run {
  const [trainee, asked, breathing] = [createTrainee(drill), createAsked(), startBreathing(drill)];
  return { id, drill, trainee, asked, breathing, practice };
}

/** A run taken up from the middle of a finished one: practice, whose record nobody wants. */
export function openPractice(from: Run, tick: number): Run {
  const started_ms = Date.now();
  const id = runId(started_ms);
  const { tape, pack } = from.drill;
  const drill = resumeAt(tape, pack, tick, id, started_ms);
  return runOf(id, drill, true);
}

export interface RunOptions {
  pack: Pack;
  hall: HallSettings;
  mode: Mode;
  seed: number | null;
  /** turn of the hall, where the run belongs to one */
  turn?: string | null;
}

export function openRun(options: RunOptions, how: How): Run {
  const started_ms = Date.now();
  const id = runId(started_ms);
  const drill = createDrill({
    pack: options.pack,
    hall: options.hall,
    mode: options.mode,
    how,
    locale: currentLocale(),
    seed: options.seed ?? freshSeed(),
    id,
    started_ms,
    ...(options.turn ? { turn: options.turn } : {}),
  });
  return runOf(id, drill, false);
}

/** Takes the height from the last second of the head; before the first tick the drill is told too. */
export function takeHeight(run: Run): void {
  const { trainee, drill } = run;
  const height_m = calibrate_m(trainee.heights_m);
  if (height_m === null || !trainee.presenting) return;
  trainee.height.measured_m = height_m;
  if (!settings.getState().seated) drill.calibrate(height_m);
}

/** Everything a page needs to run drills one after the other. */
export function useRun(options: RunOptions) {
  const [run, setRun] = useState(() => openRun(options, 'desktop'));
  const [running, setRunning] = useState(false);
  const [pause, setPauseState] = useState<PauseReason | null>(null);
  useGoing(run, running);
  const { saved, trouble } = useRecord(run);
  const setPause = useCallback(
    (reason: PauseReason | null) => {
      run.trainee.pause = reason;
      if (reason) run.drill.pause();
      else run.drill.resume();
      setPauseState(reason);
    },
    [run],
  );
  const begin = useCallback(() => {
    takeHeight(run);
    setPause(null);
    setRunning(true);
  }, [run, setPause]);
  /** a fresh run of the same variant; in a headset it waits for the ready press again */
  const again = useCallback(
    (how: How, presenting: boolean) => {
      // a run that never began leaves no record
      if (running && !run.drill.view.getState().ended) run.drill.stop('abandoned');
      const next = openRun(options, how);
      carryOver(run.trainee, next.trainee);
      next.trainee.pause = presenting ? 'ready' : null;
      setRun(next);
      setRunning(false);
      setPauseState(next.trainee.pause);
    },
    [run, running, options],
  );
  const practise = useCallback(
    (tick: number, presenting: boolean) => {
      const next = openPractice(run, tick);
      carryOver(run.trainee, next.trainee);
      next.trainee.pause = presenting ? 'ready' : null;
      setRun(next);
      setRunning(!presenting);
      setPauseState(next.trainee.pause);
    },
    [run],
  );
  return useMemo(
    () => ({ run, running, pause, saved, trouble, setPause, begin, again, practise }),
    [run, running, pause, saved, trouble, setPause, begin, again, practise],
  );
}

/** The headset on this head stays as it was measured; only its place in the room begins anew. */
function carryOver(from: Trainee, to: Trainee): void {
  to.height.measured_m = from.presenting ? from.height.measured_m : to.height.measured_m;
  to.desk.locked = from.desk.locked;
  to.desk.touched = from.desk.touched;
  to.actions.was.fill(1);
}

/**
 * While a run goes on, a reload is asked about first, and a draft is kept of what it would leave: from its beginning,
 * from the rewind after a critical failure, and whenever the page is hidden. Leaving the page abandons the run.
 */
function useGoing(run: Run, running: boolean): void {
  useEffect(() => {
    if (!running || run.practice) return;
    const { drill } = run;
    const going = () => drill.view.getState().ended === null;
    const sketch = async () => {
      const draft = await drill.draft();
      if (draft && going()) await theOutbox().sketch(draft);
    };
    // what cannot be kept now is said when the run ends; a draft is only the safety net
    const net = () => void sketch().catch(() => {});
    const ask = (event: BeforeUnloadEvent) => {
      if (going()) event.preventDefault();
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') net();
    };
    let attempt = 1;
    const unsubscribe = drill.view.subscribe((view) => {
      if (view.attempt !== attempt) net();
      attempt = view.attempt;
    });
    net();
    window.addEventListener('beforeunload', ask);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      unsubscribe();
      window.removeEventListener('beforeunload', ask);
      document.removeEventListener('visibilitychange', hidden);
      if (going()) drill.stop('abandoned');
    };
  }, [run, running]);
}

/** Puts the run into the outbox once it has ended, whoever ended it. */
function useRecord(run: Run): { saved: Saved; trouble: string | null } {
  const [saved, setSaved] = useState<Saved>('none');
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    setSaved('none');
    setTrouble(null);
    let done = false;
    let gone = false;
    const outbox = theOutbox();
    const keep = async () => {
      if (done || run.practice || !run.drill.view.getState().ended) return;
      done = true;
      try {
        await outbox.enqueue(await run.drill.session());
        if (!gone) setSaved((now) => (now === 'sent' ? now : 'kept'));
        await outbox.flush();
        const { queued, aside } = outbox.getState();
        if (!gone && queued === 0 && !aside.some((one) => one.id === run.id)) setSaved('sent');
      } catch (error) {
        if (!gone) setTrouble(error instanceof Error ? error.message : String(error));
        if (!gone) setSaved('lost');
      }
    };
    const stopView = run.drill.view.subscribe(() => void keep());
    const stopOutbox = outbox.subscribe(() => {
      const { queued, aside } = outbox.getState();
      if (!gone && queued === 0)
        setSaved((now) => (now === 'kept' && !aside.some((one) => one.id === run.id) ? 'sent' : now));
    });
    void keep();
    return () => {
      gone = true;
      stopView();
      stopOutbox();
    };
  }, [run]);
  return { saved, trouble };
}
