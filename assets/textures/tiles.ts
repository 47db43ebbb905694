/** Procedural tileable textures: floor tile, wall tile, wood, wooden floor, terrazzo. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { TEXTURES } from './atlas.ts';

type Colour = [number, number, number];
type Shade = (u: number, v: number) => Colour;

function hash(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 374761393) ^ Math.imul(y, 668265263) ^ Math.imul(seed, 2246822519);
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967295;
}

function wrap(a: number, period: number): number {
  return ((a % period) + period) % period;
}

/** Value noise that repeats after columns x rows lattice cells; u, v in 0..1. */
function noise(u: number, v: number, columns: number, rows: number, seed: number): number {
  const [x, y] = [u * columns, v * rows];
  const [xi, yi] = [Math.floor(x), Math.floor(y)];
  const ease = (t: number) => t * t * t * (t * (t * 6 - 15) + 10);
  const [fx, fy] = [ease(x - xi), ease(y - yi)];
  const at = (i: number, j: number) => hash(wrap(xi + i, columns), wrap(yi + j, rows), seed);
  const low = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
  const high = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  return low + (high - low) * fy;
}

function octaves(u: number, v: number, columns: number, rows: number, count: number, seed: number): number {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < count; i++) {
    sum += noise(u, v, columns << i, rows << i, seed + i) / 2 ** i;
    weight += 1 / 2 ** i;
  }
  return sum / weight;
}

function hex(text: string): Colour {
  return [1, 3, 5].map((i) => Number.parseInt(text.slice(i, i + 2), 16) / 255) as Colour;
}

function mix(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t, a[2] + (b[2] - a[2]) * t];
}

function smooth(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

async function save(name: string, size: number, shade: Shade): Promise<void> {
  const bytes = Buffer.alloc(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      shade((x + 0.5) / size, (y + 0.5) / size).forEach((c, k) => {
        bytes[(y * size + x) * 3 + k] = Math.max(0, Math.min(255, Math.round(c * 255)));
      });
    }
  }
  await sharp(bytes, { raw: { width: size, height: size, channels: 3 } })
    .png()
    .toFile(join(TEXTURES, `${name}.png`));
}

/** Distance to the nearest joint (share of the texture) and a number of the tile. */
function tiled(u: number, v: number, columns: number, rows: number, shift = 0): { edge: number; id: number } {
  const y = v * rows;
  const row = Math.floor(y);
  const x = u * columns + (row % 2 ? shift : 0);
  const column = Math.floor(x);
  const edge = Math.min(Math.min(x - column, 1 - x + column) / columns, Math.min(y - row, 1 - y + row) / rows);
  return { edge, id: hash(wrap(column, columns), row, 7) };
}

/** 2 x 2 porcelain tiles of 60 cm: the texture repeats every 1.2 m. */
const floorTile: Shade = (u, v) => {
  const { edge, id } = tiled(u, v, 2, 2);
  const vein = smooth(0.03, 0, Math.abs(octaves(u + id, v, 3, 3, 5, 11) - 0.5));
  let colour = mix(hex('#d9cdbb'), hex('#e8dfd0'), octaves(u, v, 6, 6, 5, 3));
  colour = mix(colour, hex('#cbbba4'), vein * 0.22);
  colour = mix(colour, hex('#cdbfa9'), Math.max(0, (id - 0.5) * 0.18 + 0.05));
  return mix(hex('#a3947f'), colour, smooth(0.0016, 0.0034, edge));
};

/** 30 x 15 cm glazed tiles in running bond: repeats every 0.6 m. Joints are darkened on one side for relief. */
const wallTile: Shade = (u, v) => {
  const { edge, id } = tiled(u, v, 2, 4, 0.5);
  const waves = octaves(u, v, 3, 3, 3, 5);
  const glaze = mix(mix(hex('#f1f3ee'), hex('#e3ece9'), id), hex('#d3e0dd'), waves * 0.25);
  const bevel = mix(mix(glaze, hex('#ffffff'), 0.5), glaze, smooth(0.008, 0.016, edge));
  return mix(hex('#b9bcb5'), bevel, smooth(0.004, 0.0075, edge));
};

/** Four planks along u, each with its own rings and fibres. */
function planks(light: string, dark: string, fibre: string, joint: string, count: number): Shade {
  return (u, v) => {
    const plank = Math.floor(v * count);
    const across = v * count - plank;
    const id = hash(plank, 0, 5);
    const along = (u + id) % 1;
    const warp = octaves(along, v, 1, 4, 3, 20 + plank) * 0.5 + octaves(along, v, 2, 16, 2, 30 + plank) * 0.12;
    const rings = (Math.sin((across * 2.6 + warp * 4.2 + id * 7) * Math.PI * 2) * 0.5 + 0.5) ** 1.6;
    let colour = mix(hex(light), hex(dark), rings * 0.55);
    colour = mix(colour, hex(fibre), octaves(along, v, 6, 220, 2, 40) * 0.35);
    colour = mix(colour, hex('#e2c094'), id * 0.35);
    const ends = Math.min(along, 1 - along);
    const edge = Math.min(Math.min(across, 1 - across) / count, ends);
    return mix(hex(joint), colour, smooth(0.0006, 0.0022, edge));
  };
}

/** Stone chips in cement (a Voronoi of discs). */
function chips(ground: [string, string], stones: string[], strength: number, joint: string): Shade {
  return (u, v) => terrazzoOf(u, v, ground, stones, strength, joint);
}

function terrazzoOf(
  u: number,
  v: number,
  ground: [string, string],
  stones: string[],
  strength: number,
  joint: string,
): Colour {
  const cells = 46;
  const [x, y] = [u * cells, v * cells];
  let nearest = 9;
  let chip = 0;
  for (let j = -1; j <= 1; j++) {
    for (let i = -1; i <= 1; i++) {
      const [cx, cy] = [wrap(Math.floor(x) + i, cells), wrap(Math.floor(y) + j, cells)];
      const radius = 0.18 + 0.34 * hash(cx, cy, 3);
      const away =
        Math.hypot(Math.floor(x) + i + hash(cx, cy, 1) - x, Math.floor(y) + j + hash(cx, cy, 2) - y) / radius;
      if (away < nearest) {
        nearest = away;
        chip = hash(cx, cy, 9);
      }
    }
  }
  const cement = mix(hex(ground[0]), hex(ground[1]), octaves(u, v, 16, 16, 4, 80));
  const { edge } = tiled(u, v, 1, 1);
  const stone = mix(cement, hex(stones[Math.floor(chip * 4.99)]!), smooth(1, 0.85, nearest) * strength);
  return mix(hex(joint), stone, smooth(0.0012, 0.002, edge));
}

const terrazzo = chips(
  ['#c9cac2', '#bbbdb5'],
  ['#e9e4da', '#9aa39f', '#cfae90', '#7b827f', '#dcd4c4'],
  0.85,
  '#c9a65a',
);
/** Of schools and stairs: polished pale, chips hardly darker than the ground. */
const terrazzoPale = chips(
  ['#e4dfd2', '#dbd6c9'],
  ['#f2eee4', '#c3c3b8', '#dcc8ae', '#b4b8b0', '#e6ddca'],
  0.8,
  '#c4b28a',
);

export async function tiles(): Promise<void> {
  mkdirSync(TEXTURES, { recursive: true });
  await save('floor_tile', 1024, floorTile);
  await save('wall_tile', 512, wallTile);
  await save('wood', 1024, planks('#c79a66', '#b27f4b', '#8f6238', '#6b4626', 4));
  await save('floor_wood', 1024, planks('#bd9670', '#a07a54', '#82603f', '#57402a', 6));
  await save('terrazzo', 1024, terrazzo);
  await save('terrazzo_pale', 1024, terrazzoPale);
  console.log('tileable textures: 6');
}
