/** The hall now: stations with their one next act, the queue, and what can be taken back. */
import { Alert, Badge, Button, Center, Grid, Group, Loader, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Floor } from '../../wire/floor.ts';
import { AskError } from '../ask.ts';
import { Refused } from '../Shown.tsx';
import { useTimes } from '../times.ts';
import { working } from './floor.ts';
import { Queue } from './Queue.tsx';
import { StationCard } from './StationCard.tsx';
import { ActTrouble } from './Told.tsx';
import { ActContext, useAct, useActs, useFloor } from './useFloor.ts';

/** Says that what is shown may be old, or why the hall shows nothing. */
export function Stale() {
  const { t } = useTranslation('floor');
  const { stale, trouble } = useFloor();
  if (!stale) return null;
  if (trouble && trouble !== 'no-answer') return <Refused error={new AskError(trouble)} />;
  return (
    <Alert color="orange" role="status" data-testid="stale">
      <Text size="lg">{t('stale')}</Text>
    </Alert>
  );
}

export function FloorLoading() {
  const { t } = useTranslation('floor');
  const { stale } = useFloor();
  if (stale) return <Stale />;
  return (
    <Center p="xl">
      <Loader role="status" aria-label={t('loading')} />
    </Center>
  );
}

export function FloorPage() {
  const { t } = useTranslation('floor');
  const { floor } = useFloor();
  const acting = useAct();
  if (!floor) return <FloorLoading />;
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
        <Stack className="floor-told" gap="xs">
          <Stale />
          <ActTrouble />
          <Undo floor={floor} />
        </Stack>
        <Grid gap="lg">
          <Grid.Col span={{ base: 12, lg: 8 }}>
            <Stations floor={floor} />
          </Grid.Col>
          <Grid.Col span={{ base: 12, lg: 4 }}>
            <Stack>
              <Queue floor={floor} />
              <Estimates floor={floor} />
            </Stack>
          </Grid.Col>
        </Grid>
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
    <Paper withBorder shadow="xs" px="md" py="xs" data-testid="undo" role="status">
      <Group justify="space-between" wrap="nowrap">
        <Text size="lg">{t(`undo.${undo.what}`, { number: undo.number ?? '' })}</Text>
        <Button
          size="lg"
          variant="default"
          loading={busy}
          style={{ flexShrink: 0 }}
          onClick={() => void act({ do: 'undo', event: undo.event })}
        >
          {t('undo.do')}
        </Button>
      </Group>
    </Paper>
  );
}

function Stations({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const playing = floor.stations.filter((one) => one.kind === 'headset' || one.kind === 'desktop');
  if (playing.length === 0)
    return (
      <Alert color="teal">
        <Group justify="space-between">
          <Text size="lg">{t('noStations')}</Text>
          <Button component={Link} href="/desk/stations" size="lg">
            {t('toStations')}
          </Button>
        </Group>
      </Alert>
    );
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} component="section" aria-label={t('stationsNow')}>
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
    <>
      {shown.map((one) => {
        const { key, fill } = working(one);
        return (
          <Paper key={one.place} withBorder p="sm">
            <Group gap="sm">
              <Badge size="lg" color="teal.9">
                {t(`place.${one.place}`)}
              </Badge>
              <Text fw={600} size="lg">
                {one.wait_min === null
                  ? t('wait.unknown')
                  : one.wait_min === 0
                    ? t('wait.none')
                    : t('wait.now', { minutes: one.wait_min })}
              </Text>
            </Group>
            <Text mt={4}>{t(`working.${key}`, fill)}</Text>
          </Paper>
        );
      })}
    </>
  );
}

function Notes({ floor }: { floor: Floor }) {
  const { t } = useTranslation('floor');
  const { time } = useTimes();
  if (floor.notes.length === 0) return null;
  return (
    <Stack gap={4} component="section" aria-label={t('notes')}>
      <Title order={2} size="h3">
        {t('notes')}
      </Title>
      {floor.notes.map((note) => (
        <Text key={note.id}>
          {[
            time(note.at_ms).slice(-5),
            t(`note.${note.kind}`),
            note.number,
            floor.stations.find((one) => one.id === note.station)?.name,
            note.text,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      ))}
    </Stack>
  );
}
