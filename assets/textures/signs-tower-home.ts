/** What hangs in the flats of the tower: couplets, a poem, the television, a child's drawings. */
import { type Draw, disc, fill, round, shape, write } from './atlas.ts';

export const RED = '#b8241f';
export const GOLD = '#f4c95d';
/** One strip of a door couplet: characters from top to bottom, gold on red. */
export function couplet(words: string): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, RED);
    pen.strokeStyle = GOLD;
    pen.lineWidth = 3;
    pen.strokeRect(4, 4, w - 8, h - 8);
    [...words].forEach((word, i, all) => {
      write(pen, word, w / 2, (h / all.length) * (i + 0.5), Math.min(w * 0.72, (h / all.length) * 0.82), GOLD);
    });
  };
}

export const banner: Draw = (pen, w, h) => {
  fill(pen, w, h, RED);
  [...'出入平安'].forEach((word, i) => {
    write(pen, word, w * (0.14 + i * 0.24), h / 2 + 1, h * 0.68, GOLD);
  });
};

export const poem: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f5ecd8');
  [...'静水流深'].forEach((word, i) => {
    write(pen, word, w * (0.17 + i * 0.215), h * 0.5, h * 0.6, '#3a2a20');
  });
  round(pen, w * 0.93, h * 0.62, h * 0.17, h * 0.2, 3, '#b5302a');
};

export const television: Draw = (pen, w, h) => {
  fill(pen, w, h, '#14181b');
  shape(
    pen,
    [
      [0, 0],
      [w * 0.5, 0],
      [w * 0.18, h],
      [0, h],
    ],
    '#1d2428',
  );
};

/** A child's drawing: house, sun, tree. */
export const crayon: Draw = (pen, w, h) => {
  fill(pen, w, h, '#fdfaf1');
  disc(pen, w * 0.82, h * 0.2, h * 0.1, '#f2b233');
  pen.fillStyle = '#8fc27a';
  pen.fillRect(0, h * 0.8, w, h * 0.2);
  round(pen, w * 0.18, h * 0.45, w * 0.36, h * 0.38, 2, '#e9a27a');
  shape(
    pen,
    [
      [w * 0.12, h * 0.47],
      [w * 0.36, h * 0.18],
      [w * 0.6, h * 0.47],
    ],
    '#c8402c',
  );
  round(pen, w * 0.32, h * 0.6, w * 0.1, h * 0.23, 2, '#7a4f2b');
  pen.fillStyle = '#7a4f2b';
  pen.fillRect(w * 0.74, h * 0.55, w * 0.04, h * 0.28);
  disc(pen, w * 0.76, h * 0.5, h * 0.14, '#4f9a55');
};

/** Growth chart and alphabet for the child's wall. */
export const alphabet: Draw = (pen, w, h) => {
  fill(pen, w, h, '#eaf4f2');
  const words = ['日', '月', '山', '水', '火', '木', '人', '口', '大', '小', '上', '下'];
  const colours = ['#d8603c', '#e9a23b', '#3f8c86', '#5a7fb0'];
  words.forEach((word, i) => {
    const [x, y] = [w * (0.16 + (i % 4) * 0.225), h * (0.2 + Math.floor(i / 4) * 0.3)];
    round(pen, x - w * 0.09, y - h * 0.11, w * 0.18, h * 0.22, 8, colours[(i + Math.floor(i / 4)) % 4]!);
    write(pen, word, x, y + 1, h * 0.15, '#fff');
  });
};
