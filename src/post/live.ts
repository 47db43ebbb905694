/** The tape of a run that is on, as the server passes it along: its head once, then piece after piece, over restarts. */
import { LiveMessage } from '../wire/station.ts';
import type { TapePiece } from '../wire/tape.ts';
import { follow } from './stream.ts';

export type LivePiece = TapePiece;
export interface Live {
  /** told the head as soon as it is known */
  onHead: (listener: (head: unknown) => void) => () => void;
  /** hears all pieces so far, then each new one */
  onPiece: (listener: (piece: LivePiece) => void) => () => void;
  /** told when the run is over */
  onOver: (listener: () => void) => () => void;
}

/** Listens while anybody looks. */
export function openLive(turn: string): Live {
  const heads = new Set<(head: unknown) => void>();
  const listeners = new Set<(piece: LivePiece) => void>();
  const overs = new Set<() => void>();
  const pieces: LivePiece[] = [];
  let head: unknown = null;
  let close = () => {};
  function hear(message: LiveMessage): void {
    // a stream that begins anew begins at the beginning
    if (message.head !== undefined) pieces.length = 0;
    if (message.head !== undefined && head === null) {
      head = message.head;
      for (const listener of heads) listener(head);
    }
    if (message.piece) {
      pieces.push(message.piece);
      for (const listener of listeners) listener(message.piece);
    }
    if (message.over) for (const listener of overs) listener();
  }
  function lookers(): number {
    return heads.size + listeners.size + overs.size;
  }
  function adding<Of>(all: Set<Of>) {
    return (listener: Of) => {
      const first = lookers() === 0;
      all.add(listener);
      if (first) close = follow(`/api/live/${turn}`, LiveMessage, hear);
      return () => {
        all.delete(listener);
        if (lookers() === 0) close();
      };
    };
  }
  return {
    onHead(listener) {
      if (head !== null) listener(head);
      return adding(heads)(listener);
    },
    onPiece(listener) {
      for (const piece of pieces) listener(piece);
      return adding(listeners)(listener);
    },
    onOver: adding(overs),
  };
}
