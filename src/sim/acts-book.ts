/** What the sim remembers of doors, hands and eyes in a house between ticks: plain data inside Working. */
import type { HandSide } from './things.ts';
import type { Vec3 } from './vec.ts';

export interface DoorBook {
  /** when it last left shut, and how far it has been open since */
  leftShutAt_s: number;
  widest_frac: number;
  /** the trainee opened it: only then its closing is told */
  byTrainee: boolean;
  /** when it came to stand ajar, -1 while it does not or once that was told */
  ajarAt_s: number;
  /** how long nobody has been near */
  free_s: number;
}

export interface Waving {
  last_m: Vec3;
  /** window the hand is at, how long, how far it moved meanwhile, how long a torch points out */
  window: string | null;
  waved_s: number;
  path_m: number;
  pointed_s: number;
}

export interface ActsBook {
  /** doors and windows that have been moved */
  doors: Record<string, DoorBook>;
  /** how long the back of each hand has lain on its door, -1 once that was told */
  felt_s: Record<HandSide, number>;
  /** door looked through now, how long, and what was told of it */
  peep: { door: string | null; looked_s: number; told: string | null };
  /** door whose frame is being taped, and how long this roll has run along it */
  taping: { door: string; hand: HandSide; taped_s: number } | null;
  waving: Record<HandSide, Waving>;
  /** by item: when its signal was last told */
  signalledAt_s: Record<string, number>;
  /** how long a mask has been held to the face */
  toFace_s: number;
}

function freshWaving(): Waving {
  return { last_m: [0, 0, 0], window: null, waved_s: 0, path_m: 0, pointed_s: 0 };
}

export function freshActs(): ActsBook {
  return {
    doors: {},
    felt_s: { left: 0, right: 0 },
    peep: { door: null, looked_s: 0, told: null },
    taping: null,
    waving: { left: freshWaving(), right: freshWaving() },
    signalledAt_s: {},
    toFace_s: 0,
  };
}
