/** How this visitor likes it: kept in memory until the page is left, so that the next visitor starts afresh. */
import { createStore } from 'zustand/vanilla';
import type { HandSide } from '../../sim/world.ts';

export interface Settings {
  /** the hand that turns and teleports; the other one walks */
  hand: HandSide;
  /** smooth walking with the other hand's stick; false: teleport with both */
  smoothWalk: boolean;
  snap_deg: 30 | 45;
  vignette: boolean;
  /** sitting: the eyes are lifted to standing height, a button crouches */
  seated: boolean;
  /** a grip press takes, the next one lets go */
  toggleGrip: boolean;
  /** haptics, 0 off .. 1 */
  buzz_frac: number;
  /** glare, flicker and noise of what happens in the room; 1 as it is, 0 none; speech and what is true stay */
  effects_frac: number;
}

export const DEFAULTS: Settings = {
  hand: 'right',
  smoothWalk: true,
  snap_deg: 45,
  vignette: true,
  seated: false,
  toggleGrip: false,
  buzz_frac: 1,
  effects_frac: 1,
};

/** One per page; `settings.setState({ seated: true })` from a panel, `getState()` in a frame. */
export const settings = createStore<Settings>(() => ({ ...DEFAULTS }));

/** Back to how a new visitor finds it. */
export function forgetVisitor(): void {
  settings.setState({ ...DEFAULTS }, true);
}
