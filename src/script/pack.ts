/** Reads the files of one variant into a pack, or refuses them by file, line and nearest right word. */
import { checkPack } from './check.ts';
import type { Pack, PackFiles } from './contents.ts';
import { houseOf, housePath, housesAmong, inHouse, strayRemovals } from './house.ts';
import { type Located, PackError, type Refusal, readYaml, shape } from './located.ts';
import { unknown } from './nearest.ts';
import { type Plan, PlansShape } from './plan.ts';
import { RoomShape } from './room.ts';
import { LOCALES, type PackLocale, ScenarioShape, TextShape, VariantShape } from './schema.ts';

/** @returns paths (under scenarios/) that make up one variant, less the house its room.yaml may name (house.ts). */
export function packPaths(scenario: string, variant: string): string[] {
  const own = ['variant.yaml', 'room.yaml', 'plans.yaml', ...LOCALES.map((locale) => `text.${locale}.yaml`)];
  const shared = ['scenario.yaml', ...LOCALES.map((locale) => `text.${locale}.yaml`)];
  return [...shared.map((file) => `${scenario}/${file}`), ...own.map((file) => `${scenario}/${variant}/${file}`)];
}

/**
 * @param files text by path under scenarios/, as packPaths names them
 * @throws PackError with every refusal, each a sentence with file and line
 */
export function readPack(files: Record<string, string>, scenario: string, variant: string): Pack {
  const refusals: Refusal[] = [];
  const open = (path: string): Located => {
    const text = files[path];
    const file = `scenarios/${path}`;
    if (text !== undefined) return readYaml(file, text, refusals);
    refusals.push({ file, line: 1, text: 'this file is missing' });
    return { file, value: undefined, line: () => 1 };
  };
  const at = `${scenario}/${variant}`;
  const both = (locale: PackLocale) => ({
    scenario: open(`${scenario}/text.${locale}.yaml`),
    variant: open(`${at}/text.${locale}.yaml`),
  });
  const located: PackFiles = {
    about: open(`${scenario}/scenario.yaml`),
    script: open(`${at}/variant.yaml`),
    room: openRoom(files, scenario, open(`${at}/room.yaml`), open, refusals),
    plans: open(`${at}/plans.yaml`),
    texts: { 'zh-CN': both('zh-CN'), en: both('en') },
  };
  const about = shape(located.about, ScenarioShape, refusals);
  const script = shape(located.script, VariantShape, refusals);
  const room = shape(located.room, RoomShape, refusals);
  const plans = shape(located.plans, PlansShape, refusals);
  const texts = { 'zh-CN': readTexts(located, 'zh-CN', refusals), en: readTexts(located, 'en', refusals) };
  if (refusals.length > 0 || !about || !script || !room || !plans) throw new PackError(refusals);
  const pack: Pack = { scenario, variant, about, script, room, texts, plans: plans.plans };
  const found = checkPack(pack, located);
  if (found.length > 0) throw new PackError(found);
  return pack;
}

/** A room, in its house where it says it has one. */
function openRoom(
  files: Record<string, string>,
  scenario: string,
  own: Located,
  open: (path: string) => Located,
  refusals: Refusal[],
): Located {
  const house = houseOf(files[own.file.replace(/^scenarios\//, '')]);
  if (house === null || own.value === undefined) return own;
  if (files[housePath(scenario, house)] === undefined) {
    const text = unknown('house', house, housesAmong(Object.keys(files), scenario));
    refusals.push({ file: own.file, line: own.line(['house']), text });
    return { ...own, value: undefined };
  }
  const under = open(housePath(scenario, house));
  refusals.push(...strayRemovals(own, under));
  return under.value === undefined ? { ...own, value: undefined } : inHouse(own, under);
}

function readTexts(located: PackFiles, locale: PackLocale, refusals: Refusal[]): Record<string, string> {
  const { scenario, variant } = located.texts[locale];
  return { ...shape(scenario, TextShape, refusals), ...shape(variant, TextShape, refusals) };
}

/** Reads a plan file on its own, as `npm run drill` does. Throws PackError. */
export function readPlans(file: string, text: string): { plans: Plan[]; located: Located } {
  const refusals: Refusal[] = [];
  const located = readYaml(file, text, refusals);
  const plans = shape(located, PlansShape, refusals);
  if (refusals.length > 0 || !plans) throw new PackError(refusals);
  return { plans: plans.plans, located };
}
