/** The INPUT step of a frame, in order: devices, walk, height, hands, acts, and the sample the drill will take. */
import type { PerspectiveCamera } from 'three';
import type { Drill } from '../../drill/types.ts';
import { floorUnder_m } from '../../sim/ground.ts';
import type { HandIntent, Intent } from '../../sim/world.ts';
import { placeHead, yawOf_rad } from '../rig/rig.ts';
import { beginFrame, isDown, settle, wentDown } from './actions.ts';
import type { Asked } from './asked.ts';
import {
  keepPlace,
  localHead,
  moveHeight,
  moveRig,
  readCursor,
  readDesktopHands,
  readDrive,
  readHead,
  readXrHands,
  readXrPresses,
} from './body.ts';
import { readDesktop } from './devices.ts';
import { endErrand, stepErrand } from './errand.ts';
import { interact } from './interact.ts';
import { type HandState, SIDES, type Trainee } from './trainee.ts';
import { readXr } from './xr.ts';

/** How many head heights the calibration looks back on: under a second at 72 Hz. */
const HEIGHT_SAMPLES = 48;

/** Where the frame comes from. */
export interface Source {
  camera: PerspectiveCamera;
  frame: XRFrame | null;
  space: XRReferenceSpace | null;
}

/** Reads everything; `asked` collects what only a panel can answer. */
export function stepInput(t: Trainee, drill: Drill, source: Source, asked: Asked, dt_s: number): void {
  beginFrame(t.actions);
  const { frame, space } = source;
  const presenting = frame !== null && space !== null;
  if (presenting !== t.presenting) changeScreen(t, presenting);
  if (frame && space) readXr(frame, space, t.xr, t.actions, dt_s);
  // a keyboard beside a headset stays useful to whoever helps
  readDesktop(t.desk, t.actions, dt_s);
  settle(t.actions);
  if (wentDown(t.actions, 'menu')) asked.menu = true;
  if (t.presenting) stepHeadset(t, drill, asked, dt_s);
  else stepDesktop(t, drill, source.camera, asked, dt_s);
}

function stepHeadset(t: Trainee, drill: Drill, asked: Asked, dt_s: number): void {
  if (t.xr.headTracked && !t.placed) {
    t.placed = true;
    keepPlace(t);
  } else if (t.recentred && t.xr.headTracked) {
    t.recentred = false;
    keepPlace(t);
  }
  rememberHeight(t);
  readHead(t);
  readXrHands(t);
  if (t.pause === null) {
    readDrive(t);
    moveHeight(t, dt_s);
    moveRig(t, drill, dt_s);
    readHead(t);
    readXrHands(t);
  }
  readXrPresses(t);
  interact(t, drill, asked, dt_s);
}

function stepDesktop(t: Trainee, drill: Drill, camera: PerspectiveCamera, asked: Asked, dt_s: number): void {
  if (t.pause === null) {
    readDrive(t);
    moveRig(t, drill, dt_s);
    moveHeight(t, dt_s);
  }
  readHead(t);
  readCursor(t, camera);
  interact(t, drill, asked, dt_s);
  readDesktopHands(t, drill, t.hands.right.hover.target ? t.hands.right.hover.distance_m : asked.surface_m);
  for (const side of ['left', 'right'] as const) {
    t.hands[side].squeeze_frac = drill.world.body.holds[side] ? asked.squeeze_frac : 0;
  }
  if (t.pause === null) stepErrand(t, drill, dt_s);
}

/** Into the headset the head stays where the desktop stood, and out of it again. */
function changeScreen(t: Trainee, presenting: boolean): void {
  t.presenting = presenting;
  t.placed = false;
  t.lift_m = 0;
  t.height.crouching = false;
  t.height.low = false;
  endErrand(t);
  if (presenting) return;
  t.rig.x_m = t.head.x;
  t.rig.z_m = t.head.z;
  t.rig.yaw_rad = t.headYaw_rad;
  t.pitch_rad = 0;
}

/**
 * After a rewind the body is where it was at the decision: place and facing, under the closed veil. What the room put
 * back into a hand stays there until it is let go, whatever the fingers do now.
 */
export function putBack(t: Trainee, drill: Drill): void {
  const { head, holds } = drill.world.body;
  const [x, y, z, w] = head.orientation_quat;
  const local = localHead(t);
  const q = t.xr.headQuat;
  const localYaw_rad = t.presenting ? yawOf_rad(q.x, q.y, q.z, q.w) : 0;
  placeHead(t.rig, local, localYaw_rad, head.position_m[0], head.position_m[2], yawOf_rad(x, y, z, w));
  t.rig.y_m = floorUnder_m(drill.world.room, head.position_m);
  readHead(t);
  if (t.presenting) readXrHands(t);
  t.loco.goal = null;
  endErrand(t);
  t.deeds.length = 0;
  for (const side of SIDES) {
    const hand = t.hands[side];
    hand.pull = null;
    hand.touches = null;
    hand.taken = holds[side] ? 'kept' : null;
    hand.hush = true;
    hand.twist = null;
    hand.throwing = false;
  }
}

function rememberHeight(t: Trainee): void {
  if (!t.xr.headTracked) return;
  if (t.heights_m.length >= HEIGHT_SAMPLES) t.heights_m.shift();
  t.heights_m.push(t.xr.head.y);
}

/** Writes the body of this frame into a sample. The caller alternates two, because the drill keeps the last one. */
export function fillIntent(t: Trainee, into: Intent): void {
  const { head, gaze_dir } = into;
  head.position_m[0] = t.head.x;
  head.position_m[1] = t.head.y;
  head.position_m[2] = t.head.z;
  setQuat(head.orientation_quat, t.headQuat);
  const q = t.headQuat;
  if (t.presenting) {
    gaze_dir[0] = -2 * (q.x * q.z + q.w * q.y);
    gaze_dir[1] = -2 * (q.y * q.z - q.w * q.x);
    gaze_dir[2] = -(1 - 2 * (q.x * q.x + q.y * q.y));
  } else {
    const { gazeAt: at } = t;
    const { direction } = t.rays[1];
    const reach_m = at?.distanceTo(t.head) ?? 0;
    gaze_dir[0] = at && reach_m > 0 ? (at.x - t.head.x) / reach_m : direction.x;
    gaze_dir[1] = at && reach_m > 0 ? (at.y - t.head.y) / reach_m : direction.y;
    gaze_dir[2] = at && reach_m > 0 ? (at.z - t.head.z) / reach_m : direction.z;
  }
  fillHand(into.left, t.hands.left, !t.presenting || t.xr.left.tracked);
  fillHand(into.right, t.hands.right, !t.presenting || t.xr.right.tracked);
  into.deeds.length = 0;
  for (const deed of t.deeds) into.deeds.push(deed);
  t.deeds.length = 0;
}

function setQuat(into: [number, number, number, number], q: { x: number; y: number; z: number; w: number }): void {
  into[0] = q.x;
  into[1] = q.y;
  into[2] = q.z;
  into[3] = q.w;
}

function fillHand(into: HandIntent, hand: HandState, tracked: boolean): void {
  into.pose.position_m[0] = hand.position.x;
  into.pose.position_m[1] = hand.position.y;
  into.pose.position_m[2] = hand.position.z;
  setQuat(into.pose.orientation_quat, hand.quat);
  into.squeeze_frac = hand.squeeze_frac;
  into.tracked = tracked;
}

/** @returns whether someone did anything in this frame: moved a stick, pressed, looked with the mouse. */
export function stirred(t: Trainee): boolean {
  if (t.actions.lookYaw_rad !== 0 || isDown(t.actions, 'act')) return true;
  return t.actions.down.some((one) => one === 1);
}
