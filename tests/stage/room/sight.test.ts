/** Regions of a large house that cannot be seen are not drawn: what is, from everywhere one can stand. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Group, Object3D } from 'three';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { MODELS, openIO } from '../../../assets/pipeline.ts';
import type { Space, Vec3 } from '../../../src/sim/world.ts';
import { seenFrom, showRegions } from '../../../src/stage/room/sight.ts';

interface House {
  building: { spaces: Record<string, { box_m: [Vec3, Vec3] }> };
  surfaces_m: Record<string, Vec3[]>;
}
function houseOf(name: string): House {
  return parse(readFileSync(join(import.meta.dirname, `../../../scenarios/fire-escape/${name}.yaml`), 'utf8'));
}
function spacesOf(house: House): Space[] {
  return Object.entries(house.building.spaces).map(([id, { box_m }]) => ({
    id,
    box: { min_m: box_m[0], max_m: box_m[1] },
  }));
}
const tower = houseOf('tower');
const school = houseOf('school');
const spaces = spacesOf(tower);
/** Of an eye over the middle of a piece of floor. */
const EYE_m = 1.55;

function eyeOver(corners: Vec3[]): Vec3 {
  const [x, y, z] = [0, 1, 2].map((k) => corners.reduce((sum, c) => sum + c[k]!, 0) / corners.length);
  return [x!, y! + EYE_m, z!];
}

/** The region that a piece of floor belongs to, by its name in the layout. */
function regionOf(name: string): string {
  const stair = /^([ab])-/.exec(name) ?? /stair-([ab])/.exec(name);
  if (stair) return `stair-${stair[1]}`;
  if (name === 'outside' || name === 'at-door-lobby') return 'outside';
  if (name === 'lobby') return 'lobby';
  return name === 'corridor' || /lift/.test(name) ? 'corridor' : 'flat';
}

test('wherever one stands in the tower, the region one stands in is drawn', () => {
  for (const [name, corners] of Object.entries(tower.surfaces_m))
    expect(seenFrom('tower', spaces, eyeOver(corners)), name).toContain(regionOf(name));
});

test('on one stair of the school the other is not drawn, and the one stood on is', () => {
  for (const [name, corners] of Object.entries(school.surfaces_m)) {
    if (!/^[ew]-/.test(name)) continue;
    const seen = seenFrom('school', spacesOf(school), eyeOver(corners));
    const [own, other] = name.startsWith('w-') ? ['stair-w', 'stair-e'] : ['stair-e', 'stair-w'];
    expect(seen, name).toContain(own);
    expect(seen, name).not.toContain(other);
  }
});

test('in a doorway both sides are drawn', () => {
  const at = (name: string) => seenFrom('tower', spaces, eyeOver(tower.surfaces_m[name]!))!;
  expect([...at('at-door-flat')]).toEqual(expect.arrayContaining(['flat', 'corridor']));
  expect([...at('at-door-stair-a')]).toEqual(expect.arrayContaining(['stair-a', 'corridor']));
  expect([...at('at-door-stair-b-low')]).toEqual(expect.arrayContaining(['stair-b', 'lobby']));
  expect([...at('at-door-lobby')]).toEqual(expect.arrayContaining(['lobby', 'outside']));
});

test('neither the stairs nor the ground are drawn for an eye in the bedroom, and all is for one that is nowhere', () => {
  const root = new Group();
  for (const name of ['static-flat', 'static-stair-a', 'static-outside', 'static-storey-3', 'outside']) {
    const node = new Object3D();
    node.name = name;
    root.add(node);
  }
  const shown = () => root.children.filter((node) => node.visible).map((node) => node.name);
  showRegions(root, 'tower', seenFrom('tower', spaces, eyeOver(tower.surfaces_m.bedroom!)));
  expect(shown()).toEqual(['static-flat', 'static-storey-3', 'outside']);
  expect(seenFrom('tower', spaces, [3, 20, 30])).toBeNull();
  showRegions(root, 'tower', null);
  expect(shown().length).toBe(5);
  expect(seenFrom('kitchen', [], [0, 1.5, 0])).toBeNull();
});

test('every region that may be hidden is a node of the model, and every node but the plates may', async () => {
  const model = await (await openIO()).read(join(MODELS, 'tower.glb'));
  const nodes = model.getRoot().listScenes()[0]!.listChildren();
  const regions = nodes.map((node) => node.getName()).filter((name) => /^static-(?!storey)/.test(name));
  const seen = new Set(Object.values(tower.surfaces_m).flatMap((c) => [...seenFrom('tower', spaces, eyeOver(c))!]));
  expect([...seen].map((region) => `static-${region}`).sort()).toEqual(regions.sort());
});
