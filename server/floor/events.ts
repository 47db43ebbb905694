/** What can happen on the floor: the only things that change a day, in the order they were acknowledged. */
import type {
  AgeBand,
  Audience,
  Comfort,
  Note,
  Place,
  Question,
  StationKind,
  TicketState,
  TurnAsk,
  TurnEnd,
} from '../../src/wire/floor.ts';

/** Why a ticket changed without a turn having done it; undo takes the ones of UNDOABLE back. */
export type Why = 'skip' | 'return' | 'no-show' | 'leave' | 'finish' | 'again' | 'undo' | 'midnight';

export interface Was {
  state: TicketState;
  due_ms: number;
  place: Place;
}

export type FloorEvent =
  | {
      kind: 'came';
      ticket: string;
      number: string;
      audience: Audience;
      ageBand: AgeBand;
      place: Place;
      card: string | null;
      booking: string | null;
      due_ms: number;
    }
  | { kind: 'ticket'; ticket: string; why: Why; state: TicketState; due_ms: number; was: Was; undoes?: string }
  | { kind: 'placed'; ticket: string; place: Place; was: Was; undoes?: string }
  | {
      kind: 'called';
      turn: string;
      ticket: string;
      station: string;
      variant: string;
      mode: 'learn' | 'assess';
      crew: boolean;
      purpose: 'training' | 'recheck';
    }
  | { kind: 'called-again'; turn: string }
  | { kind: 'beside'; turn: string }
  | { kind: 'began'; turn: string; run: string }
  | { kind: 'paused'; turn: string; by: 'staff' | 'swap' | null }
  | { kind: 'stopping'; turn: string }
  | { kind: 'ended'; turn: string; end: TurnEnd; trouble: string | null }
  | { kind: 'comfort'; turn: string; comfort: Comfort }
  | { kind: 'asked'; turn: string; ask: string; what: TurnAsk['what'] }
  | { kind: 'ask-done'; turn: string; asks: string[] }
  | { kind: 'swapped'; turn: string; ticket: string; stage: string | null }
  | { kind: 'question'; turn: string; question: Question; opened_ms: number; closes_ms: number }
  | { kind: 'seated'; turn: string; seat: string; by: 'phone' | 'hand'; ticket: string | null }
  | { kind: 'unseated'; turn: string; seat: string }
  | { kind: 'answered'; turn: string; seat: string; stage: string; option: number }
  | { kind: 'wiped'; station: string; undoes?: string }
  | { kind: 'station'; station: string; state: 'closed' | 'free'; reason: string }
  | { kind: 'paired'; station: string; name: string; stationKind: StationKind }
  | { kind: 'removed'; station: string }
  | { kind: 'noted'; note: Note };

/** An event as it stands in the store. */
export interface Happened {
  seq: number;
  /** of the command that made it; further events of the same command have /1, /2 behind it */
  id: string;
  at_ms: number;
  who: string;
  event: FloorEvent;
}

/** @returns id of the command an event belongs to */
export function commandOf(eventId: string): string {
  return eventId.split('/')[0]!;
}
