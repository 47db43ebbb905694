/** How this visitor likes words and sounds; kept in memory, so that the next visitor starts afresh. */
import { createStore } from 'zustand/vanilla';

export type CaptionSize = 'off' | 'small' | 'medium' | 'large';

export interface Preferences {
  captions: CaptionSize;
  /** 0 mute .. 1 */
  volume_frac: number;
  /** both ears hear the same: for one good ear */
  mono: boolean;
}

export const DEFAULT_PREFERENCES: Preferences = { captions: 'medium', volume_frac: 0.8, mono: false };

export const preferences = createStore<Preferences>(() => ({ ...DEFAULT_PREFERENCES }));

/** Back to how a new visitor finds it. */
export function forgetPreferences(): void {
  preferences.setState({ ...DEFAULT_PREFERENCES }, true);
}

/** Caption sizes in dmm; the smallest is still the smallest of any panel. */
export const CAPTION_dmm: Record<Exclude<CaptionSize, 'off'>, number> = { small: 22, medium: 28, large: 38 };
