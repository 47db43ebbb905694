/** Atlas of the school, and the panorama of trees and town round its grounds. */
import { type Draw, disc, fill, openAtlas, type Pen, round, saveAtlas, shape, sign, stroke, write } from './atlas.ts';
import { block, cloud, dice, GREENS, ridge, save, sky, tree } from './backdrops.ts';
import { clock, extinguisherPlate, hydrant, landscape, notice } from './signs-common.ts';
import { assembly, evacuationPlan, plate, wayArrow } from './signs-houses.ts';

/** Chalk on green: today's lesson is how to leave a school on fire. */
const lesson: Draw = (pen, w, h) => {
  fill(pen, w, h, '#24523f');
  const rand = dice(8);
  pen.globalAlpha = 0.05;
  for (let i = 0; i < 60; i++) {
    pen.fillStyle = '#ffffff';
    pen.beginPath();
    pen.ellipse(rand() * w, rand() * h, 30 + rand() * 70, 6 + rand() * 14, rand() * 3, 0, Math.PI * 2);
    pen.fill();
  }
  pen.globalAlpha = 1;
  write(pen, '安全第一课：火灾逃生', w * 0.36, h * 0.14, h * 0.15, '#f6f2dc');
  stroke(
    pen,
    [
      [w * 0.08, h * 0.25],
      [w * 0.64, h * 0.245],
    ],
    '#f2d98a',
    3,
  );
  ['听老师指挥  不慌不乱', '弯腰低姿  湿巾捂口鼻', '靠右下楼  不推不挤', '到操场集合  报人数'].forEach((line, i) => {
    write(
      pen,
      `${i + 1}. ${line}`,
      w * 0.09,
      h * (0.36 + i * 0.165),
      h * 0.105,
      i === 1 ? '#f2d98a' : '#eef2e6',
      'left',
      'Regular',
    );
  });
  chalkHouse(pen, w * 0.7, h * 0.28, w * 0.2, h * 0.5);
  write(pen, '值日生：小岚', w * 0.92, h * 0.92, h * 0.075, '#cfe0d0', 'right', 'Regular');
};

/** A house with smoke above and children walking out, in chalk strokes. */
function chalkHouse(pen: Pen, x: number, y: number, w: number, h: number): void {
  const chalk = '#e8efe2';
  pen.strokeStyle = chalk;
  pen.lineWidth = 3;
  pen.strokeRect(x, y + h * 0.25, w * 0.75, h * 0.7);
  for (const [i, j] of [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ] as const)
    pen.strokeRect(x + w * (0.1 + i * 0.36), y + h * (0.34 + j * 0.3), w * 0.18, h * 0.16);
  for (let i = 0; i < 3; i++)
    stroke(
      pen,
      Array.from({ length: 7 }, (_, k) => [
        x + w * (0.2 + i * 0.18 + 0.03 * Math.sin(k + i)),
        y + h * (0.22 - k * 0.05),
      ]) as [number, number][],
      '#b9c8ba',
      5,
    );
  for (let i = 0; i < 3; i++) {
    const px = x + w * (0.9 + i * 0.16);
    disc(pen, px, y + h * 0.62, h * 0.045, '#f2d98a');
    stroke(
      pen,
      [
        [px, y + h * 0.67],
        [px, y + h * 0.82],
        [px - w * 0.03, y + h * 0.95],
      ],
      '#f2d98a',
      4,
    );
    stroke(
      pen,
      [
        [px, y + h * 0.82],
        [px + w * 0.04, y + h * 0.94],
      ],
      '#f2d98a',
      4,
    );
  }
}

/** The newspaper that pupils write on the back wall. */
const wallPaper: Draw = (pen, w, h) => {
  fill(pen, w, h, '#2b5a47');
  write(pen, '平安校园', w * 0.5, h * 0.18, h * 0.2, '#f4d98a');
  const colours = ['#f3e6c4', '#dfeee2', '#f6dcd2', '#dde8f2'];
  const words = ['119 怎么打', '逃生路线图', '防震避险', '安全小标兵'];
  words.forEach((word, i) => {
    const x = w * (0.03 + i * 0.245);
    round(pen, x, h * 0.34, w * 0.21, h * 0.58, 8, colours[i]!);
    write(pen, word, x + w * 0.105, h * 0.43, h * 0.09, '#a8382c');
    for (let k = 0; k < 5; k++)
      stroke(
        pen,
        [
          [x + w * 0.02, h * (0.53 + k * 0.075)],
          [x + w * (k === 4 ? 0.12 : 0.19), h * (0.53 + k * 0.075)],
        ],
        '#8a938c',
        2.5,
      );
  });
  for (let i = 0; i < 12; i++) {
    const x = i % 2 ? w * (0.06 + 0.02 * i) : w * (0.95 - 0.02 * i);
    disc(pen, x, h * 0.12 + (i % 3) * 8, 6, ['#e8709a', '#f4d24a', '#8fc46a'][i % 3]!);
  }
};

/** Window of the facade seen from the playground. */
const facadeWindow: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f1f1ec');
  const glass = pen.createLinearGradient(0, 0, w, h);
  glass.addColorStop(0, '#9cc4d8');
  glass.addColorStop(0.5, '#6f9fb8');
  glass.addColorStop(1, '#527f98');
  pen.fillStyle = glass;
  for (let i = 0; i < 2; i++) pen.fillRect(8 + i * (w / 2 - 3), 8, w / 2 - 13, h - 16);
  pen.globalAlpha = 0.35;
  shape(
    pen,
    [
      [w * 0.1, h],
      [w * 0.4, 0],
      [w * 0.52, 0],
      [w * 0.22, h],
    ],
    '#ffffff',
  );
  pen.globalAlpha = 1;
  pen.fillStyle = '#f1f1ec';
  pen.fillRect(w / 2 - 4, 0, 8, h);
};

function groundMark(text: string): Draw {
  return (pen, w, h) => {
    pen.strokeStyle = '#f6f7f2';
    pen.lineWidth = 7;
    pen.strokeRect(5, 5, w - 10, h - 10);
    write(pen, text, w / 2, h / 2, Math.min(h * 0.36, (w * 0.82) / text.length), '#f6f7f2');
  };
}

/** The world in soft colours: a map for the classroom wall, with no borders on it. */
const worldMap: Draw = (pen, w, h) => {
  fill(pen, w, h, '#a8d4e6');
  const rand = dice(77);
  for (const [x, y, sx, sy, c] of [
    [0.2, 0.36, 0.13, 0.2, '#8fbf7a'],
    [0.28, 0.68, 0.07, 0.2, '#a8c46a'],
    [0.5, 0.32, 0.09, 0.12, '#d8c47a'],
    [0.53, 0.6, 0.09, 0.2, '#e0b46a'],
    [0.7, 0.36, 0.19, 0.2, '#9cc88a'],
    [0.83, 0.72, 0.08, 0.09, '#d8a86a'],
  ] as const)
    for (let i = 0; i < 14; i++) {
      pen.fillStyle = c;
      pen.beginPath();
      pen.ellipse(
        w * (x + (rand() - 0.5) * sx),
        h * (y + (rand() - 0.5) * sy),
        w * sx * 0.33,
        h * sy * 0.3,
        rand(),
        0,
        Math.PI * 2,
      );
      pen.fill();
    }
  pen.strokeStyle = '#ffffff90';
  pen.lineWidth = 1.5;
  for (let i = 1; i < 6; i++) {
    pen.strokeRect(0, (h * i) / 6, w, 0.1);
    pen.strokeRect((w * i) / 6, 0, 0.1, h);
  }
  pen.strokeStyle = '#8a5a33';
  pen.lineWidth = 6;
  pen.strokeRect(3, 3, w - 6, h - 6);
};

const plan = evacuationPlan({
  title: '四楼疏散示意图',
  rooms: [
    { name: '储物间', box: [-12, -6, -9.2, 0.9] },
    { name: '四(1)班', box: [-9.2, -6, -4, 0.9] },
    { name: '四(2)班', box: [-4, -6, 4.4, 0.9], colour: '#faf3e0' },
    { name: '四(3)班', box: [4.4, -6, 12, 0.9] },
    { name: '走 廊', box: [-12, 0.9, 12, 3.5] },
    { name: '西梯', box: [-17.8, 0.9, -12, 3.5], colour: '#dcefe0' },
    { name: '东梯', box: [12, 0.9, 17.8, 3.5], colour: '#dcefe0' },
  ],
  ways: [
    [
      [2.4, 2.9],
      [14, 2.9],
    ],
    [
      [-2.4, 2.9],
      [-14, 2.9],
    ],
  ],
  here: [0.6, 1.5],
  note: '一梯有烟 改走另一梯 两梯有烟 回教室固守',
});

export async function schoolSigns(): Promise<void> {
  const atlas = openAtlas('school', 1024);
  sign(atlas, 'lesson', 760, 254, lesson);
  sign(
    atlas,
    'poster',
    186,
    252,
    notice('火场逃生 要记牢', ['先试门 再开门', '有烟 弯腰走', '不坐电梯', '不返回拿书包'], '#b5402a', [
      '#cf4a36',
      '#e9a23b',
      '#5aa37c',
      '#1f6f78',
    ]),
  );
  sign(atlas, 'paper', 560, 208, wallPaper);
  sign(atlas, 'plan', 300, 208, plan);
  sign(atlas, 'assembly', 140, 164, assembly);
  sign(atlas, 'map', 250, 164, worldMap);
  sign(atlas, 'art', 214, 160, landscape);
  sign(
    atlas,
    'poster2',
    120,
    164,
    notice('上下楼梯', ['靠右走', '不推挤', '扶好扶手'], '#1f6f78', ['#5aa37c', '#1f6f78']),
  );
  sign(atlas, 'window', 128, 128, facadeWindow);
  sign(atlas, 'clock', 128, 128, (pen) => {
    pen.scale(2 / 3, 2 / 3);
    clock(pen, 192, 192);
  });
  for (const n of [1, 2, 3]) sign(atlas, `mark${n}`, 190, 120, groundMark(`四(${n})班`));
  sign(atlas, 'ext_sign', 90, 120, extinguisherPlate);
  sign(atlas, 'gather', 300, 100, groundMark('应急集合点'));
  sign(atlas, 'hydrant', 128, 96, hydrant);
  for (const n of [4, 3, 2, 1])
    sign(atlas, `floor${n}`, 96, 96, plate(`${n}F`, '#2f6b72', '#fff', `${['', '一', '二', '三', '四'][n]}层`));
  for (const n of [1, 2, 3]) sign(atlas, `class${n}`, 128, 64, plate(`四(${n})班`, '#2f6b72'));
  sign(atlas, 'store', 128, 64, plate('储物间', '#5f6f74'));
  sign(atlas, 'fire_door', 160, 64, plate('防火门 保持常闭', '#c8241f'));
  sign(atlas, 'keep_clear', 200, 64, plate('疏散通道 严禁堆物', '#c8241f'));
  sign(atlas, 'motto', 400, 64, plate('勤学 · 守信 · 平安 · 自立', '#a8382c', '#f6e6c0'));
  sign(atlas, 'name', 330, 64, plate('翠湖实验小学', '#a8382c', '#f6e6c0'));
  sign(atlas, 'arrow_left', 96, 48, wayArrow(true));
  sign(atlas, 'arrow_right', 96, 48, wayArrow(false));
  await saveAtlas(atlas);
  await save('backdrop_school', 2048, 640, panorama);
}

/** Hills, town and plane trees, the same at both ends so that it closes round the grounds. */
const panorama: Draw = (pen, w, h) => {
  const rand = dice(61);
  sky(pen, w, h, [
    [0, '#7cbcec'],
    [0.4, '#bfe0f0'],
    [0.62, '#eaf3ea'],
  ]);
  for (const [x, y, s, a] of [
    [0.12, 0.2, 46, 0.85],
    [0.36, 0.12, 60, 0.8],
    [0.55, 0.28, 36, 0.6],
    [0.78, 0.16, 54, 0.8],
    [0.92, 0.3, 30, 0.6],
  ] as const)
    cloud(pen, w * x, h * y, s, a);
  ridge(pen, w, h, 0.5, 14, 1, '#b3cbd6');
  ridge(pen, w, h, 0.56, 12, 4, '#94b8b4');
  for (let i = 0; i < 22; i++)
    block(
      pen,
      (i * w) / 22 + rand() * 20,
      h * 0.93,
      60 + rand() * 30,
      5 + Math.floor(rand() * 7),
      20,
      ['#d6dcda', '#ddd2c2', '#cbd3d6', '#dcc9b4'][i % 4]!,
      '#8aa7b8',
      rand,
    );
  for (let i = 0; i < 12; i++)
    block(
      pen,
      (i * w) / 12 + rand() * 60,
      h,
      96 + rand() * 40,
      3 + Math.floor(rand() * 4),
      32,
      ['#e8d8c0', '#e6e4dc', '#e3c6a8'][i % 3]!,
      '#7f9fb0',
      rand,
    );
  for (let i = 0; i < 40; i++) tree(pen, (i + rand()) * (w / 40), h * 1.03, 90 + rand() * 60, GREENS, rand);
};
