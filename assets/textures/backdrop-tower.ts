/** What is seen from the tower: above, the city at dusk from a window high up; below, the garden and houses round the assembly ground. */
import type { Draw, Pen } from './atlas.ts';
import { block, cloud, dice, GREENS, ridge, save, sky, tree } from './backdrops.ts';

/** Share of the picture's height that the view from the windows takes; blender/tower_ground.py reads the same number. */
export const CITY_SHARE = 0.6;

function tower(
  pen: Pen,
  x: number,
  top: number,
  ground: number,
  width: number,
  wall: string,
  rand: () => number,
): void {
  const floor_px = 15;
  const floors = Math.floor((ground - top) / floor_px);
  pen.fillStyle = wall;
  pen.fillRect(x, top, width, ground - top);
  pen.globalAlpha = 0.16;
  pen.fillStyle = '#1c2a3a';
  pen.fillRect(x + width * 0.66, top, width * 0.34, ground - top);
  pen.globalAlpha = 1;
  const columns = Math.max(3, Math.round(width / 15));
  const step = width / columns;
  for (let row = 0; row < floors; row++) {
    pen.fillStyle = '#00000014';
    pen.fillRect(x, top + row * floor_px, width, 1.5);
    for (let column = 0; column < columns; column++) {
      const lit = rand();
      pen.fillStyle = lit < 0.26 ? '#ffdf9a' : lit < 0.36 ? '#fff3d2' : column % 3 === 1 ? '#5f7590' : '#7288a0';
      pen.fillRect(x + step * (column + 0.2), top + row * floor_px + 4, step * 0.58, floor_px * 0.52);
    }
  }
  pen.fillStyle = '#8f8a88';
  pen.fillRect(x + width * 0.3, top - 9, width * 0.3, 9);
}

/** Lawns and paths seen from above, the courtyard at the towers' foot; crowns() stands on it. */
function garden(pen: Pen, w: number, h: number, from: number, rand: () => number): void {
  pen.fillStyle = '#6f8a63';
  pen.fillRect(0, h * from, w, h);
  for (let i = 0; i < 16; i++) {
    pen.strokeStyle = i % 3 ? '#b9b0a2' : '#8a8d90';
    pen.lineWidth = i % 3 ? 9 : 20;
    pen.beginPath();
    const x = (i / 16) * w;
    pen.moveTo(x, h * from);
    pen.bezierCurveTo(x + 90, h * (from + 0.1), x - 120, h * (from + 0.2), x + 140 * (rand() - 0.5), h);
    pen.stroke();
  }
}

function crowns(pen: Pen, w: number, h: number, from: number, rand: () => number): void {
  for (let i = 0; i < 260; i++) {
    const depth = rand();
    const [x, y, r] = [rand() * w, h * (from + (1 - from) * depth), 9 + depth * 17];
    pen.fillStyle = '#36503f';
    pen.beginPath();
    pen.ellipse(x + 3, y + 4, r, r * 0.72, 0, 0, Math.PI * 2);
    pen.fill();
    for (let k = 0; k < 7; k++) {
      pen.fillStyle = ['#4c7a4c', '#5b8c55', '#6a9a5f', '#45704a'][Math.floor(rand() * 4)]!;
      pen.beginPath();
      pen.arc(
        x + (rand() - 0.5) * r,
        y - r * 0.25 + (rand() - 0.5) * r * 0.7,
        r * (0.35 + rand() * 0.25),
        0,
        Math.PI * 2,
      );
      pen.fill();
    }
  }
}

const city: Draw = (pen, w, h) => {
  const rand = dice(17);
  sky(pen, w, h, [
    [0, '#5d86bf'],
    [0.22, '#9db6d6'],
    [0.38, '#f0d2b4'],
    [0.46, '#f6c79a'],
  ]);
  for (const [x, y, s] of [
    [0.1, 0.12, 50],
    [0.33, 0.2, 36],
    [0.57, 0.09, 60],
    [0.82, 0.17, 44],
  ] as const)
    cloud(pen, w * x, h * y, s, 0.45);
  ridge(pen, w, h, 0.44, 20, 1, '#a9a6bd');
  ridge(pen, w, h, 0.48, 16, 4, '#8f95ad');
  for (let i = 0; i < 30; i++)
    tower(
      pen,
      w * (i / 30) + rand() * 24,
      h * (0.33 + rand() * 0.14),
      h * 0.62,
      40 + rand() * 26,
      ['#b3b3c4', '#c2b7b8', '#a9b1c2'][i % 3]!,
      rand,
    );
  for (let i = 0; i < 13; i++)
    tower(
      pen,
      w * (i / 13) + 14 + rand() * 40,
      h * (0.2 + rand() * 0.2),
      h * 0.72,
      74 + rand() * 34,
      ['#dcc6b0', '#cfcad0', '#d9b9a0', '#c5c4c8'][i % 4]!,
      rand,
    );
  garden(pen, w, h, 0.68, rand);
  for (let i = 0; i < 5; i++)
    tower(
      pen,
      w * (0.06 + i * 0.2) + rand() * 60,
      h * (0.06 + rand() * 0.16),
      h * (0.84 + rand() * 0.06),
      150 + rand() * 40,
      ['#e6d3bb', '#d8d0c8', '#e0c2a4'][i % 3]!,
      rand,
    );
  crowns(pen, w, h, 0.72, rand);
};

const ground: Draw = (pen, w, h) => {
  const rand = dice(29);
  sky(pen, w, h, [
    [0, '#6f97c9'],
    [0.4, '#b9c8d8'],
    [0.68, '#f6d6ae'],
    [0.8, '#f8c592'],
  ]);
  for (let i = 0; i < 6; i++) cloud(pen, w * (0.08 + i * 0.17), h * (0.12 + rand() * 0.2), 30 + rand() * 20, 0.5);
  ridge(pen, w, h, 0.74, 12, 2, '#a7a5b8');
  for (let i = 0; i < 16; i++)
    tower(
      pen,
      w * (i / 16) + rand() * 30,
      h * (0.38 + rand() * 0.22),
      h * 0.92,
      60 + rand() * 40,
      ['#c9bdb4', '#b9b9c6', '#d3bda6'][i % 3]!,
      rand,
    );
  for (let i = 0; i < 7; i++)
    block(
      pen,
      w * (i / 7) + rand() * 50,
      h * 0.96,
      120 + rand() * 50,
      3 + Math.floor(rand() * 3),
      25,
      ['#e9d6ba', '#dfd8cc', '#e3c3a2'][i % 3]!,
      '#7a8ea0',
      rand,
    );
  for (let i = 0; i < 60; i++) tree(pen, (i + rand()) * (w / 60), h * 1.01, 62 + rand() * 44, GREENS, rand);
};

export async function towerBackdrop(): Promise<void> {
  await save('backdrop_tower', 2048, 1280, (pen, w, h) => {
    for (const [from, share, draw] of [
      [0, CITY_SHARE, city],
      [CITY_SHARE, 1 - CITY_SHARE, ground],
    ] as const) {
      pen.save();
      pen.translate(0, from * h);
      pen.beginPath();
      pen.rect(0, 0, w, share * h);
      pen.clip();
      draw(pen, w, share * h);
      pen.restore();
    }
  });
}
