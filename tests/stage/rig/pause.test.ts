/** The run stands still whenever nobody can act in it, and goes on when they can. */
import { expect, test } from 'vitest';
import { type Circumstances, LOST_s, pauseReason } from '../../../src/stage/rig/pause.ts';

const fine: Circumstances = { presenting: true, visibility: 'visible', handless_s: 0, pageHidden: false };

test('a system menu, a headset put down and lost hands each pause by their own name', () => {
  expect(pauseReason(null, { ...fine, visibility: 'visible-blurred' })).toBe('blurred');
  expect(pauseReason(null, { ...fine, visibility: 'hidden' })).toBe('hidden');
  expect(pauseReason(null, { ...fine, handless_s: LOST_s + 0.1 })).toBe('inputs-lost');
  expect(pauseReason(null, { ...fine, presenting: false, pageHidden: true })).toBe('page-hidden');
});

test('hands out of sight for a moment are a gesture, not a loss', () => {
  expect(pauseReason(null, { ...fine, handless_s: LOST_s - 0.1 })).toBeNull();
});

test('a page behind a headset session is no reason to pause', () => {
  expect(pauseReason(null, { ...fine, pageHidden: true })).toBeNull();
});

test('what the machine caused ends with its cause; what the trainee asked for stays', () => {
  for (const reason of ['blurred', 'hidden', 'inputs-lost', 'page-hidden'] as const)
    expect(pauseReason(reason, fine)).toBeNull();
  for (const reason of ['ready', 'menu', 'session-ended'] as const) {
    expect(pauseReason(reason, fine)).toBe(reason);
    expect(pauseReason(reason, { ...fine, visibility: 'hidden' })).toBe(reason);
  }
});
