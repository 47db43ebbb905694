/** Faces of the things of an escape: lit exit signs, door plates, the lift, the mask box, the bike. */
import { type Draw, fill, type Pen, round, stroke, write } from './atlas.ts';

import { flame, runner } from './signs-common.ts';
/** Lit exit sign between two places for arrows: runner, door and words of GB 13495. */
export const exitLit: Draw = (pen, w, h) => {
  fill(pen, w, h, '#0f9a54');
  pen.save();
  pen.translate(w * 0.125, h * 0.1);
  pen.scale(0.8, 0.8);
  pen.strokeStyle = '#fff';
  runner(pen);
  pen.restore();
  write(pen, '安全出口', w * 0.655, h * 0.42, h * 0.225, '#fff');
  write(pen, 'EXIT', w * 0.655, h * 0.7, h * 0.19, '#fff');
};

/** Arrow to the right in the green of the sign it lies on. */
export const arrow: Draw = (pen, w, h) => {
  fill(pen, w, h, '#0f9a54');
  stroke(
    pen,
    [
      [w * 0.14, h / 2],
      [w * 0.76, h / 2],
    ],
    '#fff',
    w * 0.17,
  );
  stroke(
    pen,
    [
      [w * 0.5, h * 0.24],
      [w * 0.84, h / 2],
      [w * 0.5, h * 0.76],
    ],
    '#fff',
    w * 0.17,
  );
};

export const fireDoor: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 8, '#c8241f');
  round(pen, 5, 5, w - 10, h - 10, 6, '#fbf7ee');
  write(pen, '常闭式防火门', w / 2, h * 0.34, h * 0.27, '#c8241f');
  write(pen, '请保持关闭', w / 2, h * 0.71, h * 0.22, '#333');
};

/** Lift symbol struck out, with flame: not in a fire. */
export const liftPlate: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f7f3e8');
  flame(pen, w * 0.3, h * 0.36, h * 0.2, '#d8442c');
  pen.fillStyle = '#333';
  pen.fillRect(w * 0.54, h * 0.14, w * 0.24, h * 0.42);
  pen.fillStyle = '#f7f3e8';
  pen.fillRect(w * 0.652, h * 0.18, w * 0.016, h * 0.38);
  stroke(
    pen,
    [
      [w * 0.48, h * 0.12],
      [w * 0.86, h * 0.58],
    ],
    '#d02a20',
    7,
  );
  write(pen, '火灾时禁用电梯', w / 2, h * 0.8, w * 0.126, '#c8241f');
};

export const maskBox: Draw = (pen, w, h) => {
  fill(pen, w, h, '#c8302a');
  round(pen, w * 0.08, h * 0.06, w * 0.84, h * 0.36, 8, '#fbf7ee');
  write(pen, '火灾逃生面罩', w / 2, h * 0.18, w * 0.125, '#c8302a');
  write(pen, '过滤式自救呼吸器', w / 2, h * 0.32, w * 0.09, '#333', 'center', 'Regular');
  ['1 撕开', '2 戴上', '3 拉紧'].forEach((text, i) => {
    write(pen, text, w / 2, h * (0.54 + i * 0.14), w * 0.13, '#fff');
  });
  write(pen, '仅供逃生  不防缺氧', w / 2, h * 0.94, w * 0.078, '#ffe9c2', 'center', 'Regular');
};

export const bikePlate: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 6, '#f4f6f4');
  write(pen, 'A·60528', w / 2, h / 2, h * 0.5, '#1f5f3a');
};

export function fill1(pen: Pen, x: number, y: number, w: number, h: number): void {
  pen.fillStyle = '#7a5228';
  pen.fillRect(x, y, w, h);
}
