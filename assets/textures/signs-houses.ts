/** Signs that the houses of several rooms share: evacuation plans, assembly point, wall arrows, plates of doors. */
import { type Draw, disc, fill, round, shape, stroke, write } from './atlas.ts';

/** Rooms of a floor in metres, ways out as lines, and where the reader stands. */
export interface FloorPlan {
  title: string;
  rooms: { name: string; box: [number, number, number, number]; colour?: string }[];
  ways: [number, number][][];
  here: [number, number];
  note: string;
}

/** Evacuation plan of a floor: rooms, green ways, a red spot for the reader. */
export function evacuationPlan(plan: FloorPlan): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, '#0d8a4b');
    round(pen, 5, 5, w - 10, h - 10, 8, '#fbfaf3');
    write(pen, plan.title, w / 2, h * 0.09, h * 0.1, '#0d8a4b');
    const xs = plan.rooms.flatMap((r) => [r.box[0], r.box[2]]);
    const zs = plan.rooms.flatMap((r) => [r.box[1], r.box[3]]);
    const [x0, z0] = [Math.min(...xs), Math.min(...zs)];
    const scale = Math.min((w * 0.9) / (Math.max(...xs) - x0), (h * 0.58) / (Math.max(...zs) - z0));
    const left = (w - (Math.max(...xs) - x0) * scale) / 2;
    const at = (x: number, z: number): [number, number] => [left + (x - x0) * scale, h * 0.18 + (z - z0) * scale];
    for (const { name, box, colour } of plan.rooms) {
      const [a, b] = at(box[0], box[1]);
      const [width, height] = [(box[2] - box[0]) * scale, (box[3] - box[1]) * scale];
      pen.fillStyle = colour ?? '#eef0ea';
      pen.fillRect(a, b, width, height);
      pen.strokeStyle = '#4a5558';
      pen.lineWidth = 2.5;
      pen.strokeRect(a, b, width, height);
      const size = Math.min(h * 0.055, (width * 0.9) / Math.max(1, name.length));
      write(pen, name, a + width / 2, b + height / 2, size, '#4a5558', 'center', 'Regular');
    }
    for (const way of plan.ways)
      arrowLine(
        pen,
        way.map(([x, z]) => at(x, z)),
        h * 0.022,
      );
    const [hx, hz] = at(...plan.here);
    disc(pen, hx, hz, h * 0.028, '#c8241f');
    write(pen, plan.note, w / 2, h * 0.9, Math.min(h * 0.065, (w * 0.92) / plan.note.length), '#c8241f');
  };
}

function arrowLine(pen: Parameters<Draw>[0], points: [number, number][], thick: number): void {
  stroke(pen, points, '#10a35a', thick);
  const [end, before] = [points.at(-1)!, points.at(-2)!];
  const angle = Math.atan2(end[1] - before[1], end[0] - before[0]);
  const tip = (turn: number, reach: number): [number, number] => [
    end[0] + Math.cos(angle + turn) * reach,
    end[1] + Math.sin(angle + turn) * reach,
  ];
  shape(pen, [tip(0, thick * 2.2), tip(2.2, thick * 1.8), tip(-2.2, thick * 1.8)], '#10a35a');
}

/** Four people between four arrows, as GB/T 10001 shows the place to gather. */
export const assembly: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 12, '#0d8a4b');
  const middle = w / 2;
  const up = h * 0.36;
  const s = Math.min(w, h) * 0.11;
  for (const [dx, dy] of [
    [-1, 0],
    [1, 0],
    [0, -0.7],
    [0, 0.9],
  ] as const) {
    disc(pen, middle + dx * s, up + dy * s - s * 0.62, s * 0.3, '#fff');
    round(pen, middle + dx * s - s * 0.34, up + dy * s - s * 0.28, s * 0.68, s * 0.95, s * 0.25, '#fff');
  }
  for (const [sx, sy] of [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ] as const) {
    const [x, y] = [middle + sx * s * 2.5, up + sy * s * 1.9];
    shape(
      pen,
      [
        [x - sx * s, y - sy * s],
        [x - sx * s * 0.1, y - sy * s * 0.95],
        [x - sx * s * 0.95, y - sy * s * 0.1],
      ],
      '#fff',
    );
    stroke(
      pen,
      [
        [x, y],
        [x - sx * s * 0.6, y - sy * s * 0.6],
      ],
      '#fff',
      s * 0.24,
    );
  }
  write(pen, '应急集合点', middle, h * 0.76, Math.min(h * 0.15, w * 0.17), '#fff');
  write(pen, 'ASSEMBLY POINT', middle, h * 0.9, Math.min(h * 0.075, w * 0.09), '#fff');
};

/** White on a coloured plate, a second line smaller. */
export function plate(text: string, ground: string, ink = '#fff', second = ''): Draw {
  return (pen, w, h) => {
    round(pen, 0, 0, w, h, Math.min(10, h * 0.12), ground);
    const size = Math.min(h * (second ? 0.46 : 0.62), (w * 0.9) / text.length);
    write(pen, text, w / 2, h * (second ? 0.4 : 0.52), size, ink);
    if (second) write(pen, second, w / 2, h * 0.78, Math.min(h * 0.2, (w * 1.5) / second.length), ink);
  };
}

/** Low wall sign of GB 17945: a green arrow; left points to the reader's left. */
export function wayArrow(left: boolean): Draw {
  return (pen, w, h) => {
    round(pen, 0, 0, w, h, 8, '#10a35a');
    pen.save();
    if (left) {
      pen.translate(w, 0);
      pen.scale(-1, 1);
    }
    shape(
      pen,
      [
        [w * 0.1, h * 0.38],
        [w * 0.58, h * 0.38],
        [w * 0.58, h * 0.14],
        [w * 0.92, h * 0.5],
        [w * 0.58, h * 0.86],
        [w * 0.58, h * 0.62],
        [w * 0.1, h * 0.62],
      ],
      '#fff',
    );
    pen.restore();
  };
}
