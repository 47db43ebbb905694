/** What a crowd costs: CPU time of a tick of thirty guests while they stand, gather, jam and leave, as a share of real time. */

import { setupOf } from '../../script/room.ts';
import { stepCrowd } from '../../sim/crowd.ts';
import { groundAt } from '../../sim/ground.ts';
import { hear } from '../../sim/persons.ts';
import { createWorld } from '../../sim/setup.ts';
import { type Fact, TICK_s, type Vec3, type World } from '../../sim/world.ts';
import { loadPack } from '../packs-node.ts';
import { median } from './sim.ts';

const ROUNDS_count = 9;
const VARIANT = 'fire-escape/restaurant-guests';
/** The way the trainee leads, post after post, at a walk. */
const WAY = ['hall-middle', 'in-door-passage', 'passage-middle', 'in-door-2', 'assembly'];
const WALK_mps = 1.1;

interface Phase {
  name: string;
  ticks: number;
  cpu_ms: number;
}

function cpu_ms(): number {
  const used = process.cpuUsage();
  return (used.user + used.system) / 1000;
}

function stand(world: World, at_m: Vec3): void {
  const floor_m = groundAt(world.room, at_m[0], at_m[2], at_m[1]) ?? at_m[1];
  world.body.head.position_m = [at_m[0], floor_m + 1.6, at_m[2]];
}

function pass(world: World, facts: Fact[], phase: Phase, for_s: number, each?: (share: number) => void): void {
  const ticks = Math.round(for_s / TICK_s);
  const began_ms = cpu_ms();
  for (let tick = 0; tick < ticks; tick++, world.tick++) {
    each?.(tick / ticks);
    stepCrowd(world, facts, TICK_s);
  }
  phase.cpu_ms += cpu_ms() - began_ms;
  phase.ticks += ticks;
}

/** One walk out with everybody behind. @returns what each phase of it took */
function round(seed: number): Phase[] {
  const world = createWorld(setupOf(loadPack(VARIANT).room, {}, 1.6), seed);
  for (const id in world.things) {
    const thing = world.things[id]!;
    if (thing.kind === 'door') Object.assign(thing, { open_frac: thing.id === 'door-1' ? 0 : 1, wedged: true });
  }
  const facts: Fact[] = [];
  const phases = ['stand', 'led', 'leave'].map((name): Phase => ({ name, ticks: 0, cpu_ms: 0 }));
  const [standing, led, leaving] = phases as [Phase, Phase, Phase];
  let at_m: Vec3 = [...world.room.posts['hall-middle']!];
  stand(world, at_m);
  stepCrowd(world, facts, TICK_s);
  pass(world, facts, standing, 5);
  for (const phrase of ['follow-me', 'leave-it']) hear(world, facts, phrase, 99);
  world.tick += 120;
  hear(world, facts, 'follow-me', 99);
  for (const post of WAY) {
    const from_m = at_m;
    const to_m = world.room.posts[post]!;
    const far_m = Math.hypot(to_m[0] - from_m[0], to_m[2] - from_m[2]);
    pass(world, facts, led, Math.max(0.5, far_m / WALK_mps), (share) => {
      at_m = [from_m[0] + (to_m[0] - from_m[0]) * share, 0, from_m[2] + (to_m[2] - from_m[2]) * share];
      stand(world, at_m);
    });
  }
  pass(world, facts, leaving, 15);
  return phases;
}

/** npm run bench -- people */
export function run(): void {
  const rounds = Array.from({ length: ROUNDS_count }, (_, index) => round(index + 1)).slice(1);
  for (let k = 0; k < rounds[0]!.length; k++) {
    const cost = median(rounds.map((phases) => phases[k]!.cpu_ms / phases[k]!.ticks));
    const share = (100 * cost.median) / (1000 * TICK_s);
    const spread = `${cost.low.toFixed(3)} to ${cost.high.toFixed(3)}`;
    console.log(
      `${rounds[0]![k]!.name.padEnd(6)} ${cost.median.toFixed(3)} ms a tick (${spread}), ${share.toFixed(1)} % of real time`,
    );
  }
  console.log(`30 guests and the trainee, ${rounds.length} rounds on one core.`);
}
