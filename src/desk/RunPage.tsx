/** One run's debrief: what it came to, every mark with its rule and reason, and the run played again from its tape. */

import { Alert, Anchor, Badge, Button, Group, Loader, Stack, Table, Text, Title } from '@mantine/core';
import { Component, lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type PackWords, usePackWords } from '../text/packs.ts';
import type { HallReply, HallSettings } from '../wire/hall.ts';
import { RunReply, type RunRow } from '../wire/runs.ts';
import type { Attempt, MarkRow, Session } from '../wire/session.ts';
import { useAsk } from './ask.ts';
import { players } from './players.ts';
import { Shown } from './Shown.tsx';
import { useTimes } from './times.ts';

/** The one way from the desk to the stage, lazy: the desk's own bundle holds no three. */
const TapePlayer = lazy(async () => ({ default: (await players()).TapePlayer }));

/** A tape that cannot be played, or a browser without WebGL, leaves the marks readable. */
class PlayerGuard extends Component<{ sentence: string; children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  override render() {
    return this.state.broken ? <Alert color="orange">{this.props.sentence}</Alert> : this.props.children;
  }
}

function filled(text: string, settings: HallSettings | null): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => settings?.[name as keyof HallSettings] ?? whole);
}

interface MarksProps {
  marks: MarkRow[];
  critical: string[];
  words: PackWords | null;
  settings: HallSettings | null;
}

function Marks({ marks, critical, words, settings }: MarksProps) {
  const { t } = useTranslation('desk');
  const { number, length } = useTimes();
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table className="desk-table">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('mark.rule')}</Table.Th>
            <Table.Th>{t('mark.what')}</Table.Th>
            <Table.Th>{t('mark.stage')}</Table.Th>
            <Table.Th className="number">{t('mark.at')}</Table.Th>
            <Table.Th className="number">{t('mark.points')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {marks.map((mark, i) => (
            <Table.Tr key={`${mark.rule}-${i}`} data-rule={mark.rule}>
              <Table.Td>
                <Badge color={critical.includes(mark.rule) ? 'red' : mark.points > 0 ? 'teal' : 'gray'} variant="light">
                  {mark.rule}
                </Badge>
              </Table.Td>
              <Table.Td>
                <Text fw={600}>{filled(words?.rules[mark.rule]?.title ?? mark.rule, settings)}</Text>
                <Text size="sm">{filled(words?.rules[mark.rule]?.reason ?? '', settings)}</Text>
              </Table.Td>
              <Table.Td>{words?.stages[mark.stage] ?? mark.stage}</Table.Td>
              <Table.Td className="number">{mark.at_s === null ? '—' : length(mark.at_s)}</Table.Td>
              <Table.Td className="number">
                {mark.max > 0 ? `${number(mark.points, 1)} / ${number(mark.max)}` : number(mark.points, 1)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface TryProps {
  attempt: Attempt;
  which: 1 | 2;
  mode: Session['mode'];
  words: PackWords | null;
  settings: HallSettings | null;
}

function Try({ attempt, which, mode, words, settings }: TryProps) {
  const { t } = useTranslation('desk');
  const { number, length } = useTimes();
  const decided = attempt.ended === 'finished' || attempt.ended === 'failed';
  const ending = attempt.ending && (words?.endings[attempt.ending] ?? attempt.ending);
  return (
    <Stack gap="xs" data-attempt={which}>
      <Title order={2} size="h4">
        {t(`attempt.${which}`)}
      </Title>
      <Group gap="sm">
        <Badge color="gray">{t(`ended.${attempt.ended}`)}</Badge>
        {decided && mode === 'assess' && (
          <Badge color={attempt.passed ? 'teal' : 'red'}>{t(attempt.passed ? 'run.passed' : 'run.notPassed')}</Badge>
        )}
        {attempt.grade && <Badge variant="outline">{t(`grade.${attempt.grade}`)}</Badge>}
        <Text>{t('attempt.score', { score: number(attempt.score) })}</Text>
        <Text>{length(attempt.duration_s)}</Text>
        {ending && <Text>{filled(ending, settings)}</Text>}
      </Group>
      {attempt.critical.length > 0 && (
        <Alert color="red">{t('attempt.critical', { rules: attempt.critical.join(' ') })}</Alert>
      )}
      {attempt.marks.length === 0 ? (
        <Text>{t('mark.none')}</Text>
      ) : (
        <Marks marks={attempt.marks} critical={attempt.critical} words={words} settings={settings} />
      )}
    </Stack>
  );
}

function Replay({ session }: { session: Session }) {
  const { t } = useTranslation('desk');
  const [open, setOpen] = useState(false);
  if (session.tape === null) return <Text>{t('replay.noTape')}</Text>;
  if (!open)
    return (
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        {t('replay.open')}
      </Button>
    );
  return (
    <PlayerGuard sentence={t('replay.broken')}>
      <Suspense fallback={<Loader role="status" aria-label={t('loading')} />}>
        <TapePlayer session={session} />
      </Suspense>
    </PlayerGuard>
  );
}

function Debrief({ run, session, settings }: { run: RunRow; session: Session; settings: HallSettings | null }) {
  const { t } = useTranslation('desk');
  const { time } = useTimes();
  const words = usePackWords(run.scenario, run.variant);
  const shared = { mode: run.mode, words, settings };
  return (
    <Stack>
      <Title order={1} size="h2">
        {words?.variant ?? run.variant}
      </Title>
      <Text>
        {[
          time(run.began_ms),
          t(`datedBy.${run.dated_by}`),
          t(`mode.${run.mode}`),
          t(`how.${run.how}`),
          t(`role.${run.role}`),
          t('run.version', { version: run.version }),
        ].join(' · ')}
      </Text>
      <Text size="sm" c="gray.7">
        {run.id}
      </Text>
      <Try attempt={session.first} which={1} {...shared} />
      {session.second && <Try attempt={session.second} which={2} {...shared} />}
      <Replay session={session} />
    </Stack>
  );
}

export function RunPage({ id, hall }: { id: string; hall: HallReply }) {
  const { t } = useTranslation('desk');
  const asked = useAsk(`/api/runs/${encodeURIComponent(id)}`, RunReply);
  return (
    <Stack>
      <Anchor component={Link} href="/desk/runs">
        {t('run.back')}
      </Anchor>
      <Shown asked={asked}>
        {({ run, session }) => <Debrief run={run} session={session} settings={hall.settings} />}
      </Shown>
    </Stack>
  );
}
