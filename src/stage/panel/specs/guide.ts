/** What is said while the drill runs: prompt, calm reminder, captions, marks just earned, the sentence of a failure. */
import type { Drill, DrillView, HallSettings, MarkView } from '../../../drill/types.ts';
import type { Fact } from '../../../sim/world.ts';
import { t } from '../../../text/text.ts';
import { AT_ONCE, type Caption } from '../captions.ts';
import { CAPTION_dmm, type CaptionSize } from '../preferences.ts';
import { type Block, type PanelSpec, TITLE_dmm } from '../spec.ts';
import { packText, ruleWords, speakerName } from '../words.ts';

/** The instruction on now (learn), or the calm reminder (assess); null when nothing is to be said. */
export function promptSpec(drill: Drill, hall: HallSettings, view: DrillView): PanelSpec | null {
  if (view.consequence || view.ended) return null;
  const blocks: Block[] = [];
  if (view.attempt === 2)
    blocks.push({ is: 'text', text: t('stage:prompt.second'), size_dmm: 22, tone: 'warn', align: 'center' });
  if (view.promptKey)
    blocks.push({
      is: 'text',
      text: packText(drill, hall, view.promptKey),
      size_dmm: TITLE_dmm,
      bold: true,
      align: 'center',
    });
  if (view.reminder && !view.promptKey)
    blocks.push({ is: 'text', text: t('stage:prompt.reminder'), size_dmm: 28, align: 'center' });
  if (view.explanation) {
    const words = ruleWords(drill, view.explanation.rule);
    const title = words ? packText(drill, hall, words.title) : view.explanation.rule;
    blocks.push({ is: 'text', text: t('stage:toast.lost', { title }), tone: 'bad', bold: true, align: 'center' });
    blocks.push({ is: 'text', text: packText(drill, hall, view.explanation.key), align: 'center' });
  }
  if (blocks.length === 0) return null;
  return { name: t('stage:prompt.name'), width_dmm: 600, blocks, plate: view.explanation ? 'alert' : 'dark' };
}

/** A caption to be shown, its words ready; `arrow` points to where a sound comes from. */
export interface Spoken {
  who: string;
  words: string;
  arrow: string | null;
}

export function spokenOf(drill: Drill, hall: HallSettings, captions: readonly Caption[]): Spoken[] {
  return captions.map((caption) => ({
    who: caption.speaker === '' ? '' : speakerName(drill, caption.speaker),
    words: packText(drill, hall, caption.key),
    arrow: null,
  }));
}

export function captionSpec(spoken: readonly Spoken[], size: CaptionSize): PanelSpec | null {
  if (size === 'off' || spoken.length === 0) return null;
  const size_dmm = CAPTION_dmm[size];
  const blocks: Block[] = spoken.slice(-AT_ONCE - 1).map(({ who, words, arrow }) => {
    const said = who ? t('stage:caption', { who, words }) : words;
    const text = arrow === '→' || arrow === '↓' ? `${said} ${arrow}` : arrow ? `${arrow} ${said}` : said;
    return { is: 'text', text, size_dmm, align: 'center' };
  });
  return { name: t('stage:speakers.sound'), width_dmm: size === 'large' ? 720 : 620, blocks, plate: 'dark' };
}

/** A mark just earned, for three seconds; learn mode only. */
export function toastSpec(drill: Drill, hall: HallSettings, mark: MarkView | null): PanelSpec | null {
  if (!mark) return null;
  const title = packText(drill, hall, mark.titleKey);
  // no points: learning has no score
  const text = mark.points > 0 ? t('stage:toast.earned', { title }) : t('stage:toast.lost', { title });
  const tone = mark.points > 0 ? 'good' : 'bad';
  return {
    name: t('stage:end.marks'),
    width_dmm: 520,
    plate: 'dark',
    blocks: [{ is: 'text', text, tone, bold: true, align: 'center' }],
  };
}

/** What was just sensed or has just come about, in words; at the assembly point also the key that counts. */
export function sensedSpec(drill: Pick<Drill, 'world'>, fact: Fact | null, counts: boolean): PanelSpec | null {
  const words = fact ? sensedWords(drill, fact) : '';
  if (words === '' && !counts) return null;
  const blocks: Block[] = [];
  if (words !== '') blocks.push({ is: 'text', text: words, tone: 'strong', bold: true, align: 'center' });
  if (counts) {
    const key = { id: 'count', label: t('stage:say.count'), tone: 'go' } as const;
    blocks.push({ is: 'keys', columns: 1, keys: [key] });
  }
  return { name: t('stage:sensed.name'), width_dmm: 520, plate: 'dark', blocks };
}

/** @returns what was sensed in words, empty where the eyes see it for themselves. */
export function sensedWords({ world }: Pick<Drill, 'world'>, fact: Fact): string {
  const door = fact.thing ? world.things[fact.thing] : undefined;
  if (fact.fact === 'felt') return t(`stage:sensed.felt-${fact.with}`);
  // through a crack the eyes see for themselves
  if (fact.fact === 'peeped')
    return door?.kind === 'door' && door.open_frac < 0.05 ? t(`stage:sensed.peeped-${fact.with}`) : '';
  if (fact.fact === 'counted')
    return t('stage:sensed.counted', { here: fact.values?.here ?? 0, missing: fact.values?.missing ?? 0 });
  return t(`stage:sensed.${fact.fact}`);
}

/** The one sentence of a critical failure, and that it will be tried again. */
export function veilSpec(drill: Drill, hall: HallSettings, view: DrillView): PanelSpec | null {
  if (!view.consequence) return null;
  const words = ruleWords(drill, view.consequence.rule);
  const blocks: Block[] = [
    { is: 'text', text: packText(drill, hall, view.consequence.key), size_dmm: TITLE_dmm, bold: true, align: 'center' },
  ];
  if (words) blocks.push({ is: 'text', text: packText(drill, hall, words.reason), size_dmm: 28, align: 'center' });
  blocks.push({
    is: 'text',
    text: t('stage:veil.rule', { rule: view.consequence.rule }),
    size_dmm: 22,
    tone: 'warn',
    align: 'center',
  });
  if (view.attempt === 1 && !view.ended)
    blocks.push({ is: 'text', text: t('stage:veil.again'), size_dmm: 24, tone: 'quiet', align: 'center' });
  return { name: t('stage:veil.name'), width_dmm: 640, blocks, plate: 'alert' };
}
