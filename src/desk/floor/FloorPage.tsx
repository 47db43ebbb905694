/** The hall now: stations with their one next act, the queue, and what can be taken back. */
import { Alert, Badge, Button, Center, Group, Loader, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Floor } from '../../wire/floor.ts';
import { ActRefused } from './ActRefused.tsx';
import { working } from './floor.ts';
import { Queue } from './Queue.tsx';
import { StationCard } from './StationCard.tsx';
import { ActContext, useAct, useActs, useFloor } from './useFloor.ts';

export function FloorPage() {
  const { t } = useTranslation('floor');
  const { floor, stale } = useFloor();
  const acting = useAct();
  if (!floor)
    return (
      <Center p="xl">
        {stale ? <Text role="alert">{t('stale')}</Text> : <Loader role="status" aria-label={t('loading')} />}
      </Center>
    );
  return (
    <ActContext.Provider value={acting}>
      <Stack>
        <Group justify="space-between">
          <Title order={1} size="h2">
            {t('title', { day: floor.day })}
          </Title>
          <Button component={Link} href="/desk/check-in" size="lg" data-testid="to-check-in">
            {t('checkIn')}
          </Button>
        </Group>
        {stale && (
          <Alert color="orange" role="status">
            {t('stale')}
          </Alert>
        )}
        <ActRefused />
        <Undo floor={floor} />
        <Stations floor={floor} />
        <Estimates floor={floor} />
        <Queue floor={floor} />
        <Notes floor={floor} />
      </Stack>
    </ActContext.Provider>
  );
}

function Undo({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const { undo } = floor;
  if (!undo) return null;
  return (
    <Group gap="sm" data-testid="undo">
      <Text>{t(`undo.${undo.what}`, { number: undo.number ?? '' })}</Text>
      <Button size="md" variant="default" loading={busy} onClick={() => void act({ do: 'undo', event: undo.event })}>
        {t('undo.do')}
      </Button>
    </Group>
  );
}

function Stations({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const playing = floor.stations.filter((one) => one.kind === 'headset' || one.kind === 'desktop');
  if (playing.length === 0)
    return (
      <Alert color="teal">
        <Group justify="space-between">
          <Text>{t('noStations')}</Text>
          <Button component={Link} href="/desk/stations" size="md">
            {t('toStations')}
          </Button>
        </Group>
      </Alert>
    );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2, lg: 2, xl: 4 }}>
      {playing.map((station) => (
        <StationCard
          key={station.id}
          station={station}
          turn={floor.turns.find((one) => one.id === station.turn)}
          floor={floor}
        />
      ))}
    </SimpleGrid>
  );
}

function Estimates({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const shown = floor.estimates.filter((one) => one.waiting > 0 || one.stations > 0);
  return (
    <Stack gap={4}>
      {shown.map((one) => {
        const { key, fill } = working(one);
        return (
          <Group key={one.place} gap="sm">
            <Badge size="lg" color="teal.8">
              {t(`place.${one.place}`)}
            </Badge>
            <Text>
              {one.wait_min === null ? t('wait.unknown') : t('wait.now', { minutes: one.wait_min })}
              {' – '}
              {t(`working.${key}`, fill)}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}

function Notes({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  if (floor.notes.length === 0) return null;
  return (
    <Stack gap={4}>
      <Title order={2} size="h4">
        {t('notes')}
      </Title>
      {floor.notes.map((note) => (
        <Text key={note.id}>
          {new Date(note.at_ms).toTimeString().slice(0, 5)} · {t(`note.${note.kind}`)} · {note.number ?? '–'}{' '}
          {note.text && `· ${note.text}`}
        </Text>
      ))}
    </Stack>
  );
}
