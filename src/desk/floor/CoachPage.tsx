/** The coach's view: the run as it happens, its marks as they fall, and the trainer's three interventions. */
import { Alert, Badge, Button, Group, Loader, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type LivePiece, openLive } from '../../post/live.ts';
import { usePackWords } from '../../text/packs.ts';
import type { Floor, Turn } from '../../wire/floor.ts';
import { players } from '../players.ts';
import { ActRefused } from './ActRefused.tsx';
import { CrewBox } from './CrewBox.tsx';
import { clock } from './floor.ts';
import { Interventions } from './Interventions.tsx';
import { ActContext, useAct, useFloor } from './useFloor.ts';

const LiveShow = lazy(async () => ({ default: (await players()).LiveShow }));

interface MarkNow {
  rule: string;
  points: number;
  at_s: number | null;
}

export function CoachPage({ id }: { id: string }) {
  const { t } = useTranslation('floor');
  const { floor, stale } = useFloor();
  const acting = useAct();
  const turn = floor?.turns.find((one) => one.id === id);
  const station = floor?.stations.find((one) => one.id === turn?.station);
  if (!floor) return <Loader role="status" aria-label={t('loading')} />;
  return (
    <ActContext.Provider value={acting}>
      <Stack>
        <Group justify="space-between">
          <Title order={1} size="h2">
            {turn ? t('ofTurn', { number: turn.number, station: station?.name ?? '' }) : t('coach.gone')}
          </Title>
          <Button component={Link} href="/desk/floor" size="md" variant="default">
            {t('coach.back')}
          </Button>
        </Group>
        {stale && (
          <Alert color="orange" role="status">
            {t('stale')}
          </Alert>
        )}
        <ActRefused />
        {turn && turn.state !== 'over' && (
          <Watching turn={turn} floor={floor} elapsed_s={station?.live?.elapsed_s ?? 0} />
        )}
        {turn?.state === 'over' && <Text>{t(`end.${turn.end ?? 'finished'}`)}</Text>}
      </Stack>
    </ActContext.Provider>
  );
}

interface WatchingProps {
  turn: Turn;
  floor: Floor;
  elapsed_s: number;
}

function Watching({ turn, floor, elapsed_s }: WatchingProps) {
  const { t } = useTranslation('floor');
  const [scenario = '', variant = ''] = turn.variant.split('/');
  const words = usePackWords(scenario, variant);
  const [head, setHead] = useState<unknown>(null);
  const [viewpoint, setViewpoint] = useState<'outside' | 'eyes'>('outside');
  const [stage, setStage] = useState<string | null>(null);
  const [marks, setMarks] = useState<MarkNow[]>([]);
  const live = useMemo(() => openLive(turn.id), [turn.id]);
  useEffect(() => live.onHead(setHead), [live]);
  const subscribe = useCallback((onPiece: (piece: LivePiece) => void) => live.onPiece(onPiece), [live]);
  return (
    <Stack>
      <Group gap="md">
        <Text fw={700} size="xl" style={{ fontVariantNumeric: 'tabular-nums' }}>
          {clock(elapsed_s)}
        </Text>
        {stage && <Badge size="xl">{words?.stages[stage] ?? stage}</Badge>}
        <SegmentedControl
          size="md"
          aria-label={t('coach.view')}
          value={viewpoint}
          data={[
            { value: 'outside', label: t('coach.outside') },
            { value: 'eyes', label: t('coach.eyes') },
          ]}
          onChange={(value) => setViewpoint(value as typeof viewpoint)}
        />
      </Group>
      {head === null ? (
        <Text role="status">{t('coach.waiting')}</Text>
      ) : (
        <Suspense fallback={<Loader aria-label={t('loading')} />}>
          <LiveShow
            head={head}
            subscribe={subscribe}
            viewpoint={viewpoint}
            lite
            onStage={setStage}
            onView={(view) => {
              setStage(view.stage);
              setMarks(view.marks.filter((mark) => mark.at_s !== null));
            }}
          />
        </Suspense>
      )}
      <Interventions turn={turn} />
      {turn.crew && <CrewBox turn={turn} floor={floor} />}
      <Stack gap={4} aria-live="polite" data-testid="marks">
        <Title order={2} size="h4">
          {t('coach.marks')}
        </Title>
        {marks.length === 0 && <Text>{t('coach.noMarks')}</Text>}
        {marks
          .toSorted((a, b) => (b.at_s ?? 0) - (a.at_s ?? 0))
          .map((mark) => (
            <Group key={mark.rule} gap="sm">
              <Badge color={mark.points > 0 ? 'teal.8' : mark.points < 0 ? 'red.9' : 'gray.8'}>{mark.points}</Badge>
              <Text>
                {clock(mark.at_s ?? 0)} · {words?.rules[mark.rule]?.title ?? mark.rule}
              </Text>
            </Group>
          ))}
      </Stack>
    </Stack>
  );
}
