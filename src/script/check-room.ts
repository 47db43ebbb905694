/** Holds a room against itself: names that meet, spaces one can reach, doors in openings, feet on floors. */
import { layoutOf } from '../sim/building-entry.ts';
import { crowdIds } from '../sim/crowd-entry.ts';
import { groundAt } from '../sim/ground.ts';
import type { Surface, Vec3 } from '../sim/world.ts';
import { layoutRefusals } from '../sim/zone/check.ts';
import type { Located, Path } from './located.ts';
import { nearest, unknown } from './nearest.ts';
import type { RoomFile } from './room.ts';

type Say = (located: Located, path: Path, text: string, key?: string) => void;
type Building = NonNullable<RoomFile['building']>;
export const OUTSIDE = 'outside';

/** @returns ids of everything in a room, people of crowds included. */
export function thingNames(room: RoomFile): string[] {
  const people = Object.entries(room.crowd ?? {}).flatMap(([id, crowd]) => crowdIds(id, crowd));
  return [...Object.keys(room.things), ...people];
}

/** @returns names of the spaces one can come into, the open air last. */
export function spaceNames(room: RoomFile): string[] {
  return [...Object.keys(room.building?.spaces ?? { room: null }), OUTSIDE];
}

export function checkRoom(room: RoomFile, at: Located, say: Say): void {
  checkNames(room, at, say);
  checkCrowd(room, at, say);
  if (room.surfaces_m) checkFeet(room, at, say);
  if (room.building) checkBuilding(room, room.building, at, say);
  const { outside_m } = room.exit;
  checkBox(outside_m, at, ['exit', 'outside_m'], say);
  for (const [i, box] of room.obstacles_m.entries()) checkBox(box, at, ['obstacles_m', i], say);
}

function checkBox([min, max]: [Vec3, Vec3], at: Located, path: Path, say: Say): void {
  const k = [0, 1, 2].find((axis) => max[axis]! <= min[axis]!);
  if (k !== undefined)
    say(
      at,
      path,
      `a box runs from its least corner to its greatest: ${max[k]} is not above ${min[k]} along ${'xyz'[k]}`,
    );
}

function checkNames(room: RoomFile, at: Located, say: Say): void {
  const things = thingNames(room);
  const known = (name: string | null | undefined, ...path: Path) => {
    if (name && !things.includes(name)) say(at, path, unknown('thing', name, things));
  };
  known(room.exit.door, 'exit', 'door');
  for (const [id, thing] of Object.entries(room.things)) {
    known(thing.burner, 'things', id, 'burner');
    known(thing.plug, 'things', id, 'plug');
    known(thing.breaker, 'things', id, 'breaker');
    known(thing.worked_by, 'things', id, 'worked_by');
    const { hinge, swings } = thing;
    if (hinge && swings && hinge[1] === swings[1])
      say(
        at,
        ['things', id, 'swings'],
        `a leaf hinged at ${hinge} swings across, not along: one of ${hinge[1] === 'x' ? '-z, +z' : '-x, +x'}`,
      );
  }
}

function checkCrowd(room: RoomFile, at: Located, say: Say): void {
  for (const [id, crowd] of Object.entries(room.crowd ?? {})) {
    const path: Path = ['crowd', id];
    if (crowd.at_m.length < crowd.count)
      say(at, [...path, 'at_m'], `${crowd.count} people need ${crowd.count} places; here are ${crowd.at_m.length}`);
    const dealt = Object.values(crowd.tempers ?? {}).reduce((sum, many) => sum + (many ?? 0), 0);
    if (dealt > crowd.count) say(at, [...path, 'tempers'], `${dealt} tempers for ${crowd.count} people`);
    for (const name of crowdIds(id, crowd))
      if (name in room.things) say(at, path, `"${name}" is a thing of this room already`);
  }
}

/** Everybody and every post stands on a surface, and every surface is a flat four-cornered piece. */
function checkFeet(room: RoomFile, at: Located, say: Say): void {
  const surfaces = Object.entries(room.surfaces_m ?? {}).map(([id, corners_m]): Surface => ({ id, corners_m }));
  for (const { id, corners_m } of surfaces) checkSurface(id, corners_m, at, say);
  const stands = (what: string, [x, y, z]: readonly number[], path: Path) => {
    const under = groundAt({ surfaces }, x!, z!, y!);
    if (under === null) say(at, path, `${what} stands on no surface: there is no floor at ${x}, ${z} at that height`);
    else if (Math.abs(under - y!) > FOOT_m)
      say(at, path, `${what} hangs ${round(y! - under)} m over its floor (${round(under)})`);
  };
  stands('the start', room.start.at_m, ['start', 'at_m']);
  for (const [name, post] of Object.entries(room.posts)) stands(`post "${name}"`, post, ['posts', name]);
  for (const [id, crowd] of Object.entries(room.crowd ?? {}))
    for (const [i, place] of crowd.at_m.entries()) stands(`place ${i + 1}`, place, ['crowd', id, 'at_m', i]);
  for (const [id, thing] of Object.entries(room.things))
    if (thing.kind === 'person') stands(`"${id}"`, thing.at_m, ['things', id, 'at_m']);
}

const FOOT_m = 0.1;
const FLAT_m = 0.02;
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function checkSurface(id: string, corners: readonly Vec3[], at: Located, say: Say): void {
  const path: Path = ['surfaces_m', id];
  const turns = corners.map((b, i) => {
    const a = corners[(i + 3) % 4]!;
    const c = corners[(i + 1) % 4]!;
    return (b[0] - a[0]) * (c[2] - b[2]) - (b[2] - a[2]) * (c[0] - b[0]);
  });
  if (!turns.every((turn) => turn > 1e-6) && !turns.every((turn) => turn < -1e-6))
    say(at, path, `the corners of "${id}" do not go round a piece of floor in order`);
  const [a, b, c, d] = corners as [Vec3, Vec3, Vec3, Vec3];
  if (Math.abs(a[1] + c[1] - b[1] - d[1]) > FLAT_m)
    say(at, path, `"${id}" is twisted: its four corners lie in no plane`);
}

/** Doors and windows stand in openings, openings lead somewhere, and the air can be built. */
function checkBuilding(room: RoomFile, building: Building, at: Located, say: Say): void {
  const spaces = Object.keys(building.spaces);
  const names = [...spaces, OUTSIDE];
  let sound = true;
  const wrong: Say = (located, path, text, key) => {
    sound = false;
    say(located, path, text, key);
  };
  const known = (name: string, ...path: Path) => {
    if (!names.includes(name)) wrong(at, path, `leads nowhere: ${unknown('space', name, names)}`);
  };
  for (const [id, opening] of Object.entries(building.openings)) {
    const path: Path = ['building', 'openings', id];
    known(opening.from, ...path, 'from');
    known(opening.to, ...path, 'to');
    if (opening.soffit_m <= opening.sill_m)
      wrong(at, [...path, 'soffit_m'], `soffit_m ${opening.soffit_m} must be above sill_m ${opening.sill_m}`);
  }
  for (const [id, well] of Object.entries(building.wells)) {
    known(well.below, 'building', 'wells', id, 'below');
    known(well.above, 'building', 'wells', id, 'above');
  }
  for (const [id, space] of Object.entries(building.spaces))
    checkBox(space.box_m, at, ['building', 'spaces', id], wrong);
  checkOpenings(room, building, at, wrong);
  if (!sound) return;
  for (const text of layoutRefusals(layoutOf(building, () => undefined))) {
    const { path, said } = placed(text);
    say(at, path, said);
  }
  checkFires(room, building, at, say);
}

function checkOpenings(room: RoomFile, building: Building, at: Located, say: Say): void {
  const openings = Object.keys(building.openings);
  const leaves = Object.entries(room.things).filter(([, { kind }]) => kind === 'door' || kind === 'window');
  for (const [id, thing] of leaves) {
    if (openings.includes(id)) continue;
    const free = openings.filter((name) => !leaves.some(([other]) => other === name));
    const near = nearest(id, free);
    say(
      at,
      ['things', id],
      `the ${thing.kind} "${id}" stands in no opening of the building${near ? `; did you mean "${near}"?` : ''}`,
      id,
    );
  }
}

/** What burns must have air around it. */
function checkFires(room: RoomFile, building: Building, at: Located, say: Say): void {
  for (const [id, thing] of Object.entries(room.things)) {
    if (!['blaze', 'e-bike', 'solid-fuel', 'oil-pan', 'appliance'].includes(thing.kind)) continue;
    const inside = Object.values(building.spaces).some(({ box_m: [min, max] }) =>
      thing.at_m.every((v, k) => v >= min[k]! && v <= max[k]!),
    );
    if (!inside) say(at, ['things', id, 'at_m'], `"${id}" burns in no space of the building`);
  }
}

/** `room "x": nobody can reach it, ...` of the smoke model, at its own line and in the words of a house file. */
function placed(text: string): { path: Path; said: string } {
  const found = /^(room|vent|hatch) "([^"]+)": (.*)$/.exec(text);
  if (!found) return { path: ['building'], said: text };
  const [, kind, id, rest] = found;
  const table = kind === 'room' ? 'spaces' : kind === 'vent' ? 'openings' : 'wells';
  const word = kind === 'room' ? 'space' : kind === 'vent' ? 'opening' : 'well';
  const said = rest!
    .replace(/ \(mark it .*\)$/, '')
    .replace('no vent or hatch leads', 'no opening or well leads')
    .replace(/\broom\b/g, 'space');
  return { path: ['building', table, id!], said: `${word} "${id}": ${said}` };
}
