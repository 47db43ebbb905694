/** Who is booked for one opening: groups under one name with a head count, one by one or from a list. */
import { Anchor, Badge, Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { Booking, Bookings, type Opening, Openings } from '../../wire/openings.ts';
import { Nothing } from '../../wire/problem.ts';
import { useAsk } from '../ask.ts';
import { Refused, Shown } from '../Shown.tsx';
import { useSend } from '../useSend.ts';
import { BookingForm } from './BookingForm.tsx';
import { ImportBox } from './ImportBox.tsx';
import { ScenarioNames } from './OpeningsPage.tsx';

export function BookingsPage({ id }: { id: string }) {
  const { t } = useTranslation('openings');
  const asked = useAsk('/api/openings', Openings);
  return (
    <Stack>
      <Anchor component={Link} href="/desk/openings">
        {t('bookings.back')}
      </Anchor>
      <Shown asked={asked}>
        {(openings) => {
          const opening = openings.find((one) => one.id === id);
          return opening ? <OfOpening opening={opening} /> : <Text role="alert">{t('bookings.noOpening')}</Text>;
        }}
      </Shown>
    </Stack>
  );
}

function OfOpening({ opening }: { opening: Opening }) {
  const { t } = useTranslation('openings');
  const asked = useAsk(`/api/openings/${opening.id}/bookings`, Bookings);
  return (
    <>
      <Title order={1} size="h2">
        {t('bookings.of', { day: opening.day, from: opening.from, to: opening.to })}
      </Title>
      <Text>
        {opening.room} · {t(`audience.${opening.audience}`)} · <ScenarioNames names={opening.scenarios} />
      </Text>
      <Shown asked={asked}>{(bookings, again) => <Groups opening={opening} bookings={bookings} again={again} />}</Shown>
    </>
  );
}

interface GroupsProps {
  opening: Opening;
  bookings: Booking[];
  again: () => void;
}

function Groups({ opening, bookings, again }: GroupsProps) {
  const { t } = useTranslation('openings');
  const { error, send } = useSend();
  const [editing, setEditing] = useState<Booking | 'new' | null>(null);
  const booked = bookings.reduce((sum, one) => sum + (one.cancelled ? 0 : one.count), 0);
  async function cancel({ id }: Booking) {
    await send(`/api/bookings/${id}`, Nothing, { method: 'DELETE' });
    again();
  }
  async function restore({ id, name, count, audience, at }: Booking) {
    await send(`/api/bookings/${id}`, Booking, { method: 'PUT', body: { name, count, audience, at } });
    again();
  }
  return (
    <>
      <Group justify="space-between">
        <Badge size="xl" color={booked > opening.places ? 'red.9' : 'teal.8'} data-testid="booked" data-booked={booked}>
          {t('booked', { booked, places: opening.places })}
        </Badge>
        <Button size="md" onClick={() => setEditing('new')} data-testid="add-booking">
          {t('bookings.add')}
        </Button>
      </Group>
      {booked > opening.places && <Text c="red.9">{t('bookings.over', { count: booked - opening.places })}</Text>}
      {error && <Refused error={error} />}
      {bookings.length === 0 ? (
        <Text>{t('bookings.none')}</Text>
      ) : (
        <BookingTable bookings={bookings} onChange={setEditing} onCancel={cancel} onRestore={restore} />
      )}
      <ImportBox opening={opening.id} onDone={again} />
      {editing && (
        <BookingForm
          opening={opening.id}
          booking={editing === 'new' ? null : editing}
          audience={opening.audience}
          onClose={() => setEditing(null)}
          onDone={() => {
            setEditing(null);
            again();
          }}
        />
      )}
    </>
  );
}

interface TableProps {
  bookings: Booking[];
  onChange: (booking: Booking) => void;
  onCancel: (booking: Booking) => Promise<void>;
  onRestore: (booking: Booking) => Promise<void>;
}

function BookingTable({ bookings, onChange, onCancel, onRestore }: TableProps) {
  const { t } = useTranslation('openings');
  return (
    <Table.ScrollContainer minWidth={680} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
      <Table className="desk-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('field.name')}</Table.Th>
            <Table.Th className="number">{t('field.count')}</Table.Th>
            <Table.Th>{t('field.audience')}</Table.Th>
            <Table.Th>{t('field.at')}</Table.Th>
            <Table.Th className="number">{t('field.arrived')}</Table.Th>
            <Table.Th>{t('bookings.acts')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {bookings.map((booking) => (
            <Table.Tr key={booking.id} data-booking={booking.name} data-cancelled={booking.cancelled}>
              <Table.Td td={booking.cancelled ? 'line-through' : undefined}>{booking.name}</Table.Td>
              <Table.Td className="number">{booking.count}</Table.Td>
              <Table.Td>{t(`audience.${booking.audience}`)}</Table.Td>
              <Table.Td>{booking.at ?? '–'}</Table.Td>
              <Table.Td className="number">{booking.arrived}</Table.Td>
              <Table.Td>
                {booking.cancelled ? (
                  <Button size="sm" variant="default" onClick={() => void onRestore(booking)}>
                    {t('cancelled.undo')}
                  </Button>
                ) : (
                  <Group gap="xs" wrap="nowrap">
                    <Button size="sm" variant="default" onClick={() => onChange(booking)}>
                      {t('form.change')}
                    </Button>
                    <Button size="sm" variant="default" c="red.9" onClick={() => void onCancel(booking)}>
                      {t('cancelled.do')}
                    </Button>
                  </Group>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
