/** Builds the world a run starts from. */
import { freshActs } from './acts-book.ts';
import { createAir, isFlaming, spaceAt } from './air.ts';
import { headSmoke } from './air-step.ts';
import { freshCrowd } from './crowd-member.ts';
import { AMBIENT_K } from './materials.ts';
import type { Thing } from './things.ts';
import type { FireBook, Working } from './working.ts';
import type { HandIntent, Vec3, World, WorldSetup } from './world.ts';

export function freshFire(cells = 0): FireBook {
  return {
    everBurned: false,
    burning_s: 0,
    peak_kW: 0,
    knocked: false,
    outAt_s: -1,
    litAt_s: -1,
    lastCause: '',
    lastCauseAt_s: -1,
    flame_frac: 0,
    smoulderAt_s: -1,
    preheat_kJpm2: 0,
    powder_kgpm2: 0,
    co2_kgpm2: 0,
    foam_kgpm2: 0,
    burned_kg: 0,
    spill_kg: 0,
    waterOnOil_kg: 0,
    fireball_kW: 0,
    given_kJ: 0,
    vapour_kJ: 0,
    burned_frac: 1,
    air_frac: 1,
    cellPowder_kgpm2: new Array<number>(cells).fill(0),
    cellCo2_kgpm2: new Array<number>(cells).fill(0),
    cellAge_s: new Array<number>(cells).fill(0),
    cellWait_s: new Array<number>(cells).fill(0),
  };
}

/** Area of a floor polygon (shoelace). */
export function floorArea_m2(corners: readonly [number, number][]): number {
  let twice = 0;
  for (let i = 0; i < corners.length; i++) {
    const [ax, az] = corners[i]!;
    const [bx, bz] = corners[(i + 1) % corners.length]!;
    twice += ax * bz - bx * az;
  }
  return Math.abs(twice) / 2;
}

function freshWorking(setup: WorldSetup): Working {
  const working: Working = {
    fires: {},
    movers: {},
    walkers: {},
    crowd: freshCrowd(),
    acts: freshActs(),
    breath: { dense_s: 0, inSmoke_s: 0, low_s: 0, clear_s: 0 },
    leaves: {},
    packs: {},
    links: {},
    squeezed_frac: { left: 0, right: 0 },
    saidOnce: {},
    gazeOn: [],
    sweepMin_m: 0,
    sweepMax_m: 0,
    sweepDirection: 0,
    sweepSum_m: 0,
    sweepCount: 0,
    distanceSum_m: 0,
    burst_kg: {},
    burst_s: {},
    burstOn_s: {},
    coveredAt_s: {},
    ductOn_s: -1,
    lastCharge_kg: 0,
    firstFireAt_s: -1,
    headInSmoke: false,
    smokeWasLow: false,
    alarmRaised: false,
    convectiveDose_frac: 0,
    radiantDose_frac: 0,
  };
  for (const thing of setup.things) {
    if (thing.kind === 'solid-fuel') working.fires[thing.id] = freshFire(thing.cells.length);
    else if (isFlaming(thing)) working.fires[thing.id] = freshFire();
    if (thing.kind === 'smoke-alarm' || thing.kind === 'heat-alarm' || thing.kind === 'sprinkler')
      working.links[thing.id] = { temp_K: AMBIENT_K, activatedAt_s: null };
    if (thing.kind === 'person') working.walkers[thing.id] = { path_m: [], waited_s: 0, sentToPhone: false };
  }
  for (const [id, { at_s }] of Object.entries(setup.lit ?? {})) {
    const fire = working.fires[id];
    if (!fire) throw new Error(`"${id}" is set to catch fire, but it is no fuel of this room.`);
    fire.litAt_s = at_s;
  }
  return working;
}

/** A hand hanging at one's side. */
export function idleHand(head_m: Readonly<Vec3>, side: 1 | -1): HandIntent {
  const position_m: Vec3 = [head_m[0] + 0.25 * side, Math.max(0.5, head_m[1] - 0.75), head_m[2]];
  return { pose: { position_m, orientation_quat: [0, 0, 0, 1] }, squeeze_frac: 0, tracked: true };
}

/**
 * The world at tick 0.
 * @param setup the room, its things and the hall's numbers; nothing of it is kept by reference
 * @param seed any whole number: the same seed and intents give the same run
 * @throws an Error when a thing id is used twice or a thing set to burn is no fuel
 */
export function createWorld(setup: WorldSetup, seed: number): World {
  const things: Record<string, Thing> = {};
  for (const thing of setup.things) {
    if (things[thing.id]) throw new Error(`"${thing.id}" is the id of two things in this room.`);
    things[thing.id] = structuredClone(thing);
  }
  const [x, y, z] = setup.start.position_m;
  const head: Vec3 = [x, y + setup.standing_m, z];
  const orientation = setup.start.orientation_quat;
  const world: World = {
    tick: 0,
    rng: seed | 0,
    room: structuredClone(setup.room),
    things,
    body: {
      head: { position_m: head, orientation_quat: [...orientation] },
      gaze_dir: [0, 0, -1],
      left: idleHand(head, -1),
      right: idleHand(head, 1),
      standing_m: setup.standing_m,
      holds: { left: null, right: null },
      space: spaceAt(setup, head),
      feels: { left: null, right: null },
      heatDose_frac: 0,
      smokeDose_frac: 0,
      alive: true,
      out: false,
    },
    smoke: { layerHeight_m: setup.room.ceiling_m, upper_K: AMBIENT_K, soot_kg: 0, co_ppm: 0, visibility_m: 0 },
    air: createAir(setup),
    call: { phone: null, number: null, line: null, told: [], ended: false },
    numbers: { ...setup.numbers },
    tally: {
      spray_s: 0,
      onTarget_s: 0,
      used_kg: 0,
      sweep_m: 0,
      firstDistance_m: 0,
      firstSpray_s: 0,
      gaze_s: {},
      watched_s: 0,
      outAt_s: -1,
    },
    gatesShut: [],
    working: freshWorking(setup),
  };
  headSmoke(world);
  return world;
}
