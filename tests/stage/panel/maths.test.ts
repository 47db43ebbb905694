/** The small laws of panels: breaking lines, pressing keys, following a head, staying long enough to be read. */
import { describe, expect, test } from 'vitest';
import { arrowTo, captionsNow, readingTime_s } from '../../../src/stage/panel/captions.ts';
import {
  clearDistance_m,
  FOLLOW,
  follow,
  newFollower,
  pitchOf,
  turnBetween,
  yawOf,
} from '../../../src/stage/panel/follow.ts';
import { bearing_rad, heardNow } from '../../../src/stage/panel/heard.ts';
import { freshPress, type PointerOn, press } from '../../../src/stage/panel/press.ts';
import { closed_frac, VEIL_IN_s, VEIL_OUT_s, veil_frac, veilKind } from '../../../src/stage/panel/veil.ts';
import { fillHall } from '../../../src/stage/panel/words.ts';
import { pieces, wrap } from '../../../src/stage/panel/wrap.ts';
import { roomOf, wok } from '../hazards/worlds.ts';
import { HALL } from './all.ts';

/** every character one unit wide */
const square = (text: string) => [...text].length;

describe('lines', () => {
  test('Latin words stay whole, Chinese breaks between characters', () => {
    expect(wrap('pull the pin', 8, 1, false, square)).toEqual(['pull the', 'pin']);
    expect(wrap('拔出保险销', 3, 1, false, square)).toEqual(['拔出保', '险销']);
  });
  test('no line begins with a comma or ends with an opening bracket', () => {
    for (const width of [4, 5, 6, 7, 9]) {
      const lines = wrap('关火，盖严锅盖（不开油烟机）。打119！', width, 1, false, square);
      for (const line of lines) expect(line).not.toMatch(/^[，。（]?$|^[，。）！]|（$/);
    }
  });
  test('a word too wide for any line is broken rather than cut off', () => {
    expect(wrap('abcdefghij', 4, 1, false, square)).toEqual(['abcd', 'efgh', 'ij']);
  });
  test('nothing is lost in breaking', () => {
    const text = '先看火多大、路在哪 ABC 119 — stand 3–4 m away (exit behind)';
    expect(pieces(text).join('')).toBe(text);
    expect(wrap(text, 9, 1, false, square).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
  });
});

describe('presses', () => {
  const on = (key: string | null, change: Partial<PointerOn> = {}): PointerOn => ({
    key,
    onPanel: true,
    justPressed: false,
    justReleased: false,
    ...change,
  });
  test('a press counts however long it is held', () => {
    const state = freshPress();
    expect(press(state, 1, on('dial', { justPressed: true }))).toBeNull();
    for (let frame = 0; frame < 900; frame++) expect(press(state, 1, on('dial'))).toBeNull();
    expect(press(state, 1, on('dial', { justReleased: true }))).toBe('dial');
  });
  test('sliding off the key before letting go cancels it', () => {
    const state = freshPress();
    press(state, 0, on('dial', { justPressed: true }));
    expect(press(state, 0, on('erase', { justReleased: true }))).toBeNull();
    expect(press(state, 0, on('erase', { justReleased: true }))).toBeNull();
  });
  test('a press begun in the room does not press a key it ends on', () => {
    const state = freshPress();
    press(state, 0, on(null, { onPanel: false, justPressed: true }));
    expect(press(state, 0, on('home', { justReleased: true }))).toBeNull();
  });
  test('two hands press two keys without mixing them up', () => {
    const state = freshPress();
    press(state, 0, on('a', { justPressed: true }));
    press(state, 1, on('b', { justPressed: true }));
    expect(press(state, 0, on('a', { justReleased: true }))).toBe('a');
    expect(press(state, 1, on('b', { justReleased: true }))).toBe('b');
  });
});

describe('following', () => {
  const head = (yaw_rad: number, x_m = 0) => ({ x_m, y_m: 1.6, z_m: 0, yaw_rad, pitch_rad: 0 });
  test('inside the dead zone a panel does not move at all', () => {
    const f = newFollower();
    follow(f, head(0), FOLLOW, 0.01);
    for (let k = 0; k < 200; k++) follow(f, head(FOLLOW.deadZone_rad * 0.9, 0.2), FOLLOW, 0.014);
    expect(f.yaw_rad).toBe(0);
    expect(f.x_m).toBe(0);
  });
  test('past it the panel comes back to the middle and rests', () => {
    const f = newFollower();
    follow(f, head(0), FOLLOW, 0.01);
    for (let k = 0; k < 300; k++) follow(f, head(1.4), FOLLOW, 0.014);
    expect(Math.abs(turnBetween(f.yaw_rad, 1.4))).toBeLessThan(0.06);
    expect(f.returning).toBe(false);
  });
  test('it takes the short way round', () => {
    const f = newFollower();
    follow(f, head(3), FOLLOW, 0.01);
    const before = f.yaw_rad;
    follow(f, head(-3 + 0), { ...FOLLOW, deadZone_rad: 0.1 }, 0.05);
    expect(turnBetween(f.yaw_rad, before)).toBeGreaterThan(0);
  });
  test('where it goes does not depend on the frame rate', () => {
    const end = [36, 72, 120].map((fps) => {
      const f = newFollower();
      follow(f, head(0), FOLLOW, 1 / fps);
      for (let k = 0; k < fps * 0.4; k++) follow(f, head(1), FOLLOW, 1 / fps);
      return f.yaw_rad;
    });
    expect(Math.max(...end) - Math.min(...end)).toBeLessThan(0.03);
  });
  test('a card asked for while looking down opens below, but never at the feet', () => {
    const f = newFollower();
    follow(f, { ...head(0), pitch_rad: -1.2 }, { ...FOLLOW, tilts: 'opening' }, 0.01);
    expect(f.pitch_rad).toBeLessThan(-0.3);
    expect(f.pitch_rad).toBeGreaterThanOrEqual(-0.55);
  });
  test('words come down with a look at the stove, and stay for a nod', () => {
    const f = newFollower();
    follow(f, head(0), FOLLOW, 0.01);
    for (let k = 0; k < 200; k++) follow(f, { ...head(0), pitch_rad: -0.15 }, FOLLOW, 0.014);
    expect(f.pitch_rad).toBe(0);
    for (let k = 0; k < 300; k++) follow(f, { ...head(0), pitch_rad: -0.6 }, FOLLOW, 0.014);
    expect(f.pitch_rad).toBeLessThan(-0.35);
    expect(f.returning).toBe(false);
  });
  test('it never hangs behind a wall of the room', () => {
    const f = newFollower();
    follow(f, { x_m: 0, y_m: 1.6, z_m: -1.5, yaw_rad: 0, pitch_rad: 0 }, FOLLOW, 0.01);
    const away = clearDistance_m(f, FOLLOW, { x: -3, z: -2.5 }, { x: 3, z: 2.5 });
    expect(away).toBeLessThan(1);
    expect(away).toBeGreaterThanOrEqual(0.6);
  });
  test('yaw and pitch of a quaternion are those of its view', () => {
    const turned = [0, Math.sin(0.4), 0, Math.cos(0.4)] as const;
    expect(yawOf(...turned)).toBeCloseTo(0.8, 6);
    const raised = [Math.sin(0.25), 0, 0, Math.cos(0.25)] as const;
    expect(pitchOf(...raised)).toBeCloseTo(0.5, 6);
  });
});

describe('captions', () => {
  const words = (key: string) =>
    ({ short: '好！', long: '这里是119，请讲：在哪里、烧什么、有没有人、回电号码。' })[key] ?? key;
  const said = (key: string, at_s: number) => ({ key, at_s, speaker: 'coach' });
  test('a longer sentence stays longer, and no sentence less than 2.6 s', () => {
    expect(readingTime_s('好！')).toBeGreaterThanOrEqual(2.6);
    expect(readingTime_s(words('long'))).toBeGreaterThan(readingTime_s('好！') + 2);
  });
  test('at most two at once, the newest last', () => {
    const all = [said('a', 0), said('b', 0.5), said('c', 1)];
    expect(captionsNow(all, 1.2, words).map((one) => one.key)).toEqual(['b', 'c']);
  });
  test('one that was read goes, one from the future is not there yet', () => {
    expect(captionsNow([said('short', 0), said('long', 9)], 5, words)).toEqual([]);
  });
  test('the same words twice show once', () => {
    expect(captionsNow([said('short', 0), said('short', 1)], 1.5, words)).toHaveLength(1);
  });
  test('an arrow points the short way, and only to what is out of view', () => {
    expect(arrowTo(0.3)).toBeNull();
    expect(arrowTo(1.2)).toBe('←');
    expect(arrowTo(-1.2)).toBe('→');
    expect(arrowTo(3)).toBe('↓');
  });
  test('a fire behind the back is written, one before the eyes is not', () => {
    const world = roomOf([wok()]);
    expect(heardNow(world)).toBeNull();
    world.body.head.orientation_quat = [0, 1, 0, 0];
    expect(heardNow(world)?.arrow).toBe('↓');
    expect(bearing_rad([0, 1, 0], 0, [-1, 1, 0])).toBeCloseTo(Math.PI / 2, 6);
  });
});

describe('the veil of a failure', () => {
  test('comes and goes slower than any flicker, once', () => {
    const whole_s = 4;
    const values = Array.from({ length: 501 }, (_, k) => veil_frac(k / 100, Math.max(0, k / 100 - whole_s)));
    expect(values[0]).toBe(0);
    expect(Math.max(...values)).toBe(1);
    expect(values.at(-1)).toBe(0);
    const turns = values.filter(
      (v, k) => k > 1 && Math.sign(v - values[k - 1]!) * Math.sign(values[k - 1]! - values[k - 2]!) < 0,
    );
    expect(turns.length).toBe(0);
    // one rise and one fall, each at least a third of a second: under 3 Hz
    expect(Math.min(VEIL_IN_s, VEIL_OUT_s)).toBeGreaterThan(1 / 3);
  });
  test('the view is closed altogether when the room goes back, and open again after it', () => {
    expect(closed_frac(2, 0)).toBe(0);
    expect(closed_frac(0, 0)).toBe(1);
    expect(closed_frac(0, VEIL_OUT_s / 2)).toBeCloseTo(0.5, 5);
    expect(closed_frac(0, VEIL_OUT_s)).toBe(0);
  });
  test('fire and current whiten, smoke darkens', () => {
    expect(veilKind('FF-X1')).toBe('white');
    expect(veilKind('FF-X3')).toBe('white');
    expect(veilKind('FF-X2')).toBe('dark');
  });
});

test("the hall's own fields stand where a text asks for them", () => {
  expect(fillHall('社区值班电话是 {dutyPhone}。', HALL)).toBe('社区值班电话是 0871 6512 3456。');
  expect(fillHall('{unknown} stays', HALL)).toBe('{unknown} stays');
});
