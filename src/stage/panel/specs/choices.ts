/** What can be done with the thing before one: big keys, the plainest act first. */
import type { Drill } from '../../../drill/types.ts';
import type { Thing } from '../../../sim/things.ts';
import { t } from '../../../text/text.ts';
import type { Offer } from '../../input/offers.ts';
import { type Key, type PanelSpec, TITLE_dmm } from '../spec.ts';
import { thingName } from '../words.ts';

/**
 * Wrong acts look like the others: a choice that warns is no choice.
 * @param said what the act before has told: how warm the door is
 */
export function choicesSpec(
  drill: Pick<Drill, 'pack'>,
  thing: Thing,
  offers: readonly Offer[],
  numbered: boolean,
  said = '',
): PanelSpec {
  const keys = offers.map((offer, i): Key => {
    const words = t(`stage:offer.${offer.word}`);
    return {
      id: `do:${offer.word}`,
      label: numbered ? t('stage:offer.numbered', { n: i + 1, words }) : words,
      disabled: offer.far,
      ...(offer.far ? { detail: t('stage:offer.far') } : {}),
    };
  });
  const many = offers.length > 4;
  return {
    name: t('stage:offer.name'),
    width_dmm: many ? 680 : 480,
    beside: true,
    blocks: [
      { is: 'text', text: thingName(drill, thing), size_dmm: TITLE_dmm, bold: true, align: 'center' },
      ...(said ? ([{ is: 'text', text: said, size_dmm: 28, tone: 'warn', bold: true, align: 'center' }] as const) : []),
      { is: 'keys', columns: many ? 2 : 1, keys, size_dmm: many ? 28 : 32, min_dmm: 76 },
      { is: 'keys', columns: 1, keys: [{ id: 'close', label: t('stage:offer.none'), tone: 'quiet' }] },
    ],
  };
}
