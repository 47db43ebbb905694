/** Signs that several rooms share: exit sign, good-luck character, extinguisher notice, calendar, clock, flame. */
import { type Draw, disc, fill, type Pen, round, shape, stroke, write } from './atlas.ts';

/** Running figure and door of GB 13495 / ISO 7010 E001, in our own strokes. */
export const exit: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 10, '#0d8a4b');
  round(pen, 6, 6, w - 12, h - 12, 7, '#10a35a');
  runner(pen);
  write(pen, '安全出口', 228, 46, 40, '#fff');
  write(pen, 'EXIT', 228, 92, 34, '#fff');
};

/** The figure and the door alone, about 120 x 110 px, white. */
export function runner(pen: Pen): void {
  disc(pen, 74, 32, 10, '#fff');
  const body: [number, number][][] = [
    [
      [66, 48],
      [54, 78],
      [72, 88],
      [62, 110],
    ],
    [
      [54, 78],
      [40, 96],
      [22, 92],
    ],
    [
      [64, 52],
      [86, 60],
      [96, 50],
    ],
    [
      [64, 52],
      [44, 56],
      [36, 70],
    ],
  ];
  for (const limb of body) stroke(pen, limb, '#fff', 9);
  pen.lineWidth = 5;
  pen.strokeRect(104, 22, 34, 86);
}

export const luck: Draw = (pen, w, h) => {
  fill(pen, w, h, '#c8201f');
  pen.strokeStyle = '#f2c14e';
  pen.lineWidth = 5;
  pen.strokeRect(8, 8, w - 16, h - 16);
  pen.translate(w / 2, h / 2);
  pen.rotate(-Math.PI / 4);
  write(pen, '福', 0, 2, 104, '#f4c95d');
};

export function flame(pen: Pen, x: number, y: number, s: number, color: string): void {
  pen.fillStyle = color;
  pen.beginPath();
  pen.moveTo(x, y - s);
  pen.bezierCurveTo(x + s * 0.9, y - s * 0.2, x + s * 0.8, y + s * 0.9, x, y + s * 0.9);
  pen.bezierCurveTo(x - s * 0.8, y + s * 0.9, x - s * 0.8, y, x - s * 0.3, y - s * 0.3);
  pen.bezierCurveTo(x - s * 0.1, y - s * 0.1, x + s * 0.2, y - s * 0.4, x, y - s);
  pen.fill();
}

/** Red plate with flame and bottle, hung above an extinguisher. */
export const extinguisherPlate: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 8, '#c8241f');
  round(pen, w * 0.36, h * 0.22, w * 0.28, h * 0.42, 12, '#fff');
  pen.fillStyle = '#fff';
  pen.fillRect(w * 0.46, h * 0.12, w * 0.08, h * 0.12);
  stroke(
    pen,
    [
      [w * 0.5, h * 0.14],
      [w * 0.7, h * 0.12],
    ],
    '#fff',
    7,
  );
  stroke(
    pen,
    [
      [w * 0.5, h * 0.16],
      [w * 0.28, h * 0.2],
      [w * 0.24, h * 0.42],
    ],
    '#fff',
    6,
  );
  flame(pen, w * 0.8, h * 0.46, w * 0.11, '#fff');
  write(pen, '灭火器', w / 2, h * 0.76, w * 0.25, '#fff');
  write(pen, 'Fire extinguisher', w / 2, h * 0.91, w * 0.1, '#fff');
};

export const calendar: Draw = (pen, w, h) => {
  fill(pen, w, h, '#ffffff');
  pen.fillStyle = '#c8302a';
  pen.fillRect(0, 0, w, 60);
  write(pen, '十一月 NOV', w / 2, 32, 26, '#fff');
  for (let day = 0; day < 30; day++) {
    const cell = day + 6;
    const weekend = cell % 7 > 4;
    write(pen, String(day + 1), 20 + (cell % 7) * 23, 80 + Math.floor(cell / 7) * 25, 15, weekend ? '#c8302a' : '#444');
  }
};

export const clock: Draw = (pen) => {
  disc(pen, 96, 96, 95, '#fbf8f0');
  for (let i = 0; i < 12; i++) {
    const [s, c] = [Math.sin((i * Math.PI) / 6), Math.cos((i * Math.PI) / 6)];
    stroke(
      pen,
      [
        [96 + s * 74, 96 - c * 74],
        [96 + s * 85, 96 - c * 85],
      ],
      '#3b4a52',
      i % 3 ? 4 : 8,
    );
  }
  const hand = (angle: number, length: number, width: number, color: string) =>
    stroke(
      pen,
      [
        [96 - Math.sin(angle) * 10, 96 + Math.cos(angle) * 10],
        [96 + Math.sin(angle) * length, 96 - Math.cos(angle) * length],
      ],
      color,
      width,
    );
  hand(5.3, 44, 9, '#2f3b41');
  hand(0.9, 66, 6, '#2f3b41');
  hand(3, 72, 2.5, '#d2472f');
  disc(pen, 96, 96, 6, '#d2472f');
};

export const floorNumber: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 12, '#2f6b72');
  write(pen, '3', w / 2, h * 0.42, h * 0.62, '#fff');
  write(pen, '三层 3F', w / 2, h * 0.84, h * 0.16, '#fff');
};

/** Front of the hydrant cabinet on the landing. */
export const hydrant: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 8, '#f6f1e6');
  write(pen, '消火栓', w / 2, h * 0.36, h * 0.36, '#c8241f');
  write(pen, '火警 119', w / 2, h * 0.76, h * 0.22, '#c8241f');
};

/** A notice of numbered lines. */
export function notice(title: string, lines: string[], edge: string, colors: string[]): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, edge);
    round(pen, 10, 10, w - 20, h - 20, 10, '#f7efe0');
    write(pen, title, w / 2, h * 0.12, w * 0.105, '#c3402a');
    lines.forEach((line, i) => {
      const y = h * (0.23 + i * (0.74 / lines.length));
      const box = Math.min(54, (h * 0.62) / lines.length);
      round(pen, 20, y, box, box, 10, colors[i % colors.length]!);
      write(pen, String(i + 1), 20 + box / 2, y + box / 2 + 1, box * 0.62, '#fff');
      write(pen, line, 30 + box, y + box / 2, Math.min(18, (w - 50 - box) / line.length), '#333', 'left');
    });
  };
}

/** Paper with soft hills and a sun: a framed picture. */
export const landscape: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f3dfc1');
  disc(pen, w * 0.69, h * 0.34, h * 0.17, '#e9745a');
  const hills: [string, number, number][] = [
    ['#9fc2b6', 0.57, 0.2],
    ['#5f9a92', 0.69, 0.16],
    ['#2f6b72', 0.8, 0.11],
  ];
  hills.forEach(([color, level, swing], k) => {
    const ridge: [number, number][] = [[0, h]];
    for (let x = 0; x <= w; x += 4) {
      ridge.push([
        x,
        h * (level + Math.sin(x / (38 + k * 9) + k * 2) * swing * 0.6 + Math.sin(x / 17 + k) * swing * 0.12),
      ]);
    }
    ridge.push([w, h]);
    shape(pen, ridge, color);
  });
};
