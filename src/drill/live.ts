/** A tape that is still being made, in pieces: cut where it is made, joined where it is watched. */
import type { Deed } from '../sim/world.ts';
import type { TapePiece } from '../wire/tape.ts';
import { CHANNELS_count } from './door.ts';
import { checksum, packTicks, type Tape, TapeError, toBase64, unpackTicks } from './tape.ts';

/** @returns ticks `from` (0 or more) to `to` (at most all there are) as they cross the network; null when there are none */
export function cutTape(tape: Tape, from: number, to: number = tape.ticks): TapePiece | null {
  const end = Math.min(to, tape.ticks);
  const ticks = end - from;
  if (ticks <= 0) return null;
  const bytes = packTicks(tape.numbers.slice(from * CHANNELS_count, end * CHANNELS_count), ticks);
  return {
    from,
    ticks,
    numbers: toBase64(bytes),
    deeds: tape.deeds.filter(([tick]) => tick >= from && tick < end),
    sum: checksum(bytes, 0),
  };
}

/**
 * Puts a piece behind what is there; what is there already stays as it is, so that a piece may come twice.
 * @returns ticks that are there now; as before when the piece leaves a gap
 * @throws TapeError when the piece was changed on its way
 */
export function joinTape(tape: Tape, piece: TapePiece): number {
  const end = piece.from + piece.ticks;
  if (piece.from > tape.ticks || end <= tape.ticks) return tape.ticks;
  const bytes = Uint8Array.from(atob(piece.numbers), (letter) => letter.charCodeAt(0));
  if (checksum(bytes, 0) !== piece.sum) throw new TapeError('a piece of it was damaged on its way');
  const numbers = unpackTicks(bytes, 0, piece.ticks);
  const known = tape.ticks - piece.from;
  while (end * CHANNELS_count > tape.numbers.length) {
    const longer = new Int32Array(tape.numbers.length * 2);
    longer.set(tape.numbers);
    tape.numbers = longer;
  }
  tape.numbers.set(numbers.subarray(known * CHANNELS_count), tape.ticks * CHANNELS_count);
  for (const [tick, deed] of piece.deeds) if (tick >= tape.ticks) tape.deeds.push([tick, deed as Deed]);
  tape.ticks = end;
  return end;
}
