/** Rooms in which a crowd is measured: a hall with one door, a passage without end, a long walk, a flight of stairs. */
import { stepCrowd } from '../../sim/crowd.ts';
import { type Bodies, keepGap, makeBodies, moveBodies, PART } from '../../sim/crowd-force.ts';
import type { Walls } from '../../sim/crowd-ground.ts';
import { hear } from '../../sim/persons.ts';
import { random } from '../../sim/rng.ts';
import { type RoomEntry, setupFromEntry } from '../../sim/room-entry.ts';
import { createWorld } from '../../sim/setup.ts';
import type { Person } from '../../sim/things.ts';
import { TICK_s, type Vec3, type World } from '../../sim/world.ts';

type Corner = [number, number, number];
type Place = [x: number, y: number, z: number, facing_deg: number];

interface Lab {
  surfaces_m: Record<string, [Vec3, Vec3, Vec3, Vec3]>;
  outside_m: [Vec3, Vec3];
  people: Place[];
  role: string;
  from: Corner;
}

function level(minX: number, minZ: number, maxX: number, maxZ: number, y = 0): [Vec3, Vec3, Vec3, Vec3] {
  return [
    [minX, y, minZ],
    [maxX, y, minZ],
    [maxX, y, maxZ],
    [minX, y, maxZ],
  ];
}

/** A world of floors and people, whoever speaks standing aside. */
function labWorld(lab: Lab, seed: number): World {
  const all = Object.values(lab.surfaces_m).flat();
  const axis = (k: number) => all.map((corner) => corner[k]!);
  const box = (k: number): [number, number] => [Math.min(...axis(k)), Math.max(...axis(k))];
  const [[x0, x1], [y0], [z0, z1]] = [box(0), box(1), box(2)];
  const entry: RoomEntry = {
    size_m: [x1 - x0, 12, z1 - z0],
    floor_m: [
      [x0, z0],
      [x1, z0],
      [x1, z1],
      [x0, z1],
    ],
    start: { at_m: lab.from, facing_deg: 0 },
    exit: { door: 'door', outside_m: lab.outside_m },
    draught_mps: [0, 0, 0],
    posts: {},
    obstacles_m: [],
    things: { door: { kind: 'door', at_m: [x0 - 5, 1, z0 - 5], half_m: [0.5, 1, 0.03], open_frac: 1, exit: true } },
    surfaces_m: lab.surfaces_m,
    building: {
      spaces: {
        hall: {
          box_m: [
            [x0, y0, z0],
            [x1, y0 + 12, z1],
          ],
        },
      },
      openings: { door: { from: 'hall', to: 'outside', sill_m: 0, soffit_m: 2, width_m: 1 } },
      wells: {},
    },
    crowd: { people: { role: lab.role, count: lab.people.length, look: ['customer'], at_m: lab.people } },
  };
  return createWorld(setupFromEntry(entry), seed);
}

function peopleIn(world: World): Person[] {
  return Object.values(world.things).filter((thing) => thing.kind === 'person');
}

/** Everybody is told to get out; `see` looks on every tick, until it says that it has seen enough. */
function runOut(world: World, most_s: number, see: (time_s: number, people: Person[]) => boolean): void {
  hear(world, [], 'get-out', 1e3);
  const people = peopleIn(world);
  for (; world.tick * TICK_s < most_s; world.tick++) {
    stepCrowd(world, [], TICK_s);
    if (see(world.tick * TICK_s, people)) return;
  }
}

const HALL_half_m = 3;
const HALL_deep_m = 7;
const COLUMNS_count = 7;
const SPACING_m = 0.55; // 3.3 persons a square metre, as the 60 of Seyfried et al. stood
const PASSAGE_m = 0.4;
/** The first and last to pass are not yet, or no longer, a stream. */
const EDGE_count = 6;

/** @returns persons per second and metre through a door, from a waiting crowd. */
export function doorFlow_1pms(width_m: number, count: number, seed: number): number {
  const half = width_m / 2;
  const people = Array.from({ length: count }, (_, index): Place => {
    const column = (index % COLUMNS_count) - (COLUMNS_count - 1) / 2;
    return [column * SPACING_m, 0, 2 + Math.floor(index / COLUMNS_count) * SPACING_m, 0];
  });
  const surfaces_m = {
    hall: level(-HALL_half_m, 0, HALL_half_m, HALL_deep_m),
    door: level(-half, -PASSAGE_m - 0.1, half, 0.1),
    outside: level(-HALL_half_m, -8, HALL_half_m, -PASSAGE_m),
  };
  const outside_m: [Vec3, Vec3] = [
    [-HALL_half_m, 0, -8],
    [HALL_half_m, 3, -2],
  ];
  const world = labWorld({ surfaces_m, outside_m, people, role: 'resident', from: [2.8, 0, 6.8] }, seed);
  const passed_s: number[] = [];
  const was = new Map<string, number>();
  runOut(world, 120, (time_s, all) => {
    for (const person of all) {
      const z = person.pose.position_m[2];
      if ((was.get(person.id) ?? 9) > -PASSAGE_m / 2 && z <= -PASSAGE_m / 2) passed_s.push(time_s);
      was.set(person.id, Math.min(z, was.get(person.id) ?? 9));
    }
    return passed_s.length === count;
  });
  const stream = passed_s.slice(EDGE_count, -EDGE_count);
  return (stream.length - 1) / (stream.at(-1)! - stream[0]!) / width_m;
}

/** Mean speed of single walkers over the floor of a passage, or along the slope of a flight `drop_m` deep over 3 m. */
export function walk_mps(drop_m: number, count: number): number {
  let sum_mps = 0;
  for (let seed = 1; seed <= count; seed++) {
    const surfaces_m: Lab['surfaces_m'] =
      drop_m === 0
        ? { way: level(-1, -14, 1, 2) }
        : {
            top: level(-0.8, -2, 0.8, 2),
            flight: [
              [-0.8, -drop_m, -5],
              [0.8, -drop_m, -5],
              [0.8, 0, -2],
              [-0.8, 0, -2],
            ],
            bottom: level(-0.8, -14, 0.8, -5, -drop_m),
          };
    const outside_m: [Vec3, Vec3] = [
      [-1, -drop_m, -14],
      [1, 3 - drop_m, -12],
    ];
    const lab: Lab = { surfaces_m, outside_m, people: [[0, 0, 0, 0]], role: 'resident', from: [0.7, 0, 1.7] };
    const times_s: number[] = [];
    runOut(labWorld(lab, seed), 60, (time_s, [person]) => {
      const z = person!.pose.position_m[2];
      if (times_s.length === 0 && z < -2.4) times_s.push(time_s);
      if (times_s.length === 1 && z < -4.6) times_s.push(time_s);
      return times_s.length === 2;
    });
    sum_mps += (2.2 * Math.hypot(1, drop_m / 3)) / (times_s[1]! - times_s[0]!);
  }
  return sum_mps / count;
}

const LONG_m = 12;
const WIDE_m = 2;
const LANES_count = 3;
const ROUND_m = 1.2;
const SETTLE_s = 6;
const MEASURE_s = 8;

/** @returns mean speed in a passage that goes round, with so many people a square metre in it, all in a queue. */
export function passage_mps(density_1pm2: number, free_mps: number, queue: boolean): number {
  const count = Math.round(density_1pm2 * LONG_m * WIDE_m);
  const b = makeBodies(3 * count);
  const dice = { rng: 7 };
  const lanes = LANES_count;
  const rows = Math.ceil(count / lanes);
  for (let i = 0; i < count; i++) {
    b.x_m[i] = ((i % lanes) + 0.5) * (WIDE_m / lanes) + (random(dice) - 0.5) * 0.1;
    b.z_m[i] = -Math.floor(i / lanes) * (LONG_m / rows) + (random(dice) - 0.5) * 0.1;
    b.radius_m[i] = b.radius_m[i + count] = b.radius_m[i + 2 * count] = 0.19 + 0.06 * random(dice);
    b.part[i] = b.part[i + count] = b.part[i + 2 * count] = PART.free;
  }
  const walls = passageWalls();
  let sum_mps = 0;
  let seen = 0;
  for (let t = 0; t < SETTLE_s + MEASURE_s; t += TICK_s) {
    wrap(b, count);
    for (let i = 0; i < count; i++) {
      b.wantX_mps[i] = 0;
      b.wantZ_mps[i] = -free_mps;
      if (queue) keepGap(b, i);
    }
    moveBodies({ things: {} }, b, walls, TICK_s);
    if (t < SETTLE_s) continue;
    for (let i = 0; i < count; i++) sum_mps -= b.vz_mps[i]!;
    seen += count;
  }
  return sum_mps / seen;
}

/** Who leaves at one end comes in at the other, and is felt there before. */
function wrap(b: Bodies, count: number): void {
  for (let i = 0; i < count; i++) {
    if (b.z_m[i]! < -LONG_m) b.z_m[i] = b.z_m[i]! + LONG_m;
    if (b.z_m[i]! > 0) b.z_m[i] = b.z_m[i]! - LONG_m;
    for (const [ghost, shift_m] of [
      [i + count, LONG_m],
      [i + 2 * count, -LONG_m],
    ] as const) {
      const z = b.z_m[i]! + shift_m;
      b.x_m[ghost] = b.x_m[i]!;
      b.z_m[ghost] = z;
      b.y_m[ghost] = z < ROUND_m && z > -LONG_m - ROUND_m ? 0 : -1e3;
      b.vx_mps[ghost] = b.wantX_mps[ghost] = b.vx_mps[i]!;
      b.vz_mps[ghost] = b.wantZ_mps[ghost] = b.vz_mps[i]!;
    }
  }
}

function passageWalls(): Walls {
  const sides = [0, WIDE_m].map((x) => ({
    a_m: [x, 0, 2 * ROUND_m] as Vec3,
    b_m: [x, 0, -LONG_m - 2 * ROUND_m] as Vec3,
    low_m: 0,
    high_m: 2,
    door: null,
  }));
  const near = new Map<number, number[]>();
  for (let x = -1; x <= WIDE_m; x++) for (let z = -LONG_m - 3; z <= 3; z++) near.set(x * 4096 + z, [0, 1]);
  return { all: sides, leafIndex: [], near };
}
