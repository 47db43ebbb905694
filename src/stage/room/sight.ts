/** Which regions of a large house can be seen from where the eye is: the others are not drawn, whatever the view. */
import type { Object3D } from 'three';
import type { Space, Vec3 } from '../../sim/world.ts';

/** Doorways are between two spaces: who stands in one sees what both see. */
const REACH_m = 0.4;
const INDOORS = 'flat corridor';
/** The school's storey; through its windows and those of its stairs, the playground. */
const FLOOR = 'classroom corridor outside stair-e stair-w';
const EAST = 'classroom corridor outside stair-e';
const WEST = 'classroom corridor outside stair-w';
/** By house and space: the regions (nodes `static-REGION`) seen through every door that may stand open. */
const SEEN: Record<string, Record<string, string>> = {
  tower: {
    living: INDOORS,
    bedroom: INDOORS,
    bathroom: INDOORS,
    kitchen: INDOORS,
    'child-room': INDOORS,
    lift: INDOORS,
    corridor: `${INDOORS} stair-a stair-b`,
    'stair-a': 'stair-a corridor',
    'stair-a-up': 'stair-a corridor',
    'stair-a-1': 'stair-a corridor',
    'stair-a-2': 'stair-a lobby outside',
    'stair-b': 'stair-b corridor',
    'stair-b-up': 'stair-b corridor',
    'stair-b-1': 'stair-b corridor',
    'stair-b-2': 'stair-b lobby',
    lobby: 'lobby stair-a stair-b outside',
    outside: 'outside lobby stair-a',
  },
  school: {
    classroom: FLOOR,
    store: FLOOR,
    corridor: FLOOR,
    'stair-e': EAST,
    'stair-e-1': EAST,
    'stair-e-2': EAST,
    'stair-e-3': EAST,
    'stair-w': WEST,
    'stair-w-1': WEST,
  },
};
/** The open air west of the tower. */
const OPEN_AIR: Record<string, { min_m: Vec3; max_m: Vec3 }> = {
  tower: { min_m: [-60, -10, -60], max_m: [-8, 60, 60] },
};

function near(box: { min_m: Readonly<Vec3>; max_m: Readonly<Vec3> }, at: Readonly<Vec3>): boolean {
  return at.every((v, i) => v > box.min_m[i]! - REACH_m && v < box.max_m[i]! + REACH_m);
}

/** @returns regions to draw for an eye at a point; null for all of them, where nothing is known. */
export function seenFrom(house: string, spaces: readonly Space[], at: Readonly<Vec3>): Set<string> | null {
  const table = SEEN[house];
  if (!table) return null;
  const here = spaces.filter((space) => near(space.box, at)).map((space) => space.id);
  if (OPEN_AIR[house] && near(OPEN_AIR[house], at)) here.push('outside');
  const lists = here.flatMap((id) => table[id] ?? []);
  return lists.length === 0 ? null : new Set(lists.flatMap((list) => list.split(' ')));
}

/** Shows the regions named and hides the house's others; null shows all. What belongs to no region is left alone. */
export function showRegions(root: Object3D, house: string, seen: ReadonlySet<string> | null): void {
  const known = SEEN[house];
  if (!known) return;
  const all = new Set(Object.values(known).flatMap((list) => list.split(' ')));
  for (const node of root.children) {
    const region = node.name.replace(/^static-/, '');
    if (region !== node.name && all.has(region)) node.visible = seen === null || seen.has(region);
  }
}
