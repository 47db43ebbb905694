/** What staff set for the visitor of a turn, on the page's own dials; and all dials back for whoever comes next. */
import type { Comfort } from '../../post/station.ts';
import { currentLocale, setLocale } from '../../text/text.ts';
import { DEFAULTS, forgetVisitor, type Settings, settings } from '../input/settings.ts';
import { DEFAULT_PREFERENCES, forgetPreferences, preferences } from '../panel/preferences.ts';

type Dials = Pick<Settings, 'effects_frac' | 'buzz_frac' | 'smoothWalk' | 'snap_deg'>;

/** calm: half the glare and noise, and no gliding walk; full: a little more than life. [D] */
export const DIALS: Record<Comfort['intensity'], Dials> = {
  calm: { effects_frac: 0.5, buzz_frac: 0.5, smoothWalk: false, snap_deg: 30 },
  normal: {
    effects_frac: DEFAULTS.effects_frac,
    buzz_frac: DEFAULTS.buzz_frac,
    smoothWalk: DEFAULTS.smoothWalk,
    snap_deg: DEFAULTS.snap_deg,
  },
  full: { effects_frac: 1.25, buzz_frac: 1, smoothWalk: DEFAULTS.smoothWalk, snap_deg: DEFAULTS.snap_deg },
};

export function applyComfort({ locale, captions, seated, intensity }: Comfort): void {
  settings.setState({ seated, ...DIALS[intensity] });
  preferences.setState({ captions: captions ? DEFAULT_PREFERENCES.captions : 'off' });
  if (currentLocale() !== locale) void setLocale(locale);
}

/** Everything as the first visitor of the day finds it. */
export async function forgetComfort(): Promise<void> {
  forgetVisitor();
  forgetPreferences();
  await setLocale('zh-CN');
}
