/** Why the last act was refused, shown where it was asked for: on the page, and in each dialog over it. */
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSentence } from '../Shown.tsx';
import { useActs } from './useFloor.ts';

export function ActRefused() {
  const { t } = useTranslation('floor');
  const { error, forget } = useActs();
  const sentence = useSentence();
  if (!error) return null;
  return (
    <Alert
      color="red"
      role="alert"
      className="desk-refused"
      withCloseButton
      closeButtonLabel={t('understood')}
      onClose={forget}
    >
      {sentence(error)}
    </Alert>
  );
}
