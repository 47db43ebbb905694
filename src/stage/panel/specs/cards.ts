/** The small cards of the hand: inspecting an extinguisher, and what to shout. */
import { DEFECTS } from '../../../sim/facts.ts';
import type { Extinguisher } from '../../../sim/things.ts';
import { t } from '../../../text/text.ts';
import type { Phrase } from '../../input/phrases.ts';
import { type Key, type PanelSpec, TITLE_dmm } from '../spec.ts';

/**
 * What the label says and the nine verdicts. The gauge, the pin and the hose are not told: they must be looked at.
 */
export function tagSpec(bottle: Extinguisher): PanelSpec {
  const readable = bottle.defect !== 'no-label';
  const said = readable
    ? [
        { left: t('stage:tag.agent'), right: t(`stage:tag.${bottle.agent}`) },
        { left: t('stage:tag.charge'), right: t('stage:tag.kg', { kg: bottle.charge_kg }) },
        { left: t('stage:tag.made'), right: t('stage:tag.year', { year: bottle.madeYear }) },
      ]
    : [{ left: t('stage:tag.agent'), right: t('stage:tag.unreadable') }];
  const key = (label: string): Key => {
    const chosen = bottle.tag === label;
    const words = t(`stage:tag.${label}`);
    const tone = chosen ? 'chosen' : label === 'good' || label === 'used' ? 'go' : 'plain';
    return { id: `tag:${label}`, label: chosen ? `✓ ${words}` : words, tone };
  };
  return {
    name: t('stage:tag.name'),
    width_dmm: 720,
    beside: true,
    blocks: [
      { is: 'text', text: t('stage:tag.title'), size_dmm: TITLE_dmm, bold: true, align: 'center' },
      { is: 'text', text: t('stage:tag.look'), size_dmm: 22, tone: 'quiet' },
      { is: 'rows', rows: said },
      { is: 'keys', columns: 1, keys: [key(isUsed(bottle) ? 'used' : 'good')] },
      { is: 'keys', columns: 2, keys: DEFECTS.map(key), size_dmm: 24 },
      { is: 'keys', columns: 1, keys: [{ id: 'close', label: t('stage:tag.close'), tone: 'quiet' }] },
    ],
  };
}

/** A bottle that gave anything is for the refill, however little it gave. */
function isUsed(bottle: Extinguisher): boolean {
  return !bottle.pinIn && bottle.agentLeft_kg < bottle.charge_kg;
}

/** @param counts the people who have come out can be counted now */
export function saySpec(phrases: readonly Phrase[], counts: boolean): PanelSpec {
  const keys: Key[] = phrases.map((phrase) => ({ id: `say:${phrase}`, label: t(`stage:say.${phrase}`) }));
  if (counts) keys.push({ id: 'count', label: t('stage:say.count'), tone: 'go' });
  return {
    name: t('stage:say.name'),
    width_dmm: 460,
    blocks: [
      { is: 'text', text: t('stage:say.title'), size_dmm: TITLE_dmm, bold: true, align: 'center' },
      { is: 'keys', columns: 1, keys, size_dmm: 32, min_dmm: 72 },
      { is: 'keys', columns: 1, keys: [{ id: 'close', label: t('stage:say.close'), tone: 'quiet' }] },
    ],
  };
}
