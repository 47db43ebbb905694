/** One question and its big answers: the shape of everything a visitor is asked. */
import { Button, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Sheet } from './Sheet.tsx';

export interface Choice<Value> {
  value: Value;
  label: string;
}

interface ChoicesProps<Value> {
  /** small line above, e.g. question 1 of 3 */
  above?: string;
  title: string;
  hint?: string;
  choices: Choice<Value>[];
  chosen?: Value | null;
  row?: boolean;
  onChoose: (value: Value) => void;
  onSkip?: () => void;
  children?: ReactNode;
}

export function Choices<Value extends string | number | boolean>(props: ChoicesProps<Value>) {
  const { above, title, hint, choices, chosen, row, onChoose, onSkip, children } = props;
  const { t } = useTranslation('visitor');
  return (
    <Sheet>
      {above && <Text className="visitor-above">{above}</Text>}
      <Title order={1}>{title}</Title>
      {hint && <Text>{hint}</Text>}
      <div className={row ? 'visitor-row' : 'visitor-list'}>
        {choices.map(({ value, label }) => (
          <Button
            key={String(value)}
            className="visitor-choice"
            variant={chosen === value ? 'filled' : 'default'}
            aria-pressed={chosen === undefined ? undefined : chosen === value}
            onClick={() => onChoose(value)}
            data-choice={String(value)}
          >
            {label}
          </Button>
        ))}
      </div>
      {children}
      {onSkip && (
        <Button variant="subtle" className="visitor-skip" onClick={onSkip} data-testid="skip">
          {t('skip')}
        </Button>
      )}
    </Sheet>
  );
}
