/** The month in numbers, each group counted with its like and with no others, and the sheets a manager takes away. */
import { Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Participation, type ParticipationRow } from '../wire/runs.ts';
import type { Me } from '../wire/staff.ts';
import { useAsk } from './ask.ts';
import { FiguresShown } from './openings/FiguresShown.tsx';
import { Shown } from './Shown.tsx';
import { useTimes } from './times.ts';
import { VariantName } from './VariantName.tsx';

/** @returns 2026-11, the month it is now in the hall (UTC+8) */
function monthNow(): string {
  return new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7);
}

const COUNTS = ['runs', 'finished', 'failed', 'abandoned', 'technicalFault', 'passed'] as const;

function Line({ row }: { row: ParticipationRow }) {
  const { t } = useTranslation('desk');
  const { number, percent } = useTimes();
  return (
    <Table.Tr>
      <Table.Td>
        <VariantName scenario={row.scenario} variant={row.variant} />
      </Table.Td>
      <Table.Td>{t(`mode.${row.mode}`)}</Table.Td>
      <Table.Td>{t(`how.${row.how}`)}</Table.Td>
      <Table.Td>{t(`role.${row.role}`)}</Table.Td>
      {COUNTS.map((count) => (
        <Table.Td key={count} className="number">
          {number(row[count])}
        </Table.Td>
      ))}
      <Table.Td className="number">{percent(row.passRate_frac)}</Table.Td>
      <Table.Td className="number">{number(row.meanScore, 1)}</Table.Td>
      <Table.Td className="number">{number(row.secondTries)}</Table.Td>
    </Table.Tr>
  );
}

function Counts({ rows }: { rows: ParticipationRow[] }) {
  const { t } = useTranslation('desk');
  const words = ['drill', 'mode', 'how', 'role'];
  const numbers = [...COUNTS, 'passRate', 'meanScore', 'secondTries'];
  return (
    <Table.ScrollContainer minWidth={900}>
      <Table className="desk-table">
        <Table.Thead>
          <Table.Tr>
            {words.map((word) => (
              <Table.Th key={word}>{t(`run.${word}`)}</Table.Th>
            ))}
            {numbers.map((word) => (
              <Table.Th key={word} className="number">
                {t(`count.${word}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line key={[row.variant, row.mode, row.how, row.role].join()} row={row} />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Sheets({ month }: { month: string }) {
  const { t, i18n } = useTranslation('desk');
  const asks = new URLSearchParams({ month, language: i18n.language === 'en' ? 'en' : 'zh-CN' });
  return (
    <Group>
      <Button component="a" href={`/api/exports/summary.csv?${asks}`} download>
        {t('export.summary')}
      </Button>
      <Button component="a" variant="default" href={`/api/exports/rows.csv?${asks}`} download>
        {t('export.rows')}
      </Button>
    </Group>
  );
}

export function ParticipationPage({ me }: { me: Me }) {
  const { t } = useTranslation('desk');
  const [month, setMonth] = useState(monthNow);
  const asked = useAsk(`/api/participation?month=${month}`, Participation);
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('way.participation')}
      </Title>
      <Shown asked={asked}>
        {({ rows, figures, conflicts, months }) => (
          <Stack>
            <Select
              label={t('filter.month')}
              data={[...new Set([monthNow(), month, ...months])].sort().reverse()}
              value={month}
              allowDeselect={false}
              onChange={(value) => value && setMonth(value)}
              maw={200}
            />
            <FiguresShown figures={figures} />
            {rows.length === 0 ? <Text>{t('count.none')}</Text> : <Counts rows={rows} />}
            <Text size="sm">{t('count.rule')}</Text>
            <Text size="sm">{t('count.people')}</Text>
            {conflicts > 0 && <Text size="sm">{t('count.conflicts', { count: conflicts })}</Text>}
            {me.role === 'manager' ? <Sheets month={month} /> : <Text size="sm">{t('export.managers')}</Text>}
          </Stack>
        )}
      </Shown>
    </Stack>
  );
}
