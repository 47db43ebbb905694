/** Who is here today: in the order they will be called, then those at a station, then those who are through. */
import { ActionIcon, Badge, Button, Group, Menu, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Command, type Floor, PLACES, type Station, type Ticket } from '../../wire/floor.ts';
import { openSlip } from '../slip.ts';
import { CallDialog } from './CallDialog.tsx';
import { minutesSince } from './floor.ts';
import { useActs } from './useFloor.ts';

const OVER = ['done', 'no-show', 'left'];

export function Queue({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const [shown, setShown] = useState<'here' | 'over'>('here');
  const here = floor.tickets.filter((one) => !OVER.includes(one.state));
  const over = floor.tickets.filter((one) => OVER.includes(one.state));
  const rank = (ticket: Ticket) => (ticket.state === 'waiting' ? 1 : ticket.state === 'after' ? 2 : 0);
  const list =
    shown === 'here'
      ? here.toSorted((a, b) => rank(a) - rank(b) || a.due_ms - b.due_ms || a.number.localeCompare(b.number))
      : over.toSorted((a, b) => b.since_ms - a.since_ms);
  return (
    <Stack gap="sm" component="section" aria-label={t('queue')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('queue')}
        </Title>
        <SegmentedControl
          size="md"
          aria-label={t('show')}
          value={shown}
          data={[
            { value: 'here', label: t('here', { count: here.length }) },
            { value: 'over', label: t('over', { count: over.length }) },
          ]}
          onChange={(value) => setShown(value as typeof shown)}
        />
      </Group>
      {list.length === 0 ? (
        <Text>{t(shown === 'here' ? 'nobodyHere' : 'nobodyOver')}</Text>
      ) : (
        <Table.ScrollContainer minWidth={340} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table className="desk-table" verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('column.number')}</Table.Th>
                <Table.Th>{t('column.state')}</Table.Th>
                <Table.Th visibleFrom="sm">{t('column.who')}</Table.Th>
                <Table.Th className="number" visibleFrom="sm">
                  {t('column.wait')}
                </Table.Th>
                <Table.Th>{t('column.acts')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {list.map((ticket) => (
                <Line key={ticket.id} ticket={ticket} floor={floor} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Stack>
  );
}

function Line({ ticket, floor }: { ticket: Ticket; floor: Floor }) {
  const { t } = useTranslation('floor');
  const wait = floor.waits_min[ticket.id];
  return (
    <Table.Tr data-ticket={ticket.number} data-state={ticket.state}>
      <Table.Td>
        <Text fw={700} size="lg">
          {ticket.number}
        </Text>
        <Text size="sm" hiddenFrom="sm">
          {t(`place.${ticket.place}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge size="lg" color={ticket.state === 'waiting' ? 'teal.8' : 'gray.8'}>
          {t(`state.${ticket.state}`)}
        </Badge>{' '}
        {ticket.missed > 0 && <Badge color="orange.9">{t('missed', { count: ticket.missed })}</Badge>}
      </Table.Td>
      <Table.Td visibleFrom="sm">
        {t(`audience.${ticket.audience}`)} · {t(`age.${ticket.ageBand}`)} · {t(`place.${ticket.place}`)}
        {ticket.card && ` · ${t('hasCard')}`}
      </Table.Td>
      <Table.Td className="number" visibleFrom="sm">
        {ticket.state === 'waiting'
          ? wait === null || wait === undefined
            ? t('waited', { minutes: minutesSince(ticket.since_ms, floor.server_ms) })
            : t('waitsAbout', { minutes: wait })
          : ''}
      </Table.Td>
      <Table.Td>
        <Acts ticket={ticket} floor={floor} />
      </Table.Td>
    </Table.Tr>
  );
}

type Word = 'skip' | 'return' | 'no-show' | 'leave' | 'finish' | 'again';
const MAY: Record<Ticket['state'], Word[]> = {
  waiting: ['skip', 'no-show', 'leave'],
  called: ['skip', 'no-show', 'return'],
  playing: [],
  after: ['finish', 'again', 'leave'],
  done: ['return'],
  'no-show': ['return'],
  left: ['return'],
};

function Acts({ ticket, floor }: { ticket: Ticket; floor: Floor }) {
  const { t } = useTranslation('floor');
  const { act } = useActs();
  const [calling, setCalling] = useState<Station | null>(null);
  const may = [
    ...MAY[ticket.state],
    ...(ticket.place === 'watch' && ticket.state === 'waiting' ? (['finish'] as const) : []),
  ];
  const first: Word | undefined =
    ticket.state === 'after' ? 'finish' : OVER.includes(ticket.state) ? 'return' : undefined;
  const free = floor.stations.filter(
    (one) =>
      one.state === 'free' && (one.kind === ticket.place || (one.kind === 'desktop' && ticket.place === 'headset')),
  );
  const doIt = (word: Word) => void act({ do: word, ticket: ticket.id } as Command);
  return (
    <Group gap="xs" wrap="nowrap">
      {first && (
        <Button size="md" variant="default" onClick={() => doIt(first)} data-testid={`do-${first}`}>
          {t(`act.${first}`)}
        </Button>
      )}
      {may.length > 0 && (
        <Menu position="bottom-end" withinPortal>
          <Menu.Target>
            <ActionIcon size={44} variant="default" aria-label={t('actsOf', { number: ticket.number })}>
              ...
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {ticket.state === 'waiting' &&
              free.map((station) => (
                <Menu.Item key={station.id} onClick={() => setCalling(station)}>
                  {t('callTo', { station: station.name })}
                </Menu.Item>
              ))}
            {may.map((word) => (
              <Menu.Item key={word} onClick={() => doIt(word)}>
                {t(`act.${word}`)}
              </Menu.Item>
            ))}
            {ticket.state === 'waiting' &&
              PLACES.filter((place) => place !== ticket.place).map((place) => (
                <Menu.Item key={place} onClick={() => void act({ do: 'place', ticket: ticket.id, place })}>
                  {t('changePlace', { place: t(`place.${place}`) })}
                </Menu.Item>
              ))}
            {ticket.runs > 0 && <Menu.Item onClick={() => void openSlip(ticket.number)}>{t('slip')}</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
      {calling && <CallDialog station={calling} floor={floor} ticket={ticket} onClose={() => setCalling(null)} />}
    </Group>
  );
}
