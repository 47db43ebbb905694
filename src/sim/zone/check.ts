/** Refuses a layout that cannot be a building, naming the key, the room or the opening and what would be right. */
import { FUELS, type Fuel, products_kgpkg } from './fuel.ts';
import { type Layout, MATERIALS, OUTSIDE, type RoomLayout, type VentLayout } from './layout.ts';

type Rule = (value: unknown) => string | null;
type Rules = Record<string, { rule: Rule; must?: boolean }>;
type Loose = Record<string, unknown>;

const above0: Rule = (v) => (typeof v === 'number' && Number.isFinite(v) && v > 0 ? null : 'must be a number above 0');
const from0: Rule = (v) => (typeof v === 'number' && Number.isFinite(v) && v >= 0 ? null : 'must be 0 or more');
const any: Rule = (v) => (typeof v === 'number' && Number.isFinite(v) ? null : 'must be a number');
const share: Rule = (v) => (typeof v === 'number' && v >= 0 && v <= 1 ? null : 'must be between 0 and 1');
const kelvin: Rule = (v) =>
  typeof v === 'number' && v >= 220 && v <= 350 ? null : 'must be an air temperature in kelvin, 220 to 350';
const pascal: Rule = (v) =>
  typeof v === 'number' && v >= 5e4 && v <= 1.2e5 ? null : 'must be an air pressure in Pa, 50000 to 120000';
const flag: Rule = (v) => (typeof v === 'boolean' ? null : 'must be true or false');
const word: Rule = (v) => (typeof v === 'string' && v !== '' ? null : 'must be a name');
const oneOf =
  (...words: string[]): Rule =>
  (v) =>
    words.includes(v as string) ? null : `must be one of ${words.join(', ')}`;
const list: Rule = (v) => (Array.isArray(v) ? null : 'must be a list');
const map: Rule = (v) => (isMap(v) ? null : 'must be a table of names');

function isMap(v: unknown): v is Loose {
  return typeof v === 'object' && v !== null && !Array.isArray(v);
}

/** Points [x, y] with x rising from 0 or more and y not negative. */
function points(what: string): Rule {
  return (v) => {
    if (!Array.isArray(v) || v.length === 0) return `must be a list of [${what}] pairs`;
    let before = Number.NEGATIVE_INFINITY;
    for (const pair of v) {
      if (!Array.isArray(pair) || pair.length !== 2 || pair.some((n) => typeof n !== 'number' || !Number.isFinite(n)))
        return `must be a list of [${what}] pairs`;
      if (pair[0] < 0 || pair[1] < 0) return `has a negative number in [${pair}]`;
      if (pair[0] <= before) return `must rise in its first number: [${pair}] comes after ${before}`;
      before = pair[0];
    }
    return null;
  };
}

const must = (rule: Rule) => ({ rule, must: true });
const may = (rule: Rule) => ({ rule });

const TOP: Rules = {
  name: may(word),
  inside_K: may(kelvin),
  outside_K: may(kelvin),
  humidity_frac: may(share),
  pressure_Pa: may(pascal),
  plume: may(oneOf('mccaffrey', 'zukoski')),
  rooms: must(list),
  vents: may(list),
  hatches: may(list),
  fans: may(list),
  fires: may(list),
  materials: may(map),
  fuels: may(map),
};
const ROOM: Rules = {
  id: must(word),
  width_m: must(above0),
  depth_m: must(above0),
  height_m: must(above0),
  floor_m: may(any),
  ceiling: may(word),
  walls: may(word),
  floor: may(word),
  leak_m2: may(from0),
  mixed: may(flag),
  sealed: may(flag),
  profile_m: may(points('height_m, area_m2')),
};
const VENT: Rules = {
  id: must(word),
  from: must(word),
  to: must(word),
  sill_m: must(from0),
  soffit_m: must(above0),
  width_m: must(above0),
  open_frac: may(share),
  bottomGap_m2: may(from0),
  sideGap_m2: may(from0),
};
const HATCH: Rules = {
  id: must(word),
  below: must(word),
  above: must(word),
  area_m2: must(above0),
  shape: may(oneOf('square', 'round')),
  open_frac: may(share),
};
const FAN: Rules = {
  id: must(word),
  from: must(word),
  to: must(word),
  flow_m3ps: must(from0),
  height_m: must(from0),
  on_frac: may(share),
};
const FIRE: Rules = {
  id: must(word),
  room: must(word),
  base_m: must(from0),
  area_m2: must(above0),
  fuel: must(word),
  place: may(oneOf('centre', 'wall', 'corner')),
  curve: may(points('at_s, heat_kW')),
  growth: may(map),
};
const GROWTH: Rules = { alpha_kWps2: must(above0), peak_kW: must(above0), from_s: must(from0) };
const MATERIAL: Rules = {
  conductivity_WpmK: must(above0),
  density_kgpm3: must(above0),
  heat_JpkgK: must(above0),
  thickness_m: must(above0),
  emissivity_frac: must(share),
};
const FUEL: Rules = {
  carbon_count: must(from0),
  hydrogen_count: must(from0),
  oxygen_count: must(from0),
  nitrogen_count: must(from0),
  chlorine_count: must(from0),
  heat_kJpkg: must(above0),
  radiative_frac: must(share),
  soot_kgpkg: must(from0),
  co_kgpkg: must(from0),
  hcn_kgpkg: must(from0),
};

/** Edit distance, for "did you mean". */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length]!;
}

/** @returns ", did you mean X?" for the nearest word, or the words there are */
export function suggest(wrong: string, right: readonly string[]): string {
  const near = [...right].sort((a, b) => distance(wrong, a) - distance(wrong, b))[0];
  return near && distance(wrong, near) <= Math.max(2, wrong.length / 3)
    ? `; did you mean "${near}"?`
    : `; there are ${right.join(', ')}`;
}

function keys(where: string, value: unknown, rules: Rules, out: string[]): value is Loose {
  if (!isMap(value)) {
    out.push(`${where} must be a table of keys and values`);
    return false;
  }
  for (const key of Object.keys(value))
    if (!Object.hasOwn(rules, key)) out.push(`${where}: unknown key "${key}"${suggest(key, Object.keys(rules))}`);
  for (const [key, { rule, must: needed }] of Object.entries(rules)) {
    if (value[key] === undefined) {
      if (needed) out.push(`${where}: ${key} is missing`);
      continue;
    }
    const wrong = rule(value[key]);
    if (wrong) out.push(`${where}: ${key} ${wrong}${typeof value[key] === 'number' ? `, not ${value[key]}` : ''}`);
  }
  return true;
}

function title(kind: string, value: unknown, index: number): string {
  const id = isMap(value) && typeof value.id === 'string' ? `"${value.id}"` : `${index + 1}`;
  return `${kind} ${id}`;
}

/**
 * Everything wrong with a layout, in the words of the person who wrote it; empty when it can be built.
 * @param layout anything, as parsed from a file
 */
export function layoutRefusals(layout: unknown): string[] {
  const out: string[] = [];
  if (!keys('the building', layout, TOP, out) || out.length > 0) return out;
  const kinds: [key: string, kind: string, rules: Rules][] = [
    ['rooms', 'room', ROOM],
    ['vents', 'vent', VENT],
    ['hatches', 'hatch', HATCH],
    ['fans', 'fan', FAN],
    ['fires', 'fire', FIRE],
  ];
  for (const [key, kind, rules] of kinds) {
    const seen = new Set<string>();
    for (const [i, one] of ((layout[key] ?? []) as unknown[]).entries()) {
      const where = title(kind, one, i);
      if (!keys(where, one, rules, out)) continue;
      if (seen.has(one.id as string)) out.push(`${where}: two ${key} have this id`);
      seen.add(one.id as string);
      if (one.growth !== undefined) keys(`${where}: growth`, one.growth, GROWTH, out);
    }
  }
  for (const [name, one] of Object.entries((layout.materials ?? {}) as Loose))
    keys(`material "${name}"`, one, MATERIAL, out);
  for (const [name, one] of Object.entries((layout.fuels ?? {}) as Loose)) keys(`fuel "${name}"`, one, FUEL, out);
  if (out.length === 0) sense(layout as unknown as Layout, out);
  return out;
}

/** What single keys cannot tell: names that meet, heights that meet, rooms one can reach. */
function sense(layout: Layout, out: string[]): void {
  const rooms = new Map(layout.rooms.map((room) => [room.id, room]));
  if (rooms.size === 0) out.push('the building: rooms is empty');
  if (rooms.has(OUTSIDE)) out.push(`room "${OUTSIDE}": this name means the open air`);
  const names = [...rooms.keys(), OUTSIDE];
  const known = (where: string, key: string, name: string) => {
    if (name === OUTSIDE || rooms.has(name)) return true;
    out.push(`${where}: ${key} leads nowhere, no room is called "${name}"${suggest(name, names)}`);
    return false;
  };
  for (const room of layout.rooms) roomSense(layout, room, out);
  for (const vent of layout.vents ?? []) {
    const where = `vent "${vent.id}"`;
    if (known(where, 'from', vent.from) && known(where, 'to', vent.to)) ventSense(where, vent, rooms, out);
  }
  for (const hatch of layout.hatches ?? []) {
    const where = `hatch "${hatch.id}"`;
    if (!known(where, 'below', hatch.below) || !known(where, 'above', hatch.above)) continue;
    const [low, high] = [rooms.get(hatch.below), rooms.get(hatch.above)];
    if (!low && !high) out.push(`${where}: joins the outside to itself`);
    else if (low === high) out.push(`${where}: joins "${hatch.below}" to itself`);
    else if (low && high && Math.abs((low.floor_m ?? 0) + low.height_m - (high.floor_m ?? 0)) > 1)
      out.push(`${where}: leads nowhere, the ceiling of "${low.id}" and the floor of "${high.id}" do not meet`);
  }
  for (const fan of layout.fans ?? []) {
    const where = `fan "${fan.id}"`;
    if (known(where, 'from', fan.from) && known(where, 'to', fan.to) && fan.from === fan.to)
      out.push(`${where}: joins "${fan.from}" to itself`);
    for (const id of [fan.from, fan.to]) {
      const room = rooms.get(id);
      if (room && fan.height_m > room.height_m)
        out.push(`${where}: height_m ${fan.height_m} is above the ceiling of "${id}"`);
    }
  }
  for (const fire of layout.fires ?? []) fireSense(layout, fire, rooms, out);
  for (const [name, fuel] of Object.entries(layout.fuels ?? {})) fuelSense(name, fuel, out);
  if (out.length === 0) reach(layout, out);
}

function roomSense(layout: Layout, room: RoomLayout, out: string[]): void {
  const materials = { ...MATERIALS, ...layout.materials };
  for (const key of ['ceiling', 'walls', 'floor'] as const) {
    const name = room[key];
    if (name !== undefined && !Object.hasOwn(materials, name))
      out.push(`room "${room.id}": ${key} names no material "${name}"${suggest(name, Object.keys(materials))}`);
  }
  const profile = room.profile_m;
  if (!profile) return;
  if (profile.length < 2 || profile[0]![0] !== 0 || profile.at(-1)![0] !== room.height_m)
    out.push(`room "${room.id}": profile_m must run from 0 to its height_m ${room.height_m}`);
  else if (profile.some((pair) => pair[1] <= 0)) out.push(`room "${room.id}": profile_m has an area of 0`);
}

function ventSense(where: string, vent: VentLayout, rooms: Map<string, RoomLayout>, out: string[]): void {
  if (vent.from === vent.to) {
    out.push(`${where}: joins "${vent.from}" to itself`);
    return;
  }
  if (vent.soffit_m <= vent.sill_m) out.push(`${where}: soffit_m ${vent.soffit_m} must be above sill_m ${vent.sill_m}`);
  const [from, to] = [rooms.get(vent.from), rooms.get(vent.to)];
  const zero = (from ?? to)?.floor_m ?? 0;
  for (const room of [from, to]) {
    if (!room) continue;
    const floor_m = room.floor_m ?? 0;
    const [low, high] = [zero + vent.sill_m - floor_m, zero + vent.soffit_m - floor_m];
    if (high > room.height_m + 1e-6)
      out.push(`${where}: leads nowhere, its soffit is above the ceiling of "${room.id}"`);
    else if (low < -1e-6) out.push(`${where}: leads nowhere, its sill is below the floor of "${room.id}"`);
  }
}

function fireSense(
  layout: Layout,
  fire: NonNullable<Layout['fires']>[number],
  rooms: Map<string, RoomLayout>,
  out: string[],
): void {
  const where = `fire "${fire.id}"`;
  const room = rooms.get(fire.room);
  if (!room) out.push(`${where}: no room is called "${fire.room}"${suggest(fire.room, [...rooms.keys()])}`);
  else if (fire.base_m >= room.height_m)
    out.push(`${where}: base_m ${fire.base_m} is not below the ceiling of "${room.id}"`);
  else if (!room.profile_m && fire.area_m2 > room.width_m * room.depth_m)
    out.push(`${where}: area_m2 ${fire.area_m2} is larger than the floor of "${room.id}"`);
  const fuels = { ...FUELS, ...layout.fuels };
  if (!Object.hasOwn(fuels, fire.fuel))
    out.push(`${where}: no fuel is called "${fire.fuel}"${suggest(fire.fuel, Object.keys(fuels))}`);
  if (fire.curve && fire.growth) out.push(`${where}: has both a curve and a growth; keep one`);
}

function fuelSense(name: string, fuel: Fuel, out: string[]): void {
  try {
    const oxygen = products_kgpkg(fuel)[0] as number;
    if (oxygen >= 0) out.push(`fuel "${name}": needs no oxygen, so it is no fuel`);
  } catch (cause) {
    out.push(`fuel "${name}": ${(cause as Error).message}`);
  }
}

/** Every room not marked sealed is joined to the outside by openings, open or shut. */
function reach(layout: Layout, out: string[]): void {
  const joins = [
    ...(layout.vents ?? []).map((v) => [v.from, v.to]),
    ...(layout.hatches ?? []).map((h) => [h.below, h.above]),
  ] as [string, string][];
  const reached = new Set<string>([OUTSIDE]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const [a, b] of joins)
      if (reached.has(a) !== reached.has(b)) {
        reached.add(a).add(b);
        grew = true;
      }
  }
  for (const room of layout.rooms)
    if (!room.sealed && !reached.has(room.id))
      out.push(
        `room "${room.id}": nobody can reach it, no vent or hatch leads from it to the outside (mark it "sealed": true if that is meant)`,
      );
}
