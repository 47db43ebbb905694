/** Managers add colleagues, hand out one-time codes, and close accounts. */
import { Alert, Badge, Button, Card, Group, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CodeReply, ROLES, type Role, StaffRow, StaffRows } from '../wire/staff.ts';
import { useAsk } from './ask.ts';
import { Refused, Shown } from './Shown.tsx';
import { useTimes } from './times.ts';
import { type Sending, useSend } from './useSend.ts';

function CodeNote({ reply }: { reply: CodeReply }) {
  const { t } = useTranslation('desk');
  const { time } = useTimes();
  return (
    <Alert color="teal" role="status">
      <Text>{t('staff.code', { name: reply.staff.name, until: time(reply.expires_ms) })}</Text>
      <Text fw={700} size="xl" ff="monospace">
        {reply.code}
      </Text>
    </Alert>
  );
}

function AddForm({ sending, onCode }: { sending: Sending; onCode: (reply: CodeReply) => void }) {
  const { t } = useTranslation('desk');
  const form = useForm({
    initialValues: { name: '', role: 'staff' as Role },
    validate: { name: (value) => (value.trim() ? null : t('form.required')) },
  });
  const submit = form.onSubmit(async (body) => {
    const reply = await sending.send('/api/staff', CodeReply, { method: 'POST', body });
    if (!reply) return;
    form.reset();
    onCode(reply);
  });
  return (
    <Card withBorder maw={520} w="100%">
      <form onSubmit={submit} noValidate>
        <Group align="flex-end">
          <TextInput label={t('signIn.name')} autoComplete="off" {...form.getInputProps('name')} />
          <Select
            label={t('staff.role')}
            allowDeselect={false}
            data={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
            {...form.getInputProps('role')}
          />
          <Button type="submit" loading={sending.busy}>
            {t('staff.add')}
          </Button>
        </Group>
      </form>
    </Card>
  );
}

interface LineProps {
  who: StaffRow;
  onCode: (who: StaffRow) => void;
  onDisable: (who: StaffRow, disabled: boolean) => void;
}

function Line({ who, onCode, onDisable }: LineProps) {
  const { t } = useTranslation('desk');
  const closed = who.state === 'disabled';
  return (
    <Table.Tr>
      <Table.Td>{who.name}</Table.Td>
      <Table.Td>{t(`role.${who.role}`)}</Table.Td>
      <Table.Td>
        <Badge color={who.state === 'active' ? 'teal' : 'gray'} variant="light">
          {t(`staff.${who.state}`)}
        </Badge>
      </Table.Td>
      <Table.Td>
        <Group gap="xs">
          {!closed && (
            <Button size="xs" variant="default" onClick={() => onCode(who)}>
              {t('staff.newCode')}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => onDisable(who, !closed)}>
            {t(closed ? 'staff.open' : 'staff.close')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

export function StaffPage() {
  const { t } = useTranslation('desk');
  const asked = useAsk('/api/staff', StaffRows);
  const sending = useSend();
  const [code, setCode] = useState<CodeReply | null>(null);
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('way.staff')}
      </Title>
      {sending.error && <Refused error={sending.error} />}
      {code && <CodeNote reply={code} />}
      <Shown asked={asked}>
        {(everyone, again) => (
          <Stack>
            <AddForm
              sending={sending}
              onCode={(reply) => {
                setCode(reply);
                again();
              }}
            />
            <Table.ScrollContainer minWidth={560}>
              <Table className="desk-table">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t('signIn.name')}</Table.Th>
                    <Table.Th>{t('staff.role')}</Table.Th>
                    <Table.Th>{t('staff.state')}</Table.Th>
                    <Table.Th>{t('staff.change')}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {everyone.map((who) => (
                    <Line
                      key={who.id}
                      who={who}
                      onCode={async () => {
                        const reply = await sending.send(`/api/staff/${who.id}/code`, CodeReply, { method: 'POST' });
                        if (reply) setCode(reply);
                      }}
                      onDisable={async (_, disabled) => {
                        const body = { disabled };
                        await sending.send(`/api/staff/${who.id}`, StaffRow, { method: 'PUT', body });
                        again();
                      }}
                    />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          </Stack>
        )}
      </Shown>
    </Stack>
  );
}
