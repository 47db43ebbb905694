/** The three faces of anything asked of the server: on its way, refused with a way on, here. */
import { Alert, Button, Center, Loader, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskError, Asked } from './ask.ts';

/** @returns the sentence for a refusal in the language of the page */
export function useSentence(): (error: AskError) => string {
  const { t } = useTranslation('desk');
  return (error) =>
    t(`trouble.${error.trouble}`, { minutes: Math.ceil((error.wait_s ?? 60) / 60), defaultValue: error.message });
}

export function Refused({ error, again }: { error: AskError; again?: () => void }) {
  const { t } = useTranslation('desk');
  const sentence = useSentence();
  return (
    <Alert color="red" role="alert">
      <Stack align="flex-start" gap="sm">
        <Text>{sentence(error)}</Text>
        {again && (
          <Button size="xs" variant="default" onClick={again}>
            {t('tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  );
}

export function Shown<T>({
  asked,
  children,
}: {
  asked: Asked<T>;
  children: (value: T, again: () => void) => ReactNode;
}) {
  const { t } = useTranslation('desk');
  if (asked.state === 'failed') return <Refused error={asked.error} again={asked.again} />;
  if (asked.state === 'ready') return <>{children(asked.value, asked.again)}</>;
  return (
    <Center p="xl">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}
