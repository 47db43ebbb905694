/** What staff set reaches the page's own dials, and is gone for the next visitor. */
import { expect, test } from 'vitest';
import type { Comfort } from '../../../src/post/station.ts';
import { DEFAULTS, settings } from '../../../src/stage/input/settings.ts';
import { DEFAULT_PREFERENCES, preferences } from '../../../src/stage/panel/preferences.ts';
import { applyComfort, forgetComfort } from '../../../src/stage/station/comfort.ts';
import { currentLocale, openText } from '../../../src/text/text.ts';
import { STANDARD_COMFORT } from '../../../src/wire/floor.ts';

const OWN: Comfort = { locale: 'en', captions: false, seated: true, intensity: 'calm' };

test('each choice of the tablet has its dial on the page', async () => {
  await openText('station');
  applyComfort(OWN);
  expect(settings.getState()).toMatchObject({ seated: true, smoothWalk: false, snap_deg: 30 });
  expect(settings.getState().effects_frac).toBeLessThan(DEFAULTS.effects_frac);
  expect(preferences.getState().captions).toBe('off');
  await expect.poll(currentLocale).toBe('en');
  applyComfort({ ...OWN, intensity: 'full' });
  expect(settings.getState().effects_frac).toBeGreaterThan(DEFAULTS.effects_frac);
});

test('the standard of a turn is what the first visitor of the day finds', async () => {
  applyComfort(STANDARD_COMFORT);
  expect(settings.getState()).toEqual(DEFAULTS);
  expect(preferences.getState()).toEqual(DEFAULT_PREFERENCES);
});

test('nothing that was set, by staff or by the visitor, is left after the turn', async () => {
  applyComfort(OWN);
  settings.setState({ hand: 'left', toggleGrip: true });
  preferences.setState({ volume_frac: 0, mono: true });
  await forgetComfort();
  expect(settings.getState()).toEqual(DEFAULTS);
  expect(preferences.getState()).toEqual(DEFAULT_PREFERENCES);
  expect(currentLocale()).toBe('zh-CN');
});
