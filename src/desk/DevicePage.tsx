/** Makes this browser a device of the hall, on the device itself, with a name and password that are not kept on it. */
import { Alert, Badge, Button, Card, Group, PasswordInput, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import type { HallReply } from '../wire/hall.ts';
import { Nothing } from '../wire/problem.ts';
import { DeviceAdded, DeviceRows, type Me } from '../wire/staff.ts';
import { useAsk } from './ask.ts';
import { Refused, Shown } from './Shown.tsx';
import { useTimes } from './times.ts';
import { useSend } from './useSend.ts';

function DeviceList({ me }: { me: Me }) {
  const { t } = useTranslation('desk');
  const asked = useAsk('/api/devices', DeviceRows);
  const { error, send } = useSend();
  const { time } = useTimes();
  return (
    <Shown asked={asked}>
      {(devices, again) => (
        <Stack>
          {error && <Refused error={error} />}
          <Table.ScrollContainer minWidth={500}>
            <Table className="desk-table">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('device.name')}</Table.Th>
                  <Table.Th>{t('device.added')}</Table.Th>
                  <Table.Th>{t('device.seen')}</Table.Th>
                  <Table.Th>{t('staff.change')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {devices.map((device) => (
                  <Table.Tr key={device.id}>
                    <Table.Td>{device.name}</Table.Td>
                    <Table.Td>{time(device.created_ms)}</Table.Td>
                    <Table.Td>{device.seen_ms === null ? t('never') : time(device.seen_ms)}</Table.Td>
                    <Table.Td>
                      {device.revoked && <Badge color="gray">{t('device.revoked')}</Badge>}
                      {!device.revoked && me.role === 'manager' && (
                        <Button
                          size="xs"
                          variant="default"
                          onClick={async () => {
                            await send(`/api/devices/${device.id}`, Nothing, { method: 'DELETE' });
                            again();
                          }}
                        >
                          {t('device.revoke')}
                        </Button>
                      )}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
      )}
    </Shown>
  );
}

function AddForm({ me, onDone }: { me: Me | null; onDone: () => void }) {
  const { t } = useTranslation('desk');
  const { busy, error, send } = useSend();
  const form = useForm({
    initialValues: { device: '', name: '', password: '' },
    validate: {
      device: (value) => (value.trim() ? null : t('form.required')),
      name: (value) => (me || value.trim() ? null : t('form.required')),
      password: (value) => (me || value ? null : t('form.required')),
    },
  });
  const submit = form.onSubmit(async ({ device, name, password }) => {
    const body = me ? { device } : { device, credentials: { name, password } };
    if (await send('/api/devices', DeviceAdded, { method: 'POST', body })) onDone();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t('device.name')}
          description={t('device.nameHelp')}
          autoComplete="off"
          {...form.getInputProps('device')}
        />
        {!me && <Text size="sm">{t('device.notKept')}</Text>}
        {!me && <TextInput label={t('signIn.name')} autoComplete="off" {...form.getInputProps('name')} />}
        {!me && <PasswordInput label={t('signIn.password')} autoComplete="off" {...form.getInputProps('password')} />}
        {error && <Refused error={error} />}
        <Button type="submit" loading={busy}>
          {t('device.add')}
        </Button>
      </Stack>
    </form>
  );
}

export function DevicePage({ me, hall, onDone }: { me: Me | null; hall: HallReply; onDone: () => void }) {
  const { t } = useTranslation('desk');
  return (
    <Stack>
      <Card withBorder maw={520} w="100%">
        <Stack>
          <Title order={1} size="h2">
            {t('device.title')}
          </Title>
          <Text>{t('device.intro')}</Text>
          {hall.device ? (
            <Alert color="teal" role="status">
              <Group>{t('device.isOurs')}</Group>
            </Alert>
          ) : (
            <AddForm me={me} onDone={onDone} />
          )}
        </Stack>
      </Card>
      {me && <DeviceList key={String(hall.device)} me={me} />}
    </Stack>
  );
}
