/** A hall for one test file, where no other file books, calls or changes a rule. */
import { afterAll } from 'vitest';
import { openHouse, setUp } from './house.ts';

export interface Hall {
  origin: string;
  /** of a device where its first manager is signed in */
  cookies: string[];
  /** where its records are */
  folder: string;
}

/** Is closed after the file's last test. */
export async function openHall(): Promise<Hall> {
  const house = await openHouse();
  afterAll(() => house.close());
  return { origin: house.origin, cookies: await setUp(house), folder: house.folder };
}
