/** Promises of the wall's voice: each call once for every time it was called, in clips that are there. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Called, clipsOf, toSay } from '../../src/stage/wall/call.ts';

const call = (number: string, station: string, calls = 1, at_ms = 0): Called => ({ number, station, calls, at_ms });

describe('a called number', () => {
  test('is said sign by sign, then where to', () => {
    expect(clipsOf({ number: 'A012', station: '3号机' })).toEqual([
      'call.please',
      'call.a',
      'call.0',
      'call.1',
      'call.2',
      'call.number',
      'call.to',
      'call.3',
      'call.machine',
    ]);
    expect(clipsOf({ number: 'B001', station: '12号' }).slice(-3)).toEqual(['call.1', 'call.2', 'call.machine']);
    expect(clipsOf({ number: 'A001', station: '窗边那台' }).at(-1)).toBe('call.hall');
  });

  test('has a clip for every sign, in both kinds that browsers play', () => {
    const all = ['A0123456789', 'B', 'C', 'D'].flatMap((number) => clipsOf({ number, station: '10号机' }));
    for (const clip of new Set([...all, 'call.hall']))
      for (const kind of ['ogg', 'm4a'])
        expect(existsSync(join('public/sounds/speech/zh-CN', `${clip}.${kind}`)), `${clip}.${kind}`).toBe(true);
  });

  test('is said once, again when it is called again, and anew when it comes back another time', () => {
    const said = new Map<string, number>();
    expect(toSay([call('A001', '1号机')], said)).toHaveLength(1);
    expect(toSay([call('A001', '1号机')], said)).toEqual([]);
    expect(toSay([call('A001', '1号机', 2)], said)).toHaveLength(1);
    expect(toSay([], said)).toEqual([]);
    expect(toSay([call('A001', '1号机')], said)).toHaveLength(1);
    const two = [call('A003', '2号机', 1, 20), call('A002', '1号机', 1, 10)];
    expect(toSay(two, said).map((one) => one.number)).toEqual(['A002', 'A003']);
  });
});
