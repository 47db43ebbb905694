/** Smoke as the drill sees it: readings of every space, carried out of the zone model. */
import { spaceIndexAt, spaceNumbered } from './air.ts';
import type { Vec3, World } from './world.ts';
import type { Building, Layer } from './zone/building.ts';
import { type Air, layerAir } from './zone/readings.ts';
import { SOOT } from './zone/species.ts';

/** Both layers of one space. Heights are the world's, ready to be compared with positions. */
export interface SpaceSmoke {
  /** id of the space, `outside` in the open air */
  space: string;
  floor_m: number;
  ceiling_m: number;
  layerHeight_m: number;
  upper_K: number;
  lower_K: number;
  extinction_1pm: number;
  lowerExtinction_1pm: number;
  /** of signs that reflect light */
  visibility_m: number;
  lowerVisibility_m: number;
  /** of signs that shine */
  litVisibility_m: number;
  lowerLitVisibility_m: number;
  co_ppm: number;
  lowerCo_ppm: number;
  soot_kg: number;
  upper: Air;
  lower: Air;
}

interface Kept {
  mark_1: number;
  smoke: SpaceSmoke;
}
/** Readings worked out since the air last moved: a memory of what can be worked out again, never a state of its own. */
const kept = new WeakMap<Building, Kept[]>();
const open = new WeakMap<Building, SpaceSmoke>();

/** Changes whenever the layers do. */
function markOf(upper: Layer, lower: Layer): number {
  const soot_kg = upper.species_kg[SOOT]! + 3 * lower.species_kg[SOOT]!;
  const gas_kg = upper.mass_kg + 3 * lower.mass_kg;
  return gas_kg + 7 * upper.temp_K + 11 * lower.temp_K + 13 * upper.volume_m3 + 1e4 * soot_kg;
}

function read(building: Building, index: number): SpaceSmoke {
  const room = building.rooms[index]!;
  const upper = layerAir(room.upper);
  const lower = layerAir(room.lower);
  return {
    space: room.id,
    floor_m: room.floor_m,
    ceiling_m: room.floor_m + room.height_m,
    layerHeight_m: room.floor_m + room.layer_m,
    upper_K: upper.temp_K,
    lower_K: lower.temp_K,
    extinction_1pm: upper.extinction_1pm,
    lowerExtinction_1pm: lower.extinction_1pm,
    visibility_m: upper.visibility_m,
    lowerVisibility_m: lower.visibility_m,
    litVisibility_m: upper.litVisibility_m,
    lowerLitVisibility_m: lower.litVisibility_m,
    co_ppm: upper.co_ppm,
    lowerCo_ppm: lower.co_ppm,
    soot_kg: room.upper.species_kg[SOOT]!,
    upper,
    lower,
  };
}

/** Height told as the layer of the open air: above every head. */
const SKY_m = 1000;
function outdoors(building: Building): SpaceSmoke {
  const known = open.get(building);
  if (known) return known;
  const mass_kg = 1.2;
  const species_kg = building.outside_frac.map((share) => share * mass_kg);
  const air = layerAir({ mass_kg, volume_m3: 1, temp_K: building.outside_K, species_kg });
  const clear = { extinction_1pm: 0, lowerExtinction_1pm: 0, co_ppm: 0, lowerCo_ppm: 0, soot_kg: 0 };
  const smoke: SpaceSmoke = {
    space: 'outside',
    floor_m: -SKY_m,
    ceiling_m: SKY_m,
    layerHeight_m: SKY_m,
    upper_K: building.outside_K,
    lower_K: building.outside_K,
    ...clear,
    visibility_m: air.visibility_m,
    lowerVisibility_m: air.visibility_m,
    litVisibility_m: air.litVisibility_m,
    lowerLitVisibility_m: air.litVisibility_m,
    upper: air,
    lower: air,
  };
  open.set(building, smoke);
  return smoke;
}

/** @returns both layers of space number i, clear air for -1; the same object until the air moves. */
export function smokeOf(world: Pick<World, 'air'>, index: number): SpaceSmoke {
  const room = world.air.rooms[index];
  if (!room) return outdoors(world.air);
  let all = kept.get(world.air);
  if (!all) {
    all = [];
    kept.set(world.air, all);
  }
  const mark_1 = markOf(room.upper, room.lower);
  const known = all[index];
  if (known?.mark_1 === mark_1) return known.smoke;
  const smoke = read(world.air, index);
  all[index] = { mark_1, smoke };
  return smoke;
}

/** @returns both layers of a space named by its id; clear air for `outside` and names of no space. */
export function smokeIn(world: Pick<World, 'air' | 'room'>, space: string): SpaceSmoke {
  return smokeOf(world, spaceNumbered(world.room, space));
}

/** @returns the air at a point: the layer it lies in of the space that holds it. */
export function airAtPoint(world: Pick<World, 'air' | 'room'>, at_m: Readonly<Vec3>): Air {
  const smoke = smokeOf(world, spaceIndexAt(world.room, at_m));
  return at_m[1] > smoke.layerHeight_m ? smoke.upper : smoke.lower;
}

/** @returns the air at a height of a space known by its id. */
export function airIn(world: Pick<World, 'air' | 'room'>, space: string, y_m: number): Air {
  const smoke = smokeIn(world, space);
  return y_m > smoke.layerHeight_m ? smoke.upper : smoke.lower;
}
