/** What the simulation is made of: its state, the only way in (Intent) and the only way out (Fact). */
import type { Working } from './working.ts';
import type { Building } from './zone/building.ts';
import type { Layout } from './zone/layout.ts';

/** Length of one tick. The sim never sees another step, whatever the display shows. [D] */
export const TICK_s = 1 / 60;

/** Metres, y up, right-handed; -z is forward of an identity orientation (as in WebXR). */
export type Vec3 = [x: number, y: number, z: number];
/** Unit quaternion x, y, z, w. */
export type Quat = [x: number, y: number, z: number, w: number];
export interface Pose {
  position_m: Vec3;
  orientation_quat: Quat;
}
export type HandSide = 'left' | 'right';

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
  | { do: 'count' };

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

export type Agent = 'abc-powder' | 'co2' | 'water-based' | 'wet-chemical';
export type Defect =
  | 'low-pressure'
  | 'over-pressure'
  | 'no-pin'
  | 'cracked-hose'
  | 'corroded'
  | 'no-label'
  | 'expired'
  | 'blocked';

interface ThingBase {
  id: string;
  pose: Pose;
  /** half extents of its box, for reach, gaze and picking */
  half_m: Vec3;
  /** can be carried; null when nobody holds it */
  heldBy: HandSide | null;
  /** where it hangs or stands at the start; `place` on itself brings it back */
  home: Pose;
}
/** Wok or pan of cooking oil on a burner. */
export interface OilPan extends ThingBase {
  kind: 'oil-pan';
  diameter_m: number;
  oil_kg: number;
  oil_K: number;
  burner: string;
  burning: boolean;
  /** id of the lid or blanket on it, null when open */
  cover: string | null;
  /** share of the mouth that is shut, 0..1 */
  covered_frac: number;
  heatRelease_kW: number;
  flameHeight_m: number;
  /** seconds left of a steam fireball, 0 when none */
  fireball_s: number;
  /** oil splashed out of the pan and burning around it */
  spill_m2: number;
}
/** Basket, carton stack, curtain: solid (class A) fuel as a grid of burning cells. */
export interface SolidFuel extends ThingBase {
  kind: 'solid-fuel';
  /** row of materials.ts FUELS: 'paper-basket', 'curtain', 'carton-stack', 'shelf-goods' */
  fuel: string;
  cells: FireCell[];
  cell_m: number;
  /** grid size of `cells` over the footprint, row-major */
  columns: number;
  heatRelease_kW: number;
  flameHeight_m: number;
  burning: boolean;
  /** combustible left, 1 new .. 0 ash */
  left_frac: number;
}
export interface FireCell {
  burning: boolean;
  /** extinguishing agent lying on the cell */
  agent_kgpm2: number;
  water_kgpm2: number;
  surface_K: number;
  left_frac: number;
}
/** Mains appliance that can be live, alight, and dangerous to touch or wet. */
export interface Appliance extends ThingBase {
  kind: 'appliance';
  plug: string;
  breaker: string | null;
  live: boolean;
  burning: boolean;
  heatRelease_kW: number;
  flameHeight_m: number;
  cell: FireCell;
}
export interface Extinguisher extends ThingBase {
  kind: 'extinguisher';
  agent: Agent;
  charge_kg: number;
  agentLeft_kg: number;
  discharge_s: number;
  range_m: number;
  /** GB letters it is rated for, e.g. ['A','B','C','E'] */
  rated: string[];
  madeYear: number;
  defect: Defect | null;
  pinIn: boolean;
  /** how far the lever is down */
  lever_frac: number;
  /** since the valve opened, for the lag before agent appears */
  openFor_s: number;
  flow_kgps: number;
  /** hand that holds the hose, null while it hangs */
  hoseHeldBy: HandSide | null;
  nozzle: Pose;
  inverted: boolean;
  tag: string | null;
}
export interface Cover extends ThingBase {
  kind: 'lid' | 'fire-blanket';
  diameter_m: number;
  /** pan it lies on, null when elsewhere */
  on: string | null;
}
/** Basin of water, bag of flour: what the hand throws when squeezed. */
export interface Throwable extends ThingBase {
  kind: 'water' | 'flour';
  left_kg: number;
}
/** Knob or valve of gas: 0 closed .. 1 open. */
export interface GasTap extends ThingBase {
  kind: 'gas-tap';
  open_frac: number;
}
export interface Switchable extends ThingBase {
  kind: 'plug' | 'breaker' | 'hood' | 'call-point';
  on: boolean;
}
/** One end of a box across the floor, as in room.yaml. */
export type Way = '-x' | '+x' | '-z' | '+z';
export interface Door extends ThingBase {
  kind: 'door';
  /** 0 shut .. 1 open at a right angle (a sliding one: all the way) */
  open_frac: number;
  /** the way out leads through it */
  exit: boolean;
  /** end of the leaf its hinges are on, and where it swings to; null for a door that only the exit's box knows */
  hinge: Way | null;
  swings: Way | null;
  slides: boolean;
  steel: boolean;
  glazed: boolean;
  louvred: boolean;
  peephole: boolean;
  /** a closer pulls it shut when nobody holds it, unless wedged */
  selfClosing: boolean;
  wedged: boolean;
  /** nobody here has the key */
  locked: boolean;
  /** id of the button that works it; such a door is not moved by hand */
  workedBy: string | null;
  /** of its surface on the side of the trainee, and on the other side */
  face_K: number;
  back_K: number;
  /** share of the bottom gap and of the sides that cloth and tape close */
  bottomSealed_frac: number;
  sidesSealed_frac: number;
  /** water poured on it that has not yet dried */
  water_kg: number;
}
export interface Window extends ThingBase {
  kind: 'window';
  open_frac: number;
  broken: boolean;
}
/** Towel, sheet, bright cloth: seals the gap under a door, is waved at a window, held before a mouth. */
export interface Cloth extends ThingBase {
  kind: 'cloth';
  /** 0 dry .. 1 soaked */
  wet_frac: number;
  bright: boolean;
  /** door it seals, null when elsewhere */
  on: string | null;
}
export interface Tape extends ThingBase {
  kind: 'tape';
  left_m: number;
}
export interface Torch extends ThingBase {
  kind: 'torch';
  on: boolean;
}
/** Water tap: a cloth placed under it is wetted, a basin filled. */
export interface Tap extends ThingBase {
  kind: 'tap';
}
export interface LiftButton extends ThingBase {
  kind: 'lift-button';
  /** when it was pressed, -1 never */
  calledAt_s: number;
}
export interface Alarm extends ThingBase {
  kind: 'smoke-alarm' | 'heat-alarm' | 'sprinkler';
  link_K: number;
  /** -1 while silent */
  actedAt_s: number;
}
/** Escape mask (GB 21976.7): worn from the moment it is taken to the head. */
export interface EscapeMask extends ThingBase {
  kind: 'escape-mask';
  worn: boolean;
  left_s: number;
}
/** Handbag, wallet, laptop: what one should not go back for. */
export interface Valuable extends ThingBase {
  kind: 'valuable';
}
/** A fire nobody here can put out: a burning flat below, a store room. Follows its growth. */
export interface Blaze extends ThingBase {
  kind: 'blaze';
  /** a fuel of zone/fuel.ts FUELS */
  fuel: string;
  alpha_kWps2: number;
  peak_kW: number;
  burning: boolean;
  litAt_s: number;
  heatRelease_kW: number;
  flameHeight_m: number;
}
/** E-bike with a lithium pack: vents, jets, burns (zone/pack.ts). */
export interface EBike extends ThingBase {
  kind: 'e-bike';
  pack: 'e-bike' | 'cell-box';
  burning: boolean;
  /** white vapour before the flames */
  venting: boolean;
  litAt_s: number;
  heatRelease_kW: number;
  flameHeight_m: number;
}
export interface Phone extends ThingBase {
  kind: 'phone';
}
/** Someone else in the room; leaves by the exit once warned. */
export interface Person extends ThingBase {
  kind: 'person';
  warned: boolean;
  out: boolean;
  doing: PersonDoing;
  /** whose model draws it (public/models), null: the person's own id */
  look: string | null;
  /** one of a crowd steered by crowd.ts: 'guest', 'pupil', 'resident'; null for somebody who only walks out when warned */
  role: string | null;
  /** how they take it: follows at once, hesitates, turns back for a bag, heads for the familiar exit */
  temper: 'follows' | 'hesitates' | 'bag' | 'familiar';
  velocity_mps: Vec3;
  /** ISO 13571 gas dose, 1 = incapacitated */
  dose_frac: number;
}
export type PersonDoing =
  | 'idle'
  | 'walking'
  | 'hurrying'
  | 'crouching'
  | 'coughing'
  | 'helping'
  | 'carrying'
  | 'phoning'
  | 'down';
/** Only to be looked at: ceiling, gauge board; an exit sign shines and is read as far as the smoke lets its light. */
export interface Lookout extends ThingBase {
  kind: 'lookout' | 'exit-sign';
}
export type Thing =
  | OilPan
  | SolidFuel
  | Appliance
  | Extinguisher
  | Cover
  | Throwable
  | GasTap
  | Switchable
  | Door
  | Window
  | Cloth
  | Tape
  | Torch
  | Tap
  | LiftButton
  | Alarm
  | EscapeMask
  | Valuable
  | Blaze
  | EBike
  | Phone
  | Person
  | Lookout;
export type ThingKind = Thing['kind'];

export interface Box {
  min_m: Vec3;
  max_m: Vec3;
}
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
