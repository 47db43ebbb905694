/** The duty phone dialled from memory: one try, then known among four; only whether it was right leaves the page. */
import { Button, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Choices } from './Choices.tsx';
import { fourNumbers, isDutyPhone } from './duty.ts';
import { DIGITS, Keys } from './Keys.tsx';
import type { PointFields } from './PointSteps.tsx';
import { Sheet } from './Sheet.tsx';

interface DutyPhoneProps {
  dutyPhone: string;
  ticket: string;
  /** told once for the try, and once more for the four numbers when the try was wrong */
  onPoint: (point: PointFields, last: boolean) => void;
  onDone: () => void;
  onSkip: () => void;
}

const MOST_DIGITS = 16;

export function DutyPhoneStep({ dutyPhone, ticket, onPoint, onDone, onSkip }: DutyPhoneProps) {
  const { t } = useTranslation('visitor');
  const [dialled, setDialled] = useState('');
  const [at, setAt] = useState<'dial' | 'four' | 'told'>('dial');
  const [right, setRight] = useState(false);
  function dial(number: string) {
    const correct = number !== '' && isDutyPhone(number, dutyPhone);
    setDialled('');
    setRight(correct);
    setAt(correct ? 'told' : 'four');
    onPoint({ kind: 'duty-phone', correct }, correct);
  }
  if (at === 'four')
    return (
      <Choices
        title={t('duty.four')}
        choices={fourNumbers(dutyPhone, ticket).map((value) => ({ value, label: value }))}
        onChoose={(value) => {
          const correct = value === dutyPhone;
          setRight(correct);
          setAt('told');
          onPoint({ kind: 'duty-phone-recognised', correct }, true);
        }}
        onSkip={onSkip}
      />
    );
  if (at === 'told')
    return (
      <Sheet>
        <Title order={1}>{t(right ? 'duty.right' : 'duty.wrong')}</Title>
        <Text className="visitor-number">{dutyPhone}</Text>
        <Text>{t('duty.told')}</Text>
        <Button onClick={onDone} data-testid="next">
          {t('next')}
        </Button>
      </Sheet>
    );
  return (
    <Sheet>
      <Title order={1}>{t('duty.title')}</Title>
      <Text>{t('duty.hint')}</Text>
      <output className="visitor-typed" aria-label={t('duty.typed')}>
        {dialled || '–'}
      </output>
      <Keys signs={DIGITS} value={dialled} most={MOST_DIGITS} onChange={setDialled} onEnter={() => dial(dialled)} />
      <div className="visitor-row">
        <Button disabled={dialled === ''} onClick={() => dial(dialled)} data-testid="dial">
          {t('duty.dial')}
        </Button>
        <Button variant="default" onClick={() => dial('')} data-testid="forgot">
          {t('duty.forgot')}
        </Button>
      </div>
      <Button variant="subtle" className="visitor-skip" onClick={onSkip} data-testid="skip">
        {t('skip')}
      </Button>
    </Sheet>
  );
}
