/** The tape holds exactly what the run used, and says so when it does not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_HALL } from '../../src/cli/no-hall.ts';
import { CHANNELS_count, digitsOf, quantise, restore } from '../../src/drill/door.ts';
import { intents, newTape, readTape, record, type Tape, type TapeHead, writeTape } from '../../src/drill/tape.ts';
import type { Intent } from '../../src/sim/world.ts';

const HEAD: TapeHead = {
  scenario: 'firefighting',
  variant: 'kitchen-wok',
  version: 1,
  mode: 'assess',
  how: 'headset',
  locale: 'zh-CN',
  seed: 1,
  standing_m: 1.6,
  hall: NO_HALL,
};

const number = (least: number, most: number) => fc.double({ min: least, max: most, noNaN: true });
const vec = fc.tuple(number(-5, 5), number(0, 3), number(-5, 5));
const quat = fc.tuple(number(-1, 1), number(-1, 1), number(-1, 1), number(-1, 1));
const pose = fc.record({ position_m: vec, orientation_quat: quat });
const hand = fc.record({ pose, squeeze_frac: number(0, 1), tracked: fc.boolean() });
const deed = fc.constantFrom(
  { do: 'grab' as const, hand: 'left' as const, thing: 'lid' },
  { do: 'turn' as const, hand: 'right' as const, thing: 'knob', to_frac: 1 / 3 },
  { do: 'say' as const, phrase: 'fire' },
);
const intent = fc.record({
  head: pose,
  gaze_dir: vec,
  left: hand,
  right: hand,
  deeds: fc.array(deed, { maxLength: 2 }),
});

function taped(list: Intent[]): { tape: Tape; used: Intent[] } {
  const tape = newTape(structuredClone(HEAD));
  return { tape, used: list.map((one) => record(tape, one)) };
}

describe('what goes in comes out', () => {
  test('[TA1] a tape written and read gives every intent that the run used, bit for bit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(intent, { maxLength: 30 }), async (list) => {
        const { tape, used } = taped(list as Intent[]);
        const back = await readTape(await writeTape(tape));
        expect([...intents(back)]).toEqual(used);
        expect(back.head).toEqual(HEAD);
      }),
      { numRuns: 60 },
    );
  });

  test('[TA1] the door rounds to 1 mm and 1/255, and rounding again changes nothing', () => {
    fc.assert(
      fc.property(intent, (one) => {
        const first = new Int32Array(CHANNELS_count);
        const again = new Int32Array(CHANNELS_count);
        quantise(one as Intent, first);
        const once = restore(first, 0, []);
        quantise(once, again);
        for (let k = 0; k < 3; k++) {
          expect(Math.abs(once.head.position_m[k]! - one.head.position_m[k]!)).toBeLessThanOrEqual(0.0005001);
          expect(again[k]).toBe(first[k]);
        }
        expect(Math.abs(once.left.squeeze_frac - one.left.squeeze_frac)).toBeLessThanOrEqual(0.5 / 255 + 1e-9);
        expect(restore(again, 0, []).left.squeeze_frac).toBe(once.left.squeeze_frac);
      }),
    );
  });

  test('[TA1] a lost tracker brings no NaN into the world', () => {
    const out = new Int32Array(CHANNELS_count);
    const bad = { position_m: [Number.NaN, 1e9, -1e9], orientation_quat: [0, 0, 0, 0] };
    const lost = { pose: bad, squeeze_frac: Number.NaN, tracked: false };
    quantise({ head: bad, gaze_dir: [0, 0, 0], left: lost, right: lost, deeds: [] } as unknown as Intent, out);
    const back = restore(out, 0, []);
    expect(JSON.stringify(back)).not.toMatch(/null|NaN/);
    expect(back.head.orientation_quat).toEqual([0, 0, 0, 1]);
  });

  test("[TA5] a number that is neither public nor the hall's own is not kept", async () => {
    const still = { head: { position_m: [0, 1.6, 0], orientation_quat: [0, 0, 0, 1] } } as unknown as Intent;
    const body = { ...still, gaze_dir: [0, 0, -1], left: lostHand(), right: lostHand() } as Intent;
    const dialled = ['119', NO_HALL.dutyPhone, '13888001234'].map((n) => ({
      ...body,
      deeds: [{ do: 'dial' as const, number: n }],
    }));
    const { tape } = taped(dialled);
    const back = await readTape(await writeTape(tape));
    expect(back.deeds.map(([, one]) => (one as { number: string }).number)).toEqual([
      '119',
      digitsOf(NO_HALL.dutyPhone),
      'other',
    ]);
  });
});

function lostHand(): Intent['left'] {
  return { pose: { position_m: [0, 0, 0], orientation_quat: [0, 0, 0, 1] }, squeeze_frac: 0, tracked: false };
}

/** A tracked body is never still: 2 mm and half a degree of tremor on top of walking, turning and reaching. */
function unsteady(minutes: number): Tape {
  const tape = newTape(structuredClone(HEAD));
  let state = 12345;
  const noise = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  };
  for (let tick = 0; tick < minutes * 3600; tick++) {
    const t = tick / 60;
    const turn = Math.sin(t / 7) + 0.005 * noise();
    const pitch = 0.3 * Math.sin(t / 3) + 0.005 * noise();
    const quatOf = (): [number, number, number, number] => [
      pitch / 2,
      Math.sin(turn / 2),
      0.004 * noise(),
      Math.cos(turn / 2),
    ];
    const place = (dx: number, dy: number): [number, number, number] => [
      Math.sin(t / 11) * 2 + dx + 0.002 * noise(),
      dy + 0.002 * noise(),
      Math.cos(t / 13) * 2 + 0.002 * noise(),
    ];
    const handAt = (side: number) => ({
      pose: { position_m: place(side * 0.3 + 0.2 * Math.sin(t * 2), 1), orientation_quat: quatOf() },
      squeeze_frac: Math.max(0, Math.sin(t / 2)),
      tracked: true,
    });
    const head = { position_m: place(0, 1.6), orientation_quat: quatOf() };
    record(tape, {
      head,
      gaze_dir: [-Math.sin(turn), pitch, -Math.cos(turn)],
      left: handAt(-1),
      right: handAt(1),
      deeds: [],
    });
  }
  return tape;
}

test('[TA4] five minutes of an unsteady body make less than 600 kB', async () => {
  const text = await writeTape(unsteady(5));
  expect(text.length).toBeLessThan(600_000);
  expect(text.length).toBeGreaterThan(50_000);
  console.log(`five minutes of an unsteady body: ${(text.length / 1000).toFixed(0)} kB as base64`);
});

describe('[TA3] a tape that cannot be played says why', () => {
  async function changed(change: (bytes: Uint8Array) => Uint8Array): Promise<string> {
    const text = await writeTape(unsteady(0.05));
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const plain = new Uint8Array(
      await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer(),
    );
    const again = change(plain) as Uint8Array<ArrayBuffer>;
    const packed = new Uint8Array(
      await new Response(new Blob([again]).stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer(),
    );
    return btoa(String.fromCharCode(...packed));
  }
  const swap = (from: string, to: string) => (bytes: Uint8Array) => {
    const end = bytes.indexOf(10);
    const head = new TextEncoder().encode(new TextDecoder().decode(bytes.subarray(0, end)).replace(from, to));
    return Uint8Array.from([...head, ...bytes.subarray(end)]);
  };

  test('text that is no base64', async () => {
    await expect(readTape('%%%')).rejects.toThrow('This tape cannot be played: it is not base64 text.');
  });
  test('bytes that are no gzip, and a tape cut in half', async () => {
    await expect(readTape(btoa('hello'))).rejects.toThrow('it is cut short or not gzip');
    const whole = await writeTape(unsteady(0.05));
    await expect(readTape(whole.slice(0, Math.floor(whole.length / 8) * 4))).rejects.toThrow(
      'it is cut short or not gzip',
    );
  });
  test('a single changed byte', async () => {
    const flipped = await changed((bytes) => {
      bytes[bytes.length - 40]! ^= 1;
      return bytes;
    });
    await expect(readTape(flipped)).rejects.toThrow('changed or damaged');
  });
  test('another kind of file, and another version', async () => {
    await expect(readTape(await changed(swap('drillhall-tape', 'other')))).rejects.toThrow(
      'not a tape of this program',
    );
    await expect(readTape(await changed(swap('"v":1', '"v":9')))).rejects.toThrow('version 9');
  });
  test('fewer ticks than it says', async () => {
    await expect(readTape(await changed(swap('"ticks":180', '"ticks":181')))).rejects.toThrow(
      /shorter than it says|longer/,
    );
  });
  test('a heading that is no JSON', async () => {
    await expect(readTape(await changed(swap('{', '[')))).rejects.toThrow('its heading is damaged');
  });
});
