/** Promises of the client: the hall's word is taken when it answers, remembered when it does not, and nothing is made up. */
import 'fake-indexeddb/auto';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchHall } from '../../src/post/client.ts';

const SETTINGS = {
  name: '翠湖演练馆',
  dutyPhone: '0871-65110119',
  gasLine: '96777',
  assemblyPoint: '东门广场',
  aedPlace: '一楼大厅',
  address: '翠湖南路1号',
};
const told = (settings: typeof SETTINGS | null) => ({
  state: settings ? 'set' : 'not-set',
  settings,
  hasManager: true,
  device: true,
  server_ms: 1,
});
let shelf: string;
const answers = (answer: () => Response) => vi.stubGlobal('fetch', async () => answer());
const away = () =>
  answers(() => {
    throw new TypeError('no network');
  });

beforeEach(() => {
  shelf = v7();
});
afterEach(() => vi.unstubAllGlobals());

test('a hall that answers is taken at its word', async () => {
  answers(() => Response.json(told(SETTINGS)));
  expect(await fetchHall(shelf)).toEqual({ state: 'set', settings: SETTINGS, from: 'hall', device: true });
});

test('a hall that is away is remembered from the last visit', async () => {
  answers(() => Response.json(told(SETTINGS)));
  await fetchHall(shelf);
  away();
  expect(await fetchHall(shelf)).toEqual({ state: 'set', settings: SETTINGS, from: 'kept', device: null });
});

test('a hall never met and away is unknown, not made up', async () => {
  away();
  expect(await fetchHall(shelf)).toEqual({ state: 'unknown' });
});

test('a hall without settings opens no drill, also not from memory', async () => {
  answers(() => Response.json(told(SETTINGS)));
  await fetchHall(shelf);
  answers(() => Response.json(told(null)));
  expect(await fetchHall(shelf)).toEqual({ state: 'not-set', hasManager: true });
  away();
  expect(await fetchHall(shelf)).toEqual({ state: 'unknown' });
});

test('an answer of something else than the hall is no answer', async () => {
  for (const other of [
    () => new Response('<html>'),
    () => Response.json({ state: 'set' }),
    () => Response.json(told(SETTINGS), { status: 502 }),
  ]) {
    answers(other);
    expect(await fetchHall(shelf)).toEqual({ state: 'unknown' });
  }
});
