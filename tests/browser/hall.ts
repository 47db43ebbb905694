/** A hall for one test file, where no other file books, calls or changes a rule. */
import { afterAll } from 'vitest';
import { openHouse, setUp } from './house.ts';

/** Is closed after the file's last test. @returns its address, and the cookies of a device where its first manager is signed in */
export async function openHall(): Promise<{ origin: string; cookies: string[] }> {
  const house = await openHouse();
  afterAll(() => house.close());
  return { origin: house.origin, cookies: await setUp(house) };
}
