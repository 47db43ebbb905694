/** The station of this page: its line to the hall, its boundary, and whatever the boundary says is to be done. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { cutTape } from '../../drill/live.ts';
import type { Drill } from '../../drill/types.ts';
import { theOutbox } from '../../post/box.ts';
import {
  type Line,
  type Orders,
  openLine,
  type Paired,
  pastRuns,
  type Said,
  sendLive,
  type TurnOrders,
} from '../../post/station.ts';
import { stayAwake } from './awake.ts';
import { applyComfort, forgetComfort } from './comfort.ts';
import type { RunAct, StationLink } from './link.ts';
import { type Act, type Event, fresh, hasBegun, type Local, step } from './step.ts';

export interface StationView {
  local: Local;
  orders: Orders | null;
  /** as it was opened: what the run is of */
  opened: TurnOrders | null;
  paired: Paired;
  /** whether the hall answered last time */
  reached: boolean;
  /** another window of this device is the station */
  elsewhere: boolean;
}

export interface Station {
  view: StoreApi<StationView>;
  happen: (event: Event) => void;
  act: StationLink['act'];
  look: StationLink['look'];
  /** the code was taken: connect anew */
  paired: () => void;
  start: () => void;
  stop: () => void;
}

const CLOCK_ms = 1_000;
/** A session that is asked to end gets so long before the page goes. [D] */
const LEAVE_ms = 300;
const LOCK = 'drillhall-station';

/** One window of a browser is the station: two would each begin the visitor's run. @returns a function that lets go */
function alone(begin: () => void, onElsewhere: () => void): () => void {
  const { locks } = navigator;
  if (!locks) {
    begin();
    return () => undefined;
  }
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const gone = new AbortController();
  const waits = setTimeout(onElsewhere, CLOCK_ms);
  locks
    .request(LOCK, { signal: gone.signal }, () => {
      clearTimeout(waits);
      if (gone.signal.aborted) return;
      begin();
      return held;
    })
    .catch(() => undefined);
  return () => {
    clearTimeout(waits);
    gone.abort();
    release();
  };
}

function leavePage(): void {
  // a fresh page knows nothing of who was here
  setTimeout(() => location.replace(location.pathname + location.search), LEAVE_ms);
}

export function createStation(): Station {
  const view = createStore<StationView>(() => ({
    local: fresh(),
    orders: null,
    opened: null,
    paired: 'unknown',
    reached: false,
    elsewhere: false,
  }));
  const act: StationLink['act'] = { current: null };
  const look: StationLink['look'] = { current: null };
  let line: Line | null = null;
  let endLive: (() => Promise<void>) | null = null;
  /** what the hall is told: the end of a run is told behind the end of its tape */
  let closing: Promise<void> | null = null;
  let telling = view.getState().local;
  let clock: ReturnType<typeof setInterval> | undefined;
  let sleep = () => {};
  let letGo = () => {};

  function happen(event: Event): void {
    const before = view.getState().local;
    const { state, acts } = step(before, event);
    if (state !== before) view.setState({ local: state });
    const lastPiece = live(state);
    for (const one of acts) carryOut(one);
    const tell = () => {
      const news = told(telling, view.getState().local);
      telling = view.getState().local;
      if (news) line?.changed();
    };
    if (lastPiece) closing = lastPiece.then(tell).finally(() => (closing = null));
    else if (!closing) tell();
  }

  function carryOut(one: Act): void {
    if (one.do === 'apply') applyComfort(one.comfort);
    else if (one.do === 'open') view.setState({ opened: one.turn });
    else act.current?.(one as RunAct);
    if (one.do !== 'leave') return;
    line?.stop();
    void forgetComfort().then(leavePage);
  }

  /** The tape goes out while the run is on. @returns its end, when the run has just ended */
  function live({ turn, run, phase }: Local): Promise<void> | null {
    const on = phase === 'running' || phase === 'paused';
    if (on && !endLive && turn && run)
      endLive = sendLive(turn, run, (from) => cutOf(look.current?.().drill ?? null, from));
    if (on || !endLive) return null;
    const last = endLive();
    endLive = null;
    return last;
  }

  function said(): Said {
    return reportOf(telling, look.current?.() ?? null);
  }

  async function begin(): Promise<void> {
    const past = await pastRuns();
    theOutbox();
    await forgetComfort();
    telling = fresh(past);
    view.setState({ local: telling, elsewhere: false });
    line = openLine({
      read: said,
      onOrders: (orders) => {
        view.setState({ orders });
        happen({ is: 'order', orders });
      },
      onPaired: (paired) => {
        if (view.getState().paired !== paired) view.setState({ paired });
        // until a code is typed there is nobody to talk to; a run that is on goes on asking
        if (paired === 'no' && !hasBegun(view.getState().local)) line?.stop();
      },
      onReached: (reached) => {
        if (view.getState().reached !== reached) view.setState({ reached });
      },
    });
    line.start();
    clock = setInterval(() => {
      const attended = look.current?.().attended ?? false;
      happen({ is: 'clock', now_ms: performance.now(), attended });
    }, CLOCK_ms);
  }

  function onLeaving(): void {
    happen({ is: 'leaving' });
    telling = view.getState().local;
    if (telling.phase === 'over') line?.farewell();
  }

  return {
    view,
    happen,
    act,
    look,
    paired() {
      line?.stop();
      line?.start();
    },
    start() {
      sleep = stayAwake();
      letGo = alone(
        () => void begin(),
        () => view.setState({ elsewhere: true }),
      );
      window.addEventListener('pagehide', onLeaving);
    },
    stop() {
      window.removeEventListener('pagehide', onLeaving);
      clearInterval(clock);
      line?.stop();
      void endLive?.();
      sleep();
      letGo();
    },
  };
}

/** A minute of tape at most in one piece: a hall that comes back is told the rest piece by piece. */
const PIECE_count = 3_600;

function cutOf(drill: Drill | null, from: number): ReturnType<Parameters<typeof sendLive>[2]> {
  const piece = drill && cutTape(drill.tape, from, from + PIECE_count);
  if (!piece) return null;
  return from === 0 ? { head: drill.tape.head, piece } : { piece };
}

/** Whether the hall should hear of it at once. */
function told(before: Local, after: Local): boolean {
  return before.phase !== after.phase || before.done !== after.done || before.resumes !== after.resumes;
}

const PHASES = {
  idle: 'idle',
  called: 'idle',
  loading: 'loading',
  ready: 'ready',
  running: 'running',
  paused: 'paused',
  over: 'over',
  wiped: 'over',
} as const;

/** What the hall hears of it. @param look of the run that is shown, null where none is */
export function reportOf(local: Local, look: ReturnType<NonNullable<StationLink['look']['current']>> | null): Said {
  const begun = local.run !== null;
  const seen = begun ? look : null;
  return {
    turn: local.turn,
    phase: PHASES[local.phase],
    run: local.run,
    stage: seen?.stage ?? null,
    elapsed_s: seen?.elapsed_s ?? 0,
    controllers: look?.controllers ?? 'not-needed',
    attended: look?.attended ?? false,
    score: seen?.score ?? null,
    end: local.phase === 'over' || local.phase === 'wiped' ? local.end : null,
    trouble: local.trouble?.slice(0, 200) ?? null,
    done: local.done.slice(-40),
    question: hasBegun(local) ? (look?.question ?? null) : null,
    resumes: local.resumes,
  };
}

export function useStation(): { station: Station; now: StationView } {
  const station = useMemo(createStation, []);
  useEffect(() => {
    station.start();
    return station.stop;
  }, [station]);
  const now = useSyncExternalStore(station.view.subscribe, station.view.getState);
  return { station, now };
}
