/** Fight or leave: the five gates of procedures 4.b, asked four times a second while something burns. */
import { type Flaming, flameArea_m2, isFlaming, spaceIndexAt } from './air.ts';
import { usable_kg } from './extinguisher.ts';
import type { GATES } from './facts.ts';
import { fireBase, inSight } from './fire.ts';
import { isFuel } from './fire-book.ts';
import * as M from './materials.ts';
import { smokeIn, smokeOf } from './smoke.ts';
import { exitPoint } from './tally.ts';
import { tell } from './tell.ts';
import type { Extinguisher, Thing } from './things.ts';
import { flatDistance, flatToSegment } from './vec.ts';
import type { Fact, Vec3, World } from './world.ts';

export type Gate = (typeof GATES)[number];
const everyTicks = 15;
const REACH_ceiling_m = 0.3;

/** 1: everyone else is out or leaving, and 119 is being called. */
export function peopleClear(world: World): boolean {
  for (const id in world.things) {
    const person = world.things[id]!;
    if (person.kind === 'person' && !person.warned && !person.out) return false;
  }
  return world.working.alarmRaised || world.call.line === 'fire';
}

/** A fire the gates ask about: what burns in the room, and blazes and packs only where they can be seen from here. */
function concerns(world: World, thing: Thing): thing is Flaming {
  if (!isFlaming(thing) || !thing.burning) return false;
  return isFuel(thing) || inSight(world, thing.pose.position_m, world.body.head.position_m);
}

/** Plan area of what burns. */
export function burning_m2(fuel: Flaming): number {
  if (!fuel.burning) return 0;
  if (!isFuel(fuel)) return flameArea_m2(fuel);
  if (fuel.kind === 'oil-pan') return (Math.PI * fuel.diameter_m ** 2) / 4 + fuel.spill_m2;
  if (fuel.kind === 'appliance') return 4 * fuel.half_m[0] * fuel.half_m[2];
  let count = 0;
  for (const cell of fuel.cells) if (cell.burning) count++;
  return count * fuel.cell_m ** 2;
}

const AGAIN_frac = 0.9; // a gate that has shut clears only a tenth inside its limit, so that it does not flicker [D]

/** 2: burning area at most 1 m2, flame below 1.2 m and off the ceiling. */
export function fireIsSmall(world: World): boolean {
  const within_frac = world.gatesShut.includes('fire-size') ? AGAIN_frac : 1;
  let area_m2 = 0;
  for (const id in world.things) {
    const fuel = world.things[id]!;
    if (!concerns(world, fuel)) continue;
    area_m2 += burning_m2(fuel);
    if (fuel.flameHeight_m > M.GATE_flame_m * within_frac || (fuel.kind === 'oil-pan' && fuel.fireball_s > 0))
      return false;
    const space = spaceIndexAt(world.room, fuel.pose.position_m);
    const ceiling_m = smokeOf(world, space).ceiling_m;
    if (fuel.pose.position_m[1] + fuel.flameHeight_m > ceiling_m - REACH_ceiling_m) return false;
  }
  return area_m2 <= M.GATE_area_m2 * within_frac && world.working.ductOn_s < M.DUCT_delay_s;
}

/** A layer that is smoke and not haze, below 1.8 m. */
export function smokeIsLow(world: World): boolean {
  const again_frac = world.gatesShut.includes('smoke') ? AGAIN_frac : 1;
  const { layerHeight_m, visibility_m } = world.smoke;
  const { floor_m } = smokeIn(world, world.body.space);
  return layerHeight_m - floor_m < M.SMOKE_low_m / again_frac && visibility_m < M.SMOKE_seen_m / again_frac;
}

const exit: Vec3 = [0, 0, 0];
/** 3: the layer is above 1.8 m and the exit can be seen. */
export function smokeIsHigh(world: World): boolean {
  const { smoke, body } = world;
  if (smokeIsLow(world)) return false;
  if (body.head.position_m[1] < smoke.layerHeight_m) return true;
  return smoke.visibility_m >= flatDistance(body.head.position_m, exitPoint(world, exit));
}

const base: Vec3 = [0, 0, 0];
const KEEP_m = 0.8; // [D] as near to a flame as one would pass
/** 4: no flame lies on or beside the way from here to the exit. */
export function exitIsFree(world: World): boolean {
  const head = world.body.head.position_m;
  if (world.body.out) return true;
  exitPoint(world, exit);
  for (const id in world.things) {
    const fuel = world.things[id]!;
    if (!concerns(world, fuel)) continue;
    fireBase(fuel, base);
    const passes_m = flatToSegment(base, head, exit);
    if (passes_m < KEEP_m && flatDistance(base, exit) < flatDistance(head, exit) - 0.1) return false;
  }
  return true;
}

/** Whether a bottle is rated for what burns, and works. Powder may serve as the second line on a pan (procedures matrix). */
export function suits(world: World, bottle: Extinguisher): boolean {
  if (bottle.defect !== null && bottle.defect !== 'no-label' && bottle.defect !== 'no-pin') return false;
  if (usable_kg(bottle) < 0.15 * bottle.charge_kg) return false;
  for (const id in world.things) {
    const fuel = world.things[id]!;
    if (!isFuel(fuel) || !fuel.burning) continue;
    if (fuel.kind === 'oil-pan' && !bottle.rated.includes('F') && bottle.agent !== 'abc-powder') return false;
    if (fuel.kind === 'solid-fuel' && !bottle.rated.includes('A')) return false;
    if (fuel.kind === 'appliance' && fuel.live && !bottle.rated.includes('E')) return false;
  }
  return true;
}

function panBurns(world: World): boolean {
  for (const id in world.things) {
    const pan = world.things[id]!;
    if (pan.kind === 'oil-pan' && pan.burning) return true;
  }
  return false;
}

/** 5: the bottle in hand suits the fire and is good; with empty hands, one that does is in the room (or a cover, for a pan). */
export function agentSuits(world: World): boolean {
  let any = false;
  for (const id in world.things) {
    const thing = world.things[id]!;
    if ((thing.kind === 'lid' || thing.kind === 'fire-blanket') && panBurns(world)) any = true;
    if (thing.kind !== 'extinguisher') continue;
    const good = suits(world, thing);
    if (thing.heldBy) return good;
    if (good) any = true;
  }
  return any;
}

const TESTS: [Gate, (world: World) => boolean][] = [
  ['people', peopleClear],
  ['fire-size', fireIsSmall],
  ['smoke', smokeIsHigh],
  ['exit', exitIsFree],
  ['agent', agentSuits],
];

function burns(world: World): boolean {
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (concerns(world, thing)) return true;
  }
  return false;
}

/** Asks the gates; with nothing burning only smoke can say leave. */
export function stepGates(world: World, facts: Fact[]): void {
  if (!world.working.smokeWasLow && smokeIsLow(world)) {
    world.working.smokeWasLow = true;
    tell(world, facts, 'smoke-low');
  }
  if (world.tick % everyTicks !== 0) return;
  const fire = burns(world);
  for (const [gate, clear] of TESTS) {
    const shut = (fire || gate === 'smoke') && !clear(world);
    const was = world.gatesShut.includes(gate);
    if (shut === was) continue;
    if (shut) world.gatesShut.push(gate);
    else world.gatesShut.splice(world.gatesShut.indexOf(gate), 1);
    tell(world, facts, shut ? 'gate-shut' : 'gate-cleared', undefined, gate);
  }
}
