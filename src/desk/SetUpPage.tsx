/** The first day: the printed code, the first manager, and what the hall says about itself. */
import { Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { HallSettings } from '../wire/hall.ts';
import { Me } from '../wire/staff.ts';
import { NO_SETTINGS, SettingsFields, settingFaults } from './SettingsFields.tsx';
import { Refused } from './Shown.tsx';
import { useSend } from './useSend.ts';

const SHORTEST_PASSWORD = 8;

export function SetUpPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { busy, error, send } = useSend();
  const form = useForm({
    initialValues: { code: '', name: '', password: '', settings: NO_SETTINGS },
    validate: (values) => ({
      code: values.code.trim().length < 8 ? t('form.required') : null,
      name: values.name.trim() ? null : t('form.required'),
      password: values.password.length < SHORTEST_PASSWORD ? t('form.password') : null,
      ...settingFaults(values.settings, t),
    }),
  });
  const submit = form.onSubmit(async (values) => {
    const body = { ...values, settings: HallSettings.parse(values.settings) };
    if (await send('/api/setup', Me, { method: 'POST', body })) onDone();
  });
  return (
    <Card withBorder maw={640} w="100%" mx="auto">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={1} size="h2">
            {t('setup.title')}
          </Title>
          <Text>{t('setup.intro')}</Text>
          <TextInput
            label={t('setup.code')}
            description={t('setup.codeHelp')}
            required
            {...form.getInputProps('code')}
          />
          <TextInput label={t('setup.name')} required autoComplete="username" {...form.getInputProps('name')} />
          <PasswordInput
            label={t('setup.password')}
            description={t('form.password')}
            required
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          <Title order={2} size="h4">
            {t('setup.hall')}
          </Title>
          <SettingsFields form={form as never} />
          {error && <Refused error={error} />}
          <Button type="submit" loading={busy}>
            {t('setup.open')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
