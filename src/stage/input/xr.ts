/** Headset, controllers and bare hands, read from the XR frame into plain numbers and the one action map. */
import type { HandSide } from '../../sim/world.ts';
import { setActuator } from '../rig/haptics.ts';
import type { LocalPoint } from '../rig/rig.ts';
import { type ActionState, HAND_ACTIONS, press, XR_BUTTONS } from './actions.ts';

export interface LocalQuat {
  x: number;
  y: number;
  z: number;
  w: number;
}

/** One hand in the play space: a controller or a tracked bare hand. */
export interface XrHand {
  side: HandSide;
  tracked: boolean;
  /** a bare hand */
  bare: boolean;
  /** has a thumbstick to turn and teleport with */
  stick: boolean;
  grip: LocalPoint;
  /** where it points: -z of this orientation */
  ray: LocalPoint;
  rayQuat: LocalQuat;
  /** of a bare hand: where its back looks, a unit vector in the play space */
  back: LocalPoint;
  stickX: number;
  stickY: number;
  /** set by session events where a hand has no gamepad */
  selecting: boolean;
  squeezing: boolean;
}

export interface XrBody {
  head: LocalPoint;
  headQuat: LocalQuat;
  headTracked: boolean;
  left: XrHand;
  right: XrHand;
  /** seconds since any hand was tracked */
  handless_s: number;
}

function createHand(side: HandSide): XrHand {
  return {
    side,
    tracked: false,
    bare: false,
    stick: false,
    grip: { x: 0, y: 0, z: 0 },
    ray: { x: 0, y: 0, z: 0 },
    rayQuat: { x: 0, y: 0, z: 0, w: 1 },
    back: { x: 0, y: 1, z: 0 },
    stickX: 0,
    stickY: 0,
    selecting: false,
    squeezing: false,
  };
}

export function createXrBody(): XrBody {
  return {
    head: { x: 0, y: 1.6, z: 0 },
    headQuat: { x: 0, y: 0, z: 0, w: 1 },
    headTracked: false,
    left: createHand('left'),
    right: createHand('right'),
    handless_s: 0,
  };
}

/** Bare hands without a gamepad pinch through session events. @returns a function that stops listening. */
export function listenSession(session: XRSession, body: XrBody): () => void {
  const stop = new AbortController();
  const on = { signal: stop.signal };
  const set = (field: 'selecting' | 'squeezing', value: boolean) => (event: XRInputSourceEvent) => {
    const side = event.inputSource.handedness;
    if (side !== 'none') body[side][field] = value;
  };
  session.addEventListener('selectstart', set('selecting', true), on);
  session.addEventListener('selectend', set('selecting', false), on);
  session.addEventListener('squeezestart', set('squeezing', true), on);
  session.addEventListener('squeezeend', set('squeezing', false), on);
  return () => stop.abort();
}

/** Reads one frame; where nothing is tracked the last place stays. */
export function readXr(frame: XRFrame, space: XRReferenceSpace, body: XrBody, state: ActionState, dt_s: number): void {
  const viewer = frame.getViewerPose(space);
  body.headTracked = viewer != null;
  if (viewer) {
    copyPoint(body.head, viewer.transform.position);
    copyQuat(body.headQuat, viewer.transform.orientation);
  }
  body.left.tracked = false;
  body.right.tracked = false;
  for (const source of frame.session.inputSources) {
    const side = source.handedness;
    if (side !== 'none') readSource(frame, space, source, body[side], state);
  }
  body.handless_s = body.left.tracked || body.right.tracked ? 0 : body.handless_s + dt_s;
  rest(body.left);
  rest(body.right);
}

/** A hand out of sight presses nothing. */
function rest(hand: XrHand): void {
  if (hand.tracked) return;
  hand.stickX = 0;
  hand.stickY = 0;
  hand.selecting = false;
  hand.squeezing = false;
  setActuator(hand.side, undefined);
}

function readSource(
  frame: XRFrame,
  space: XRReferenceSpace,
  source: XRInputSource,
  hand: XrHand,
  state: ActionState,
): void {
  const ray = frame.getPose(source.targetRaySpace, space);
  if (!ray) return;
  const grip = source.gripSpace ? frame.getPose(source.gripSpace, space) : ray;
  hand.tracked = true;
  hand.bare = source.hand != null;
  copyPoint(hand.ray, ray.transform.position);
  copyQuat(hand.rayQuat, ray.transform.orientation);
  copyPoint(hand.grip, (grip ?? ray).transform.position);
  const names = HAND_ACTIONS[hand.side];
  const pad = source.gamepad;
  hand.stick = !hand.bare && (pad?.axes.length ?? 0) >= 4;
  hand.stickX = hand.stick ? (pad?.axes[2] ?? 0) : 0;
  hand.stickY = hand.stick ? (pad?.axes[3] ?? 0) : 0;
  setActuator(hand.side, pad);
  if (hand.bare) {
    readBareHand(frame, space, source, hand, state);
    return;
  }
  for (const key in XR_BUTTONS) {
    const value = pad?.buttons[Number(key)]?.value ?? 0;
    if (value <= 0) continue;
    const what = XR_BUTTONS[key];
    if (what === 'use') {
      press(state, names.use, value);
      press(state, names.select, value);
    } else if (what === 'grip') press(state, names.grip, value);
    else if (what === 'second') press(state, names.second, value);
    else if (what) press(state, what, value);
  }
  if (hand.selecting && !pad) press(state, names.select, 1);
}

/** Fingertips this near to the thumb's tip pinch; a loose pinch of an old hand is 2 cm. [D] */
const PINCH_m = 0.02;

/**
 * Index pinch selects and works what is held (a closed fist works it too); middle pinch is the second act (pin);
 * ring pinch lets go.
 */
function readBareHand(
  frame: XRFrame,
  space: XRReferenceSpace,
  source: XRInputSource,
  hand: XrHand,
  state: ActionState,
): void {
  const names = HAND_ACTIONS[hand.side];
  // the gamepad knows how far the fingers are closed; events only that they are, and a lost one would never end
  const pinch_frac = source.gamepad?.buttons[0]?.value ?? (hand.selecting ? 1 : 0);
  press(state, names.use, pinch_frac);
  press(state, names.select, pinch_frac);
  const joints = source.hand;
  if (joints) readBack(frame, space, joints, hand.back);
  if (!joints || !frame.getJointPose || pinch_frac > 0.3) return;
  const thumb = jointAt(frame, space, joints, 'thumb-tip', tipA);
  if (!thumb) return;
  const middle = jointAt(frame, space, joints, 'middle-finger-tip', tipB);
  if (middle && apart_m(thumb, middle) < PINCH_m) press(state, names.second, 1);
  const ring = jointAt(frame, space, joints, 'ring-finger-tip', tipB);
  if (ring && apart_m(thumb, ring) < PINCH_m) press(state, names.drop, 1);
  const wrist = jointAt(frame, space, joints, 'wrist', tipB);
  const index = jointAt(frame, space, joints, 'index-finger-tip', tipC);
  // a fist: the index tip is back at the palm, within 9 cm of the wrist
  if (wrist && index && apart_m(wrist, index) < 0.09) press(state, names.use, 1);
}

/** The y axis of a joint points out of the back of the hand (WebXR Hand Input). */
function readBack(frame: XRFrame, space: XRReferenceSpace, hand: XRHand, into: LocalPoint): void {
  const joint = hand.get('middle-finger-metacarpal');
  const pose = joint && frame.getJointPose?.(joint, space);
  if (!pose) return;
  const { x, y, z, w } = pose.transform.orientation;
  into.x = 2 * (x * y - w * z);
  into.y = 1 - 2 * (x * x + z * z);
  into.z = 2 * (y * z + w * x);
}

const tipA: LocalPoint = { x: 0, y: 0, z: 0 };
const tipB: LocalPoint = { x: 0, y: 0, z: 0 };
const tipC: LocalPoint = { x: 0, y: 0, z: 0 };

function jointAt(
  frame: XRFrame,
  space: XRReferenceSpace,
  hand: XRHand,
  name: XRHandJoint,
  into: LocalPoint,
): LocalPoint | null {
  const joint = hand.get(name);
  const pose = joint && frame.getJointPose?.(joint, space);
  if (!pose) return null;
  copyPoint(into, pose.transform.position);
  return into;
}

function apart_m(a: LocalPoint, b: LocalPoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

function copyPoint(into: LocalPoint, from: DOMPointReadOnly): void {
  into.x = from.x;
  into.y = from.y;
  into.z = from.z;
}

function copyQuat(into: LocalQuat, from: DOMPointReadOnly): void {
  into.x = from.x;
  into.y = from.y;
  into.z = from.z;
  into.w = from.w;
}
