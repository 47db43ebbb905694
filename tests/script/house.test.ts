/** A room in a house: the two files read as one, and what is wrong in either refused where it stands. */
import { describe, expect, test } from 'vitest';
import { loadPack, packFiles } from '../../src/cli/packs-node.ts';
import { houseOf, housesAmong, laidOver } from '../../src/script/house.ts';
import { PackError } from '../../src/script/located.ts';
import { readPack } from '../../src/script/pack.ts';
import { setupOf } from '../../src/script/room.ts';

const NAME = 'fire-escape/stair-smoky-stay';
const ROOM = `${NAME}/room.yaml`;
const HOUSE = 'fire-escape/tower.yaml';
const whole = packFiles(NAME);

/** @returns refusals after a text of one file was replaced, and the line it stood in. */
function refused(file: string, from: string | RegExp, to: string): { lines: string[]; line: number } {
  const text = whole[file]!;
  const at = typeof from === 'string' ? text.indexOf(from) : text.search(from);
  expect(at, `${String(from)} in ${file}`).toBeGreaterThanOrEqual(0);
  const line = text.slice(0, at).split('\n').length;
  try {
    readPack({ ...whole, [file]: text.replace(from, to) }, 'fire-escape', 'stair-smoky-stay');
  } catch (error) {
    expect(error).toBeInstanceOf(PackError);
    return { lines: (error as PackError).message.split('\n'), line };
  }
  return { lines: [], line };
}

/** The same with lines added under a heading of the variant's own room. */
function added(heading: string, more: string): string[] {
  return refused(ROOM, new RegExp(`^${heading}:\n`, 'm'), `${heading}:\n${more}\n`).lines;
}

describe('laid over', () => {
  const house = {
    posts: { a: [0, 0, 0], b: [1, 0, 0] },
    obstacles_m: [1],
    things: { door: { kind: 'door', open_frac: 0, steel: true }, sign: { kind: 'exit-sign' } },
    building: { spaces: { hall: { box_m: 1, leak_m2: 0.1 } }, openings: {}, wells: {} },
  };

  test('[PK9] a name replaces, changes or takes away, and lists add', () => {
    const own = {
      posts: { a: [9, 0, 0] },
      obstacles_m: [2],
      things: { door: { open_frac: 1 }, sign: null, bag: { kind: 'valuable' } },
      building: { spaces: { hall: { leak_m2: 0.2 }, flat: { box_m: 2 } } },
    };
    expect(laidOver(house, own)).toEqual({
      posts: { a: [9, 0, 0], b: [1, 0, 0] },
      obstacles_m: [1, 2],
      things: { door: { kind: 'door', open_frac: 1, steel: true }, bag: { kind: 'valuable' } },
      building: { spaces: { hall: { box_m: 1, leak_m2: 0.2 }, flat: { box_m: 2 } }, openings: {}, wells: {} },
    });
    expect(laidOver(house, { things: { door: { kind: 'door' } } }).things).toEqual({
      door: { kind: 'door' },
      sign: { kind: 'exit-sign' },
    });
  });

  test('[PK9] the house is named in the room, and is any other file of the scenario', () => {
    expect(houseOf('# x\nhouse: tower # of flats\n')).toBe('tower');
    expect(houseOf('room: kitchen\n')).toBeNull();
    expect(housesAmong(Object.keys(whole), 'fire-escape')).toEqual(['restaurant', 'school', 'tower']);
  });

  test('[PK9] the variant adds what the house has not', () => {
    const { room } = loadPack(NAME);
    expect(room.room).toBe('tower');
    expect(room.things['flat-fire']!.kind).toBe('blaze');
    expect(room.things['door-flat']!.peephole).toBe(true);
    expect(Object.keys(room.building!.spaces)).toEqual(expect.arrayContaining(['living', 'flat-below']));
    const setup = setupOf(room, {}, 1.6);
    expect(setup.room.spaces.map((space) => space.id)).toEqual(setup.room.layout.rooms.map((one) => one.id));
    expect(setup.room.surfaces.length).toBe(Object.keys(room.surfaces_m!).length);
  });
});

describe('refused', () => {
  test('[PK10] an unknown house, by the nearest name', () => {
    const { lines, line } = refused(ROOM, 'house: tower', 'house: towr');
    expect(lines).toContain(`scenarios/${ROOM}:${line}: unknown house "towr"; did you mean "tower"?`);
  });

  test.each([
    [
      HOUSE,
      'door-lift: { from: corridor, to: lift,',
      'door-lift: { from: corridor, to: lft,',
      /leads nowhere: unknown space "lft"; did you mean "lift"\?/,
    ],
    [
      HOUSE,
      'lift: { box_m: [[-0.9, 0, 5.8], [1.3, 2.4, 7.6]]',
      'lift: { box_m: [[-0.9, 0, 5.8], [1.3, 2.4, 5.6]]',
      /5\.6 is not above 5\.8 along z/,
    ],
    [HOUSE, 'leak_m2: 0.006', 'leak_m2: -0.006', /"leak_m2": /],
    [HOUSE, 'slides: true', 'slydes: true', /unknown word "slydes"; did you mean "slides"\?/],
    [HOUSE, "hinge: '-z', swings: '-x'", "hinge: '-z', swings: '+z'", /a leaf hinged at -z swings across/],
    [HOUSE, 'assembly: [-15, -6, 7]', 'assembly: [-15, -6, 17]', /post "assembly" stands on no surface/],
    [HOUSE, 'lobby-middle: [0, -6, 4.8]', 'lobby-middle: [0, -5, 4.8]', /post "lobby-middle" hangs 1 m over its floor/],
    [
      HOUSE,
      'worked_by: lift-button',
      'worked_by: lift-buton',
      /unknown thing "lift-buton"; did you mean "lift-button"\?/,
    ],
    [
      HOUSE,
      'lift: [[-0.9, 0, 5.8], [1.3, 0, 5.8], [1.3, 0, 7.6], [-0.9, 0, 7.6]]',
      'lift: [[-0.9, 0, 5.8], [1.3, 0, 7.6], [1.3, 0, 5.8], [-0.9, 0, 7.6]]',
      /the corners of "lift" do not go round/,
    ],
    [ROOM, 'fuel: polyurethane', 'fuel: polyuretane', /unknown fuel "polyuretane"; did you mean "polyurethane"\?/],
    [ROOM, 'start: { at_m: [0.2, 0, 0.4]', 'start: { at_m: [0.2, 0, 40]', /the start stands on no surface/],
    [ROOM, 'kind: blaze, at_m: [1.5,', 'kind: blaze, at_m: [15,', /"flat-fire" burns in no space of the building/],
  ])('[PK10] in %s: %s', (file, from, to, sentence) => {
    const { lines, line } = refused(file, from, to);
    const said = lines.find((one) => sentence.test(one));
    expect(said, lines.join('\n')).toBeDefined();
    expect(said).toContain(`scenarios/${file}:`);
    expect(Math.abs(Number(/:(\d+):/.exec(said!)![1]) - line)).toBeLessThanOrEqual(1);
  });

  test('[PK10] a space nobody can reach, and a well that joins no floor', () => {
    const lone = added('  spaces', '    cellar: { box_m: [[40, 0, 40], [44, 2, 44]] }');
    expect(lone.join('\n')).toMatch(/room\.yaml:\d+: space "cellar": nobody can reach it/);
    const { lines } = refused(HOUSE, 'below: stair-a-2, above: stair-a-1', 'below: stair-a-2, above: stair-a');
    expect(lines.join('\n')).toMatch(/tower\.yaml:\d+: well "a-well-2": leads nowhere/);
  });

  test('[PK10] a door in no opening, and the removal of what is not there', () => {
    const door = '  door-attic: { kind: door, at_m: [0, 1, 0], half_m: [0.4, 1, 0.03] }';
    expect(added('things', door).join('\n')).toMatch(/room\.yaml:\d+: the door "door-attic" stands in no opening/);
    expect(added('things', '  door-flatt: null').join('\n')).toMatch(
      /unknown things "door-flatt"; did you mean "door-flat"\?/,
    );
  });
});

describe('a crowd', () => {
  const { room } = loadPack('fire-escape/restaurant-guests');
  const people = () => setupOf(room, {}, 1.6).things.filter((thing) => thing.id.startsWith('guests-'));

  test('[PK11] is thirty guests of four looks and the tempers asked for, the same every time', () => {
    const guests = people();
    expect(guests).toHaveLength(room.crowd!.guests!.count);
    expect(guests).toEqual(people());
    const tempers = guests.map((guest) => (guest.kind === 'person' ? guest.temper : ''));
    for (const [temper, many] of Object.entries(room.crowd!.guests!.tempers!))
      expect(tempers.filter((one) => one === temper)).toHaveLength(many!);
    expect(new Set(guests.map((guest) => (guest.kind === 'person' ? guest.look : ''))).size).toBe(4);
  });

  test('[PK11] with fewer places than people, or more tempers, is refused', () => {
    const files = packFiles('fire-escape/restaurant-guests');
    const path = 'fire-escape/restaurant-guests/room.yaml';
    const read = (from: RegExp, to: string) => () =>
      readPack({ ...files, [path]: files[path]!.replace(from, to) }, 'fire-escape', 'restaurant-guests');
    expect(read(/count: \d+/, 'count: 55')).toThrow(/55 people need 55 places/);
    expect(read(/hesitates: \d+/, 'hesitates: 50')).toThrow(/tempers for \d+ people/);
  });
});
