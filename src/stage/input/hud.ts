/** What the desktop's page overlay shows of the hands: changes seldom, so that React may follow it. */
import { createStore } from 'zustand/vanilla';

export interface Hud {
  /** id of what the cursor is on and can be used, and whether it is near enough */
  hover: string | null;
  reach: 'ready' | 'far';
  /** ids held */
  left: string | null;
  right: string | null;
  /** the held thing works by squeezing; its pin is still in */
  squeezes: boolean;
  pinIn: boolean;
  locked: boolean;
  touched: boolean;
}

export const NO_HUD: Hud = {
  hover: null,
  reach: 'ready',
  left: null,
  right: null,
  squeezes: false,
  pinIn: false,
  locked: false,
  touched: false,
};

export function createHud() {
  return createStore<Hud>(() => ({ ...NO_HUD }));
}
