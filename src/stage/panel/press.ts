/** Turns two pointers into presses on keys: a key counts when it was pressed and let go on, however slowly. */

export interface PointerOn {
  /** key under the pointer, null beside keys */
  key: string | null;
  /** the pointer is on the panel's plate at all */
  onPanel: boolean;
  justPressed: boolean;
  justReleased: boolean;
}

export interface PressState {
  /** what each pointer pressed and still holds */
  held: [string | null, string | null];
}

export function freshPress(): PressState {
  return { held: [null, null] };
}

/**
 * One frame of one pointer. Sliding off a key before letting go cancels it, as on every touch screen.
 * @returns the id that was pressed in this frame, or null
 */
export function press(state: PressState, pointer: 0 | 1, on: PointerOn): string | null {
  if (on.justPressed) state.held[pointer] = on.onPanel ? on.key : null;
  if (!on.justReleased) return null;
  const held = state.held[pointer];
  state.held[pointer] = null;
  return held !== null && held === on.key ? held : null;
}
