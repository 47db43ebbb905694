/** Who is here today: in the order they will be called, then those at a station, then those who are through. */
import { Badge, Button, Group, Paper, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Floor, TICKET_ENDS, type Ticket } from '../../wire/floor.ts';
import { minutesSince } from './floor.ts';
import { TicketMenu } from './TicketMenu.tsx';
import { useActs } from './useFloor.ts';

const OVER: readonly Ticket['state'][] = TICKET_ENDS;
/** those who were called stand above those who wait, those who are after their run below */
const RANK: Partial<Record<Ticket['state'], number>> = { waiting: 1, after: 2 };

export function Queue({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const [shown, setShown] = useState<'here' | 'over'>('here');
  const here = floor.tickets.filter((one) => !OVER.includes(one.state));
  const over = floor.tickets.filter((one) => OVER.includes(one.state));
  const rank = (ticket: Ticket) => RANK[ticket.state] ?? 0;
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
        <Text size="lg">{t(shown === 'here' ? 'nobodyHere' : 'nobodyOver')}</Text>
      ) : (
        <ol className="floor-queue">
          {list.map((ticket) => (
            <Line key={ticket.id} ticket={ticket} floor={floor} />
          ))}
        </ol>
      )}
    </Stack>
  );
}

function Line({ ticket, floor }: { ticket: Ticket; floor: Floor }) {
  const { t } = useTranslation('floor');
  const wait = useWait(ticket, floor);
  const turn = floor.turns.find((one) => one.id === ticket.turn);
  const at = floor.stations.find((one) => one.id === turn?.station);
  return (
    <Paper component="li" withBorder px="sm" py="xs" data-ticket={ticket.number} data-state={ticket.state}>
      <Group wrap="nowrap" justify="space-between" gap="sm">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={800} style={{ fontSize: 24, lineHeight: 1.2 }}>
              {ticket.number}
            </Text>
            <Badge size="lg" color={ticket.state === 'waiting' ? 'teal.9' : 'gray.8'}>
              {t(`state.${ticket.state}`)}
            </Badge>
            {ticket.missed > 0 && (
              <Badge size="lg" color="orange.9">
                {t('missed', { count: ticket.missed })}
              </Badge>
            )}
            <Text fw={600}>{at ? at.name : wait}</Text>
          </Group>
          <Text>
            {[
              t(`audience.${ticket.audience}`),
              t(`age.${ticket.ageBand}`),
              t(`place.${ticket.place}`),
              ticket.booking && t('booked'),
              ticket.card && t('hasCard'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </Stack>
        <Group gap="xs" wrap="nowrap" style={{ flexShrink: 0 }}>
          <FirstAct ticket={ticket} />
          <TicketMenu ticket={ticket} floor={floor} />
        </Group>
      </Group>
    </Paper>
  );
}

/** @returns what there is to say of a ticket's waiting, empty when it does not wait */
function useWait(ticket: Ticket, floor: Floor): string {
  const { t } = useTranslation('floor');
  if (ticket.state !== 'waiting') return '';
  const wait_min = floor.waits_min[ticket.id];
  if (wait_min === 0) return t('waitsNot');
  if (typeof wait_min === 'number') return t('waitsAbout', { minutes: wait_min });
  return t('waited', { minutes: minutesSince(ticket.since_ms, floor.server_ms) });
}

/** The one thing that comes next for a visitor, where it is not the station's. */
function FirstAct({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const first = ticket.state === 'after' ? 'finish' : OVER.includes(ticket.state) ? 'return' : null;
  if (!first) return null;
  return (
    <Button
      size="lg"
      px="md"
      variant="default"
      loading={busy}
      onClick={() => void act({ do: first, ticket: ticket.id })}
      data-testid={`do-${first}`}
    >
      {t(`first.${first}`)}
    </Button>
  );
}
