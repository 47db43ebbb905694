/** A new account's first password, or a new one after a manager handed out a code. */
import { Button, Card, PasswordInput, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Me } from '../wire/staff.ts';
import { Refused } from './Shown.tsx';
import { useSend } from './useSend.ts';

const SHORTEST_PASSWORD = 8;

export function PasswordPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { busy, error, send } = useSend();
  const form = useForm({
    initialValues: { name: '', code: '', password: '' },
    validate: {
      name: (value) => (value.trim() ? null : t('form.required')),
      code: (value) => (value.trim().length < 8 ? t('form.required') : null),
      password: (value) => (value.length < SHORTEST_PASSWORD ? t('form.password') : null),
    },
  });
  const submit = form.onSubmit(async (body) => {
    if (await send('/api/password', Me, { method: 'POST', body })) onDone();
  });
  return (
    <Card withBorder maw={420} w="100%" mx="auto">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={1} size="h2">
            {t('password.title')}
          </Title>
          <Text>{t('password.intro')}</Text>
          <TextInput label={t('signIn.name')} autoComplete="username" {...form.getInputProps('name')} />
          <TextInput label={t('setup.code')} autoComplete="one-time-code" {...form.getInputProps('code')} />
          <PasswordInput
            label={t('password.new')}
            description={t('form.password')}
            autoComplete="new-password"
            {...form.getInputProps('password')}
          />
          {error && <Refused error={error} />}
          <Button type="submit" loading={busy}>
            {t('password.set')}
          </Button>
        </Stack>
      </form>
    </Card>
  );
}
