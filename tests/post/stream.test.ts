/** Promises of the streams that a page follows: over restarts, closed when nobody looks, and honest about their age. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { follow, openSnapshots } from '../../src/post/stream.ts';

const Told = z.strictObject({ server_ms: z.number(), queue: z.number() });

/** A stream as a browser has it, led by the test. */
class Source {
  readyState = 1;
  onmessage: ((message: { data: string }) => void) | null = null;
  onerror: (() => void) | null = null;
  close(): void {
    this.readyState = 2;
  }
  say(told: unknown): void {
    this.onmessage?.({ data: JSON.stringify(told) });
  }
  fail(given_up: boolean): void {
    this.readyState = given_up ? 2 : 0;
    this.onerror?.();
  }
}
const sources: Source[] = [];
const open = () => {
  const source = new Source();
  sources.push(source);
  return source as unknown as EventSource;
};
const last = () => sources.at(-1)!;
beforeEach(() => {
  sources.length = 0;
  vi.useFakeTimers({ now: 5_000 });
});
afterEach(() => void vi.useRealTimers());

test('what has not the shape of the message is passed over', () => {
  const heard: number[] = [];
  follow('/x', Told, ({ queue }) => heard.push(queue), undefined, open);
  last().say({ server_ms: 1, queue: 3 });
  last().say({ server_ms: 1, queue: 'three' });
  last().say({ server_ms: 1, queue: 4 });
  expect(heard).toEqual([3, 4]);
});

test('a stream the browser gave up is asked for again, one it is mending itself is not', () => {
  const lost = vi.fn();
  const close = follow('/x', Told, () => undefined, lost, open);
  last().fail(false);
  vi.advanceTimersByTime(10_000);
  expect([sources.length, lost.mock.calls.length]).toEqual([1, 0]);
  last().fail(true);
  vi.advanceTimersByTime(2_000);
  expect([sources.length, lost.mock.calls.length]).toEqual([2, 1]);
  last().fail(true);
  close();
  vi.advanceTimersByTime(10_000);
  expect(sources.length).toBe(2);
});

test('a line is followed while anybody looks, once for all who do', () => {
  const line = openSnapshots('/x', Told, open);
  expect(sources.length).toBe(0);
  const leave = [line.subscribe(() => undefined), line.subscribe(() => undefined)];
  expect(sources.length).toBe(1);
  last().say({ server_ms: 5_250, queue: 3 });
  expect(line.getState()).toEqual({ latest: { server_ms: 5_250, queue: 3 }, stale: false, ahead_ms: 250 });
  leave[0]!();
  expect(last().readyState).toBe(1);
  leave[1]!();
  expect(last().readyState).toBe(2);
  expect(line.getState().latest).toBeNull();
});

test('who looks again before a lost stream came back has one stream, not two', () => {
  const line = openSnapshots('/x', Told, open);
  line.subscribe(() => undefined)();
  const leave = line.subscribe(() => undefined);
  last().fail(true);
  leave();
  line.subscribe(() => undefined);
  vi.advanceTimersByTime(10_000);
  expect(sources.filter(({ readyState }) => readyState !== 2).length).toBe(1);
});

test('what has not been heard of for twelve seconds is old, and is shown as old until the next word', () => {
  const line = openSnapshots('/x', Told, open);
  let told = 0;
  line.subscribe(() => {
    told += 1;
  });
  last().say({ server_ms: 5_000, queue: 3 });
  vi.advanceTimersByTime(11_999);
  expect(line.getState().stale).toBe(false);
  vi.advanceTimersByTime(1);
  expect(line.getState()).toMatchObject({ stale: true, latest: { queue: 3 } });
  last().say({ server_ms: 17_000, queue: 2 });
  expect(line.getState()).toMatchObject({ stale: false, latest: { queue: 2 } });
  expect(told).toBe(3);
});
