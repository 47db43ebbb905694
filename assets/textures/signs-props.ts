/** Atlas of everything movable: plain swatches, extinguisher labels, gauge, switches, packages; and its gloss map. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { type Draw, disc, fill, openAtlas, round, saveAtlas, shape, sign, stroke, TEXTURES, write } from './atlas.ts';
import { exit, flame, luck } from './signs-common.ts';
import { arrow, bikePlate, exitLit, fill1, fireDoor, liftPlate, maskBox } from './signs-escape.ts';

/** White fields of the atlas: a part without a picture takes its colour from its vertices and its gloss from here. */
export const SWATCHES = {
  matte: { roughness: 0.82, metalness: 0 },
  gloss: { roughness: 0.3, metalness: 0 },
  metal: { roughness: 0.34, metalness: 1 },
  wood: { roughness: 0.55, metalness: 0 },
} as const;
const ORM_SIZE = 256;

interface Bottle {
  title: string;
  model: string;
  colour: string;
  classes: string;
  temper: string;
}

/** Front label in the order of GB 4351: name and model, how to use it in pictures, fire classes, care. */
function bottleLabel(bottle: Bottle): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, '#f7f3e8');
    fill(pen, w, 50, bottle.colour);
    write(pen, bottle.title, w / 2, 26, 32, '#fff');
    write(pen, bottle.model, w / 2, 66, 22, '#222');
    const steps = ['拔销', '握管', '压把', '扫射'];
    steps.forEach((step, i) => {
      const x = 8 + i * ((w - 16) / 4);
      round(pen, x + 2, 82, (w - 16) / 4 - 4, 66, 6, '#e9ddc4');
      disc(pen, x + (w - 16) / 8, 106, 17, bottle.colour);
      write(pen, String(i + 1), x + (w - 16) / 8, 107, 24, '#fff');
      write(pen, step, x + (w - 16) / 8, 136, 20, '#222');
    });
    write(pen, '适用火灾', 10, 170, 20, '#333', 'left');
    [...bottle.classes].forEach((letter, i) => {
      round(pen, 104 + i * 38, 155, 32, 30, 5, '#2f6b9a');
      write(pen, letter, 120 + i * 38, 171, 24, '#fff');
    });
    write(pen, bottle.temper, w / 2, 204, 17, '#444', 'center', 'Regular');
    write(pen, '对准火焰根部  距离约 3 米', w / 2, 228, 18, '#b0281f');
  };
}

/** Pressure gauge: red low on the left, green in the middle, yellow over-charged on the right. */
const gauge: Draw = (pen, w) => {
  const c = w / 2;
  disc(pen, c, c, c, '#3a3d40');
  disc(pen, c, c, c * 0.94, '#f8f8f4');
  const band = (from: number, to: number, colour: string) => {
    pen.strokeStyle = colour;
    pen.lineWidth = c * 0.3;
    pen.beginPath();
    pen.arc(c, c, c * 0.7, from - Math.PI / 2, to - Math.PI / 2);
    pen.stroke();
  };
  band(-1.75, -0.5, '#d02a20');
  band(-0.5, 0.5, '#2aa250');
  band(0.5, 1.75, '#e8b92e');
  write(pen, 'MPa', c, c * 1.45, c * 0.24, '#333');
  write(pen, '1.2', c, c * 0.86, c * 0.2, '#333');
};

const blanketBox: Draw = (pen, w, h) => {
  fill(pen, w, h, '#c8241f');
  round(pen, 10, 10, w - 20, 84, 8, '#fff');
  write(pen, '灭火毯', w / 2, 40, 36, '#c8241f');
  write(pen, 'FIRE BLANKET', w / 2, 74, 14, '#c8241f');
  write(pen, '下拉取出', w / 2, 120, 24, '#fff');
  shape(
    pen,
    [
      [w / 2 - 18, 142],
      [w / 2 + 18, 142],
      [w / 2, 172],
    ],
    '#fff',
  );
};

const breakerPlate: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f1efe8');
  shape(
    pen,
    [
      [30, 14],
      [54, 56],
      [6, 56],
    ],
    '#f0c419',
  );
  shape(
    pen,
    [
      [32, 22],
      [22, 40],
      [30, 40],
      [27, 52],
      [39, 34],
      [31, 34],
    ],
    '#222',
  );
  write(pen, '配电箱', 108, 36, 34, '#333');
  ['总闸', '厨房', '插座', '照明', '空调', '热水'].forEach((text, i) => {
    write(pen, text, 15 + i * 28, 78, 12, '#444');
  });
};

const flourBag: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f4ead2');
  fill(pen, w, h * 0.2, '#b5402a');
  write(pen, '高筋', w / 2, h * 0.11, h * 0.12, '#fff');
  write(pen, '面粉', w / 2, h * 0.42, h * 0.26, '#7a4a1d');
  stroke(
    pen,
    [
      [w * 0.5, h * 0.92],
      [w * 0.5, h * 0.62],
    ],
    '#c99a3c',
    5,
  );
  for (const s of [-1, 1]) {
    for (let i = 0; i < 3; i++) {
      stroke(
        pen,
        [
          [w * 0.5, h * (0.8 - i * 0.07)],
          [w * (0.5 + s * 0.13), h * (0.72 - i * 0.07)],
        ],
        '#c99a3c',
        6,
      );
    }
  }
};

function plate(text: string): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, '#c8302a');
    write(pen, text, w / 2, h / 2, h * 0.56, '#fdf2d8');
  };
}

const phoneScreen: Draw = (pen, w, h) => {
  fill(pen, w, h, '#12303a');
  write(pen, '18:30', w / 2, h * 0.1, w * 0.2, '#e8f4f4');
  const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '✱', '0', '#'];
  keys.forEach((key, i) => {
    const [x, y] = [w * (0.22 + (i % 3) * 0.28), h * (0.3 + Math.floor(i / 3) * 0.14)];
    disc(pen, x, y, w * 0.1, '#24505c');
    write(pen, key, x, y + 1, w * 0.13, '#fff');
  });
  disc(pen, w / 2, h * 0.89, w * 0.12, '#2fae5b');
};

const callPoint: Draw = (pen, w, h) => {
  fill(pen, w, h, '#c8241f');
  round(pen, w * 0.14, h * 0.2, w * 0.72, h * 0.56, 6, '#f6f3ea');
  flame(pen, w / 2, h * 0.42, h * 0.12, '#c8241f');
  write(pen, '按下', w / 2, h * 0.65, h * 0.13, '#222');
  write(pen, '火灾报警', w / 2, h * 0.1, h * 0.12, '#fff');
  write(pen, 'FIRE ALARM', w / 2, h * 0.87, h * 0.09, '#fff');
};

const hoodPanel: Draw = (pen, w, h) => {
  fill(pen, w, h, '#15191b');
  ['#e85b4a', '#e8e4da', '#57e3c2'].forEach((colour, i) => {
    disc(pen, w * (0.08 + i * 0.09), h / 2, h * 0.16, colour);
  });
  write(pen, '开关 风量 照明', w * 0.78, h / 2, h * 0.3, '#c9d3d3');
};

function cartonSide(name: string, mark: string): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, '#c79b66');
    for (let i = 0; i < 26; i++) {
      pen.globalAlpha = 0.06;
      fill1(pen, 0, (i * h) / 26, w, 2);
    }
    pen.globalAlpha = 1;
    pen.fillStyle = '#d9b98a';
    pen.fillRect(0, h * 0.44, w, h * 0.1);
    write(pen, name, w / 2, h * 0.24, h * 0.2, '#5a3a1c');
    write(pen, mark, w / 2, h * 0.7, h * 0.11, '#5a3a1c');
    for (const x of [0.78, 0.88]) {
      stroke(
        pen,
        [
          [w * x, h * 0.94],
          [w * x, h * 0.82],
        ],
        '#5a3a1c',
        4,
      );
      shape(
        pen,
        [
          [w * x - 8, h * 0.85],
          [w * x + 8, h * 0.85],
          [w * x, h * 0.76],
        ],
        '#5a3a1c',
      );
    }
  };
}

function packet(text: string, colours: [string, string, string]): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, colours[0]);
    shape(
      pen,
      [
        [w * 0.14, h * 0.58],
        [w * 0.86, h * 0.58],
        [w * 0.7, h * 0.86],
        [w * 0.3, h * 0.86],
      ],
      colours[1],
    );
    disc(pen, w * 0.62, h * 0.5, w * 0.1, colours[2]);
    round(pen, w * 0.08, h * 0.12, w * 0.84, h * 0.26, 8, colours[2]);
    write(pen, text, w / 2, h * 0.25, Math.min(h * 0.2, (w * 0.8) / text.length), '#fff');
  };
}

const BOTTLES: Record<string, Bottle> = {
  ext_abc: {
    title: '干粉灭火器',
    model: 'MFZ/ABC4  4kg',
    colour: '#c3201c',
    classes: 'ABCE',
    temper: '使用温度 -20℃～+55℃',
  },
  ext_water: {
    title: '水基型灭火器',
    model: 'MSZ/3  3L',
    colour: '#1f7a4a',
    classes: 'AB',
    temper: '使用温度 +5℃～+55℃',
  },
  ext_co2: {
    title: '二氧化碳灭火器',
    model: 'MT/3  3kg',
    colour: '#2b2f33',
    classes: 'BCE',
    temper: '勿握喷筒金属  当心冻伤',
  },
  ext_wet: {
    title: '厨房专用灭火器',
    model: 'F 类  3L',
    colour: '#c9a227',
    classes: 'ABF',
    temper: '使用温度 +5℃～+55℃',
  },
};

export async function propSigns(): Promise<void> {
  const atlas = openAtlas('props', 1024);
  for (const [name, bottle] of Object.entries(BOTTLES)) sign(atlas, name, 252, 244, bottleLabel(bottle));
  sign(atlas, 'phone', 118, 212, phoneScreen);
  sign(atlas, 'blanket', 132, 192, blanketBox);
  sign(atlas, 'carton', 256, 192, cartonSide('矿泉水', '24 瓶 / 箱   易碎 · 向上'));
  sign(atlas, 'carton2', 256, 192, cartonSide('纸 巾', '3 层 × 120 抽   向上'));
  sign(atlas, 'flour', 140, 190, flourBag);
  sign(atlas, 'fu', 160, 160, luck);
  sign(atlas, 'gauge', 128, 128, gauge);
  sign(atlas, 'callpoint', 128, 128, callPoint);
  sign(atlas, 'exit', 320, 128, exit);
  sign(atlas, 'breaker', 170, 92, breakerPlate);
  const packets: [string, string, [string, string, string]][] = [
    ['pack1', '方便面', ['#d8442c', '#f2c14e', '#8a1f16']],
    ['pack2', '薯片', ['#e9a23b', '#f6ecd9', '#c3402a']],
    ['pack3', '饼干', ['#3f78b0', '#f2d9a0', '#1f4a7a']],
    ['pack4', '洗衣粉', ['#2f9a8a', '#ffffff', '#1f6f78']],
    ['pack5', '火腿肠', ['#c8302a', '#f4a5a0', '#7a1712']],
    ['pack6', '米线', ['#f0e2c0', '#5aa37c', '#c3402a']],
  ];
  for (const [name, text, colours] of packets) sign(atlas, name, 96, 120, packet(text, colours));
  sign(atlas, 'push', 150, 50, plate('推  PUSH'));
  sign(atlas, 'pull', 150, 50, plate('拉  PULL'));
  sign(atlas, 'hood', 256, 48, hoodPanel);
  sign(atlas, 'exitlit', 336, 128, exitLit);
  sign(atlas, 'maskbox', 110, 128, maskBox);
  sign(atlas, 'liftplate', 124, 104, liftPlate);
  sign(atlas, 'firedoor', 190, 76, fireDoor);
  sign(atlas, 'arrow', 52, 76, arrow);
  sign(atlas, 'bikeplate', 84, 36, bikePlate);
  for (const name of Object.keys(SWATCHES)) sign(atlas, name, 40, 40, (pen, w, h) => fill(pen, w, h, '#ffffff'));
  await saveAtlas(atlas);

  // glTF reads roughness from green and metalness from blue
  const canvas = createCanvas(ORM_SIZE, ORM_SIZE);
  const pen = canvas.getContext('2d');
  fill(pen, ORM_SIZE, ORM_SIZE, 'rgb(255,110,0)');
  for (const [name, { roughness, metalness }] of Object.entries(SWATCHES)) {
    const [u0, v0, u1, v1] = atlas.places[name]!;
    pen.fillStyle = `rgb(255,${Math.round(roughness * 255)},${Math.round(metalness * 255)})`;
    pen.fillRect(
      Math.floor(u0 * ORM_SIZE) - 1,
      Math.floor((1 - v1) * ORM_SIZE) - 1,
      Math.ceil((u1 - u0) * ORM_SIZE) + 2,
      Math.ceil((v1 - v0) * ORM_SIZE) + 2,
    );
  }
  writeFileSync(join(TEXTURES, 'props_orm.png'), await canvas.encode('png'));
}
