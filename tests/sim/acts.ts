/** Whole sequences an actor does: fetch, pull the pin, stand, sweep. */
import type { Fact, Vec3 } from '../../src/sim/world.ts';
import type { Actor } from './rooms.ts';

export interface Spray {
  bottle: string;
  fetchFrom: string;
  standAt: string | Vec3;
  target: Vec3;
  for_s: number;
  sweep_m?: number;
}

/** Goes to the bottle, takes it, pulls the pin, stands and sweeps over the target. */
export function fightWith(actor: Actor, spray: Spray): Fact[] {
  actor.stand(spray.fetchFrom);
  const before = actor.facts.length;
  actor.run(0.3, [{ do: 'grab', hand: 'right', thing: spray.bottle }]);
  actor.run(0.3, [{ do: 'pull', hand: 'left', thing: `${spray.bottle}.pin` }]);
  if (typeof spray.standAt === 'string') actor.stand(spray.standAt);
  else actor.at = [...spray.standAt];
  sweep(actor, spray.target, spray.for_s, spray.sweep_m ?? 0.25);
  return actor.facts.slice(before);
}

/** Squeezes and sweeps over a point, side to side every 1.6 s. */
export function sweep(actor: Actor, target: Vec3, for_s: number, sweep_m: number): void {
  const dir: Vec3 = [target[0] - actor.at[0], target[1] - actor.at[1] - 1.6, target[2] - actor.at[2]];
  const size = Math.hypot(...dir);
  actor.look = [dir[0] / size, dir[1] / size, dir[2] / size];
  const flat = Math.hypot(dir[0], dir[2]);
  const side = [-dir[2] / flat, dir[0] / flat];
  actor.squeeze = 1;
  actor.run(for_s, [], (t) => {
    const off = sweep_m * Math.sin((t * 2 * Math.PI) / 1.6);
    actor.aim = [target[0] + side[0]! * off, target[1], target[2] + side[1]! * off];
  });
  actor.squeeze = 0;
  actor.aim = null;
}

export function baseOf(actor: Actor, thing: string, down = 1 / 3): Vec3 {
  const { pose, half_m } = actor.world.things[thing]!;
  return [pose.position_m[0], pose.position_m[1] - half_m[1] * down, pose.position_m[2]];
}
