/** Atlas of the restaurant, and what is seen from it: the street in front, the lane behind the yard. */
import { type Draw, disc, fill, openAtlas, type Pen, round, saveAtlas, shape, sign, stroke, write } from './atlas.ts';
import { block, cloud, dice, GREENS, ridge, save, sky, street, tree } from './backdrops.ts';
import { clock, exit, extinguisherPlate, hydrant, luck, notice } from './signs-common.ts';
import { assembly, evacuationPlan, plate, wayArrow } from './signs-houses.ts';

const WOOD = '#5a2f1a';
const GOLD = '#f4d28a';

function menu(title: string, dishes: [string, number][]): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, WOOD);
    pen.strokeStyle = '#c99a4a';
    pen.lineWidth = 4;
    pen.strokeRect(8, 8, w - 16, h - 16);
    write(pen, title, w / 2, h * 0.14, h * 0.14, GOLD);
    const step = (h * 0.72) / dishes.length;
    dishes.forEach(([dish, price], i) => {
      const y = h * 0.25 + step * (i + 0.5);
      write(pen, dish, w * 0.07, y, step * 0.68, '#fbf0d6', 'left');
      write(pen, `${price}元`, w * 0.93, y, step * 0.62, GOLD, 'right');
      stroke(
        pen,
        [
          [w * 0.07, y + step * 0.47],
          [w * 0.93, y + step * 0.47],
        ],
        '#8a5a34',
        1.5,
      );
    });
  };
}

/** A steaming bowl of rice noodles with its small dishes. */
const noodles: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f3e2c0');
  disc(pen, w / 2, h * 0.5, w * 0.46, '#e9c98f');
  write(pen, '过桥米线', w / 2, h * 0.11, w * 0.19, '#a8281c');
  for (const [x, y, c] of [
    [0.16, 0.8, '#d8603c'],
    [0.84, 0.8, '#8fb45a'],
    [0.3, 0.9, '#f0e6d2'],
    [0.7, 0.9, '#e9b23b'],
  ] as const) {
    disc(pen, w * x, h * y, w * 0.11, '#fbf8f0');
    disc(pen, w * x, h * y, w * 0.08, c);
  }
  pen.fillStyle = '#fbf6ea';
  pen.beginPath();
  pen.ellipse(w / 2, h * 0.5, w * 0.37, h * 0.1, 0, 0, Math.PI * 2);
  pen.fill();
  shape(
    pen,
    [
      [w * 0.13, h * 0.5],
      [w * 0.87, h * 0.5],
      [w * 0.68, h * 0.76],
      [w * 0.32, h * 0.76],
    ],
    '#3f6f9a',
  );
  pen.fillStyle = '#f2d79a';
  pen.beginPath();
  pen.ellipse(w / 2, h * 0.495, w * 0.33, h * 0.08, 0, 0, Math.PI * 2);
  pen.fill();
  for (let i = 0; i < 7; i++)
    stroke(
      pen,
      Array.from({ length: 8 }, (_, k) => [
        w * (0.24 + k * 0.072),
        h * (0.46 + i * 0.012 + 0.012 * Math.sin(k * 1.3 + i)),
      ]) as [number, number][],
      '#fdf8ea',
      3,
    );
  for (const [x, y] of [
    [0.38, 0.47],
    [0.6, 0.51],
    [0.5, 0.45],
    [0.68, 0.47],
  ] as const)
    disc(pen, w * x, h * y, w * 0.025, '#5f9a3c');
  for (const x of [0.36, 0.5, 0.64])
    stroke(
      pen,
      Array.from({ length: 7 }, (_, k) => [w * (x + 0.025 * Math.sin(k * 1.1)), h * (0.38 - k * 0.03)]) as [
        number,
        number,
      ][],
      '#ffffffb0',
      5,
    );
};

/** Cangshan above Erhai, a sail: the big picture of the hall. */
const lake: Draw = (pen, w, h) => {
  const rand = dice(17);
  sky(pen, w, h, [
    [0, '#f4dcae'],
    [0.5, '#f7ecd2'],
  ]);
  disc(pen, w * 0.76, h * 0.28, h * 0.13, '#e2704a');
  ridge(pen, w, h, 0.44, 26, 1, '#a9bfb4');
  ridge(pen, w, h, 0.56, 20, 3, '#6f9c92');
  ridge(pen, w, h, 0.66, 12, 6, '#3f7a74');
  pen.fillStyle = '#cfe0d6';
  pen.fillRect(0, h * 0.7, w, h);
  for (let i = 0; i < 46; i++)
    stroke(
      pen,
      [0, 1].map((k) => {
        const x = rand() * w;
        return [x + k * 26, h * (0.73 + (i / 46) * 0.26)];
      }) as [number, number][],
      '#b3cdc4',
      2,
    );
  shape(
    pen,
    [
      [w * 0.26, h * 0.84],
      [w * 0.4, h * 0.84],
      [w * 0.37, h * 0.89],
      [w * 0.29, h * 0.89],
    ],
    '#5a3a22',
  );
  shape(
    pen,
    [
      [w * 0.33, h * 0.52],
      [w * 0.33, h * 0.82],
      [w * 0.25, h * 0.8],
    ],
    '#f6efe0',
  );
  for (let i = 0; i < 5; i++)
    tree(pen, w * (0.02 + i * 0.04), h * (1.02 - i * 0.03), h * (0.55 - i * 0.07), GREENS, rand);
  round(pen, w * 0.955, h * 0.8, h * 0.1, h * 0.12, 3, '#b5302a');
};

/** Carved lattice, open between its bars. */
const lattice: Draw = (pen, w, h) => {
  pen.strokeStyle = '#4a2716';
  pen.lineWidth = 9;
  pen.strokeRect(5, 5, w - 10, h - 10);
  pen.lineWidth = 4;
  const n = 4;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [x, y, s] = [12 + (i * (w - 24)) / n, 12 + (j * (h - 24)) / n, (w - 24) / n];
      pen.strokeRect(x + s * 0.28, y + s * 0.28, s * 0.44, s * 0.44);
      for (const [a, b, c, d] of [
        [0.5, 0, 0.5, 0.28],
        [0.5, 0.72, 0.5, 1],
        [0, 0.5, 0.28, 0.5],
        [0.72, 0.5, 1, 0.5],
      ] as const) {
        pen.beginPath();
        pen.moveTo(x + s * a, y + s * b);
        pen.lineTo(x + s * c, y + s * d);
        pen.stroke();
      }
    }
  }
};

function couplet(text: string): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, '#c2261d');
    pen.strokeStyle = '#f2c14e';
    pen.lineWidth = 3;
    pen.strokeRect(5, 5, w - 10, h - 10);
    [...text].forEach((word, i, all) => {
      write(pen, word, w / 2, (h / (all.length + 0.4)) * (i + 0.75), w * 0.66, '#f6d27a');
    });
  };
}

const tiles: Draw = (pen, w, h) => {
  fill(pen, w, h, '#7a1f16');
  fill(pen, w, 7, GOLD);
  pen.fillStyle = GOLD;
  pen.fillRect(0, h - 7, w, 7);
  write(pen, '滇味园 · 过桥米线', w / 2, h * 0.52, h * 0.56, GOLD);
};

const fish: Draw = (pen, w, h) => {
  const water = pen.createLinearGradient(0, 0, 0, h);
  water.addColorStop(0, '#7fd0e2');
  water.addColorStop(1, '#1f7fa0');
  pen.fillStyle = water;
  pen.fillRect(0, 0, w, h);
  const rand = dice(3);
  for (let i = 0; i < 14; i++) {
    const x = rand() * w;
    stroke(
      pen,
      Array.from({ length: 6 }, (_, k) => [x + 7 * Math.sin(k + i), h - k * h * (0.06 + 0.05 * rand())]) as [
        number,
        number,
      ][],
      ['#3f9a5a', '#5fb06a', '#2f7a4a'][i % 3]!,
      6,
    );
  }
  pen.fillStyle = '#d8c49a';
  pen.fillRect(0, h * 0.93, w, h);
  for (let i = 0; i < 11; i++)
    swimmer(pen, w * (0.07 + 0.86 * rand()), h * (0.14 + 0.62 * rand()), 17 + 12 * rand(), i);
  for (let i = 0; i < 16; i++) disc(pen, w * (0.2 + 0.05 * rand()), h * rand() * 0.9, 2 + 3 * rand(), '#ffffff90');
};

function swimmer(pen: Pen, x: number, y: number, s: number, i: number): void {
  const colour = ['#f0803a', '#e8402c', '#f4d24a', '#f8f0e4'][i % 4]!;
  const way = i % 2 ? 1 : -1;
  pen.fillStyle = colour;
  pen.beginPath();
  pen.ellipse(x, y, s, s * 0.46, 0, 0, Math.PI * 2);
  pen.fill();
  shape(
    pen,
    [
      [x - way * s * 0.8, y],
      [x - way * s * 1.6, y - s * 0.5],
      [x - way * s * 1.6, y + s * 0.5],
    ],
    colour,
  );
  disc(pen, x + way * s * 0.55, y - s * 0.1, s * 0.12, '#222');
}

const groundMark: Draw = (pen, w, h) => {
  pen.strokeStyle = '#f4f6f0';
  pen.lineWidth = 12;
  pen.beginPath();
  pen.arc(w / 2, h / 2, w * 0.45, 0, Math.PI * 2);
  pen.stroke();
  write(pen, '集合点', w / 2, h * 0.46, w * 0.26, '#f4f6f0');
  write(pen, 'ASSEMBLY', w / 2, h * 0.68, w * 0.1, '#f4f6f0');
};

const plan = evacuationPlan({
  title: '安全疏散示意图',
  rooms: [
    { name: '包间', box: [-10, -4, -6, -0.6] },
    { name: '洗手间', box: [-10, 0.8, -6, 4] },
    { name: '大 堂', box: [-6, -4, 6, 4], colour: '#faf3e0' },
    { name: '门厅', box: [-5.5, 4, -1.5, 6.2] },
    { name: '厨房', box: [6, -4, 10, 0] },
    { name: '', box: [6, 1.8, 12, 3.4], colour: '#dcefe0' },
  ],
  ways: [
    [
      [-3.5, 1.8],
      [-3.5, 5.6],
    ],
    [
      [2.4, 2.6],
      [11.6, 2.6],
    ],
  ],
  here: [-0.9, 2.7],
  note: '发生火情 听从引导 不乘电梯 有序撤离',
});

/** A sign drawn in fixed pixels, made smaller. */
function shrunk(draw: Draw, width: number, height: number, share: number): Draw {
  return (pen) => {
    pen.scale(share, share);
    draw(pen, width, height);
  };
}

export async function restaurantSigns(): Promise<void> {
  const atlas = openAtlas('restaurant', 1024);
  sign(
    atlas,
    'menu1',
    300,
    280,
    menu('过桥米线', [
      ['状元米线', 38],
      ['秀才米线', 28],
      ['素米线', 22],
      ['土鸡米线', 36],
      ['野菌米线', 42],
    ]),
  );
  sign(
    atlas,
    'menu2',
    300,
    280,
    menu('云南风味', [
      ['汽锅鸡', 88],
      ['宣威火腿', 58],
      ['大救驾', 26],
      ['包烧豆腐', 18],
      ['菠萝饭', 25],
    ]),
  );
  sign(
    atlas,
    'poster',
    206,
    280,
    notice('店里着火怎么办', ['喊 带客人往外走', '不许回头拿包', '门热不开 换出口', '出去点人数'], '#b5402a', [
      '#cf4a36',
      '#e9a23b',
      '#5aa37c',
      '#1f6f78',
    ]),
  );
  for (const [i, text] of ['客似云来福满堂', '味传滇韵香千里'].entries())
    sign(atlas, `couplet${i}`, 54, 280, couplet(text));
  sign(atlas, 'noodles', 164, 228, noodles);
  sign(atlas, 'plan', 300, 222, plan);
  sign(atlas, 'mark', 224, 224, groundMark);
  sign(atlas, 'fish', 150, 224, fish);
  sign(atlas, 'lake', 480, 180, lake);
  sign(atlas, 'assembly', 154, 180, assembly);
  sign(atlas, 'clock', 128, 128, shrunk(clock, 192, 192, 2 / 3));
  sign(atlas, 'fu', 128, 128, shrunk(luck, 160, 160, 0.8));
  sign(atlas, 'lattice', 128, 128, lattice);
  sign(atlas, 'ext_sign', 96, 128, extinguisherPlate);
  sign(atlas, 'hydrant', 128, 96, hydrant);
  sign(atlas, 'exit', 240, 96, shrunk(exit, 320, 128, 0.75));
  sign(atlas, 'fascia', 512, 88, tiles);
  sign(atlas, 'private', 128, 64, plate('翠湖包间', '#6b3a1e', GOLD));
  sign(atlas, 'toilets', 128, 64, plate('洗手间', '#2f6b72', '#fff', 'TOILETS'));
  sign(atlas, 'kitchen', 128, 64, plate('后厨重地', '#2f6b9a', '#fff', 'STAFF ONLY'));
  sign(atlas, 'pull', 64, 64, plate('推', '#2f6b72', '#fff', 'PUSH'));
  sign(atlas, 'fire_door', 160, 64, plate('防火门 保持常闭', '#c8241f'));
  sign(atlas, 'keep_clear', 224, 64, plate('安全通道 严禁堆物', '#c8241f'));
  sign(atlas, 'open_kitchen', 192, 64, plate('明厨亮灶', '#2aa250'));
  sign(atlas, 'arrow_left', 96, 48, wayArrow(true));
  sign(atlas, 'arrow_right', 96, 48, wayArrow(false));
  await saveAtlas(atlas);
  await save('backdrop_restaurant', 2048, 1200, (pen, w, h) => {
    pen.save();
    pen.beginPath();
    pen.rect(0, 0, w, 716);
    pen.clip();
    street(pen, w, 716);
    pen.restore();
    pen.save();
    pen.translate(0, 716);
    pen.beginPath();
    pen.rect(0, 0, w, h - 716);
    pen.clip();
    lane(pen, w, h - 716);
    pen.restore();
  });
}

/** Old houses and plane trees beyond the wall of the yard. */
const lane: Draw = (pen, w, h) => {
  const rand = dice(41);
  sky(pen, w, h, [
    [0, '#8cc3ea'],
    [0.7, '#dcecee'],
  ]);
  cloud(pen, w * 0.2, h * 0.2, 40, 0.8);
  cloud(pen, w * 0.62, h * 0.14, 54, 0.75);
  ridge(pen, w, h, 0.6, 16, 5, '#a8c4cf');
  for (let i = 0; i < 14; i++)
    block(
      pen,
      (i * w) / 14 + rand() * 24,
      h,
      96 + rand() * 46,
      4 + Math.floor(rand() * 6),
      36,
      ['#ead9c0', '#e3dcd2', '#e6cbb0', '#d9dad4'][i % 4]!,
      '#86a0ae',
      rand,
    );
  for (let i = 0; i < 22; i++) tree(pen, (i + rand()) * (w / 22), h * 1.04, 130 + rand() * 60, GREENS, rand);
};
