/** What stands, hangs, burns and is carried in a room: every kind of thing and what the sim knows of it. */
import type { Pose, Vec3 } from './vec.ts';

export type HandSide = 'left' | 'right';
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
