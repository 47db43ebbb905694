/** Every thing of every house is drawn by a root that the props model has, turned as it hangs. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadPack } from '../../../src/cli/packs-node.ts';
import { setupOf } from '../../../src/script/room.ts';
import type { Door, Thing, Way } from '../../../src/sim/things.ts';
import { hung, rootOf } from '../../../src/stage/props/roots.ts';

const VARIANTS = [
  'own-flat-night',
  'stair-smoky-stay',
  'ebike-stairwell',
  'fire-above',
  'school-corridor',
  'restaurant-guests',
];
/** Drawn elsewhere (people, flames) or only to be looked at. */
const NOT_PROPS = new Set(['person', 'blaze', 'lookout']);

const manifest = JSON.parse(readFileSync(new URL('../../../public/models/manifest.json', import.meta.url), 'utf8'));
const nodes = new Set(Object.keys(manifest.props.nodes));

describe.each(VARIANTS)('%s', (variant) => {
  const pack = loadPack(`fire-escape/${variant}`);
  const setup = setupOf(pack.room, { duty: '', gas: '' }, 1.6);

  test('has a root in the props model for each of its things', () => {
    const missing = setup.things
      .filter((thing) => !NOT_PROPS.has(thing.kind))
      .map((thing) => [thing.id, rootOf(thing as Thing, setup.room)?.node] as const)
      .filter(([, node]) => node === undefined || !nodes.has(node));
    expect(missing).toEqual([]);
  });
});

/** Where a point beside the hinge of an unturned model (x, z) is after the turn. */
function turned([x, z]: [number, number], facing_deg: number): [number, number] {
  const a = (facing_deg * Math.PI) / 180;
  // plus nothing: no minus zero
  return [Math.round(x * Math.cos(a) + z * Math.sin(a)) + 0, Math.round(-x * Math.sin(a) + z * Math.cos(a)) + 0];
}
const WAYS: Record<Way, [number, number]> = { '-x': [-1, 0], '+x': [1, 0], '-z': [0, -1], '+z': [0, 1] };

test('a leaf is hinged where the thing says, and swings where it says, mirrored or not', () => {
  const doors = VARIANTS.flatMap((variant) => setupOf(loadPack(`fire-escape/${variant}`).room, {}, 1.6).things).filter(
    (thing): thing is Door => thing.kind === 'door' && !thing.slides,
  );
  expect(doors.length).toBeGreaterThan(20);
  for (const door of doors) {
    const { facing_deg, sense_1 } = hung(door);
    expect(turned([-1, 0], facing_deg), door.id).toEqual(WAYS[door.hinge!]);
    expect(turned([0, -sense_1], facing_deg), door.id).toEqual(WAYS[door.swings!]);
  }
});
