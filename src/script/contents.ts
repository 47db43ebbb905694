/** What the files of one variant hold. */
import type { Located } from './located.ts';
import type { Plan } from './plan.ts';
import type { RoomFile } from './room.ts';
import type { PackLocale, Scenario, Variant } from './schema.ts';

export type Texts = Record<PackLocale, Record<string, string>>;

/** One variant, read and checked. */
export interface Pack {
  /** folder names, as in firefighting/kitchen-wok */
  scenario: string;
  variant: string;
  about: Scenario;
  script: Variant;
  room: RoomFile;
  /** the scenario's texts with the variant's laid over them */
  texts: Texts;
  plans: Plan[];
}

export interface PackFiles {
  about: Located;
  script: Located;
  room: Located;
  plans: Located;
  texts: Record<PackLocale, { scenario: Located; variant: Located }>;
}
