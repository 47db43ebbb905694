/** All that can be done at a station beside its one next act: comfort, the trainer's hand, watchers, notes, faults, closing. */
import { Button, Drawer, Group, Radio, SegmentedControl, Stack, Switch, Text, Textarea, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { type Comfort, type Floor, NOTE_KINDS, type Station, type Turn } from '../../wire/floor.ts';
import { ActRefused } from './ActRefused.tsx';
import { CrewBox } from './CrewBox.tsx';
import { Interventions } from './Interventions.tsx';
import { useActs } from './useFloor.ts';

interface Props {
  station: Station;
  turn: Turn | undefined;
  floor: Floor;
  onClose: () => void;
}

export function TurnDrawer({ station, turn, floor, onClose }: Props) {
  const { t } = useTranslation('floor');
  const running = turn?.state === 'running' || turn?.state === 'paused';
  return (
    <Drawer
      opened
      closeButtonProps={{ 'aria-label': t('back') }}
      onClose={onClose}
      position="right"
      size="md"
      title={turn ? t('ofTurn', { number: turn.number, station: station.name }) : station.name}
    >
      <Stack gap="lg">
        <ActRefused />
        {/* first: a question to the hands is open for seconds */}
        {turn?.crew && <CrewBox turn={turn} floor={floor} />}
        {turn && running && (
          <>
            <Button component={Link} href={`/desk/coach/${turn.id}`} size="lg" variant="default">
              {t('coach.open')}
            </Button>
            <Interventions turn={turn} />
          </>
        )}
        {turn && <ComfortBox turn={turn} running={running} />}
        <NoteBox station={station} turn={turn} />
        <EndBox station={station} turn={turn} running={running} onClose={onClose} />
      </Stack>
    </Drawer>
  );
}

function ComfortBox({ turn, running }: { turn: Turn; running: boolean }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const { comfort } = turn;
  const set = (change: Partial<Comfort>) =>
    void act({ do: 'comfort', turn: turn.id, comfort: { ...comfort, ...change } });
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('comfort.title')}
      </Title>
      {running && (
        <Button size="md" variant="default" loading={busy} onClick={() => void act({ do: 'recenter', turn: turn.id })}>
          {t('comfort.recenter')}
        </Button>
      )}
      <SegmentedControl
        size="md"
        aria-label={t('comfort.locale')}
        value={comfort.locale}
        data={[
          { value: 'zh-CN', label: t('locale.zh-CN') },
          { value: 'en', label: t('locale.en') },
        ]}
        onChange={(locale) => set({ locale: locale as Comfort['locale'] })}
      />
      <Switch
        size="md"
        label={t('comfort.captions')}
        checked={comfort.captions}
        onChange={(event) => set({ captions: event.currentTarget.checked })}
      />
      <Switch
        size="md"
        label={t('comfort.seated')}
        checked={comfort.seated}
        onChange={(event) => set({ seated: event.currentTarget.checked })}
      />
      <SegmentedControl
        size="md"
        aria-label={t('comfort.intensity')}
        value={comfort.intensity}
        data={(['calm', 'normal', 'full'] as const).map((value) => ({ value, label: t(`intensity.${value}`) }))}
        onChange={(intensity) => set({ intensity: intensity as Comfort['intensity'] })}
      />
    </Stack>
  );
}

function NoteBox({ station, turn }: { station: Station; turn: Turn | undefined }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const [kind, setKind] = useState<(typeof NOTE_KINDS)[number]>('sick');
  const [text, setText] = useState('');
  const [written, setWritten] = useState(false);
  async function write() {
    const done = await act({ do: 'note', kind, text: text.trim(), station: station.id, turn: turn?.id ?? null });
    if (!done) return;
    setText('');
    setWritten(true);
  }
  return (
    <Stack gap="sm">
      <Title order={2} size="h4">
        {t('noteTitle')}
      </Title>
      <Radio.Group value={kind} onChange={(value) => setKind(value as typeof kind)} aria-label={t('noteTitle')}>
        <Group gap="md">
          {NOTE_KINDS.map((one) => (
            <Radio key={one} value={one} label={t(`note.${one}`)} size="md" />
          ))}
        </Group>
      </Radio.Group>
      <Textarea
        label={t('noteText')}
        description={t('noteHelp')}
        maxLength={200}
        autosize
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setWritten(false);
        }}
      />
      <Button size="md" variant="default" loading={busy} onClick={() => void write()}>
        {t('noteWrite')}
      </Button>
      {written && <Text role="status">{t('noteWritten')}</Text>}
    </Stack>
  );
}

/** What cannot be taken back asks once more, in its own place. */
function EndBox({ station, turn, running, onClose }: Omit<Props, 'floor'> & { running: boolean }) {
  const { t } = useTranslation('floor');
  const { act, busy } = useActs();
  const [asking, setAsking] = useState<'end' | 'fault' | 'close' | null>(null);
  async function sure() {
    const done =
      asking === 'close'
        ? await act({ do: 'close-station', station: station.id, reason: '' })
        : turn &&
          (await act(asking === 'end' ? { do: 'end', turn: turn.id } : { do: 'fault', turn: turn.id, reason: '' }));
    if (done) onClose();
  }
  if (asking)
    return (
      <Stack gap="sm" role="alertdialog" aria-label={t(`sure.${asking}`)}>
        <Text fw={600}>{t(`sure.${asking}`)}</Text>
        <Group grow>
          <Button size="lg" color="red.9" loading={busy} onClick={() => void sure()} data-testid="sure">
            {t(`do.${asking}`)}
          </Button>
          <Button size="lg" variant="default" onClick={() => setAsking(null)}>
            {t('back')}
          </Button>
        </Group>
      </Stack>
    );
  return (
    <Stack gap="sm">
      {turn && (
        <Button size="lg" variant="default" c="red.9" onClick={() => setAsking('end')} data-testid="end">
          {t(running ? 'do.end' : 'endCall')}
        </Button>
      )}
      {turn && running && (
        <Button size="lg" variant="default" c="red.9" onClick={() => setAsking('fault')}>
          {t('do.fault')}
        </Button>
      )}
      {!turn && station.state !== 'closed' && (
        <Button size="lg" variant="default" c="red.9" onClick={() => setAsking('close')}>
          {t('do.close')}
        </Button>
      )}
    </Stack>
  );
}
