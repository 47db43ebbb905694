/** What the simulation is made of: its state, the only way in (Intent) and the only way out (Fact). */
import type { HandSide, Thing } from './things.ts';
import type { Box, Pose, Quat, Vec3 } from './vec.ts';
import type { Working } from './working.ts';
import type { Building } from './zone/building.ts';
import type { Layout } from './zone/layout.ts';

export type { Box, HandSide, Pose, Quat, Vec3 };

/** Length of one tick. The sim never sees another step, whatever the display shows. [D] */
export const TICK_s = 1 / 60;

// ---------------------------------------------------------------- the way in

export interface HandIntent {
  pose: Pose;
  /** how far the trigger (or mouse button, or pinch) is closed: works what the hand holds, 0..1 */
  squeeze_frac: number;
  /** false while the hand is not tracked or the controller is lost */
  tracked: boolean;
}

/** A discrete act, applied in the tick it arrives in, in order. `thing` may name a part: "ext-1.pin". */
export type Deed =
  | { do: 'grab'; hand: HandSide; thing: string }
  | { do: 'release'; hand: HandSide }
  /** put what the hand holds onto a thing: a lid or blanket slid onto a pan, a bottle back on its bracket */
  | { do: 'place'; hand: HandSide; thing: string }
  /** knob, valve, door leaf: 0 closed .. 1 open */
  | { do: 'turn'; hand: HandSide; thing: string; to_frac: number }
  /** switch, button, breaker, call point: toggles, or latches where it can only be pressed */
  | { do: 'press'; hand: HandSide; thing: string }
  /** pin out of a lever, plug out of a socket */
  | { do: 'pull'; hand: HandSide; thing: string }
  /** one of the phrases of facts.ts PHRASES: 'fire', 'call-119', 'get-out' */
  | { do: 'say'; phrase: string }
  /** a whole number dialled on a phone */
  | { do: 'dial'; number: string }
  /** one address card of the emergency call: 'where' | 'what' | 'who' | 'callback' */
  | { do: 'tell'; card: string }
  | { do: 'hang-up' }
  /** inspection verdict on a thing: 'good' or a defect of facts.ts DEFECTS */
  | { do: 'tag'; thing: string; label: string }
  /** back of the hand laid on a door (or its handle) and held there; lifting it ends the touch */
  | { do: 'feel'; hand: HandSide; thing: string }
  | { do: 'unfeel'; hand: HandSide }
  /** out through an open window (procedures FE-X4) */
  | { do: 'climb'; thing: string }
  /** counts aloud who has come to the assembly point */
  | { do: 'count' }
  /** the trainer's, not the body's: the sim passes over it, the run answers it (drill/coach.ts) */
  | { do: 'coach'; what: 'hint' | 'calmer' | 'surprise' };

/** All a body does in one tick. Rounded at the drill's door (1 mm, 1/255) before the sim sees it. */
export interface Intent {
  head: Pose;
  /** unit vector of attention: head forward in a headset, cursor ray on a desktop */
  gaze_dir: Vec3;
  left: HandIntent;
  right: HandIntent;
  deeds: Deed[];
}

// --------------------------------------------------------------- the way out

/** Something that became true. Kinds and their value names are listed in facts.ts; scripts may use only those. */
export interface Fact {
  at_s: number;
  /** a kind of facts.ts, e.g. 'out', 'grabbed', 'looked' */
  fact: string;
  thing?: string;
  /** a second thing or a label: the agent, the phrase, the number's kind, the defect */
  with?: string;
  /** measured values, unit in each name: { distance_m: 3.2, onTarget_frac: 0.84 } */
  values?: Record<string, number>;
}

// ------------------------------------------------------------- what there is

/** A flat or sloping four-cornered piece of floor, convex, corners in order. */
export interface Surface {
  id: string;
  corners_m: [Vec3, Vec3, Vec3, Vec3];
}
/** A part of the building with its own two layers of air: number i here is room i of `World.air`. */
export interface Space {
  id: string;
  box: Box;
}
export interface Room {
  width_m: number;
  depth_m: number;
  ceiling_m: number;
  /** floor polygon corners in x, z */
  floor_m: [x: number, z: number][];
  /** what a body cannot walk through */
  obstacles: Box[];
  /** id of the exit door, and the volume behind it in which one is out */
  exit: { door: string; outside: Box };
  /** named floor points for teleport and plans */
  posts: Record<string, Vec3>;
  /** air movement felt at the fire; zero indoors with shut windows */
  draught_mps: Vec3;
  /** where feet can stand in a building of more than one room or storey; empty: floor_m at y 0 is all there is */
  surfaces: Surface[];
  /** at least one; in a single room the first is the room */
  spaces: Space[];
  /** what the air is built from (zone/layout.ts) */
  layout: Layout;
}

export interface Body {
  head: Pose;
  gaze_dir: Vec3;
  left: HandIntent;
  right: HandIntent;
  /** standing head height measured at calibration */
  standing_m: number;
  /** id held by each hand */
  holds: Record<HandSide, string | null>;
  /** id of the space (Room.spaces) the head is in, 'outside' in the open air */
  space: string;
  /** door the back of each hand lies on, null: none */
  feels: Record<HandSide, string | null>;
  /** ISO 13571 heat dose and smoke (CO, HCN, CO2, want of O2) dose, 1 = incapacitated */
  heatDose_frac: number;
  smokeDose_frac: number;
  alive: boolean;
  out: boolean;
}

/** The upper layer of one space's air: World.smoke is that of the space the head is in; smoke.ts smokeIn gives any other. */
export interface Smoke {
  /** above the building's zero: compare with positions */
  layerHeight_m: number;
  upper_K: number;
  soot_kg: number;
  co_ppm: number;
  /** of a light-reflecting sign seen through the layer */
  visibility_m: number;
}

export interface EmergencyCall {
  phone: string | null;
  number: string | null;
  /** 'fire' 119, 'ambulance' 120, 'police' 110, 'gas', 'duty', 'unknown' */
  line: string | null;
  told: string[];
  ended: boolean;
}

/** The whole truth of one room at one instant: plain data, structuredClone-able, JSON-safe. */
export interface World {
  tick: number;
  /** state of the seeded generator (rng.ts) */
  rng: number;
  room: Room;
  things: Record<string, Thing>;
  body: Body;
  smoke: Smoke;
  /** the air of every space, by the two-zone model */
  air: Building;
  call: EmergencyCall;
  /** numbers the hall has set, for recognising what is dialled */
  numbers: Record<string, string>;
  /** running measures a fact will report when its time comes (tally.ts) */
  tally: Tally;
  /** gates of facts.ts GATES that say leave now */
  gatesShut: string[];
  /** what the sim remembers between ticks and nobody else needs (working.ts) */
  working: Working;
}

/** Kept per run, reported in facts: what the aim and the sweep were worth. */
export interface Tally {
  spray_s: number;
  onTarget_s: number;
  used_kg: number;
  /** sweep at the fire base: mean peak-to-peak of the aim point */
  sweep_m: number;
  /** distance from the fire when the first agent left the nozzle */
  firstDistance_m: number;
  firstSpray_s: number;
  /** dwell of the gaze per thing or part */
  gaze_s: Record<string, number>;
  /** since the last fire went out, looking at it */
  watched_s: number;
  outAt_s: number;
}

/** How a room and its things are described in room.yaml, after reading (script/pack.ts has the schema). */
export interface WorldSetup {
  room: Room;
  things: Thing[];
  start: Pose;
  standing_m: number;
  numbers: Record<string, string>;
  /** things that catch fire by themselves, and when; kindle() does the same later */
  lit?: Record<string, { at_s: number }>;
}

/** @returns seconds since the start of the run. */
export function clock_s(world: Pick<World, 'tick'>): number {
  return world.tick * TICK_s;
}
