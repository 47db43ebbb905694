/** The one action map: every device writes levels of these names, everything else reads levels and edges of them. */
import type { HandSide } from '../../sim/world.ts';

/** Digital and analog actions, 0..1. Those that end in a hand exist once per hand. */
export const ACTIONS = [
  // what the two hands do
  'use-left',
  'use-right',
  'select-left',
  'select-right',
  'grip-left',
  'grip-right',
  'second-left',
  'second-right',
  'drop-left',
  'drop-right',
  // what a body without hands of its own does (keyboard, mouse, gamepad, touch): the stage picks the hand
  'act',
  'use',
  'second',
  'let-go',
  'hose',
  // body
  'walk-forward',
  'walk-back',
  'walk-left',
  'walk-right',
  'turn-left',
  'turn-right',
  'step-back',
  'crouch',
  'low',
  // talk and order
  'say',
  'say-1',
  'say-2',
  'say-3',
  'say-4',
  'say-5',
  'say-6',
  'say-7',
  'call',
  'count',
  'menu',
] as const;
export type ActionName = (typeof ACTIONS)[number];

const INDEX = new Map<ActionName, number>(ACTIONS.map((name, i) => [name, i]));

/** A button counts as down above the first, up again below the second: a trembling finger is one press. [D] */
export const PRESS_frac = 0.6;
export const RELEASE_frac = 0.4;

/** All levels of one frame and which of them changed state. One instance for the whole stage. */
export interface ActionState {
  level: Float32Array;
  down: Uint8Array;
  was: Uint8Array;
  /** radians looked this frame by mouse, touch or stick; left and up positive */
  lookYaw_rad: number;
  lookPitch_rad: number;
  /** wheel clicks: how far the hand is put forward */
  reach: number;
}

export function createActions(): ActionState {
  const n = ACTIONS.length;
  return {
    level: new Float32Array(n),
    down: new Uint8Array(n),
    was: new Uint8Array(n),
    lookYaw_rad: 0,
    lookPitch_rad: 0,
    reach: 0,
  };
}

/** Forgets the levels of the last frame, before the devices write theirs. */
export function beginFrame(state: ActionState): void {
  state.was.set(state.down);
  state.level.fill(0);
  state.lookYaw_rad = 0;
  state.lookPitch_rad = 0;
  state.reach = 0;
}

/** A device says how far an action is pressed; of several devices the strongest counts. */
export function press(state: ActionState, name: ActionName, level: number): void {
  const i = INDEX.get(name) ?? 0;
  if (level > (state.level[i] ?? 0)) state.level[i] = level;
}

/** Turns levels into presses with hysteresis, after the devices wrote theirs. */
export function settle(state: ActionState): void {
  for (let i = 0; i < ACTIONS.length; i++) {
    const level = state.level[i] ?? 0;
    state.down[i] = level >= (state.was[i] ? RELEASE_frac : PRESS_frac) ? 1 : 0;
  }
}

/** Nothing is pressed: on pause and on losing the page, so that no press outlives what caused it. */
export function letAllGo(state: ActionState): void {
  state.level.fill(0);
  state.down.fill(0);
  state.was.fill(0);
}

export function level(state: ActionState, name: ActionName): number {
  return state.level[INDEX.get(name) ?? 0] ?? 0;
}
export function isDown(state: ActionState, name: ActionName): boolean {
  return state.down[INDEX.get(name) ?? 0] === 1;
}
export function wentDown(state: ActionState, name: ActionName): boolean {
  const i = INDEX.get(name) ?? 0;
  return state.down[i] === 1 && state.was[i] === 0;
}
export function wentUp(state: ActionState, name: ActionName): boolean {
  const i = INDEX.get(name) ?? 0;
  return state.down[i] === 0 && state.was[i] === 1;
}

/** Names per hand without building strings in a frame. */
export const HAND_ACTIONS: Record<
  HandSide,
  { use: ActionName; select: ActionName; grip: ActionName; second: ActionName; drop: ActionName }
> = {
  left: {
    use: 'use-left',
    select: 'select-left',
    grip: 'grip-left',
    second: 'second-left',
    drop: 'drop-left',
  },
  right: {
    use: 'use-right',
    select: 'select-right',
    grip: 'grip-right',
    second: 'second-right',
    drop: 'drop-right',
  },
};

/** The number keys in order: what to say, or which choice of the open panel. */
export const NUMBERS = ['say-1', 'say-2', 'say-3', 'say-4', 'say-5', 'say-6', 'say-7'] as const;

/** Keyboard: by place on the board (KeyboardEvent.code), so that layouts do not matter. */
export const KEYS: Record<string, ActionName> = {
  KeyW: 'walk-forward',
  ArrowUp: 'walk-forward',
  KeyS: 'walk-back',
  ArrowDown: 'walk-back',
  KeyA: 'walk-left',
  KeyD: 'walk-right',
  ArrowLeft: 'turn-left',
  ArrowRight: 'turn-right',
  KeyC: 'crouch',
  ControlLeft: 'crouch',
  KeyX: 'low',
  KeyE: 'act',
  Enter: 'act',
  Space: 'use',
  KeyR: 'second',
  KeyQ: 'let-go',
  KeyF: 'hose',
  KeyT: 'say',
  Digit1: 'say-1',
  Digit2: 'say-2',
  Digit3: 'say-3',
  Digit4: 'say-4',
  Digit5: 'say-5',
  Digit6: 'say-6',
  Digit7: 'say-7',
  KeyG: 'call',
  KeyN: 'count',
  Escape: 'menu',
  KeyP: 'menu',
};

/** Standard gamepad (W3C mapping) buttons; its sticks are read apart. */
export const PAD_BUTTONS: Record<number, ActionName> = {
  0: 'act',
  1: 'let-go',
  2: 'second',
  3: 'hose',
  4: 'say',
  5: 'use',
  6: 'crouch',
  7: 'use',
  8: 'call',
  9: 'menu',
  10: 'low',
  11: 'crouch',
  12: 'say-1',
  15: 'say-2',
  13: 'say-3',
};

/** WebXR gamepad (xr-standard mapping) buttons of one controller. */
export const XR_BUTTONS: Record<number, 'use' | 'grip' | 'second' | 'crouch' | 'menu'> = {
  0: 'use',
  1: 'grip',
  3: 'crouch',
  4: 'second',
  5: 'menu',
};
