/** The floor in a page, and acts whose refusal is shown where they were asked for. */
import { createContext, useContext, useState, useSyncExternalStore } from 'react';
import { act, floorLine } from '../../post/floor.ts';
import type { Command, CommandReply, Floor } from '../../wire/floor.ts';
import { AskError } from '../ask.ts';

export function useFloor(): { floor: Floor | null; stale: boolean } {
  const { latest, stale } = useSyncExternalStore(floorLine.subscribe, floorLine.getState);
  return { floor: latest, stale };
}

export interface Acting {
  busy: boolean;
  error: AskError | null;
  /** @returns null when it was refused: `error` says why */
  act: (command: Command) => Promise<CommandReply | null>;
  forget: () => void;
}

/** One act at a time; a second tap meanwhile does nothing. */
export function useAct(): Acting {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AskError | null>(null);
  return {
    busy,
    error,
    forget: () => setError(null),
    async act(command) {
      if (busy) return null;
      setBusy(true);
      setError(null);
      try {
        return await act(command);
      } catch (refused) {
        setError(refused instanceof AskError ? refused : new AskError('odd-answer'));
        return null;
      } finally {
        setBusy(false);
      }
    },
  };
}

/** The acts of the floor page: one refusal is shown at its top, whoever asked. */
export const ActContext = createContext<Acting | null>(null);

export function useActs(): Acting {
  const acting = useContext(ActContext);
  if (!acting) throw new Error('useActs stands inside the floor page.');
  return acting;
}
