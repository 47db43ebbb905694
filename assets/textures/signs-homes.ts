/** Atlases of the kitchen and the living room. */
import { type Draw, disc, fill, openAtlas, round, saveAtlas, shape, sign, write } from './atlas.ts';
import {
  calendar,
  clock,
  exit,
  extinguisherPlate,
  floorNumber,
  hydrant,
  landscape,
  luck,
  notice,
} from './signs-common.ts';

const note =
  (text: string, paper: string, ink: string): Draw =>
  (pen, w, h) => {
    fill(pen, w, h, paper);
    text.split('\n').forEach((line, i, all) => {
      write(pen, line, w / 2, (h / (all.length + 1)) * (i + 1), 22, ink);
    });
  };

const gasAlarm: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f4f2ec');
  write(pen, '燃气报警器', w / 2, 20, 20, '#444');
  disc(pen, 40, 46, 8, '#3ac26b');
  disc(pen, 88, 46, 8, '#d8d2c4');
};

export async function kitchenSigns(): Promise<void> {
  const atlas = openAtlas('kitchen', 1024);
  sign(
    atlas,
    'poster',
    224,
    304,
    notice('安全用气 三步走', ['闻到异味先关阀', '开窗通风不开灯', '到室外拨打 119'], '#1f6f78', [
      '#e9a23b',
      '#5aa37c',
      '#cf4a36',
    ]),
  );
  sign(
    atlas,
    'poster2',
    224,
    304,
    notice('油锅起火怎么办', ['关掉燃气', '盖上锅盖 隔绝空气', '等锅冷却 不揭盖', '不浇水 不端锅'], '#b5402a', [
      '#cf4a36',
      '#e9a23b',
      '#5aa37c',
      '#1f6f78',
    ]),
  );
  sign(atlas, 'lpg', 512, 256, (pen, w) => {
    write(pen, '液化石油气', w / 2, 84, 94, '#c3201c');
    write(pen, 'LPG  YSP35.5', w / 2, 180, 54, '#c3201c');
  });
  sign(atlas, 'calendar', 176, 224, calendar);
  sign(atlas, 'ext_sign', 160, 216, extinguisherPlate);
  sign(atlas, 'clock', 192, 192, clock);
  sign(atlas, 'art', 256, 192, landscape);
  sign(atlas, 'fu', 160, 160, luck);
  sign(atlas, 'floor_no', 128, 128, floorNumber);
  sign(atlas, 'exit', 320, 128, exit);
  sign(atlas, 'note1', 72, 72, note('买菜\n☎ 119', '#f7d774', '#7a4a1d'));
  sign(atlas, 'note2', 72, 72, note('人走\n关火', '#f4a5a0', '#7a1f1a'));
  sign(atlas, 'gas', 128, 64, gasAlarm);
  sign(atlas, 'hydrant', 128, 96, hydrant);
  await saveAtlas(atlas);
}

/** A family of four in front of a wall: flat shapes, no real person. */
export const family: Draw = (pen, w, h) => {
  fill(pen, w, h, '#cfe0dc');
  shape(
    pen,
    [
      [0, h * 0.72],
      [w * 0.4, h * 0.55],
      [w, h * 0.7],
      [w, h],
      [0, h],
    ],
    '#9fbf9a',
  );
  const people: [number, number, number, string, string][] = [
    [0.24, 0.5, 0.115, '#7c8fa8', '#c9c4bb'],
    [0.44, 0.42, 0.12, '#3f8c86', '#2b2320'],
    [0.66, 0.46, 0.115, '#d8603c', '#2b2320'],
    [0.54, 0.68, 0.09, '#e9b23b', '#2b2320'],
  ];
  for (const [x, y, r, shirt, hair] of people) {
    const [px, py, pr] = [x * w, y * h, r * h];
    round(pen, px - pr * 1.5, py + pr * 0.8, pr * 3, h, pr, shirt);
    disc(pen, px, py - pr * 0.18, pr * 1.08, hair);
    disc(pen, px, py + pr * 0.08, pr * 0.95, '#f0c3a0');
    disc(pen, px - pr * 0.32, py, pr * 0.09, '#222');
    disc(pen, px + pr * 0.32, py, pr * 0.09, '#222');
    round(pen, px - pr * 0.25, py + pr * 0.42, pr * 0.5, pr * 0.12, 2, '#b5604f');
  }
};

const brushedPoem: Draw = (pen, w, h) => {
  fill(pen, w, h, '#f5ecd8');
  ['家', '和', '万', '事', '兴'].forEach((word, i, all) => {
    write(pen, word, w * (0.5 + (i - (all.length - 1) / 2) * 0.185), h * 0.5, h * 0.62, '#3a2a20');
  });
  round(pen, w * 0.945, h * 0.66, h * 0.16, h * 0.2, 3, '#b5302a');
};

const television: Draw = (pen, w, h) => {
  fill(pen, w, h, '#14181b');
  shape(
    pen,
    [
      [0, 0],
      [w * 0.55, 0],
      [w * 0.2, h],
      [0, h],
    ],
    '#1b2125',
  );
};

export async function livingSigns(): Promise<void> {
  const atlas = openAtlas('living', 1024);
  sign(atlas, 'family', 320, 240, family);
  sign(
    atlas,
    'poster',
    224,
    304,
    notice('家庭防火 四不要', ['取暖器旁不放易燃物', '不私拉乱接电线', '人离开 先断电', '楼道不堆杂物'], '#b5402a', [
      '#cf4a36',
      '#e9a23b',
      '#5aa37c',
      '#1f6f78',
    ]),
  );
  sign(atlas, 'calendar', 176, 224, calendar);
  sign(atlas, 'ext_sign', 160, 216, extinguisherPlate);
  sign(atlas, 'clock', 192, 192, clock);
  sign(atlas, 'art', 256, 192, landscape);
  sign(atlas, 'tv', 256, 150, television);
  sign(atlas, 'poem', 512, 144, brushedPoem);
  sign(atlas, 'fu', 160, 160, luck);
  sign(atlas, 'floor_no', 128, 128, floorNumber);
  sign(atlas, 'exit', 320, 128, exit);
  sign(atlas, 'hydrant', 128, 96, hydrant);
  await saveAtlas(atlas);
}
