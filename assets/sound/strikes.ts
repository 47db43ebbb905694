/** Clicks, thuds and rings: the small parts that most sounds are made of. */
import { brown, filter, shape, strike, TAU, tone, white } from './dsp.ts';

export const click = (long_s: number, at_Hz: number, q: number, decay_s: number) =>
  shape(filter(white(long_s), 'band', at_Hz, q), strike(0.0005, decay_s));
export const thud = (at_Hz: number, decay_s: number) => shape(filter(brown(0.4), 'low', at_Hz), strike(0.001, decay_s));
export const ring = (partials: [Hz: number, amp: number, decay_s: number][], long_s: number) =>
  tone(long_s, (t) => partials.reduce((sum, [f, a, d]) => sum + a * Math.exp(-t / d) * Math.sin(TAU * f * t), 0));
