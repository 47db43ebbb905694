/** While something is on its way, and what to do when it does not come: never a dead end for a visitor. */
import { Button, Loader, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { AskError } from '../post/ask.ts';
import { Sheet } from './Sheet.tsx';

/** @returns the text key for a refusal, said to a visitor: what to do next, not what broke */
export function troubleKey({ trouble }: AskError): string {
  if (trouble === 'not-found' || trouble === 'wrong-ticket') return 'trouble.notFound';
  if (trouble === 'foreign-card') return 'trouble.foreignCard';
  if (trouble === 'not-due') return 'trouble.notDue';
  if (trouble === 'not-a-hall-device' || trouble === 'not-signed-in' || trouble === 'not-allowed')
    return 'trouble.notOurs';
  if (trouble === 'too-many' || trouble === 'locked-out') return 'trouble.tooMany';
  if (trouble === 'no-answer' || trouble === 'odd-answer') return 'trouble.noAnswer';
  return 'trouble.other';
}

export function Waiting({ slow, onGoOn }: { slow?: boolean; onGoOn?: () => void }) {
  const { t } = useTranslation('visitor');
  return (
    <Sheet centred role="status">
      <Loader size="xl" aria-label={t('loading')} />
      {slow && <Text ta="center">{t('slow')}</Text>}
      {slow && onGoOn && (
        <Button onClick={onGoOn} data-testid="go-on">
          {t('goOn')}
        </Button>
      )}
    </Sheet>
  );
}

export function Failed({ error, onAgain, onLeave }: { error: AskError; onAgain?: () => void; onLeave?: () => void }) {
  const { t } = useTranslation('visitor');
  return (
    <Sheet role="alert">
      <Title order={1}>{t('trouble.title')}</Title>
      <Text>{t(troubleKey(error))}</Text>
      {onAgain && <Button onClick={onAgain}>{t('again')}</Button>}
      {onLeave && (
        <Button variant="default" onClick={onLeave}>
          {t('goOn')}
        </Button>
      )}
    </Sheet>
  );
}
