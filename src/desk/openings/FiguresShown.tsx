/** The month's figures as somebody acts on them: the number with what it was counted from, what it means, what to do. */
import { Card, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MonthFigures } from '../../wire/runs.ts';

/** none: nobody was asked, so there is nothing to say yet */
export type Verdict = 'none' | 'low' | 'good';
export interface Figure {
  word: string;
  /** null: missing, which is never a zero */
  share_frac: number | null;
  count: number;
  of: number;
  verdict: Verdict;
}

/** From these shares on a community needs no more than to keep it up. [D] */
const GOOD_frac = { knowledge: 0.8, dutyPhone: 0.6, dutyPhoneRecognised: 0.8, kit: 0.6, retention: 0.7, reached: 0.8 };

function figure(word: keyof typeof GOOD_frac, share_frac: number | null, count: number, of: number): Figure {
  const verdict = share_frac === null ? 'none' : share_frac >= GOOD_frac[word] ? 'good' : 'low';
  return { word, share_frac, count, of, verdict };
}

/** @returns the shares in the order a report names them */
export function figuresOf(month: MonthFigures): Figure[] {
  const { knowledge, dutyPhone, dutyPhoneRecognised, kit, retention, visits, trained } = month;
  return [
    figure('reached', visits > 0 ? trained / visits : null, trained, visits),
    figure('knowledge', knowledge.knows_frac, knowledge.knows, knowledge.tested),
    figure('dutyPhone', dutyPhone.correct_frac, dutyPhone.correct, dutyPhone.asked),
    figure(
      'dutyPhoneRecognised',
      dutyPhoneRecognised.correct_frac,
      dutyPhoneRecognised.correct,
      dutyPhoneRecognised.asked,
    ),
    figure('kit', kit.complete_frac, kit.complete, kit.asked),
    figure('retention', retention.passed_frac, retention.passed, retention.rechecks),
  ];
}

const NONE = '–';
function percent(share_frac: number | null): string {
  return share_frac === null ? NONE : `${(share_frac * 100).toFixed(0)} %`;
}

export function FiguresShown({ figures }: { figures: MonthFigures }) {
  const { t } = useTranslation('openings');
  const { visits, cards, performed, desktop, observed, technicalFaults, notes, knowledge } = figures;
  return (
    <Stack>
      <Text>{t('figures.people', { visits, cards, performed, desktop, observed })}</Text>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }}>
        {figuresOf(figures).map(({ word, share_frac, count, of, verdict }) => (
          <Card key={word} withBorder data-figure={word} data-verdict={verdict}>
            <Title order={2} size="h4">
              {t(`figures.${word}.title`)}
            </Title>
            <Text fz={32} fw={700}>
              {percent(share_frac)}
            </Text>
            <Text size="sm">{t(of > 0 ? 'figures.of' : 'figures.nobody', { part: count, whole: of })}</Text>
            <Text size="sm">{t(`figures.${word}.means`)}</Text>
            <Text size="sm" fw={700}>
              {t(verdict === 'none' ? 'figures.ask' : verdict === 'good' ? 'figures.keep' : `figures.${word}.act`)}
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <Text size="sm">{t('figures.gain', { gain: percent(knowledge.gain_frac), paired: knowledge.paired })}</Text>
      <Text size="sm">{t('figures.faults', { faults: technicalFaults, notes })}</Text>
    </Stack>
  );
}
