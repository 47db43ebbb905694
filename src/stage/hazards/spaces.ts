/** Chooses, each frame, the spaces whose smoke can be seen from the eye, and writes them into the air's uniforms. */
import type { Vector3, Vector4 } from 'three';
import { spaceIndexAt, WALL_m } from '../../sim/air.ts';
import { boxAway_m, set } from '../../sim/vec.ts';
import type { Room, Vec3, World } from '../../sim/world.ts';
import type { Building, Layer } from '../../sim/zone/building.ts';
import { extinction_1pm } from '../../sim/zone/optics.ts';
import { SOOT } from '../../sim/zone/species.ts';
import { air, drawnExtinction_pm, SPACES } from './air.ts';
import { tintOf } from './tint.ts';

/** A door that stands open at least so far can be looked through; so can any hole in a floor. [D] */
const SEEN_THROUGH_frac = 0.02;
/** A space behind shut doors comes after one so much farther away that is open to the eye. [D] */
const SHUT_m = 8;
/** Past this nothing indoors is made out anyhow. [D] */
const FAR_m = 45;
/** The layer's edge is softer the deeper the layer; half of it, at least and at most. [D] */
const SOFT_LEAST_m = 0.05;
const SOFT_MOST_m = 0.26;

const MOST_SPACES = 64;
const cost_m = new Float64Array(MOST_SPACES);
const joined = new Uint8Array(MOST_SPACES);
const seen: Int32Array = new Int32Array(SPACES);

/** Light lost per metre in a layer. */
export function extinctionOf_pm(layer: Layer): number {
  return layer.volume_m3 > 0 ? extinction_1pm(layer.species_kg[SOOT]! / layer.volume_m3) : 0;
}

const point: Vec3 = [0, 0, 0];
/** @returns the number of the space a point is in, or of the nearest one within a wall's thickness; -1 in the open air. */
export function spaceOf(room: Room, x: number, y: number, z: number, within_m = WALL_m): number {
  return spaceIndexAt(room, set(point, x, y, z), within_m);
}

/** Marks what the eye can look into from its space: through open doors and holes in floors, on and on. */
function join(building: Building, from: number, count: number): void {
  joined.fill(0, 0, count);
  if (from < 0) {
    // from the open air one looks in by whatever stands open to it
    for (const vent of building.vents)
      if (vent.open_frac > SEEN_THROUGH_frac && vent.to < 0 && vent.from >= 0) joined[vent.from] = 1;
  } else joined[from] = 1;
  for (let grew = true; grew; ) {
    grew = false;
    for (const vent of building.vents)
      if (vent.open_frac > SEEN_THROUGH_frac && vent.from >= 0 && vent.to >= 0)
        grew = spread(vent.from, vent.to) || grew;
    for (const hatch of building.hatches)
      if (hatch.open_frac > SEEN_THROUGH_frac && hatch.below_index >= 0 && hatch.above_index >= 0)
        grew = spread(hatch.below_index, hatch.above_index) || grew;
  }
}
function spread(a: number, b: number): boolean {
  if (joined[a] === joined[b]) return false;
  joined[a] = joined[b] = 1;
  return true;
}

/**
 * The spaces to draw, best first, in `seen`: the eye's own if it smokes, then smoky ones open to it, then smoky ones
 * behind shut doors, each by distance.
 * @returns how many
 */
export function chooseSpaces(world: World, x: number, y: number, z: number, most: number, into = seen): number {
  const { room, air: building } = world;
  const count = Math.min(MOST_SPACES, room.spaces.length, building.rooms.length);
  const own = spaceOf(room, x, y, z);
  join(building, own, count);
  for (let i = 0; i < count; i++) {
    const { upper, lower } = building.rooms[i]!;
    const smoky = Math.max(drawnExtinction_pm(extinctionOf_pm(upper)), drawnExtinction_pm(extinctionOf_pm(lower))) > 0;
    const away_m = boxAway_m(room.spaces[i]!.box, x, y, z);
    cost_m[i] = !smoky ? Infinity : i === own ? -1 : away_m + (joined[i] ? 0 : SHUT_m);
  }
  let used = 0;
  while (used < most) {
    let best = -1;
    for (let i = 0; i < count; i++) if (cost_m[i]! < (best < 0 ? FAR_m : cost_m[best]!)) best = i;
    if (best < 0) break;
    into[used++] = best;
    cost_m[best] = Infinity;
  }
  return used;
}

/** Half thickness of the soft edge of a layer so deep. */
export function soft_m(depth_m: number): number {
  return Math.min(SOFT_MOST_m, Math.max(SOFT_LEAST_m, 0.06 + 0.22 * depth_m));
}

/** Writes what `chooseSpaces` finds into the uniforms. */
export function fillSpaces(world: World, eye: Vector3, most: number): void {
  const used = chooseSpaces(world, eye.x, eye.y, eye.z, most);
  for (let k = 0; k < used; k++) {
    const i = seen[k]!;
    const { min_m, max_m } = world.room.spaces[i]!.box;
    const one = world.air.rooms[i]!;
    const under_m = one.mixed ? min_m[1] - 1 : one.floor_m + one.layer_m;
    const above_pm = drawnExtinction_pm(extinctionOf_pm(one.upper));
    const below_pm = one.mixed ? above_pm : drawnExtinction_pm(extinctionOf_pm(one.lower));
    air.uAirLow.value[k]!.set(min_m[0], min_m[1], min_m[2], above_pm);
    air.uAirHigh.value[k]!.set(max_m[0], max_m[1], max_m[2], below_pm);
    air.uAirLayer.value[k]!.set(under_m, soft_m(max_m[1] - under_m), 0, 0);
    const thick = one.upper.species_kg[SOOT]! > one.lower.species_kg[SOOT]! ? one.upper : one.lower;
    tintOf(thick, world.air, air.uAirDark.value, air.uAirTint.value[k]!);
  }
  air.uAirCount.value = used;
}

/** Share of a fire's light that gets out of its space by open doors, and by none. [D] */
const LEAKS_frac = 0.3;

/** The box a fire at `p` lights, and the share of its light that open doors let out of it. */
export function glowSpace(world: World, p: Readonly<Vec3>, low: Vector4, high: Vector4): void {
  const index = spaceOf(world.room, p[0], p[1], p[2], 1);
  if (index < 0) {
    low.set(-1e3, -1e3, -1e3, 1);
    high.set(1e3, 1e3, 1e3, 0);
    return;
  }
  let open_frac = 0;
  for (const vent of world.air.vents)
    if (vent.from === index || vent.to === index) open_frac = Math.max(open_frac, vent.to < 0 ? 0 : vent.open_frac);
  for (const hatch of world.air.hatches)
    if (hatch.below_index === index || hatch.above_index === index) open_frac = Math.max(open_frac, hatch.open_frac);
  const { min_m, max_m } = world.room.spaces[index]!.box;
  low.set(min_m[0], min_m[1], min_m[2], LEAKS_frac * Math.min(1, open_frac * 2));
  high.set(max_m[0], max_m[1], max_m[2], 0);
}
