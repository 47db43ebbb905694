/** The number of who has just come, to be read across the table and printed on 80 mm. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Ticket } from '../../wire/floor.ts';
import { useFloor } from './useFloor.ts';

export function TicketSlip({ tickets, onNext }: { tickets: Ticket[]; onNext: () => void }) {
  const { t } = useTranslation('floor');
  const { floor } = useFloor();
  const [first] = tickets;
  const last = tickets.at(-1);
  const wait = last && floor ? floor.waits_min[last.id] : undefined;
  return (
    <Stack align="center" gap="md" py="lg">
      <Stack align="center" gap={4} className="desk-print" role="status">
        <Title order={1} size="h3">
          {t('ticket.yours')}
        </Title>
        <Text
          fw={800}
          style={{ fontSize: tickets.length > 1 ? 72 : 120, lineHeight: 1.05 }}
          data-testid="ticket-number"
        >
          {tickets.length > 1 ? `${first?.number} – ${last?.number}` : first?.number}
        </Text>
        <Text size="xl">{first && t(`ticket.${first.place}`)}</Text>
        {typeof wait === 'number' && <Text size="lg">{t('wait.now', { minutes: wait })}</Text>}
        <Text>{t('ticket.help')}</Text>
      </Stack>
      <Group className="desk-no-print">
        <Button size="xl" onClick={onNext} data-testid="next-visitor">
          {t('ticket.next')}
        </Button>
        <Button size="xl" variant="default" onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Button size="xl" variant="default" component={Link} href="/desk/floor">
          {t('ticket.floor')}
        </Button>
      </Group>
    </Stack>
  );
}
