/** The browser and Node read the same packs. */
import { expect, test } from 'vitest';
import { listVariants as listInNode, loadPack as loadInNode } from '../../src/cli/packs-node.ts';
import { listVariants, loadPack } from '../../src/drill/packs.ts';

test('the browser lists the variants that Node lists', () => {
  expect(
    listVariants()
      .map(({ scenario, variant }) => `${scenario}/${variant}`)
      .sort(),
  ).toEqual(listInNode());
});

test.each(listInNode())('%s is the same pack for both', async (name) => {
  const [scenario, variant] = name.split('/');
  expect(await loadPack(scenario!, variant!)).toEqual(loadInNode(name));
});

test('a drill that is not there is named', async () => {
  await expect(loadPack('firefighting', 'kitchen-work')).rejects.toThrow(
    'There is no drill "firefighting/kitchen-work".',
  );
});
