/** A finished run is told truly: the critical failure first, every mark once, the record beside the second try. */
import { beforeAll, describe, expect, test } from 'vitest';
import { hashWorld } from '../../../src/drill/replay.ts';
import { debriefAttempt, debriefOf } from '../../../src/stage/debrief/debrief.ts';
import { openDeck, tickOf } from '../../../src/stage/replay/deck.ts';
import { bestCorner, corners, focus } from '../../../src/stage/replay/viewpoint.ts';
import { openText, setLocale } from '../../../src/text/text.ts';
import { HALL, playedDrill } from '../panel/all.ts';

beforeAll(async () => {
  await openText('stage');
  await setLocale('zh-CN');
});

const told = (variant: string, run: string, mode: 'learn' | 'assess' = 'assess') => {
  const drill = playedDrill(variant, run, mode);
  return { drill, debrief: debriefOf(drill, HALL, drill.view.getState()) };
};

describe('the debrief', () => {
  test('water on the wok: not passed, at most 49, the failure named first with its reason', () => {
    const { debrief } = told('kitchen-wok', 'water');
    expect(debrief.passed).toBe(false);
    expect(debrief.score).toBeLessThanOrEqual(49);
    expect(debrief.critical.map((one) => one.rule)).toEqual(['FF-X1']);
    expect(debrief.critical[0]!.reason).toContain('水');
    expect(debrief.verdict).toBe('未通过');
  });
  test('the good run: nothing critical, most marks under done well, all with words', () => {
    const { debrief } = told('kitchen-wok', 'good-lid');
    expect(debrief.passed).toBe(true);
    expect(debrief.critical).toEqual([]);
    expect(debrief.errors).toEqual([]);
    expect(debrief.earned.length).toBeGreaterThanOrEqual(6);
    for (const mark of [...debrief.earned, ...debrief.missed]) expect(mark.title).not.toMatch(/^[a-z0-9.]+$/);
  });
  test('every mark of the attempt is told exactly once', () => {
    const { drill, debrief } = told('living-room-basket', 'unsteady-novice');
    const rules = [...debrief.errors, ...debrief.missed, ...debrief.earned].map((one) => one.rule).sort();
    const stored = drill.attempts
      .first!.marks.filter((one) => !/-X/.test(one.rule) && !(one.max === 0 && one.points === 0))
      .map((one) => one.rule);
    expect(rules).toEqual([...new Set(stored)].filter((rule) => rules.includes(rule)).sort());
    expect(new Set(rules).size).toBe(rules.length);
    const earned = drill.pack.script.marks.map((one) => one.rule);
    for (const rule of earned) expect(rules).toContain(rule);
  });
  test('learning has no score and is never called failed', () => {
    const { debrief } = told('kitchen-wok', 'slow-novice', 'learn');
    expect(debrief.score).toBeNull();
    expect(debrief.verdict).toBe('学习完成');
  });
  test('the time line runs forward', () => {
    const { debrief } = told('shop-inspection-carton', 'good');
    expect(debrief.timeline.length).toBeGreaterThan(4);
    for (let k = 1; k < debrief.timeline.length; k++)
      expect(debrief.timeline[k]!.at_s!).toBeGreaterThanOrEqual(debrief.timeline[k - 1]!.at_s!);
  });
  test('a technical fault is no result, and a missing score is not zero', () => {
    const { drill } = told('kitchen-wok', 'good-lid');
    const fault = {
      ...drill.attempts.first!,
      ended: 'technical-fault' as const,
      ending: null,
      score: null,
      grade: null,
    };
    const debrief = debriefAttempt(drill, HALL, fault, null);
    expect(debrief.score).toBeNull();
    expect(debrief.verdict).toContain('不算成绩');
  });
  test('the second try stands beside the first, never instead', () => {
    const { drill } = told('kitchen-wok', 'water');
    const second = { ...drill.attempts.first!, score: 92, passed: true, grade: 'excellent' as const, critical: [] };
    const debrief = debriefAttempt(drill, HALL, drill.attempts.first!, second);
    expect(debrief.score).toBeLessThanOrEqual(49);
    expect(debrief.second).toContain('92');
  });
});

describe('the replay', () => {
  test('shows the same world at a tick, however it came there', async () => {
    const { drill } = told('kitchen-wok', 'good-lid');
    const whole = openDeck(drill.tape, drill.pack);
    await whole.prepare(() => undefined);
    const tick = Math.floor(drill.tape.ticks * 0.6);
    whole.seek(tick);
    const straight = hashWorld(whole.drill.world);
    whole.seek(drill.tape.ticks);
    whole.seek(10);
    whole.seek(tick);
    expect(hashWorld(whole.drill.world)).toBe(straight);
    whole.seek(drill.tape.ticks);
    expect(hashWorld(whole.drill.world)).toBe(hashWorld(drill.world));
    expect(whole.result().first).toEqual(drill.attempts.first);
  });
  test('does not run past what has been computed', () => {
    const { drill } = told('kitchen-wok', 'good-lid');
    const deck = openDeck(drill.tape, drill.pack);
    deck.seek(500);
    expect(deck.tick).toBe(0);
  });
  test('a mark of the second try lies after the rewind', () => {
    const rewind = { tick: 1200, clock_s: 8 };
    expect(tickOf(5, 1, rewind)).toBe(300);
    expect(tickOf(9, 2, rewind)).toBe(1260);
    expect(tickOf(null, 1, rewind)).toBeNull();
  });
  test('the watcher stands inside the room, away from the fire', () => {
    for (const variant of ['kitchen-wok', 'living-room-basket', 'shop-inspection-carton']) {
      const { drill } = told(variant, 'idle');
      const { world } = drill;
      const from = corners(world.room)[bestCorner(world)]!;
      const fire = focus(world);
      expect(Math.hypot(from[0] - fire[0], from[2] - fire[2])).toBeGreaterThan(1.5);
      expect(from[1]).toBeLessThan(world.room.ceiling_m);
    }
  });
});
