/** The tapes of the runs that are on, in memory only: the wall and the coach watch them; with the turn they are gone. */
import type { LiveMessage, LivePiece } from '../../src/wire/station.ts';
import type { TapePiece } from '../../src/wire/tape.ts';

interface Tape {
  run: string;
  head: unknown;
  pieces: TapePiece[];
  /** ticks held from the beginning without a gap */
  have: number;
}
type Listener = (message: LiveMessage) => void;

/** An hour at 60 ticks a second: more is not a run of ours. */
const MOST_ticks = 216_000;

export interface LiveTapes {
  /** @returns ticks held now; a piece that does not join on is not taken */
  push: (piece: LivePiece) => number;
  /** hears all so far, then each new piece, then that it is over */
  watch: (turn: string, listener: Listener) => () => void;
  /** the turn is over: nothing of it stays */
  drop: (turn: string) => void;
  /** turns whose tape is held, for the tests of the boundary */
  held: () => string[];
}

export function openLiveTapes(): LiveTapes {
  const tapes = new Map<string, Tape>();
  const listeners = new Map<string, Set<Listener>>();
  const tell = (turn: string, message: LiveMessage) => {
    for (const listener of listeners.get(turn) ?? []) listener(message);
  };
  return {
    push({ turn, run, head, piece }) {
      let tape = tapes.get(turn);
      if (!tape || tape.run !== run) {
        // without its head a tape cannot be played: the station begins again from tick 0
        if (head === undefined || piece.from !== 0) return 0;
        tape = { run, head, pieces: [], have: 0 };
        tapes.set(turn, tape);
      }
      const end = piece.from + piece.ticks;
      if (piece.from > tape.have || end <= tape.have || end > MOST_ticks) return tape.have;
      const first = tape.pieces.length === 0;
      tape.pieces.push(piece);
      tape.have = end;
      tell(turn, { turn, run, ...(first ? { head: tape.head } : {}), piece, over: false });
      return tape.have;
    },
    watch(turn, listener) {
      const all = listeners.get(turn) ?? new Set();
      all.add(listener);
      listeners.set(turn, all);
      const tape = tapes.get(turn);
      tape?.pieces.forEach((piece, k) => {
        listener({ turn, run: tape.run, ...(k === 0 ? { head: tape.head } : {}), piece, over: false });
      });
      return () => {
        all.delete(listener);
        if (all.size === 0) listeners.delete(turn);
      };
    },
    drop(turn) {
      const tape = tapes.get(turn);
      tapes.delete(turn);
      if (tape) tell(turn, { turn, run: tape.run, over: true });
    },
    held: () => [...tapes.keys()],
  };
}
