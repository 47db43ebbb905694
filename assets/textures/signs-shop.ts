/** Atlas of the shop: goods on the shelves, drinks, price tags, notices, the shop's own sign. */
import { type Draw, disc, fill, openAtlas, type Pen, round, saveAtlas, shape, sign, stroke, write } from './atlas.ts';
import { clock, exit, extinguisherPlate, luck, notice } from './signs-common.ts';

/** [name on the pack, ground, accent, band] */
export const GOODS: [string, string, string, string][] = [
  ['方便面', '#d8442c', '#f2c14e', '#8a1f16'],
  ['薯片', '#e9a23b', '#f6ecd9', '#c3402a'],
  ['饼干', '#3f78b0', '#f2d9a0', '#1f4a7a'],
  ['洗衣粉', '#2f9a8a', '#ffffff', '#1f6f78'],
  ['火腿肠', '#c8302a', '#f4a5a0', '#7a1712'],
  ['米线', '#f0e2c0', '#5aa37c', '#c3402a'],
  ['牛奶', '#eaf2f6', '#7fb0d8', '#2f6b9a'],
  ['抽纸', '#f4d3d8', '#ffffff', '#c8708a'],
  ['普洱茶', '#6b4a2c', '#c99a63', '#3a2618'],
  ['瓜子', '#c8842c', '#f6e3b4', '#7a3a16'],
  ['酱油', '#4a2a1c', '#c8302a', '#2b1710'],
  ['鲜花饼', '#e8b7c4', '#fff3e0', '#b5406a'],
  ['香皂', '#bfe0cf', '#ffffff', '#3f8c6a'],
  ['牙膏', '#f2f4f6', '#d8442c', '#2f6bb0'],
  ['糖果', '#f4a5c0', '#fff0a0', '#c8407a'],
  ['电池', '#2b2f33', '#c99a3c', '#b5302a'],
];

/** Four ways to dress a packet, so that a shelf does not look stamped. */
const PICTURES: ((pen: Pen, w: number, h: number, accent: string, band: string) => void)[] = [
  (pen, w, h, accent, band) => {
    shape(
      pen,
      [
        [w * 0.14, h * 0.62],
        [w * 0.86, h * 0.62],
        [w * 0.7, h * 0.88],
        [w * 0.3, h * 0.88],
      ],
      accent,
    );
    for (const x of [0.36, 0.5, 0.64])
      stroke(
        pen,
        [
          [w * x, h * 0.57],
          [w * (x + 0.04), h * 0.52],
          [w * x, h * 0.47],
        ],
        band,
        3,
      );
  },
  (pen, w, h, accent, band) => {
    for (const [x, y, r] of [
      [0.3, 0.6, 0.15],
      [0.62, 0.56, 0.12],
      [0.46, 0.78, 0.17],
      [0.78, 0.78, 0.11],
    ] as const) {
      disc(pen, w * x, h * y, w * r, accent);
      disc(pen, w * (x - 0.03), h * (y - 0.02), w * r * 0.4, band);
    }
  },
  (pen, w, h, accent, band) => {
    shape(
      pen,
      [
        [0, h * 0.7],
        [w * 0.3, h * 0.58],
        [w * 0.6, h * 0.72],
        [w, h * 0.56],
        [w, h],
        [0, h],
      ],
      accent,
    );
    disc(pen, w * 0.72, h * 0.54, w * 0.1, band);
  },
  (pen, w, h, accent, band) => {
    for (let i = 0; i < 6; i++) {
      const a = (i * Math.PI) / 3;
      disc(pen, w * 0.5 + Math.cos(a) * w * 0.2, h * 0.68 + Math.sin(a) * w * 0.2, w * 0.12, accent);
    }
    disc(pen, w * 0.5, h * 0.68, w * 0.11, band);
  },
];

function pack([text, ground, accent, band]: [string, string, string, string], index: number): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, ground);
    PICTURES[index % PICTURES.length]!(pen, w, h, accent, band);
    round(pen, w * 0.06, h * 0.1, w * 0.88, h * 0.3, 7, band);
    write(pen, text, w / 2, h * 0.255, Math.min(h * 0.23, (w * 0.82) / text.length), '#fff');
    pen.fillStyle = band;
    pen.fillRect(0, h * 0.94, w, h * 0.06);
  };
}

function priceTag(price: string): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, '#fdf6e0');
    fill(pen, w * 0.3, h, '#c8302a');
    write(pen, '特价', w * 0.15, h / 2, h * 0.42, '#fff');
    write(pen, `¥${price}`, w * 0.64, h / 2, h * 0.72, '#b5201c');
  };
}

const fascia: Draw = (pen, w, h) => {
  fill(pen, w, h, '#b5281f');
  fill(pen, w, 8, '#f2c14e');
  pen.fillStyle = '#f2c14e';
  pen.fillRect(0, h - 8, w, 8);
  write(pen, '翠湖便民超市', w / 2, h * 0.52, h * 0.62, '#fdf2d8');
};

/** A payment plate with a pattern that is no readable code: nobody can be sent money by scanning it. */
const payPlate: Draw = (pen, w, h) => {
  fill(pen, w, h, '#2aa250');
  write(pen, '扫码付款', w / 2, h * 0.12, h * 0.13, '#fff');
  round(pen, w * 0.12, h * 0.24, w * 0.76, w * 0.76, 8, '#fff');
  const cells = 13;
  const size = (w * 0.64) / cells;
  for (let y = 0; y < cells; y++) {
    for (let x = 0; x < cells; x++) {
      if ((x * 7 + y * 13 + ((x * y) % 5)) % 3) continue;
      pen.fillStyle = '#222';
      pen.fillRect(w * 0.18 + x * size, h * 0.24 + w * 0.06 + y * size, size, size);
    }
  }
  write(pen, '演练用', w / 2, h * 0.92, h * 0.09, '#fff');
};

const welcome: Draw = (pen, w, h) => {
  fill(pen, w, h, '#d8382c');
  write(pen, '欢 迎 光 临', w / 2, h * 0.5, h * 0.6, '#fdf2d8');
};

const hours: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f6ecd9');
  write(pen, '营业时间', w / 2, h * 0.3, h * 0.26, '#7a2a1c');
  write(pen, '8:00 — 22:00', w / 2, h * 0.7, h * 0.28, '#333');
};

const drinksHeader: Draw = (pen, w, h) => {
  fill(pen, w, h, '#2f7fb8');
  for (let i = 0; i < 9; i++)
    stroke(
      pen,
      [
        [w * (i / 8), 0],
        [w * (i / 8) - 30, h],
      ],
      '#3f93cc',
      10,
    );
  write(pen, '冰爽饮品', w / 2, h * 0.52, h * 0.62, '#fff');
};

export async function shopSigns(): Promise<void> {
  const atlas = openAtlas('shop', 1024);
  sign(
    atlas,
    'poster',
    224,
    304,
    notice('店铺消防 四会', ['会查火灾隐患', '会扑救初起火', '会组织疏散', '会宣传知识'], '#b5402a', [
      '#cf4a36',
      '#e9a23b',
      '#5aa37c',
      '#1f6f78',
    ]),
  );
  sign(
    atlas,
    'poster2',
    224,
    304,
    notice(
      '灭火器 月月查',
      ['指针在绿区', '销子铅封在', '软管无裂纹', '瓶身无锈蚀', '年份未到期', '摆放无遮挡'],
      '#1f6f78',
      ['#5aa37c', '#1f6f78'],
    ),
  );
  sign(atlas, 'ext_sign', 160, 216, extinguisherPlate);
  sign(atlas, 'clock', 192, 192, clock);
  sign(atlas, 'pay', 150, 200, payPlate);
  sign(atlas, 'fu', 160, 160, luck);
  sign(atlas, 'fascia', 640, 132, fascia);
  sign(atlas, 'exit', 320, 128, exit);
  sign(atlas, 'drinks', 480, 96, drinksHeader);
  sign(atlas, 'welcome', 300, 84, welcome);
  sign(atlas, 'hours', 200, 84, hours);
  for (const [i, good] of GOODS.entries()) sign(atlas, `pack${i}`, 84, 104, pack(good, i));
  for (const [i, price] of ['3.5', '5.0', '6.8', '9.9', '12', '2.0'].entries())
    sign(atlas, `price${i}`, 96, 40, priceTag(price));
  await saveAtlas(atlas);
}
