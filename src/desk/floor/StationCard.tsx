/** One station: who is there, how the run goes, and the one act that comes next; all else is behind a button. */
import { Badge, Box, Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePackWords } from '../../text/packs.ts';
import type { Floor, Station, Turn } from '../../wire/floor.ts';
import { CallDialog } from './CallDialog.tsx';
import { clock, type NextAct, nextAct, SCREENING } from './floor.ts';
import { TurnDrawer } from './TurnDrawer.tsx';
import { useActs } from './useFloor.ts';
import { useRules } from './useRules.ts';

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
      <Stack gap="sm" h="100%">
        <Group justify="space-between" wrap="nowrap">
          <Text fw={700} size="xl">
            {station.name}
          </Text>
          <Badge size="lg" color={`${COLOURS[next]}.9`}>
            {t(`next.${next}`)}
          </Badge>
        </Group>
        {turn ? <OnTurn turn={turn} station={station} /> : <Idle station={station} />}
        <Box mt="auto">
          <Acts station={station} turn={turn} floor={floor} next={next} open={setOpened} />
        </Box>
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
    <Text>
      {t(`kind.${station.kind}`)} · {t(station.connected ? 'connected' : 'notConnected')}
    </Text>
  );
}

function OnTurn({ turn, station }: { turn: Turn; station: Station }) {
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
          <Badge size="lg" color="teal.8">
            {t('points', { points: Math.round(live.score) })}
          </Badge>
        )}
      </Group>
      <Text>
        {words?.variant ?? turn.variant} · {t(`mode.${turn.mode}`)}
        {turn.crew && ` · ${t('crewOf', { count: turn.watchers.filter((one) => !one.left).length })}`}
      </Text>
      {running && live?.stage && <Text fw={600}>{words?.stages[live.stage] ?? live.stage}</Text>}
      <Group gap="xs">
        {!station.connected && turn.state !== 'called' && <Badge color="red.9">{t('lost')}</Badge>}
        {station.connected && running && live?.controllers === 'one' && (
          <Badge color="red.9">{t('oneController')}</Badge>
        )}
        {station.connected && running && live?.controllers === 'none' && (
          <Badge color="red.9">{t('noController')}</Badge>
        )}
        {station.connected && running && live && !live.attended && <Badge color="orange.9">{t('unattended')}</Badge>}
        {turn.stopping && <Badge color="gray.8">{t('stopping')}</Badge>}
        {turn.pause === 'swap' && <Badge color="orange.9">{t('swapping', { number: turn.number })}</Badge>}
      </Group>
    </Stack>
  );
}

interface ActsProps {
  station: Station;
  turn: Turn | undefined;
  floor: Floor;
  next: NextAct;
  open: (what: 'call' | 'more') => void;
}

function Acts({ station, turn, floor, next, open }: ActsProps) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const big = { size: 'lg', fullWidth: true, loading: busy } as const;
  const more = (
    <Button size="lg" variant="default" style={{ flexShrink: 0 }} onClick={() => open('more')} data-testid="more">
      {t('more')}
    </Button>
  );
  if (next === 'call')
    return (
      <Group wrap="nowrap">
        <Button {...big} onClick={() => open('call')} data-testid="call">
          {t('callNext')}
        </Button>
        {more}
      </Group>
    );
  if (next === 'wipe')
    return (
      <Group wrap="nowrap">
        <Button
          {...big}
          color="grape.9"
          onClick={() => void act({ do: 'wiped', station: station.id })}
          data-testid="wiped"
        >
          {t('wiped')}
        </Button>
        {more}
      </Group>
    );
  if (next === 'open')
    return (
      <Button {...big} variant="default" onClick={() => void act({ do: 'open-station', station: station.id })}>
        {t('openStation')}
      </Button>
    );
  if (!turn) return more;
  if (next === 'beside') {
    const grouped = floor.tickets.some((one) => one.id === turn.ticket && one.booking !== null);
    return <Called key={turn.id} turn={turn} screens={grouped && station.kind === 'headset'} more={more} />;
  }
  if (next === 'gone')
    return (
      <Group wrap="nowrap">
        <Button
          {...big}
          color="red.9"
          onClick={() => void act({ do: 'fault', turn: turn.id, reason: '' })}
          data-testid="fault"
        >
          {t('fault')}
        </Button>
        {more}
      </Group>
    );
  return (
    <Group wrap="nowrap">
      {next !== 'wait' && (
        <Button
          {...big}
          variant={next === 'paused' ? 'filled' : 'default'}
          onClick={() => void act({ do: next === 'paused' ? 'resume' : 'pause', turn: turn.id })}
          data-testid={next === 'paused' ? 'resume' : 'pause'}
        >
          {t(next === 'paused' ? 'resume' : 'pause')}
        </Button>
      )}
      {more}
    </Group>
  );
}

interface CalledProps {
  turn: Turn;
  /** one of a group, whom nobody has asked the screening card yet */
  screens: boolean;
  more: React.ReactNode;
}

/** The visitor was called: somebody says that they stand beside them, or that nobody came. */
function Called({ turn, screens, more }: CalledProps) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const [none, setNone] = useState(false);
  return (
    <Stack gap="xs">
      {screens && <Screening turn={turn} none={none} onNone={setNone} />}
      <Text size="sm">{t('besideHelp')}</Text>
      <Button
        size="xl"
        fullWidth
        loading={busy}
        disabled={screens && !none}
        onClick={() => void act({ do: 'beside', turn: turn.id })}
        data-testid="beside"
        styles={{ label: { whiteSpace: 'normal' } }}
      >
        {t('beside', { number: turn.number })}
      </Button>
      <Group gap="xs" grow>
        <Button size="md" px="xs" variant="default" onClick={() => void act({ do: 'call-again', turn: turn.id })}>
          {t('callAgain')}
        </Button>
        <Button size="md" px="xs" variant="default" onClick={() => void act({ do: 'skip', ticket: turn.ticket })}>
          {t('skip')}
        </Button>
        <Button size="md" px="xs" variant="default" onClick={() => void act({ do: 'no-show', ticket: turn.ticket })}>
          {t('noShow')}
        </Button>
      </Group>
      {more}
    </Stack>
  );
}

interface ScreeningProps {
  turn: Turn;
  none: boolean;
  onNone: (none: boolean) => void;
}

/** The screening card of one of a group, asked where they stand; what is answered stays here. */
function Screening({ turn, none, onNone }: ScreeningProps) {
  const { t, i18n } = useTranslation('floor');
  const { act, busy } = useActs();
  const rules = useRules();
  const list = new Intl.ListFormat(i18n.language, { type: 'disjunction' });
  const asked = list.format(SCREENING.map((word) => t(`screen.${word}`, { height: rules.headsetFrom_cm })));
  return (
    <Stack gap="xs" data-testid="screening">
      <Text>{t('screenFirst', { asked })}</Text>
      <Checkbox
        size="lg"
        label={t('screenNone')}
        checked={none}
        onChange={(event) => onNone(event.currentTarget.checked)}
      />
      <Button
        size="md"
        variant="default"
        loading={busy}
        onClick={() => void act({ do: 'place', ticket: turn.ticket, place: 'desktop' })}
        data-testid="to-desktop"
      >
        {t('screenAny')}
      </Button>
    </Stack>
  );
}
