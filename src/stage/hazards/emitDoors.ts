/** Smoke on its way from space to space: welling out under door heads, pressed through the gaps of shut doors, up stair wells; and the billows of the layer overhead. */
import { Vector3 } from 'three';
import { boxAway_m } from '../../sim/vec.ts';
import type { Box, Vec3, World } from '../../sim/world.ts';
import type { Room as Zone } from '../../sim/zone/building.ts';
import { at, chance, count, type Emitter, OPEN, puff, sway } from './births.ts';
import { DRIFTS_count, ROLLS_count, seeps_ps, spills_ps } from './looks.ts';
import { type Opening, openingsOf } from './openings.ts';
import { PUFFS } from './particles.ts';
import { extinctionOf_pm, spaceOf } from './spaces.ts';
import { tintOf } from './tint.ts';

/** Farther doors are not worth their puffs. [D] */
const NEAR_m = 9;
/** Open by less than this a leaf counts as shut, and what passes it as leaking. */
const SHUT_frac = 0.03;
/** Smoke thinner than this makes no billows: one sees through metres of it. [D] */
const THIN_pm = 0.15;
/** Under this one sees it seep: a gap's smoke is fresh, not yet thinned by the room. [D] */
const SEEP_pm = 0.05;

const colour = new Vector3();
const tint: Vec3 = [0, 0, 0];

/** Colour of the thicker layer of a space, lightened: a single puff is thin, and light goes through it. */
function tintBy(world: World, zone: Zone, lift: number): void {
  tintOf(extinctionOf_pm(zone.upper) > extinctionOf_pm(zone.lower) ? zone.upper : zone.lower, world.air, 0, colour);
  tint[0] = Math.min(255, 255 * colour.x * (1 + 0.6 * lift) + 60 * lift);
  tint[1] = Math.min(255, 255 * colour.y * (1 + 0.6 * lift) + 60 * lift);
  tint[2] = Math.min(255, 255 * colour.z * (1 + 0.6 * lift) + 60 * lift);
}

/** Extinction of a space's air at a height. */
function at_pm(zone: Zone, y_m: number): number {
  return extinctionOf_pm(zone.mixed || y_m > zone.floor_m + zone.layer_m ? zone.upper : zone.lower);
}

const opaque = (extinction_pm: number, path_m: number) => 1 - Math.exp(-extinction_pm * path_m);

/** All that a beat brings at doors, wells and ceilings near the eye. */
export function doorsBeat(emitter: Emitter, world: World, at_s: number): void {
  const [x, y, z] = world.body.head.position_m;
  for (const opening of openingsOf(world)) {
    const far_m = Math.hypot(opening.x_m - x, (opening.sill_m + opening.soffit_m) / 2 - y, opening.z_m - z);
    if (far_m > NEAR_m) continue;
    const vent = world.air.vents[opening.vent]!;
    const from = world.air.rooms[vent.from];
    const to = world.air.rooms[vent.to];
    if (vent.open_frac > SHUT_frac) {
      if (from) spillOut(emitter, world, opening, from, to, 1, vent.out_kgps, at_s);
      if (to) spillOut(emitter, world, opening, to, from, -1, vent.in_kgps, at_s);
    } else {
      if (from) seep(emitter, world, opening, from, to, 1, vent.out_kgps, at_s);
      if (to) seep(emitter, world, opening, to, from, -1, vent.in_kgps, at_s);
    }
  }
  wellsBeat(emitter, world, at_s);
  rollBeat(emitter, world, x, y, z, at_s);
}

/** Where along the width: at the free end of a leaf that stands ajar, anywhere in an open doorway. */
function along_m(opening: Opening, open_frac: number): number {
  if (opening.hinge === 0 || open_frac > 0.6) return 2 * sway() * opening.halfWidth_m * 0.85;
  const wide_m = 2 * opening.halfWidth_m * Math.max(0.08, open_frac);
  return -opening.hinge * (opening.halfWidth_m - wide_m * chance());
}

function place(opening: Opening, along: number, y_m: number, past_m: number): void {
  const across = opening.normalX !== 0;
  at.set(
    opening.x_m + (across ? opening.normalX * past_m : along),
    y_m,
    opening.z_m + (across ? along : opening.normalZ * past_m),
  );
}

/** Through an open leaf, above the layer of the side it comes from. `way` 1: from `from` to `to`. */
function spillOut(
  emitter: Emitter,
  world: World,
  opening: Opening,
  source: Zone,
  target: Zone | undefined,
  way: 1 | -1,
  flow_kgps: number,
  at_s: number,
): void {
  const top_m = opening.soffit_m - 0.12;
  const thick_pm = at_pm(source, top_m);
  if (thick_pm < THIN_pm || (target && at_pm(target, top_m) > thick_pm)) return;
  const vent = world.air.vents[opening.vent]!;
  const under_m = Math.max(opening.sill_m + 0.1, source.mixed ? opening.sill_m : source.floor_m + source.layer_m);
  const deep_m = Math.max(0.1, Math.min(0.7, opening.soffit_m - under_m));
  tintBy(world, source, 0.15);
  const fast = Math.min(1.4, 0.35 + 1.2 * Math.sqrt(flow_kgps));
  for (let births = count(spills_ps(flow_kgps), emitter); births > 0; births--) {
    place(opening, along_m(opening, vent.open_frac), top_m - deep_m * chance() ** 1.6, way * 0.12);
    const speed = way * fast * (0.7 + 0.6 * chance());
    const inside = way > 0 ? opening.to : opening.from;
    const fade = Math.min(1, 0.2 + opaque(thick_pm, 0.7));
    const vx = opening.normalX * speed + 0.25 * sway();
    const vz = opening.normalZ * speed + 0.25 * sway();
    puff(emitter, 'spill', at_s, vx, 0.12, vz, 0.75 + 0.4 * fast, fade, tint, inside ?? OPEN);
  }
}

/** Through what cloth and tape have not closed: along the bottom, up the sides, over the top. */
function seep(
  emitter: Emitter,
  world: World,
  opening: Opening,
  source: Zone,
  target: Zone | undefined,
  way: 1 | -1,
  flow_kgps: number,
  at_s: number,
): void {
  if (seeps_ps(flow_kgps) <= 0) return;
  const vent = world.air.vents[opening.vent]!;
  const bottom = vent.bottomGap_m2 * (1 - vent.bottomSealed_frac);
  const sides = vent.sideGap_m2 * (1 - vent.sidesSealed_frac);
  if (bottom + sides <= 1e-5) return;
  const inside = way > 0 ? opening.to : opening.from;
  tintBy(world, source, 0.5);
  for (let births = count(seeps_ps(flow_kgps), emitter); births > 0; births--) {
    const low = chance() < bottom / (bottom + sides);
    const lot = chance();
    let along = 2 * sway() * opening.halfWidth_m;
    let y_m = opening.sill_m + 0.015;
    if (!low) {
      // two sides and the top, by their lengths
      const high_m = opening.soffit_m - opening.sill_m;
      if (lot < (2 * high_m) / (2 * high_m + 2 * opening.halfWidth_m)) {
        along = opening.halfWidth_m * (chance() < 0.5 ? -1 : 1);
        y_m = opening.sill_m + high_m * chance();
      } else y_m = opening.soffit_m;
    }
    const thick_pm = at_pm(source, y_m);
    if (thick_pm < SEEP_pm || (target && at_pm(target, y_m) > thick_pm)) continue;
    place(opening, along, y_m, way * 0.05);
    const speed = way * (0.18 + 0.25 * chance());
    const vx = opening.normalX * speed + 0.06 * sway();
    const vz = opening.normalZ * speed + 0.06 * sway();
    const fade = Math.min(1, 0.35 + opaque(thick_pm, 0.6));
    puff(emitter, 'seep', at_s, vx, low ? 0.02 : 0.1, vz, low ? 1.15 : 0.8, fade, tint, inside ?? OPEN);
  }
}

/** Up a stair well: smoke rises from the storey below. */
function wellsBeat(emitter: Emitter, world: World, at_s: number): void {
  const [x, y, z] = world.body.head.position_m;
  for (const hatch of world.air.hatches) {
    const below = world.room.spaces[hatch.below_index]?.box;
    const above = world.room.spaces[hatch.above_index]?.box;
    if (!below || !above || hatch.up_kgps < 0.02) continue;
    if (boxAway_m(below, x, y, z) > 4 && boxAway_m(above, x, y, z) > 4) continue;
    const source = world.air.rooms[hatch.below_index]!;
    const thick_pm = extinctionOf_pm(source.upper);
    if (thick_pm < THIN_pm || extinctionOf_pm(world.air.rooms[hatch.above_index]!.lower) > thick_pm) continue;
    tintBy(world, source, 0.15);
    for (let births = count(Math.min(3, 6 * hatch.up_kgps), emitter); births > 0; births--) {
      at.set(mixed(below, above, 0), below.max_m[1] - 0.4 * chance(), mixed(below, above, 2));
      puff(emitter, 'spill', at_s, 0.2 * sway(), 0.7, 0.2 * sway(), 1.2, opaque(thick_pm, 0.7), tint, above);
    }
  }
}
function mixed(a: Readonly<Box>, b: Readonly<Box>, i: 0 | 2): number {
  const low = Math.max(a.min_m[i], b.min_m[i]);
  const high = Math.min(a.max_m[i], b.max_m[i]);
  return low + (high - low) * (0.2 + 0.6 * chance());
}

/** Slow billows along the underside of the layer over the head, drifting; none once the head is in it. */
function rollBeat(emitter: Emitter, world: World, x: number, y: number, z: number, at_s: number): void {
  const index = spaceOf(world.room, x, y, z);
  const zone = world.air.rooms[index];
  if (!zone || zone.mixed) return;
  const { box } = world.room.spaces[index]!;
  const under_m = zone.floor_m + zone.layer_m;
  const thick_pm = extinctionOf_pm(zone.upper);
  const deep_m = box.max_m[1] - under_m;
  if (thick_pm < THIN_pm || deep_m < 0.08) return;
  if (under_m < y + 0.25) {
    if (under_m < y - 0.1) driftBeat(emitter, world, zone, x, y, z, at_s);
    return;
  }
  const fade = Math.min(1, opaque(thick_pm, Math.min(0.8, deep_m)) * 1.1);
  const births = count((ROLLS_count / PUFFS.roll.life_s) * Math.min(1, deep_m * 2.5), emitter);
  if (births <= 0) return;
  tintBy(world, zone, 0.12);
  for (let k = 0; k < births; k++) {
    // within a few steps of the head, and never above the ceiling
    const far_m = 1.6 + 2.6 * chance();
    const turn = 6.2832 * chance();
    at.set(
      Math.min(box.max_m[0] - 0.4, Math.max(box.min_m[0] + 0.4, x + far_m * Math.cos(turn))),
      under_m + 0.05 + 0.1 * sway(),
      Math.min(box.max_m[2] - 0.4, Math.max(box.min_m[2] + 0.4, z + far_m * Math.sin(turn))),
    );
    const size = Math.min(1, 0.45 + deep_m);
    puff(emitter, 'roll', at_s, 0.16 * sway(), 0, 0.16 * sway(), size, fade, tint, box);
  }
}

/** A little of the smoke moves before a face that is in it, so that darkness is seen to be smoke. */
function driftBeat(emitter: Emitter, world: World, zone: Zone, x: number, y: number, z: number, at_s: number): void {
  if (count(DRIFTS_count / PUFFS.drift.life_s, emitter) <= 0) return;
  const thick_pm = extinctionOf_pm(zone.upper);
  tintBy(world, zone, 0.3);
  const turn = 6.2832 * chance();
  // where about a third of the light still comes through, but never at the eyes themselves
  const far_m = Math.max(0.75, Math.min(2, 1 / Math.max(0.1, thick_pm))) + 0.3 * chance();
  at.set(x + far_m * Math.cos(turn), y + 0.7 * sway(), z + far_m * Math.sin(turn));
  puff(emitter, 'drift', at_s, 0.3 * sway(), 0.05 * sway(), 0.3 * sway(), far_m, opaque(thick_pm, 0.8), tint);
}
