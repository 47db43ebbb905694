/** The one body before the screen or in the headset: everything the INPUT step reads and writes, made once. */
import { Quaternion, Vector3 } from 'three';
import type { Drill } from '../../drill/types.ts';
import { floorUnder_m } from '../../sim/ground.ts';
import type { Thing } from '../../sim/things.ts';
import type { Deed, HandIntent, HandSide, Intent } from '../../sim/world.ts';
import type { PauseReason, PointerRay, Rays } from '../contract.ts';
import { createLocomotion, type Drive, type Locomotion } from '../rig/locomotion.ts';
import { DEFAULT_STANDING_m, type Height } from '../rig/posture.ts';
import { createRig, type Rig, yawOf_rad } from '../rig/rig.ts';
import { type ActionState, createActions } from './actions.ts';
import { createDesktop, type Desktop } from './devices.ts';
import type { ErrandName } from './offers.ts';
import type { Hit } from './pick.ts';
import { createXrBody, type XrBody } from './xr.ts';

/** A trigger below this has let go of the press that took something. */
export const HUSHED_frac = 0.2;

/** A leaf or sash that a closed hand leads. */
export interface Pull {
  thing: string;
  /** opening and hand's angle (or way) it began with */
  from_frac: number;
  from: number;
  sent_frac: number;
}

/** What the desk's hand is led to do at a thing. */
export interface Errand {
  what: ErrandName;
  thing: string;
  side: HandSide;
  done_s: number;
  /** the hand lies on the door */
  felt: boolean;
  fromX_m: number;
  fromZ_m: number;
}

/** What one hand is about. */
export interface HandState {
  side: HandSide;
  /** what the hand or its ray is on, parts included */
  hover: Hit;
  /** the hover came from the hand itself, not from its ray */
  near: boolean;
  /** whether something can be done with the hover, and can be reached */
  use: 'none' | 'far' | 'ready';
  /** how the held thing was taken: a grip that must stay closed, or for good until let go */
  taken: 'held' | 'kept' | null;
  /** last answer to whether the hover can be used */
  memo: { id: string; holds: string | null; tick: number; usable: boolean };
  /** a pinch that began on nothing aims a teleport until it opens */
  throwing: boolean;
  /** the press that took it must end before it can squeeze */
  hush: boolean;
  /** gas tap under a twisting wrist, and the roll and opening it began with */
  twist: string | null;
  twistFrom_rad: number;
  twistOpen_frac: number;
  twistSent_frac: number;
  /** leaf or sash that the closed hand leads */
  pull: Pull | null;
  /** door the back of the hand lies on */
  touches: string | null;
  /** seconds the last press shows */
  flash_s: number;
  /** where the hand is in the room */
  position: Vector3;
  quat: Quaternion;
  squeeze_frac: number;
}

export interface Trainee {
  rig: Rig;
  height: Height;
  /** lift of the play space now, eased towards what posture asks */
  lift_m: number;
  /** desktop: looking up and down, and how far the hand is put forward */
  pitch_rad: number;
  reach_m: number;
  desk: Desktop;
  xr: XrBody;
  presenting: boolean;
  actions: ActionState;
  drive: Drive;
  loco: Locomotion;
  hands: Record<HandSide, HandState>;
  rays: Rays;
  intent: Intent;
  /** waiting for the next tick */
  deeds: Deed[];
  /** what the desk leads a hand to do now, and where the eyes go meanwhile */
  errand: Errand | null;
  gazeAt: Vector3 | null;
  /** desktop: from where the picture is taken while one looks through a crack or a peephole, and how much of it, 0..1 */
  view: { from: Vector3; at: Vector3; wide: boolean; on: boolean; share: number };
  /** head in the room */
  head: Vector3;
  headQuat: Quaternion;
  headYaw_rad: number;
  /** last head height samples for the calibration */
  heights_m: number[];
  recentred: boolean;
  /** head placed at the start after entering a headset */
  placed: boolean;
  pause: PauseReason | null;
}

function createHand(side: HandSide): HandState {
  return {
    side,
    hover: { target: null, distance_m: 0, point: { x: 0, y: 0, z: 0 } },
    near: false,
    use: 'none',
    taken: null,
    throwing: false,
    hush: false,
    memo: { id: '', holds: null, tick: -1, usable: false },
    twist: null,
    twistFrom_rad: 0,
    twistOpen_frac: -1,
    twistSent_frac: 0,
    pull: null,
    touches: null,
    flash_s: 0,
    position: new Vector3(),
    quat: new Quaternion(),
    squeeze_frac: 0,
  };
}

function createRay(hand: HandSide): PointerRay {
  return {
    hand,
    active: false,
    origin: new Vector3(),
    direction: new Vector3(0, 0, -1),
    pressed: false,
    justPressed: false,
    justReleased: false,
    panel_m: null,
  };
}

function createHandIntent(): HandIntent {
  return { pose: { position_m: [0, 0, 0], orientation_quat: [0, 0, 0, 1] }, squeeze_frac: 0, tracked: false };
}

/** A body at the room's start, looking where the start faces. */
export function createTrainee(drill: Drill): Trainee {
  const { position_m: at, orientation_quat: q } = drill.world.body.head;
  const yaw_rad = yawOf_rad(q[0], q[1], q[2], q[3]);
  return {
    rig: createRig(at[0], at[2], yaw_rad, floorUnder_m(drill.world.room, at)),
    height: {
      seated: false,
      measured_m: drill.world.body.standing_m || DEFAULT_STANDING_m,
      crouching: false,
      low: false,
    },
    lift_m: 0,
    // a little down: bottles stand on the floor [D]
    pitch_rad: -0.28,
    reach_m: 0,
    desk: createDesktop(),
    xr: createXrBody(),
    presenting: false,
    actions: createActions(),
    drive: { turn: 0, walkX: 0, walkZ: 0, back: 0, aim: null },
    loco: createLocomotion(),
    hands: { left: createHand('left'), right: createHand('right') },
    rays: [createRay('left'), createRay('right')],
    intent: {
      head: { position_m: [at[0], at[1], at[2]], orientation_quat: [q[0], q[1], q[2], q[3]] },
      gaze_dir: [0, 0, -1],
      left: createHandIntent(),
      right: createHandIntent(),
      deeds: [],
    },
    deeds: [],
    errand: null,
    gazeAt: null,
    view: { from: new Vector3(), at: new Vector3(0, 0, -1), wide: false, on: false, share: 0 },
    head: new Vector3(at[0], at[1], at[2]),
    headQuat: new Quaternion(q[0], q[1], q[2], q[3]),
    headYaw_rad: yaw_rad,
    heights_m: [],
    recentred: false,
    placed: false,
    pause: null,
  };
}

/** @returns the thing a hand holds, if it is of this world. */
export function heldThing(drill: Drill, side: HandSide): Thing | null {
  const id = drill.world.body.holds[side];
  return id ? (drill.world.things[id] ?? null) : null;
}

export const OTHER: Record<HandSide, HandSide> = { left: 'right', right: 'left' };
export const SIDES = ['left', 'right'] as const;
