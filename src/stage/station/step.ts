/**
 * The boundary between one visitor and the next, as the station keeps it: orders and what happens here come in, the next
 * state and what is to be done come out. Pure. A turn begins here at most once and ends exactly once; nothing of it is
 * left when the next one is called.
 */
import type { Comfort, Orders, TurnAsk, TurnEnd, TurnOrders } from '../../post/station.ts';

/**
 * idle: waits for a number. called: a number is on its way. loading, ready: opened for one visitor, not begun.
 * running, paused: begun. over: ended, until it is wiped. wiped: nothing more happens on this page, it is left.
 */
export type Phase = 'idle' | 'called' | 'loading' | 'ready' | 'running' | 'paused' | 'over' | 'wiped';
export type Held = { why: 'staff' } | { why: 'swap'; number: string };

/** A run of an earlier page of this station that is still kept here: its turn is over. */
export interface Past {
  turn: string;
  run: string;
  end: TurnEnd;
}

export interface Local {
  phase: Phase;
  turn: string | null;
  run: string | null;
  /** as applied to this page; null: nobody's */
  comfort: Comfort | null;
  held: Held | null;
  /** who took over in a swap and pressed ready */
  resumes: string | null;
  /** asks handed to the run, and those of them it has done */
  asked: string[];
  done: string[];
  end: TurnEnd | null;
  trouble: string | null;
  /** the record is safe on this device (or there is none) */
  stored: boolean;
  /** since when nobody is there, by the page's own clock */
  alone_ms: number | null;
  abandonAfter_s: number;
  past: readonly Past[];
}

export type Event =
  | { is: 'order'; orders: Orders }
  | { is: 'loaded' }
  | { is: 'began'; run: string }
  /** the run stands still, or goes on, by itself */
  | { is: 'still'; on: boolean }
  /** ready press of who takes over in a swap */
  | { is: 'taken-over' }
  | { is: 'ended'; end: TurnEnd }
  | { is: 'failed'; trouble: string }
  | { is: 'did'; ask: string }
  | { is: 'stored' }
  /** by the page's own clock, which never goes back */
  | { is: 'clock'; now_ms: number; attended: boolean }
  /** the page is being closed */
  | { is: 'leaving' };

export type Act =
  | { do: 'open'; turn: TurnOrders }
  | { do: 'apply'; comfort: Comfort }
  | { do: 'hold'; held: Held }
  | { do: 'release' }
  | { do: 'stop'; end: 'abandoned' | 'technical-fault' }
  | { do: 'ask'; ask: Pick<TurnAsk, 'id' | 'what'> }
  /** the page is left for a fresh one, and with it all it knew */
  | { do: 'leave' };

export interface Next {
  state: Local;
  acts: Act[];
}

const NOBODY = {
  turn: null,
  run: null,
  comfort: null,
  held: null,
  resumes: null,
  asked: [],
  done: [],
  end: null,
  trouble: null,
  stored: true,
  alone_ms: null,
};

/** A page that has just opened. @param past what earlier pages have left on this device */
export function fresh(past: readonly Past[] = []): Local {
  return { ...NOBODY, phase: 'idle', abandonAfter_s: 60, past };
}

export function hasBegun({ phase }: Local): boolean {
  return phase === 'running' || phase === 'paused';
}

export function step(state: Local, event: Event): Next {
  if (state.phase === 'wiped') return left(state, event);
  switch (event.is) {
    case 'order':
      return obey({ ...state, abandonAfter_s: event.orders.abandonAfter_s }, event.orders);
    case 'loaded':
      return same(state.phase === 'loading' ? { ...state, phase: 'ready' } : state);
    case 'began':
      return same(
        state.phase === 'ready' ? { ...state, phase: 'running', run: event.run, stored: false, alone_ms: null } : state,
      );
    case 'still':
      return same(hasBegun(state) ? { ...state, phase: event.on ? 'paused' : 'running' } : state);
    case 'taken-over':
      return takeOver(state);
    case 'ended':
      return same(hasBegun(state) ? over(state, event.end) : state);
    case 'failed':
      return fail(state, event.trouble);
    case 'did':
      return same(state.asked.includes(event.ask) ? { ...state, done: [...state.done, event.ask] } : state);
    case 'stored':
      return same({ ...state, stored: true });
    case 'clock':
      return watch(state, event.now_ms, event.attended);
    default:
      return hasBegun(state) ? stop(state, 'abandoned') : same(state);
  }
}

function same(state: Local): Next {
  return { state, acts: [] };
}

function over(state: Local, end: TurnEnd, trouble: string | null = null): Local {
  return { ...state, phase: 'over', end, trouble, held: null, alone_ms: null };
}

function stop(state: Local, end: 'abandoned' | 'technical-fault', trouble: string | null = null): Next {
  return { state: over(state, end, trouble), acts: [{ do: 'stop', end }] };
}

/** Left at once, or as soon as the record is safe. */
function wipe(state: Local): Next {
  return { state: { ...state, phase: 'wiped' }, acts: state.stored ? [{ do: 'leave' }] : [] };
}

function left(state: Local, event: Event): Next {
  if (event.is !== 'stored' || state.stored) return same(state);
  return { state: { ...state, stored: true }, acts: [{ do: 'leave' }] };
}

function fail(state: Local, trouble: string): Next {
  if (hasBegun(state)) return stop(state, 'technical-fault', trouble);
  if (state.phase === 'loading' || state.phase === 'ready') return same(over(state, 'technical-fault', trouble));
  // the run had ended by its fault before anybody could say which
  if (state.phase === 'over' && state.end === 'technical-fault') return same({ ...state, trouble });
  return same(state);
}

function takeOver(state: Local): Next {
  if (state.held?.why !== 'swap') return same(state);
  return { state: { ...state, held: null, resumes: state.held.number }, acts: [{ do: 'release' }] };
}

/** Nobody there for too long is a visitor who went; while staff hold the run it is theirs to say. */
function watch(state: Local, now_ms: number, attended: boolean): Next {
  if (!hasBegun(state)) return same(state);
  if (attended || state.held) return same(state.alone_ms === null ? state : { ...state, alone_ms: null });
  const alone_ms = state.alone_ms ?? now_ms;
  if (now_ms - alone_ms >= state.abandonAfter_s * 1000) return stop(state, 'abandoned');
  return same(state.alone_ms === null ? { ...state, alone_ms } : state);
}

function obey(state: Local, orders: Orders): Next {
  const { turn } = orders;
  switch (state.phase) {
    case 'idle':
    case 'called':
      return expect(state, turn);
    case 'loading':
    case 'ready':
      // the visitor did not begin: whatever was set for them goes with the page
      return turn?.id === state.turn ? apply(state, turn) : wipe({ ...state, end: 'not-begun' });
    case 'over':
      // until the hall has heard of the end, and until the station was wiped, it stays
      return turn?.id === state.turn || (turn === null && orders.wipe) ? same(state) : wipe(state);
    default:
      return turn?.id === state.turn ? lead(state, turn) : lose(state, orders);
  }
}

/** Nobody is here yet. */
function expect(state: Local, turn: TurnOrders | null): Next {
  const nobody: Local = { ...state, ...NOBODY, phase: 'idle' };
  if (!turn || turn.state === 'over') return same(nobody);
  const past = state.past.find((one) => one.turn === turn.id);
  // an earlier page has played it: told, not played again
  if (past) return same({ ...over(nobody, past.end), turn: turn.id, run: past.run });
  if (turn.state === 'running' || turn.state === 'paused')
    return same({ ...over(nobody, 'technical-fault', 'page-lost'), turn: turn.id });
  if (turn.state === 'called') return same({ ...nobody, phase: 'called', turn: turn.id });
  const { comfort } = turn;
  return {
    state: { ...nobody, phase: 'loading', turn: turn.id, comfort },
    acts: [
      { do: 'apply', comfort },
      { do: 'open', turn },
    ],
  };
}

/** The hall knows nothing of this run any more, or has given the place to another: it ends here first. */
function lose(state: Local, { turn, wipe: waits }: Orders): Next {
  const ended = stop(state, turn === null ? 'technical-fault' : 'abandoned');
  if (turn === null && waits) return ended;
  const wiped = wipe(ended.state);
  return { state: wiped.state, acts: [...ended.acts, ...wiped.acts] };
}

function apply(state: Local, { comfort }: TurnOrders): Next {
  const known = state.comfort;
  const news = (Object.keys(comfort) as (keyof Comfort)[]).some((name) => comfort[name] !== known?.[name]);
  return news ? { state: { ...state, comfort }, acts: [{ do: 'apply', comfort }] } : same(state);
}

function lead(state: Local, turn: TurnOrders): Next {
  if (turn.stopping) return stop(state, 'abandoned');
  const set = apply(state, turn);
  const kept = hold(set.state, turn);
  const asks = turn.asks.filter((ask) => !ask.done && !state.asked.includes(ask.id));
  return {
    state: { ...kept.state, asked: [...state.asked, ...asks.map((ask) => ask.id)] },
    acts: [...set.acts, ...kept.acts, ...asks.map(({ id, what }) => ({ do: 'ask' as const, ask: { id, what } }))],
  };
}

function hold(state: Local, { pause, number }: TurnOrders): Next {
  const { held } = state;
  if (pause === null) return { state: { ...state, held: null, resumes: null }, acts: held ? [{ do: 'release' }] : [] };
  // they have taken over already, the hall has not heard of it
  if (pause === 'swap' && state.resumes === number) return same(state);
  const next: Held = pause === 'swap' ? { why: 'swap', number } : { why: 'staff' };
  if (held?.why === next.why && (next.why === 'staff' || (held.why === 'swap' && held.number === next.number)))
    return same(state);
  return { state: { ...state, held: next }, acts: [{ do: 'hold', held: next }] };
}
