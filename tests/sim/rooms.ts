/** Rooms of the scenarios as worlds, and a body that can be told what to do: for tests only. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { kindle } from '../../src/sim/kindle.ts';
import { setupFromEntry } from '../../src/sim/room-entry.ts';
import { createWorld } from '../../src/sim/setup.ts';
import { step } from '../../src/sim/step.ts';
import type { Deed, Fact, HandIntent, Intent, Quat, Vec3, World, WorldSetup } from '../../src/sim/world.ts';

const ROOT = join(import.meta.dirname, '../../scenarios/firefighting');
export const ROOMS = ['kitchen-wok', 'living-room-basket', 'shop-inspection-carton'] as const;
export type RoomName = (typeof ROOMS)[number];

export function setupOf(room: RoomName): WorldSetup {
  const entry = parse(readFileSync(join(ROOT, room, 'room.yaml'), 'utf8'));
  return setupFromEntry(entry, { duty: '0871-1234567', gas: '96777' });
}

/** @returns orientation whose -z points along `dir`. */
export function looking(dir: Vec3): Quat {
  const size = Math.hypot(...dir);
  const yaw = Math.atan2(-dir[0], -dir[2]);
  const pitch = Math.asin(dir[1] / size);
  const cy = Math.cos(yaw / 2);
  const sy = Math.sin(yaw / 2);
  const cp = Math.cos(pitch / 2);
  const sp = Math.sin(pitch / 2);
  return [cy * sp, sy * cp, -sy * sp, cy * cp];
}

const minus = (a: Readonly<Vec3>, b: Readonly<Vec3>): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];

/** A body in a world: stands somewhere, looks somewhere, and does deeds. */
export class Actor {
  world: World;
  facts: Fact[] = [];
  at: Vec3;
  look: Vec3 = [0, 0, -1];
  aim: Vec3 | null = null;
  squeeze = 0;

  constructor(world: World) {
    this.world = world;
    const [x, y, z] = world.body.head.position_m;
    this.at = [x, y - world.body.standing_m, z];
  }

  hand(offset: number): HandIntent {
    const position_m: Vec3 = [this.at[0] + offset, this.at[1] + 1.05, this.at[2]];
    const dir = this.aim ? minus(this.aim, position_m) : this.look;
    return { pose: { position_m, orientation_quat: looking(dir) }, squeeze_frac: 0, tracked: true };
  }

  intent(deeds: Deed[] = []): Intent {
    const head = {
      position_m: [this.at[0], this.at[1] + 1.6, this.at[2]] as Vec3,
      orientation_quat: looking(this.look),
    };
    const right = this.hand(0.1);
    right.squeeze_frac = this.squeeze;
    return { head, gaze_dir: this.look, left: this.hand(-0.1), right, deeds };
  }

  /** Runs ticks; deeds go in with the first of them. */
  run(s: number, deeds: Deed[] = [], each?: (t: number) => void): Fact[] {
    const before = this.facts.length;
    const ticks = Math.max(1, Math.round(s * 60));
    for (let i = 0; i < ticks; i++) {
      each?.(i / 60);
      this.facts.push(...step(this.world, this.intent(i === 0 ? deeds : [])));
    }
    return this.facts.slice(before);
  }

  stand(post: string): this {
    this.at = [...this.world.room.posts[post]!];
    return this;
  }

  lookAt(thing: string): this {
    const at = this.world.things[thing]!.pose.position_m;
    this.look = minus(at, [this.at[0], this.at[1] + 1.6, this.at[2]]);
    const size = Math.hypot(...this.look);
    this.look = this.look.map((v) => v / size) as Vec3;
    return this;
  }

  has(fact: string, thing?: string): Fact | undefined {
    return this.facts.find((each) => each.fact === fact && (thing === undefined || each.thing === thing));
  }
}

export function actor(room: RoomName, seed = 1, change?: (setup: WorldSetup) => void): Actor {
  const setup = setupOf(room);
  change?.(setup);
  return new Actor(createWorld(setup, seed));
}

/** A kitchen whose wok lights within a second or two, the cook at the stove. */
export function burningWok(seed = 1): Actor {
  const cook = actor('kitchen-wok', seed, (setup) => {
    const wok = setup.things.find((thing) => thing.id === 'wok');
    if (wok?.kind === 'oil-pan') wok.oil_K = 678.5;
  });
  cook.stand('stove').lookAt('wok').run(3);
  return cook;
}

/** A room whose fuel has been set alight and left for a while. */
export function fireIn(room: RoomName, thing: string, left_s: number): Actor {
  const trainee = actor(room);
  trainee.facts.push(...kindle(trainee.world, thing, 0));
  trainee.run(left_s);
  return trainee;
}
