/** The few tools every sound here is made of: noise, filters, envelopes, echoes. Deterministic, 48 kHz, mono. */

export const RATE_Hz = 48_000;
export const TAU = Math.PI * 2;
export type Wave = Float32Array;

let seed = 1;
/** Starts the noise anew, so that a sound does not depend on those made before it. */
export function reseed(name: string): void {
  seed = [...name].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16777619), 0x811c9dc5) >>> 0;
}
/** 0..1 */
export function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 4294967296;
}
const bell = () => random() + random() + random() - 1.5;

export function silence(long_s: number): Wave {
  return new Float32Array(Math.round(long_s * RATE_Hz));
}
export function fill(wave: Wave, f: (t_s: number, k: number) => number): Wave {
  for (let k = 0; k < wave.length; k++) wave[k] = f(k / RATE_Hz, k);
  return wave;
}
export function tone(long_s: number, f: (t_s: number) => number): Wave {
  return fill(silence(long_s), f);
}
export function white(long_s: number): Wave {
  return fill(silence(long_s), () => bell() / 1.5);
}
/** Kellet's three-pole approximation of 1/f noise. */
export function pink(long_s: number): Wave {
  let a = 0;
  let b = 0;
  let c = 0;
  return fill(silence(long_s), () => {
    const w = bell();
    a = 0.99765 * a + w * 0.099;
    b = 0.963 * b + w * 0.2965;
    c = 0.57 * c + w * 1.0527;
    return (a + b + c + w * 0.1848) * 0.22;
  });
}
export function brown(long_s: number): Wave {
  let y = 0;
  return fill(silence(long_s), () => {
    y = (y + 0.02 * bell()) / 1.02;
    return y * 6;
  });
}

type Band = 'low' | 'high' | 'band' | 'peak';

/** Biquad coefficients of the Audio EQ Cookbook (R. Bristow-Johnson): b0 b1 b2 a0 a1 a2. */
function cookbook(type: Band, at_Hz: number, q: number, gain_dB: number): number[] {
  const w = (TAU * Math.min(RATE_Hz * 0.45, at_Hz)) / RATE_Hz;
  const c = Math.cos(w);
  const alpha = Math.sin(w) / (2 * q);
  const amp = 10 ** (gain_dB / 40);
  if (type === 'low') return [(1 - c) / 2, 1 - c, (1 - c) / 2, 1 + alpha, -2 * c, 1 - alpha];
  if (type === 'high') return [(1 + c) / 2, -1 - c, (1 + c) / 2, 1 + alpha, -2 * c, 1 - alpha];
  if (type === 'band') return [alpha, 0, -alpha, 1 + alpha, -2 * c, 1 - alpha];
  return [1 + alpha * amp, -2 * c, 1 - alpha * amp, 1 + alpha / amp, -2 * c, 1 - alpha / amp];
}

/** A filter whose frequency may move. */
export function filter(
  wave: Wave,
  type: Band,
  at_Hz: number | ((t_s: number) => number),
  q = Math.SQRT1_2,
  gain_dB = 0,
): Wave {
  const out = new Float32Array(wave.length);
  let x1 = 0;
  let x2 = 0;
  let y1 = 0;
  let y2 = 0;
  let k: number[] = [];
  for (let i = 0; i < wave.length; i++) {
    if (i % 64 === 0) k = cookbook(type, typeof at_Hz === 'number' ? at_Hz : at_Hz(i / RATE_Hz), q, gain_dB);
    const x = wave[i]!;
    const y = (k[0]! * x + k[1]! * x1 + k[2]! * x2 - k[4]! * y1 - k[5]! * y2) / k[3]!;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    out[i] = y;
  }
  return out;
}

export function shape(wave: Wave, f: (t_s: number) => number): Wave {
  return fill(wave, (t, k) => wave[k]! * f(t));
}
export function gain(wave: Wave, by: number): Wave {
  return shape(wave, () => by);
}
export function mix(...waves: Wave[]): Wave {
  const longest = Math.max(...waves.map((wave) => wave.length));
  return fill(new Float32Array(longest), (_, k) => waves.reduce((sum, wave) => sum + (wave[k] ?? 0), 0));
}
/** Lays `wave` over `onto` from `at_s` on. */
export function lay(onto: Wave, wave: Wave, at_s: number, by = 1): Wave {
  const from = Math.round(at_s * RATE_Hz);
  for (let k = 0; k < wave.length && from + k < onto.length; k++) onto[from + k]! += wave[k]! * by;
  return onto;
}
/** Attack, then decay by time constant. */
export function strike(attack_s: number, decay_s: number): (t_s: number) => number {
  return (t) => (t < attack_s ? t / attack_s : Math.exp(-(t - attack_s) / decay_s));
}
/** Up at the start and down at the end of `long_s`. */
export function held(long_s: number, up_s: number, down_s: number): (t_s: number) => number {
  return (t) => Math.max(0, Math.min(1, t / up_s, (long_s - t) / down_s));
}
/** Slow random wandering, 0..1. */
export function wander(rate_Hz: number): (t_s: number) => number {
  const points = Array.from({ length: 64 }, random);
  return (t) => {
    const x = t * rate_Hz;
    const i = Math.floor(x);
    const f = x - i;
    const s = f * f * (3 - 2 * f);
    return points[i % 64]! * (1 - s) + points[(i + 1) % 64]! * s;
  };
}
/** Makes a loop without a seam: the tail fades into the head. */
export function seamless(wave: Wave, over_s = 0.5): Wave {
  const n = Math.round(over_s * RATE_Hz);
  const length = wave.length - n;
  const out = wave.slice(0, length);
  for (let k = 0; k < n; k++) {
    const s = k / n;
    out[k] = wave[k]! * Math.sqrt(s) + wave[length + k]! * Math.sqrt(1 - s);
  }
  return out;
}
/** A small room: four combs, thinned of bass. */
export function room(wave: Wave, long_s: number, share: number): Wave {
  const dry = new Float32Array(wave.length + Math.round(long_s * RATE_Hz));
  dry.set(wave);
  const combs = [0.0297, 0.0371, 0.0411, 0.0437].map((delay_s) => ({
    line: new Float32Array(Math.round(delay_s * RATE_Hz)),
    at: 0,
    back: 10 ** ((-3 * delay_s) / long_s),
  }));
  const wet = fill(new Float32Array(dry.length), (_, k) => {
    let sum = 0;
    for (const comb of combs) {
      const y = comb.line[comb.at]!;
      comb.line[comb.at] = dry[k]! + y * comb.back;
      comb.at = (comb.at + 1) % comb.line.length;
      sum += y;
    }
    return sum * 0.25;
  });
  const thin = filter(wet, 'high', 200);
  return fill(dry, (_, k) => dry[k]! * (1 - share * 0.3) + thin[k]! * share);
}
export function drive(wave: Wave, by: number): Wave {
  return fill(wave, (_, k) => Math.tanh(wave[k]! * by) / Math.tanh(by));
}
/** Loudest sample to this level. */
export function level(wave: Wave, peak_dB = -3): Wave {
  const peak = wave.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
  return gain(wave, 10 ** (peak_dB / 20) / peak);
}

/** 16-bit mono WAV. */
export function wav(wave: Wave): Uint8Array {
  const out = new DataView(new ArrayBuffer(44 + wave.length * 2));
  const word = (at: number, text: string) => {
    for (let k = 0; k < text.length; k++) out.setUint8(at + k, text.charCodeAt(k));
  };
  word(0, 'RIFF');
  out.setUint32(4, 36 + wave.length * 2, true);
  word(8, 'WAVEfmt ');
  out.setUint32(16, 16, true);
  out.setUint16(20, 1, true);
  out.setUint16(22, 1, true);
  out.setUint32(24, RATE_Hz, true);
  out.setUint32(28, RATE_Hz * 2, true);
  out.setUint16(32, 2, true);
  out.setUint16(34, 16, true);
  word(36, 'data');
  out.setUint32(40, wave.length * 2, true);
  wave.forEach((x, k) => {
    out.setInt16(44 + k * 2, Math.max(-32768, Math.min(32767, Math.round(x * 32767))), true);
  });
  return new Uint8Array(out.buffer);
}
