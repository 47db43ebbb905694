/** Before the browser tests: builds the app once, opens a hall and makes its first manager; afterwards closes it. */
import type { TestProject } from 'vitest/node';
import { buildIfStale } from '../../server/build.ts';
import { openHouse, setUp } from './house.ts';

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildIfStale((sentence) => console.log(sentence));
  const house = await openHouse();
  try {
    project.provide('house', { origin: house.origin, cookies: await setUp(house) });
  } catch (error) {
    await house.close();
    throw error;
  }
  return () => house.close();
}
