/** Ties the run on the page to its station: what staff ask is done to it, what becomes of it is told. */
import { useEffect, useRef } from 'react';
import type { Run } from '../pages/useRun.ts';
import { takeHeight, type useRun } from '../pages/useRun.ts';
import type { Headset } from '../rig/store.ts';
import type { RunAct, StationLink } from './link.ts';
import { lookAt } from './look.ts';
import { recentre } from './recentre.ts';

export interface Shown {
  play: ReturnType<typeof useRun>;
  ready: boolean;
  presenting: boolean;
  headset: Headset;
  trouble: string | null;
}

/** Pauses that are the staff's: nothing the headset does ends them. */
export function isHeld(pause: Shown['play']['pause']): boolean {
  return pause === 'staff' || pause === 'swap';
}

const STIRS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'touchmove'] as const;

/** When the desk was last touched. */
function useTouched(run: Run): { current: () => number } {
  const last = useRef({ at_ms: performance.now(), stir: 0 });
  useEffect(() => {
    const touch = () => {
      last.current.at_ms = performance.now();
    };
    touch();
    for (const one of STIRS) window.addEventListener(one, touch, { passive: true });
    return () => {
      for (const one of STIRS) window.removeEventListener(one, touch);
    };
  }, []);
  return {
    current: () => {
      // a gamepad has no events of its own
      const { stir } = run.trainee.desk;
      if (stir !== last.current.stir) Object.assign(last.current, { at_ms: performance.now(), stir });
      return (performance.now() - last.current.at_ms) / 1000;
    },
  };
}

type Asked = Extract<RunAct, { do: 'ask' }>['ask'];

/** Whether it has been done: what cannot be yet (a hint before there is anything to do) waits for its moment. */
function done({ what }: Asked, { run }: Shown['play']): boolean {
  if (what === 'recenter') recentre(run.trainee, run.drill);
  return (
    what === 'recenter' ||
    run.drill.intervene(what) ||
    (what === 'calmer' && run.drill.interventions.some((one) => one.what === 'calmer'))
  );
}

function carryOut(act: Exclude<RunAct, { do: 'ask' }>, link: StationLink, { play, presenting, headset }: Shown): void {
  const { run } = play;
  if (act.do === 'hold') play.setPause(act.held.why);
  else if (act.do === 'release') {
    // who goes on may be another than who began
    takeHeight(run);
    play.setPause(link.kind === 'desktop' || presenting ? null : 'session-ended');
  } else if (act.do === 'stop') {
    run.drill.stop(act.end);
    void headset.getState().session?.end();
  } else void headset.getState().session?.end();
}

/** Does nothing on a page without a station. */
export function useLink(link: StationLink | undefined, shown: Shown): void {
  const { play, ready, trouble } = shown;
  const { run, running, pause, saved } = play;
  const now = useRef(shown);
  now.current = shown;
  const waiting = useRef<Asked[]>([]);
  const touched = useTouched(run);
  const touch = useRef(touched);
  touch.current = touched;
  useEffect(() => {
    if (!link) return;
    const tryAll = () => {
      const left = waiting.current;
      waiting.current = [];
      for (const ask of left)
        if (done(ask, now.current.play)) link.tell({ is: 'did', ask: ask.id });
        else waiting.current.push(ask);
    };
    link.act.current = (act) => {
      if (act.do !== 'ask') return carryOut(act, link, now.current);
      waiting.current.push(act.ask);
      tryAll();
    };
    link.look.current = () => {
      tryAll();
      const { run: one } = now.current.play;
      const session = now.current.headset.getState().session;
      return lookAt(link.kind, one.drill, one.trainee, {
        visibility: session?.visibilityState ?? null,
        pageHidden: document.hidden,
        untouched_s: touch.current.current(),
      });
    };
    return () => {
      link.act.current = null;
      link.look.current = null;
    };
  }, [link]);
  useEffect(() => {
    if (ready) link?.tell({ is: 'loaded' });
  }, [link, ready]);
  useEffect(() => {
    if (running) link?.tell({ is: 'began', run: run.id });
  }, [link, running, run]);
  useEffect(() => {
    if (running) link?.tell({ is: 'still', on: pause !== null });
  }, [link, running, pause]);
  useEffect(
    () =>
      run.drill.view.subscribe((view, before) => {
        if (view.ended && !before.ended) link?.tell({ is: 'ended', end: view.ended.ended });
      }),
    [link, run],
  );
  useEffect(() => {
    if (saved !== 'none') link?.tell({ is: 'stored' });
  }, [link, saved]);
  useEffect(() => {
    if (trouble) link?.tell({ is: 'failed', trouble });
  }, [link, trouble]);
}
