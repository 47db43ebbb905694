/** The restaurant and the school with people in them, and rooms for a few: for tests of the crowd only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { laidOver } from '../../src/script/house.ts';
import type { Member } from '../../src/sim/crowd-member.ts';
import { type RoomEntry, setupFromEntry } from '../../src/sim/room-entry.ts';
import { createWorld } from '../../src/sim/setup.ts';
import type { ThingEntry } from '../../src/sim/thing-entry.ts';
import type { Person } from '../../src/sim/things.ts';
import type { Vec3, World } from '../../src/sim/world.ts';
import { Actor } from './rooms.ts';

const ROOT = join(import.meta.dirname, '../../scenarios/fire-escape');

function merged(house: string, variant: string): RoomEntry {
  const base = parse(readFileSync(join(ROOT, `${house}.yaml`), 'utf8'));
  const over = parse(readFileSync(join(ROOT, variant, 'room.yaml'), 'utf8'));
  return laidOver(base, over) as unknown as RoomEntry;
}

/** The 30 guests; no fire but for the one asked for. */
export function restaurant(seed = 1, change: (entry: RoomEntry) => void = () => {}): Actor {
  const entry = merged('restaurant', 'restaurant-guests');
  delete entry.things['front-fire'];
  change(entry);
  return new Actor(createWorld(setupFromEntry(entry), seed));
}

export function school(seed = 1): Actor {
  const entry = merged('school', 'school-corridor');
  for (const [id, { kind }] of Object.entries(entry.things)) if (kind === 'blaze') delete entry.things[id];
  return new Actor(createWorld(setupFromEntry(entry), seed));
}

/** The restaurant with just these people in it. */
export function withPeople(people: Record<string, Partial<ThingEntry> & { at_m: Vec3 }>, seed = 1): Actor {
  return restaurant(seed, (entry) => {
    delete entry.crowd;
    for (const [id, one] of Object.entries(people))
      entry.things[id] = { kind: 'person', half_m: [0.2, 0.6, 0.2], role: 'guest', ...one };
  });
}

export function person(world: World, id: string): Person {
  return world.things[id] as Person;
}

export function crowd(world: World): Person[] {
  return Object.values(world.things).filter((thing) => thing.kind === 'person');
}

export function member(world: World, id: string): Member {
  return world.working.crowd.members[id]!;
}

/** Walks in a straight line to a post or place, the head at 1.6 m. */
export function walkTo(actor: Actor, to: string | Vec3, speed_mps = 1.1, each?: () => void): Actor {
  const goal = typeof to === 'string' ? actor.world.room.posts[to]! : to;
  const from: Vec3 = [...actor.at];
  const far_m = Math.hypot(goal[0] - from[0], goal[2] - from[2]);
  actor.run(far_m / speed_mps, [], (t) => {
    const share = Math.min(1, (t * speed_mps) / far_m);
    actor.at = [from[0] + (goal[0] - from[0]) * share, goal[1], from[2] + (goal[2] - from[2]) * share];
    each?.();
  });
  return actor;
}

export function say(actor: Actor, phrase: string, wait_s = 0.2): Actor {
  actor.run(wait_s, [{ do: 'say', phrase }]);
  return actor;
}

export function open(actor: Actor, door: string, open_frac = 1): Actor {
  const thing = actor.world.things[door]!;
  if (thing.kind === 'door') thing.open_frac = open_frac;
  return actor;
}

/** Wedges a door, so that no closer undoes what a test has set. */
export function wedge(actor: Actor, door: string): Actor {
  const thing = actor.world.things[door]!;
  if (thing.kind === 'door') thing.wedged = true;
  return open(actor, door);
}

/** The good way through the restaurant: call, look into both side rooms, no bags, lead out by exit 2. */
export function leadOut(actor: Actor): Actor {
  say(say(actor, 'fire', 0.5), 'follow-me', 1);
  walkTo(actor, [-0.6, 0, 2.5]);
  walkTo(actor, 'in-door-toilets');
  say(open(actor, 'door-toilets'), 'anyone-here', 1.5);
  walkTo(actor, 'in-door-private');
  say(say(open(actor, 'door-private'), 'anyone-here', 1.6), 'follow-me', 0.5);
  walkTo(actor, [-2.8, 0, -0.75]);
  say(say(actor, 'follow-me'), 'leave-it');
  walkTo(actor, [4.2, 0, -0.75]);
  say(say(actor, 'follow-me'), 'leave-it');
  walkTo(actor, 'in-door-passage');
  wedge(actor, 'door-passage');
  say(say(actor, 'follow-me'), 'leave-it');
  walkTo(actor, 'in-door-2');
  wedge(actor, 'door-2');
  return walkTo(actor, 'assembly');
}
