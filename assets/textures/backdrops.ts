/** What is seen through windows: a city under hills, the courtyard below a balcony, the street before the shop. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { type Draw, type Pen, round, shape, TEXTURES, write } from './atlas.ts';

/** Repeatable numbers in 0..1. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

export function sky(pen: Pen, w: number, h: number, stops: [number, string][]): void {
  const gradient = pen.createLinearGradient(0, 0, 0, h);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  pen.fillStyle = gradient;
  pen.fillRect(0, 0, w, h);
}

export function cloud(pen: Pen, x: number, y: number, s: number, alpha: number): void {
  pen.globalAlpha = alpha;
  for (const [dx, dy, r] of [
    [0, 0, 1],
    [0.9, 0.15, 0.75],
    [-0.9, 0.2, 0.7],
    [0.4, -0.35, 0.7],
    [1.6, 0.3, 0.5],
    [-1.6, 0.32, 0.45],
  ] as const) {
    pen.fillStyle = '#ffffff';
    pen.beginPath();
    pen.ellipse(x + dx * s, y + dy * s, r * s, r * s * 0.62, 0, 0, Math.PI * 2);
    pen.fill();
  }
  pen.globalAlpha = 1;
}

export function ridge(
  pen: Pen,
  w: number,
  h: number,
  level: number,
  swing: number,
  seed: number,
  colour: string,
): void {
  const points: [number, number][] = [[0, h]];
  for (let x = 0; x <= w; x += 6) {
    const wave = Math.sin(x / 97 + seed) + 0.5 * Math.sin(x / 41 + seed * 2.1) + 0.22 * Math.sin(x / 17 + seed * 3.7);
    points.push([x, h * level - wave * swing]);
  }
  points.push([w, h]);
  shape(pen, points, colour);
}

/** Apartment block with rows of windows, balconies and a water heater on its roof. */
export function block(
  pen: Pen,
  x: number,
  ground: number,
  width: number,
  floors: number,
  floor_px: number,
  wall: string,
  glass: string,
  rand: () => number,
): void {
  const top = ground - floors * floor_px;
  pen.fillStyle = wall;
  pen.fillRect(x, top, width, floors * floor_px);
  pen.globalAlpha = 0.12;
  pen.fillStyle = '#20303a';
  pen.fillRect(x + width * 0.72, top, width * 0.28, floors * floor_px);
  pen.globalAlpha = 1;
  const columns = Math.max(2, Math.round(width / (floor_px * 1.25)));
  const step = width / columns;
  for (let row = 0; row < floors; row++) {
    for (let column = 0; column < columns; column++) {
      const [wx, wy] = [x + step * (column + 0.2), top + floor_px * (row + 0.25)];
      pen.fillStyle = rand() < 0.12 ? '#f7dfa4' : glass;
      pen.fillRect(wx, wy, step * 0.6, floor_px * 0.5);
      pen.fillStyle = '#ffffff66';
      pen.fillRect(wx, wy + floor_px * 0.52, step * 0.6, floor_px * 0.07);
    }
  }
  pen.fillStyle = '#d8d4c8';
  for (let i = 0; i < 3; i++)
    pen.fillRect(x + width * (0.15 + i * 0.28), top - floor_px * 0.35, width * 0.13, floor_px * 0.35);
}

/** Crown of many leaves: dark below, light above, so that it reads as round. */
export function tree(pen: Pen, x: number, ground: number, s: number, colours: string[], rand: () => number): void {
  pen.fillStyle = '#6b4a30';
  pen.fillRect(x - s * 0.045, ground - s * 0.7, s * 0.09, s * 0.7);
  const layers: [number, number, number][] = [
    [0.62, 22, 0],
    [0.8, 26, 1],
    [0.95, 22, 2],
  ];
  for (const [height, count, shade] of layers) {
    for (let i = 0; i < count; i++) {
      pen.fillStyle = [colours[3]!, colours[Math.floor(rand() * 2)]!, rand() < 0.5 ? colours[2]! : '#86c06f'][shade]!;
      const [dx, dy] = [(rand() - 0.5) * s * (0.62 - shade * 0.1), (rand() - 0.5) * s * 0.34];
      pen.beginPath();
      pen.arc(x + dx, ground - s * height + dy, s * (0.05 + rand() * (0.1 - shade * 0.02)), 0, Math.PI * 2);
      pen.fill();
    }
  }
}

export const GREENS = ['#4f8a4c', '#5f9f58', '#6fae62', '#457d4a'];

const city: Draw = (pen, w, h) => {
  const rand = dice(5);
  sky(pen, w, h, [
    [0, '#5fb0ea'],
    [0.55, '#a9d8f0'],
    [0.8, '#e6f1ea'],
  ]);
  cloud(pen, w * 0.25, h * 0.2, 40, 0.85);
  cloud(pen, w * 0.68, h * 0.13, 52, 0.8);
  cloud(pen, w * 0.5, h * 0.34, 26, 0.55);
  ridge(pen, w, h, 0.62, 16, 1, '#a8c4cf');
  ridge(pen, w, h, 0.69, 14, 4, '#8fb3ae');
  for (let i = 0; i < 11; i++) {
    block(
      pen,
      w * (i / 11) + rand() * 20,
      h * 0.92,
      52 + rand() * 34,
      5 + Math.floor(rand() * 7),
      17,
      ['#c9d5d6', '#d8cfc0', '#c3ccd2', '#d9c8b4'][i % 4]!,
      '#8aa7b8',
      rand,
    );
  }
  for (let i = 0; i < 6; i++) {
    block(
      pen,
      w * (i / 6) + 20 + rand() * 40,
      h,
      84 + rand() * 40,
      4 + Math.floor(rand() * 4),
      26,
      ['#e3d3bd', '#dfe3df', '#e0c3a6'][i % 3]!,
      '#6f8fa3',
      rand,
    );
  }
  for (let i = 0; i < 22; i++) tree(pen, (i + rand()) * (w / 22), h * 1.03, 60 + rand() * 30, GREENS, rand);
};

const courtyard: Draw = (pen, w, h) => {
  const rand = dice(11);
  sky(pen, w, h, [
    [0, '#7fb9e6'],
    [0.35, '#c7e2ee'],
    [0.6, '#f7e6c9'],
    [0.75, '#f6d8a8'],
  ]);
  cloud(pen, w * 0.32, h * 0.16, 46, 0.75);
  cloud(pen, w * 0.78, h * 0.25, 34, 0.6);
  ridge(pen, w, h, 0.56, 18, 2, '#b9c3c9');
  ridge(pen, w, h, 0.62, 14, 6, '#a3b5ad');
  for (let i = 0; i < 5; i++) {
    block(
      pen,
      w * (i / 5) + 10 + rand() * 24,
      h,
      130 + rand() * 40,
      9 + Math.floor(rand() * 5),
      30,
      ['#ead9c0', '#e3dcd2', '#e6cbb0', '#d9dad4'][i % 4]!,
      '#86a0ae',
      rand,
    );
  }
  for (let i = 0; i < 14; i++) tree(pen, (i + rand()) * (w / 14), h * 1.02, 110 + rand() * 50, GREENS, rand);
};

/** Shop fronts across the street, plane trees, a zebra crossing; no real brand. */
export const street: Draw = (pen, w, h) => {
  const rand = dice(23);
  sky(pen, w, h, [
    [0, '#8cc3ea'],
    [0.4, '#dcecee'],
  ]);
  const ground = h * 0.86;
  const fronts: [string, string, string][] = [
    ['过桥米线', '#b5402a', '#e9d9bd'],
    ['鲜花店', '#3f8c6a', '#efe3d0'],
    ['五金日杂', '#2f6b9a', '#dfd8c9'],
    ['药 房', '#2aa250', '#e8e2d6'],
    ['理发', '#8a5a83', '#ead6c0'],
    ['茶叶', '#6b4a2c', '#e6dcc8'],
  ];
  const step = w / fronts.length;
  fronts.forEach(([name, colour, wall], i) => {
    const x = i * step;
    block(pen, x + 2, ground - h * 0.3, step - 4, 4, h * 0.12, wall, '#86a0ae', rand);
    pen.fillStyle = wall;
    pen.fillRect(x + 2, ground - h * 0.3, step - 4, h * 0.3);
    round(pen, x + 6, ground - h * 0.31, step - 12, h * 0.09, 3, colour);
    write(pen, name, x + step / 2, ground - h * 0.265, Math.min(h * 0.06, (step - 26) / name.length), '#fff6e0');
    round(pen, x + 14, ground - h * 0.19, step * 0.5, h * 0.16, 2, '#a9c4c8');
    round(pen, x + step * 0.66, ground - h * 0.2, step * 0.24, h * 0.2, 2, '#5f6f74');
    for (let k = 0; k < 8; k++) {
      pen.fillStyle = k % 2 ? colour : '#f6ecd9';
      pen.fillRect(x + 8 + (k * (step - 16)) / 8, ground - h * 0.225, (step - 16) / 8, h * 0.03);
    }
  });
  pen.fillStyle = '#c9c4b8';
  pen.fillRect(0, ground, w, h * 0.05);
  pen.fillStyle = '#7c7d7e';
  pen.fillRect(0, ground + h * 0.05, w, h);
  for (let i = 0; i < 7; i++) tree(pen, step * i, ground + h * 0.03, h * 0.36, GREENS, rand);
};

export async function save(name: string, width: number, height: number, draw: Draw): Promise<void> {
  const canvas = createCanvas(width, height);
  draw(canvas.getContext('2d'), width, height);
  writeFileSync(join(TEXTURES, `${name}.png`), await canvas.encode('png'));
}

export async function backdrops(): Promise<void> {
  await save('backdrop_city', 1024, 512, city);
  await save('backdrop_court', 1024, 512, courtyard);
  await save('backdrop_street', 2048, 716, street);
  console.log('backdrops: 3');
}
