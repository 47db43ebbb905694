/** Plates of a house with many storeys alike: the drill's are shown and no others, and every variant asks for plates that exist. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Group, Object3D } from 'three';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { MODELS, openIO } from '../../../assets/pipeline.ts';
import { showStorey } from '../../../src/stage/room/recipe.ts';

const FOLDER = join(import.meta.dirname, '../../../scenarios/fire-escape');

function house(...storeys: (number | undefined)[]): Group {
  const root = new Group();
  for (const storey of storeys) {
    const node = new Object3D();
    if (storey !== undefined) node.userData.storey = storey;
    root.add(node);
  }
  return root;
}

function shown(root: Group): unknown[] {
  return root.children.filter((node) => node.visible).map((node) => node.userData.storey);
}

test('plates of one storey are shown at a time, and what belongs to all of them always', () => {
  const root = house(undefined, 3, 11, 18);
  showStorey(root, 11);
  expect(shown(root)).toEqual([undefined, 11]);
  showStorey(root, 18);
  expect(shown(root)).toEqual([undefined, 18]);
  showStorey(root);
  expect(shown(root)).toEqual([undefined, 3]);
});

test('the tower has plates for the storey of every variant in it', async () => {
  const model = await (await openIO()).read(join(MODELS, 'tower.glb'));
  const plates = model
    .getRoot()
    .listNodes()
    .map((node) => node.getExtras().storey);
  const rooms = readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(
      (entry) =>
        parse(readFileSync(join(FOLDER, entry.name, 'room.yaml'), 'utf8')) as { house: string; storey?: number },
    )
    .filter((room) => room.house === 'tower');
  expect(rooms.length).toBeGreaterThan(0);
  for (const room of rooms) expect(plates).toContain(room.storey ?? 3);
});
