/** The tape of a run: every tick's intent in whole numbers, delta-coded per channel, gzipped, base64. */
import type { Deed, Intent } from '../sim/world.ts';
import {
  CHANNELS_count,
  cleanDeed,
  digitsOf,
  GAZE_index,
  PUBLIC_NUMBERS,
  predictedGaze,
  quantise,
  restore,
} from './door.ts';
import type { HallSettings, How, Locale, Mode } from './terms.ts';

export const TAPE_FORMAT = { version: 1 } as const;
const MAGIC = 'drillhall-tape';
/** An hour: more is not a tape of ours. */
const MOST_count = 216_000;

/** What a run was, beside its intents. */
export interface TapeHead {
  scenario: string;
  variant: string;
  version: number;
  mode: Mode;
  how: How;
  locale: Locale;
  seed: number;
  standing_m: number;
  hall: HallSettings;
}

export interface Tape {
  head: TapeHead;
  ticks: number;
  /** CHANNELS_count whole numbers per tick */
  numbers: Int32Array;
  /** deeds by tick, ticks rising */
  deeds: [tick: number, deed: Deed][];
  /** telephone numbers that are no secret */
  numbersKept: ReadonlySet<string>;
}

/** A tape that cannot be read; the message is a sentence for a person. */
export class TapeError extends Error {
  constructor(why: string) {
    super(`This tape cannot be played: ${why}.`);
    this.name = 'TapeError';
  }
}

export function newTape(head: TapeHead): Tape {
  const numbersKept = new Set([...PUBLIC_NUMBERS, head.hall.dutyPhone, head.hall.gasLine].map(digitsOf));
  return { head, ticks: 0, numbers: new Int32Array(CHANNELS_count * 3600), deeds: [], numbersKept };
}

/** Rounds an intent, writes it down, and gives back exactly what a replay will see. */
export function record(tape: Tape, intent: Intent): Intent {
  if ((tape.ticks + 1) * CHANNELS_count > tape.numbers.length) {
    const longer = new Int32Array(tape.numbers.length * 2);
    longer.set(tape.numbers);
    tape.numbers = longer;
  }
  const at = tape.ticks * CHANNELS_count;
  quantise(intent, tape.numbers, at);
  const deeds = intent.deeds.map((deed) => cleanDeed(deed, tape.numbersKept));
  for (const deed of deeds) tape.deeds.push([tape.ticks, deed]);
  tape.ticks++;
  return restore(tape.numbers, at, deeds);
}

/** @returns the intents of a tape, one per tick, from tick `from` on. */
export function* intents(tape: Tape, from = 0): Generator<Intent> {
  let next = tape.deeds.findIndex(([tick]) => tick >= from);
  if (next < 0) next = tape.deeds.length;
  for (let tick = from; tick < tape.ticks; tick++) {
    const deeds: Deed[] = [];
    while (next < tape.deeds.length && tape.deeds[next]![0] === tick) deeds.push(tape.deeds[next++]![1]);
    yield restore(tape.numbers, tick * CHANNELS_count, deeds);
  }
}

/** Differences per channel, gaze against the head's own forward, as zigzag varints, channel after channel. */
export function packTicks(numbers: Int32Array, ticks: number): Uint8Array {
  const bytes: number[] = [];
  const residual = residuals(numbers, ticks, -1);
  for (let channel = 0; channel < CHANNELS_count; channel++) {
    let before = 0;
    for (let tick = 0; tick < ticks; tick++) {
      const value = residual[tick * CHANNELS_count + channel]!;
      putVarint(bytes, value - before);
      before = value;
    }
  }
  return Uint8Array.from(bytes);
}

function putVarint(bytes: number[], value: number): void {
  let rest = value >= 0 ? value * 2 : -value * 2 - 1;
  while (rest >= 128) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

/** Takes the predicted gaze off (sign -1) or puts it back (sign +1). */
function residuals(numbers: Int32Array, ticks: number, sign: 1 | -1): Int32Array {
  const out = numbers.slice(0, ticks * CHANNELS_count);
  const gaze: [number, number, number] = [0, 0, 0];
  for (let tick = 0; tick < ticks; tick++) {
    const at = tick * CHANNELS_count;
    predictedGaze(numbers, at, gaze);
    for (let i = 0; i < 3; i++) out[at + GAZE_index + i] = numbers[at + GAZE_index + i]! + sign * gaze[i]!;
  }
  return out;
}

/** @throws TapeError when the bytes are not those of so many ticks */
export function unpackTicks(bytes: Uint8Array, from: number, ticks: number): Int32Array {
  const numbers = new Int32Array(ticks * CHANNELS_count);
  let at = from;
  for (let channel = 0; channel < CHANNELS_count; channel++) {
    let value = 0;
    for (let tick = 0; tick < ticks; tick++) {
      let raw = 0;
      let scale = 1;
      for (;;) {
        const byte = bytes[at++];
        if (byte === undefined) throw new TapeError('it is shorter than it says');
        raw += (byte & 127) * scale;
        if (byte < 128) break;
        scale *= 128;
        if (scale > 2 ** 42) throw new TapeError('a number in it is too long');
      }
      value += raw % 2 === 0 ? raw / 2 : -(raw + 1) / 2;
      numbers[tick * CHANNELS_count + channel] = value;
    }
  }
  if (at !== bytes.length) throw new TapeError('it is longer than it says');
  return residuals(numbers, ticks, 1);
}

/** Sum over the bytes that carry the intents: a changed byte is noticed even where it still reads as numbers. */
export function checksum(bytes: Uint8Array, from: number): number {
  let sum = 0x811c9dc5;
  for (let i = from; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
  return sum >>> 0;
}

/** @returns gzip of the tape in base64, as it stands in a Session. */
export async function writeTape(tape: Tape): Promise<string> {
  const body = packTicks(tape.numbers, tape.ticks);
  const head = {
    magic: MAGIC,
    v: TAPE_FORMAT.version,
    ...tape.head,
    ticks: tape.ticks,
    deeds: tape.deeds,
    sum: checksum(body, 0),
  };
  const text = new TextEncoder().encode(`${JSON.stringify(head)}\n`);
  const all = new Uint8Array(text.length + body.length);
  all.set(text);
  all.set(body, text.length);
  return toBase64(await through(all, new CompressionStream('gzip')));
}

/** @throws TapeError with a sentence when the text is not a whole tape of this version. */
export async function readTape(base64: string): Promise<Tape> {
  const bytes = await unzip(base64);
  const end = bytes.indexOf(10);
  if (end < 0) throw new TapeError('it has no heading');
  let head: Record<string, unknown>;
  try {
    head = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end))) as Record<string, unknown>;
  } catch {
    throw new TapeError('its heading is damaged');
  }
  const { magic, v, ticks, deeds, sum, ...rest } = head;
  if (magic !== MAGIC) throw new TapeError('it is not a tape of this program');
  if (v !== TAPE_FORMAT.version)
    throw new TapeError(`it is of version ${String(v)}, and this program plays version ${TAPE_FORMAT.version}`);
  if (typeof ticks !== 'number' || !Number.isInteger(ticks) || ticks < 0 || ticks > MOST_count || !Array.isArray(deeds))
    throw new TapeError('its heading is damaged');
  if (checksum(bytes, end + 1) !== sum) throw new TapeError('it has been changed or damaged since it was made');
  const tape = newTape(rest as unknown as TapeHead);
  return { ...tape, ticks, deeds: deeds as [number, Deed][], numbers: unpackTicks(bytes, end + 1, ticks) };
}

async function unzip(base64: string): Promise<Uint8Array> {
  let packed: Uint8Array;
  try {
    packed = Uint8Array.from(atob(base64.trim()), (letter) => letter.charCodeAt(0));
  } catch {
    throw new TapeError('it is not base64 text');
  }
  try {
    return await through(packed, new DecompressionStream('gzip'));
  } catch {
    throw new TapeError('it is cut short or not gzip');
  }
}

async function through(bytes: Uint8Array, transform: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(transform as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
