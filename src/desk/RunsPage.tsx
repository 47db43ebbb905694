/** All runs, newest first, by pages; each leads to its debrief. */
import { Anchor, Badge, Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { ConflictRows, RunPage as Page, type RunRow } from '../wire/runs.ts';
import { useAsk } from './ask.ts';
import { Shown } from './Shown.tsx';
import { useTimes } from './times.ts';
import { VariantName } from './VariantName.tsx';

interface Filter {
  month: string | null;
  scenario: string | null;
  mode: string | null;
}

/** Judged runs show passed or not; an abandoned run or a fault shows that, never a fail. */
function Outcome({ run }: { run: RunRow }) {
  const { t } = useTranslation('desk');
  const decided = run.ended === 'finished' || run.ended === 'failed';
  if (decided && run.mode === 'assess')
    return <Badge color={run.passed ? 'teal' : 'red'}>{t(run.passed ? 'run.passed' : 'run.notPassed')}</Badge>;
  return (
    <Badge color="gray" variant="light">
      {t(`ended.${run.ended}`)}
    </Badge>
  );
}

function RunTable({ runs }: { runs: RunRow[] }) {
  const { t } = useTranslation('desk');
  const { time, length, number } = useTimes();
  const heads = ['time', 'drill', 'mode', 'how', 'outcome'];
  return (
    <Table.ScrollContainer minWidth={720}>
      <Table className="desk-table" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{t(`run.${head}`)}</Table.Th>
            ))}
            <Table.Th className="number">{t('run.score')}</Table.Th>
            <Table.Th className="number">{t('run.length')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id} data-run={run.id}>
              <Table.Td>
                <Anchor component={Link} href={`/desk/runs/${run.id}`}>
                  {time(run.began_ms)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                <VariantName scenario={run.scenario} variant={run.variant} />
              </Table.Td>
              <Table.Td>{t(`mode.${run.mode}`)}</Table.Td>
              <Table.Td>{run.role === 'observed' ? t('role.observed') : t(`how.${run.how}`)}</Table.Td>
              <Table.Td>
                <Outcome run={run} />
              </Table.Td>
              <Table.Td className="number">{number(run.score)}</Table.Td>
              <Table.Td className="number">{length(run.duration_s)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Filters({ page, filter, set }: { page: Page; filter: Filter; set: (filter: Filter) => void }) {
  const { t } = useTranslation('desk');
  const choices: [keyof Filter, { value: string; label: string }[]][] = [
    ['month', page.months.map((value) => ({ value, label: value }))],
    ['scenario', page.scenarios.map((value) => ({ value, label: t(`scenario.${value}`, { defaultValue: value }) }))],
    ['mode', ['learn', 'assess'].map((value) => ({ value, label: t(`mode.${value}`) }))],
  ];
  return (
    <Group>
      {choices.map(([name, data]) => (
        <Select
          key={name}
          label={t(`filter.${name}`)}
          placeholder={t('filter.all')}
          clearable
          data={data}
          value={filter[name]}
          onChange={(value) => set({ ...filter, [name]: value })}
        />
      ))}
    </Group>
  );
}

function KeptAside() {
  const { t } = useTranslation('desk');
  const { time } = useTimes();
  const asked = useAsk('/api/conflicts', ConflictRows);
  if (asked.state !== 'ready' || asked.value.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2} size="h4">
        {t('conflict.title', { count: asked.value.length })}
      </Title>
      <Text size="sm">{t('conflict.what')}</Text>
      {asked.value.map((one) => (
        <Text size="sm" key={one.sha256}>
          {`${time(one.received_ms)} · ${one.device} · `}
          <Anchor component={Link} href={`/desk/runs/${one.runId}`}>
            {one.runId}
          </Anchor>
        </Text>
      ))}
    </Stack>
  );
}

export function RunsPage() {
  const { t } = useTranslation('desk');
  const [filter, setFilter] = useState<Filter>({ month: null, scenario: null, mode: null });
  /** where each page shown so far begins; the last is the one shown */
  const [places, setPlaces] = useState<(string | null)[]>([null]);
  const asks = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, after: places.at(-1) })) if (value) asks.set(name, value);
  const asked = useAsk(`/api/runs?${asks}`, Page);
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('way.runs')}
      </Title>
      <Shown asked={asked}>
        {(page) => (
          <Stack>
            <Filters
              page={page}
              filter={filter}
              set={(next) => {
                setFilter(next);
                setPlaces([null]);
              }}
            />
            {page.runs.length === 0 ? (
              <Text>{t(page.months.length === 0 ? 'run.none' : 'run.noneLike')}</Text>
            ) : (
              <RunTable runs={page.runs} />
            )}
            <Group>
              <Button
                variant="default"
                disabled={places.length === 1}
                onClick={() => setPlaces((before) => before.slice(0, -1))}
              >
                {t('newer')}
              </Button>
              <Button
                variant="default"
                disabled={page.next === null}
                onClick={() => setPlaces((before) => [...before, page.next])}
              >
                {t('older')}
              </Button>
            </Group>
          </Stack>
        )}
      </Shown>
      <KeptAside />
    </Stack>
  );
}
