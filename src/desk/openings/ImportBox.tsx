/** A list of groups from a spreadsheet: shown row by row with what is wrong in it, and booked only when somebody says so. */
import { Alert, Badge, Button, Card, FileButton, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ImportDone, ImportPreview, type ImportRow, MAX_IMPORT_ROWS } from '../../wire/openings.ts';
import type { AskError } from '../ask.ts';
import { Refused } from '../Shown.tsx';
import { useSend } from '../useSend.ts';
import { upload } from './upload.ts';

/** rows of a long list that are drawn; the bad ones come first, so none of them is hidden behind good ones [D] */
const MOST_SHOWN = 200;

interface ImportBoxProps {
  opening: string;
  onDone: () => void;
}

export function ImportBox({ opening, onDone }: ImportBoxProps) {
  const { t } = useTranslation('openings');
  const [sent_frac, setSent] = useState<number | null>(null);
  const [error, setError] = useState<AskError | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [done, setDone] = useState<ImportDone | null>(null);
  async function look(file: File | null) {
    if (!file) return;
    setError(null);
    setDone(null);
    setPreview(null);
    setSent(0);
    const path = `/api/openings/${opening}/import/preview?${new URLSearchParams({ name: file.name.slice(-80) })}`;
    await upload(path, ImportPreview, file, setSent).then(setPreview, setError);
    setSent(null);
  }
  return (
    <Card withBorder>
      <Stack>
        <Title order={2} size="h3">
          {t('import.title')}
        </Title>
        <Text size="sm">{t('import.hint', { most: MAX_IMPORT_ROWS })}</Text>
        <FileButton
          onChange={(file) => void look(file)}
          accept=".csv,.txt,.xlsx"
          inputProps={{ 'aria-label': t('import.choose') }}
        >
          {(props) => (
            <Button
              {...props}
              size="md"
              variant="default"
              loading={sent_frac !== null}
              style={{ alignSelf: 'flex-start' }}
            >
              {t('import.choose')}
            </Button>
          )}
        </FileButton>
        {sent_frac !== null && (
          <Progress value={sent_frac * 100} animated aria-label={t('import.sending')} data-testid="import-progress" />
        )}
        {error && <Refused error={error} />}
        {done && (
          <Alert color="teal" role="status" data-testid="import-done">
            {t('import.done', { ...done })}
          </Alert>
        )}
        {preview && (
          <Preview
            opening={opening}
            preview={preview}
            onDrop={() => setPreview(null)}
            onDone={(counts) => {
              setPreview(null);
              setDone(counts);
              onDone();
            }}
          />
        )}
      </Stack>
    </Card>
  );
}

interface PreviewProps {
  opening: string;
  preview: ImportPreview;
  onDrop: () => void;
  onDone: (done: ImportDone) => void;
}

function Preview({ opening, preview, onDrop, onDone }: PreviewProps) {
  const { t } = useTranslation('openings');
  const { busy, error, send } = useSend();
  const { token, good, bad, people } = preview;
  async function confirm() {
    const done = await send(`/api/openings/${opening}/import`, ImportDone, { method: 'POST', body: { token } });
    if (done) onDone(done);
  }
  return (
    <Stack data-testid="import-preview" data-good={good} data-bad={bad}>
      <Group>
        <Badge size="lg" color="teal.8">
          {t('import.good', { count: good })}
        </Badge>
        {bad > 0 && (
          <Badge size="lg" color="red.9">
            {t('import.bad', { count: bad })}
          </Badge>
        )}
        <Text>{t('import.people', { people, encoding: preview.encoding })}</Text>
      </Group>
      {bad > 0 && <Text>{t('import.badHint')}</Text>}
      <Rows preview={preview} />
      {error && <Refused error={error} />}
      <Group>
        <Button
          size="md"
          disabled={good === 0}
          loading={busy}
          onClick={() => void confirm()}
          data-testid="import-confirm"
        >
          {t('import.confirm', { count: good })}
        </Button>
        <Button size="md" variant="default" onClick={onDrop}>
          {t('import.drop')}
        </Button>
      </Group>
    </Stack>
  );
}

function Rows({ preview: { columns, rows } }: { preview: ImportPreview }) {
  const { t } = useTranslation('openings');
  const sorted = rows.toSorted((a, b) => Number(!a.fault) - Number(!b.fault) || a.row - b.row);
  return (
    <>
      <Table.ScrollContainer minWidth={600} mah={480} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table className="desk-table" stickyHeader>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="number">{t('import.row')}</Table.Th>
              <Table.Th>{t('import.verdict')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.slice(0, MOST_SHOWN).map((row) => (
              <Line key={row.row} row={row} columns={columns} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {rows.length > MOST_SHOWN && <Text size="sm">{t('import.more', { count: rows.length - MOST_SHOWN })}</Text>}
    </>
  );
}

function Line({ row: { row, fault, cells }, columns }: { row: ImportRow; columns: string[] }) {
  const { t } = useTranslation('openings');
  return (
    <Table.Tr bg={fault ? 'red.0' : undefined} data-fault={fault?.what}>
      <Table.Td className="number">{row}</Table.Td>
      <Table.Td>
        {fault ? (
          <Text c="red.9" fw={700} size="sm">
            {t('import.fault', {
              column: t(`column.${fault.column}`, { defaultValue: fault.column }),
              what: t(`fault.${fault.what}`, { defaultValue: fault.what }),
            })}
          </Text>
        ) : (
          <Text size="sm">{t('import.fine')}</Text>
        )}
      </Table.Td>
      {columns.map((column, i) => (
        <Table.Td key={column} fw={fault?.column === column ? 700 : undefined}>
          {cells[i] ?? ''}
        </Table.Td>
      ))}
    </Table.Tr>
  );
}
