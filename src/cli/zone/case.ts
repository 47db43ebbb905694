/** Reads a case file of npm run zone: a building, what is done in it and when, and what is watched. README.md tells the format. */
import { z } from 'zod';
import { layoutRefusals, suggest } from '../../sim/zone/check.ts';
import type { Layout } from '../../sim/zone/layout.ts';

const share = z.number().min(0).max(1);
const name = z.string().min(1);

const Change = z.strictObject({
  at_s: z.number().min(0),
  vent: name.optional(),
  open_frac: share.optional(),
  bottomSealed_frac: share.optional(),
  sidesSealed_frac: share.optional(),
  fire: name.optional(),
  heat_kW: z.number().min(0).nullable().optional(),
});
const Detector = z.strictObject({
  id: name,
  room: name,
  kind: z.enum(['smoke-alarm', 'heat-57', 'sprinkler-68']),
  radius_m: z.number().min(0).optional(),
});
const Observer = z.strictObject({
  id: name,
  room: name,
  height_m: z.number().positive(),
  from_s: z.number().min(0).optional(),
});
const Case = z.strictObject({
  title: z.string().optional(),
  run_s: z.number().positive().max(86_400),
  step_s: z.number().positive().max(0.25).optional(),
  every_s: z.number().positive().optional(),
  building: z.unknown(),
  plan: z.array(Change).optional(),
  detectors: z.array(Detector).optional(),
  observers: z.array(Observer).optional(),
});

export type ZoneCase = Omit<z.infer<typeof Case>, 'building'> & { building: Layout };
export type PlannedChange = z.infer<typeof Change>;
const KEYS: Record<string, string[]> = {
  '': Object.keys(Case.shape),
  plan: Object.keys(Change.shape),
  detectors: Object.keys(Detector.shape),
  observers: Object.keys(Observer.shape),
};

function sentence(issue: z.core.$ZodIssue): string {
  const list = String(issue.path[0] ?? '');
  const where = issue.path.length > 1 ? `${list} ${Number(issue.path[1]) + 1}` : 'the case';
  const key = issue.path.length === 1 ? list : String(issue.path.at(-1) ?? '');
  if (issue.code === 'unrecognized_keys') {
    const wrong = issue.keys[0] ?? '';
    return `${where}: unknown key "${wrong}"${suggest(wrong, KEYS[list] ?? KEYS['']!)}`;
  }
  return `${where}: ${key === '' ? 'it' : key}: ${issue.message.replace(/^Invalid input: /, '')}`;
}

/** What a schema cannot tell: that changes, detectors and observers name what is in the building. */
function sense(read: ZoneCase): string[] {
  const { building } = read;
  const rooms = building.rooms.map((room) => room.id);
  const vents = [...(building.vents ?? []), ...(building.hatches ?? [])].map((vent) => vent.id);
  const fires = (building.fires ?? []).map((fire) => fire.id);
  const out: string[] = [];
  const known = (where: string, word: string, list: string[]) => {
    if (!list.includes(word))
      out.push(`${where} "${word}" is not in the building${list.length > 0 ? suggest(word, list) : ''}`);
  };
  for (const [i, change] of (read.plan ?? []).entries()) {
    const where = `plan ${i + 1}:`;
    if ((change.vent === undefined) === (change.fire === undefined)) out.push(`${where} names either a vent or a fire`);
    else if (change.vent !== undefined) known(`${where} vent`, change.vent, vents);
    else {
      known(`${where} fire`, change.fire!, fires);
      if (change.heat_kW === undefined) out.push(`${where} a fire needs heat_kW (null gives it back to its curve)`);
    }
  }
  for (const one of [...(read.detectors ?? []), ...(read.observers ?? [])]) known(`"${one.id}": room`, one.room, rooms);
  if (read.every_s !== undefined && read.every_s < (read.step_s ?? 0.25))
    out.push('every_s must not be shorter than step_s');
  return out;
}

/** @returns the case, or everything wrong with it, one sentence each. */
export function readCase(text: string): { read: ZoneCase } | { refusals: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { refusals: [`not JSON: ${(error as Error).message.replaceAll('\n', ' ')}`] };
  }
  const parsed = Case.safeParse(json);
  if (!parsed.success) {
    // a misspelt key is also a missing one: say the spelling first
    const misspelt = (issue: z.core.$ZodIssue) => Number(issue.code !== 'unrecognized_keys');
    return { refusals: [...parsed.error.issues].sort((a, b) => misspelt(a) - misspelt(b)).map(sentence) };
  }
  const refusals = layoutRefusals(parsed.data.building);
  if (refusals.length > 0) return { refusals };
  const read = parsed.data as ZoneCase;
  const wrong = sense(read);
  return wrong.length > 0 ? { refusals: wrong } : { read };
}
