/** Atlas of the residential tower: what hangs in the flat, in the corridor, on the stairs, in the lobby and on the ground before it. */
import { type Draw, disc, fill, openAtlas, type Pen, round, saveAtlas, shape, sign, stroke, write } from './atlas.ts';
import { calendar, clock, extinguisherPlate, flame, landscape, luck, notice } from './signs-common.ts';
import { family } from './signs-homes.ts';
import { alphabet, banner, couplet, crayon, poem, television } from './signs-tower-home.ts';

/** Glass of the hydrant cabinet: red letters on a pale ground, a coiled hose behind. */
const hydrantDoor: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 6, '#c8241f');
  round(pen, 12, 12, w - 24, h - 24, 4, '#e9e4da');
  for (let r = 74; r > 20; r -= 9) {
    pen.strokeStyle = r % 2 ? '#d9cdb9' : '#cfc0a8';
    pen.lineWidth = 7;
    pen.beginPath();
    pen.arc(w / 2, h * 0.64, r, 0, Math.PI * 2);
    pen.stroke();
  }
  write(pen, '消火栓', w / 2, h * 0.2, h * 0.2, '#c8241f');
  write(pen, 'FIRE HYDRANT', w / 2, h * 0.34, h * 0.07, '#c8241f');
  write(pen, '火警 119', w / 2, h * 0.9, h * 0.09, '#c8241f');
};

/** Where one is and where the two stairs are. */
const plan: Draw = (pen, w, h) => {
  fill(pen, w, h, '#fdfdf8');
  pen.fillStyle = '#0d8a4b';
  pen.fillRect(0, 0, w, h * 0.15);
  write(pen, '安全疏散示意图', w / 2, h * 0.08, h * 0.1, '#fff');
  const box = (x: number, y: number, a: number, b: number, colour: string) => {
    pen.fillStyle = colour;
    pen.fillRect(x * w, y * h, a * w, b * h);
    pen.strokeStyle = '#4a555a';
    pen.lineWidth = 2;
    pen.strokeRect(x * w, y * h, a * w, b * h);
  };
  box(0.06, 0.24, 0.88, 0.26, '#efe9dc');
  box(0.06, 0.5, 0.88, 0.1, '#d9efe0');
  box(0.06, 0.6, 0.16, 0.24, '#bfe3cc');
  box(0.78, 0.6, 0.16, 0.24, '#bfe3cc');
  box(0.44, 0.6, 0.12, 0.14, '#e3e3e3');
  for (const x of [0.28, 0.5, 0.72]) box(x, 0.24, 0.001, 0.26, '#4a555a');
  write(pen, '楼梯A', w * 0.14, h * 0.73, h * 0.06, '#0d6a3b');
  write(pen, '楼梯B', w * 0.86, h * 0.73, h * 0.06, '#0d6a3b');
  write(pen, '电梯×', w * 0.5, h * 0.67, h * 0.05, '#c8241f');
  const arrow = (x0: number, x1: number) => {
    stroke(
      pen,
      [
        [x0 * w, h * 0.55],
        [x1 * w, h * 0.55],
      ],
      '#0d8a4b',
      5,
    );
    const back = x1 < x0 ? 10 : -10;
    stroke(
      pen,
      [
        [x1 * w + back, h * 0.55 - 8],
        [x1 * w, h * 0.55],
        [x1 * w + back, h * 0.55 + 8],
      ],
      '#0d8a4b',
      5,
    );
  };
  arrow(0.46, 0.14);
  arrow(0.54, 0.86);
  disc(pen, w * 0.5, h * 0.45, 7, '#c8241f');
  write(pen, '● 您在此处　火灾时勿乘电梯', w / 2, h * 0.92, h * 0.065, '#c8241f');
};

function bar(pen: Pen, x: number, y: number, r: number): void {
  pen.strokeStyle = '#d0281f';
  pen.lineWidth = r * 0.2;
  pen.beginPath();
  pen.arc(x, y, r * 0.9, 0, Math.PI * 2);
  pen.stroke();
  stroke(
    pen,
    [
      [x - r * 0.62, y - r * 0.62],
      [x + r * 0.62, y + r * 0.62],
    ],
    '#d0281f',
    r * 0.2,
  );
}

function bicycle(pen: Pen, x: number, y: number, s: number): void {
  pen.strokeStyle = '#20262a';
  pen.lineWidth = s * 0.09;
  for (const side of [-1, 1]) {
    pen.beginPath();
    pen.arc(x + side * s * 0.52, y + s * 0.2, s * 0.25, 0, Math.PI * 2);
    pen.stroke();
  }
  round(pen, x - s * 0.5, y - s * 0.12, s * 0.56, s * 0.26, s * 0.1, '#20262a');
  stroke(
    pen,
    [
      [x + s * 0.05, y + s * 0.1],
      [x + s * 0.36, y + s * 0.05],
      [x + s * 0.28, y - s * 0.42],
      [x + s * 0.12, y - s * 0.42],
    ],
    '#20262a',
    s * 0.09,
  );
  stroke(
    pen,
    [
      [x + s * 0.34, y - s * 0.1],
      [x + s * 0.52, y + s * 0.2],
    ],
    '#20262a',
    s * 0.08,
  );
}

/** No electric bicycles in lobby, corridor and stairs. */
const noBikes: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 8, '#c8241f');
  round(pen, 8, 8, w - 16, h - 16, 6, '#fdf8ee');
  bicycle(pen, w / 2, h * 0.3, w * 0.34);
  bar(pen, w / 2, h * 0.3, w * 0.34);
  write(pen, '电动自行车', w / 2, h * 0.62, w * 0.14, '#c8241f');
  write(pen, '严禁进楼 入户', w / 2, h * 0.74, w * 0.115, '#20262a');
  write(pen, '严禁楼道停放充电', w / 2, h * 0.84, w * 0.092, '#20262a');
  write(pen, 'No e-bikes indoors', w / 2, h * 0.93, w * 0.07, '#5a6468', 'center', 'Regular');
};

function smallPlate(title: string, below: string, ground: string, ink = '#fff'): Draw {
  return (pen, w, h) => {
    round(pen, 0, 0, w, h, 6, ground);
    write(pen, title, w / 2, h * (below ? 0.38 : 0.52), Math.min(h * 0.46, (w * 0.9) / title.length), ink);
    if (below) write(pen, below, w / 2, h * 0.78, h * 0.18, ink, 'center', 'Regular');
  };
}

const liftNotice: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 6, '#f7f3e8');
  pen.fillStyle = '#c8241f';
  pen.fillRect(0, 0, w, h * 0.22);
  write(pen, '乘梯须知', w / 2, h * 0.115, h * 0.12, '#fff');
  round(pen, w * 0.34, h * 0.29, w * 0.32, h * 0.3, 4, '#7b8488');
  flame(pen, w * 0.5, h * 0.46, w * 0.1, '#e9602c');
  bar(pen, w / 2, h * 0.44, w * 0.22);
  write(pen, '火灾时', w / 2, h * 0.73, h * 0.1, '#c8241f');
  write(pen, '请勿乘坐电梯', w / 2, h * 0.86, h * 0.1, '#c8241f');
};

/** Buttons of the car. */
const liftPanel: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 8, '#c3c8ca');
  round(pen, w * 0.14, h * 0.03, w * 0.72, h * 0.12, 4, '#14181b');
  write(pen, '▲', w / 2, h * 0.09, h * 0.07, '#ff7a4a');
  for (let i = 0; i < 18; i++) {
    const [x, y] = [w * (0.22 + (i % 3) * 0.28), h * (0.82 - Math.floor(i / 3) * 0.115)];
    disc(pen, x, y, w * 0.105, '#eef1f2');
    write(pen, String(i + 1), x, y + 1, w * 0.11, '#3a4247');
  }
  disc(pen, w * 0.3, h * 0.94, w * 0.1, '#e9c23b');
  disc(pen, w * 0.7, h * 0.94, w * 0.1, '#3f78b0');
};

const electricity: Draw = (pen, w, h) => {
  fill(pen, w, h, '#d9dcdb');
  shape(
    pen,
    [
      [w / 2, h * 0.12],
      [w * 0.84, h * 0.62],
      [w * 0.16, h * 0.62],
    ],
    '#f2c230',
  );
  shape(
    pen,
    [
      [w * 0.54, h * 0.24],
      [w * 0.43, h * 0.44],
      [w * 0.5, h * 0.44],
      [w * 0.46, h * 0.58],
      [w * 0.59, h * 0.38],
      [w * 0.52, h * 0.38],
    ],
    '#20262a',
  );
  write(pen, '电表箱', w / 2, h * 0.74, h * 0.14, '#20262a');
  write(pen, '有电危险', w / 2, h * 0.89, h * 0.11, '#c8241f');
};

/** Sheets on the board of the lobby. */
function sheet(title: string, ground: string, head: string, lines: number): Draw {
  return (pen, w, h) => {
    fill(pen, w, h, ground);
    pen.fillStyle = head;
    pen.fillRect(0, 0, w, h * 0.2);
    write(pen, title, w / 2, h * 0.105, Math.min(h * 0.12, (w * 0.9) / title.length), '#fff');
    for (let i = 0; i < lines; i++) {
      pen.fillStyle = '#8a9094';
      pen.fillRect(w * 0.1, h * (0.29 + (i * 0.66) / lines), w * (i % 3 === 2 ? 0.5 : 0.8), h * 0.028);
    }
  };
}

/** Green board with the four arrows of GB 2894 meeting point, in our own strokes. */
const assembly: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 12, '#0d8a4b');
  for (const [dx, dy] of [
    [-1, -1],
    [1, -1],
    [-1, 1],
    [1, 1],
  ] as const) {
    const [x, y] = [w / 2 + dx * w * 0.3, h * 0.34 + dy * w * 0.24];
    stroke(
      pen,
      [
        [x, y],
        [x - dx * w * 0.12, y - dy * w * 0.1],
      ],
      '#fff',
      10,
    );
    shape(
      pen,
      [
        [x - dx * w * 0.2, y - dy * w * 0.16],
        [x - dx * w * 0.2 + dx * w * 0.1, y - dy * w * 0.16],
        [x - dx * w * 0.2, y - dy * w * 0.16 + dy * w * 0.1],
      ],
      '#fff',
    );
  }
  for (const [dx, r] of [
    [-0.1, 0.04],
    [0.1, 0.04],
    [0, 0.05],
  ] as const) {
    disc(pen, w / 2 + dx * w, h * 0.3, r * w, '#fff');
    round(pen, w / 2 + dx * w - r * w * 1.2, h * 0.3 + r * w * 1.2, r * w * 2.4, w * 0.14, 6, '#fff');
  }
  write(pen, '紧急集合点', w / 2, h * 0.74, w * 0.155, '#fff');
  write(pen, 'ASSEMBLY POINT', w / 2, h * 0.88, w * 0.085, '#fff');
};

const shelter: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 10, '#0d8a4b');
  write(pen, '应急避难场所', w / 2, h * 0.4, h * 0.36, '#fff');
  write(pen, 'EMERGENCY SHELTER', w / 2, h * 0.78, h * 0.17, '#fff');
};

const engine: Draw = (pen, w, h) => {
  fill(pen, w, h, '#c4231b');
  pen.fillStyle = '#f4f1e6';
  pen.fillRect(0, h * 0.76, w, h * 0.13);
  write(pen, '消 防', w * 0.26, h * 0.4, h * 0.5, '#f4f1e6');
  write(pen, 'FIRE 119', w * 0.72, h * 0.4, h * 0.36, '#f4f1e6');
};

const fireLane: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 6, '#d9a91f');
  write(pen, '消防车道 禁止占用', w / 2, h * 0.52, h * 0.5, '#20262a');
};

const houseName: Draw = (pen, w, h) => {
  round(pen, 0, 0, w, h, 8, '#2f6b72');
  write(pen, '云岭花园 5 栋', w / 2, h * 0.4, h * 0.42, '#fff');
  write(pen, 'Yunling Garden  Building 5', w / 2, h * 0.8, h * 0.17, '#e9f2f0', 'center', 'Regular');
};

/** Storeys on which a variant's flat may be (blender/tower_public.py has the same), and the floors one meets beside them. */
const STOREYS = [3, 11, 18];
const FLOORS = [1, ...STOREYS.flatMap((storey) => [storey - 1, storey, storey + 1])];

function floorPlate(floor: number): Draw {
  return (pen, w, h) => {
    round(pen, 0, 0, w, h, 10, '#2f6b72');
    write(pen, String(floor), w / 2, h * 0.42, h * 0.56, '#fff');
    write(pen, `${floor} 层  ${floor}F`, w / 2, h * 0.84, h * 0.16, '#e9f2f0');
  };
}

export async function towerSigns(): Promise<void> {
  const atlas = openAtlas('tower', 1664);
  sign(atlas, 'couplet_a', 84, 420, couplet('春临华第千祥集'));
  sign(atlas, 'couplet_b', 84, 420, couplet('福到门庭万事兴'));
  sign(atlas, 'couplet_c', 84, 420, couplet('平安如意年年好'));
  sign(atlas, 'couplet_d', 84, 420, couplet('人寿年丰步步高'));
  sign(atlas, 'no_bikes', 280, 380, noBikes);
  sign(atlas, 'lift_panel', 150, 360, liftPanel);
  sign(atlas, 'assembly', 280, 340, assembly);
  sign(atlas, 'hydrant', 320, 320, hydrantDoor);
  sign(
    atlas,
    'notice',
    224,
    304,
    notice('楼道消防 四严禁', ['严禁堆放杂物', '严禁电动车进楼', '严禁锁闭防火门', '严禁遮挡消火栓'], '#b5402a', [
      '#cf4a36',
      '#e9a23b',
      '#5aa37c',
      '#1f6f78',
    ]),
  );
  sign(
    atlas,
    'notice2',
    224,
    304,
    notice('逃生三问', ['门烫不烫？', '楼道有没有烟？', '电话打了没有？'], '#1f6f78', [
      '#e9a23b',
      '#5aa37c',
      '#cf4a36',
    ]),
  );
  sign(atlas, 'plan', 360, 260, plan);
  sign(atlas, 'family', 320, 240, family);
  sign(atlas, 'calendar', 176, 224, calendar);
  sign(atlas, 'ext_sign', 160, 216, extinguisherPlate);
  sign(atlas, 'lift_notice', 170, 220, liftNotice);
  sign(atlas, 'clock', 192, 192, clock);
  sign(atlas, 'art', 256, 192, landscape);
  sign(atlas, 'crayon', 220, 170, crayon);
  sign(atlas, 'alphabet', 300, 190, alphabet);
  sign(atlas, 'board_a', 150, 190, sheet('物业通知', '#fdfaf1', '#2f6b72', 8));
  sign(atlas, 'board_b', 150, 190, sheet('停水公告', '#fdfaf1', '#c8402c', 7));
  sign(atlas, 'board_c', 150, 190, sheet('社区活动', '#fff3d8', '#e9902b', 6));
  sign(atlas, 'meter', 150, 170, electricity);
  sign(atlas, 'fu', 160, 160, luck);
  sign(atlas, 'tv', 256, 150, television);
  sign(atlas, 'poem', 512, 144, poem);
  sign(atlas, 'engine', 512, 130, engine);
  sign(atlas, 'shelter', 420, 120, shelter);
  sign(atlas, 'house', 420, 130, houseName);
  sign(atlas, 'fire_lane', 420, 76, fireLane);
  sign(atlas, 'fire_door', 220, 100, smallPlate('常闭式防火门', '请保持关闭  Keep shut', '#0d8a4b'));
  sign(atlas, 'stair_a', 180, 90, smallPlate('楼梯 A', 'Stair A', '#2f6b72'));
  sign(atlas, 'stair_b', 180, 90, smallPlate('楼梯 B', 'Stair B', '#2f6b72'));
  sign(atlas, 'lift_way', 180, 90, smallPlate('电 梯', 'Lift', '#5f6f74'));
  sign(atlas, 'letters', 200, 80, smallPlate('信报箱', '', '#2f6b72'));
  sign(atlas, 'banner', 260, 70, banner);
  for (const floor of FLOORS) sign(atlas, `floor_${floor}`, 116, 116, floorPlate(floor));
  for (const storey of STOREYS)
    for (let flat = 1; flat <= 5; flat++)
      sign(atlas, `room_${storey}0${flat}`, 104, 60, smallPlate(`${storey}0${flat}`, '', '#f1e6c8', '#7a4a1d'));
  await saveAtlas(atlas);
}
