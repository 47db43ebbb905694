/** Managers change what the hall says about itself; the next drill uses it. */
import { Alert, Button, Card, Stack, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HallReply, HallSettings } from '../wire/hall.ts';
import { NO_SETTINGS, SettingsFields, settingFaults } from './SettingsFields.tsx';
import { Refused } from './Shown.tsx';
import { useSend } from './useSend.ts';

export function SettingsPage({ hall, onDone }: { hall: HallReply; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { busy, error, send } = useSend();
  const [saved, setSaved] = useState(false);
  const form = useForm({
    initialValues: { settings: hall.settings ?? NO_SETTINGS },
    validate: (values) => settingFaults(values.settings, t),
    onValuesChange: () => setSaved(false),
  });
  const submit = form.onSubmit(async ({ settings }) => {
    const done = await send('/api/hall', HallSettings, { method: 'PUT', body: HallSettings.parse(settings) });
    if (!done) return;
    setSaved(true);
    onDone();
  });
  return (
    <Card withBorder maw={640} w="100%">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={1} size="h2">
            {t('way.settings')}
          </Title>
          <SettingsFields form={form} />
          {error && <Refused error={error} />}
          {saved && (
            <Alert color="teal" role="status">
              {t('saved')}
            </Alert>
          )}
          <Button type="submit" loading={busy}>
            {t('save')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
