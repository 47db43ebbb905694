/** A simulated afternoon on the real server and store: dropped connections, two pulled plugs, a station dead in mid-run. */
import { expect, test } from 'vitest';
import { playAfternoon } from '../../src/cli/afternoon/play.ts';

test('forty visitors, four stations, two tablets, twelve watchers: one ending each, nothing acknowledged lost, no leak', async () => {
  const verdict = await playAfternoon({ visitors: 40, seed: 20_261 });
  expect(verdict).toMatchObject({ visitors: 40, endings: 40, lost: [], leaks: [], kills: 2 });
  // the afternoon was one: a station died, crews were watched
  expect(verdict.faults).toBeGreaterThan(0);
  expect(verdict.observed).toBeGreaterThan(0);
}, 220_000);
