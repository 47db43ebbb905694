/** From devices to a body in the room: head, hands and rays in world space, and the walk of the play space. */
import { Euler, Matrix4, type PerspectiveCamera, Quaternion, Vector3 } from 'three';
import type { Drill } from '../../drill/types.ts';
import { shutLeaves } from '../../sim/ground.ts';
import { smokePace_frac } from '../../sim/pace.ts';
import type { Vec3 } from '../../sim/world.ts';
import { CRAWL_mps } from '../../sim/zone/walk.ts';
import type { Footing } from '../rig/floor.ts';
import { blink, STICK_ON, snapTurn, stand, stepBack, teleport, WALK_mps, walk } from '../rig/locomotion.ts';
import { calibrate_m, ease_m, lift_m } from '../rig/posture.ts';
import { type LocalPoint, placeHead, worldX_m, worldZ_m, yawOf_rad } from '../rig/rig.ts';
import { HAND_ACTIONS, isDown, level, wentDown } from './actions.ts';
import { settings } from './settings.ts';
import { HUSHED_frac, heldThing, OTHER, SIDES, type Trainee } from './trainee.ts';
import type { XrHand } from './xr.ts';

const UP = new Vector3(0, 1, 0);
const euler = new Euler(0, 0, 0, 'YXZ');
const yawQuat = new Quaternion();
const point = new Vector3();
const matrix = new Matrix4();
/** Shoulder from the eyes, and the length of an arm with its hand. [D] */
export const SHOULDER_SIDE_m = 0.18;
export const SHOULDER_BELOW_m = 0.25;
export const ARM_m = 0.75;

const DESK_HEAD: LocalPoint = { x: 0, y: 0, z: 0 };

/** The head in the play space: the tracked one, or on a desktop the origin. */
export function localHead(t: Trainee): LocalPoint {
  return t.presenting ? t.xr.head : DESK_HEAD;
}

export function exitOpen(drill: Drill): boolean {
  const door = drill.world.things[drill.world.room.exit.door];
  return door?.kind === 'door' && door.open_frac > 0.3;
}

/** Reads sticks and keys into one wish to move. */
export function readDrive(t: Trainee): void {
  const { drive, actions } = t;
  drive.aim = null;
  drive.turn = 0;
  drive.back = 0;
  drive.walkX = 0;
  drive.walkZ = 0;
  if (!t.presenting) {
    drive.walkX = level(actions, 'walk-right') - level(actions, 'walk-left');
    drive.walkZ = level(actions, 'walk-back') - level(actions, 'walk-forward');
    drive.turn = level(actions, 'turn-right') - level(actions, 'turn-left');
    return;
  }
  const { hand, smoothWalk } = settings.getState();
  const walker = t.xr[OTHER[hand]];
  const alone = !(t.xr.left.stick && t.xr.right.stick);
  for (const side of SIDES) {
    const one = t.xr[side];
    if (!one.stick) continue;
    if (one === walker && smoothWalk && !alone) {
      drive.walkX = one.stickX;
      drive.walkZ = one.stickY;
    } else driveByStick(t, one);
  }
  for (const side of SIDES) {
    const hand = t.hands[side];
    hand.throwing &&= t.xr[side].tracked && isDown(actions, HAND_ACTIONS[side].select);
    if (hand.throwing) drive.aim = side;
  }
}

/** Turn left and right, aim a teleport forward, step back; sideways and forward do not mix. */
function driveByStick(t: Trainee, hand: XrHand): void {
  const { drive, loco } = t;
  const aiming = loco.aiming === hand.side;
  if (aiming) {
    if (Math.hypot(hand.stickX, hand.stickY) > 0.25) drive.aim = hand.side;
    return;
  }
  if (-hand.stickY > STICK_ON && Math.abs(hand.stickX) < -hand.stickY) drive.aim = hand.side;
  else if (hand.stickY > STICK_ON && Math.abs(hand.stickX) < hand.stickY)
    drive.back = Math.max(drive.back, hand.stickY);
  else if (Math.abs(hand.stickX) > Math.abs(drive.turn)) drive.turn = hand.stickX;
}

/** Moves the play space. */
export function moveRig(t: Trainee, drill: Drill, dt_s: number): void {
  const head = localHead(t);
  const on: Footing = { room: drill.world.room, exitOpen: exitOpen(drill), leaves: shutLeaves(drill.world) };
  t.loco.motion_frac = 0;
  if (t.presenting) {
    const step_rad = (settings.getState().snap_deg * Math.PI) / 180;
    snapTurn(t.loco, t.rig, head, t.drive.turn, step_rad);
    readHead(t);
    stepBack(t.loco, t.rig, head, t.headYaw_rad, t.drive.back, on);
    const ray = t.rays[t.drive.aim === 'left' ? 0 : 1];
    const feet_m: Vec3 = [worldX_m(t.rig, head), t.rig.y_m, worldZ_m(t.rig, head)];
    teleport(t.loco, t.drive.aim, ray.origin, ray.direction, on, feet_m);
    blink(t.loco, t.rig, head, dt_s);
  } else {
    t.rig.yaw_rad += t.actions.lookYaw_rad - t.drive.turn * 1.6 * dt_s;
    t.pitch_rad = Math.max(-1.4, Math.min(1.4, t.pitch_rad + t.actions.lookPitch_rad));
    t.headYaw_rad = t.rig.yaw_rad;
  }
  const pace_frac = smokePace_frac(drill.world) * (t.height.low ? CRAWL_mps / WALK_mps : 1);
  walk(t.loco, t.rig, head, t.headYaw_rad, t.drive, on, dt_s, pace_frac);
  stand(t.rig, head, on.room, dt_s);
}

/** Height of the eyes: measured, seated, crouched. */
export function moveHeight(t: Trainee, dt_s: number): void {
  const { height } = t;
  if (t.presenting && wentDown(t.actions, 'crouch')) {
    // one press a step: standing, crouching, on hands and knees, standing
    const next = ((height.low ? 2 : height.crouching ? 1 : 0) + 1) % 3;
    height.crouching = next > 0;
    height.low = next === 2;
  }
  if (!t.presenting) {
    height.crouching = isDown(t.actions, 'crouch');
    if (wentDown(t.actions, 'low')) height.low = !height.low;
  }
  const seated = t.presenting && settings.getState().seated;
  // who sits down in the middle of a run is measured anew: the seated eyes are lifted from where they are now
  if (seated !== t.height.seated) t.height.measured_m = calibrate_m(t.heights_m) ?? t.height.measured_m;
  t.height.seated = seated;
  const physical_m = t.presenting ? t.xr.head.y : t.height.measured_m;
  t.lift_m = ease_m(t.lift_m, lift_m(t.height, physical_m), dt_s);
}

/** Head of this frame in the room. */
export function readHead(t: Trainee): void {
  const local = localHead(t);
  yawQuat.setFromAxisAngle(UP, t.rig.yaw_rad);
  if (t.presenting) {
    const q = t.xr.headQuat;
    t.headQuat.set(q.x, q.y, q.z, q.w).premultiply(yawQuat);
    t.head.set(worldX_m(t.rig, local), t.rig.y_m + local.y + t.lift_m, worldZ_m(t.rig, local));
  } else {
    euler.set(t.pitch_rad, t.rig.yaw_rad, 0);
    t.headQuat.setFromEuler(euler);
    t.head.set(t.rig.x_m, t.rig.y_m + t.height.measured_m + t.lift_m, t.rig.z_m);
  }
  t.headYaw_rad = yawOf_rad(t.headQuat.x, t.headQuat.y, t.headQuat.z, t.headQuat.w);
}

/** After a recentre, and on entering, the head stays where it was in the room and faces as it did. */
export function keepPlace(t: Trainee): void {
  const q = t.xr.headQuat;
  const localYaw_rad = yawOf_rad(q.x, q.y, q.z, q.w);
  placeHead(t.rig, t.xr.head, localYaw_rad, t.head.x, t.head.z, t.headYaw_rad);
}

/** Hands and rays of a headset. */
export function readXrHands(t: Trainee): void {
  yawQuat.setFromAxisAngle(UP, t.rig.yaw_rad);
  for (let i = 0; i < 2; i++) {
    const ray = t.rays[i as 0 | 1];
    const source = t.xr[ray.hand];
    const hand = t.hands[ray.hand];
    const names = HAND_ACTIONS[ray.hand];
    ray.active = source.tracked;
    if (source.tracked) {
      hand.position.set(
        worldX_m(t.rig, source.grip),
        t.rig.y_m + source.grip.y + t.lift_m,
        worldZ_m(t.rig, source.grip),
      );
      hand.quat.set(source.rayQuat.x, source.rayQuat.y, source.rayQuat.z, source.rayQuat.w).premultiply(yawQuat);
      ray.origin.set(worldX_m(t.rig, source.ray), t.rig.y_m + source.ray.y + t.lift_m, worldZ_m(t.rig, source.ray));
      ray.direction.set(0, 0, -1).applyQuaternion(hand.quat);
    }
    const much = source.tracked ? level(t.actions, names.use) : 0;
    if (much < HUSHED_frac) hand.hush = false;
    hand.squeeze_frac = hand.hush ? 0 : much;
  }
}

/** Once a frame, however often the hands are read: a press is new in one frame only. */
export function readXrPresses(t: Trainee): void {
  for (const i of [0, 1] as const) {
    const { hand } = t.rays[i];
    setPressed(t, i, t.xr[hand].tracked && isDown(t.actions, HAND_ACTIONS[hand].select));
  }
}

function setPressed(t: Trainee, i: 0 | 1, pressed: boolean): void {
  const ray = t.rays[i];
  ray.justPressed = pressed && !ray.pressed;
  ray.justReleased = !pressed && ray.pressed;
  ray.pressed = pressed;
}

/** The cursor's ray of a desktop; the left ray is never used there. */
export function readCursor(t: Trainee, camera: PerspectiveCamera): void {
  const ray = t.rays[1];
  ray.active = true;
  t.rays[0].active = false;
  const tan = Math.tan((camera.fov * Math.PI) / 360);
  ray.origin.copy(t.head);
  ray.direction
    .set(t.desk.cursorX * tan * camera.aspect, t.desk.cursorY * tan, -1)
    .normalize()
    .applyQuaternion(t.headQuat);
  setPressed(t, 1, t.desk.button || t.desk.clicked || isDown(t.actions, 'act'));
}

/**
 * Hands of a desktop body: both follow the cursor's ray within an arm's length of their shoulder, so that reach means
 * the same as in a headset. What is carried hangs lower and nearer, aimed at what the cursor is on.
 */
export function readDesktopHands(t: Trainee, drill: Drill, hit_m: number): void {
  t.reach_m = Math.max(-0.35, Math.min(0.1, t.reach_m + t.actions.reach * 0.05));
  const ray = t.rays[1];
  for (const side of SIDES) {
    const hand = t.hands[side];
    const held = heldThing(drill, side);
    const far_m = Math.min(hit_m, 8);
    point
      .copy(ray.direction)
      .multiplyScalar(Number.isFinite(hit_m) ? far_m : 3)
      .add(ray.origin);
    if (held?.kind === 'cloth' && level(t.actions, 'use') > 0.5) beforeMouth(t, side);
    else if (held && AT_HIP.has(held.kind)) carryAimed(t, side, point);
    else reachFor(t, side, point, held !== null);
    hand.squeeze_frac = 0;
  }
}

/** Carried low and out of sight of what is done next. */
const AT_HIP: ReadonlySet<string> = new Set([
  'extinguisher',
  'water',
  'flour',
  'cloth',
  'tape',
  'torch',
  'phone',
  'escape-mask',
  'valuable',
]);

/** A cloth held before nose and mouth, as long as the key is down. */
function beforeMouth(t: Trainee, side: 'left' | 'right'): void {
  const hand = t.hands[side];
  hand.position.set(0, -0.09, -0.13).applyQuaternion(t.headQuat).add(t.head);
  hand.quat.copy(t.headQuat);
}

const SIGN = { left: -1, right: 1 } as const;

function shoulder(t: Trainee, side: 'left' | 'right', into: Vector3): Vector3 {
  into
    .set(SIGN[side] * SHOULDER_SIDE_m, 0, 0)
    .applyAxisAngle(UP, t.headYaw_rad)
    .add(t.head);
  into.y -= SHOULDER_BELOW_m;
  return into;
}

const from = new Vector3();

/** Hand towards a point, at most an arm's length (and what the wheel says) from the shoulder. */
function reachFor(t: Trainee, side: 'left' | 'right', goal: Vector3, carrying: boolean): void {
  const hand = t.hands[side];
  shoulder(t, side, from);
  const away_m = from.distanceTo(goal);
  const length_m = Math.min(away_m, ARM_m + (carrying ? t.reach_m : 0));
  hand.position.copy(goal).sub(from).normalize().multiplyScalar(length_m).add(from);
  if (carrying) hand.position.y = Math.max(hand.position.y, t.head.y - 0.75);
  // a carried lid or cloth stays level: only the turn of the body goes into the hand
  if (carrying) hand.quat.setFromAxisAngle(UP, t.headYaw_rad);
  else aim(hand.quat, hand.position, goal);
}

/** In front of the hip, pointing where the cursor is. */
function carryAimed(t: Trainee, side: 'left' | 'right', goal: Vector3): void {
  const hand = t.hands[side];
  hand.position
    .set(SIGN[side] * 0.2, -0.42 + t.reach_m * 0.5, -0.42)
    .applyAxisAngle(UP, t.headYaw_rad)
    .add(t.head);
  hand.position.y = Math.max(hand.position.y, t.rig.y_m + 0.35);
  aim(hand.quat, hand.position, goal);
}

/** Turns -z towards a point, y as far up as it goes. */
function aim(quat: Quaternion, at: Vector3, goal: Vector3): void {
  if (at.distanceToSquared(goal) < 1e-6) return;
  quat.setFromRotationMatrix(matrix.lookAt(at, goal, UP));
}
