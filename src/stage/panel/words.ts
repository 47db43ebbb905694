/** Words of the pack in the visitor's language, with the hall's own numbers and places put in. */
import type { Drill, HallSettings } from '../../drill/types.ts';
import type { Thing } from '../../sim/things.ts';
import { currentLocale, t } from '../../text/text.ts';

/** Puts the hall's fields where a text says {dutyPhone}; a name it does not know stays as it is. */
export function fillHall(text: string, hall: HallSettings): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in hall ? hall[name as keyof HallSettings] : whole));
}

/** @returns a text of the variant or its scenario; the key itself when the pack has none, so that it is noticed. */
export function packText(drill: Pick<Drill, 'pack'>, hall: HallSettings, key: string): string {
  return fillHall(drill.pack.texts[currentLocale()][key] ?? key, hall);
}

/** @returns who speaks, in words: the pack may name its own people, the stage knows the usual ones. */
export function speakerName(drill: Pick<Drill, 'pack'>, speaker: string): string {
  const own = drill.pack.texts[currentLocale()][`speaker.${speaker}`];
  if (own) return own;
  const key = `stage:speakers.${speaker}`;
  const known = t(key);
  return known === key || known === `speakers.${speaker}` ? t('stage:speakers.person') : known;
}

/** @returns what a thing is called: by the pack where it has a name for it, else by its kind. */
export function thingName(drill: Pick<Drill, 'pack'>, thing: Pick<Thing, 'id' | 'kind'>): string {
  return drill.pack.texts[currentLocale()][`thing.${thing.id}`] ?? kindName(thing.kind);
}

/** @returns what any thing of a kind is called, empty where a kind has no name of its own. */
export function kindName(kind: Thing['kind']): string {
  const key = `stage:kind.${kind}`;
  const known = t(key);
  return known === key || known === `kind.${kind}` ? '' : known;
}

/** Title and reason of any rule of the variant: a mark, a mistake or a critical failure. */
export function ruleWords(drill: Pick<Drill, 'pack'>, rule: string): { title: string; reason: string } | null {
  const { marks, errors, critical } = drill.pack.script;
  return [...marks, ...errors, ...critical].find((one) => one.rule === rule) ?? null;
}
