/** A station and its hall in small, for random afternoons: the page with its dials and its run, the hall as it tells it what to do. */
import type { Comfort, Orders, TurnEnd, TurnOrders } from '../../../src/post/station.ts';
import { type Act, type Event, fresh, type Local, type Past, step } from '../../../src/stage/station/step.ts';

export const COMFORTS: Comfort[] = [
  { locale: 'zh-CN', captions: true, seated: false, intensity: 'normal' },
  { locale: 'en', captions: true, seated: true, intensity: 'calm' },
  { locale: 'zh-CN', captions: false, seated: false, intensity: 'full' },
];

interface HallTurn extends TurnOrders {
  /** everything that was ever set for it */
  comforts: Comfort[];
  ends: TurnEnd[];
}

export interface Run {
  turn: string;
  run: string | null;
  held: boolean;
  end: TurnEnd | null;
}

/** What staff, the visitor and the network do. */
export type Move =
  | { by: 'staff'; do: 'call' | 'comfort' | 'replace'; comfort: number }
  | { by: 'staff'; do: 'beside' | 'pause' | 'resume' | 'swap' | 'end' | 'fault' | 'hint' | 'wiped' | 'close' | 'open' }
  | { by: 'line'; do: 'orders' | 'report' }
  | { by: 'visitor'; do: 'press' | 'finish' | 'fail' | 'take-over' | 'ready' }
  | { by: 'machine'; do: 'loaded' | 'fault' | 'stored' | 'still' | 'goes-on' | 'reload' | 'closing' }
  | { by: 'clock'; s: number; attended: boolean };

export class SmallHall {
  readonly turns: HallTurn[] = [];
  at: HallTurn | null = null;
  wipe = false;
  closed = false;
  rev = 0;
  /** the page */
  local: Local = fresh();
  dials: Comfort | null = null;
  run: Run | null = null;
  now_ms = 0;
  /** drafts and records on the device */
  shelf: Past[] = [];
  /** runs begun, by turn, over all pages */
  readonly begun = new Map<string, number>();
  /** ends as the page said them, of all turns, and by turn that began */
  readonly ends = new Set<TurnEnd>();
  readonly said = new Map<string, Set<TurnEnd>>();
  readonly strayAsks: string[] = [];
  leaves = 0;
  private count = 0;

  private orders(): Orders {
    const { at } = this;
    const station = { id: 'st', name: '3', kind: 'headset' as const };
    const turn = at && structuredClone({ ...at, comforts: undefined, ends: undefined });
    return { rev: this.rev, station, turn, wipe: this.wipe, closed: this.closed, abandonAfter_s: 60 };
  }

  happen(event: Event): void {
    const { state, acts } = step(this.local, event);
    this.local = state;
    if (state.end) this.ends.add(state.end);
    // one that did not begin, because its page could not open it, may be opened again by the next page
    if (state.end && state.turn && state.run) {
      const ends = this.said.get(state.turn) ?? new Set();
      this.said.set(state.turn, ends.add(state.end));
    }
    for (const act of acts) this.carryOut(act);
  }

  private carryOut(act: Act): void {
    switch (act.do) {
      case 'apply':
        this.dials = act.comfort;
        break;
      case 'open':
        this.run = { turn: act.turn.id, run: null, held: false, end: null };
        break;
      case 'hold':
      case 'release':
        this.run!.held = act.do === 'hold';
        break;
      case 'stop':
        this.endRun(act.end);
        break;
      case 'ask':
        if (!act.ask.id.startsWith(`${this.run?.turn}/`)) this.strayAsks.push(act.ask.id);
        this.happen({ is: 'did', ask: act.ask.id });
        break;
      default:
        this.leaves++;
        this.reload();
    }
  }

  private endRun(end: TurnEnd): void {
    const { run } = this;
    if (!run || run.end || !run.run) return;
    run.end = end;
    this.shelf = this.shelf.map((one) => (one.run === run.run ? { ...one, end } : one));
    this.happen({ is: 'ended', end });
  }

  reload(): void {
    this.dials = null;
    this.run = null;
    this.local = fresh(this.shelf);
  }

  /** The hall hears a report, as floor/decide-station.ts takes it. */
  private hear(): void {
    const { local, at } = this;
    if (!at) return;
    if (local.turn !== at.id) {
      if (local.turn === null && local.phase === 'idle' && (at.state === 'running' || at.state === 'paused'))
        this.endTurn('technical-fault');
      return;
    }
    if (at.state === 'ready' && local.run) at.state = 'running';
    for (const ask of at.asks) if (local.done.includes(ask.id)) ask.done = true;
    if (at.pause === 'swap' && local.phase === 'running' && local.resumes === at.number) this.resume();
    if (local.phase === 'over' && local.end && at.state !== 'called') this.endTurn(local.end);
  }

  private resume(): void {
    this.at!.pause = null;
    this.at!.state = 'running';
  }

  private endTurn(end: TurnEnd): void {
    const { at } = this;
    if (!at) return;
    at.ends.push(end);
    this.wipe = at.state !== 'called';
    at.state = 'over';
    this.at = null;
  }

  move(move: Move): void {
    this.rev++;
    if (move.by === 'staff') this.staff(move);
    else if (move.by === 'line') {
      if (move.do === 'report') this.hear();
      else this.happen({ is: 'order', orders: this.orders() });
    } else if (move.by === 'visitor') this.visitor(move.do);
    else if (move.by === 'machine') this.machine(move.do);
    else {
      this.now_ms += move.s * 1000;
      this.happen({ is: 'clock', now_ms: this.now_ms, attended: move.attended });
    }
  }

  private call(comfort: Comfort): void {
    if (this.at || this.wipe || this.closed) return;
    const id = `turn-${this.turns.length}`;
    const turn: HallTurn = {
      id,
      number: `A${this.turns.length}`,
      variant: 'firefighting/kitchen-wok',
      mode: 'learn',
      crew: true,
      purpose: 'training',
      state: 'called',
      stopping: false,
      pause: null,
      comfort,
      asks: [],
      comforts: [comfort],
      ends: [],
    };
    this.turns.push(turn);
    this.at = turn;
  }

  private staff(move: Extract<Move, { by: 'staff' }>): void {
    const { at } = this;
    const on = at?.state === 'running' || at?.state === 'paused';
    switch (move.do) {
      case 'call':
        this.call(COMFORTS[move.comfort]!);
        return;
      case 'replace':
        // while the station hears nothing, its place goes to another
        this.endTurn('technical-fault');
        this.wipe = false;
        this.call(COMFORTS[move.comfort]!);
        return;
      case 'wiped':
        this.wipe = false;
        return;
      case 'close':
        this.closed = at === null;
        return;
      case 'open':
        this.closed = false;
        return;
    }
    if (!at) return;
    if (move.do === 'comfort') {
      at.comfort = COMFORTS[move.comfort]!;
      at.comforts.push(at.comfort);
    } else if (move.do === 'beside' && at.state === 'called') at.state = 'ready';
    else if (move.do === 'fault') this.endTurn('technical-fault');
    else if (move.do === 'end' && on) at.stopping = true;
    else if (move.do === 'end') this.endTurn('not-begun');
    else if (on && move.do === 'hint')
      at.asks.push({ id: `${at.id}/${this.count++}`, what: 'hint', at_ms: 0, done: false });
    else if (on && (move.do === 'pause' || move.do === 'swap')) {
      at.pause = move.do === 'swap' ? 'swap' : 'staff';
      at.state = 'paused';
      if (move.do === 'swap') at.number = `B${this.count++}`;
    } else if (move.do === 'resume' && at.state === 'paused') this.resume();
  }

  private visitor(does: Extract<Move, { by: 'visitor' }>['do']): void {
    const { run } = this;
    if (does === 'take-over') this.happen({ is: 'taken-over' });
    if (!run || run.end) return;
    if (does === 'press' && this.local.phase === 'ready' && !run.run) {
      run.run = `run-${this.count++}`;
      this.begun.set(run.turn, (this.begun.get(run.turn) ?? 0) + 1);
      this.shelf.push({ turn: run.turn, run: run.run, end: 'abandoned' });
      this.happen({ is: 'began', run: run.run });
    }
    if (run.run && !run.held && does === 'finish') this.endRun('finished');
    if (run.run && !run.held && does === 'fail') this.endRun('failed');
  }

  private machine(does: Extract<Move, { by: 'machine' }>['do']): void {
    if (does === 'loaded') this.happen({ is: 'loaded' });
    else if (does === 'fault') this.happen({ is: 'failed', trouble: 'context lost' });
    else if (does === 'stored' && this.run?.end) this.happen({ is: 'stored' });
    else if (does === 'still' || does === 'goes-on') this.happen({ is: 'still', on: does === 'still' });
    else if (does === 'reload') this.reload();
    else if (does === 'closing') {
      this.happen({ is: 'leaving' });
      this.reload();
    }
  }
}
