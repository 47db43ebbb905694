/** One tick of the world, in order: the table of contents of the sim. */
import { stepAir } from './air-step.ts';
import { stepPower } from './appliance.ts';
import { stepBody, takeIntent } from './body.ts';
import { carryCovers } from './cover.ts';
import { doDeed } from './deeds.ts';
import { stepDoors } from './door.ts';
import { stepExtinguishers } from './extinguisher.ts';
import { stepFeel, stepPeep } from './feel.ts';
import { stepFires } from './fire.ts';
import { stepGates } from './gates.ts';
import { stepGaze } from './gaze.ts';
import { hasLevels } from './ground.ts';
import { moveHeld } from './hands.ts';
import { stepLifts } from './lift.ts';
import { stepPersons } from './persons.ts';
import { stepRigid } from './rigid.ts';
import { stepTaping } from './seal.ts';
import { stepMasks, stepSignals } from './signal.ts';
import { stepWatch } from './tally.ts';
import { type Fact, type Intent, TICK_s, type World } from './world.ts';

/**
 * Moves the world on by one tick, in place.
 * @param intent all the body does in this tick
 * @returns what became true, in order; the same world and intents always give the same facts and the same world
 */
export function step(world: World, intent: Intent): Fact[] {
  const facts: Fact[] = [];
  takeIntent(world, intent);
  for (const deed of intent.deeds) doDeed(world, facts, deed);
  moveHeld(world, facts);
  carryCovers(world);
  if (hasLevels(world.room)) stepHouse(world, facts);
  stepPower(world, facts);
  stepExtinguishers(world, facts, TICK_s);
  stepFires(world, facts, TICK_s);
  stepAir(world, facts);
  stepBody(world, facts, TICK_s);
  stepGaze(world, facts);
  stepWatch(world, facts, TICK_s);
  stepPersons(world, facts, TICK_s);
  stepRigid(world);
  stepGates(world, facts);
  world.tick += 1;
  return facts;
}

/** Doors, seals, hands on doors and signs: what only a house has. */
function stepHouse(world: World, facts: Fact[]): void {
  stepDoors(world, facts, TICK_s);
  stepLifts(world, facts, TICK_s);
  if (!world.body.alive) return;
  stepTaping(world, facts, TICK_s);
  stepFeel(world, facts, TICK_s);
  stepPeep(world, facts, TICK_s);
  stepSignals(world, facts, TICK_s);
  stepMasks(world, facts, TICK_s);
}
