/** The `crowd:` of a room: many people from a few lines. */
import type { ThingEntry } from './thing-entry.ts';
import type { Person } from './things.ts';

/** `{ role: guest, count: 30, look: [...], at_m: [[x, y, z, facing]...], tempers: { hesitates: 6 } }`. */
export interface CrowdEntry {
  role: string;
  count: number;
  look: string[];
  /** feet and facing, one line a person */
  at_m: [x_m: number, y_m: number, z_m: number, facing_deg: number][];
  tempers?: Partial<Record<Person['temper'], number>>;
}

/** Half a person: 0.4 m wide, 1.2 m to the shoulders. [D] as persons of the first rooms */
const PERSON_half_m: [number, number, number] = [0.2, 0.6, 0.2];
/** Tempers are dealt with this stride, so that neighbours differ; any number prime to the count does. [D] */
const STRIDE_count = 7;

/** @returns ids `guests-1`, `guests-2` ... */
export function crowdIds(id: string, crowd: Pick<CrowdEntry, 'count'>): string[] {
  return Array.from({ length: crowd.count }, (_, index) => `${id}-${index + 1}`);
}

/** @returns the people of one crowd as entries of `things:`; who has which temper is the same in every run. */
export function peopleOf(id: string, crowd: CrowdEntry): [id: string, entry: ThingEntry][] {
  const tempers = dealt(crowd);
  return crowdIds(id, crowd).map((name, index) => {
    const [x, y, z, facing_deg] = crowd.at_m[index] ?? crowd.at_m.at(-1) ?? [0, 0, 0, 0];
    const self = { role: crowd.role, look: crowd.look[index % crowd.look.length]!, temper: tempers[index]! };
    return [name, { kind: 'person', at_m: [x, y, z], half_m: [...PERSON_half_m], facing_deg, ...self }];
  });
}

function dealt(crowd: CrowdEntry): Person['temper'][] {
  const { count } = crowd;
  const out = new Array<Person['temper']>(count).fill('follows');
  let stride = STRIDE_count;
  while (gcd(stride, count) !== 1) stride++;
  let dealtTo = 0;
  for (const [temper, many] of Object.entries(crowd.tempers ?? {}))
    for (let i = 0; i < (many ?? 0) && dealtTo < count; i++)
      out[(dealtTo++ * stride) % count] = temper as Person['temper'];
  return out;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}
