/** Keyboard, mouse, touch and gamepad of a desktop or phone, written into the one action map each frame. */
import { type ActionState, KEYS, PAD_BUTTONS, press } from './actions.ts';

/** Look speed: radians per pixel of mouse or finger; 600 px is a half turn at the middle setting. [D] */
const LOOK_radpx = 0.0042;
/** Look speed of a gamepad's right stick. */
const STICK_LOOK_radps = 2.2;
const PAD_DEAD = 0.18;

/** What the page's events left since the last frame; one instance per canvas. */
export interface Desktop {
  keys: Set<string>;
  /** went down since the last frame: a press shorter than a slow frame still counts */
  tapped: Set<string>;
  /** cursor in -1..1, centre of the view while the pointer is locked */
  cursorX: number;
  cursorY: number;
  /** left button or a tap: works what the hand holds, or acts */
  button: boolean;
  /** it went down since the last frame, even if it is up again */
  clicked: boolean;
  locked: boolean;
  lookX_px: number;
  lookY_px: number;
  wheel: number;
  /** virtual stick under a left thumb, -1..1 */
  stickX: number;
  stickY: number;
  /** touch buttons by action name, set by the DOM overlay */
  touch: Set<string>;
  touched: boolean;
  /** counts input, so that "no act for 15 s" and lost inputs can be told */
  stir: number;
}

export function createDesktop(): Desktop {
  return {
    keys: new Set(),
    tapped: new Set(),
    cursorX: 0,
    cursorY: 0,
    button: false,
    clicked: false,
    locked: false,
    lookX_px: 0,
    lookY_px: 0,
    wheel: 0,
    stickX: 0,
    stickY: 0,
    touch: new Set(),
    touched: false,
    stir: 0,
  };
}

/** Listens to the canvas and the page. @returns a function that stops listening. */
export function listen(canvas: HTMLElement, desk: Desktop): () => void {
  const stop = new AbortController();
  const on = { signal: stop.signal };
  listenKeys(canvas, desk, on);
  listenMouse(canvas, desk, on);
  listenTouch(canvas, desk, on);
  return () => stop.abort();
}

function typing(event: Event): boolean {
  return event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
}

/** L locks the mouse to the view and frees it again; the browser's own Escape frees it too. */
function toggleLock(canvas: HTMLElement): void {
  if (document.pointerLockElement) document.exitPointerLock();
  else void Promise.resolve(canvas.requestPointerLock()).catch(() => undefined);
}

function listenKeys(canvas: HTMLElement, desk: Desktop, on: { signal: AbortSignal }): void {
  const down = (event: KeyboardEvent) => {
    if (typing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    // a focused button keeps its own space and enter
    if (event.target instanceof HTMLButtonElement && (event.code === 'Space' || event.code === 'Enter')) return;
    if (event.code === 'KeyL' && !event.repeat) toggleLock(canvas);
    if (!(event.code in KEYS)) return;
    if (event.code !== 'Escape') event.preventDefault();
    desk.keys.add(event.code);
    desk.tapped.add(event.code);
    desk.stir++;
  };
  window.addEventListener('keydown', down, on);
  window.addEventListener('keyup', (event) => desk.keys.delete(event.code), on);
  window.addEventListener('blur', () => releaseAll(desk), on);
}

/** A page that loses the focus hears no key-up: nothing stays pressed. */
export function releaseAll(desk: Desktop): void {
  desk.keys.clear();
  desk.tapped.clear();
  desk.touch.clear();
  desk.button = desk.clicked = false;
  desk.stickX = 0;
  desk.stickY = 0;
}

function setCursor(canvas: HTMLElement, desk: Desktop, x_px: number, y_px: number): void {
  const box = canvas.getBoundingClientRect();
  desk.cursorX = ((x_px - box.left) / box.width) * 2 - 1;
  desk.cursorY = 1 - ((y_px - box.top) / box.height) * 2;
}

function listenMouse(canvas: HTMLElement, desk: Desktop, on: { signal: AbortSignal }): void {
  let dragging = false;
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType === 'touch') return;
      desk.stir++;
      if (event.button === 0) desk.button = desk.clicked = true;
      else dragging = true;
      if (!desk.locked) setCursor(canvas, desk, event.clientX, event.clientY);
    },
    on,
  );
  window.addEventListener(
    'pointermove',
    (event) => {
      if (event.pointerType === 'touch') return;
      if (desk.locked || dragging) {
        desk.lookX_px += event.movementX;
        desk.lookY_px += event.movementY;
      }
      if (!desk.locked) setCursor(canvas, desk, event.clientX, event.clientY);
    },
    on,
  );
  window.addEventListener(
    'pointerup',
    (event) => {
      if (event.pointerType === 'touch') return;
      if (event.button === 0) desk.button = false;
      else dragging = false;
    },
    on,
  );
  canvas.addEventListener('contextmenu', (event) => event.preventDefault(), on);
  const roll = (event: WheelEvent) => {
    desk.wheel -= Math.sign(event.deltaY);
  };
  canvas.addEventListener('wheel', roll, { ...on, passive: true });
  document.addEventListener(
    'pointerlockchange',
    () => {
      desk.locked = document.pointerLockElement === canvas;
      if (desk.locked) desk.cursorX = desk.cursorY = 0;
    },
    on,
  );
}

/** One finger on the left third walks, any other looks; a short tap acts where it touched. */
function listenTouch(canvas: HTMLElement, desk: Desktop, on: { signal: AbortSignal }): void {
  const from = new Map<number, { x: number; y: number; lastX: number; lastY: number; stick: boolean; at_ms: number }>();
  canvas.addEventListener(
    'pointerdown',
    (event) => {
      if (event.pointerType !== 'touch') return;
      desk.touched = true;
      desk.stir++;
      const { clientX: x, clientY: y } = event;
      from.set(event.pointerId, { x, y, lastX: x, lastY: y, stick: x < window.innerWidth / 3, at_ms: event.timeStamp });
    },
    on,
  );
  canvas.addEventListener(
    'pointermove',
    (event) => {
      const finger = from.get(event.pointerId);
      if (!finger) return;
      if (finger.stick) {
        desk.stickX = Math.max(-1, Math.min(1, (event.clientX - finger.x) / 60));
        desk.stickY = Math.max(-1, Math.min(1, (event.clientY - finger.y) / 60));
      } else {
        desk.lookX_px -= (event.clientX - finger.lastX) * 1.3;
        desk.lookY_px -= (event.clientY - finger.lastY) * 1.3;
      }
      finger.lastX = event.clientX;
      finger.lastY = event.clientY;
    },
    on,
  );
  const end = (event: PointerEvent) => {
    const finger = from.get(event.pointerId);
    if (!finger) return;
    from.delete(event.pointerId);
    if (finger.stick) desk.stickX = desk.stickY = 0;
    const moved_px = Math.hypot(event.clientX - finger.x, event.clientY - finger.y);
    // slow old fingers: a second is still a tap when it did not move
    if (event.type === 'pointerup' && moved_px < 14 && event.timeStamp - finger.at_ms < 1200) {
      setCursor(canvas, desk, event.clientX, event.clientY);
      desk.touch.add('tap');
    }
  };
  canvas.addEventListener('pointerup', end, on);
  canvas.addEventListener('pointercancel', end, on);
}

function pressKey(state: ActionState, code: string): void {
  const name = KEYS[code];
  if (name) press(state, name, 1);
}

/** Writes this frame's levels; `dt_s` turns a stick's rate into an angle. */
export function readDesktop(desk: Desktop, state: ActionState, dt_s: number): void {
  for (const code of desk.keys) pressKey(state, code);
  for (const code of desk.tapped) pressKey(state, code);
  desk.tapped.clear();
  for (const name of desk.touch) {
    if (name === 'tap') press(state, 'act', 1);
    else press(state, name as Parameters<typeof press>[1], 1);
  }
  desk.touch.delete('tap');
  if (desk.stickY < 0) press(state, 'walk-forward', -desk.stickY);
  if (desk.stickY > 0) press(state, 'walk-back', desk.stickY);
  if (desk.stickX < 0) press(state, 'walk-left', -desk.stickX);
  if (desk.stickX > 0) press(state, 'walk-right', desk.stickX);
  state.lookYaw_rad -= desk.lookX_px * LOOK_radpx;
  state.lookPitch_rad -= desk.lookY_px * LOOK_radpx;
  state.reach += desk.wheel;
  desk.lookX_px = 0;
  desk.lookY_px = 0;
  desk.wheel = 0;
  readGamepad(desk, state, dt_s);
}

function readGamepad(desk: Desktop, state: ActionState, dt_s: number): void {
  const pads = navigator.getGamepads?.() ?? [];
  for (const pad of pads) {
    if (!pad?.connected || pad.mapping !== 'standard') continue;
    for (const key in PAD_BUTTONS) {
      const value = pad.buttons[Number(key)]?.value ?? 0;
      const name = PAD_BUTTONS[key];
      if (value > 0.02 && name) {
        press(state, name, value);
        desk.stir++;
      }
    }
    const [lx = 0, ly = 0, rx = 0, ry = 0] = pad.axes;
    if (ly < -PAD_DEAD) press(state, 'walk-forward', -ly);
    if (ly > PAD_DEAD) press(state, 'walk-back', ly);
    if (lx < -PAD_DEAD) press(state, 'walk-left', -lx);
    if (lx > PAD_DEAD) press(state, 'walk-right', lx);
    if (Math.abs(rx) > PAD_DEAD) state.lookYaw_rad -= rx * STICK_LOOK_radps * dt_s;
    if (Math.abs(ry) > PAD_DEAD) state.lookPitch_rad -= ry * STICK_LOOK_radps * dt_s;
  }
}
