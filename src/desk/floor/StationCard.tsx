/** One station: who is there, how the run goes, and the one act that comes next; all else is behind a button. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePackWords } from '../../text/packs.ts';
import type { Floor, Station, Turn } from '../../wire/floor.ts';
import { CallDialog } from './CallDialog.tsx';
import { asking, clock, type NextAct, nextAct } from './floor.ts';
import { SureAct } from './SureAct.tsx';
import { TurnDrawer } from './TurnDrawer.tsx';
import { useActs } from './useFloor.ts';

interface Props {
  station: Station;
  turn: Turn | undefined;
  floor: Floor;
}

const COLOURS: Record<NextAct, string> = {
  call: 'teal',
  beside: 'orange',
  wait: 'orange',
  running: 'blue',
  paused: 'orange',
  wipe: 'grape',
  open: 'gray',
  gone: 'red',
};

export function StationCard({ station, turn, floor }: Props) {
  const { t } = useTranslation('floor');
  const [opened, setOpened] = useState<'call' | 'more' | null>(null);
  const next = nextAct(station, turn);
  return (
    <Card
      withBorder
      padding="md"
      component="section"
      aria-label={station.name}
      data-station={station.name}
      data-next={next}
      style={{ borderTop: `6px solid var(--mantine-color-${COLOURS[next]}-7)` }}
    >
      <Stack gap="sm" h="100%" justify="space-between">
        <Group justify="space-between" wrap="nowrap">
          <Title order={2} size="h3">
            {station.name}
          </Title>
          <Badge size="lg" color={`${COLOURS[next]}.9`}>
            {t(`next.${next}`)}
          </Badge>
        </Group>
        {turn ? <OnTurn turn={turn} station={station} now_ms={floor.server_ms} /> : <Idle station={station} />}
        <Acts station={station} turn={turn} next={next} open={setOpened} />
      </Stack>
      {opened === 'call' && (
        <CallDialog station={station} floor={floor} ticket={null} onClose={() => setOpened(null)} />
      )}
      {opened === 'more' && <TurnDrawer station={station} turn={turn} floor={floor} onClose={() => setOpened(null)} />}
    </Card>
  );
}

function Idle({ station }: { station: Station }) {
  const { t } = useTranslation('floor');
  return (
    <Text size="lg">
      {t(`kind.${station.kind}`)} · {t(station.connected ? 'connected' : 'notConnected')}
    </Text>
  );
}

function OnTurn({ turn, station, now_ms }: { turn: Turn; station: Station; now_ms: number }) {
  const { t } = useTranslation('floor');
  const [scenario = '', variant = ''] = turn.variant.split('/');
  const words = usePackWords(scenario, variant);
  const { live } = station;
  const running = turn.state === 'running' || turn.state === 'paused';
  return (
    <Stack gap={2}>
      <Group gap="md" align="baseline">
        <Text fw={800} style={{ fontSize: 40, lineHeight: 1.1 }}>
          {turn.number}
        </Text>
        {running && live && (
          <Text fw={600} size="xl" style={{ fontVariantNumeric: 'tabular-nums' }}>
            {clock(live.elapsed_s)}
          </Text>
        )}
        {running && live?.score !== null && live?.score !== undefined && (
          <Badge size="lg" color="teal.9">
            {t('points', { points: Math.round(live.score) })}
          </Badge>
        )}
      </Group>
      <Text size="lg">
        {words?.variant ?? turn.variant} · {t(`mode.${turn.mode}`)}
        {turn.crew && ` · ${t('crewOf', { count: turn.watchers.filter((one) => !one.left).length })}`}
      </Text>
      {running && live?.stage && (
        <Text fw={600} size="lg">
          {words?.stages[live.stage] ?? live.stage}
        </Text>
      )}
      <Group gap="xs">
        {!station.connected && turn.state !== 'called' && (
          <Badge size="lg" color="red.9">
            {t('lost')}
          </Badge>
        )}
        {station.connected && running && live?.controllers === 'one' && (
          <Badge size="lg" color="red.9">
            {t('oneController')}
          </Badge>
        )}
        {station.connected && running && live?.controllers === 'none' && (
          <Badge size="lg" color="red.9">
            {t('noController')}
          </Badge>
        )}
        {station.connected && running && live && !live.attended && (
          <Badge size="lg" color="orange.9">
            {t('unattended')}
          </Badge>
        )}
        {asking(turn, now_ms) && (
          <Badge size="lg" color="blue.9">
            {t('questionOpen')}
          </Badge>
        )}
        {turn.stopping && (
          <Badge size="lg" color="gray.8">
            {t('stopping')}
          </Badge>
        )}
        {turn.pause === 'swap' && (
          <Badge size="lg" color="orange.9">
            {t('swapping', { number: turn.number })}
          </Badge>
        )}
      </Group>
    </Stack>
  );
}

interface ActsProps {
  station: Station;
  turn: Turn | undefined;
  next: NextAct;
  open: (what: 'call' | 'more') => void;
}

function Acts({ station, turn, next, open }: ActsProps) {
  const { t } = useTranslation('floor');
  const more = (
    <Button
      size="lg"
      px="md"
      variant="default"
      style={{ flexShrink: 0 }}
      onClick={() => open('more')}
      data-testid="more"
    >
      {t('more')}
    </Button>
  );
  if (turn && next === 'beside') return <Called turn={turn} more={more} />;
  if (turn && (next === 'running' || next === 'paused')) return <Running turn={turn} next={next} more={more} />;
  if (turn && next === 'gone')
    return (
      <Stack gap="xs">
        <Text>{t('goneHelp')}</Text>
        <Group wrap="nowrap" gap="xs">
          <SureAct
            command={{ do: 'fault', turn: turn.id, reason: '' }}
            sentence={t('sure.fault')}
            does={t('do.fault')}
            c="red.9"
            flex={1}
            testid="fault"
          />
          {more}
        </Group>
      </Stack>
    );
  if (next === 'wait')
    return (
      <Stack gap="xs">
        <Text>{t('waitHelp')}</Text>
        <Group justify="flex-end">{more}</Group>
      </Stack>
    );
  return (
    <Group wrap="nowrap" gap="xs">
      <FreeAct station={station} next={next} onCall={() => open('call')} />
      {more}
    </Group>
  );
}

/** Nobody is at it: call, wipe or open again. */
function FreeAct({ station, next, onCall }: { station: Station; next: NextAct; onCall: () => void }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const big = { size: 'lg', flex: 1, loading: busy } as const;
  if (next === 'wipe')
    return (
      <Button
        {...big}
        color="grape.9"
        onClick={() => void act({ do: 'wiped', station: station.id })}
        data-testid="wiped"
      >
        {t('wiped')}
      </Button>
    );
  if (next === 'open')
    return (
      <Button {...big} variant="default" onClick={() => void act({ do: 'open-station', station: station.id })}>
        {t('openStation')}
      </Button>
    );
  return (
    <Button {...big} onClick={onCall} data-testid="call">
      {t('callNext')}
    </Button>
  );
}

function Running({ turn, next, more }: { turn: Turn; next: 'running' | 'paused'; more: React.ReactNode }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const word = next === 'paused' ? 'resume' : 'pause';
  return (
    <Stack gap="xs">
      {turn.pause === 'swap' && <Text>{t('swapHelp', { number: turn.number })}</Text>}
      <Group wrap="nowrap" gap="xs">
        <Button
          size="lg"
          flex={1}
          px="sm"
          loading={busy}
          variant={word === 'resume' ? 'filled' : 'default'}
          onClick={() => void act({ do: word, turn: turn.id })}
          data-testid={word}
        >
          {t(word)}
        </Button>
        <SureAct
          command={{ do: 'end', turn: turn.id }}
          sentence={t('sure.end')}
          does={t('do.end')}
          label={t('end')}
          disabled={turn.stopping}
          c={turn.stopping ? undefined : 'red.9'}
          flex={1}
          px="sm"
          testid="end"
        />
        {more}
      </Group>
    </Stack>
  );
}

/** The visitor was called: somebody says that they stand beside them, or that nobody came. */
function Called({ turn, more }: { turn: Turn; more: React.ReactNode }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const quiet = { size: 'lg', px: 'xs', variant: 'default' } as const;
  return (
    <Stack gap="xs">
      <Text>{t('besideHelp')}</Text>
      <Button
        size="xl"
        h="auto"
        mih={64}
        py="xs"
        fullWidth
        loading={busy}
        onClick={() => void act({ do: 'beside', turn: turn.id })}
        data-testid="beside"
        styles={{ label: { whiteSpace: 'normal', textAlign: 'center' } }}
      >
        {t('beside', { number: turn.number })}
      </Button>
      <Group gap="xs" grow preventGrowOverflow={false} wrap="nowrap">
        <Button {...quiet} onClick={() => void act({ do: 'call-again', turn: turn.id })}>
          {t('callAgain')}
        </Button>
        <Button {...quiet} onClick={() => void act({ do: 'skip', ticket: turn.ticket })}>
          {t('skip')}
        </Button>
      </Group>
      <Group gap="xs" grow preventGrowOverflow={false} wrap="nowrap">
        <SureAct
          {...quiet}
          command={{ do: 'no-show', ticket: turn.ticket }}
          sentence={t('sure.noShow', { number: turn.number })}
          does={t('noShow')}
        />
        {more}
      </Group>
    </Stack>
  );
}
