/** One small tileable noise texture that every flame, puff and jet reads; the same pixels on every machine. */
import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGFormat, UnsignedByteType } from 'three';

const SIZE = 128;

/** Integer hash to 0..1, so that no picture depends on Math.random. */
export function hash01(a: number, b = 0): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  h ^= h >>> 12;
  h = Math.imul(h, 0x297a2d39);
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296;
}

function lattice(x: number, y: number, period: number, seed: number): number {
  const wrapX = ((x % period) + period) % period;
  const wrapY = ((y % period) + period) % period;
  return hash01(wrapX + wrapY * 251, seed);
}

function valueNoise(x: number, y: number, period: number, seed: number): number {
  const xi = Math.floor(x);
  const yi = Math.floor(y);
  const fx = x - xi;
  const fy = y - yi;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const a = lattice(xi, yi, period, seed);
  const b = lattice(xi + 1, yi, period, seed);
  const c = lattice(xi, yi + 1, period, seed);
  const d = lattice(xi + 1, yi + 1, period, seed);
  return a + (b - a) * u + (c - a) * v + (a - b - c + d) * u * v;
}

/** Sum of octaves, 0..1, tileable over `period` lattice cells. */
function fbm(x: number, y: number, period: number, octaves: number, seed: number): number {
  let sum = 0;
  let weight = 0.5;
  let total = 0;
  for (let octave = 0; octave < octaves; octave++) {
    const scale = 2 ** octave;
    sum += weight * valueNoise(x * scale, y * scale, period * scale, seed + octave);
    total += weight;
    weight *= 0.55;
  }
  return sum / total;
}

/** @returns R: billowing low noise, G: finer and harder noise; both stretched to the full range. */
export function noiseTexture(): DataTexture {
  const data = new Uint8Array(SIZE * SIZE * 2);
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const low = fbm((x / SIZE) * 4, (y / SIZE) * 4, 4, 4, 11);
      const fine = 1 - Math.abs(2 * fbm((x / SIZE) * 8, (y / SIZE) * 8, 8, 3, 57) - 1);
      const at = (y * SIZE + x) * 2;
      data[at] = Math.max(0, Math.min(255, (low - 0.5) * 2.1 * 255 * 0.5 + 127.5));
      data[at + 1] = Math.max(0, Math.min(255, fine * 255));
    }
  const texture = new DataTexture(data, SIZE, SIZE, RGFormat, UnsignedByteType);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return texture;
}
