/** Labels of the debrief's line of time never cover each other, however close the marks came. */
import { expect, test } from 'vitest';
import { placeMarks } from '../../../src/stage/debrief/lanes.ts';

test('marks earned in the same moments lie in lanes of their own', () => {
  const marks = ['看压力表', '五项判断：打还是走', '拔保险销', '站位', '选对工具'].map((title, k) => ({
    title,
    at_s: 15 + k,
  }));
  const placed = placeMarks(marks, 60);
  expect(new Set(placed.map(({ lane }) => lane)).size).toBe(5);
});

test('a mark with room around it lies in the first lane, and one near the end grows to the left', () => {
  const placed = placeMarks(
    [
      { title: '大声喊人', at_s: 3 },
      { title: '看守二十秒', at_s: 30 },
      { title: '报警说清楚', at_s: 60 },
    ],
    60,
  );
  expect(placed.map(({ lane }) => lane)).toEqual([0, 0, 0]);
  expect(placed.map(({ toLeft }) => toLeft)).toEqual([false, false, true]);
});
