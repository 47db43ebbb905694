/** Name and password; ten wrong ones and the name rests a while. */
import { Anchor, Button, Card, PasswordInput, Stack, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Me } from '../wire/staff.ts';
import { Refused } from './Shown.tsx';
import { useSend } from './useSend.ts';

export function SignInPage({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { busy, error, send } = useSend();
  const required = (value: string) => (value.trim() ? null : t('form.required'));
  const form = useForm({ initialValues: { name: '', password: '' }, validate: { name: required, password: required } });
  const submit = form.onSubmit(async (body) => {
    if (await send('/api/session', Me, { method: 'POST', body })) onDone();
  });
  return (
    <Card withBorder maw={420} w="100%" mx="auto">
      <form onSubmit={submit} noValidate>
        <Stack>
          <Title order={1} size="h2">
            {t('signIn.title')}
          </Title>
          <TextInput label={t('signIn.name')} autoComplete="username" {...form.getInputProps('name')} />
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            {...form.getInputProps('password')}
          />
          {error && <Refused error={error} />}
          <Button type="submit" loading={busy}>
            {t('signIn.enter')}
          </Button>
          <Anchor component={Link} href="/desk/password" size="sm">
            {t('signIn.haveCode')}
          </Anchor>
          <Anchor component={Link} href="/desk/device" size="sm">
            {t('signIn.device')}
          </Anchor>
        </Stack>
      </form>
    </Card>
  );
}
