/** A flat, a corridor and a stair set by hand, with one door between flat and corridor: for looking through a crack and for choosing spaces. */

import type { Door, Lookout } from '../../../src/sim/things.ts';
import type { Vec3, World } from '../../../src/sim/world.ts';
import type { Building } from '../../../src/sim/zone/building.ts';
import { type Air, airOf } from './smoky.ts';
import { aimedAt, poseAt, roomOf } from './worlds.ts';

export interface Storey {
  living?: Partial<Air>;
  corridor?: Partial<Air>;
  stair?: Partial<Air>;
  /** of the flat's door */
  open_frac?: number;
  bottomSealed_frac?: number;
  sidesSealed_frac?: number;
  /** what the door lets through towards the flat */
  toFlat_kgps?: number;
  toCorridor_kgps?: number;
  head?: Vec3;
  looks?: Vec3;
}

const LIVING: [Vec3, Vec3] = [
  [-1.9, 0, -3.4],
  [2.5, 2.7, 3.8],
];
const CORRIDOR: [Vec3, Vec3] = [
  [-8, 0, 4],
  [8, 2.5, 5.6],
];
const STAIR: [Vec3, Vec3] = [
  [-8, 0, 5.8],
  [-5.4, 3, 10.8],
];

function door(open_frac: number, storey: Storey): Door {
  return {
    id: 'door-flat',
    kind: 'door',
    pose: poseAt(0.2, 1.025, 3.9),
    home: poseAt(0.2, 1.025, 3.9),
    half_m: [0.45, 1.025, 0.035],
    heldBy: null,
    open_frac,
    exit: false,
    hinge: '-x',
    swings: '-z',
    slides: false,
    steel: true,
    glazed: false,
    louvred: false,
    peephole: true,
    selfClosing: false,
    wedged: false,
    locked: false,
    workedBy: null,
    face_K: 293,
    back_K: 293,
    bottomSealed_frac: storey.bottomSealed_frac ?? 0,
    sidesSealed_frac: storey.sidesSealed_frac ?? 0,
    water_kg: 0,
  };
}

function sign(): Lookout {
  return {
    id: 'sign',
    kind: 'exit-sign',
    pose: poseAt(-6.7, 2.1, 5.55),
    home: poseAt(-6.7, 2.1, 5.55),
    half_m: [0.2, 0.08, 0.03],
    heldBy: null,
  };
}

export function storey(over: Storey = {}): World {
  const open_frac = over.open_frac ?? 0;
  const { spaces, layout, air } = airOf(
    [
      { id: 'living', box: LIVING, ...over.living },
      { id: 'corridor', box: CORRIDOR, ...over.corridor },
      { id: 'stair', box: STAIR, ...over.stair },
    ],
    [
      {
        id: 'door-flat',
        from: 'living',
        to: 'corridor',
        sill_m: 0,
        soffit_m: 2.05,
        width_m: 0.9,
        open_frac,
        bottomGap_m2: 0.007,
        sideGap_m2: 0.006,
      },
      { id: 'door-stair', from: 'corridor', to: 'stair', sill_m: 0, soffit_m: 2.1, width_m: 1, open_frac: 0 },
    ],
  );
  flow(air, over);
  const world = roomOf([door(open_frac, over), sign()], { air });
  Object.assign(world.room, { spaces, layout });
  world.body.head = aimedAt(over.head ?? [0.2, 1.6, 2.2], over.looks ?? [0.2, 1.5, 4]);
  return world;
}

function flow(air: Building, over: Storey): void {
  const vent = air.vents[0]!;
  vent.in_kgps = over.toFlat_kgps ?? 0;
  vent.out_kgps = over.toCorridor_kgps ?? 0;
  vent.bottomSealed_frac = over.bottomSealed_frac ?? 0;
  vent.sidesSealed_frac = over.sidesSealed_frac ?? 0;
}

/** The instants worth looking at. */
export const STOREYS: Record<string, () => World> = {
  clear: () => storey({ open_frac: 1, head: [0.2, 1.6, 1] }),
  // a thin layer of wood smoke in one's own flat
  thin: () =>
    storey({
      living: { layer_m: 2.2, upper_pm: 0.8, lower_pm: 0.02, fuel: 'wood' },
      head: [0.4, 1.6, 3.2],
      looks: [-0.2, 1.4, -3],
    }),
  // deep black smoke, standing in it and crouching below
  'deep-standing': () =>
    storey({
      living: { layer_m: 1.1, upper_pm: 2.5, lower_pm: 0.06, fuel: 'foam' },
      head: [0.4, 1.6, 3.2],
      looks: [-0.2, 1.2, -3],
    }),
  'deep-crouching': () =>
    storey({
      living: { layer_m: 1.1, upper_pm: 2.5, lower_pm: 0.06, fuel: 'foam' },
      head: [0.4, 0.75, 3.2],
      looks: [-0.2, 0.7, -3],
    }),
  // the corridor through the crack of one's own door, and through the door open
  crack: () =>
    storey({
      open_frac: 0.15,
      corridor: { layer_m: 0.9, upper_pm: 1.6, lower_pm: 0.2, fuel: 'foam' },
      toFlat_kgps: 0.06,
      head: [1.25, 1.5, 3.3],
      looks: [0.35, 1.35, 4.1],
    }),
  open: () =>
    storey({
      open_frac: 1,
      corridor: { layer_m: 1.0, upper_pm: 1.6, lower_pm: 0.2, fuel: 'foam' },
      toFlat_kgps: 0.4,
      head: [0.2, 1.6, 1.2],
      looks: [0.2, 1.3, 4],
    }),
  // a shut door, not sealed and sealed
  seep: () =>
    storey({
      corridor: { layer_m: 0.4, upper_pm: 2.2, lower_pm: 1.2, fuel: 'foam' },
      toFlat_kgps: 0.018,
      head: [0.2, 1.5, 2.1],
      looks: [0.2, 0.9, 3.9],
    }),
  sealed: () =>
    storey({
      corridor: { layer_m: 0.4, upper_pm: 2.2, lower_pm: 1.2, fuel: 'foam' },
      toFlat_kgps: 0.0008,
      bottomSealed_frac: 1,
      sidesSealed_frac: 1,
      head: [0.2, 1.5, 2.1],
      looks: [0.2, 0.9, 3.9],
    }),
  // the exit sign down the corridor, standing and low
  'sign-standing': () =>
    storey({
      open_frac: 1,
      corridor: { layer_m: 1.3, upper_pm: 0.9, lower_pm: 0.03, fuel: 'wood' },
      head: [1, 1.6, 4.8],
      looks: [-6.7, 1.6, 5.2],
    }),
  'sign-crouching': () =>
    storey({
      open_frac: 1,
      corridor: { layer_m: 1.3, upper_pm: 0.9, lower_pm: 0.03, fuel: 'wood' },
      head: [1, 0.7, 4.8],
      looks: [-6.7, 1.0, 5.2],
    }),
  // white vapour of a battery in the corridor
  vapour: () =>
    storey({
      open_frac: 1,
      corridor: { layer_m: 1.2, upper_pm: 1.4, lower_pm: 0.3, fuel: 'vapour' },
      head: [1, 1.5, 4.8],
      looks: [-6.7, 1.3, 5.0],
    }),
};
