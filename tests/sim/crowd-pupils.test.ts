/** Pupils who hear that there is a fire: they leave the door to whoever is to test it, and go when it is open. */
import { describe, expect, test } from 'vitest';
import { crowd, open, say, school, wedge } from './crowd-house.ts';
import type { Actor } from './rooms.ts';

describe('[P17] pupils who hear that there is a fire', () => {
  const openTo = (actor: Actor, door: string) => {
    const thing = actor.world.things[door]!;
    return thing.kind === 'door' ? thing.open_frac : 0;
  };
  const walking = (actor: Actor) => crowd(actor.world).filter((one) => one.doing === 'walking').length;

  test.each(['fire', 'get-out'])('leave the door shut for the trainee at "%s", and go when it is open', (phrase) => {
    const actor = school();
    say(say(actor, phrase, 2), phrase, 8);
    expect(walking(actor)).toBe(0);
    expect(openTo(actor, 'door-front')).toBe(0);
    expect(openTo(actor, 'door-back')).toBe(0);
    open(actor, 'door-front').run(5);
    expect(walking(actor)).toBeGreaterThan(8);
  });

  test('open it themselves after a quarter of a minute, and at once when the trainee is not in the room', () => {
    const slow = say(school(), 'fire', 12);
    expect(openTo(slow, 'door-front')).toBe(0);
    slow.run(8);
    expect(openTo(slow, 'door-front')).toBe(1);
    const outside = school();
    outside.at = [3.4, 0, 2.2];
    wedge(outside, 'door-front').run(0.1);
    say(outside, 'fire', 0.1);
    open(outside, 'door-front', 0).run(4);
    expect(openTo(outside, 'door-front')).toBeGreaterThan(0.5);
  });

  test('follow at once', () => {
    const actor = school();
    actor.at = [2.6, 0, 0.2];
    say(actor, 'follow-me', 3);
    expect(actor.facts.filter((one) => one.fact === 'following').length).toBeGreaterThan(8);
  });
});
