/** The houses of the fire-escape drills as worlds, with fires of one's own put into them: for tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kindle } from '../../src/sim/kindle.ts';
import { setupFromEntry } from '../../src/sim/room-entry.ts';
import { createWorld } from '../../src/sim/setup.ts';
import type { ThingEntry } from '../../src/sim/thing-entry.ts';
import type { Door } from '../../src/sim/things.ts';
import { Actor } from './rooms.ts';

const ROOT = join(import.meta.dirname, '../../scenarios/fire-escape');

/** The tower with more things; the trainee stands at a post of it. */
export function tower(post: string, things: Record<string, ThingEntry> = {}, seed = 1): Actor {
  const house = parse(readFileSync(join(ROOT, 'tower.yaml'), 'utf8'));
  const start = { at_m: house.posts[post], facing_deg: 0 };
  const entry = { ...house, start, things: { ...house.things, ...things } };
  return new Actor(createWorld(setupFromEntry(entry), seed));
}

/** A sofa in the living room of the flat: fast growth up to 1.5 MW. */
export const SOFA: ThingEntry = {
  kind: 'blaze',
  at_m: [-1.45, 0.4, -1.4],
  half_m: [0.4, 0.4, 0.8],
  fuel: 'polyurethane',
  peak_kW: 1500,
};
/** An e-bike under stair a, where no bike should stand. */
export const BIKE: ThingEntry = { kind: 'e-bike', at_m: [-6, -5.5, 6.4], half_m: [0.8, 0.5, 0.3] };

export function light(house: Actor, thing: string, burned_s = 0): void {
  house.facts.push(...kindle(house.world, thing, burned_s));
}

export function door(house: Actor, id: string): Door {
  return house.world.things[id] as Door;
}
