/** The short questions beside the quiz: how sure, how dizzy, the kit at home; each is one press. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Read } from '../wire/problem.ts';
import type { Point } from '../wire/visitor.ts';
import { Choices } from './Choices.tsx';

export type PointFields = Read<typeof Point>;
interface StepProps {
  onPoint: (point: PointFields) => void;
  onSkip: () => void;
}

export function ConfidenceStep({ when, onPoint, onSkip }: StepProps & { when: 'before' | 'after' }) {
  const { t } = useTranslation('visitor');
  return (
    <Choices
      title={t(`confidence.${when}`)}
      choices={[1, 2, 3, 4, 5].map((value) => ({ value, label: t(`confidence.${value}`) }))}
      onChoose={(level) => onPoint({ kind: 'confidence', when, level })}
      onSkip={onSkip}
    />
  );
}

export function ComfortStep({ onPoint, onSkip }: StepProps) {
  const { t } = useTranslation('visitor');
  return (
    <Choices
      title={t('comfort.title')}
      hint={t('comfort.hint')}
      choices={[0, 1, 2].map((value) => ({ value, label: t(`comfort.${value}`) }))}
      onChoose={(felt) => onPoint({ kind: 'comfort', felt })}
      onSkip={onSkip}
    />
  );
}

/** the three things asked of somebody who has a kit, in the order of procedures 9 */
const INSIDE = ['light', 'food', 'aid'] as const;
type Inside = Record<(typeof INSIDE)[number], boolean>;
const NOTHING: Inside = { light: false, food: false, aid: false };

export function KitStep({ onPoint, onSkip }: StepProps) {
  const { t } = useTranslation('visitor');
  /** null: not asked yet whether there is a kit */
  const [inside, setInside] = useState<Partial<Inside> | null>(null);
  const asks = inside ? INSIDE.find((one) => inside[one] === undefined) : 'has';
  const answer = (yes: boolean) => {
    if (!inside) return yes ? setInside({}) : onPoint({ kind: 'kit', has: false, ...NOTHING });
    if (!asks || asks === 'has') return;
    const more = { ...inside, [asks]: yes };
    if (INSIDE.some((one) => more[one] === undefined)) return setInside(more);
    onPoint({ kind: 'kit', has: true, ...NOTHING, ...more });
  };
  return (
    <Choices
      key={asks}
      above={t('kit.title')}
      title={t(`kit.${asks ?? 'aid'}`)}
      row
      choices={[
        { value: true, label: t('yes') },
        { value: false, label: t('no') },
      ]}
      onChoose={answer}
      onSkip={onSkip}
    />
  );
}
