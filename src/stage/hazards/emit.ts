/** Fills the air on a fixed beat of the drill's clock, from what the world says at that beat. */
import type { Fact, World } from '../../sim/world.ts';
import { at, chance, drawFrom, type Emitter, puff, streak, sway } from './births.ts';
import { toWorld } from './cells.ts';
import { doorsBeat } from './emitDoors.ts';
import { applianceBeat, bikeBeat, blazeBeat, panBeat, solidBeat, sparks } from './emitFires.ts';
import { sprayBeat, sprinklerBeat, throwBeat } from './emitSpray.ts';
import { BEAT_s } from './looks.ts';

/** A jump of the clock longer than this (tape scrubbing, new try) starts the air anew. [D] */
const JUMP_BEATS = 45;
/** After a jump this much of the past is filled in, so that any instant of a tape looks alive. [D] */
const FILL_BEATS = 60;

/** Brings the air up to the drill's clock. */
export function emitUntil(emitter: Emitter, world: World, facts: readonly Fact[], clock_s: number): void {
  emitter.room = world.room;
  const now = Math.floor(clock_s / BEAT_s);
  if (now < emitter.beat || now - emitter.beat > JUMP_BEATS) {
    emitter.puffs.clear();
    emitter.streaks.clear();
    emitter.left_kg.clear();
    emitter.beat = Math.max(-1, now - FILL_BEATS);
    emitter.seen = facts.length;
  }
  while (emitter.beat < now) {
    emitter.beat++;
    drawFrom(emitter.beat * 4096);
    beat(emitter, world, emitter.beat * BEAT_s);
  }
  if (facts.length < emitter.seen) emitter.seen = 0;
  while (emitter.seen < facts.length) burst(emitter, world, facts[emitter.seen++]!, clock_s);
  emitter.puffs.upload();
  emitter.streaks.upload();
}

function beat(emitter: Emitter, world: World, at_s: number): void {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'oil-pan') panBeat(emitter, thing, at_s);
    else if (thing.kind === 'solid-fuel') solidBeat(emitter, thing, at_s);
    else if (thing.kind === 'appliance') applianceBeat(emitter, thing, at_s);
    else if (thing.kind === 'extinguisher') sprayBeat(emitter, thing, at_s);
    else if (thing.kind === 'blaze') blazeBeat(emitter, thing, at_s);
    else if (thing.kind === 'e-bike') bikeBeat(emitter, world, thing, at_s);
    else if (thing.kind === 'sprinkler') sprinklerBeat(emitter, thing, at_s);
    else if (thing.kind === 'water' || thing.kind === 'flour') throwBeat(emitter, world, thing, at_s);
  }
  doorsBeat(emitter, world, at_s);
}

/** What comes with a single fact: steam when a fire dies, a flash, sparks. */
function burst(emitter: Emitter, world: World, fact: Fact, at_s: number): void {
  const thing = fact.thing ? world.things[fact.thing] : undefined;
  if (!thing || at_s - fact.at_s > 1) return;
  toWorld(thing.pose, 0, thing.half_m[1], 0, at);
  drawFrom(emitter.beat * 4096 + 2048 + emitter.seen * 64);
  if (fact.fact === 'dust-flashed')
    for (let k = 0; k < 30 * emitter.share; k++)
      puff(emitter, 'fireball', at_s, sway() * 4, 1 + 2.5 * chance(), sway() * 4, 0.9);
  else if (fact.fact === 'shocked') sparks(emitter, at_s, 26);
  else if (fact.fact === 'oil-splashed')
    for (let k = 0; k < 24; k++) streak(emitter, 'oil', at_s, sway() * 3, 1.2 + 2 * chance(), sway() * 3);
  else if (fact.fact === 'out')
    for (let k = 0; k < 5; k++) puff(emitter, 'wisp', at_s, sway() * 0.3, 0.5, sway() * 0.3, 2);
}
