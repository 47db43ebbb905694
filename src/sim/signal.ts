/** Signs to those outside: a torch switched on, a torch or bright cloth waved at a window; and a mask put on. */
import { tell } from './tell.ts';
import type { EscapeMask, Thing, Torch } from './things.ts';
import { boxDistance, distance, forward, rayBox } from './vec.ts';
import { clock_s, type Fact, type HandSide, type Vec3, type World } from './world.ts';

/** Within a metre of a window, half a metre a second over two seconds (contract). */
const WINDOW_m = 1;
const WAVE_s = 2;
const WAVE_mps = 0.5;
const AGAIN_s = 8;
/** A pause in the waving that does not end it: the window is still at hand. */
const POINT_m = 6;

export function switchTorch(world: World, facts: Fact[], torch: Torch): void {
  torch.on = !torch.on;
  tell(world, facts, torch.on ? 'lit-up' : 'turned-off', torch.id);
}

function shows(thing: Thing | undefined): boolean {
  return (thing?.kind === 'torch' && thing.on) || (thing?.kind === 'cloth' && thing.bright);
}

function windowAt(world: World, hand_m: Readonly<Vec3>): string | null {
  for (const id in world.things) {
    const pane = world.things[id]!;
    if (pane.kind === 'window' && boxDistance(hand_m, pane.home.position_m, pane.half_m) <= WINDOW_m) return id;
  }
  return null;
}

const dir: Vec3 = [0, 0, 0];
function pointsOut(world: World, hand: HandSide, window: string): boolean {
  const { pose } = world.body[hand];
  const pane = world.things[window]!;
  forward(dir, pose.orientation_quat);
  const hit = rayBox(pose.position_m, dir, pane.home.position_m, pane.half_m);
  return hit !== null && hit[0] < POINT_m;
}

export function stepSignals(world: World, facts: Fact[], step_s: number): void {
  for (const hand of ['left', 'right'] as const) {
    const waving = world.working.acts.waving[hand];
    const at_m = world.body[hand].pose.position_m;
    const moved_m = distance(at_m, waving.last_m);
    for (let k = 0; k < 3; k++) waving.last_m[k] = at_m[k]!;
    const item = world.things[world.body.holds[hand] ?? ''];
    const window = shows(item) ? windowAt(world, at_m) : null;
    if (window === null || window !== waving.window) {
      waving.window = window;
      waving.waved_s = waving.path_m = waving.pointed_s = 0;
      continue;
    }
    waving.waved_s += step_s;
    waving.path_m += moved_m;
    const pointed = item!.kind === 'torch' && pointsOut(world, hand, window);
    waving.pointed_s = pointed ? waving.pointed_s + step_s : 0;
    const waved = waving.waved_s >= WAVE_s && waving.path_m / waving.waved_s > WAVE_mps;
    if (waved || waving.pointed_s >= WAVE_s) tellSignal(world, facts, window, item!.id);
    // the last two seconds count, not all since the hand came here
    if (waving.waved_s < WAVE_s) continue;
    waving.path_m *= 1 - step_s / WAVE_s;
    waving.waved_s = WAVE_s;
  }
}

function tellSignal(world: World, facts: Fact[], window: string, item: string): void {
  const { signalledAt_s } = world.working.acts;
  const last_s = signalledAt_s[item];
  if (last_s !== undefined && clock_s(world) - last_s < AGAIN_s) return;
  signalledAt_s[item] = clock_s(world);
  tell(world, facts, 'signalled', window, item);
}

/** Held to the face this long it is on. [D] */
const FACE_m = 0.25;
const FACE_s = 0.4;

export function putMaskOn(world: World, facts: Fact[], mask: EscapeMask): void {
  if (mask.worn) return;
  if (mask.heldBy) world.body.holds[mask.heldBy] = null;
  mask.heldBy = null;
  mask.worn = true;
  tell(world, facts, 'masked', mask.id);
}

/** A mask in a hand at the face goes on; one that is worn goes where the head goes. */
export function stepMasks(world: World, facts: Fact[], step_s: number): void {
  const { acts } = world.working;
  let atFace = false;
  for (const id in world.things) {
    const mask = world.things[id]!;
    if (mask.kind !== 'escape-mask') continue;
    const head = world.body.head.position_m;
    if (mask.worn) {
      for (let k = 0; k < 3; k++) mask.pose.position_m[k] = head[k]!;
      continue;
    }
    if (!mask.heldBy || distance(world.body[mask.heldBy].pose.position_m, head) > FACE_m) continue;
    atFace = true;
    acts.toFace_s += step_s;
    if (acts.toFace_s >= FACE_s) putMaskOn(world, facts, mask);
  }
  if (!atFace) acts.toFace_s = 0;
}
